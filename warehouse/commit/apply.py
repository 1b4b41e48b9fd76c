"""Carry out a change of the facts: write the rows, record the load, and roll up what it touched.

Loading, undoing and the preview (which is rolled back) go through `carry_out`, so that they cannot differ.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

import duckdb
import pyarrow as pa  # type: ignore[import-untyped]  # pyarrow says no types

from kpi.catalogue import Catalogue, Count, Coverage, Days, Mean, OnTime, Share, Source
from kpi.dates.periods import ONE_DAY, Period, merge
from kpi.dates.workdays import WorkCalendar
from kpi.errors import MonthClosed
from warehouse.commit.closing import closed_months, monthly_values, restate
from warehouse.commit.load_diff import near_key, on_key
from warehouse.commit.load_request import Counts, FileIn
from warehouse.commit.rollup import fingerprint, roll_up
from warehouse.lake.queries import one_row, whole_number
from warehouse.lake.schema import facts_columns
from warehouse.permissions import Actor, require
from warehouse.reads.reference_lists import Service, services, work_calendar
from warehouse.store import Warehouse
from warehouse.upkeep.kept_files import copy_name

RULES_OF_TIME = ("calendar", "closures", "services")

Derive = Callable[[str, pa.Table, WorkCalendar, list[Service]], dict[str, pa.Array]]
"""Works out the derived columns of a source's facts again, after a calendar, a closure or a service item changed; it is handed
the calendar and the service items that hold then."""


@dataclass(frozen=True)
class Entry:
    """What the history says of a change. ``of``: the load that an undo or a redo is about."""

    source: str
    actor: str
    message: str
    at: datetime
    counts: Counts
    kind: str = "load"
    of: int | None = None
    demo: bool | None = None
    files: tuple[FileIn, ...] = ()


def next_load(con: duckdb.DuckDBPyConnection) -> int:
    return whole_number(con.execute("SELECT coalesce(max(load), 0) + 1 FROM loads"))


def carry_out(
    con: duckdb.DuckDBPyConnection, warehouse: Warehouse, entry: Entry, *, cover: Callable[[int], None], clears: bool = False,
    keeps_origin: bool = False, derive: Derive | None = None, timed_again: bool = False, reason: str | None,
) -> tuple[int, list[date]]:  # fmt: skip
    """Carry out what the temp tables ``incoming`` and ``gone`` say; gives the number of the load and the closed months
    that it touches.

    Parameters
    ----------
    cover
        Writes the coverage of the load.
    clears
        All rows of the source go first (demonstration rows before the first real ones).
    keeps_origin
        The rows of ``incoming`` keep the load that they once came with (undoing).
    timed_again
        Due dates are worked out again whatever the source.
    reason
        Why a closed month may change; None where nobody asks (a preview).

    Raises
    ------
    MonthClosed
        When it touches a closed month and there is no reason. A list that others refer to (a calendar, closures, limits,
        offices) touches those in which a figure moves.
    """
    catalogue, name = warehouse.catalogue, entry.source
    source = catalogue.sources[name]
    load = next_load(con)
    months = touched(con, catalogue, name)
    reference = source.kind == "reference"
    closed = closed_months(con, None if reference else months)
    if not reference:
        _asked(closed, reason)
    keys = [key for key, item in catalogue.indicators.items() if reference or item.source == name]
    old = monthly_values(con, warehouse, keys, closed) if closed else {}
    before, outdated = reach_of(con, name), _timed_otherwise(con, catalogue, name)
    _write(con, source, name, "load" if keeps_origin else str(load), clears)
    record(con, entry, load)
    cover(load)
    after = reach_of(con, name)
    whole = clears or source.kind in ("figures", "evidence")
    _roll_up(con, catalogue, name, None if whole else _months(months, before, after), after)
    if derive is not None and (timed_again or name in RULES_OF_TIME):
        _time_again(con, catalogue, derive, list(catalogue.sources))
    elif derive is not None and outdated:
        _time_again(con, catalogue, derive, [name])
    if closed:
        moved = restate(con, load, old, monthly_values(con, warehouse, keys, closed))
        if reference:
            _asked(moved, reason)
            closed = moved
    _record_files(con, entry, load)
    return load, closed


def _asked(closed: list[date], reason: str | None) -> None:
    if closed and reason is not None and not reason.strip():
        raise MonthClosed("month-closed", months=closed)


def seal(con: duckdb.DuckDBPyConnection, warehouse: Warehouse, load: int, entry: Entry) -> int:
    """Commit, with who, why and which load in the snapshot; gives the number of the version."""
    return warehouse.commit(con, entry.actor, entry.message, {"load": load, "source": entry.source})


def _write(con: duckdb.DuckDBPyConnection, source: Source, name: str, load: str, clears: bool) -> None:
    if clears:
        con.execute(f"DELETE FROM facts_{name}")
        con.execute("DELETE FROM observations WHERE source = ?", [name])
        con.execute("DELETE FROM coverage WHERE source = ?", [name])
    elif whole_number(con.execute("SELECT count(*) FROM gone")):
        facts = f"facts_{name}"
        near = near_key(con, source, "gone", facts)
        con.execute(f"DELETE FROM {facts} USING gone WHERE {on_key(source, facts, 'gone')} AND {near}")
    names = ", ".join(f'"{c}"' for c in facts_columns(source) if c != "load")
    con.execute(
        f"INSERT INTO facts_{name} ({names}, load) SELECT {names}, {load} FROM incoming WHERE what <> 'unchanged'"
    )


def record(con: duckdb.DuckDBPyConnection, entry: Entry, load: int) -> None:
    counts = entry.counts
    con.execute(
        """INSERT INTO loads (load, "at", actor, source, message, demo, added, changed, removed, unchanged, kind, "of")
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        [
            load, entry.at, entry.actor, entry.source, entry.message, entry.demo, counts.added, counts.changed,
            counts.removed, counts.unchanged, entry.kind, entry.of,
        ],
    )  # fmt: skip


