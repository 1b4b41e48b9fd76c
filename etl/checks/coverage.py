"""What a file covers: its period or its day, given or found; and whether its rows and the calendar agree with that."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from contextlib import suppress
from datetime import date
from pathlib import PurePath

import numpy as np
import pyarrow as pa  # type: ignore[import-untyped]  # pyarrow says no types

from etl.tabular.typed_table import Frame
from kpi.catalogue import Source
from kpi.dates.periods import Period, period_in_name
from kpi.dates.roc import parse_date
from kpi.errors import DateError, Problem
from lang import roc

DAY = re.compile(r"(?<!\d)(\d{7,8}|\d{3,4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?)(?!\d)")


def covers(
    frame: Frame, source: Source, period: Period | None, as_of: date | None
) -> tuple[Period | None, date | None]:
    """The period or the as-of date of a file: given, or from its name, its title rows, or (said so) its rows."""
    texts = [PurePath(frame.file).stem, *(title for table in frame.tables for title in table.titles)]
    if source.kind == "snapshot":
        days = {found for text in texts[:1] for found in _days_in(text)} or {
            found for text in texts for found in _days_in(text)
        }
        day = as_of or (days.pop() if len(days) == 1 else None)
        if day is None:
            frame.problems.append(Problem("error", "as-of-needed", {}, file=frame.file, sheet=frame.tables[0].sheet))
        return None, day
    if source.kind != "cases":
        if not len(frame):
            frame.problems.append(Problem("error", "no-rows", {}, file=frame.file, sheet=frame.tables[0].sheet))
        return (_years_of(frame) if "day_off" in source.columns else None), None
    if period is None:
        stated = list(dict.fromkeys(found for text in texts if (found := period_in_name(text))))
        period = next((one for one in stated if all(other.holds(one) for other in stated)), None)
        if stated and period is None:  # the narrowest, where it lies in all others
            frame.problems.append(
                Problem("error", "period-ambiguous", {"spans": _said(stated)}, file=frame.file, found=_said(stated))
            )
            return None, None
    if period is None:
        columns = [frame.cells[column] for column in source.dates() if not source.columns[column].future]
        days = set().union(*columns) - {None}
        if not days:
            frame.problems.append(Problem("error", "period-needed", {}, file=frame.file, sheet=frame.tables[0].sheet))
            return None, None
        first = min({day for day in set(frame.days) if day is not None} or days)
        period = Period(first, max(days))
        params = {"from": period.start, "to": period.end}
        frame.problems.append(
            Problem("warning", "period-from-rows", params, file=frame.file, sheet=frame.tables[0].sheet)
        )
    return period, None


def _said(spans: list[Period]) -> str:
    return "、".join(f"{roc(span.start)}–{roc(span.end)}" for span in spans)


def rows_inside(frame: Frame, source: Source, period: Period | None) -> None:
    """Rows outside the days covered are not counted before another file covers theirs: said, with the first cell."""
    if source.kind != "cases" or period is None:
        return
    days = frame.days
    if all(period.start <= day <= period.end for day in set(days) if day is not None):
        return
    early = [row for row, day in enumerate(days) if day and day < period.start]
    late = [row for row, day in enumerate(days) if day and day > period.end]
    if early:
        frame.problem("warning", "rows-before-period", early[0], source.date, count=len(early), day=period.start)
    if late:
        frame.problem("warning", "rows-after-period", late[0], source.date, count=len(late), day=period.end)


def _years_of(frame: Frame) -> Period | None:
    days = [day for day in frame.cells["day"] if day]
    return Period(min(days), max(days)) if days else None


def _days_in(text: str) -> set[date]:
    days = set()
    for found in DAY.findall(text):
        with suppress(DateError):
            days.add(parse_date(found))
    return days


def future(frame: Frame, source: Source, period: Period | None, as_of: date | None, today: date) -> None:
    """Nothing is covered that is still to come."""
    last = as_of or (period.end if period else None)
    if source.kind in ("cases", "snapshot") and last and last > today:
        begun = as_of is None and period is not None and period.start <= today
        key = "period-not-over" if begun else "period-in-future"
        frame.problems.append(Problem("error", key, {"day": last, "today": today}, file=frame.file))


def calendar_known(frame: Frame, source: Source, period: Period | None, known: AbstractSet[int]) -> None:
    """Limits in working days need the official calendar of every year that they run through."""
    if not source.clocks:
        return
    years = {day.year for clock in source.clocks.values() for day in frame.cells[clock.start] if day}
    if period:
        years.add(period.end.year)
    missing = sorted(set(range(min(years, default=0), max(years, default=-1) + 1)) - known)
    if missing:
        frame.problems.append(
            Problem("error", "calendar-missing", {"years": "、".join(str(y) for y in missing)}, file=frame.file)
        )


def due_dates(frames: list[Frame], source: Source, table: pa.Table, known: AbstractSet[int]) -> list[list[Problem]]:
    """Of each file, with the first cell: due dates in a year without an office calendar are counted by weekday; extensions
    that end before the limit extend nothing.

    ``table`` holds the rows of all ``frames`` with their due dates, ``known`` the years of the calendar.
    """
    files, before = table["file"].to_numpy(), [len(frame.problems) for frame in frames]

    def each(told: np.ndarray) -> Iterator[tuple[Frame, np.ndarray, int]]:
        """Each file that has such rows, the rows, and the place of the first in its frame."""
        for index in np.unique(files[told]).tolist():
            rows, frame = np.flatnonzero(told & (files == index)), frames[index]
            first = table["sheet"][int(rows[0])].as_py(), table["row"][int(rows[0])].as_py()
            yield frame, rows, list(zip(frame.sheets, frame.numbers, strict=True)).index(first)

    for name, clock in source.clocks.items():
        due = table[f"{name}_due"].to_numpy(zero_copy_only=False).astype("datetime64[D]")
        years = due.astype("datetime64[Y]")
        for frame, rows, row in each(~np.isnat(due) & ~np.isin(years.astype(int) + 1970, sorted(known))):
            found = "、".join(np.unique(years[rows]).astype(str).tolist())
            frame.problem("warning", "due-by-weekday", row, clock.start, count=len(rows), years=found)
        if clock.extended_to:
            given = table[clock.extended_to].to_numpy(zero_copy_only=False).astype("datetime64[D]")
            for frame, rows, row in each(given < due):
                day = due[rows[0]].item()
                frame.problem("warning", "extension-before-due", row, clock.extended_to, count=len(rows), day=day)
    return [frame.problems[count:] for frame, count in zip(frames, before, strict=True)]
