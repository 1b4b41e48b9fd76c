"""Days and times: periods, ROC years, working days, limits in them, and how people write them."""
