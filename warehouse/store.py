"""The warehouse as one object: connections, transactions, versions, and the frames and records that others read."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
from filelock import FileLock, Timeout

from kpi.book import Book, Observation, Office, Reach
from kpi.catalogue import Catalogue
from kpi.errors import Busy, DiskFailed, UnknownName
from kpi.periods import ONE_DAY, Period, end_in, merge, month_end
from kpi.workdays import WorkCalendar
from warehouse.attachments import Attachment, attachments
from warehouse.checksums import note_new
from warehouse.copies import kept
from warehouse.entries import YES, Remark, notes, rebases, remarks, rows_of, standards_set
from warehouse.schema import create_facts

SQL = Path(__file__).parent / "sql"
LOCK_SECONDS = 60
CATALOG = "META_JOURNAL_MODE 'WAL', META_BUSY_TIMEOUT 30000"  # a long read never keeps a commit waiting


@cache
def sql(name: str) -> str:
    return (SQL / f"{name}.sql").read_text(encoding="utf-8")


@dataclass(frozen=True)
class FileRecord:
    name: str
    sha256: str
    rows: int
    start: date | None
    end: date | None
    as_of: date | None
    copy: str | None = None  # the name of its kept copy


@dataclass(frozen=True)
class LoadRecord:
    """One load: a commit of the warehouse. ``kind`` is load, undo or redo, ``of`` the load that the latter are about;
    ``undone``: it is not in force now. An undo or a redo has no demonstration mark and no files."""

    load: int
    at: datetime
    actor: str
    source: str
    message: str
    demo: bool
    added: int
    changed: int
    removed: int
    unchanged: int
    version: int | None
    files: tuple[FileRecord, ...]
    kind: str = "load"
    of: int | None = None
    undone: bool = False


class Warehouse:
    """A DuckLake under ``home/warehouse``: SQLite catalog, Parquet files.

    Reads may come from any thread. Writes go through `writing`, one process at a time.
    """

    def __init__(self, home: Path, catalogue: Catalogue, version: int | None = None) -> None:
        self.home, self.catalogue = Path(home), catalogue
        self.folder = self.home / "warehouse"
        self.folder.mkdir(parents=True, exist_ok=True)
        self._lock = FileLock(self.folder / "writer.lock", timeout=LOCK_SECONDS)
        self._thread_lock = threading.RLock()
        self._con = duckdb.connect(config={"autoinstall_known_extensions": False, "autoload_known_extensions": False})
        for module in ("duckdb_extension_ducklake", "duckdb_extension_sqlite_scanner"):
            self._con.execute(f"LOAD '{_extension(module)}'")
        fresh = not (self.folder / "catalog.sqlite").exists()
        stood = "" if version is None else f", SNAPSHOT_VERSION {int(version)}"
        with self._lock if fresh else _nothing():
            self._con.execute(
                f"ATTACH 'ducklake:sqlite:{_quoted(self.folder / 'catalog.sqlite')}' AS lake "
                f"(DATA_PATH '{_quoted(self.folder / 'files')}/', OVERRIDE_DATA_PATH true, {CATALOG}{stood})"  # a copied folder opens too
            )
        self._con.execute("USE lake")
        self._con.execute("SET TimeZone = 'UTC'")

    @classmethod
    def open(cls, home: Path, catalogue: Catalogue) -> Warehouse:
        """Open the warehouse of a folder, making or widening it where the catalogue has grown."""
        warehouse = cls(home, catalogue)
        if not warehouse._fits():
            with warehouse.writing() as con:
                con.execute("BEGIN")
                con.execute(sql("schema"))
                create_facts(con, catalogue)
                con.execute("COMMIT")
        return warehouse

    def at(self, version: int) -> Warehouse:
        """The warehouse as it stood at a version; read only. To be closed by the caller.

        Raises
        ------
        UnknownName
            When there is no such version.
        """
        if not 0 < version <= self.version():
            raise UnknownName("unknown-version", found=str(version), newest=str(self.version()))
        return Warehouse(self.home, self.catalogue, version)

    def close(self) -> None:
        self._con.close()

    # -- reading ------------------------------------------------------------------------------------------------

    def cursor(self) -> duckdb.DuckDBPyConnection:
        """A connection of one's own to the same store, for one thread."""
        cursor = self._con.cursor()
        cursor.execute("USE lake")
        return cursor

    def version(self) -> int:
        """The number of the newest commit."""
        return self._retry(lambda: self.cursor().execute("FROM ducklake_current_snapshot('lake')").fetchone()[0])

    def book(self, cutoffs: Iterable[date] = ()) -> Book:
        """All observations for evaluation, with offices and without categories.

        Daily observations are summed to months, and each month is split after the day of every cutoff that falls in
        that month of any year, and where the deliveries of a source begin or end. So any period that begins with a
        month or after a cutoff, and ends with one, is a sum of whole pieces (see `kpi.periods.cuts_of`); of any other
        there is no value.
        """
        return self.read(lambda con: self._read_book(con, list(cutoffs), "NULL", "TRUE", {}))

    def category_book(self, base: Book, indicator: str, cutoffs: Iterable[date] = ()) -> Book:
        """The observations of one indicator, with offices and categories; all else is that of the ``base`` book."""

        def read() -> Book:
            con, where = self.cursor(), "indicator = $key"
            rows = self._observations(con, list(cutoffs), base.reach, "category", where, {"key": indicator})
            return replace(base, observations=rows, _kept={})

        return self._retry(read)

    def book_of(self, con: duckdb.DuckDBPyConnection, indicators: Iterable[str]) -> Book:
        """The book of some indicators as an open transaction sees it."""
        return self._read_book(con, [], "NULL", "list_contains($keys, indicator)", {"keys": list(indicators)})

    def _read_book(self, con, cutoffs: list[date], category: str, where: str, params: dict) -> Book:
        version = con.execute("FROM ducklake_current_snapshot('lake')").fetchone()[0]
        reach = self._reach(con)
        rows = self._observations(con, cutoffs, reach, category, where, params)
        return Book(
            version, rows, reach, tuple(self._offices(con)), standards_set(con, self.catalogue),
            rebases(con, self.catalogue), notes(con, self.catalogue), self.work_calendar(con),
        )  # fmt: skip

    def _observations(
        self, con, cutoffs: list[date], reach: dict[str, Reach], category: str, where: str, params: dict
    ) -> dict[str, list[Observation]]:
        _register_pieces(con, cutoffs, reach)
        daily = [name for name, source in self.catalogue.sources.items() if source.kind == "cases"]
        query = sql("book").format(category=category, filter=where)
        rows: dict[str, list[Observation]] = {}
        for row in con.execute(query, {**params, "daily": daily}).fetchall():
            rows.setdefault(row[0], []).append(Observation(*row))
        return rows

    def _reach(self, con: duckdb.DuckDBPyConnection) -> dict[str, Reach]:
        spans: dict[str, list[Period]] = {}
        days: dict[str, set[date]] = {}
        for source, start, end, as_of in con.execute('SELECT source, "from", "to", as_of FROM coverage').fetchall():
            if as_of is not None:
                days.setdefault(source, set()).add(as_of)
            else:
                spans.setdefault(source, []).append(Period(start, end))
        demo = self.demo_sources(con)
        return {
            name: Reach(tuple(merge(spans.get(name, []))), tuple(sorted(days.get(name, ()))), name in demo)
            for name in {*spans, *days, *demo}
        }

    def demo_sources(self, con: duckdb.DuckDBPyConnection | None = None) -> set[str]:
        """Sources whose rows are demonstration rows (the first real load of a source removes them)."""
        con = con or self.cursor()
        return {source for source, demo in con.execute(sql("demo_sources")).fetchall() if demo}

    def offices(self) -> tuple[Office, ...]:
        return tuple(self._retry(lambda: self._offices(self.cursor())))

    def _offices(self, con: duckdb.DuckDBPyConnection) -> Iterator[Office]:
        query = 'SELECT name, "from", "to", successor, aliases FROM facts_offices ORDER BY load, file, "row"'
        for name, start, end, successor, aliases in con.execute(query).fetchall():
            yield Office(name, start, end, successor, tuple(aliases or ()))

    def work_calendar(self, con: duckdb.DuckDBPyConnection | None = None) -> WorkCalendar:
        """The official calendar with the local closures on top."""
        con = con or self.cursor()
        days = con.execute("SELECT day, day_off FROM facts_calendar").fetchall()
        closures = [row[0] for row in con.execute("SELECT day FROM facts_closures").fetchall()]
        return WorkCalendar([day for day, off in days if off != "0"] + closures, {day.year for day, _ in days})

    def calendar_years(self) -> set[int]:
        return {row[0] for row in self.cursor().execute("SELECT DISTINCT year(day) FROM facts_calendar").fetchall()}

    def services(self, con: duckdb.DuckDBPyConnection | None = None) -> list[dict]:
        """Service items with limit, day kind and from when the limit holds."""
        con = con or self.cursor()
        rows = con.execute(
            'SELECT item, aliases, "limit", days, "from" FROM facts_services ORDER BY "from" NULLS FIRST'
        )
        return [dict(zip(("item", "aliases", "limit", "days", "from"), row, strict=True)) for row in rows.fetchall()]

    def loads(self, limit: int = 50, source: str | None = None, only: set[int] | None = None) -> list[LoadRecord]:
        """Loads, newest first."""
        return self._retry(lambda: self._loads(limit, source, only))

    def _loads(self, limit: int, source: str | None, only: set[int] | None) -> list[LoadRecord]:
        con = self.cursor()
        where = "($source IS NULL OR source = $source) AND ($only IS NULL OR list_contains($only, load))"
        found = con.execute(
            f'SELECT load, "at", actor, source, message, demo, added, changed, removed, unchanged, kind, "of" FROM loads WHERE {where} '
            "ORDER BY load DESC LIMIT $limit",
            {"source": source, "only": sorted(only) if only is not None else None, "limit": limit},
        ).fetchall()
        files: dict[int, list[FileRecord]] = {}
        wanted = [row[0] for row in found]
        query = 'SELECT load, name, sha256, rows, "from", "to", as_of, "copy" FROM files WHERE list_contains(?, load) ORDER BY load, file'
        for load, *rest in con.execute(query, [wanted]).fetchall():
            files.setdefault(load, []).append(FileRecord(*rest))
        versions = self._versions(con)
        undone = {row[0] for row in con.execute(sql("undone")).fetchall()}
        return [
            LoadRecord(
                *row[:10],
                versions.get(row[0]),
                tuple(files.get(row[0], ())),
                row[10] or "load",
                row[11],
                row[0] in undone,
            )
            for row in found
        ]

    def _versions(self, con: duckdb.DuckDBPyConnection) -> dict[int, int]:
        found = {}
        query = (
            "SELECT snapshot_id, commit_extra_info FROM ducklake_snapshots('lake') WHERE commit_extra_info IS NOT NULL"
        )
        for version, extra in con.execute(query).fetchall():
            found[json.loads(extra).get("load")] = version
        return found

    def loads_behind(self) -> dict[str, list[tuple[int, Period]]]:
        """Indicator -> the loads whose rows stand behind it: for every month the number and the days that its rows span."""
        found: dict[str, list[tuple[int, Period]]] = {}
        for indicator, load, start, end in self.fetch(sql("loads_behind")):
            found.setdefault(indicator, []).append((load, Period(start, end)))
        return found

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

    def read(self, ask: Callable[[duckdb.DuckDBPyConnection], Any]) -> Any:
        """What ``ask`` reads, all of one version."""

        def reading() -> Any:
            con = self.cursor()
            con.execute("BEGIN")
            try:
                return ask(con)
            finally:
                con.execute("ROLLBACK")
                con.close()

        return self._retry(reading)

    def last_refusals(self) -> dict[str, datetime]:
        """When an upload of each source was last refused, where nothing was loaded since."""
        path = self.home / "runtime" / "refusals.jsonl"
        if not path.exists():
            return {}
        found: dict[str, datetime] = {}
        for line in path.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            found[record["source"]] = datetime.fromisoformat(record["at"])
        newest = 'SELECT source, max("at") FROM loads GROUP BY source'
        passed = dict(self._retry(lambda: self.cursor().execute(newest).fetchall()))
        return {source: at for source, at in found.items() if source not in passed or passed[source] < at}

    def copy(self, name: str) -> bytes:
        """The kept copy of a file. Raises `UnknownName` where there is none."""
        return kept(self.home, name)

    def months(self, source: str, period: Period) -> dict[date, int]:
        """First day of a month -> rows of a source, by the day that dates them."""
        item = self.catalogue.source(source)
        day = "as_of" if item.kind == "snapshot" else item.date
        query = f"""SELECT CAST(date_trunc('month', "{day}") AS DATE), count(*) FROM facts_{source}
            WHERE "{day}" BETWEEN DATE '{period.start}' AND DATE '{period.end}' GROUP BY ALL"""
        return dict(self.fetch(query)) if day else {}

    def spans(self, source: str) -> list[Period]:
        """The periods that a source covers, joined."""
        rows = self.fetch('SELECT "from", "to" FROM coverage WHERE source = ? AND "from" IS NOT NULL', [source])
        return merge([Period(start, end) for start, end in rows])

    def categories(self, source: str) -> set[str]:
        """The categories that a source has had."""
        column = self.catalogue.source(source).category
        return (
            {row[0] for row in self.fetch(f'SELECT DISTINCT "{column}" FROM facts_{source}') if row[0]}
            if column
            else set()
        )

    def spellings(self, source: str) -> dict[str, str]:
        """Headers that a person has confirmed for a source -> column."""
        return dict(self.fetch('SELECT header, "column" FROM spellings WHERE source = ?', [source]))

    def fetch(self, query: str, params=None, **tables: pa.Table) -> list[tuple]:
        """The rows of a query, read again while the catalog is being written. ``tables`` stand in it by their names."""

        def rows() -> list[tuple]:
            cursor = self.cursor()
            for name, table in tables.items():
                cursor.register(name, table)
            return cursor.execute(query, params).fetchall()

        return self._retry(rows)

    def figures(self) -> list[Observation]:
        """The hand-counted observations as they were stated."""
        names = 'indicator, "from", "to", office, category, bin, numerator, denominator, qualifier, load'
        query = f"SELECT {names} FROM observations WHERE source = 'figures' ORDER BY ALL"
        return [Observation(*row) for row in self._retry(lambda: self.cursor().execute(query).fetchall())]

    # -- writing ------------------------------------------------------------------------------------------------

    @contextmanager
    def writing(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """The writer's connection, under a lock that all processes share.

        Raises
        ------
        Busy
            When another process holds the lock for a minute.
        DiskFailed
            When the disk is full or fails; nothing was changed.
        """
        with self._thread_lock:
            try:
                self._lock.acquire()
            except Timeout:
                raise Busy("warehouse-busy", file=str(self.folder), seconds=LOCK_SECONDS) from None
            con = self.cursor()
            try:
                yield con
                note_new(self.folder, con)
            except (duckdb.IOException, OSError) as error:
                _rollback(con)
                raise DiskFailed(
                    "disk-failed", folder=str(self.folder), why=str(error).splitlines()[0][:160]
                ) from error
            except BaseException:
                _rollback(con)
                raise
            finally:
                con.close()
                self._lock.release()

    def _fits(self) -> bool:
        """Does every table and column that the catalogue needs exist?"""
        query = "SELECT table_name, column_name FROM duckdb_columns() WHERE database_name = 'lake'"
        there: dict[str, set[str]] = {}
        for table, column in self._retry(lambda: self.cursor().execute(query).fetchall()):
            there.setdefault(table, set()).add(column)
        from warehouse.schema import facts_columns

        return "restatements" in there and all(
            facts_columns(source).keys() <= there.get(f"facts_{name}", set())
            for name, source in self.catalogue.sources.items()
        )

    def _retry(self, read):
        """Read again while the catalog is being written by another process (bounded)."""
        for wait in (0.02, 0.05, 0.1, 0.3, 0.8, 2.0):
            try:
                return read()
            except duckdb.Error as error:
                if "lock" not in str(error).lower():
                    raise
                time.sleep(wait)
        return read()


def _extension(module: str) -> str:
    """Path of a DuckDB extension that came as a wheel."""
    spec = find_spec(module)
    folder = Path(spec.origin).parent / "extensions" / f"v{duckdb.__version__}"
    return _quoted(next(folder.glob("*.duckdb_extension")))


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")


@contextmanager
def _nothing():
    yield


def _rollback(con: duckdb.DuckDBPyConnection) -> None:
    with suppress(duckdb.Error):  # nothing was open
        con.execute("ROLLBACK")


def _register_pieces(con: duckdb.DuckDBPyConnection, cutoffs: list[date], reach: dict[str, Reach]) -> None:
    """Table ``pieces``: each covered day and the piece it lies in, a month or a part of one after the given days, which
    are mapped to every year as comparisons do."""
    spans = [span for one in reach.values() for span in one.spans]
    edges = [*cutoffs, *(span.end for span in spans), *(span.start - ONE_DAY for span in spans)]
    months = merge([month for span in spans for month in span.months()])
    years = range(months[0].start.year, months[-1].end.year + 1) if months else ()
    con.register("pieces", _pieces(frozenset(end_in(edge, year) for edge in edges for year in years), tuple(months)))


@lru_cache(maxsize=32)
def _pieces(ends: frozenset[date], months: tuple[Period, ...]) -> pa.Table:
    """Of stretches of whole months, every day with the first and the last day of its piece."""
    rows = []
    for stretch in months:
        start = stretch.start
        for day in stretch.days():
            if day in ends or day == month_end(day):
                rows += [(one, start, day) for one in Period(start, day).days()]
                start = day + ONE_DAY
    columns = zip(*rows, strict=True) if rows else ((), (), ())
    return pa.table(dict(zip(("day", "from", "to"), (pa.array(c, pa.date32()) for c in columns), strict=True)))
