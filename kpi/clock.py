"""Time limits of many cases at once: due date, the day a case enters the on-time rate, and its days to complete.

A case enters on the earlier of its completion and the day after its due date, and counts as on time if it was completed
by then; so nothing changes with hindsight, and open overdue cases count. Waiting for a supplement (補正) stops the
clock, an extension (展延) moves the due date.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from kpi.workdays import WorkCalendar

DAY = "datetime64[D]"
NEVER = np.datetime64("NaT", "D")


@dataclass(frozen=True)
class Timing:
    """One entry for each case, dates as datetime64[D]; NaT where there is none. ``days`` is NaN while open."""

    due: np.ndarray
    entered: np.ndarray
    days: np.ndarray


def time_cases(
    calendar: WorkCalendar, start: np.ndarray, end: np.ndarray, limit: np.ndarray, working: np.ndarray, *,
    completed: np.ndarray, extended_to: np.ndarray | None = None, pauses: list[tuple[np.ndarray, np.ndarray]] = (),
) -> Timing:  # fmt: skip
    """Time every case.

    Parameters
    ----------
    start, end, extended_to, pauses
        Dates as datetime64[D], NaT where there is none. A pause runs from the request to the supplement; without a
        supplement it runs until the end of the case, and while that is open the case is not due.
    limit
        Days, NaN where the case has no limit.
    working
        Whether the limit counts working days.
    completed
        Whether ``end`` is a completion (a withdrawal is not: it enters only after it was overdue).
    """
    off_days = np.array(calendar.working_days(), dtype=DAY)

    def ordinal(day: np.ndarray) -> np.ndarray:
        return np.searchsorted(off_days, day, side="right")

    known, ended = ~np.isnat(start), ~np.isnat(end)
    safe = np.where(known, start, off_days[0])
    paused_work = np.zeros(len(start), dtype=np.int64)
    paused_days = np.zeros(len(start), dtype=np.int64)
    waiting = np.zeros(len(start), dtype=bool)
    for asked, answered in pauses:
        there = ~np.isnat(asked)
        until = np.where(np.isnat(answered), end, answered)
        waiting |= there & np.isnat(until)
        both = there & ~np.isnat(until)
        low, high = np.where(both, asked, safe), np.where(both, until, safe)
        paused_work += np.where(both, np.maximum(ordinal(high) - ordinal(low), 0), 0)
        paused_days += np.where(both, np.maximum((high - low).astype(np.int64), 0), 0)

    has_limit = known & ~np.isnan(limit)
    days_allowed = np.where(has_limit, limit, 0).astype(np.int64)
    last = len(off_days) - 1
    due_working = off_days[np.clip(ordinal(safe) + days_allowed + paused_work - 1, 0, last)]
    due_calendar = safe + days_allowed + paused_days
    due_calendar = off_days[np.clip(np.searchsorted(off_days, due_calendar, side="left"), 0, last)]
    due = np.where(working, due_working, due_calendar)
    if extended_to is not None:
        due = np.where(~np.isnat(extended_to) & (extended_to > due), extended_to, due)
    due = np.where(has_limit & ~waiting, due, NEVER)

    overdue_day = due + 1
    late = ~np.isnat(due) & (~ended | (end > due))
    entered = np.where(late, overdue_day, np.where(ended & completed & has_limit, end, NEVER))

    done = known & ended & completed
    finish = np.where(done, end, safe)
    spent = np.where(
        working, ordinal(finish) - ordinal(safe) - paused_work, (finish - safe).astype(np.int64) - paused_days
    )
    days = np.where(done, np.maximum(spent.astype(float), 0.5), np.nan)
    return Timing(due.astype(DAY), entered.astype(DAY), days)
