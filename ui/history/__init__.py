"""History (歷程)."""
