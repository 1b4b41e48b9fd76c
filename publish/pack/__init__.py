"""The monthly pack for the management meeting, and the one-page brief of a dimension."""
