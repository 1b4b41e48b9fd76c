"""Where the year is likely to end: bands of counts and of rates."""
