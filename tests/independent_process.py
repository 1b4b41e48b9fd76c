"""Every control chart recomputed by the rules of Making Data Count, straight from the demonstration exports.

XmR: the mean of the values, limits 2.66 mean moving ranges away. Written from the definitions alone; imports nothing of
the dashboard.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import NamedTuple

import numpy as np
import pandas as pd

from tests import independent
from tests.independent_status import allowed, standard
from tests.independent_years import exactly

WITHOUT = {"stock", "cumulative", "evidence", "coverage"}
RUN = 7  # points of a trend or a shift
SAME = 1e-9  # of the largest value: closer than this is equal


class Chart(NamedTuple):
    """Months with their values, the limits, and the flag of each month: its rule and side, or None."""

    months: list[tuple[date, date]]
    values: np.ndarray
    mean: float
    lower: float
    upper: float
    flags: list[tuple[str, int] | None]
    variation: str
    assurance: str | None


def has_chart(indicator: str) -> bool:
    """No points in time and no coverage; a window is judged whole, not month by month."""
    item = independent.indicators()[indicator]
    return not (item["behaviour"] in WITHOUT or "window" in item or indicator in independent.DATASETS)


@cache
def whole_months(end: date) -> list[tuple[date, date]]:
    """The months of the year of ``end`` and of the two before that are over by then, oldest first."""
    ends = [day.date() for day in pd.date_range(date(end.year - 2, 1, 1), end, freq="ME")]
    return [(day.replace(day=1), day) for day in ends]


def chart(indicator: str, end: date, office: str | None = None, among: tuple[dict, ...] | None = None) -> Chart | None:
    """The chart of the whole months that have a value; None where fewer than two do."""
    if not has_chart(indicator):
        return None
    found = {span: exactly(indicator, *span, office) for span in whole_months(end)}
    months = [span for span, answer in found.items() if answer and answer.value is not None]
    if len(months) < 2:
        return None
    values = np.array([found[span].value for span in months], float)
    lower, mean, upper = limits(values)
    flagged = flags(values, lower, mean, upper)
    said = variation(flagged[-1], independent.indicators()[indicator].get("direction"))
    bounds = [allowed(standard(indicator, last, office, among)) for _, last in months]
    return Chart(months, values, mean, lower, upper, flagged, said, assurance(lower, upper, bounds))


def limits(values: np.ndarray, ranges: np.ndarray | None = None) -> tuple[float, float, float]:
    """Lower limit, mean and upper limit; ``ranges``: the moving ranges, where not all are taken."""
    ranges = np.abs(np.diff(values)) if ranges is None else ranges
    mean, reach = values.mean(), 2.66 * ranges.mean()
    return mean - reach, mean, mean + reach


# ---- special causes -----------------------------------------------------------------------------------------------


def flags(
    values: np.ndarray, lower: float, mean: float, upper: float, near: list[bool] | None = None
) -> list[tuple[str, int] | None]:
    """The first rule that applies to each point, with the side: above or rising 1, below or falling -1.

    ``near``: whether each point follows the one before it without a hole; no run of points reaches over one.
    """
    tie = SAME * max(np.abs(values).max(), 1e-300)
    holes = [] if near is None else np.flatnonzero(np.logical_not(near)) + 1
    return [flag for piece in np.split(values, holes) for flag in first_rules(piece, mean, upper - mean, tie)]


def first_rules(values: np.ndarray, mean: float, reach: float, tie: float) -> list[tuple[str, int] | None]:
    off = values - mean
    rules = {
        "outside": sides(off, reach + tie),
        "trend": trend(sides(np.diff(values), tie)),
        "two_of_three": two_of_three(off, reach, tie),
        "shift": runs(sides(off, tie), RUN),
    }
    return [
        next(((rule, int(side[point])) for rule, side in rules.items() if side[point]), None)
        for point in range(len(values))
    ]


def sides(numbers: np.ndarray, beyond: float) -> np.ndarray:
    """1 where a number is above ``beyond``, -1 where it is as far below zero, otherwise 0."""
    return (numbers > beyond).astype(int) - (numbers < -beyond).astype(int)


def runs(signs: np.ndarray, least: int) -> np.ndarray:
    """The signs that stand in a run of at least so many equal ones; 0 elsewhere, and a 0 breaks a run."""
    kept = np.zeros_like(signs)
    for start in range(len(signs) - least + 1):
        piece = signs[start : start + least]
        if abs(piece.sum()) == least:
            kept[start : start + least] = piece
    return kept


def trend(steps: np.ndarray) -> np.ndarray:
    """Six successive steps one way make seven points; the point where two trends meet keeps the first."""
    moving = runs(steps, RUN - 1)
    before, after = np.append(0, moving), np.append(moving, 0)
    return np.where(before != 0, before, after)


def two_of_three(off: np.ndarray, reach: float, tie: float) -> np.ndarray:
    """Points between two thirds of the limit and the limit, two of three of them, all three on one side of the mean."""
    side = sides(off, tie)
    near = (np.abs(off) > reach * 2 / 3 + tie) & (np.abs(off) < reach - tie)
    kept = np.zeros_like(side)
    for start in range(len(off) - 2):
        three = slice(start, start + 3)
        if abs(side[three].sum()) == 3 and near[three].sum() >= 2:
            kept[three] = np.where(near[three], side[three], kept[three])
    return kept


# ---- what it says -------------------------------------------------------------------------------------------------


def variation(flag: tuple[str, int] | None, direction: str | None) -> str:
    """What the last point says: usual, or better or worse by the direction of the indicator."""
    if flag is None:
        return "common_cause"
    if direction not in ("higher", "lower"):
        return "neutral"
    return "improving" if (flag[1] > 0) == (direction == "higher") else "concerning"


def assurance(lower: float, upper: float, bounds: list[tuple[float, float] | None]) -> str | None:
    """What the limits say of a bound in force in every month; None where a month has none, or where nothing varies."""
    if None in bounds or lower == upper:
        return None
    if all(low <= lower and upper <= high for low, high in bounds):
        return "passing"
    if all(upper < low or high < lower for low, high in bounds):
        return "failing"
    return "hit_or_miss"
