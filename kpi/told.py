"""Hand counts that offices tell: whose count a sum lacks, and the last count of each.

What an office does not tell is unknown, never zero. Every office in force is to tell; one to which a figure does not
apply says so once (``--``), and is left out until it tells a number.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from kpi.dates.periods import ONE_DAY, Period, gaps, merge
from kpi.observations import Book, Observation, Office, Scope

NO_VALUE, NOT_YET, NOT_APPLICABLE = "無數值", "尚未公布", "不適用"
"""What an observation without a number states, as its qualifier: the official symbols -, … and --."""


class Lacking(NamedTuple):
    """An office whose count a sum lacks, and the days that it has not told; none where it never told a stock."""

    office: str
    spans: tuple[Period, ...] = ()


class Told(NamedTuple):
    """What an office told last, and the day that it holds for."""

    office: str
    day: date
    value: float


def by_office(rows: Iterable[Observation]) -> bool:
    return any(row.office is not None for row in rows)


def lacking_of(book: Book, scope: Scope, rows: Sequence[Observation], span: Period) -> tuple[Lacking, ...]:
    """The offices that have not told all days of a span on which they were there. ``rows``: what was told until its end.

    Days that are told for the agency as a whole lack nobody. What an office told stands for those that were merged or
    renamed into it too, but for days on which they were there beside it.
    """
    if not by_office(row for row in rows if span.holds(_days(row))):
        return ()
    whole = [_days(row) for row in rows if row.office is None]
    told = {name: _told_days([row for row in rows if row.office == name], span.end) for name in _names(rows)}
    found = []
    for office in _due(book, scope, told):
        days = _in_force(office, span)
        known = [*whole, *told.get(office.name, ())]
        for heir in book.heirs(office.name)[1:]:
            known += [part for one in told.get(heir, ()) if (part := _before(book, heir, one))]
        if days and (holes := gaps(days, merge(known))):
            found.append(Lacking(office.name, tuple(holes)))
    return tuple(found)


def _told_days(rows: Sequence[Observation], end: date) -> list[Period]:
    """The days that an office has told; that a figure does not apply to it holds until it tells again."""
    rows = sorted(rows, key=lambda row: row.start)
    found = []
    for row, after in zip(rows, [*rows[1:], None], strict=True):
        until = after.start - ONE_DAY if after else end
        lasts = row.numerator is None and row.qualifier == NOT_APPLICABLE
        found.append(Period(row.start, max(row.end, until)) if lasts else _days(row))
    return found


def last_told(
    book: Book, scope: Scope, rows: Sequence[Observation], day: date
) -> tuple[list[Observation], tuple[Lacking, ...]]:
    """The newest rows of each office on or before a day, and the offices in force on it that have never told.

    An office that was merged or renamed is told by its successor from that one's first count after its end on. A count for
    the agency as a whole stands for all that offices told before it.
    """
    known = [row for row in rows if row.end <= day]
    known = [row for row in known if row.qualifier != NOT_YET or row.numerator is not None] or known
    whole = max((row.end for row in known if row.office is None), default=date.min)
    mine = {name: [row for row in known if row.office == name and row.end > whole] for name in _names(known)}
    mine = {
        name: [row for row in told if row.end == max(one.end for one in told)] for name, told in mine.items() if told
    }
    if not mine:
        return [row for row in known if row.office is None and row.end == whole], ()
    ends = {office.name: office.end for office in book.offices}
    replaced = {
        name for name in dict.fromkeys((*mine, *ends)) for heir in book.heirs(name)[1:] if heir in mine
        and ((end := ends.get(name)) is None or mine[heir][0].end > end)
    }  # fmt: skip
    chosen = [row for name, told in mine.items() if name not in replaced for row in told]
    there = (office.name for office in _due(book, scope, mine) if office.in_force(Period(day, day)))
    silent = (name for office in there for name in _standing(book, office, mine) if name not in {*mine, *replaced})
    return chosen, tuple(map(Lacking, dict.fromkeys(silent)))


def tellers(book: Book, rows: Iterable[Observation], day: date) -> frozenset[str]:
    """The offices that have told a number by a day, and those that were merged into one that has."""
    told = {row.office for row in rows if row.office is not None and row.numerator is not None and row.end <= day}
    return frozenset(told | {office.name for office in book.offices if told & {*book.heirs(office.name)}})


def _standing(book: Book, office: str, mine: Iterable[str], seen: tuple[str, ...] = ()) -> list[str]:
    """An office, or those that were merged into it where only they have told."""
    if office in mine or office in seen:
        return [office]
    seen = (*seen, office)
    before = [one.name for one in book.offices if one.successor == office]
    names = [name for one in before for name in _standing(book, one, mine, seen)]
    return names if any(name in mine for name in names) else [office]


def _names(rows: Iterable[Observation]) -> list[str]:
    return list(dict.fromkeys(row.office for row in rows if row.office is not None))


def _due(book: Book, scope: Scope, told: Iterable[str]) -> list[Office]:
    """The offices that are to tell: those of the list, and any that have told and are not in it."""
    listed = {office.name for office in book.offices}
    offices = [*book.offices, *(Office(name) for name in told if name not in listed)]
    family = book.lineage(scope.office) if scope.office else None
    return [office for office in offices if family is None or office.name in family]


def _in_force(office: Office, span: Period) -> Period | None:
    start, end = max(office.start or span.start, span.start), min(office.end or span.end, span.end)
    return Period(start, end) if start <= end else None


def _before(book: Book, office: str, told: Period) -> Period | None:
    """The part of what an office told that lies before it was there: it tells that of those it came from."""
    start = next((one.start for one in book.offices if one.name == office), None)
    if start is None or told.start >= start:
        return None
    return Period(told.start, min(told.end, start - ONE_DAY))


def _days(row: Observation) -> Period:
    return Period(row.start, row.end)
