"""The warehouse as one object: what others read from the store of a folder, each named for what it gives.

The queries stand in `warehouse.reads`; all that is read in one call is of one version.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from kpi.catalogue import Catalogue
from kpi.dates.periods import Period
from kpi.dates.workdays import WorkCalendar
from kpi.errors import UnknownName
from kpi.observations import Book, Observation, Office
from warehouse import refusals
from warehouse.lake.transactions import Store
from warehouse.lake.version import Version
from warehouse.reads import deliveries, evidence, figure_rows, load_records, observations, reference_lists
from warehouse.reads.attachments import Attachment, attachments
from warehouse.reads.load_records import LoadRecord
from warehouse.reads.set_on_pages import Remark, remarks
from warehouse.upkeep.kept_files import kept


class Warehouse(Store):
    """A DuckLake under ``home/warehouse``: SQLite catalog, Parquet files. Opened as it is, nothing is made or upgraded."""

    def __init__(self, home: Path, catalogue: Catalogue, number: int | None = None) -> None:
        super().__init__(home, number)
        self.catalogue = catalogue

    @classmethod
    def open(cls, home: Path, catalogue: Catalogue) -> Warehouse:
        """Open the warehouse of a folder for work, see `warehouse.upkeep.upgrade.opened`."""
        from warehouse.upkeep.upgrade import opened

        return opened(home, catalogue)

    def at(self, version: int | Version) -> Warehouse:
        """The warehouse as it stood at a version; read only. To be closed by the caller.

        Raises
        ------
        UnknownName
            When there is no such version, or it is of another store.
        """
        newest = self.newest()
        number = version.number if isinstance(version, Version) else version
        if isinstance(version, Version) and version.store != newest.store:
            raise UnknownName("store-replaced")
        if not 0 < number <= newest.number:
            raise UnknownName("unknown-version", found=str(number), newest=str(newest.number))
        return Warehouse(self.home, self.catalogue, number)

    # -- books --------------------------------------------------------------------------------------------------

    def book(self, cutoffs: Iterable[date] = (), indicators: Iterable[str] | None = None) -> Book:
        """The observations of indicators (None: all) for evaluation, with offices and without categories; see
        `warehouse.reads.observations.book_of`."""
        days, keys = list(cutoffs), None if indicators is None else list(indicators)
        return self._read(lambda con: observations.book_of(con, self.catalogue, days, keys))

    def category_book(self, base: Book, indicator: str, cutoffs: Iterable[date] = ()) -> Book:
        """The observations of one indicator, with offices and categories; all else is that of the ``base`` book."""
        days = list(cutoffs)
        rows = self._read(lambda con: observations.with_categories(con, self.catalogue, days, base.reach, indicator))
        return replace(base, observations=rows, _kept={})

    def figures(self) -> list[Observation]:
        """The hand-counted observations as they were stated."""
        return self._read(figure_rows.figures)

    def stated_figures(self) -> list[figure_rows.Stated]:
        """The keys of all hand-counted rows."""
        return self._read(figure_rows.stated)

    def files_of_figures(self) -> list[tuple[str, int, int | None, Period]]:
        """Indicator, load, the place of the file in it, and the days of hand-counted rows, the oldest load first."""
        return self._read(lambda con: figure_rows.files_of_figures(con, self.catalogue))

    # -- lists that others refer to -----------------------------------------------------------------------------

    def offices(self) -> tuple[Office, ...]:
        return self._read(lambda con: tuple(reference_lists.offices(con)))

    def work_calendar(self) -> WorkCalendar:
        """The official calendar with the local closures on top."""
        return self._read(reference_lists.work_calendar)

    def calendar_years(self) -> set[int]:
        return self._read(reference_lists.calendar_years)

    def services(self) -> list[reference_lists.Service]:
        """Service items with limit, day kind and from when the limit holds."""
        return self._read(reference_lists.services)

    def spellings(self, source: str) -> dict[str, str]:
        """Headers that a person has confirmed for a source -> column."""
        return self._read(lambda con: reference_lists.spellings(con, source))

    # -- loads and where rows came from -------------------------------------------------------------------------

    def demo_sources(self) -> set[str]:
        """Sources whose rows are demonstration rows (the first real load of a source removes them)."""
        return self._read(observations.demo_sources)

    def loads(self, limit: int = 50, source: str | None = None, only: set[int] | None = None) -> list[LoadRecord]:
        """Loads, newest first."""
        return self._read(lambda con: load_records.load_records(con, limit, source, only))

    def last_load(self) -> int:
        """The number of the newest load, 0 where there is none."""
        return self._read(load_records.last_load)

    def loads_behind(self) -> dict[str, list[tuple[int, Period]]]:
        """Indicator -> the loads whose rows stand behind it: for every month the number and the days that its rows span."""
        return self._read(load_records.loads_behind)

    def last_refusals(self) -> dict[str, datetime]:
        """When an upload of each source was last refused, where nothing was loaded since."""
        found = refusals.noted(self.home)
        passed = self._read(load_records.last_at) if found else {}
        return {source: at for source, at in found.items() if source not in passed or passed[source] < at}

    def copy(self, name: str) -> bytes:
        """The kept copy of a file. Raises `UnknownName` where there is none."""
        return kept(self.home, name)

    def months(self, source: str, period: Period) -> dict[date, int]:
        """First day of a month -> rows of a source, by the day that dates them."""
        return self._read(lambda con: deliveries.rows_by_month(con, self.catalogue, source, period))

    def spans(self, source: str) -> list[Period]:
        """The periods that a source covers, joined."""
        return self._read(lambda con: deliveries.spans(con, source))

    def categories(self, source: str) -> set[str]:
        """The categories that a source has had."""
        return self._read(lambda con: deliveries.categories(con, self.catalogue, source))

    # -- what people set and said -------------------------------------------------------------------------------

    def evidence(self, indicator: str) -> list[evidence.Statement]:
        """The evidence statements of a qualitative standard, newest first; see `warehouse.reads.evidence.evidence`."""
        return self._read(lambda con: evidence.evidence(con, self.catalogue, indicator))

    def statements(self) -> set[tuple[str, date]]:
        """The indicator and the first day of every statement of evidence."""
        return self._read(evidence.statements)

    def attachments(self) -> tuple[Attachment, ...]:
        """The files that are attached to evidence, the oldest first."""
        return self._read(lambda con: attachments(con, self.catalogue))

    def remarks(self) -> tuple[Remark, ...]:
        """The discussion under the indicators, the oldest first."""
        return self._read(lambda con: remarks(con, self.catalogue))
