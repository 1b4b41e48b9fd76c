"""Periods of days, and the same days of last year."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from kpi.dates.roc import gregorian_year
from kpi.spelling import even

ONE_DAY = timedelta(days=1)


class _Days(NamedTuple):
    start: date
    end: date


class Period(_Days):
    """Whole days from ``start`` to ``end``, both included. (A tuple: it is a key of what is worked out.)"""

    __slots__ = ()

    def __new__(cls, start: date, end: date) -> Period:
        if end < start:
            raise ValueError(f"a period cannot end ({end}) before it starts ({start})")
        return tuple.__new__(cls, (start, end))

    def holds(self, other: Period) -> bool:
        """Does ``other`` lie wholly inside?"""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Period) -> bool:
        """Do the two share a day?"""
        return self.start <= other.end and other.start <= self.end

    def days(self) -> list[date]:
        return [self.start + timedelta(days=i) for i in range((self.end - self.start).days + 1)]

    def months(self) -> list[Period]:
        """The whole calendar months that the period touches."""
        found = []
        day = self.start.replace(day=1)
        while day <= self.end:
            found.append(month_of(day))
            day = month_end(day) + ONE_DAY
        return found

    def ends_month(self) -> bool:
        return self.end == month_end(self.end)


@lru_cache(maxsize=4096)
def month_end(day: date) -> date:
    """Last day of the month of ``day``."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def month_of(day: date) -> Period:
    return Period(day.replace(day=1), month_end(day))


def year_of(year: int) -> Period:
    """A whole year, given as Gregorian."""
    return Period(date(year, 1, 1), date(year, 12, 31))


def window_of(day: date, months: int) -> Period:
    """The window of ``months`` months, counted from January, that holds ``day`` (4: Jan, May, Sep)."""
    first = (day.month - 1) // months * months + 1
    return Period(date(day.year, first, 1), month_end(date(day.year, first + months - 1, 1)))


def windows(period: Period, months: int) -> list[Period]:
    """All windows that ``period`` touches, oldest first."""
    found = [window_of(period.start, months)]
    while found[-1].end < period.end:
        found.append(window_of(found[-1].end + ONE_DAY, months))
    return found


def rolling_windows(period: Period, months: int) -> list[Period]:
    """The spans of ``months`` whole months that end with each month of ``period``, oldest first; they may begin before it."""
    return [Period(_months_back(month.start, months - 1), month.end) for month in period.months()]


def first_window(day: date, months: int) -> Period:
    """The first span of so many whole months that lies wholly after a day, that day included."""
    start = day if day.day == 1 else month_end(day) + ONE_DAY
    return Period(start, month_end(_months_back(start, 1 - months)))


