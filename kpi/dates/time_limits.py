"""Time limits of many cases at once: due date, the day a case enters the on-time rate, and its days to complete.

A case enters on the earlier of its completion and the day after its due date, and counts as on time if it was completed
by then; so nothing changes with hindsight, and open overdue cases count. Waiting for a supplement (補正) stops the
clock; an extension (展延) stands as given, pauses don't move it. One that ends before the plain limit extends nothing.
No source tells the day on which an extension was given, so that it counts from receipt on: one that is delivered only after
the case was overdue makes it one that never was. But for a correction nothing else that a later file brings does that.

What stops the clock is a set of days: from the day after each notice to its answer, united over all pairs, cut to what
lies after receipt and up to completion. A run of such days counts, whole, when its notice lies on or before the due date
as earlier runs have moved it; one that begins later changes nothing. The clock never runs out on a day on which it stands
still: a due date that would fall into a run that counts is that run's last day.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from kpi.dates.workdays import WorkCalendar

DAY = "datetime64[D]"
NEVER = np.datetime64("NaT", "D")
RECKONED = "期限推算"
"""Qualifies a figure: some of its due dates lie in a year without an office calendar and were counted by weekday."""

FAR = 1 << 40
"""The end of what is still open, as a count of days."""

RULES = 3
"""Goes up with every change of what is worked out here: what was timed by earlier rules is then timed again."""


@dataclass(frozen=True)
class Timing:
    """One entry for each case, dates as datetime64[D]; NaT where there is none. ``days`` is NaN while open."""

    due: np.ndarray
    entered: np.ndarray
    days: np.ndarray


def time_cases(
    calendar: WorkCalendar, start: np.ndarray, end: np.ndarray, limit: np.ndarray, working: np.ndarray, *,
    completed: np.ndarray, extended_to: np.ndarray | None = None, pauses: Sequence[tuple[np.ndarray, np.ndarray]] = (),
) -> Timing:  # fmt: skip
    """Time every case.

    Parameters
    ----------
    start, end, extended_to, pauses
        Dates as datetime64[D], NaT where there is none. A pause runs from the day after its notice to its answer, in
        whatever order the pairs come; without an answer to the end of the case. While one that counts is open, a case
        without an extension has no due date.
    limit
        Days, NaN where the case has no limit.
    working
        Whether the limit counts working days.
    completed
        Whether ``end`` is a completion (a withdrawal is not: it enters only after it was overdue).
    """
    known, ended = ~np.isnat(start), ~np.isnat(end)
    limited = known & ~np.isnan(limit)
    clock = _Clock(calendar, _count(start, 0), np.where(limited, limit, 0).astype(np.int64), np.asarray(working))
    last = _count(end, FAR)
    plain = clock.due()
    due, waited, waiting = plain.copy(), np.zeros(len(start), np.int64), np.zeros(len(start), bool)
    paused = (
        np.flatnonzero(known & np.any([~np.isnat(notice) for notice, _ in pauses], axis=0))
        if len(pauses)
        else np.empty(0, np.int64)
    )
    if len(paused):
        asked = np.stack([_count(notice[paused], FAR) for notice, _ in pauses])
        answered = np.stack([_count(answer[paused], FAR) for _, answer in pauses])
        due[paused], waited[paused], waiting[paused] = _stopped(clock.of(paused), asked, answered, last[paused])
    if extended_to is not None:
        given = _count(extended_to, -FAR)
        stands = given >= plain
        due, waiting = np.where(stands, given, due), waiting & ~stands

    late = limited & ~waiting & (last > due)
    in_time = limited & ended & np.asarray(completed) & ~late
    entered = np.where(late, due + 1, np.where(in_time, last, 0))
    done = known & ended & np.asarray(completed)
    spent = clock.between(clock.start, np.where(done, last, clock.start)) - waited
    return Timing(
        due=_dates(due, limited & ~waiting),
        entered=_dates(entered, late | in_time),
        days=np.where(done, np.maximum(spent.astype(float), 0.5), np.nan),
    )


def _count(days: np.ndarray, missing: int) -> np.ndarray:
    """Dates as counts of days since 1970."""
    return np.where(np.isnat(days), missing, days.astype(DAY).astype(np.int64))


def _dates(counts: np.ndarray, there: np.ndarray) -> np.ndarray:
    return np.where(there, np.where(there, counts, 0).astype(DAY), NEVER)


class _Clock:
    """The limits of some cases, all days as counts."""

    def __init__(self, calendar: WorkCalendar, start: np.ndarray, limit: np.ndarray, working: np.ndarray) -> None:
        self._calendar, self._workdays = calendar, calendar.working_days
        self.start, self._limit, self._working = start, limit, working

    def of(self, rows: np.ndarray) -> _Clock:
        """The clock of some of the cases."""
        return _Clock(self._calendar, self.start[rows], self._limit[rows], self._working[rows])

    def between(self, after: np.ndarray, to: np.ndarray) -> np.ndarray:
        """Days after one day up to another, in each case's own day kind."""
        worked = np.searchsorted(self._workdays, to, side="right") - np.searchsorted(
            self._workdays, after, side="right"
        )
        return np.where(self._working, worked, to - after)

    def due(self, stopped: np.ndarray | int = 0, held: np.ndarray | int = -FAR) -> np.ndarray:
        """Last day of the limit when the clock has stood still for so many days, the last of them ``held``.

        A limit in calendar days that ends on a day off moves to the next working day (行政程序法 48).
        """
        days = self._workdays
        reached = np.searchsorted(days, self.start, side="right") + self._limit + stopped - 1
        by_work = np.maximum(days[np.clip(reached, 0, len(days) - 1)], held)
        plain = np.maximum(self.start + self._limit + stopped, held)
        by_calendar = days[np.clip(np.searchsorted(days, plain, side="left"), 0, len(days) - 1)]
        due: np.ndarray = np.where(self._working, by_work, by_calendar)
        return due


def _stopped(
    clock: _Clock, asked: np.ndarray, answered: np.ndarray, last: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Due dates, days waited in all, and whether the case still waits (then it has no due date).

    ``asked`` and ``answered`` have a row for each pair and a column for each case; ``last`` is the day of completion.
    Pairs that touch or overlap are one run, so it never matters how they are cut or in which order they stand.
    """
    low, high = np.maximum(asked, clock.start), np.minimum(answered, last)
    low = np.where((asked < FAR) & (low < high), low, FAR)
    order = np.argsort(low, axis=0, kind="stable")
    low, high = np.take_along_axis(low, order, axis=0), np.take_along_axis(high, order, axis=0)
    waited, counted, held = np.zeros_like(last), np.zeros_like(last), np.full_like(last, -FAR)
    waiting, due = np.zeros(len(last), bool), clock.due()
    first, final = low[0], high[0]
    for asked_next, answered_next in [*zip(low[1:], high[1:], strict=True), (np.full_like(last, FAR), last)]:
        joined = (asked_next < FAR) & (asked_next <= final)
        over = ~joined & (first < FAR)  # no further pair belongs to this run
        counts, closed = over & (first <= due), over & (final < FAR)
        waiting |= counts & (final == FAR)
        length = np.where(closed, clock.between(first, final), 0)
        waited += length
        moved = counts & closed
        counted += np.where(moved, length, 0)
        held = np.where(moved, final, held)
        due = np.where(moved, clock.due(counted, held), due)
        final = np.where(joined, np.maximum(final, answered_next), answered_next)
        first = np.where(joined, first, asked_next)
    return due, waited, waiting
