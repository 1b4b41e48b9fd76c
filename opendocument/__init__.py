"""OpenDocument files: elements, the package, and workbooks (.ods). Knows nothing of indicators."""
