"""From sheets of cells to typed tables: where the headers are, which rows are data, what each cell says."""
