"""The way in: read, clean, check, preview, load. ``python -m etl``."""
