"""What is said of results, standards, changes and signals, in both languages."""
