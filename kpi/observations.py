"""What evaluation reads: observations, how far each source reaches, and the offices in force."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import Any, NamedTuple

from kpi.catalogue import Standard
from kpi.dates.periods import Period, merge
from kpi.dates.workdays import WorkCalendar


class Observation(NamedTuple):
    """An additive piece of an indicator.

    ``start`` and ``end`` are one day for cases (or a span that some daily ones were summed over), the stated period
    for hand-counted values, the same day for a point in time. ``bin`` is days to complete, for histograms only. A
    hand-counted row without a number bears the reason as its ``qualifier``.
    """

    indicator: str
    start: date
    end: date
    office: str | None
    category: str | None
    bin: float | None
    numerator: float | None
    denominator: float | None
    qualifier: str | None = None
    load: int | None = None


@dataclass(frozen=True)
class Reach:
    """What a source covers: whole days for cases, as-of dates for snapshots."""

    spans: tuple[Period, ...] = ()
    snapshots: tuple[date, ...] = ()
    demo: bool = False

    @property
    def through(self) -> date | None:
        """The last day covered."""
        days = [span.end for span in self.spans] + list(self.snapshots)
        return max(days, default=None)


@dataclass(frozen=True)
class Office:
    name: str
    start: date | None = None
    end: date | None = None
    successor: str | None = None
    aliases: tuple[str, ...] = ()

    def in_force(self, period: Period) -> bool:
        """Did the office exist on any day of the period?"""
        return (self.start is None or self.start <= period.end) and (self.end is None or self.end >= period.start)


@dataclass(frozen=True)
class Rebase:
    """From ``start`` on the process of an indicator is another one: a person said so, and why. ``office`` None: all.

    ``until``: its limits are worked out from the months up to that day (the baseline); None: from all that follow.
    """

    indicator: str
    office: str | None
    start: date
    reason: str
    until: date | None = None
    author: str = ""
    at: datetime | None = None
    load: int | None = None


@dataclass(frozen=True)
class Note:
    """What a person remarked on a date or a period of an indicator (None: of all of them)."""

    id: str
    indicator: str | None
    office: str | None
    period: Period
    text: str
    author: str = ""
    at: datetime | None = None
    load: int | None = None


class Shelf:
    """The observations of one indicator in one scope, kept by the month that they lie in."""

    def __init__(self, rows: list[Observation]) -> None:
        self.rows = rows
        self._catalogue: object = None
        self._values: dict[Period, Any] = {}
        self._months: dict[int, list[Observation]] = {}
        self._long: list[Observation] = []  # those that reach over a month's end
        for row in rows:
            month = _month(row.start)
            (self._months.setdefault(month, []) if month == _month(row.end) else self._long).append(row)

    def worked_out(self, catalogue: object) -> dict[Period, Any]:
        """Period -> its value, as a catalogue defines it; with another catalogue all is worked out again."""
        if self._catalogue is not catalogue:
            self._catalogue, self._values = catalogue, {}
        return self._values

    def inside(self, period: Period) -> tuple[list[Observation], list[Observation]]:
        """The observations that lie wholly inside a period, and those that lie across one of its edges; only its months
        are looked at."""
        first, last = _month(period.start), _month(period.end)
        found: list[Observation] = []
        across: list[Observation] = []
        for month in range(first, last + 1):
            rows = self._months.get(month, ())
            if (month == first and period.start.day > 1) or month == last:
                _sort(rows, period, found, across)
            else:
                found += rows
        _sort(self._long, period, found, across)
        return found, across


def _sort(rows: Iterable[Observation], period: Period, inside: list[Observation], across: list[Observation]) -> None:
    start, end = period
    for row in rows:
        if start <= row.start and row.end <= end:
            inside.append(row)
        elif row.start <= end and row.end >= start:
            across.append(row)


def _month(day: date) -> int:
    return day.year * 12 + day.month


@dataclass(frozen=True)
class Book:
    """All that an evaluation needs, of one version of the warehouse."""

    version: int
    observations: dict[str, list[Observation]]
    reach: dict[str, Reach] = field(default_factory=dict)
    offices: tuple[Office, ...] = ()
    standards: dict[str, tuple[Standard, ...]] = field(default_factory=dict)  # set on the pages
    rebases: tuple[Rebase, ...] = ()
    notes: tuple[Note, ...] = ()
    calendar: WorkCalendar | None = None
    _kept: dict[Any, Any] = field(default_factory=dict, compare=False, repr=False)

    def of(self, indicator: str, scope: Scope) -> Shelf:
        """What there is of an indicator in a scope; put on its shelf once."""
        shelf = self._kept.get((indicator, scope))
        if shelf is None:
            if scope.category is not None:
                rows = self._by_category(indicator, scope.office).get(scope.category, [])
            else:
                rows = self.observations.get(indicator, [])
                if scope.office is not None:
                    names = self.lineage(scope.office)
                    rows = [row for row in rows if row.office in names]
            shelf = self._kept[indicator, scope] = Shelf(rows)
        return shelf

    def _by_category(self, indicator: str, office: str | None) -> dict[str | None, list[Observation]]:
        """What there is of an indicator, of the agency or of one office, by category; sorted once for all of them."""
        found = self._kept.get((indicator, office))
        if found is None:
            found = {}
            for row in self.of(indicator, Scope(office)).rows:
                found.setdefault(row.category, []).append(row)
            self._kept[indicator, office] = found
        return found

    def lineage(self, office: str) -> frozenset[str]:
        """An office and all that were merged or renamed into it."""
        return self._lineages.get(office) or frozenset((office,))

    @cached_property
    def _lineages(self) -> dict[str, frozenset[str]]:
        found = {}
        for office in self.offices:
            names, fresh = {office.name}, {office.name}
            while fresh:
                fresh = {o.name for o in self.offices if o.successor in fresh} - names
                names |= fresh
            found[office.name] = frozenset(names)
        return found

    def heirs(self, office: str) -> tuple[str, ...]:
        """An office, and those that it was renamed or merged into, one after the other."""
        after, found = {one.name: one.successor for one in self.offices}, [office]
        while (follower := after.get(found[-1])) and follower not in found:
            found.append(follower)
        return tuple(found)

    def in_force(self, office: str, period: Period) -> bool:
        """Was the office, or one that was merged into it, there on any day of the period? One that no list names is."""
        known = self._kept.get((office, period))
        if known is None:
            lineage = self.lineage(office)
            family = [one for one in self.offices if one.name in lineage]
            known = self._kept[office, period] = not family or any(one.in_force(period) for one in family)
        return known

    def held_throughout(self, office: Office, period: Period) -> bool:
        """Is the office there at the end of the period, and was it, or one that was merged into it, on every day of it?"""
        if not office.in_force(Period(period.end, period.end)):
            return False
        lineage = self.lineage(office.name)
        spans = [
            Period(max(one.start or period.start, period.start), min(one.end or period.end, period.end))
            for one in self.offices
            if one.name in lineage and one.in_force(period)
        ]
        return merge(spans) == [period]

    def agency_only(self, indicator: str) -> bool:
        """Is all that there is of an indicator told for the agency as a whole?"""
        known = self._kept.get(indicator)
        if known is None:
            rows = self.observations.get(indicator, [])
            known = self._kept[indicator] = bool(rows) and all(row.office is None for row in rows)
        return known

    @cached_property
    def latest(self) -> date:
        """The last day that any source reaches: what ended by then is over, whatever a slower source has of it."""
        return max((reach.through for reach in self.reach.values() if reach.through), default=date.min)

    @cached_property
    def demo(self) -> frozenset[str]:
        """Sources that hold demonstration rows."""
        return frozenset(name for name, reach in self.reach.items() if reach.demo)


class Scope(NamedTuple):
    """Which part of an indicator: an office, a category, or all of it."""

    office: str | None = None
    category: str | None = None


ALL = Scope()
