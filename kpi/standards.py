"""Which reference standard holds: those of ``metrics.yml`` and those that were set on the pages, by day and by office."""

from __future__ import annotations

from datetime import date

from kpi.catalogue import AtLeast, AtMost, Behaviour, Bounded, Catalogue, Frequency, Indicator, Range, Standard
from kpi.observations import Book, Scope


def standards_of(catalogue: Catalogue, book: Book, indicator: str, office: str | None = None) -> tuple[Standard, ...]:
    """All standards that hold, or held, for the agency or for one office; the one that began last stands last.

    Of an office its own come after the agency's, so that they stand in their place while they hold.
    """
    declared, added = catalogue.standards_of(indicator), book.standards.get(indicator, ())
    if not added and (not declared or (len(declared) == 1 and declared[0].office is None)):
        return declared  # so it is of nearly all
    offices = book.lineage(office) if office else ()
    found = [standard for standard in (*declared, *added) if standard.office is None or standard.office in offices]
    return tuple(sorted(found, key=lambda standard: (standard.office is not None, standard.start)))


def standard_on(
    catalogue: Catalogue, book: Book, indicator: str, day: date, office: str | None = None
) -> Standard | None:  # fmt: skip
    """The standard in force on a day: of those that hold, the one that began last; an office's own comes first."""
    return in_force(standards_of(catalogue, book, indicator, office), day)


def in_force(standards: tuple[Standard, ...], day: date) -> Standard | None:
    """Of standards in the order of `standards_of`, the one in force on a day."""
    for standard in reversed(standards):
        if standard.holds_on(day):
            return standard
    return None


def is_yearly(item: Indicator, standard: Standard) -> bool:
    """Is it a target for the year? Every bound on a flow is one; a window has its own count."""
    return yearly_of(item, standard) is not None


def yearly_of(item: Indicator, standard: Standard | None) -> Bounded | None:
    """A standard that is a target for the year; None of any other."""
    if not isinstance(standard, AtLeast | AtMost | Range) or item.behaviour is not Behaviour.flow or item.window:
        return None
    return standard


def of_the_whole(item: Indicator, standard: Standard, scope: Scope) -> bool:
    """Is it a count that the agency as a whole is to reach, and the scope only a part of it?"""
    counted = standard if isinstance(standard, Frequency) else yearly_of(item, standard)
    if counted is None:
        return False
    own = counted.office is not None or counted.each_office
    return scope.category is not None or (scope.office is not None and not own)
