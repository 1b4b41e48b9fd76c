"""A load as one commit: compare what came with what is there, write the difference, roll up what it touched."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

import duckdb
import pyarrow as pa

from kpi.catalogue import Catalogue, Days, OnTime, Source
from kpi.periods import ONE_DAY, Period, merge
from warehouse.access import Actor, require
from warehouse.rollup import fingerprint, roll_up
from warehouse.schema import facts_columns, typed_columns
from warehouse.store import Warehouse

RULES_OF_TIME = ("calendar", "closures", "services")


@dataclass(frozen=True)
class FileIn:
    """One file of a load: its SHA-256, what it covers (a period, or an as-of date), and its row count."""

    name: str
    sha256: str
    rows: int
    period: Period | None = None
    as_of: date | None = None


@dataclass(frozen=True)
class Counts:
    added: int = 0
    changed: int = 0
    removed: int = 0
    unchanged: int = 0


@dataclass(frozen=True)
class Incoming:
    """Checked rows on their way in: typed and derived columns and their origin (``file`` is the index in ``files``)."""

    source: str
    table: pa.Table
    files: tuple[FileIn, ...]
    replace: bool
    demo: bool = False


@dataclass(frozen=True)
class Loaded:
    version: int
    load: int | None  # None: nothing changed
    counts: tuple[Counts, ...]  # for each file


def preview(warehouse: Warehouse, incoming: Incoming) -> tuple[Counts, ...]:
    """What a load would change, for each file. Nothing is written."""
    con = warehouse.cursor()
    try:
        con.execute("BEGIN")
        return _difference(
            con, warehouse.catalogue.sources[incoming.source], incoming, _is_demo(warehouse, con, incoming)
        )
    finally:
        con.execute("ROLLBACK")
        con.close()


def commit(
    warehouse: Warehouse, incoming: Incoming, actor: Actor, message: str, at: datetime,
    derive: Callable[[duckdb.DuckDBPyConnection, str, pa.Table], dict[str, pa.Array]] | None = None,
) -> Loaded:  # fmt: skip
    """Write a load, all or nothing.

    ``derive`` works out the derived columns of a case source again; it is asked when a calendar, a closure or a service
    item changes, since due dates follow from them.

    Raises
    ------
    NotAllowed, Busy
    """
    require(actor, "load")
    catalogue = warehouse.catalogue
    source = catalogue.sources[incoming.source]
    with warehouse.writing() as con:
        con.execute("BEGIN")
        clears_demo = _is_demo(warehouse, con, incoming)
        counts = _difference(con, source, incoming, clears_demo)
        known = _covered(con, incoming)
        total = Counts(*(sum(getattr(c, f) for c in counts) for f in ("added", "changed", "removed", "unchanged")))
        if (
            not (clears_demo or total.added or total.changed or total.removed)
            and known
            and _defined(con, catalogue, incoming.source)
        ):
            con.execute("ROLLBACK")
            return Loaded(warehouse.version(), None, counts)
        load = con.execute("SELECT coalesce(max(load), 0) + 1 FROM loads").fetchone()[0]
        before = _reach(con, incoming.source)
        touched = _touched(con, catalogue, incoming.source)
        _write(con, source, incoming, load, clears_demo)
        _record(con, incoming, load, actor, message, at, total)
        after = _reach(con, incoming.source)
        periods = (
            None if clears_demo or source.kind in ("figures", "evidence") else _months(touched, incoming, before, after)
        )
        _roll_up(con, catalogue, incoming.source, periods, after)
        if incoming.source in RULES_OF_TIME and derive is not None:
            _time_again(con, catalogue, derive)
        extra = json.dumps({"load": load, "source": incoming.source})
        con.execute("CALL lake.set_commit_message(?, ?, extra_info => ?)", [actor.name, message, extra])
        con.execute("COMMIT")
        return Loaded(warehouse.version(), load, counts)


def _is_demo(warehouse: Warehouse, con: duckdb.DuckDBPyConnection, incoming: Incoming) -> bool:
    """Would this real load remove the source's demonstration rows?"""
    return not incoming.demo and incoming.source in warehouse.demo_sources(con)


def _key(source: Source) -> list[str]:
    return [*source.key, *(["as_of"] if source.kind == "snapshot" else [])]


def _on_key(source: Source, left: str, right: str) -> str:
    return " AND ".join(f'{left}."{k}" IS NOT DISTINCT FROM {right}."{k}"' for k in _key(source))


