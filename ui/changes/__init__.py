"""What changed (有什麼不同)."""
