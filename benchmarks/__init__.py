"""What is promised about speed, measured as ratios to something in the same run. ``make bench``."""
