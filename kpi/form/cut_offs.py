"""On which days the form of a year, and a row of it, can be cut off."""

from __future__ import annotations

from datetime import date

from kpi.dates.periods import Period, year_of
from kpi.errors import KpiError


def row_days(year: int) -> Period:
    """The cut-offs that a row may keep for itself: a day of the year, or of the January in which the form is handed in."""
    return Period(date(year, 1, 1), date(year + 1, 1, 31))


def check_cut_off(year: int, as_of: date) -> None:
    """Refuse a cut-off of the form that is no day of its Gregorian year: figures would be of two years, or of none.

    Raises
    ------
    KpiError
        ``form-other-year``.
    """
    whole = year_of(year)
    if not whole.start <= as_of <= whole.end:
        raise KpiError("form-other-year", day=as_of, year=whole)


def check_row_cut_off(year: int, as_of: date) -> None:
    """Refuse a row's own cut-off that the form of a Gregorian year cannot have.

    Raises
    ------
    KpiError
        ``row-other-year``.
    """
    days = row_days(year)
    if not days.start <= as_of <= days.end:
        raise KpiError("row-other-year", day=as_of, start=days.start, end=days.end)
