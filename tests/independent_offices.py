"""Hand-counted figures that are told by office, recomputed from the definitions alone.

A stock or cumulative count is the sum of each office's last value on or before the day; a sum takes what lies inside
the period. Who is missing is named, and the sum is then not judged. Imports nothing of the dashboard.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

DAY = timedelta(days=1)


class Office(NamedTuple):
    name: str
    first: date = date.min
    last: date = date.max
    heir: str | None = None

    def there(self, first: date, last: date) -> bool:
        return self.first <= last and first <= self.last


class Figure(NamedTuple):
    """A row of the file. Of a stock both days are the day of counting."""

    office: str
    first: date
    last: date
    num: float
    den: float | None = None


class Sum(NamedTuple):
    """``missing``: the offices of which something is missing; ``told``: of stocks the office, day and value of each part."""

    value: float
    first: date
    last: date
    missing: frozenset[str]
    told: frozenset[tuple] = frozenset()


def family(offices: tuple[Office, ...], name: str | None) -> tuple[Office, ...]:
    """The office and all that were merged into it; everyone for the agency."""
    if name is None:
        return offices
    names = {name}
    while more := {one.name for one in offices if one.heir in names} - names:
        names |= more
    return tuple(one for one in offices if one.name in names)


def stock(rows: list[Figure], offices: tuple[Office, ...], day: date, scope: str | None = None) -> Sum | None:
    """What an office left counts until its heir has told since; None where nobody told."""
    asked = family(offices, scope)
    last = {
        one.name: max((row for row in rows if row.office == one.name and row.last <= day), key=lambda row: row.last)
        for one in asked
        if any(row.office == one.name and row.last <= day for row in rows)
    }
    parts = [last[one.name] for one in asked if one.name in last and not followed(one, last, offices, day)]
    if not parts:
        return None
    alone = {one.name for one in asked if one.there(day, day)}
    missing = {name for name in alone if not any(one.name in last for one in family(offices, name))}
    told = frozenset((row.office, row.last, row.num) for row in parts)
    newest = max(row.last for row in parts)
    return Sum(sum(row.num for row in parts), newest, newest, frozenset(missing), told)


def followed(office: Office, last: dict[str, Figure], offices: tuple[Office, ...], day: date) -> bool:
    """Is the office gone, and has its heir told since?"""
    if office.last >= day or office.heir not in last:
        return False
    return last[office.heir].last > office.last


def total(
    rows: list[Figure], offices: tuple[Office, ...], first: date, last: date, scope: str | None = None
) -> Sum | None:
    """None where nobody told, or where there are days between of which nobody did."""
    asked = family(offices, scope)
    inside = [
        row for row in rows if row.office in {one.name for one in asked} and first <= row.first and row.last <= last
    ]
    if not inside:
        return None
    first, last = min(row.first for row in inside), max(row.last for row in inside)
    if not set(days(first, last)) <= told_on(inside):
        return None
    missing = {
        one.name
        for one in asked
        if one.there(first, last)
        and not set(days(max(first, one.first), min(last, one.last)))
        <= told_on([row for row in inside if row.office == one.name])
    }
    num = sum(row.num for row in inside)
    value = num if inside[0].den is None else num / sum(row.den for row in inside)
    return Sum(value, first, last, frozenset(missing))


def told_on(rows: list[Figure]) -> set[date]:
    return {day for row in rows for day in days(row.first, row.last)}


def days(first: date, last: date) -> list[date]:
    return [first + DAY * step for step in range((last - first).days + 1)]
