"""The small warehouse that is made by hand, in place of the demonstration."""

from tests.samples.by_hand import alter, book, catalogue, gap_book, real_catalogue, real_data_book

__all__ = ["alter", "book", "catalogue", "gap_book", "real_catalogue", "real_data_book"]
