"""Times of day in one form: HH:MM, with seconds only where they are not 00."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from etl.tabular.cells.cell import Bad, cell_text, empty, failed
from kpi.dates.hours import parse_time
from kpi.dates.roc import TAIPEI, time_in
from kpi.errors import DateError
from kpi.spelling import fold

DAY = 86_400  # seconds
ROUGH = 4  # decimals up to which a fraction of a day only tells the minute: 0.4305 is 10:20
WITHIN = 9  # seconds that are lost by four decimals


def clean_time(cell: object) -> object:
    """10:20 / 上午 10:20 / 1020 / 0.4305 / 114/11/05 10:20 -> ``10:20``."""
    if empty(cell):
        return None
    found = _found(cell)
    if found is None:
        return Bad("cell-error" if isinstance(cell, str) and failed(cell_text(cell)) else "not-a-time")
    return f"{found:%H:%M:%S}".removesuffix(":00")


def _found(cell: object) -> time | None:
    if isinstance(cell, timedelta) and timedelta(0) <= cell < timedelta(days=1):
        cell = datetime.min + cell
    if isinstance(cell, datetime):
        cell = cell.time()
    if isinstance(cell, time):
        return cell.replace(microsecond=0)
    if isinstance(cell, bool | date | timedelta):
        return None
    return _typed(repr(cell).removesuffix(".0") if isinstance(cell, int | float) else cell_text(cell))


def _typed(text: str) -> time | None:
    digits = fold(text) if len(text) < 40 else ""
    if re.fullmatch(r"(?:0|\d{5})\.\d+", digits):
        return _of_day(digits.partition(".")[2])
    if told := parse_time(text):
        clock, ahead = told
        return clock if ahead is None else (datetime.combine(date(2000, 1, 2), clock) - ahead + TAIPEI).time()
    try:
        return time_in(text)
    except DateError:
        return None


def _of_day(decimals: str) -> time | None:
    """The time of a fraction of a day: of four decimals the minute that they stand for, of more the second."""
    seconds = float(f"0.{decimals}") * DAY
    near = round(seconds / 60) * 60
    if abs(seconds - near) > (WITHIN if len(decimals) <= ROUGH else 0.5):
        if len(decimals) <= ROUGH:
            return None
        near = round(seconds)
    return (datetime.min + timedelta(seconds=near)).time() if near < DAY else None
