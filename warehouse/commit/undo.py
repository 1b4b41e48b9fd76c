"""Undo and redo: a new version that takes back what a load did, unless later loads touched the same rows.

What a load did is read from the change feed of its version; nothing is stored twice.
"""

from __future__ import annotations

from datetime import datetime

import duckdb

from kpi.errors import UndoRefused
from warehouse.commit.apply import RULES_OF_TIME, Derive, Entry, carry_out, seal
from warehouse.commit.load_diff import on_key
from warehouse.commit.load_request import Counts, Loaded
from warehouse.lake.queries import one_row, whole_number
from warehouse.lake.schema import changed, feed
from warehouse.permissions import Actor, require
from warehouse.reads.load_records import LoadRecord, last_event
from warehouse.store import Warehouse


def undo(
    warehouse: Warehouse, load: int, actor: Actor, message: str, at: datetime, derive: Derive | None = None
) -> Loaded:
    """Take back a load.

    Raises
    ------
    UndoRefused
        ``undo-unknown``, ``undo-not-in-force``, or ``undo-later`` with the ``loads`` that touched its rows since.
    NotAllowed, Busy, MonthClosed
    """
    return _revert(warehouse, load, "undo", actor, message, at, derive)


def redo(
    warehouse: Warehouse, load: int, actor: Actor, message: str, at: datetime, derive: Derive | None = None
) -> Loaded:
    """Do an undone load again. Raises as `undo` does (``redo-not-undone`` where it is in force)."""
    return _revert(warehouse, load, "redo", actor, message, at, derive)


def blocked_by(warehouse: Warehouse, load: int) -> list[int]:
    """The later loads that stand in the way of undoing (or of redoing) a load."""
    record = _record(warehouse, load)
    version = _version_to_invert(warehouse, record)
    return warehouse._read(lambda con: _invert(con, warehouse, record, version))


def _record(warehouse: Warehouse, load: int) -> LoadRecord:
    found = warehouse.loads(limit=1, only={load})
    if not found or found[0].kind != "load" or found[0].version is None:
        raise UndoRefused("undo-unknown", load=load)
    return found[0]


def _version_to_invert(warehouse: Warehouse, record: LoadRecord) -> int:
    """The version of the last thing that happened to a load: its own, or that of its last undo or redo."""
    last = warehouse._read(lambda con: last_event(con, record.load))
    version = warehouse.loads(limit=1, only={last})[0].version if last else record.version
    if version is None:
        raise UndoRefused("undo-unknown", load=record.load)
    return version


def _revert(
    warehouse: Warehouse, load: int, kind: str, actor: Actor, message: str, at: datetime, derive: Derive | None
) -> Loaded:
    require(actor, "undo")
    with warehouse.writing() as con:
        record = _record(warehouse, load)
        if record.undone != (kind == "redo"):
            raise UndoRefused("redo-not-undone" if kind == "redo" else "undo-not-in-force", load=load)
        version = _version_to_invert(warehouse, record)
        con.execute("BEGIN")
        later = _invert(con, warehouse, record, version)
        if later:
            raise UndoRefused("undo-later", load=load, loads=later)
        counts = _counts(con, warehouse, record.source)
        entry = Entry(record.source, actor.name, message, at, counts, kind=kind, of=load)
        number, _ = carry_out(
            con, warehouse, entry, cover=lambda _: _cover_again(con, record.source, version), keeps_origin=True,
            derive=derive, timed_again=_rules_changed(con, record.load),
            reason=message,
        )  # fmt: skip
        return Loaded(seal(con, warehouse, number, entry), number, (counts,))