def _record_files(con: duckdb.DuckDBPyConnection, entry: Entry, load: int) -> None:
    """What came, by file: last, since what is kept of them is made while the rows are written."""
    for index, file in enumerate(entry.files):
        con.execute(
            'INSERT INTO files (load, file, name, sha256, rows, "from", "to", as_of, "copy") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
            [load, index, file.name, file.sha256, file.rows, *_span(file), file.as_of, copy_name(file)],
        )


def cover_files(con: duckdb.DuckDBPyConnection, entry: Entry, load: int) -> None:
    for file in entry.files:
        if file.period or file.as_of:
            values = [entry.source, *_span(file), file.as_of, load]
            con.execute("INSERT INTO coverage VALUES (?, ?, ?, ?, ?)", values)


def _span(file: FileIn) -> list[date | None]:
    return [file.period.start, file.period.end] if file.period else [None, None]


def covered(con: duckdb.DuckDBPyConnection, source: str, files: tuple[FileIn, ...]) -> bool:
    """Was everything that these files cover covered before?"""
    rows = con.execute('SELECT "from", "to", as_of FROM coverage WHERE source = ?', [source]).fetchall()
    spans = merge([Period(start, end) for start, end, _ in rows if start])
    days = {as_of for _, _, as_of in rows if as_of}
    return all(
        (file.period is None or any(span.holds(file.period) for span in spans))
        and (file.as_of is None or file.as_of in days)
        for file in files
    )


def reach_of(con: duckdb.DuckDBPyConnection, source: str) -> date | None:
    last: date | None = one_row(con.execute('SELECT max("to") FROM coverage WHERE source = ?', [source]))[0]
    return last


def _days(catalogue: Catalogue, name: str) -> list[str]:
    """The columns by which observations of a source are dated."""
    source = catalogue.sources[name]
    if source.kind == "snapshot":
        return ["as_of"]
    found = {source.date} if source.date else set()
    for item in catalogue.indicators.values():
        measure = item.measure
        if item.source == name and isinstance(measure, Count | Share | Mean | Coverage) and measure.date:
            found.add(measure.date)
    for clock_name, clock in source.clocks.items():
        found |= {f"{clock_name}_entered", clock.end}
    return sorted(found)


def touched(con: duckdb.DuckDBPyConnection, catalogue: Catalogue, name: str) -> list[date]:
    """First days of the months that new, changed and leaving rows fall in."""
    days: set[date] = set()
    for column in _days(catalogue, name):
        for table, where in (("incoming", "what <> 'unchanged'"), ("gone", "TRUE")):
            query = f'SELECT DISTINCT CAST(date_trunc(\'month\', "{column}") AS DATE) FROM {table} WHERE "{column}" IS NOT NULL AND {where}'
            days |= {row[0] for row in con.execute(query).fetchall()}
    return sorted(days)


