"""Every status recomputed from the standards as ``metrics.yml`` states them, straight from the demonstration exports.

Written from the definitions alone; imports nothing of the dashboard. ``among`` puts other standards in their place.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import NamedTuple

import numpy as np
import pandas as pd

from tests import independent

FREQUENCY, EVIDENCE, TRACKED, LIMIT = "frequency", "evidence", "tracked", "time_limit"


class Window(NamedTuple):
    """A window of a frequency standard and what was counted in it up to the last day asked for."""

    first: date
    last: date
    count: float
    state: str  # done, missed or (not yet closed, not yet enough) open


@cache
def standards() -> tuple[dict, ...]:
    return tuple(independent.definitions()["standards"])


def standard(indicator: str, day: date, office: str | None = None, among: tuple[dict, ...] | None = None) -> dict:
    """The newest standard in force on a day, tracked where none is set.

    A frequency holds for the agency as a whole, and for an office only where it says so.
    """
    live = [
        one
        for one in (standards() if among is None else among)
        if one["indicator"] == indicator
        and one["from"] <= day <= one.get("to", date.max)
        and (office is None or one["kind"] != FREQUENCY or one.get("each_office"))
    ]
    return max(live, key=lambda one: one["from"], default={"kind": TRACKED})


# ---- the status ---------------------------------------------------------------------------------------------------


def status(
    indicator: str, start: date, end: date, office: str | None = None, among: tuple[dict, ...] | None = None
) -> str:
    """The status of a period by the standard in force on its last day."""
    if not applies(indicator, start, end, office):
        return "not_applicable"
    found, held = independent.value(indicator, start, end, office), standard(indicator, end, office, among)
    if found == independent.NOTHING:
        return "evidence_missing" if held["kind"] == EVIDENCE else "no_data"
    if held["kind"] == FREQUENCY:
        missed = any(window.state == "missed" for window in windows(indicator, start, end, office, among))
        return "not_met" if missed else "met"
    if not happened(indicator, start, end, office, found):
        return "no_cases"
    if held["kind"] == TRACKED:
        return "tracked"
    return "met" if satisfied(held, *found) else "not_met"


def satisfied(held: dict, value: float, numerator: float | None, denominator: float | None) -> bool:
    if held["kind"] == LIMIT:
        return numerator == denominator  # not one case over its limit
    low, high = allowed(held) or (-np.inf, np.inf)  # evidence sets no bounds: it is there
    return low <= value <= high


def allowed(held: dict) -> tuple[float, float] | None:
    """The least and the most that a standard allows, every case in time being a rate of one; None: it is no bound."""
    low, high = held.get("value"), held.get("high")
    return {
        LIMIT: (1.0, np.inf), "at_least": (low, np.inf), "at_most": (-np.inf, low), "range": (low, high),
    }.get(held["kind"])  # fmt: skip


def applies(indicator: str, start: date, end: date, office: str | None) -> bool:
    """Is there such a figure of the office?

    It must be in force; hand counts and data sets are the agency's alone, no export splits them; and evidence is asked
    of the offices that bring it, of all as long as none does.
    """
    if office is None:
        return True
    if not any(independent.in_force(name, start, end) for name in independent.family(office)):
        return False
    bringing = bringers().get(indicator)
    if bringing and not bringing & independent.family(office):
        return False
    return indicator not in independent.hand_counted() | independent.DATASETS


@cache
def bringers() -> dict[str, set[str]]:
    """The offices that bring the evidence of an indicator."""
    rows = independent.table("evidence")
    found: dict[str, set[str]] = {}
    for name, office in zip(rows["參考標準"], rows["組室"], strict=True):
        found.setdefault(independent.ids_by_name()[name], set()).add(independent.spellings()[office])
    return found


def happened(indicator: str, start: date, end: date, office: str | None, found: tuple) -> bool:
    """Was there a case of which the indicator speaks? A letter without a complaint is one; no letter is none."""
    if indicator not in independent.COUNTS:
        return found[0] is not None
    days, *_ = independent.facts_of(indicator, office)
    first = np.datetime64(independent.window_start(indicator, start, end))
    return bool(((first <= days) & (days <= np.datetime64(end))).any())


# ---- frequency ----------------------------------------------------------------------------------------------------


def windows(
    indicator: str, start: date, end: date, office: str | None = None, among: tuple[dict, ...] | None = None
) -> list[Window]:
    """The closed windows of the year and the one that holds the last day, oldest first; none without a frequency."""
    held = standard(indicator, end, office, among)
    if held["kind"] != FREQUENCY or not applies(indicator, start, end, office):
        return []
    return [window(indicator, *span, end, office, held) for span in spans(held["from"], end, held["window"])]


def spans(since: date, end: date, months: int) -> list[tuple[date, date]]:
    """Windows of so many months, counted from January, that the standard was in force in."""
    opens = pd.date_range(date(end.year, 1, 1), end, freq=pd.DateOffset(months=months))
    closes = [(day + pd.DateOffset(months=months, days=-1)).date() for day in opens]
    return [(day.date(), close) for day, close in zip(opens, closes, strict=True) if since <= close]


def window(indicator: str, first: date, last: date, end: date, office: str | None, held: dict) -> Window:
    until = min(last, end)
    count = independent.value(indicator, first, until, office)[1]
    least = count
    if held.get("each_office") and office is None:
        living = [name for name in independent.offices().index if independent.in_force(name, until, until)]
        least = min(independent.value(indicator, first, until, name)[1] for name in living)
    state = "done" if least >= held["value"] else "missed" if last <= end else "open"
    return Window(first, last, count, state)
