"""Documents as .docx."""