def _invert(con: duckdb.DuckDBPyConnection, warehouse: Warehouse, record: LoadRecord, version: int) -> list[int]:
    """Temp tables ``incoming`` and ``gone`` that take back what a version did to its source; the loads in the way.

    In the way is a load that changed, replaced or brought back a row of the same key since.
    """
    name = record.source
    source = warehouse.catalogue.source(name)
    for table, kind in (("came", "insertions"), ("went", "deletions")):
        con.execute(f"CREATE OR REPLACE TEMP TABLE {table} AS {feed(con, source, name, kind, version)}")
    same = f"""{on_key(source, "f", "c")} AND f.load = c.load AND f.file = c.file
        AND f.sheet IS NOT DISTINCT FROM c.sheet AND f."row" = c."row" """
    con.execute(f"CREATE OR REPLACE TEMP TABLE gone AS SELECT f.* FROM facts_{name} f SEMI JOIN came c ON {same}")
    con.execute(
        f"""CREATE OR REPLACE TEMP TABLE incoming AS SELECT c.*, CASE WHEN EXISTS (FROM gone g WHERE {on_key(source, "g", "c")})
        THEN 'changed' ELSE 'added' END AS what FROM went c"""
    )
    keys = ", ".join(f'"{k}"' for k in source.identity)
    con.execute(
        f"""CREATE OR REPLACE TEMP TABLE disputed AS
        SELECT {keys} FROM came c WHERE NOT EXISTS (FROM gone f WHERE {same})
        UNION SELECT {keys} FROM went c WHERE EXISTS (FROM facts_{name} f WHERE {on_key(source, "f", "c")})
            AND NOT EXISTS (FROM gone g WHERE {on_key(source, "g", "c")})"""
    )
    loads = warehouse.loads(limit=100_000, source=name)
    standing = [
        one.load for one in loads if one.kind == "load" and not one.undone and not one.demo and one.load > record.load
    ]
    if standing and _demonstration(con, "went", loads):
        return sorted(standing)  # what was cleared for the first real load stays away while any real load stands
    if not whole_number(con.execute("SELECT count(*) FROM disputed")):
        return []
    newest = whole_number(con.execute("FROM ducklake_current_snapshot('lake')"))
    touching = con.execute(
        f"""SELECT DISTINCT snapshot_id FROM ducklake_table_changes('lake', 'main', 'facts_{name}', {version + 1}, {newest}) f
        SEMI JOIN disputed d ON {on_key(source, "f", "d")}"""
    ).fetchall()
    touched = {row[0] for row in touching}
    loads = [one for one in loads if one.version in touched]
    return sorted({one.of or one.load for one in loads if not one.undone and (one.of or one.load) != record.load})


def _demonstration(con: duckdb.DuckDBPyConnection, table: str, loads: list[LoadRecord]) -> bool:
    """Does a table hold rows of demonstration loads?"""
    demo = [one.load for one in loads if one.demo]
    return whole_number(con.execute(f"SELECT count(*) FROM {table} WHERE list_contains(?, load)", [demo])) > 0


def _counts(con: duckdb.DuckDBPyConnection, warehouse: Warehouse, name: str) -> Counts:
    source = warehouse.catalogue.sources[name]
    added, changed = one_row(
        con.execute(
            "SELECT count(*) FILTER (WHERE what = 'added'), count(*) FILTER (WHERE what = 'changed') FROM incoming"
        )
    )
    removed = whole_number(
        con.execute(f"SELECT count(*) FROM gone g WHERE NOT EXISTS (FROM incoming i WHERE {on_key(source, 'i', 'g')})")
    )
    return Counts(added, changed, removed)


def _cover_again(con: duckdb.DuckDBPyConnection, name: str, version: int) -> None:
    """Coverage as it was before a version."""
    columns = 'source, "from", "to", as_of, load'
    came = con.execute(
        f"SELECT {columns} FROM {changed('insertions', 'coverage', version)} WHERE source = ?", [name]
    ).fetchall()
    went = con.execute(
        f"SELECT {columns} FROM {changed('deletions', 'coverage', version)} WHERE source = ?", [name]
    ).fetchall()
    same = " AND ".join(f"{column.strip()} IS NOT DISTINCT FROM ?" for column in columns.split(","))
    for row in came:
        con.execute(f"DELETE FROM coverage WHERE {same}", list(row))
    for row in went:
        con.execute(f"INSERT INTO coverage ({columns}) VALUES (?, ?, ?, ?, ?)", list(row))


def _rules_changed(con: duckdb.DuckDBPyConnection, load: int) -> bool:
    """Did a calendar, a closure or a service item change since? Rows that come back then need new due dates."""
    query = "SELECT count(*) FROM loads WHERE load > ? AND list_contains(?, source)"
    return whole_number(con.execute(query, [load, list(RULES_OF_TIME)])) > 0
