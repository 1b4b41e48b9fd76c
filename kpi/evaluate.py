"""One indicator, one period, one scope: value, standard, status with its sentence, and the same days of last year.

`Result` is computed once; screen, file and command line print this same object.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import count
from typing import NamedTuple

from kpi.catalogue import Behaviour, Catalogue, Level, Standard, StandardKind
from kpi.dates.periods import Period, same_days_last_year
from kpi.dates.time_limits import RECKONED
from kpi.exact import sign
from kpi.frequency import Window
from kpi.observations import ALL, Book, Scope
from kpi.sentence import Sentence
from kpi.standards import in_force, of_the_whole, standards_of, yearly_of
from kpi.status import Judgement, Status, judge
from kpi.targets import judge_year
from kpi.values import POINTS, Missing, Value, value_of

RATES = (Behaviour.ratio, Behaviour.coverage)


@dataclass(frozen=True)
class Change:
    """Against last year. ``absolute`` of a rate is a fraction (0.006 is 0.6 percentage points).

    ``relative`` is None where it has no meaning: for rates, and where last year's value is zero.
    """

    absolute: float
    relative: float | None


@dataclass(frozen=True)
class PerDay:
    """Both years by working day; ``relative`` is the change of what came on each. Working days of both periods."""

    now: float
    before: float
    days: int
    days_before: int

    @property
    def relative(self) -> float | None:
        return (self.now - self.before) / self.before if self.before else None


class Result(NamedTuple):  # made in great numbers, which a tuple is quicker at
    indicator: str
    scope: Scope
    asked: Period
    value: Value | None
    status: Status
    reason: Sentence
    standard: Standard | None
    earlier_standard: Standard | None  # in force at the start of the period, replaced since
    prior: Value | None  # the same days of last year
    compared: Value | None  # this year's value over the days that were compared
    change: Change | None
    no_comparison: Sentence | None  # why there is none
    windows: tuple[Window, ...]
    demo: bool
    level: Level | None = None  # reached, where the standard has levels
    per_day: PerDay | None = None  # where the count depends on the days worked

    @property
    def through(self) -> date | None:
        return self.value.period.end if self.value else None


def evaluate(catalogue: Catalogue, book: Book, key: str, period: Period, scope: Scope = ALL) -> Result:
    """Evaluate one indicator over ``period`` (its end is the cut-off; nothing later is seen)."""
    item = catalogue.indicator(key)
    found = value_of(catalogue, book, key, period, scope)
    current = found if isinstance(found, Value) else None
    standards = standards_of(catalogue, book, key, scope.office)
    if current is None and not standards:  # so it is of most parts of most indicators
        status, reason = judge(catalogue, book, key, found, None, None, period.end, scope)[:2]
        demo = item.source in book.demo
        return Result(key, scope, period, None, status, reason, None, None, None, None, None, None, (), demo)
    day = current.period.end if current and item.behaviour not in (*POINTS, Behaviour.evidence) else period.end
    standard = earlier = None
    if standards:
        standard, at_start = in_force(standards, day), in_force(standards, period.start)
        earlier = at_start if at_start and standard and at_start.id != standard.id else None
    compared, prior, why_not = compare(catalogue, book, key, period, scope, current)
    judgement = _judge(
        catalogue, book, key, _of_same_days(found, compared, standard), standard, prior, period.end, scope
    )
    return Result(
        indicator=key, scope=scope, asked=period, value=current, status=judgement.status,
        reason=_with_reckoned(judgement.reason, current, book),
        standard=standard if standard and standard.kind is not StandardKind.tracked else None,
        earlier_standard=earlier, prior=prior, compared=compared,
        change=change_of(item.behaviour, compared, prior), no_comparison=why_not,
        windows=judgement.windows, demo=item.source in book.demo, level=judgement.level,
        per_day=per_day(book, compared, prior) if item.by_workday else None,
    )  # fmt: skip


def _with_reckoned(reason: Sentence, found: Value | None, book: Book) -> Sentence:
    """The reason, and where due dates were counted by weekday, from when on there is no office calendar."""
    if found is None or found.qualifier != RECKONED:
        return reason
    known = book.calendar.years if book.calendar else frozenset()
    missing = next(year for year in count(found.period.start.year) if year not in known)
    return Sentence("reason-reckoned", {"reason": reason, "day": date(missing, 1, 1)})


def _judge(
    catalogue: Catalogue, book: Book, key: str, found: Value | Missing, standard: Standard | None, prior: Value | None,
    asked: date, scope: Scope,
) -> Judgement:  # fmt: skip
    """A target for the year is held against the year so far, whatever part of it was asked for."""
    item = catalogue.indicators[key]
    yearly = yearly_of(item, standard)
    if yearly and not of_the_whole(item, yearly, scope) and isinstance(found, Value):
        end = found.period.end
        found = value_of(catalogue, book, key, Period(date(end.year, 1, 1), end), scope)
        if isinstance(found, Value) and found.value is not None and not found.lacking:
            if found.period.start != date(end.year, 1, 1):
                hole = {"spans": [found.period], "period": Period(date(end.year, 1, 1), end)}
                return Judgement(Status.no_data, Sentence("no-data-hole", hole))
            return judge_year(catalogue, book, yearly, found.value, found.period, scope)
    return judge(catalogue, book, key, found, standard, prior, asked, scope)


def _of_same_days(found: Value | Missing, compared: Value | None, standard: Standard | None) -> Value | Missing:
    """What is held against last year are the days that both years have."""
    against = standard is not None and standard.kind is StandardKind.not_worse_than_last_year
    return compared if against and compared is not None else found


def per_day(book: Book, now: Value | None, before: Value | None) -> PerDay | None:
    """Counts by working day; None without both, or where the calendar does not hold both years."""
    if now is None or before is None or now.value is None or before.value is None or book.calendar is None:
        return None
    if not {now.period.start.year, before.period.start.year} <= book.calendar.years:
        return None
    days = [book.calendar.count(value.period.start, value.period.end) for value in (now, before)]
    if not all(days):
        return None
    return PerDay(now.value / days[0], before.value / days[1], *days)


def change_of(behaviour: Behaviour, now: Value | None, prior: Value | None) -> Change | None:
    if now is None or prior is None or now.value is None or prior.value is None:
        return None
    absolute = now.value - prior.value if sign(now.value, prior.value) else 0.0
    relative = absolute / prior.value if behaviour not in RATES and prior.value else None
    return Change(absolute, relative)


def compare(
    catalogue: Catalogue, book: Book, key: str, period: Period, scope: Scope, current: Value | None
) -> tuple[Value | None, Value | None, Sentence | None]:  # fmt: skip
    """This year's and last year's value over the same days, or the sentence that says why there is none.

    Where either year has no daily values, the whole months that both years have are compared.
    """
    item = catalogue.indicators[key]
    if current is None or item.behaviour is Behaviour.evidence:
        return None, None, None
    barred = item.not_comparable
    asked = same_days_last_year(period)
    if barred and (barred.before is None or asked.start < barred.before):
        return None, None, Sentence("not-comparable", {"why": barred})
    if item.behaviour in POINTS or catalogue.sources[item.source].kind == "snapshot":
        prior = value_of(catalogue, book, key, asked, scope)
        if isinstance(prior, Missing) or prior.period == current.period:  # nothing newer came since
            return None, None, Sentence("no-prior", {"period": asked})
        return _of_same_offices(current, prior)
    same = same_days_last_year(current.period)
    prior = value_of(catalogue, book, key, same, scope)
    if isinstance(prior, Value) and prior.period == same and prior.lacks == current.lacks:
        return current, prior, None
    if catalogue.sources[item.source].kind == "figures":
        return _whole_months(catalogue, book, key, current, scope, same)
    return None, None, Sentence("no-prior", {"period": same})


def _of_same_offices(now: Value, prior: Value) -> tuple[Value | None, Value | None, Sentence | None]:
    """Both years, or the sentence that only one of them holds the count of some offices."""
    if now.lacks == prior.lacks:
        return now, prior, None
    return None, None, Sentence("lacks-otherwise", {"offices": sorted(now.lacks ^ prior.lacks)})


def _whole_months(
    catalogue: Catalogue, book: Book, key: str, current: Value, scope: Scope, same: Period
) -> tuple[Value | None, Value | None, Sentence | None]:
    """The most whole months that both years have, of the same offices."""
    unlike = None
    for end in reversed([month.end for month in current.period.months() if month.end <= current.period.end]):
        shorter = Period(current.period.start, end)
        before = same_days_last_year(shorter)
        now, prior = (value_of(catalogue, book, key, period, scope) for period in (shorter, before))
        if isinstance(now, Value) and isinstance(prior, Value) and (now.period, prior.period) == (shorter, before):
            found = _of_same_offices(now, prior)
            if found[0] is not None:
                return found
            unlike = unlike or found
    return unlike or (None, None, Sentence("no-prior", {"period": same}))


@dataclass(frozen=True)
class Point:
    """One month of a chart. ``value`` is None where there is none; ``provisional``: it is of a part of the month only."""

    month: Period
    value: Value | None
    provisional: bool
    standard: Standard | None


def monthly(
    catalogue: Catalogue, book: Book, key: str, year: int, end: date, scope: Scope = ALL, *, cumulative: bool = False
) -> list[Point]:  # fmt: skip
    """The months of a year up to ``end``, each for itself or counted from 1 January."""
    item = catalogue.indicator(key)
    points, standards = [], standards_of(catalogue, book, key, scope.office)
    for month in Period(date(year, 1, 1), date(year, 12, 31)).months():
        if month.start > end:
            break
        stop = min(month.end, end)
        found = value_of(catalogue, book, key, Period(date(year, 1, 1) if cumulative else month.start, stop), scope)
        value = found if isinstance(found, Value) else None
        if value and value.period.end < month.start:
            value = None  # nothing new this month
        points_in_time = item.behaviour in POINTS or catalogue.sources[item.source].kind == "snapshot"
        if value and cumulative and not (points_in_time or item.window) and value.period.start != date(year, 1, 1):
            value = None  # what came before it is not known
        points.append(Point(month, value, in_part(catalogue, key, value, month), in_force(standards, stop)))
    return points


def in_part(catalogue: Catalogue, key: str, value: Value | None, month: Period) -> bool:
    """Is a value without some days of a month: the first, as a count that begins later, or the last, as one of a month that
    is not over? A point in time lacks none."""
    item = catalogue.indicators[key]
    if value is None or item.behaviour in POINTS or catalogue.sources[item.source].kind == "snapshot":
        return False
    return value.period.start > month.start or value.period.end < month.end


def is_whole(point: Point, tellers: frozenset[str]) -> bool:
    """Is a month over and wholly told? ``tellers``: the offices that tell (see `kpi.told`); that one never does is the same
    in every month."""
    value = point.value
    return value is not None and value.period == point.month and tellers.isdisjoint(value.lacks)
