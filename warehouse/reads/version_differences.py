"""Which indicators two versions of the warehouse tell differently."""

from __future__ import annotations

from kpi.differences import Move, moves
from kpi.observations import Book
from warehouse.lake.version import Version
from warehouse.store import Warehouse


def moves_between(warehouse: Warehouse, older: int | Version, newer: int | Version) -> tuple[Move, ...]:
    """What moved between two versions, indicator by indicator, for every year that either has data of.

    Raises
    ------
    UnknownName
        When a version is not there, or of another store.
    """
    before, after = _book(warehouse, older), _book(warehouse, newer)
    return moves_of_books(warehouse, before, after, list(warehouse.catalogue.indicators))


def _book(warehouse: Warehouse, version: int | Version) -> Book:
    stood = warehouse.at(version)
    try:
        return stood.book()
    finally:
        stood.close()


def moves_of_books(warehouse: Warehouse, before: Book, after: Book, indicators: list[str]) -> tuple[Move, ...]:
    return moves(warehouse.catalogue, before, after, indicators, _years(before) | _years(after))


def _years(book: Book) -> set[int]:
    return {
        year
        for rows in book.observations.values()
        for year in range(min(row.start for row in rows).year, max(row.end for row in rows).year + 1)
    }
