"""A load as one commit: compare what came with what is there, write the difference, roll up what it touched."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TypedDict

import duckdb

from kpi.catalogue import Source
from kpi.differences import Move
from kpi.errors import Overtaken
from warehouse.commit.apply import (
    Derive,
    Entry,
    carry_out,
    cover_files,
    covered,
    defined,
    outdated_sources,
    refresh_definitions,
    seal,
)
from warehouse.commit.load_diff import difference, near_key, on_key
from warehouse.commit.load_request import Counts, FileIn, Incoming, Loaded
from warehouse.lake.queries import one_row, whole_number
from warehouse.lake.schema import typed_columns
from warehouse.permissions import Actor, action_on, require
from warehouse.reads.observations import book_of, demo_sources
from warehouse.reads.version_differences import moves_of_books
from warehouse.store import Warehouse
from warehouse.upkeep.kept_files import copy_name, keep

__all__ = [
    "ChangedCell",
    "Counts",
    "FileIn",
    "Incoming",
    "Loaded",
    "Preview",
    "commit",
    "outdated_sources",
    "preview",
    "refresh_definitions",
]

MOST_CELLS, MOST_GONE = 200, 50
BY_OFFICE = ("entries", "evidence")
"""Kinds of sources whose rows an office sets by itself, and needs to be allowed for itself only."""


@dataclass(frozen=True)
class ChangedCell:
    """One cell that a load would change: the row's key, the column, the old and the new value, where the new one stands."""

    key: str
    column: str
    old: object
    new: object
    file: str
    sheet: str
    row: int


class GoneRow(TypedDict):
    """A row that a load would take away: its key, and where it once came from."""

    key: str
    load: int
    file: str | None
    sheet: str | None
    row: int | None


@dataclass(frozen=True)
class Preview:
    """What a load would do. ``counts`` for each file; at most 200 ``changed`` cells and 50 ``gone`` rows; ``closed``: the
    closed months (first days) that it touches."""

    counts: tuple[Counts, ...]
    changed: tuple[ChangedCell, ...] = ()
    gone: tuple[GoneRow, ...] = ()
    moves: tuple[Move, ...] = ()
    closed: tuple[date, ...] = ()


def preview(warehouse: Warehouse, incoming: Incoming, derive: Derive | None = None) -> Preview:
    """What a load would change, and which indicators it would move. It is carried out and rolled back; nothing stays."""
    return warehouse._read(lambda con: _carried_out(con, warehouse, incoming, derive))


def _carried_out(
    con: duckdb.DuckDBPyConnection, warehouse: Warehouse, incoming: Incoming, derive: Derive | None
) -> Preview:  # fmt: skip
    catalogue, name = warehouse.catalogue, incoming.source
    source = catalogue.sources[name]
    clears = _is_demo(con, incoming)
    counts = difference(con, source, incoming, clears)
    total = Counts.total(counts)
    if not (clears or total.moved or not covered(con, name, incoming.files)):
        return Preview(counts)
    changed, gone = _changed(con, source, incoming), _gone(con, source)
    keys = _keys_moved(warehouse, name)
    before = book_of(con, catalogue, indicators=keys)
    entry = Entry(name, "", "", datetime.now(UTC), total, demo=incoming.demo, files=incoming.files)
    _, closed = carry_out(
        con, warehouse, entry, cover=lambda load: cover_files(con, entry, load), clears=clears, derive=derive,
        reason=None,
    )  # fmt: skip
    moved = moves_of_books(warehouse, before, book_of(con, catalogue, indicators=keys), keys)
    return Preview(counts, changed, gone, moved, tuple(closed))


def commit(
    warehouse: Warehouse, incoming: Incoming, actor: Actor, message: str, at: datetime,
    derive: Derive | None = None, tell: Callable[[float], None] = lambda share: None, unattended: bool = False,
) -> Loaded:  # fmt: skip
    """Write a load, all or nothing.

    ``derive`` works out the derived columns of a case source again; it is asked when a calendar, a closure or a service
    item changes, since due dates follow from them. ``tell`` hears the share done and may raise to cancel. ``unattended``:
    nobody is there to give a reason, the message is no one's.

    Raises
    ------
    NotAllowed, Busy, MonthClosed, Overtaken
    """
    catalogue, name = warehouse.catalogue, incoming.source
    permit(actor, warehouse, name, _offices_of(catalogue.sources[name], incoming))
    with warehouse.writing() as con:
        con.execute("BEGIN")
        clears = _is_demo(con, incoming)
        counts = difference(con, catalogue.sources[name], incoming, clears)
        permit(actor, warehouse, name, _offices_gone(con, catalogue.sources[name]))
        _not_overtaken(con, catalogue.sources[name], incoming)
        total = Counts.total(counts)
        tell(0.3)
        told = _learn(con, incoming, actor, at)
        known = covered(con, name, incoming.files) and defined(con, catalogue, name)
        if known and not (clears or total.moved or told):
            _mend(con, warehouse, incoming)
            con.execute("ROLLBACK")
            return Loaded(warehouse.version(), None, counts)
        entry = Entry(name, actor.name, message, at, total, demo=incoming.demo, files=incoming.files)
        with ThreadPoolExecutor(1) as beside:
            for copy in filter(None, (file.copy for file in incoming.files)):
                beside.submit(copy.made)
            load, _ = carry_out(
                con, warehouse, entry, cover=lambda load: cover_files(con, entry, load), clears=clears, derive=derive,
                reason="" if unattended else message,
            )  # fmt: skip
        tell(0.9)
        for file in incoming.files:
            keep(warehouse.home, file)
        return Loaded(seal(con, warehouse, load, entry), load, counts)


