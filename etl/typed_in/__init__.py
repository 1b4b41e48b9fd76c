"""Rows that people type on pages, loaded as a file would be."""
