"""Write the government's office calendars (政府行政機關辦公日曆表) of ROC 112-115, reconstructed.

The files have the official CSV form (西元日期,星期,是否放假,備註; 0 = work, 2 = off; UTF-8 with BOM), but they are
rebuilt from the Python package ``holidays``, not downloaded: load the official file of a year to replace one.
Run ``python data/make_calendar.py``; it refuses to write a year whose totals differ from the published ones.
"""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import holidays

FOLDER = Path(__file__).parent / "calendar"
YEARS = range(2023, 2027)
WEEKDAYS = "一二三四五六日"
MAKE_UP = {
    2023: ["01-07", "02-04", "02-18", "03-25", "06-17", "09-23"],
    2024: ["02-17"],
    2025: ["02-08"],
    2026: [],  # abolished
}
WORKING = {2023: 249, 2024: 251, 2025: 247}
OFF = {2025: 118, 2026: 120}
WORKING_TO_10_DECEMBER = {2024: 236, 2025: 233}
REVISED_2025 = [date(2025, 9, 29), date(2025, 10, 24), date(2025, 12, 25)]  # added by the revision of June 2025


def days_of(year: int) -> list[tuple[date, bool, str]]:
    """Every day of a year: day, whether it is off, note (name of the holiday, 補行上班 or nothing)."""
    table = holidays.country_holidays("TW", years=year, language="zh_TW")
    day, rows = date(year, 1, 1), []
    while day.year == year:
        off = not table.is_working_day(day)
        make_up = not off and day.weekday() >= 5
        name = table.get(day, "") if off else "補行上班" if make_up else ""
        rows.append((day, off, "" if name.startswith("放假日") else name))  # the official file leaves those blank
        day += timedelta(days=1)
    return rows


def check(year: int, rows: list[tuple[date, bool, str]]) -> None:
    """Compare with the published totals (days off, working days, make-up Saturdays)."""
    off = {day for day, is_off, _ in rows if is_off}
    working = [day for day, is_off, _ in rows if not is_off]
    make_up = [f"{day:%m-%d}" for day in working if day.weekday() >= 5]
    to_10_december = sum(day <= date(year, 12, 10) for day in working)
    assert make_up == MAKE_UP[year], (year, make_up)
    assert len(working) == WORKING.get(year, len(working)), (year, len(working))
    assert len(off) == OFF.get(year, len(off)), (year, len(off))
    assert to_10_december == WORKING_TO_10_DECEMBER.get(year, to_10_december), (year, to_10_december)
    assert year != 2025 or off.issuperset(REVISED_2025)


def write(year: int, folder: Path = FOLDER) -> Path:
    """Write one year, with CRLF line ends as the official file has them."""
    rows = days_of(year)
    check(year, rows)
    lines = ["西元日期,星期,是否放假,備註"]
    lines += [f"{day:%Y%m%d},{WEEKDAYS[day.weekday()]},{2 if off else 0},{note}" for day, off, note in rows]
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{year - 1911}年辦公日曆表.csv"
    path.write_bytes(("\r\n".join(lines) + "\r\n").encode("utf-8-sig"))
    return path


if __name__ == "__main__":
    for each in YEARS:
        print(write(each))
