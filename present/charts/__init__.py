"""Charts before they are drawn: numbers in the unit shown, and words."""
