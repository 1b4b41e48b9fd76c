"""Documents as .pdf."""
