"""What others read of the store."""