def permit(actor: Actor, warehouse: Warehouse, name: str, offices: set[str | None]) -> None:
    """Raise `NotAllowed` unless the actor may write rows of a source for all of these offices (None: the agency)."""
    for office in offices:
        require(actor, action_on(name), office)


def _mend(con: duckdb.DuckDBPyConnection, warehouse: Warehouse, incoming: Incoming) -> None:
    """What changes nothing leaves no copy, but brings back one that a load names and that was lost."""
    named = {name for (name,) in con.execute('SELECT DISTINCT "copy" FROM files').fetchall()}
    for file in incoming.files:
        if copy_name(file) in named:
            keep(warehouse.home, file)


def _not_overtaken(con: duckdb.DuckDBPyConnection, source: Source, incoming: Incoming) -> None:
    """Raise `Overtaken` where the rows that come were written over others than those that are there now."""
    if incoming.basis is None:
        return
    near = near_key(con, source, "incoming", "f")
    query = f"SELECT max(f.load) FROM facts_{incoming.source} f SEMI JOIN incoming i ON {on_key(source, 'f', 'i')} WHERE {near}"
    now: int = one_row(con.execute(query))[0] or 0
    if now != incoming.basis:
        raise Overtaken("row-overtaken", load=now)


def _offices_gone(con: duckdb.DuckDBPyConnection, source: Source) -> set[str | None]:
    """For which offices rows that people set by hand are changed or taken away."""
    if source.kind not in BY_OFFICE or not source.office:
        return set()
    return {row[0] for row in con.execute(f'SELECT DISTINCT "{source.office}" FROM gone').fetchall()}


def _offices_of(source: Source, incoming: Incoming) -> set[str | None]:
    """For which offices rows are set by hand; None is the agency, and every upload of other files."""
    if source.kind not in BY_OFFICE or not source.office:
        return {None}
    return set(incoming.table[source.office].to_pylist()) or {None}


def _is_demo(con: duckdb.DuckDBPyConnection, incoming: Incoming) -> bool:
    """Would this real load remove the source's demonstration rows?"""
    return not incoming.demo and incoming.source in demo_sources(con)


def _learn(con: duckdb.DuckDBPyConnection, incoming: Incoming, actor: Actor, at: datetime) -> bool:
    """Remember the spellings of headers that were confirmed with this load; True where any is new."""
    new = False
    for header, column in incoming.spellings:
        where = 'source = ? AND header = ? AND "column" = ?'
        if not whole_number(
            con.execute(f"SELECT count(*) FROM spellings WHERE {where}", [incoming.source, header, column])
        ):
            con.execute("DELETE FROM spellings WHERE source = ? AND header = ?", [incoming.source, header])
            con.execute(
                "INSERT INTO spellings VALUES (?, ?, ?, ?, ?)", [incoming.source, header, column, actor.name, at]
            )
            new = True
    return new


def _keys_moved(warehouse: Warehouse, name: str) -> list[str]:
    """The indicators that a source can move; a calendar or an office list can move all."""
    catalogue = warehouse.catalogue
    everything = not catalogue.sources[name].counts
    return [key for key, item in catalogue.indicators.items() if everything or item.source == name]


def _changed(con: duckdb.DuckDBPyConnection, source: Source, incoming: Incoming) -> tuple[ChangedCell, ...]:
    """Old and new values side by side, cell by cell."""
    keys = source.identity
    columns = [column for column in typed_columns(source) if column not in keys]
    shown = ", ".join([*(f'i."{k}"' for k in keys), *(f'g."{c}", i."{c}"' for c in columns)])
    query = f"""SELECT i.file, i.sheet, i."row", {shown} FROM incoming i JOIN gone g ON {on_key(source, "i", "g")}
        WHERE i.what = 'changed' ORDER BY i.file, i.sheet, i."row" LIMIT {MOST_CELLS}"""
    found = []
    for file, sheet, row, *values in con.execute(query).fetchall():
        key, rest = _said(values[: len(keys)]), values[len(keys) :]
        for index, column in enumerate(columns):
            old, new = rest[2 * index : 2 * index + 2]
            if old != new:
                found.append(ChangedCell(key, column, old, new, incoming.files[file].name, sheet or "", row))
    return tuple(found[:MOST_CELLS])


def _gone(con: duckdb.DuckDBPyConnection, source: Source) -> tuple[GoneRow, ...]:
    """Rows of the warehouse that are not in the file, with where they came from."""
    keys = ", ".join(f'g."{k}"' for k in source.identity)
    query = f"""SELECT g.load, n.name, g.sheet, g."row", {keys} FROM gone g
        LEFT JOIN files n ON n.load = g.load AND n.file = g.file
        WHERE NOT EXISTS (FROM incoming i WHERE {on_key(source, "i", "g")}) ORDER BY ALL LIMIT {MOST_GONE}"""
    rows = con.execute(query).fetchall()
    return tuple(
        {"key": _said(key), "load": load, "file": file, "sheet": sheet, "row": row}
        for load, file, sheet, row, *key in rows
    )


def _said(key: Iterable[object]) -> str:
    return "／".join("" if part is None else str(part) for part in key)
