"""By month (各月一覽)."""
