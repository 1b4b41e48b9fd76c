"""Dates: ROC or Gregorian texts, cells that are dates, and the day numbers of spreadsheets."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, time, timedelta

from etl.tabular.cells.cell import Bad, cell_text, empty, failed
from kpi.dates.periods import Period, month_end, year_of
from kpi.dates.roc import gregorian_year, parse_date, parse_month
from kpi.errors import DateError
from kpi.spelling import fold

EPOCH = date(1899, 12, 30)
SERIALS = range(21_000, 70_000)  # day numbers of 1957 to 2091; no ROC date has five digits
SHORT_MONTHS = range(19_500, SERIALS.start)  # 20251 is a month of five digits before it is a day of 1955
_SERIAL = re.compile(r"\d{5}(?:\.\d+)?")
_DECIMAL_MONTH = re.compile(r"\d{3,4}\.1")  # 114.1 is January, or October whose zero was lost
_NO_DAY = re.compile(
    r"(0001[-/]0?1[-/]0?1|0000[-/]00[-/]00|1753[-/]0?1[-/]0?1|1899[-/]12[-/]3[01]|1900[-/]0?1[-/]0?[01]|9999[-/]12[-/]31)(?!\d)"
)
"""What systems write where there is no day: the first, the last or an impossible one of their calendar."""
_YEAR = re.compile(r"(民國|西元)?(\d{2,4})年?度?")


def clean_day(
    cell: object, *, cut: str | None, latest: date | None, month: str | None = None, epoch: date = EPOCH
) -> date | Bad | None:
    """A day. ``latest``: no later one is right; ``month``: which day a month stands for, None where it is no day;
    ``epoch``: the day from which plain numbers count."""
    if isinstance(cell, str) and (empty(cell) or cell_text(cell) == "無") or cell is None:
        return None
    found = _found(cell, cut, month, epoch)
    if isinstance(found, Bad) or not 1950 <= found.year <= 2100:
        if _NO_DAY.match(unicodedata.normalize("NFKC", str(cell)[:40]).strip()):
            return Bad("date-none")
        return found if isinstance(found, Bad) else Bad("not-a-date")
    if latest is not None and found > latest:
        return Bad("date-in-future", (("today", latest),))
    return found


def _found(cell: object, cut: str | None, month: str | None, epoch: date) -> date | Bad:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if isinstance(cell, bool | time | timedelta):
        return Bad("not-a-date")
    text = repr(cell).removesuffix(".0") if isinstance(cell, int | float) else cell_text(cell, cut)
    digits = fold(text) if len(text) < 40 else ""
    if _SERIAL.fullmatch(digits):
        number = int(digits[:5])
        if number in SHORT_MONTHS:
            return Bad("not-a-date" if month else "month-not-day")
        if number in SERIALS:  # a text counts as usual: which file it was written in first, nobody knows
            return Bad("not-a-date") if isinstance(cell, str) and epoch != EPOCH else epoch + timedelta(days=number)
    return Bad("cell-error") if failed(text) else _read(text, month)


def _read(text: str, month: str | None) -> date | Bad:
    """A day; where a ``month`` may stand for its first or last day, that day."""
    try:
        return parse_date(text)
    except DateError as error:
        if error.key == "weekday-differs":
            return Bad(error.key)
        found = parse_month(text)
    if month is not None and _DECIMAL_MONTH.fullmatch(fold(text)):
        digits = fold(text).partition(".")[0]
        return Bad("month-one-or-ten", (("one", f"{digits}/1"), ("ten", f"{digits}/10")))
    if found is None and month is not None and (year := parse_year(text)):
        return year.start if month == "first" else year.end
    if found is None or month is None:
        return Bad("month-not-day" if found else "not-a-date")
    return found if month == "first" else month_end(found)


def parse_year(text: str) -> Period | None:
    """A year where a period's first or last day is wanted: 97, 113 年度, 西元2025年."""
    found = _YEAR.fullmatch(fold(text)) if len(text) < 40 else None
    if not found or (found.group(1) == "西元") != (len(found.group(2)) == 4 and found.group(1) is not None):
        return None
    year = gregorian_year(int(found.group(2)))
    return year_of(year) if 1950 <= year <= 2100 else None
