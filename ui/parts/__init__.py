"""What several pages draw, and how a page has any component drawn."""
