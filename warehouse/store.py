"""The warehouse as one object: the frames and records that others read from the store of a folder."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import duckdb

from kpi.catalogue import Catalogue
from kpi.dates.periods import Period, merge
from kpi.dates.workdays import WorkCalendar
from kpi.errors import UnknownName
from kpi.observations import Book, Observation, Office
from warehouse.lake.queries import sql
from warehouse.lake.transactions import Store
from warehouse.lake.version import Version
from warehouse.reads import observations
from warehouse.reads.attachments import Attachment, attachments
from warehouse.reads.load_records import LoadRecord, load_records
from warehouse.reads.set_on_pages import YES, Remark, remarks, rows_of
from warehouse.upkeep import line_files
from warehouse.upkeep.kept_files import kept

REFUSALS = "refusals.jsonl"


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

    def book(self, cutoffs: Iterable[date] = ()) -> Book:
        """All observations for evaluation, with offices and without categories; see `warehouse.reads.observations.book_of`."""
        days = list(cutoffs)
        return self.read(lambda con: observations.book_of(con, self.catalogue, days))

    def category_book(self, base: Book, indicator: str, cutoffs: Iterable[date] = ()) -> Book:
        """The observations of one indicator, with offices and categories; all else is that of the ``base`` book."""
        days, params = list(cutoffs), {"key": indicator}
        rows = self.read(
            lambda con: observations.observations(
                con, self.catalogue, days, base.reach, "category", "indicator = $key", params
            )
        )
        return replace(base, observations=rows, _kept={})

    def book_of(self, con: duckdb.DuckDBPyConnection, indicators: Iterable[str]) -> Book:
        """The book of some indicators as an open transaction sees it."""
        return observations.book_of(con, self.catalogue, indicators=indicators)

    def figures(self) -> list[Observation]:
        """The hand-counted observations as they were stated."""
        names = 'indicator, "from", "to", office, category, bin, numerator, denominator, qualifier, load'
        query = f"SELECT {names} FROM observations WHERE source = 'figures' ORDER BY ALL"
        return [Observation(*row) for row in self.fetch(query)]

    # -- lists that others refer to -----------------------------------------------------------------------------

    def demo_sources(self, con: duckdb.DuckDBPyConnection | None = None) -> set[str]:
        """Sources whose rows are demonstration rows (the first real load of a source removes them)."""
        return observations.demo_sources(con) if con else self.read(observations.demo_sources)

    def offices(self) -> tuple[Office, ...]:
        return self.read(lambda con: tuple(observations.offices(con)))

    def work_calendar(self, con: duckdb.DuckDBPyConnection | None = None) -> WorkCalendar:
        """The official calendar with the local closures on top."""
        return observations.work_calendar(con) if con else self.read(observations.work_calendar)

    def calendar_years(self) -> set[int]:
        return {row[0] for row in self.fetch("SELECT DISTINCT year(day) FROM facts_calendar")}

    def services(self, con: duckdb.DuckDBPyConnection | None = None) -> list[dict]:
        """Service items with limit, day kind and from when the limit holds."""
        query = 'SELECT item, aliases, "limit", days, "from" FROM facts_services ORDER BY "from" NULLS FIRST'
        rows = con.execute(query).fetchall() if con else self.fetch(query)
        return [dict(zip(("item", "aliases", "limit", "days", "from"), row, strict=True)) for row in rows]

    def spellings(self, source: str) -> dict[str, str]:
        """Headers that a person has confirmed for a source -> column."""
        return dict(self.fetch('SELECT header, "column" FROM spellings WHERE source = ?', [source]))

    # -- loads and where rows came from -------------------------------------------------------------------------

    def loads(self, limit: int = 50, source: str | None = None, only: set[int] | None = None) -> list[LoadRecord]:
        """Loads, newest first."""
        return self.read(lambda con: load_records(con, limit, source, only))

    def last_load(self) -> int:
        """The number of the newest load, 0 where there is none."""
        return self.fetch("SELECT coalesce(max(load), 0) FROM loads")[0][0]

    def loads_behind(self) -> dict[str, list[tuple[int, Period]]]:
        """Indicator -> the loads whose rows stand behind it: for every month the number and the days that its rows span."""
        found: dict[str, list[tuple[int, Period]]] = {}
        for indicator, load, start, end in self.fetch(sql("loads_behind")):
            found.setdefault(indicator, []).append((load, Period(start, end)))
        return found

    def last_refusals(self) -> dict[str, datetime]:
        """When an upload of each source was last refused, where nothing was loaded since."""
        noted, _ = line_files.records(self.home / "runtime" / REFUSALS)
        found = {one["source"]: datetime.fromisoformat(one["at"]) for one in noted if {"source", "at"} <= one.keys()}
        passed = dict(self.fetch('SELECT source, max("at") FROM loads GROUP BY source')) if found else {}
        return {source: at for source, at in found.items() if source not in passed or passed[source] < at}

    def copy(self, name: str) -> bytes:
        """The kept copy of a file. Raises `UnknownName` where there is none."""
        return kept(self.home, name)

    def months(self, source: str, period: Period) -> dict[date, int]:
        """First day of a month -> rows of a source, by the day that dates them."""
        item = self.catalogue.source(source)
        day = item.day
        query = f"""SELECT "{day}", count(*) FROM facts_{source}
            WHERE "{day}" BETWEEN DATE '{period.start}' AND DATE '{period.end}' GROUP BY ALL"""
        found: Counter[date] = Counter()
        for one, count in self.fetch(query) if day else ():  # by day: a third of the time that months take DuckDB
            found[one.replace(day=1)] += count
        return dict(found)

    def spans(self, source: str) -> list[Period]:
        """The periods that a source covers, joined."""
        rows = self.fetch('SELECT "from", "to" FROM coverage WHERE source = ? AND "from" IS NOT NULL', [source])
        return merge([Period(start, end) for start, end in rows])

    def categories(self, source: str) -> set[str]:
        """The categories that a source has had."""
        column = self.catalogue.source(source).category
        rows = self.fetch(f'SELECT DISTINCT "{column}" FROM facts_{source}') if column else []
        return {row[0] for row in rows if row[0]}

    # -- what people set and said -------------------------------------------------------------------------------

    def evidence(self, indicator: str) -> list[dict]:
        """The evidence statements of a qualitative standard, newest first, each with its ``load``, ``actor`` and ``at``.

        ``carried``: it was carried over from an earlier year and nobody has confirmed it; it is no evidence yet.
        """
        names = ("statement", "from", "until", "level", "link", "office", "review", "carried", "load", "actor", "at")
        rows = self.read(lambda con: rows_of(con, self.catalogue, "evidence"))
        mine = sorted((row for row in rows if row["indicator"] == indicator), key=lambda row: row["from"], reverse=True)
        return [{name: row[name] for name in names} | {"carried": row["carried"] == YES} for row in mine]

    def statements(self) -> set[tuple[str, date]]:
        """The indicator and the first day of every statement of evidence."""
        return set(self.fetch('SELECT DISTINCT indicator, "from" FROM facts_evidence'))

    def attachments(self) -> tuple[Attachment, ...]:
        """The files that are attached to evidence, the oldest first."""
        return self.read(lambda con: attachments(con, self.catalogue))

    def remarks(self) -> tuple[Remark, ...]:
        """The discussion under the indicators, the oldest first."""
        return self.read(lambda con: remarks(con, self.catalogue))
