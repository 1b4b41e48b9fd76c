"""The browser: a room for each page, and what pages share (shell, shared, parts, plot)."""
