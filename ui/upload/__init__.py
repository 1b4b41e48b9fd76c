"""Upload (上傳)."""
