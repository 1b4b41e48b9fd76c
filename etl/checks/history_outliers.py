"""What a file of cases looks like beside what came before: months far from their history, months missing, new categories."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from etl.checks.around import Around
from etl.tabular.near_names import Nearest
from etl.tabular.typed_table import Frame
from kpi.dates.periods import ONE_DAY, Period
from kpi.dates.roc import roc_year
from kpi.dates.workdays import add_months
from kpi.errors import Problem
from warehouse import Warehouse

LOOKED_BACK, LEAST = 24, 6  # months of history that are looked at, and without which nothing is said
FAR = 3  # times the usual moving range
LEAST_CATEGORIES = 3


@dataclass(frozen=True)
class History:
    """``months``: first day -> rows, of those that are looked at and have any; ``spans``: what is covered; ``categories`` seen so far."""

    months: dict[date, int]
    spans: list[Period]
    categories: set[str]

    @classmethod
    def of(cls, warehouse: Warehouse, source: str, covered: Period) -> History:
        item = warehouse.catalogue.source(source)
        first = add_months(covered.start.replace(day=1), -LOOKED_BACK)
        free = item.category and item.columns[item.category].type == "text"
        categories = warehouse.categories(source) if free else set()
        spans = warehouse.spans(source)
        looked_at = Period(first, covered.end)
        months = warehouse.months(source, looked_at) if spans else {}  # a month counts where it is covered
        return cls(months, spans, categories)

    def before(self, month: date) -> dict[date, int]:
        """First day -> rows of the whole covered months in the time before one that is looked at, in their order."""
        back = Period(add_months(month, -LOOKED_BACK), month - ONE_DAY)
        return {
            one.start: self.months.get(one.start, 0)
            for one in back.months()
            if any(span.holds(one) for span in self.spans)
        }


def against_history(frame: Frame, around: Around) -> None:
    """Warnings only: what is unusual may still be right. Demonstration rows are no history."""
    covered = around.period
    if not covered or around.demonstrated:
        return
    history = History.of(around.warehouse, around.source, covered)
    counts: Counter[date] = Counter()
    for day, count in Counter(frame.days).items():
        if day:
            counts[day.replace(day=1)] += count
    for month in covered.months():
        if covered.holds(month):
            _far(frame, month.start, counts[month.start], history)
    _gaps(frame, covered, counts, history)
    _categories(frame, history)


def _warn(frame: Frame, key: str, **params: str | int) -> None:
    frame.problems.append(Problem("warning", key, params, file=frame.file, sheet=frame.tables[0].sheet))


def _said(month: date) -> str:
    return f"{roc_year(month)}/{month.month}"


def _far(frame: Frame, month: date, count: int, history: History) -> None:
    """More than three times the mean moving range away from the mean of the months before.

    Only whole months that are covered count, one without a row as 0; a range is that of two neighbours.
    """
    before = history.before(month)
    ranges = [abs(before[two] - before[one]) for one, two in pairwise(before) if add_months(one, 1) == two]
    if len(before) < LEAST or len(ranges) < LEAST - 1:
        return
    mean = sum(before.values()) / len(before)
    usual = max(sum(ranges) / len(ranges), 1.0)
    if abs(count - mean) > FAR * usual:
        low, high = max(round(mean - FAR * usual), 0), round(mean + FAR * usual)
        _warn(frame, "month-far", month=_said(month), count=count, mean=round(mean), low=low, high=high)


def _gaps(frame: Frame, covered: Period, counts: Counter[date], history: History) -> None:
    """Months that nothing covers between the file and what is before or after it, and months without a row inside the file."""
    earlier = [span.end for span in history.spans if span.end < covered.start]
    later = [span.start for span in history.spans if span.start > covered.end]
    missing = []
    if earlier and max(earlier) + ONE_DAY < covered.start:
        missing += _whole_months(max(earlier) + ONE_DAY, covered.start - ONE_DAY)
    if later and covered.end + ONE_DAY < min(later):
        missing += _whole_months(covered.end + ONE_DAY, min(later) - ONE_DAY)
    there = sorted(counts)
    if there:
        inside = Period(there[0], there[-1])
        missing += [month.start for month in inside.months() if month.start not in counts]
    if missing:
        _warn(frame, "month-gap", months="、".join(_said(month) for month in sorted(set(missing))[:12]))


def _whole_months(first: date, last: date) -> list[date]:
    gap = Period(first, last)
    return [month.start for month in gap.months() if gap.holds(month)]


def _categories(frame: Frame, history: History) -> None:
    """A category that was never seen: often a slip of the pen, said with the nearest known ones."""
    column = frame.source.category
    if column is None or len(history.categories) < LEAST_CATEGORIES:
        return
    first: dict[str, int] = {}
    for row, value in enumerate(frame.cells[column]):
        first.setdefault(value, row)
    nearest = Nearest(sorted(history.categories))
    for value, row in first.items():
        if value and value not in history.categories:
            near = nearest(value)
            severity = "warning" if near else "note"
            shown = "、".join(near or nearest.names[:8])
            frame.problem(severity, "category-new", row, column, value, near=shown)
