"""Makers of the demonstration exports, one per source. May import nothing of the dashboard itself."""
