"""Downloads (下載)."""
