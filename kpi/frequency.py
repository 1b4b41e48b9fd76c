"""The windows of a frequency standard: how often something was done in each, and whether that is known at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kpi.catalogue import Catalogue, Frequency
from kpi.dates.periods import Period, first_window, gaps, merge, rolling_windows, windows
from kpi.exact import sign
from kpi.observations import Book, Observation, Reach, Scope
from kpi.told import NOT_APPLICABLE, lacking_of


@dataclass(frozen=True)
class Window:
    """One window of a frequency standard: done, missed, open (it may still be done) or unknown (what was done in it was
    not delivered, or only in part)."""

    period: Period
    count: float
    state: str  # done, missed, open, unknown
    missing: tuple[str, ...] = ()  # offices without enough, where the standard holds for each
    unknown: tuple[str, ...] = ()  # and those of which it is not known


def windows_held(catalogue: Catalogue, book: Book, standard: Frequency, end: date, scope: Scope) -> list[Window]:
    """The windows of the year up to a day, oldest first; none where nobody is held against the standard."""
    rows, found = book.of(standard.indicator, scope).rows, []
    for period in _windows(catalogue, book, rows, standard, end):
        inside = [row for row in rows if period.start <= row.start and row.end <= min(period.end, end)]
        if inside and not any(map(_applies, inside)):
            continue
        closed, count = period.end <= end, sum(row.numerator or 0 for row in inside)
        if not standard.each_office:
            enough = sign(count, standard.value) >= 0
            known = not closed or enough or _known(catalogue, book, standard, scope, period)
            state = "done" if enough else "open" if not closed else "missed" if known else "unknown"
            found.append(Window(period, count, state))
            continue
        offices = [one.name for one in book.offices if book.held_throughout(one, period)]
        if scope.office is not None:
            offices = [name for name in offices if name == scope.office]
        if offices:
            short, unknown = _short(catalogue, book, standard, period, inside, offices, closed=closed)
            state = "done" if not (short or unknown) else "open" if not closed else "missed" if short else "unknown"
            found.append(Window(period, count, state, tuple(short), tuple(unknown)))
    return found


def _short(
    catalogue: Catalogue, book: Book, standard: Frequency, period: Period, inside: list[Observation], offices: list[str],
    *, closed: bool,
) -> tuple[list[str], list[str]]:  # fmt: skip
    """The offices without enough, and those without enough of which not all was delivered."""
    short: list[str] = []
    unknown: list[str] = []
    for name in offices:
        mine = [row for row in inside if row.office in book.lineage(name)]
        if (mine and not any(map(_applies, mine))) or sign(
            sum(row.numerator or 0 for row in mine), standard.value
        ) >= 0:
            continue
        known = not closed or _known(catalogue, book, standard, Scope(name), period)
        (short if known else unknown).append(name)
    return short, unknown


def _known(catalogue: Catalogue, book: Book, standard: Frequency, scope: Scope, period: Period) -> bool:
    """Is all that was done in a window delivered? Of cases by the days that the files cover, of hand counts by the rows
    that lie wholly inside it, those of every office where offices tell."""
    name = catalogue.indicators[standard.indicator].source
    if catalogue.sources[name].kind != "figures":
        return not gaps(period, list(book.reach.get(name, Reach()).spans))
    rows = book.of(standard.indicator, scope).rows
    told = [row for row in rows if row.end <= period.end and (row.numerator is not None or not _applies(row))]
    spans = merge([Period(row.start, row.end) for row in told if period.start <= row.start])
    return not gaps(period, spans) and not lacking_of(book, scope, told, period)


def _applies(row: Observation) -> bool:
    return row.numerator is not None or row.qualifier != NOT_APPLICABLE


def _windows(
    catalogue: Catalogue, book: Book, rows: Sequence[Observation], standard: Frequency, end: date
) -> list[Period]:  # fmt: skip
    """The windows of the year up to ``end``: those of the calendar that the standard meets, or those that roll with every
    month and lie wholly after the standard and the data began (the one that is open where there is none yet)."""
    year = Period(min(max(standard.start, date(end.year, 1, 1)), end), end)
    if not standard.rolling:
        return windows(year, standard.window)
    reach = book.reach.get(catalogue.indicators[standard.indicator].source)
    begins = min(
        [span.start for span in reach.spans] if reach and reach.spans else [row.start for row in rows] or [end]
    )
    earliest = max(standard.start, begins)
    found = [one for one in rolling_windows(year, standard.window) if one.start >= earliest]
    return found or [first_window(earliest, standard.window)]
