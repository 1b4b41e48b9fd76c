"""Documents: one model, and a writer for each kind of file."""
