"""The Overview (總覽)."""
