"""The value of an indicator over a period, by its behaviour: sums first, one division last."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple, cast

from kpi.catalogue import Behaviour, Catalogue, Indicator
from kpi.dates.periods import Period, merge, window_of
from kpi.observations import ALL, Book, Observation, Reach, Scope, Shelf
from kpi.sentence import Sentence
from kpi.told import NO_VALUE, NOT_YET, Lacking, Told, lacking_of, last_told

ONE_DAY = timedelta(days=1)
POINTS = (Behaviour.stock, Behaviour.cumulative)
ABOUT, AT_LEAST = "約", "以上"
ABOUT_AT_LEAST = "約以上"
"""Qualifies a sum of counts some of which are about, and others at least, so many."""


class Value(NamedTuple):
    """A value with what it was divided from.

    ``period`` is what it really covers; of a point in time, that day. ``n`` is the denominator, for medians the number
    of cases, None for stocks and hand counts. ``value`` is None where the denominator is zero; rates are fractions.
    ``lacking``: offices whose count is not in the sum. ``told``: of a point in time that offices tell, each with its day;
    its period is then the newest of them.
    """

    value: float | None
    period: Period
    numerator: float | None = None
    denominator: float | None = None
    n: float | None = None
    qualifier: str | None = None
    rows: int = 0
    text: str | None = None
    lacking: tuple[Lacking, ...] = ()
    told: tuple[Told, ...] = ()

    @property
    def lacks(self) -> frozenset[str]:
        """The names of the offices whose count is not in the sum."""
        return frozenset(one.office for one in self.lacking)


class Missing(NamedTuple):
    """Why there is no value. ``status`` is ``no_data``, ``no_cases``, ``not_applicable`` or ``evidence_missing``."""

    status: str
    reason: Sentence


AGENCY_ONLY = Missing("not_applicable", Sentence("agency-only"))


def value_of(catalogue: Catalogue, book: Book, key: str, period: Period, scope: Scope = ALL) -> Value | Missing:
    """Value of an indicator over ``period``, clamped to the day that its source reaches.

    Observations that overlap an edge of the period are never prorated: the answer then names the period there is.
    """
    shelf = book.of(key, scope)
    values = shelf.worked_out(catalogue)
    found = values.get(period)
    if found is None:
        found = values[period] = _value_of(catalogue, book, key, period, scope, shelf)
    return found


def _value_of(
    catalogue: Catalogue, book: Book, key: str, period: Period, scope: Scope, shelf: Shelf
) -> Value | Missing:  # fmt: skip
    item = catalogue.indicator(key)
    source = catalogue.sources[item.source]
    absent = _office_absent(book, key, period, scope)
    if absent:
        return absent
    rows = shelf.rows
    if source.kind == "evidence":
        others = sorted({row.office for row in book.of(key, ALL).rows if row.office})
        if scope.office is not None and not rows and others:
            return Missing("not_applicable", Sentence("evidence-elsewhere", {"offices": others}))
        return _evidence(rows, period)
    if source.kind == "figures":
        found = _point if item.behaviour in POINTS else _stated
        return found(book, scope, rows, period, item)
    if source.kind == "snapshot":
        return _snapshot(rows, book.reach.get(item.source, Reach()), period, item)
    end = covered_until(book.reach.get(item.source, Reach()), _window(item, period))
    if isinstance(end, Missing):
        return end
    asked = _window(item, Period(min(period.start, end), end))
    actual = Period(asked.start, end)
    inside, across = shelf.inside(actual)
    if across:  # the book was not cut there
        spans = merge([Period(row.start, row.end) for row in across])
        return Missing("no_data", Sentence("no-data-edge", {"spans": spans, "period": actual}))
    if item.behaviour is Behaviour.coverage:
        return _coverage(inside, actual, book, scope)
    return combine(inside, item, actual)


def _window(item: Indicator, period: Period) -> Period:
    return Period(window_of(period.end, item.window).start, period.end) if item.window else period


def covered_until(reach: Reach, period: Period) -> date | Missing:
    """The last day of ``period`` to which a source reaches without a hole."""
    first = next((span for span in reach.spans if span.start <= period.start <= span.end), None)
    inside = [span for span in reach.spans if span.meets(period)]
    if first is None or len(inside) > 1:
        if inside:
            return Missing("no_data", Sentence("no-data-hole", {"spans": inside, "period": period}))
        spans = list(reach.spans)
        return Missing(
            "no_data", Sentence("no-data-covered" if spans else "no-data-yet", {"spans": spans, "period": period})
        )
    return min(first.end, period.end)


def combine(rows: Iterable[Observation], item: Indicator, actual: Period) -> Value:
    """Sum observations, then divide once."""
    rows = list(rows)
    qualifier = qualifier_of({row.qualifier for row in rows})
    if item.behaviour is Behaviour.quantile:
        counts: dict[float, float] = {}
        for days, cases in zip(_there([row.bin for row in rows]), _there([row.numerator for row in rows]), strict=True):
            counts[days] = counts.get(days, 0) + cases
        n = sum(counts.values())
        quantile = getattr(item.measure, "quantile", 0.5)
        return Value(quantile_of(counts, quantile), actual, None, n, n, qualifier, len(rows))
    numerator = sum(_there([row.numerator for row in rows]))
    if item.behaviour in (Behaviour.ratio, Behaviour.mean):
        denominator = sum(_there([row.denominator for row in rows]))
        value = numerator / denominator if denominator else None
        return Value(value, actual, numerator, denominator, denominator, qualifier, len(rows))
    return Value(numerator, actual, numerator, None, None, qualifier, len(rows))


def _there(numbers: list[float | None]) -> list[float]:
    """The numbers of observations that are summed: a sum raises `TypeError` where one is not there, which is unknown, not zero."""
    return cast("list[float]", numbers)


def qualifier_of(qualifiers: Iterable[str | None]) -> str | None:
    """What qualifies a sum of numbers that are qualified so, in whatever order: the words of all of them.

    A sum of what is about ten (約) and what is at least ten (以上) may lie below it, and far above: 約 20 以上.
    """
    found = set(filter(None, qualifiers))
    return ABOUT_AT_LEAST if {ABOUT, AT_LEAST} <= found else max(found, default=None)


def quantile_of(counts: dict[float, float], q: float) -> float | None:
    """Quantile of a histogram by linear interpolation, as DuckDB's quantile_cont and pandas' default do.

    ``counts`` maps a value to how many cases have it.
    """
    total = sum(counts.values())
    if not total:
        return None
    place = q * (total - 1)
    low, share = int(place), place - int(place)
    values = sorted(counts)

    def at(index: int) -> float:
        seen = 0.0
        for value in values:
            seen += counts[value]
            if index < seen:
                return value
        return values[-1]

    below = at(low)
    return below + (at(low + 1) - below) * share if share else below


def _office_absent(book: Book, key: str, period: Period, scope: Scope) -> Missing | None:
    if scope.office is None:
        return None
    if not book.in_force(scope.office, period):
        return Missing("not_applicable", Sentence("office-not-in-force", {"office": scope.office, "period": period}))
    if book.agency_only(key):
        return AGENCY_ONLY
    return None


def _evidence(rows: list[Observation], period: Period) -> Value | Missing:
    valid = [row for row in rows if row.start <= period.end <= row.end]
    if valid:
        newest = max(valid, key=lambda row: row.start)
        return Value(None, Period(newest.start, newest.end), text=newest.qualifier, rows=len(valid))
    ended = [row.end for row in rows if row.end < period.end]
    key = "evidence-ended" if ended else "evidence-none"
    return Missing("evidence_missing", Sentence(key, {"day": max(ended)} if ended else {}))


def _point(book: Book, scope: Scope, rows: list[Observation], period: Period, item: Indicator) -> Value | Missing:
    """The last value on or before the cut-off; of several offices, the last of each. What isn't published yet is passed
    over, as long as there is something earlier."""
    last, silent = last_told(book, scope, rows, period.end)
    if not last:
        later = [row.end for row in rows]
        key = "no-data-later" if later else "no-data-yet"
        return Missing("no_data", Sentence(key, {"day": min(later)} if later else {}))
    day = max(row.end for row in last)
    if missing := _without(last, merge([Period(row.end, row.end) for row in last])):
        return missing
    numbers = _numbers(last)
    listed = [office.name for office in book.offices]  # rows come in no order
    told = [
        Told(row.office, row.end, row.numerator)
        for row in numbers
        if row.office is not None and row.numerator is not None
    ]
    told.sort(key=lambda one: (listed.index(one.office) if one.office in listed else len(listed), one.office))
    return combine(numbers, item, Period(day, day))._replace(lacking=silent, told=tuple(told))


def _numbers(rows: list[Observation]) -> list[Observation]:
    return [row for row in rows if row.numerator is not None]


def _without(rows: list[Observation], spans: list[Period]) -> Missing | None:
    """Why these hand-counted rows make no number: all of them state none, or one that is needed is not there.

    What does not apply is left out of a sum; what has no value or is not published yet leaves a hole in it.
    """
    stated = {row.qualifier for row in rows if row.numerator is None}
    whole = not _numbers(rows)
    if NOT_YET in stated:
        return Missing("no_data", Sentence("stated-not-yet", {"spans": spans}))
    if NO_VALUE in stated:
        return Missing(
            "no_cases" if whole else "no_data", Sentence("stated-none" if whole else "stated-partly", {"spans": spans})
        )
    return Missing("not_applicable", Sentence("stated-not-applicable", {"spans": spans})) if whole else None


def _snapshot(rows: list[Observation], reach: Reach, period: Period, item: Indicator) -> Value | Missing:
    days = [day for day in reach.snapshots if day <= period.end]
    if not days:
        key = "no-data-later" if reach.snapshots else "no-data-yet"
        return Missing("no_data", Sentence(key, {"day": min(reach.snapshots)} if reach.snapshots else {}))
    day = max(days)
    return combine([row for row in rows if row.end == day], item, Period(day, day))


def _stated(book: Book, scope: Scope, rows: list[Observation], period: Period, item: Indicator) -> Value | Missing:
    """Hand-counted values that were stated for whole periods; of offices the sum, with those that it lacks."""
    if item.window:
        period = _window(item, period)
    inside = [row for row in rows if period.start <= row.start and row.end <= period.end]
    spans = merge([Period(row.start, row.end) for row in inside])
    across = [
        row for row in rows if row not in inside and row.start <= period.end and period.start <= row.end
    ]  # fmt: skip
    if across:
        there = spans or merge([Period(row.start, row.end) for row in across])
        return Missing("no_data", Sentence("no-data-edge", {"spans": there, "period": period}))
    if not inside:
        known = merge([Period(row.start, row.end) for row in rows])
        return Missing("no_data", Sentence("no-data-stated" if known else "no-data-yet", {"spans": known[-3:]}))
    if len(spans) > 1:
        return Missing("no_data", Sentence("no-data-hole", {"spans": spans, "period": period}))
    if missing := _without(inside, spans):
        return missing
    inside = _numbers(inside)
    if item.behaviour in (Behaviour.ratio, Behaviour.mean) and any(row.denominator is None for row in inside):
        if len(inside) > 1:
            return Missing("no_data", Sentence("ratio-without-n", {"count": len(inside)}))
        row = inside[0]
        found = Value(row.numerator, spans[0], qualifier=row.qualifier, rows=1)
    else:
        found = combine(inside, item, spans[0])
    until = [row for row in rows if row.end <= spans[0].end]
    return found._replace(lacking=lacking_of(book, scope, until, spans[0]))


def _coverage(rows: list[Observation], actual: Period, book: Book, scope: Scope) -> Value:
    """Offices with at least one case, of the offices in force on the last day."""
    on_last_day = Period(actual.end, actual.end)
    offices = [office.name for office in book.offices if office.in_force(on_last_day)]
    if scope.office is not None:
        offices = [name for name in offices if name in book.lineage(scope.office)]
    reached = {row.office for row in rows if row.numerator}
    numerator = sum(1 for name in offices if book.lineage(name) & reached)
    value = numerator / len(offices) if offices else None
    return Value(value, actual, numerator, len(offices), len(offices), rows=len(rows))