def _months(touched: list[date], before: date | None, after: date | None) -> list[Period]:
    """Months to roll up: those touched, and those between the old and the new reach (open cases fall due there)."""
    spans = [month for day in touched for month in Period(day, day).months()]
    if before != after:
        low, high = min(filter(None, (before, after))), max(filter(None, (before, after)))
        start = low + ONE_DAY if before and after else min([*touched, high])
        spans += Period(min(start, high), high).months()
    return merge(spans)


def _roll_up(
    con: duckdb.DuckDBPyConnection, catalogue: Catalogue, name: str, periods: list[Period] | None, reach: date | None
) -> None:
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


def defined(con: duckdb.DuckDBPyConnection, catalogue: Catalogue, name: str) -> bool:
    known = dict(con.execute("SELECT indicator, fingerprint FROM definitions").fetchall())
    mine = [key for key, item in catalogue.indicators.items() if item.source == name]
    return all(known.get(key) == fingerprint(catalogue, key) for key in mine)


def _timed_otherwise(con: duckdb.DuckDBPyConnection, catalogue: Catalogue, name: str) -> bool:
    """Were the rows of a source timed by other limits or rules than those of now?"""
    known = dict(con.execute("SELECT indicator, fingerprint FROM definitions").fetchall())
    return any(known.get(key, now) != now for key, now in _clocked(catalogue, name).items())


def _clocked(catalogue: Catalogue, name: str) -> dict[str, str]:
    """The indicators of a source that rest on a clock, with their fingerprints."""
    items = catalogue.indicators.items()
    found = [key for key, item in items if item.source == name and isinstance(item.measure, OnTime | Days)]
    return {key: fingerprint(catalogue, key) for key in found}


def outdated_sources(warehouse: Warehouse) -> list[str]:
    """The sources of which a figure was made by another declaration than the one in force, see `refresh_definitions`."""
    return sorted(warehouse._read(lambda con: _stale(con, warehouse.catalogue)))


def refresh_definitions(warehouse: Warehouse, actor: Actor, message: str, derive: Derive) -> bool:
    """Roll up the indicators whose declaration changed since they were last rolled up, and time the cases again whose
    clock did. True when anything was written."""
    catalogue = warehouse.catalogue
    stale = outdated_sources(warehouse)
    if not stale:
        return False
    require(actor, "load")
    with warehouse.writing() as con:
        con.execute("BEGIN")
        outdated = [name for name in stale if _timed_otherwise(con, catalogue, name)]
        for name in stale:
            _roll_up(con, catalogue, name, [], reach_of(con, name))
        _time_again(con, catalogue, derive, outdated)
        warehouse.commit(con, actor.name, message)
    return True


def _stale(con: duckdb.DuckDBPyConnection, catalogue: Catalogue) -> list[str]:
    """The sources that have loads and an indicator that is declared otherwise than when it was rolled up."""
    sources = {row[0] for row in con.execute("SELECT DISTINCT source FROM loads").fetchall()}
    return [name for name in sources if name in catalogue.sources and not defined(con, catalogue, name)]


def _time_again(con: duckdb.DuckDBPyConnection, catalogue: Catalogue, derive: Derive, names: list[str]) -> None:
    """Due dates follow from the calendar and the limits: work them out again, and roll up what rests on them."""
    calendar, items = work_calendar(con), services(con)
    for name in names:
        source = catalogue.sources[name]
        if not source.clocks:
            continue
        table = con.execute(f"SELECT * FROM facts_{name}").to_arrow_table()
        if not table.num_rows:
            continue
        fresh = derive(name, table, calendar, items)
        for column, values in fresh.items():
            table = table.set_column(table.column_names.index(column), column, values)
        con.register("timed", table)
        columns = list(fresh)
        moved = " OR ".join(f't."{c}" IS DISTINCT FROM f."{c}"' for c in columns)
        con.execute(
            f"""CREATE OR REPLACE TEMP TABLE gone AS SELECT t.* FROM timed t JOIN facts_{name} f
            ON {on_key(source, "t", "f")} WHERE {moved}"""
        )
        con.unregister("timed")
        if whole_number(con.execute("SELECT count(*) FROM gone")):
            con.execute(f"DELETE FROM facts_{name} USING gone WHERE {on_key(source, f'facts_{name}', 'gone')}")
            spelled = ", ".join(f'"{c}"' for c in facts_columns(source))
            con.execute(f"INSERT INTO facts_{name} ({spelled}) SELECT {spelled} FROM gone")
        roll_up(con, catalogue, name, list(_clocked(catalogue, name)), None, reach_of(con, name))
