"""Dates as Taiwan and its systems write them: ROC years (民國) beside Gregorian ones."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from kpi.dates.hours import MOST, parse_time
from kpi.errors import DateError
from kpi.spelling import even, fold

ROC_OFFSET = 1911
TAIPEI = timedelta(hours=8)  # ahead of UTC; no summer time since 1979

_ERA = r"(?:中華)?民國|西元"
_DATE = re.compile(
    rf"(?P<era>{_ERA})? ?"
    r"(?:(?P<year>\d{1,4})(?:[年./\-]|(?= \d))(?: )?(?P<month>\d{1,2})(?:[月./\-]|(?= \d))(?: )?"
    r"(?P<day>\d{1,2})(?: ?(?P<sun>[日號])|\.?(?!\d))"
    r"|(?P<solid>\d{6,8})(?!\d))"
)
_MONTHS = {
    name: n
    for n, name in enumerate(
        ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"], start=1
    )
}
_NAME = rf"(?P<name>{'|'.join(_MONTHS)})[A-Z]{{0,6}}\.?"
_ENGLISH = re.compile(
    r"(?:(?P<on>MON|TUE|WED|THU|FRI|SAT|SUN)[A-Z]{0,6}[, ] ?)?"
    rf"(?:{_NAME} (?P<day>\d{{1,2}})(?:ST|ND|RD|TH)?,? (?P<year>\d{{4}})"
    rf"|(?P<d>\d{{1,2}})[ \-]{_NAME.replace('name', 'month')}[, \-] ?(?P<y>\d{{4}}))(?!\d)"
)
_WEEKDAY = re.compile(
    r" ?(?:\((?:星期|禮拜|週|周)?(?P<in>[一二三四五六日天])\)|(?:星期|禮拜|週|周)(?P<said>[一二三四五六日天])"
    r"|[(,]? ?(?P<en>MON|TUE|WED|THU|FRI|SAT|SUN)[A-Z]{0,6}\)?)"
)
_WEEK = {
    **{sign: day for day, sign in enumerate("一二三四五六日")},
    **{sign: day for day, sign in enumerate(["MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"])},
    "天": 6,
}
_NUMERAL = "〇零○一二三四五六七八九十百"
_CHINESE = re.compile(rf"(?<![{_NUMERAL}])[{_NUMERAL}]{{1,8}}(?=[年月日時點分])")
_DIGITS = {sign: value for value, signs in enumerate(("〇零○", *"一二三四五六七八九")) for sign in signs}
_MONTH = re.compile(
    rf"(?P<era>{_ERA})?(?P<year>\d{{2,4}})(?:年度?|[./\-M])(?P<month>\d{{1,2}})(?:月份?)?|(?P<roc>\d{{5}})|(?P<solid>(?:19|20)\d{{4}})"
)


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
    if len(text) > MOST or _parted(text):
        return None
    found = _MONTH.fullmatch(_western(fold(text)))
    if not found:
        return None
    year, month = found["year"], found["month"]
    if digits := found["roc"] or found["solid"]:
        year, month = digits[:-2], digits[-2:]
    if not 1 <= int(month) <= 12 or int(year) < 1:
        return None
    return date(int(year) if found["era"] == "西元" else gregorian_year(int(year)), int(month), 1)


def _parted(text: str) -> bool:
    """Do blanks part two groups of digits?"""
    return re.search(r"\d \d", even(text)) is not None


def _western(text: str) -> str:
    """Chinese numerals before 年, 月, 日 and parts of a time as digits; 元年 is the first."""
    return _CHINESE.sub(lambda found: str(chinese_number(found.group())), text.replace("元年", "1年"))


def roc_year(day: date | int) -> int:
    """ROC year of a date or of a Gregorian year (2025 -> 114)."""
    return (day if isinstance(day, int) else day.year) - ROC_OFFSET


def gregorian_year(year: int) -> int:
    """Gregorian year of an ROC year (114 -> 2025); a year from 1912 on is taken as Gregorian already."""
    return year if year > ROC_OFFSET else year + ROC_OFFSET


def parse_date(text: str) -> date:
    """Read one day, ROC or Gregorian.

    Taken: ``114/12/10``, ``114-12-10``, ``113.11.01``, ``中華民國109年12月11日``, ``民國九十一年七月三十日``, ``1141210`` (7
    digits, ROC), ``20251210`` (8, Gregorian), ``2025/12/10``, ``10 Dec 2025``; each with a weekday and a time behind it, as
    in ``114年11月03日(一)``, ``2025/11/3 上午 12:00:00`` or ``2025-11-02T16:30:00Z``. A year below 1000 is ROC unless 西元 is
    said. A stated time zone is turned into Taipei's day.

    Raises
    ------
    DateError
        When the text is not a day that exists (113-02-29 exists, 114-02-29 does not), its weekday is another day's, or
        what stands behind it is no time.
    """
    day, clock, ahead = _moment(text)
    if clock is None or ahead is None:
        return day
    return (datetime.combine(day, clock) - ahead + TAIPEI).date()


def time_in(text: str) -> time | None:
    """The time that stands behind a day, in Taipei; None where none does. Raises `DateError` where there is no day."""
    day, clock, ahead = _moment(text)
    if clock is None or ahead is None:
        return clock
    return (datetime.combine(day, clock) - ahead + TAIPEI).time()


def _moment(text: str) -> tuple[date, time | None, timedelta | None]:
    """A day, the time behind it, and how far that is ahead of UTC where this is said."""
    plain = even(text) if len(text) <= MOST else ""
    plain = re.sub(r" ?([年月./\-]) ?", r"\1", _western(plain)).upper()
    found = _DATE.match(plain)
    if found:
        day, named = _numeric(found, text), None
    elif found := _ENGLISH.match(plain):
        name, number, year = (
            found[one] or found[other] for one, other in (("name", "month"), ("day", "d"), ("year", "y"))
        )
        day, named = _build(int(year), _MONTHS[name], int(number), text), found["on"]
    else:
        raise DateError("date-unreadable", found=text)
    rest = plain[found.end() :]
    weekday = _WEEKDAY.match(rest)
    if weekday:
        rest, named = rest[weekday.end() :], weekday["in"] or weekday["said"] or weekday["en"]
    if named and _WEEK[named] != day.weekday():
        raise DateError("weekday-differs", found=text)
    if (behind := rest.strip(" ,")) in ("", "上午", "下午"):
        return day, None, None
    joined = rest[0].isdigit() and not weekday and not (found.re is _DATE and found["sun"])
    clock = None if joined else parse_time(behind.removeprefix("T"), iso=behind.startswith("T"))
    if clock is None:
        raise DateError("date-unreadable", found=text)
    return day, *clock


def _numeric(found: re.Match[str], text: str) -> date:
    if digits := found["solid"]:
        year, month, day = digits[:-4], digits[-4:-2], digits[-2:]
        return _build(int(year) + (0 if len(digits) == 8 else ROC_OFFSET), int(month), int(day), text)
    year, era = int(found["year"]), found["era"]
    roc = era is not None and era.endswith("民國")
    if (len(found["year"]) < 2 and not roc) or (roc and year >= 1000):
        raise DateError("date-unreadable", found=text)
    return _build(
        year if era == "西元" or year >= 1000 else year + ROC_OFFSET, int(found["month"]), int(found["day"]), text
    )


def _build(year: int, month: int, day: int, text: str) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise DateError("date-unreadable", found=text) from None
