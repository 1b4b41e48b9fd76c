"""Every comparison with last year recomputed, straight from the demonstration exports.

Written from the definitions alone; imports nothing of the dashboard. The days that are compared are those of the value,
not those that were asked for: what was counted until 11/30 is held against 11/30.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import NamedTuple

import numpy as np
import pandas as pd

from tests import independent


class Answer(NamedTuple):
    """A value and the days that it holds for; the value is None where there were no cases."""

    value: float | None
    first: date
    last: date


class Years(NamedTuple):
    """This year's and last year's answer over the same days; no change where one of them had no cases."""

    now: Answer
    then: Answer
    absolute: float | None
    relative: float | None


# ---- a value and its days -----------------------------------------------------------------------------------------


@cache
def answer(indicator: str, start: date, end: date, office: str | None = None) -> Answer | None:
    """The value of a period with the days that it really covers, or None where there is no data."""
    found = independent.value(indicator, start, end, office)
    if found == independent.NOTHING:
        return None
    return Answer(found[0], *days_meant(indicator, start, end))


def days_meant(indicator: str, start: date, end: date) -> tuple[date, date]:
    """A point in time is its own day; hand counts are the days stated; cases run to the end of the exports."""
    if indicator in independent.DATASETS:
        newest = max(day for day in independent.snapshots() if day <= end)
        return newest, newest
    first = independent.window_start(indicator, start, end)
    if indicator in independent.hand_counted():
        return days_stated(indicator, first, end)
    return first, min(end, independent.REACH[1])


def days_stated(indicator: str, start: date, end: date) -> tuple[date, date]:
    first, last, *_ = independent.rows_of(indicator)
    if indicator in independent.POINTS:
        point = last[last <= np.datetime64(end)].max().astype(object)
        return point, point
    inside = (np.datetime64(start) <= first) & (last <= np.datetime64(end))
    return first[inside].min().astype(object), last[inside].max().astype(object)


# ---- the same days ------------------------------------------------------------------------------------------------


def first_day_last_year(day: date) -> date:
    return (pd.Timestamp(day) - pd.DateOffset(years=1)).date()


def last_day_last_year(day: date) -> date:
    """A month's last day answers to that month's last day: 2025-02-28 to 2024-02-29, 2025-02-27 to 2024-02-27."""
    same = pd.Timestamp(day) - pd.DateOffset(years=1)
    return (same + pd.offsets.MonthEnd(0) if pd.Timestamp(day).is_month_end else same).date()


def exactly(indicator: str, first: date, last: date, office: str | None) -> Answer | None:
    """The value of these very days, or None where there is only one for fewer days."""
    found = answer(indicator, first, last, office)
    return found if found and (found.first, found.last) == (first, last) else None


def over_same_days(indicator: str, first: date, last: date, office: str | None) -> tuple[Answer, Answer] | None:
    """Both years' answers, or None when either year has no value of exactly these days."""
    now = exactly(indicator, first, last, office)
    then = exactly(indicator, first_day_last_year(first), last_day_last_year(last), office)
    return (now, then) if now and then else None


def over_whole_months(indicator: str, first: date, last: date, office: str | None) -> tuple[Answer, Answer] | None:
    """Both years' answers over the most months from the first day on that both years have."""
    for close in reversed(pd.date_range(first, last, freq="ME")):
        if found := over_same_days(indicator, first, close.date(), office):
            return found
    return None


def point_to_point(indicator: str, now: Answer, end: date, office: str | None) -> tuple[Answer, Answer] | None:
    """The value on the last day and that on the same day of last year: each the last one known by then."""
    close = last_day_last_year(end)
    then = answer(indicator, close, close, office)
    return (now, then) if then else None


# ---- the comparison -----------------------------------------------------------------------------------------------


def years(indicator: str, start: date, end: date, office: str | None = None) -> Years | None:
    """This year beside last year, or None where there is nothing to compare."""
    now = None if indicator in independent.qualitative() else answer(indicator, start, end, office)
    if now is None or excluded(indicator, start):
        return None
    if indicator in independent.POINTS | independent.DATASETS:
        pair = point_to_point(indicator, now, end, office)
    else:
        pair = over_same_days(indicator, now.first, now.last, office)
        if pair is None and indicator in independent.hand_counted():
            pair = over_whole_months(indicator, now.first, now.last, office)
    return Years(*pair, *change(indicator, pair[0].value, pair[1].value)) if pair else None


def excluded(indicator: str, start: date) -> bool:
    """Does ``metrics.yml`` say that last year cannot be compared: never, or not before a day?"""
    barred = independent.indicators()[indicator].get("not_comparable")
    return barred is not None and ("before" not in barred or first_day_last_year(start) < barred["before"])


def change(indicator: str, now: float | None, then: float | None) -> tuple[float | None, float | None]:
    """Absolute and relative; rates change in percentage points only, and nothing is relative to zero."""
    if now is None or then is None:
        return None, None
    rate = independent.indicators()[indicator]["unit"] == "percent"
    return now - then, None if rate or then == 0 else (now - then) / then
