"""Working days by the government's office calendar, and the limits counted in them.

Day 1 is the day after receipt (文書處理手冊 79). A calendar-day limit that ends on a day off moves to the next
working day (行政程序法 48).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from datetime import date, timedelta
from functools import cached_property

import numpy as np

ONE_DAY = timedelta(days=1)
THURSDAY = 3  # days after Monday: the first day of 1970


class WorkCalendar:
    """Days off, by date, for whole years.

    Parameters
    ----------
    days_off
        Every day off, weekends among them, of the ``years`` covered.
    years
        The Gregorian years that the calendar covers. Outside them Saturdays and Sundays are taken as off.
    """

    def __init__(self, days_off: Iterable[date], years: Iterable[int]) -> None:
        self.years = frozenset(years)
        self._off = frozenset(days_off)

    @cached_property
    def _working(self) -> list[date]:
        days: list[date] = self.working_days.astype("datetime64[D]").tolist()
        return days

    def is_off(self, day: date) -> bool:
        return day in self._off if day.year in self.years else day.weekday() >= 5

    def count(self, start: date, end: date) -> int:
        """Working days from ``start`` to ``end``, both included."""
        return bisect_right(self._working, end) - bisect_left(self._working, start)

    def add(self, received: date, limit: int) -> date:
        """The ``limit``-th working day after ``received``."""
        return self._working[bisect_right(self._working, received) + limit - 1]

    def next_working(self, day: date) -> date:
        """``day`` itself, or the first working day after it."""
        return self._working[bisect_left(self._working, day)]

    def due(self, received: date, limit: int, working: bool) -> date:
        """Last day of a limit of ``limit`` working or calendar days."""
        return self.add(received, limit) if working else self.next_working(received + timedelta(days=limit))

    @cached_property
    def working_days(self) -> np.ndarray:
        """All working days known as counts of days since 1970, oldest first (years beyond the calendar are filled by
        weekday alone)."""
        low, high = min(self.years, default=2020) - 30, max(self.years, default=2020) + 10
        days = np.arange(f"{low}-01-01", f"{high + 1}-01-01", dtype="datetime64[D]")
        numbers = days.astype(np.int64)
        known = np.isin(days.astype("datetime64[Y]").astype(np.int64) + 1970, list(self.years))
        off = np.where(
            known, np.isin(days, np.array(list(self._off), dtype="datetime64[D]")), (numbers + THURSDAY) % 7 >= 5
        )
        return numbers[~off]


def add_months(day: date, months: int) -> date:
    """The same day some months later, or the last day of that month where it has no such day."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    last = (date(year + (month == 11), (month + 1) % 12 + 1, 1) - ONE_DAY).day
    return date(year, month + 1, min(day.day, last))
