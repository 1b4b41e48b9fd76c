"""Where the year of a flow or a rate is likely to end (全年推估): a band from the months of the past years, never a fact.

The method and what it assumes are in `kpi.forecast.counts` and `kpi.forecast.rates`. How often its band held on the
bundled years is printed by ``make bench``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from kpi.catalogue import Behaviour, Catalogue, Indicator
from kpi.dates.periods import Period, month_of, year_of
from kpi.evaluate import Point, is_whole, monthly
from kpi.forecast.counts import LEVEL, MONTHS, flow_bands
from kpi.forecast.rates import Parts, rate_bands
from kpi.observations import ALL, Book, Rebase, Scope
from kpi.told import tellers

LEAST = 24  # whole months below which there is no outlook
YEARS = 5  # past years that are looked at; older ones tell of other procedures
SUMMED = (Behaviour.flow, Behaviour.ratio, Behaviour.mean)


class Step(NamedTuple):
    """The year's value counted from 1 January to the end of a month that is not known yet."""

    month: Period
    low: float
    middle: float
    high: float


@dataclass(frozen=True)
class Outlook:
    """The year ends between ``low`` and ``high`` with confidence ``level``; rates are fractions.

    ``through`` is the end of the last whole month that was used. ``so_far`` is the year's value on the cut-off, an
    unfinished month included; None for a rate that has had no case this year. ``path`` has a step for every month after
    this year's whole ones; the last step is the end of the year. ``months_used`` are whole months of all years.
    """

    indicator: str
    scope: Scope
    year: int
    through: date
    so_far: float | None
    low: float
    middle: float
    high: float
    level: float
    path: tuple[Step, ...]
    months_used: int

    @property
    def tells(self) -> bool:
        """Is the range narrow enough to say anything? One that is wider than its middle is not (0 to 3 cases)."""
        return self.high - self.low <= abs(self.middle)


def outlook_of(
    catalogue: Catalogue, book: Book, key: str, end: date, scope: Scope = ALL, *, least: int = LEAST
) -> Outlook | None:  # fmt: skip
    """The outlook on the year that holds ``end``, as seen on that day; nothing later is looked at.

    This year's whole months count up to the first that is missing; in January the past years speak alone. An unfinished
    month is not known yet; what it has counted so far is only a floor, below which no count can end.

    Months before a change of process are another way of working and are left out.

    None for what is not summed over a year (points in time, coverage, medians, evidence, windows, snapshots); with
    fewer than ``least`` whole months (less than 24 is for the back-test only); where earlier years are not comparable,
    empty, or without one of the calendar months; and of a year that is complete.
    """
    item = catalogue.indicator(key)
    if item.behaviour not in SUMMED or item.window or catalogue.sources[item.source].kind == "snapshot":
        return None
    changed = max(
        (one.start for one in book.rebases if _concerns(one, key, scope) and one.start <= end), default=date.min
    )
    usual = tellers(book, book.of(key, scope).rows, end)
    past = {
        (year, point.month.start.month): parts
        for year in range(end.year - YEARS, end.year)
        for point in monthly(catalogue, book, key, year, date(year, 12, 31), scope)
        if _comparable(item, point) and point.month.start >= changed and (parts := _whole(item, point, usual))
    }
    points = monthly(catalogue, book, key, end.year, end, scope)
    known = [*_until_missing(_whole(item, point, usual) for point in points)]
    if len(past) + len(known) < least or len(known) == MONTHS:
        return None
    if any(parts.denominator < 0 for parts in (*past.values(), *known)):
        return None  # a shape is of shares, and there are no negative ones
    if item.behaviour is Behaviour.flow:
        bands = flow_bands({at: parts.numerator for at, parts in past.items()}, [parts.numerator for parts in known])
    else:
        bands = rate_bands(past, known, share=item.behaviour is Behaviour.ratio)
    if bands is None:
        return None
    months = year_of(end.year).months()[len(known) :]
    steps = []
    for month, band in zip(months, bands, strict=True):
        floor = _counted(points, month) if item.behaviour is Behaviour.flow else float("-inf")
        steps.append(Step(month, *(max(value, floor) for value in band)))
    last = month_of(date(end.year, len(known), 1)) if known else month_of(date(*max(past), 1))
    return Outlook(
        key, scope, end.year, last.end, _so_far(item, points), *steps[-1][1:], LEVEL, tuple(steps), len(past) + len(known)
    )  # fmt: skip


def _until_missing(months: Iterable[Parts | None]) -> Iterator[Parts]:
    """The months up to the first that is missing."""
    for parts in months:
        if parts is None:
            return
        yield parts


def _concerns(change: Rebase, key: str, scope: Scope) -> bool:
    return change.indicator == key and change.office in (None, scope.office)


def _comparable(item: Indicator, point: Point) -> bool:
    barred = item.not_comparable
    return not barred or (barred.before is not None and point.month.start >= barred.before)


def _whole(item: Indicator, point: Point, usual: frozenset[str]) -> Parts | None:
    """The parts of a month that is complete; of a flow the count stands for both."""
    value = point.value
    if value is None or not is_whole(point, usual) or value.numerator is None:
        return None
    if item.behaviour is Behaviour.flow:
        return Parts(value.numerator, value.numerator)
    return None if value.denominator is None else Parts(value.numerator, value.denominator)


def _counted(points: list[Point], month: Period) -> float:
    """What this year's months have counted to the end of one of them, unfinished ones included."""
    values = [point.value for point in points if point.value and point.month.end <= month.end]
    return sum(value.numerator or 0.0 for value in values)


def _so_far(item: Indicator, points: list[Point]) -> float | None:
    if item.behaviour is Behaviour.flow:
        return float(sum(point.value.numerator or 0.0 for point in points if point.value))
    values = [point.value for point in points if point.value]
    parts = [(one.numerator, one.denominator) for one in values if one.numerator is not None and one.denominator]
    cases = sum(below for _, below in parts)
    return sum(above for above, _ in parts) / cases if cases else None