def _difference(
    con: duckdb.DuckDBPyConnection, source: Source, incoming: Incoming, ignore_old: bool
) -> tuple[Counts, ...]:
    """Temp tables ``incoming`` (with ``what``: added, changed, unchanged) and ``gone`` (old rows that leave)."""
    name = incoming.source
    con.register("arrived", incoming.table)
    moved = (
        " OR ".join(f'f."{c}" IS DISTINCT FROM i."{c}"' for c in typed_columns(source) if c not in source.key)
        or "FALSE"
    )
    if ignore_old:
        con.execute("CREATE OR REPLACE TEMP TABLE incoming AS SELECT *, 'added' AS what FROM arrived")
        con.execute(f"CREATE OR REPLACE TEMP TABLE gone AS SELECT * FROM facts_{name} LIMIT 0")
    else:
        con.execute(
            f"""CREATE OR REPLACE TEMP TABLE incoming AS
            SELECT i.*, CASE WHEN f.load IS NULL THEN 'added' WHEN {moved} THEN 'changed' ELSE 'unchanged' END AS what
            FROM arrived i LEFT JOIN facts_{name} f ON {_on_key(source, "i", "f")}"""
        )
        con.execute(
            f"""CREATE OR REPLACE TEMP TABLE gone AS
            SELECT f.* FROM facts_{name} f SEMI JOIN (FROM incoming WHERE what = 'changed') i ON {_on_key(source, "f", "i")}"""
        )
    con.unregister("arrived")
    rows = con.execute("SELECT file, what, count(*) FROM incoming GROUP BY ALL").fetchall()
    found = {(file, what): count for file, what, count in rows}
    removed = _mark_removed(con, source, incoming) if incoming.replace and not ignore_old else [0] * len(incoming.files)
    return tuple(
        Counts(found.get((i, "added"), 0), found.get((i, "changed"), 0), removed[i], found.get((i, "unchanged"), 0))
        for i in range(len(incoming.files))
    )


def _mark_removed(con: duckdb.DuckDBPyConnection, source: Source, incoming: Incoming) -> list[int]:
    """Rows of the replaced period or snapshot that are not in the file."""
    counts = []
    for file in incoming.files:
        if source.kind == "snapshot":
            inside = f"f.as_of = DATE '{file.as_of}'"
        elif source.date and file.period:
            inside = f"f.\"{source.date}\" BETWEEN DATE '{file.period.start}' AND DATE '{file.period.end}'"
        elif source.date is None:
            inside = "TRUE"
        else:
            inside = "FALSE"
        counts.append(
            con.execute(
                f"""INSERT INTO gone SELECT f.* FROM facts_{incoming.source} f
                WHERE {inside} AND NOT EXISTS (FROM incoming i WHERE {_on_key(source, "f", "i")})
                AND NOT EXISTS (FROM gone g WHERE {_on_key(source, "f", "g")})"""
            ).fetchone()[0]
        )
    return counts


def _write(con: duckdb.DuckDBPyConnection, source: Source, incoming: Incoming, load: int, clears_demo: bool) -> None:
    name = incoming.source
    if clears_demo:
        con.execute(f"DELETE FROM facts_{name}")
        con.execute("DELETE FROM observations WHERE source = ?", [name])
        con.execute("DELETE FROM coverage WHERE source = ?", [name])
    elif con.execute("SELECT count(*) FROM gone").fetchone()[0]:
        con.execute(f"DELETE FROM facts_{name} USING gone WHERE {_on_key(source, f'facts_{name}', 'gone')}")
    columns = [column for column in facts_columns(source) if column != "load"]
    names = ", ".join(f'"{c}"' for c in columns)
    con.execute(
        f"INSERT INTO facts_{name} ({names}, load) SELECT {names}, {load} FROM incoming WHERE what <> 'unchanged'"
    )


def _record(con, incoming: Incoming, load: int, actor: Actor, message: str, at: datetime, total: Counts) -> None:
    con.execute(
        "INSERT INTO loads VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            load,
            at,
            actor.name,
            incoming.source,
            message,
            incoming.demo,
            total.added,
            total.changed,
            total.removed,
            total.unchanged,
        ],
    )
    for index, file in enumerate(incoming.files):
        span = [file.period.start, file.period.end] if file.period else [None, None]
        con.execute(
            "INSERT INTO files VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [load, index, file.name, file.sha256, file.rows, *span, file.as_of],
        )
        if file.period or file.as_of:
            con.execute("INSERT INTO coverage VALUES (?, ?, ?, ?, ?)", [incoming.source, *span, file.as_of, load])


def _covered(con, incoming: Incoming) -> bool:
    """Was everything that these files cover covered before?"""
    rows = con.execute('SELECT "from", "to", as_of FROM coverage WHERE source = ?', [incoming.source]).fetchall()
    spans = merge([Period(start, end) for start, end, _ in rows if start])
    days = {as_of for _, _, as_of in rows if as_of}
    return all(
        (file.period is None or any(span.holds(file.period) for span in spans))
        and (file.as_of is None or file.as_of in days)
        for file in incoming.files
    )


def _reach(con, source: str) -> date | None:
    return con.execute('SELECT max("to") FROM coverage WHERE source = ?', [source]).fetchone()[0]


