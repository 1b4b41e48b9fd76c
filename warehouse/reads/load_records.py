"""The history of the loads: who, when, which files, how many rows, which version."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime

import duckdb

from kpi.dates.periods import Period
from warehouse.lake.queries import one_row, sql, whole_number


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


def load_records(
    con: duckdb.DuckDBPyConnection, limit: int = 50, source: str | None = None, only: set[int] | None = None
) -> list[LoadRecord]:  # fmt: skip
    """Loads, newest first."""
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
    versions = _versions(con)
    undone = {row[0] for row in con.execute(sql("undone")).fetchall()}
    return [
        LoadRecord(
            load, at, actor, source_of, message, demo, added, changed, removed, unchanged, versions.get(load),
            tuple(files.get(load, ())), kind or "load", of, load in undone,
        )
        for load, at, actor, source_of, message, demo, added, changed, removed, unchanged, kind, of in found
    ]  # fmt: skip


def last_load(con: duckdb.DuckDBPyConnection) -> int:
    """The number of the newest load, 0 where there is none."""
    return whole_number(con.execute("SELECT coalesce(max(load), 0) FROM loads"))


def last_at(con: duckdb.DuckDBPyConnection) -> dict[str, datetime]:
    """Source -> when it was last loaded."""
    return dict(con.execute('SELECT source, max("at") FROM loads GROUP BY source').fetchall())


def last_event(con: duckdb.DuckDBPyConnection, load: int) -> int | None:
    """The last undo or redo of a load; None where there was none."""
    last: int | None = one_row(con.execute('SELECT max(load) FROM loads WHERE "of" = ?', [load]))[0]
    return last


def loads_behind(con: duckdb.DuckDBPyConnection) -> dict[str, list[tuple[int, Period]]]:
    """Indicator -> the loads whose rows stand behind it: for every month the number and the days that its rows span."""
    found: dict[str, list[tuple[int, Period]]] = {}
    for indicator, load, start, end in con.execute(sql("loads_behind")).fetchall():
        found.setdefault(indicator, []).append((load, Period(start, end)))
    return found


def _versions(con: duckdb.DuckDBPyConnection) -> dict[int, int]:
    """Load -> the number of the version that it made."""
    query = "SELECT snapshot_id, commit_extra_info FROM ducklake_snapshots('lake') WHERE commit_extra_info IS NOT NULL"
    return {json.loads(extra).get("load"): version for version, extra in con.execute(query).fetchall()}
