"""Is the value of a month so far from those before it that the person who typed it should be asked?

A slip of the pen (a digit too many, last year's total in a month's cell) is found by the limits of the control chart,
which know how much the indicator usually moves; where there is none, by last month and the same month of last year.
"""

from __future__ import annotations

from datetime import timedelta

from kpi.catalogue import Catalogue
from kpi.dates.periods import Period, month_of, same_days_last_year
from kpi.evaluate import in_part
from kpi.observations import ALL, Book, Scope
from kpi.sentence import Amount, Sentence
from kpi.spc.control_chart import process_of
from kpi.values import Value, value_of

TIMES = 3  # as much as before, or that part of it
LEAST = 6  # months without which limits ask nobody anything
SMALL = 10  # pieces by which a small count may differ from any other


def unusual(
    catalogue: Catalogue, book: Book, key: str, month: Period, value: float, scope: Scope = ALL
) -> Sentence | None:
    """Why a value of an indicator in a month is unusual beside what ``book`` holds of the months before it.

    It is where it lies outside the limits of the control chart up to the month before; or where it is three times as much
    as last month *and* as the same month of last year, or a third of them (one of them alone where there is only one).
    Of a point in time that was not told last month the last one is meant, and its day named.
    A rate is a fraction. None: nothing to ask.
    """
    before = month_of(month.start - timedelta(days=1))
    process = process_of(catalogue, book, key, before.end, scope)
    limits = process.limits if process else None
    if limits and limits.spread and limits.count >= LEAST and not limits.lower <= value <= limits.upper:
        share = catalogue.indicator(key).unit == "percent"
        low, high = max(limits.lower, 0.0), min(limits.upper, 1.0) if share else limits.upper
        params = {
            "value": Amount(key, value),
            "low": Amount(key, low),
            "high": Amount(key, high),
            "months": limits.count,
        }
        return Sentence("figure-far-limits", params)
    year_ago = same_days_last_year(month)
    last, prior = (_value(catalogue, book, key, one, scope) for one in (before, year_ago))
    if prior is not None and not year_ago.holds(prior.period):
        prior = None  # a point in time of an earlier month
    if last is not None and prior is not None and last.period == prior.period:
        last = None  # nothing was told since
    told = {"last": last.value if last else None, "prior": prior.value if prior else None}
    known = {name: other for name, other in told.items() if other is not None}
    counted = catalogue.indicator(key).unit != "percent"
    if not known or not all(_far(value, other, counted) for other in known.values()):
        return None
    which = "both" if len(known) == 2 else next(iter(known))
    params = {name: Amount(key, other) for name, other in known.items()}
    if last is not None:
        params |= {"recent": int(before.holds(last.period)), "day": last.period.end}
    return Sentence(f"figure-far-{which}", {"value": Amount(key, value), **params})


def _value(catalogue: Catalogue, book: Book, key: str, month: Period, scope: Scope) -> Value | None:
    """The value of a whole month, or the last of a point in time; a count of a part of the month is none."""
    found = value_of(catalogue, book, key, month, scope)
    if not isinstance(found, Value) or found.value is None or in_part(catalogue, key, found, month):
        return None
    return found


def _far(value: float, other: float, counted: bool) -> bool:
    """Three times as much, or a third; of counts, by ten pieces at least."""
    if counted and abs(value - other) < SMALL:
        return False
    low, high = sorted((abs(value), abs(other)))
    return value != other and high >= TIMES * low
