"""How far the data reach: the default cut-off, who is behind it, the last day of all, and the years that have rows."""

from __future__ import annotations

from datetime import date

from kpi.catalogue import Behaviour, Catalogue
from kpi.dates.periods import Period
from kpi.observations import Book, Reach
from kpi.values import POINTS


def in_use(catalogue: Catalogue, book: Book) -> dict[str, date]:
    """The case sources in use with the last day that each covers.

    A source is in use when it has real rows; those with demonstration rows count only while there are no others.
    """
    there = {
        name: (reach.through, reach.demo)
        for name, source in catalogue.sources.items()
        if source.kind == "cases" and (reach := book.reach.get(name)) and reach.through
    }
    real = {name: day for name, (day, demo) in there.items() if not demo}
    return real or {name: day for name, (day, _) in there.items()}


def default_cutoff(catalogue: Catalogue, book: Book) -> date | None:
    """The latest day that more than half of the case sources in use reach; without any, the last day of the data."""
    days = sorted(in_use(catalogue, book).values(), reverse=True)
    return days[len(days) // 2] if days else last_day(catalogue, book)


def behind(catalogue: Catalogue, book: Book) -> dict[str, date]:
    """The case sources in use that do not reach the default cut-off, with the last day that each covers."""
    cutoff = default_cutoff(catalogue, book)
    return {name: day for name, day in in_use(catalogue, book).items() if cutoff and day < cutoff}


def last_day(catalogue: Catalogue, book: Book) -> date | None:
    """The last day of which any source tells something."""
    days = [
        reach.through
        for name, reach in book.reach.items()
        if name in _measured(catalogue) and reach.through is not None
    ]
    for key, rows in book.observations.items():
        told = _behaviour(catalogue, key) is not Behaviour.evidence  # evidence is valid to a day that is to come
        days += [max(row.end if told else row.start for row in rows)] if rows else []
    return max(days, default=None)


def reached(catalogue: Catalogue, book: Book, period: Period) -> Period:
    """A period up to the last day of it that any data reach: 1/1-10/31, not 1/1-12/31. One without data stays whole."""
    ends = []
    for name in _measured(catalogue):
        reach = book.reach.get(name, Reach())
        ends += [min(span.end, period.end) for span in reach.spans if span.meets(period)]
        ends += [day for day in reach.snapshots if period.start <= day <= period.end]
    if period.end not in ends:
        for key, rows in book.observations.items():
            if _behaviour(catalogue, key) is not Behaviour.evidence:
                ends += [row.end for row in rows if period.start <= row.end <= period.end]
    return Period(period.start, max(ends, default=period.end))


def years(catalogue: Catalogue, book: Book) -> list[int]:
    """Every (Gregorian) year in which any source of an indicator has rows or covers a day, newest first."""
    found: set[int] = set()
    for name, reach in book.reach.items():
        if name in _measured(catalogue):
            found |= {year for span in reach.spans for year in range(span.start.year, span.end.year + 1)}
            found |= {day.year for day in reach.snapshots}
    for key, rows in book.observations.items():
        behaviour = _behaviour(catalogue, key)
        if behaviour is Behaviour.evidence:
            found |= {row.start.year for row in rows}
        elif behaviour in POINTS:  # a count since a scheme began is told of its last day
            found |= {row.end.year for row in rows}
        else:
            spans = {(row.start.year, row.end.year) for row in rows}
            found |= {year for first, last in spans for year in range(first, last + 1)}
    return sorted(found, reverse=True)


def measured(catalogue: Catalogue, book: Book) -> set[str]:
    """The sources of indicators that tell anything, or cover a day."""
    told = {catalogue.indicators[key].source for key, rows in book.observations.items() if rows}
    return told | {name for name in _measured(catalogue) if (reach := book.reach.get(name)) and reach.through}


def _behaviour(catalogue: Catalogue, indicator: str) -> Behaviour | None:
    item = catalogue.indicators.get(indicator)
    return item.behaviour if item else None


def _measured(catalogue: Catalogue) -> set[str]:
    """The sources that indicators are worked out from (calendars and lists are none)."""
    return {item.source for item in catalogue.indicators.values()}
