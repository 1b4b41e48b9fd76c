"""What must hold beyond types, a file for each family of rules."""