def _days(catalogue: Catalogue, name: str) -> list[str]:
    """The columns by which observations of a source are dated."""
    source = catalogue.sources[name]
    if source.kind == "snapshot":
        return ["as_of"]
    found = {source.date} if source.date else set()
    for item in catalogue.indicators.values():
        if item.source == name and getattr(item.measure, "date", None):
            found.add(item.measure.date)
    for clock_name, clock in source.clocks.items():
        found |= {f"{clock_name}_entered", clock.end}
    return sorted(found)


def _touched(con, catalogue: Catalogue, name: str) -> list[date]:
    """First days of the months that new, changed and leaving rows fall in."""
    days: set[date] = set()
    for column in _days(catalogue, name):
        for table, where in (("incoming", "what <> 'unchanged'"), ("gone", "TRUE")):
            query = f'SELECT DISTINCT CAST(date_trunc(\'month\', "{column}") AS DATE) FROM {table} WHERE "{column}" IS NOT NULL AND {where}'
            days |= {row[0] for row in con.execute(query).fetchall()}
    return sorted(days)


def _months(touched: list[date], incoming: Incoming, before: date | None, after: date | None) -> list[Period]:
    """Months to roll up: those touched, and those that the source has newly reached (open cases fall due there)."""
    spans = [month for day in touched for month in Period(day, day).months()]
    if after and (before is None or after > before):
        start = before + ONE_DAY if before else min(list(touched) + [after])
        spans += Period(min(start, after), after).months()
    return merge(spans)


def _roll_up(con, catalogue: Catalogue, name: str, periods: list[Period] | None, reach: date | None) -> None:
    mine = [key for key, item in catalogue.indicators.items() if item.source == name]
    if not mine:
        return
    known = dict(
        con.execute(
            "SELECT indicator, fingerprint FROM definitions WHERE list_contains(?, indicator)", [mine]
        ).fetchall()
    )
    prints = {key: fingerprint(catalogue, key) for key in mine}
    fresh = [key for key in mine if known.get(key) == prints[key]]
    new = [key for key in mine if key not in fresh]
    roll_up(con, catalogue, name, fresh, periods, reach)
    roll_up(con, catalogue, name, new, None, reach)
    if new:
        con.execute("DELETE FROM definitions WHERE list_contains(?, indicator)", [new])
        for key in new:
            con.execute("INSERT INTO definitions VALUES (?, ?)", [key, prints[key]])


def _defined(con, catalogue: Catalogue, name: str) -> bool:
    known = dict(con.execute("SELECT indicator, fingerprint FROM definitions").fetchall())
    mine = [key for key, item in catalogue.indicators.items() if item.source == name]
    return all(known.get(key) == fingerprint(catalogue, key) for key in mine)


def refresh_definitions(warehouse: Warehouse, actor: Actor, message: str) -> bool:
    """Roll up the indicators whose declaration changed since they were last rolled up. True when anything was written."""
    catalogue = warehouse.catalogue
    con = warehouse.cursor()
    sources = {row[0] for row in con.execute("SELECT DISTINCT source FROM loads").fetchall()}
    stale = [name for name in sources if name in catalogue.sources and not _defined(con, catalogue, name)]
    con.close()
    if not stale:
        return False
    require(actor, "load")
    with warehouse.writing() as con:
        con.execute("BEGIN")
        for name in stale:
            _roll_up(con, catalogue, name, [], _reach(con, name))
        con.execute("CALL lake.set_commit_message(?, ?)", [actor.name, message])
        con.execute("COMMIT")
    return True


def _time_again(con, catalogue: Catalogue, derive) -> None:
    """Due dates follow from the calendar and the limits: work them out again, and roll up where any moved."""
    for name, source in catalogue.sources.items():
        if not source.clocks:
            continue
        table = con.execute(f"SELECT * FROM facts_{name}").to_arrow_table()
        if not table.num_rows:
            continue
        fresh = derive(con, name, table)
        for column, values in fresh.items():
            table = table.set_column(table.column_names.index(column), column, values)
        con.register("timed", table)
        columns = list(fresh)
        moved = " OR ".join(f't."{c}" IS DISTINCT FROM f."{c}"' for c in columns)
        con.execute(
            f"""CREATE OR REPLACE TEMP TABLE gone AS SELECT t.* FROM timed t JOIN facts_{name} f
            ON {_on_key(source, "t", "f")} WHERE {moved}"""
        )
        con.unregister("timed")
        if not con.execute("SELECT count(*) FROM gone").fetchone()[0]:
            continue
        con.execute(f"DELETE FROM facts_{name} USING gone WHERE {_on_key(source, f'facts_{name}', 'gone')}")
        names = ", ".join(f'"{c}"' for c in facts_columns(source))
        con.execute(f"INSERT INTO facts_{name} ({names}) SELECT {names} FROM gone")
        timed = [
            k for k, i in catalogue.indicators.items() if i.source == name and isinstance(i.measure, OnTime | Days)
        ]
        roll_up(con, catalogue, name, timed, None, _reach(con, name))