def _months_back(first: date, months: int) -> date:
    count = first.year * 12 + first.month - 1 - months
    return date(count // 12, count % 12 + 1, 1)


def named_period(year: int, kind: str, number: int = 1) -> Period:
    """A period by name: ``kind`` is ``month``, ``quarter``, ``half`` or ``year``; ``year`` is Gregorian."""
    length = {"month": 1, "quarter": 3, "half": 6, "year": 12}[kind]
    return window_of(date(year, (number - 1) * length + 1, 1), length)


def end_in(day: date, year: int) -> date:
    """The day of another year up to which the same days go as up to the end of ``day``.

    A month's last day maps to that month's last day (2025-02-28 -> 2024-02-29, 2024-02-29 -> 2023-02-28), any other to
    the same month and day (2025-02-27 -> 2024-02-27).
    """
    return month_end(date(year, day.month, 1)) if day == month_end(day) else day.replace(year=year)


def last_year_day(day: date) -> date:
    """The same day of last year, as the end of a period."""
    return end_in(day, day.year - 1)


@lru_cache(maxsize=4096)
def same_days_last_year(period: Period) -> Period:
    """A start is the day after an end, so that what lies side by side in one year does so in the other: days that begin
    on 2024-02-29 begin on 2023-03-01. 29 February alone, which then has no day, is held against the last of February."""
    end = last_year_day(period.end)
    return Period(min(last_year_day(period.start - ONE_DAY) + ONE_DAY, end), end)


def cuts_of(period: Period) -> set[date]:
    """The days, besides the last of every month, at whose ends sums over a period and over the same days of last year
    are cut; where `end_in` has them in any year, so does it in each."""
    before, prior = period.start - ONE_DAY, same_days_last_year(period)
    found = {before, period.end}
    if prior.start != last_year_day(before) + ONE_DAY:  # 29 February alone
        found.add(prior.start - ONE_DAY)
    return {day for day in found if day != month_end(day)}


def merge(spans: list[Period]) -> list[Period]:
    """Join spans that overlap or touch, oldest first."""
    merged: list[Period] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end + ONE_DAY:
            merged[-1] = Period(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def gaps(period: Period, spans: list[Period]) -> list[Period]:
    """The days of a period that no span holds, as spans, oldest first. ``spans``: as `merge` gives them."""
    found, start = [], period.start
    for span in spans:
        if span.end < start:
            continue
        if span.start > period.end:
            break
        if span.start > start:
            found.append(Period(start, span.start - ONE_DAY))
        start = span.end + ONE_DAY
    return [*found, Period(start, period.end)] if start <= period.end else found


_DAY = r"(\d{2,4})[年/.-](\d{1,2})[月/.-](\d{1,2})日?"
_DAY_TO_DAY = re.compile(rf"(?<!\d){_DAY}(?:至|到|-|~|–|—)(?:民國)?{_DAY}(?!\d)")
_MONTH_TO_MONTH = re.compile(
    r"(?<!\d)(\d{2,4})年度?(\d{1,2})月?份?(?:至|到|-|~|–|—)(?:民國)?(?:(\d{2,4})年)?(\d{1,2})月份?(?!\d)"
    r"|(?<!\d)(\d{3,4})(0[1-9]|1[0-2])(?:至|到|-|~|–|—)(\d{3,4})(0[1-9]|1[0-2])(?!\d)"
)
_PART = re.compile(r"(?<!\d)(\d{2,4})年度?(?:第?([1-4一二三四])季|([上下])半年)")
_MONTH_NAME = re.compile(r"(?<!\d)(?:(\d{3}|\d{4})年?[-_/. ]?(0[1-9]|1[0-2])|(\d{2,4})年度?(\d{1,2}))月?份?(?!\d)")
_YEAR_NAME = re.compile(r"(?<!\d)(\d{2,3}|20\d{2})年度?(?![\d])")


def period_in_name(text: str) -> Period | None:
    """What a file's name or title states, or None: a month or a year (``信箱匯出_11411``, ``114年11月``, ``114年度``), a part
    of a year (``114年第1季``, ``114年上半年``), or a range (``114年1月1日至114年11月30日``, ``114年1-11月``, ``11401~11411``)."""
    folded = re.sub(r"(?<!\d) | (?!\d)", "", even(text))
    if ranged := _range_in(folded):
        return ranged
    months = {(a or c, b or d) for a, b, c, d in _MONTH_NAME.findall(folded)}
    months = {(gregorian_year(int(year)), int(month)) for year, month in months if 1 <= int(month) <= 12}
    if len(months) == 1:
        year, month = months.pop()
        return month_of(date(year, month, 1)) if 1990 <= year <= 2100 else None
    if months:
        return None
    years = {gregorian_year(int(year)) for year in _YEAR_NAME.findall(folded)}
    return year_of(years.pop()) if len(years) == 1 else None


def _range_in(text: str) -> Period | None:
    """A stated range of days or months, a quarter or a half year; None where it is none or runs backwards."""
    try:
        if found := _DAY_TO_DAY.search(text):
            numbers = [int(number) for number in found.groups()]
            first, last = (date(gregorian_year(y), m, d) for y, m, d in (numbers[:3], numbers[3:]))
        elif found := _MONTH_TO_MONTH.search(text):
            year, month, until, end, *short = found.groups()
            if short[0]:
                year, month, until, end = short
            first = date(gregorian_year(int(year)), int(month), 1)
            last = month_end(date(gregorian_year(int(until or year)), int(end), 1))
        elif found := _PART.search(text):
            year, quarter, half = found.groups()
            number = "一二三四".find(quarter) + 1 or int(quarter) if quarter else 1 + (half == "下")
            return named_period(gregorian_year(int(year)), "quarter" if quarter else "half", number)
        else:
            return None
    except ValueError:
        return None
    return Period(first, last) if first <= last and 1990 <= first.year <= 2100 else None
