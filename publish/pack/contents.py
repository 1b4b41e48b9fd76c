"""Everything that a pack or a brief tells, worked out once from one version of the warehouse."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from kpi.attention import MOST, Attention, look_first
from kpi.catalogue import Catalogue
from kpi.dates.periods import Period
from kpi.differences import Move
from kpi.errors import KpiError
from kpi.evaluate import Result
from kpi.extent import default_cutoff, last_day
from kpi.form.saved_records import Records
from kpi.lateness import late_sources
from kpi.observations import Book
from publish.summary.figures import Summary, summarise
from warehouse import LoadRecord, Warehouse
from warehouse.reads.form_records import records
from warehouse.reads.version_differences import moves_between

BETWEEN_MEETINGS = timedelta(days=28)


@dataclass(frozen=True)
class Gathered:
    """``summary`` goes from 1 January to the cut-off; ``open``: all that calls for action, in the Overview's order.

    ``earlier``: the load with which the data stood before the last meeting, None where there were no data; ``moved`` is
    what differs since. ``at`` is now, in the agency's time zone.
    """

    summary: Summary
    open: tuple[Attention, ...]
    records: Records
    author: str
    at: datetime
    earlier: LoadRecord | None = None
    moved: tuple[Move, ...] = ()

    @property
    def catalogue(self) -> Catalogue:
        return self.summary.catalogue

    @property
    def first(self) -> tuple[Attention, ...]:
        """What to look at first: the same few as on the Overview."""
        return self.open[:MOST]

    def office(self, indicator: str) -> str | None:
        """The office that answers for an indicator."""
        return self.records.office_of(self.catalogue, indicator, self.summary.period.end.year)

    def of_dimension(self, dimension: str) -> tuple[Result, ...]:
        """Its results in the order of the framework."""
        return tuple(row for row in self.summary.rows if self.catalogue.dimension_of(row.indicator) == dimension)


def gather(warehouse: Warehouse, asked: Period, at: datetime, author: str) -> Gathered:
    """The figures of the year up to the end of ``asked``, or to the default cut-off.

    Where the data begin so late that the year to date has no value at all, the figures are those of ``asked`` alone.

    Raises
    ------
    KpiError
        When there are no data at all, or none of that period.
    """
    catalogue = warehouse.catalogue
    book = warehouse.book(cutoffs=[asked.end])
    end = _cutoff(catalogue, book, asked)
    for start in (date(end.year, 1, 1), asked.start):
        summary = summarise(catalogue, book, Period(start, end))
        if any(row.value for row in summary.rows):
            break
    else:
        raise KpiError("pack-before", period=asked, day=_first_day(book))
    late = late_sources(catalogue, book, at.date())
    found = tuple(look_first(catalogue, summary.rows, summary.processes, late, most=None))
    return Gathered(summary, found, records(warehouse), author, at)


def _cutoff(catalogue: Catalogue, book: Book, asked: Period) -> date:
    newest = default_cutoff(catalogue, book)
    if newest is None:
        raise KpiError("pack-empty")
    if newest < asked.start:  # most sources have not come so far: what there is
        newest = last_day(catalogue, book) or newest
    if newest < asked.start:
        raise KpiError("pack-not-yet", month=asked, day=newest)
    return min(newest, asked.end)


def _first_day(book: Book) -> date:
    return min(row.start for rows in book.observations.values() for row in rows)


def stood_before(catalogue: Catalogue, loads: Sequence[LoadRecord], at: datetime) -> LoadRecord | None:
    """The newest load that is four weeks old, None where no data had come by then. ``loads``: newest first."""
    old = [load for load in loads if load.version and load.at <= at - BETWEEN_MEETINGS]
    counted = {name for name, source in catalogue.sources.items() if source.counts}
    return old[0] if any(load.source in counted for load in old) else None


def with_moves(found: Gathered, warehouse: Warehouse) -> Gathered:
    """The same, compared with the version that stood before the last meeting."""
    earlier = stood_before(found.catalogue, warehouse.loads(limit=1_000_000), found.at)
    newest = found.summary.version
    since = earlier.version if earlier else None
    moved = moves_between(warehouse, since, newest) if since and since < newest else ()
    return Gathered(found.summary, found.open, found.records, found.author, found.at, earlier, moved)
