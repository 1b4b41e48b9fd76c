"""The clock of one case, day by day: when it is due, on which day it enters the rate, how many days it took.

Written from the definitions alone, in plain Python; imports nothing of the dashboard. A case is asked about on a day:
what came later is not seen, and what is still open then runs to that day.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

DAY = timedelta(days=1)


class Case(NamedTuple):
    """``pairs``: notice of a supplement and its answer, or None; ``end``: completed or withdrawn, None while open."""

    received: date
    end: date | None
    limit: int
    working: bool  # the kind of day; otherwise calendar days
    pairs: tuple[tuple[date, date | None], ...] = ()
    extended: date | None = None
    withdrawn: bool = False


class Calendar:
    """The working days of an office calendar."""

    def __init__(self, working: Iterable[date]) -> None:
        self.days = sorted(working)

    def count(self, first: date, last: date) -> int:
        """Working days from ``first`` to ``last``, both included."""
        return bisect_right(self.days, last) - bisect_left(self.days, first)

    def after(self, day: date, number: int) -> date:
        """The working day of that number after a day, which is not counted itself."""
        return self.days[bisect_right(self.days, day) + number - 1]

    def on_or_after(self, day: date) -> date:
        return self.days[bisect_left(self.days, day)]


def waits(case: Case, asked: date) -> list[tuple[date, date]]:
    """First and last day of each unbroken wait, oldest first.

    The days from the one after each notice to its answer, united over all pairs, after receipt and up to completion.
    """
    until = asked if case.end is None else min(case.end, asked)
    days: set[date] = set()
    for notice, answer in case.pairs:
        day, last = max(notice, case.received) + DAY, until if answer is None else min(answer, until)
        while day <= last:
            days.add(day)
            day += DAY
    firsts = sorted(day for day in days if day - DAY not in days)
    lasts = sorted(day for day in days if day + DAY not in days)
    return list(zip(firsts, lasts, strict=True))


def due(case: Case, calendar: Calendar, asked: date) -> date:
    """The last day on which the case is in time.

    An extension stands as given. A wait counts whole when its notice lies on or before the due date as earlier ones
    have moved it; a clock that stands still does not run out. Calendar days that end on a day off end on the next
    working day.
    """
    if case.extended is not None:
        return case.extended
    days, last = case.limit, run_out(case, calendar, case.limit)
    for first, answered in waits(case, asked):
        if first - DAY > last:
            break
        days += span(case, calendar, first, answered)
        last = max(run_out(case, calendar, days), answered if case.working else calendar.on_or_after(answered))
    return last


def run_out(case: Case, calendar: Calendar, days: int) -> date:
    """The last of so many days after receipt."""
    if case.working:
        return calendar.after(case.received, days)
    return calendar.on_or_after(case.received + days * DAY)


def span(case: Case, calendar: Calendar, first: date, last: date) -> int:
    """Days of the case's own kind from ``first`` to ``last``."""
    return calendar.count(first, last) if case.working else (last - first).days + 1


def entry(case: Case, calendar: Calendar, asked: date) -> tuple[date, int] | None:
    """The day on which a case enters the rate, and 1 if it was completed in time; None while it is in neither.

    The earlier of its completion and the day after its due date. Withdrawn in time it never enters, later it is late.
    """
    last = due(case, calendar, asked)
    if case.end is not None and case.end <= min(last, asked):
        return None if case.withdrawn else (case.end, 1)
    return (last + DAY, 0) if last < asked else None


def taken(case: Case, calendar: Calendar) -> float:
    """Days from receipt to completion less all days of waiting; half a day on the same day, and never less."""
    waited = sum(span(case, calendar, *wait) for wait in waits(case, case.end))
    return max(span(case, calendar, case.received + DAY, case.end) - waited, 0.5)
