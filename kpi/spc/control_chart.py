"""The monthly process of an indicator: is its last month more than the usual variation, and will it hold its standard?

Only whole months enter: an unfinished one would drag mean and limits down. Points in time (stocks, cumulative counts)
and evidence have no process. XmR gives the verdict; the rules are in `kpi.spc.xmr`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from kpi.catalogue import AtLeast, AtMost, Behaviour, Catalogue, Range, Standard, TimeLimit
from kpi.dates.periods import Period
from kpi.evaluate import is_whole, monthly
from kpi.exact import sign
from kpi.observations import ALL, Book, Rebase, Scope
from kpi.sentence import Month, Sentence
from kpi.spc.xmr import Assurance, Flag, Limits, Rule, Variation, flags_of, limits_of, variation_of
from kpi.standards import is_yearly
from kpi.told import tellers
from kpi.values import Value

YEARS = 3  # of months that are looked at
WITHOUT = (Behaviour.stock, Behaviour.cumulative, Behaviour.evidence, Behaviour.coverage)


@dataclass(frozen=True)
class Member:
    """One month of a process. ``number`` is that of its value, which no month is without; ``limits`` are those of its
    stretch, None where that has too few months; ``gap``: of a month since the one before it is not known what happened, so
    that the two are no neighbours."""

    month: Period
    value: Value
    number: float
    flag: Flag | None
    standard: Standard | None
    limits: Limits | None
    gap: bool = False


@dataclass(frozen=True)
class Process:
    """``members`` oldest first; ``limits``, ``variation`` and ``assurance`` are those of the last stretch.

    ``assurance`` is None where no standard bounds every month, or nothing varies; ``limits`` where the way of working
    changed so lately that there are fewer than two months. ``rebases``: the changes within these months.
    """

    indicator: str
    scope: Scope
    members: tuple[Member, ...]
    limits: Limits | None
    variation: Variation
    assurance: Assurance | None
    reason: Sentence  # what the last month says
    outlook: Sentence | None  # what the limits say of the standard
    rebases: tuple[Rebase, ...] = ()


def process_of(catalogue: Catalogue, book: Book, key: str, end: date, scope: Scope = ALL) -> Process | None:
    """The process up to a cut-off; None where the indicator has none, or no two whole months that are neighbours.

    Where a person said that the way of working changed, the months from that day on are a stretch of their own.
    """
    item = catalogue.indicator(key)
    if item.behaviour in WITHOUT or item.window or catalogue.sources[item.source].kind == "snapshot":
        return None
    points = whole_months(catalogue, book, key, end.year - YEARS + 1, end, scope)
    if len(points) < 2:
        return None
    offices = book.lineage(scope.office) if scope.office else ()
    changes = [one for one in book.rebases if one.indicator == key and (one.office is None or one.office in offices)]
    first, last_day = points[0].month.start, points[-1].month.end
    before = [one for one in changes if one.start <= first]
    changes = [one for one in changes if first < one.start <= last_day]
    members: list[Member] = []
    for change, stretch in _stretches(points, before[-1] if before else None, changes):
        baseline = None
        if change is not None and change.until is not None:  # the baseline may lie before the months that are shown
            known = whole_months(catalogue, book, key, change.start.year, min(change.until, end), scope)
            baseline = _limits([point for point in known if point.month.end >= change.start])
        members += _judged(stretch, baseline)
    last = [member for member in members if not changes or member.month.end >= changes[-1].start]
    limits = last[-1].limits
    if limits is None and not changes:
        return None
    if limits is None:
        reason = Sentence("process-new", {"since": changes[-1].start, "months": len(last)})
        return Process(key, scope, tuple(members), None, Variation.common_cause, None, reason, None, tuple(changes))
    bounds = [member.standard for member in last]  # a target for a year is none for a month
    assurance = assurance_of(limits, [one if one and not is_yearly(item, one) else None for one in bounds])
    outlook = Sentence(f"assurance-{assurance.value.replace('_', '-')}", {}) if assurance else None
    variation, reason = variation_of(last[-1].flag, item.direction), _reason(tuple(last), limits)
    return Process(key, scope, tuple(members), limits, variation, assurance, reason, outlook, tuple(changes))


class WholeMonth(NamedTuple):
    """A month that is over and has a value; ``number`` and ``gap`` as in `Member`."""

    month: Period
    value: Value
    number: float
    standard: Standard | None
    gap: bool


def whole_months(
    catalogue: Catalogue, book: Book, key: str, first: int, end: date, scope: Scope
) -> list[WholeMonth]:  # fmt: skip
    """The months from a year on up to a day that are over and have a value. Those that were covered and had no case are
    passed over; any other that is missing leaves a gap, as does a sum that lacks an office which tells in other months."""
    usual = tellers(book, book.of(key, scope).rows, end)
    found: list[WholeMonth] = []
    gap = False
    for year in range(first, end.year + 1):
        for point in monthly(catalogue, book, key, year, min(end, date(year, 12, 31)), scope):
            value = point.value
            if value is None or not is_whole(point, usual):
                gap = True
            elif value.value is not None:
                found.append(WholeMonth(point.month, value, value.value, point.standard, gap and bool(found)))
                gap = False
    return found


def _stretches(
    points: list[WholeMonth], first: Rebase | None, changes: list[Rebase]
) -> list[tuple[Rebase | None, list[WholeMonth]]]:  # fmt: skip
    """The months between one change and the next, from the ``first`` one on, which lies before them all; a month in
    which it changed belongs to the new way."""
    found: list[tuple[Rebase | None, list[WholeMonth]]] = []
    for one, after in zip([first, *changes], [*changes, None], strict=True):
        begins = None if one is None or one is first else one.start
        inside = [
            point
            for point in points
            if (begins is None or point.month.end >= begins) and (after is None or point.month.end < after.start)
        ]
        if inside:
            found.append((one, inside))
    return found


def _judged(points: list[WholeMonth], baseline: Limits | None) -> list[Member]:
    """The members of one stretch. Limits come from its baseline, or from all of its months where that has too few."""
    values = [point.number for point in points]
    limits = baseline or _limits(points)
    flags = flags_of(values, limits, _gaps(points)) if limits else [None] * len(points)
    return [
        Member(point.month, point.value, point.number, flag, point.standard, limits, point.gap)
        for point, flag in zip(points, flags, strict=True)
    ]


def _limits(points: Sequence[WholeMonth]) -> Limits | None:
    return limits_of([point.number for point in points], _gaps(points))


def _gaps(points: Sequence[WholeMonth]) -> set[int]:
    return {place for place, point in enumerate(points) if point.gap and place}


def assurance_of(limits: Limits, standards: list[Standard | None]) -> Assurance | None:
    """Will the standard consistently be passed, or failed? Only what holds for every month's own standard is said.

    None where a month has no standard that is a bound, and where nothing varies: a constant 100 % is no failure.
    """
    if not limits.spread or not standards:
        return None
    found = {_held(limits, standard) for standard in standards}
    if None in found:
        return None
    return found.pop() if len(found) == 1 else Assurance.hit_or_miss


def _held(limits: Limits, standard: Standard | None) -> Assurance | None:
    """What the limits say of one standard."""
    if standard is None:
        return None
    low: float | None
    high: float | None
    if isinstance(standard, AtLeast | AtMost | Range):
        low, high = standard.edges
    elif isinstance(standard, TimeLimit):
        low, high = 1.0, None
    else:
        return None
    if (low is None or sign(limits.lower, low) >= 0) and (high is None or sign(limits.upper, high) <= 0):
        return Assurance.passing
    if (low is not None and sign(limits.upper, low) < 0) or (high is not None and sign(limits.lower, high) > 0):
        return Assurance.failing
    return Assurance.hit_or_miss


def _reason(members: tuple[Member, ...], limits: Limits) -> Sentence:
    """What the last month says, in a sentence: which rule, since when, in which direction. ``apart``: months without a
    case lie between, so that only those with cases are in a row."""
    last = members[-1].flag
    if not limits.spread:
        return Sentence("process-constant", {"months": limits.count})
    named = {"last": Month(members[-1].month.start)}
    if last is None:
        return Sentence("process-common", {**named, "months": len(members)})
    broken = max((place for place, member in enumerate(members) if member.gap), default=0)
    row = members[broken:]  # what can be in a row with the last month
    values = [member.number for member in row]
    count = {
        Rule.trend: lambda: _length(_steps(values), last.side) + 1,
        Rule.shift: lambda: _length([sign(value, limits.mean) for value in values], last.side),
    }.get(last.rule, lambda: _length([_side_of(member.flag, last.rule) for member in row], last.side))()
    told = 3 if last.rule is Rule.two_of_three else count  # months that the sentence speaks of
    first = row[-told].month.start
    params = {
        "up": int(last.side > 0),
        "months": count,
        "since": row[-count].month.start,
        "first": Month(first),
        **named,
    }
    params["apart"] = int(len(Period(first, row[-1].month.end).months()) > told)
    return Sentence(f"process-{last.rule.value.replace('_', '-')}", params)


def _steps(values: list[float]) -> list[int]:
    return [sign(two, one) for one, two in pairwise(values)]


def _side_of(flag: Flag | None, rule: Rule) -> int:
    return flag.side if flag and flag.rule is rule else 0


def _length(signed: list[int], side: int) -> int:
    """How many of the last numbers bear this sign."""
    return next((n for n, number in enumerate(reversed(signed)) if number * side <= 0), len(signed))
