"""Values, windows and charts of a source of which only some days were delivered, recomputed from the definitions alone.

Covered without rows is no case; not covered is no data: never zero, never missed. Imports nothing of the dashboard.
"""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import pandas as pd

from tests import independent_process

DAY = timedelta(days=1)


class Delivered(NamedTuple):
    """The days that the files of a source cover, and one row ``day, office, num`` per case that counts."""

    days: frozenset[date]
    rows: pd.DataFrame


class Found(NamedTuple):
    """``value`` is None where there were no cases; ``first`` and ``last`` are the days that it holds for."""

    value: float | None
    num: float
    n: int
    first: date
    last: date


def days_of(first: date, last: date) -> list[date]:
    return [first + DAY * step for step in range((last - first).days + 1)]


def covered_until(days: frozenset[date], first: date, last: date) -> date | None:
    """The last day delivered of a period, which is never asked about beyond it; None where a day before it is not."""
    known = max((day for day in days if first <= day <= last), default=None)
    return known if known and set(days_of(first, known)) <= days else None


def value(source: Delivered, how: str, first: date, last: date, office: str | None = None) -> Found | None:
    """``how``: sum, share (or mean), or a quantile such as 0.5; None is no data."""
    until = covered_until(source.days, first, last)
    if until is None:
        return None
    rows = source.rows[source.rows["day"].between(first, until)]
    if office is not None:
        rows = rows[rows["office"] == office]
    num, n = float(rows["num"].sum()), len(rows)
    if how == "sum":
        found = num
    elif n == 0:
        found = None
    else:
        found = num / n if how == "share" else float(np.quantile(rows["num"], float(how)))
    return Found(found, num, n, first, until)


# ---- windows of a frequency standard ------------------------------------------------------------------------------


class Window(NamedTuple):
    first: date
    last: date
    count: float  # in the days delivered
    state: str  # done, missed, or neither


def window(source: Delivered, first: date, last: date, end: date, least: float, each: tuple[str, ...] = ()) -> Window:
    """What was delivered may suffice; only a closed window that was delivered whole can be missed."""
    until = min(last, end)
    rows = source.rows[source.rows["day"].between(first, until) & source.rows["day"].isin(source.days)]
    counts = [rows.loc[rows["office"] == name, "num"].sum() for name in each] or [rows["num"].sum()]
    whole = last <= end and set(days_of(first, last)) <= source.days
    state = "done" if min(counts) >= least else "missed" if whole else "neither"
    return Window(first, last, float(rows["num"].sum()), state)


def windows(source: Delivered, end: date, months: int, least: float, each: tuple[str, ...] = ()) -> list[Window]:
    """The windows of the year up to the one that holds the last day."""
    firsts = [day.date() for day in pd.date_range(date(end.year, 1, 1), end, freq=pd.DateOffset(months=months))]
    lasts = [(pd.Timestamp(first) + pd.DateOffset(months=months, days=-1)).date() for first in firsts]
    return [window(source, *span, end, least, each) for span in zip(firsts, lasts, strict=True)]


# ---- the chart ----------------------------------------------------------------------------------------------------


class Chart(NamedTuple):
    months: list[tuple[date, date]]
    values: np.ndarray
    limits: tuple[float, float, float]
    flags: list[tuple[str, int] | None]


def chart(source: Delivered, how: str, end: date, office: str | None = None) -> Chart | None:
    """Of the months that were delivered whole and have a value; no moving range and no run reaches over days never delivered."""
    found = {span: value(source, how, *span, office) for span in independent_process.whole_months(end)}
    months = [span for span, one in found.items() if one and one.value is not None and one.last == span[1]]
    if len(months) < 2:
        return None
    values = np.array([found[span].value for span in months], float)
    near = [set(days_of(before, after)) <= source.days for (_, before), (after, _) in pairwise(months)]
    limits = independent_process.limits(values, np.abs(np.diff(values))[near])
    return Chart(months, values, limits, independent_process.flags(values, *limits, near))
