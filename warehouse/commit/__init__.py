"""Every write: loads, undo and redo, closing, and what they roll up."""
