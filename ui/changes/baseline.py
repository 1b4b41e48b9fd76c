"""What the newest version is compared with on the page of changes. Pure: loads, day and visit come in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo

from kpi.dates.periods import ONE_DAY, month_end
from ui.shared.messages import number_of
from ui.shell.last_visit import Seen
from warehouse import LoadRecord

VISIT, LOAD, WEEK, MONTH = WORDS = ("visit", "load", "week", "month")


@dataclass(frozen=True)
class Since:
    """``word`` is one of `WORDS`, or "" where a version was chosen; ``version`` is the one compared with, None where
    no data were there yet; ``at``: when it was seen, loaded or stood (a day, of the last two words)."""

    word: str
    version: int | None
    at: datetime | date | None


def since(
    asked: str, loads: Sequence[LoadRecord], newest: int, visit: Seen | None, today: date, zone: tzinfo | None
) -> Since:  # fmt: skip
    """What an address asks for: a word or the number of a version; else the last visit; without one, the last load.

    Parameters
    ----------
    loads
        All loads, newest first.
    """
    if asked == LOAD:
        return _last_load(loads)
    if asked in (WEEK, MONTH):
        day = today - timedelta(days=7) if asked == WEEK else _month_before(today)
        stood = next((load.version for load in loads if load.version and load.at.date() <= day), None)
        return Since(asked, stood, day)
    number = number_of(asked) or 0
    if 0 < number <= newest:
        at = next((load.at for load in loads if load.version == number), None)
        return Since("", _if_data(number, loads), at)
    if visit is not None:
        return Since(VISIT, _if_data(visit.version, loads), datetime.fromtimestamp(visit.at, zone))
    return _last_load(loads)


def loads_since(found: Since, loads: Sequence[LoadRecord]) -> list[LoadRecord]:
    """The loads that came after it, newest first."""
    return [load for load in loads if load.version and load.version > (found.version or 0)]


def _last_load(loads: Sequence[LoadRecord]) -> Since:
    last = next((load for load in loads if load.version), None)
    before = _if_data(last.version - 1, loads) if last and last.version else None
    return Since(LOAD, before, last.at if last else None)


def _if_data(version: int, loads: Sequence[LoadRecord]) -> int | None:
    """A version, None where nothing was loaded up to it."""
    return version if any(load.version and load.version <= version for load in loads) else None


def _month_before(day: date) -> date:
    """The same day of the month before, or its last day."""
    last = day.replace(day=1) - ONE_DAY
    return last.replace(day=min(day.day, month_end(last).day))
