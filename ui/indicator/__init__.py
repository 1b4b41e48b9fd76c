"""One indicator (指標)."""
