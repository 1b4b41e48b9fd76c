"""What evaluation reads: observations, how far each source reaches, and the offices in force."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import NamedTuple

from kpi.periods import Period


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

    def in_force_throughout(self, period: Period) -> bool:
        return (self.start is None or self.start <= period.start) and (self.end is None or self.end >= period.end)


@dataclass(frozen=True)
class Book:
    """All that an evaluation needs, of one version of the warehouse."""

    version: int
    observations: dict[str, list[Observation]]
    reach: dict[str, Reach] = field(default_factory=dict)
    offices: tuple[Office, ...] = ()

    def of(self, indicator: str, scope: Scope) -> list[Observation]:
        rows = self.observations.get(indicator, [])
        if scope.office is not None:
            names = self.lineage(scope.office)
            rows = [row for row in rows if row.office in names]
        if scope.category is not None:
            rows = [row for row in rows if row.category == scope.category]
        return rows

    def lineage(self, office: str) -> frozenset[str]:
        """An office and all that were merged or renamed into it."""
        names, fresh = {office}, {office}
        while fresh:
            fresh = {o.name for o in self.offices if o.successor in fresh} - names
            names |= fresh
        return frozenset(names)

    @cached_property
    def demo(self) -> frozenset[str]:
        """Sources that hold demonstration rows."""
        return frozenset(name for name, reach in self.reach.items() if reach.demo)


@dataclass(frozen=True)
class Scope:
    """Which part of an indicator: an office, a category, or all of it."""

    office: str | None = None
    category: str | None = None


ALL = Scope()
