"""Times of day as people and systems write them: 10:20, 上午 10:20, 1020, 10時20分, 10:20:00 AM, with or without a zone."""

from __future__ import annotations

import re
from datetime import time, timedelta

from kpi.spelling import even

MOST = 100  # characters of a time or a date; the longest that systems write has some sixty
BEFORE_NOON, AFTER_NOON = ("上午", "凌晨", "清晨", "早上", "AM"), ("下午", "傍晚", "晚上", "PM")
_HALF = "上午|凌晨|清晨|早上|中午|下午|傍晚|晚上"
_TIME = re.compile(
    rf"(?P<half>{_HALF}|[AP]M)? ?"
    r"(?:(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:\.\d{1,9})?)?"
    r"|(?P<h>\d{1,2})[時點](?:(?P<m>\d{1,2})分(?:(?P<s>\d{1,2})秒)?|(?P<thirty>半)|整)?"
    r"|(?P<solid>\d{3,6}))"
    r" ?(?P<later>[AP]M)? ?(?P<zone>Z|(?:UTC|GMT)?(?:[+-](?:1[0-4]|0?\d)(?::?(?:00|15|30|45))?)|UTC|GMT)?(?: ?\([^()]{0,60}\))?"
)


def parse_time(text: str, *, iso: bool = False) -> tuple[time, timedelta | None] | None:
    """The time, and how far its zone is ahead of UTC where one is stated; None where the text is no time that exists.

    Solid digits are hours and minutes, or hours, minutes and seconds: 920, 1020, 102000. A zone in figures is one only
    behind seconds or UTC, or where all is ``iso`` 8601: 10:00-10:30 is half an hour.
    """
    if len(text) > MOST:
        return None
    found = _TIME.fullmatch(re.sub(r" ?([:時點分]) ?", r"\1", even(text).upper().replace(".M.", "M").replace("∶", ":")))
    if not found or (found["half"] and found["later"]) or (_in_figures(found) and not (found["second"] or iso)):
        return None
    stated, minute, second = _numbers(found)
    hour = _of_day(stated, found["half"] or found["later"])
    if hour is None or minute > 59 or second > 59:
        return None
    return time(hour, minute, second), _ahead(found["zone"])


def _in_figures(found: re.Match[str]) -> bool:
    return (found["zone"] or "").startswith(("+", "-"))


def _numbers(found: re.Match[str]) -> tuple[int, int, int]:
    if digits := found["solid"]:
        digits = digits.zfill(len(digits) + len(digits) % 2)
        return int(digits[:2]), int(digits[2:4]), int(digits[4:] or 0)
    minute = 30 if found["thirty"] else int(found["minute"] or found["m"] or 0)
    return int(found["hour"] or found["h"]), minute, int(found["second"] or found["s"] or 0)


def _of_day(hour: int, half: str | None) -> int | None:
    """The hour of 24; None where it is none, or not in the half of the day that is stated."""
    if half in BEFORE_NOON:
        return hour % 12 if hour <= 12 else None
    if half == "中午":
        return hour if 11 <= hour <= 13 else hour + 12 if hour == 1 else None
    if half in AFTER_NOON and hour <= 12:
        late = half == "晚上" and hour == 12  # midnight or noon: nobody can know
        return None if late or hour == 0 else hour % 12 + 12
    return hour if hour <= 23 else None


def _ahead(zone: str | None) -> timedelta | None:
    if zone is None:
        return None
    found = re.search(r"([+-])(\d{1,2}):?(\d{2})?$", zone)
    if not found:
        return timedelta(0)
    sign, hours, minutes = found.groups()
    return (-1 if sign == "-" else 1) * timedelta(hours=int(hours), minutes=int(minutes or 0))
