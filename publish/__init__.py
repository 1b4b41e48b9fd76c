"""The way out: summaries as spreadsheets, charts as pictures, single values. ``python -m publish``."""
