"""Dates as Taiwan writes them: ROC years (民國) beside Gregorian ones."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from kpi.errors import DateError

ROC_OFFSET = 1911

_SEPARATED = re.compile(
    r"^(民國|西元)?(\d{2,4})(?:年|[./\-])(\d{1,2})(?:月|[./\-])(\d{1,2})日?\.?(?:[T ]?\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?$"
)
_SOLID = re.compile(r"^(\d{6,8})$")


_CHINESE = re.compile(r"[〇零○一二三四五六七八九十百]+(?=[年月日])")
_DIGITS = {sign: value for value, signs in enumerate(("〇零○", *"一二三四五六七八九")) for sign in signs}
_MONTH = re.compile(r"^(民國|西元)?(\d{2,4})(?:年度?|[./\-M])(\d{1,2})(?:月份?)?$|^(\d{5})$|^((?:19|20)\d{4})$")


def chinese_number(text: str) -> int:
    """九十一 -> 91, 一百一十四 -> 114, 一一四 -> 114."""
    if not set(text) & set("十百"):
        return int("".join(str(_DIGITS[sign]) for sign in text))
    total, digit = 0, 0
    for sign in text:
        if sign in _DIGITS:
            digit = _DIGITS[sign]
        else:
            total, digit = total + (digit or 1) * (10 if sign == "十" else 100), 0
    return total + digit


def parse_month(text: str) -> date | None:
    """The first day of a month (11412, 114年12月, 九十八年二月份, 202512, 2025M01); None where it is something else."""
    found = _MONTH.match(_western(fold(text)))
    if not found:
        return None
    era, year, month, roc, gregorian = found.groups()
    if digits := roc or gregorian:
        year, month = digits[:-2], digits[-2:]
    if not 1 <= int(month) <= 12 or int(year) < 1:
        return None
    return date(int(year) if era == "西元" else gregorian_year(int(year)), int(month), 1)


def _western(text: str) -> str:
    """Chinese numerals before 年, 月 and 日 as digits."""
    return _CHINESE.sub(lambda found: str(chinese_number(found.group())), text)


def roc_year(day: date | int) -> int:
    """ROC year of a date or of a Gregorian year (2025 -> 114)."""
    return (day if isinstance(day, int) else day.year) - ROC_OFFSET


def gregorian_year(year: int) -> int:
    """Gregorian year of an ROC year (114 -> 2025); a year from 1912 on is taken as Gregorian already."""
    return year if year > ROC_OFFSET else year + ROC_OFFSET


def fold(text: str) -> str:
    """Fold width and drop inner white space, so that spellings can be compared."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def parse_date(text: str) -> date:
    """Read one day, ROC or Gregorian.

    Taken: ``114/12/10``, ``114-12-10``, ``113.11.01``, ``民國109年12月11日``, ``民國九十一年七月三十日``, ``1141210`` (7
    digits, ROC), ``20251210`` (8, Gregorian), ``2025/12/10``, ``2023-04-21 15:43:26``. A year below 1000 is ROC unless
    西元 is said.

    Raises
    ------
    DateError
        When the text is not a day that exists (113-02-29 exists, 114-02-29 does not).
    """
    text = _western(text)
    spaced = unicodedata.normalize("NFKC", text).strip()
    folded = re.sub(r"\s*([年月日./\-])\s*", r"\1", spaced)
    folded = re.sub(r"^(民國|西元)\s+", r"\1", folded)
    match = _SEPARATED.match(folded) or _SEPARATED.match(fold(text))
    if match:
        era, year_text, month, day = match.groups()
        year = int(year_text)
        if era == "西元" or (era is None and year >= 1000):
            pass
        elif year < 1000:
            year += ROC_OFFSET
        else:
            raise DateError("date-unreadable", found=text)
        return _build(year, int(month), int(day), text)
    match = _SOLID.match(fold(text))
    if match:
        digits = match.group(1)
        if len(digits) == 8:
            return _build(int(digits[:4]), int(digits[4:6]), int(digits[6:]), text)
        if len(digits) in (6, 7):
            return _build(int(digits[:-4]) + ROC_OFFSET, int(digits[-4:-2]), int(digits[-2:]), text)
    raise DateError("date-unreadable", found=text)


def _build(year: int, month: int, day: int, text: str) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise DateError("date-unreadable", found=text) from None
