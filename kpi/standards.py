"""Which reference standard holds: those of ``metrics.yml`` and those that were set on the pages, by day and by office."""

from __future__ import annotations

from datetime import date

from kpi.book import Book
from kpi.catalogue import Catalogue, Standard


def standards_of(catalogue: Catalogue, book: Book, indicator: str, office: str | None = None) -> tuple[Standard, ...]:
    """All standards that hold, or held, for the agency or for one office; the one that began last stands last.

    Of an office its own come after the agency's, so that they stand in their place while they hold.
    """
    declared, added = catalogue.standards_of(indicator), book.standards.get(indicator, ())
    if not added and len(declared) < 2 and all(standard.office is None for standard in declared):
        return declared  # so it is of nearly all
    found = [standard for standard in (*declared, *added) if standard.office in (None, office)]
    return tuple(sorted(found, key=lambda standard: (standard.office is not None, standard.start)))


def standard_on(
    catalogue: Catalogue, book: Book, indicator: str, day: date, office: str | None = None
) -> Standard | None:  # fmt: skip
    """The standard in force on a day: of those that hold, the one that began last; an office's own comes first."""
    return in_force(standards_of(catalogue, book, indicator, office), day)


def in_force(standards: tuple[Standard, ...], day: date) -> Standard | None:
    """Of standards in the order of `standards_of`, the one in force on a day."""
    return next((standard for standard in reversed(standards) if standard.holds_on(day)), None)
