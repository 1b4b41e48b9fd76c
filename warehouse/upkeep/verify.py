"""Read everything again: catalog, files, checksums, kept copies, and the observations as the facts give them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import duckdb
import pyarrow as pa  # type: ignore[import-untyped]  # pyarrow says no types
import pyarrow.parquet as pq  # type: ignore[import-untyped]  # pyarrow says no types

from kpi.catalogue import Catalogue
from warehouse.commit.apply import reach_of
from warehouse.commit.rollup import roll_up
from warehouse.lake.migrations import NEWEST
from warehouse.lake.presence import catalog
from warehouse.store import Warehouse
from warehouse.upkeep.checksums import LIST, digest, known, stored
from warehouse.upkeep.kept_files import named_copies
from warehouse.upkeep.line_files import records
from warehouse.upkeep.sqlite_process import faults
from warehouse.upkeep.upgrade import due


@dataclass(frozen=True)
class Finding:
    """Something that is not as it should be. ``severity``: error (figures may be wrong) or note; ``key`` names the
    sentence that says what it is and how to repair it."""

    severity: str
    key: str
    params: dict[str, str | int] = field(default_factory=dict)


def verify(warehouse: Warehouse, tell: Callable[[float, str], None] = lambda share, what: None) -> list[Finding]:
    """Everything that is wrong; an empty list is a sound warehouse. Nothing is written, made, upgraded or widened.

    ``tell`` hears the share done and may raise to stop.
    """
    found: list[Finding] = []
    for index, check in enumerate((_catalog, _files, _lines, _schema, _copies, _loads, _observations)):
        tell(index / 7, check.__name__.strip("_"))
        found += check(warehouse)
        if any(one.severity == "error" and index < 2 or one.key == "verify-upgrade" for one in found):
            break  # what follows reads through the catalog and the files, and the tables of this program
    tell(1.0, "done")
    return found


def _catalog(warehouse: Warehouse) -> Iterator[Finding]:
    if why := faults(catalog(warehouse.home)):
        yield Finding("error", "verify-catalog", {"why": why})


def _files(warehouse: Warehouse) -> Iterator[Finding]:
    (noted, _), folder = known(warehouse.folder), warehouse.folder / "files"
    named, unnoted = set(), []
    for kind, number, path, size in warehouse._read(lambda con: list(stored(con))):
        named.add(path)
        place = folder / path
        if not place.is_file():
            yield Finding("error", "verify-file-missing", {"file": path})
        elif place.stat().st_size != size:
            yield Finding("error", "verify-file-size", {"file": path, "size": place.stat().st_size, "expected": size})
        elif (kind, number) in noted and digest(place) != noted[kind, number]:
            yield Finding("error", "verify-file-changed", {"file": path})
        elif why := _unreadable(place):
            yield Finding("error", "verify-file-unreadable", {"file": path, "why": why})
        elif (kind, number) not in noted:
            unnoted.append(path)
    if unnoted:
        yield Finding("note", "verify-file-unnoted", {"count": len(unnoted), "file": unnoted[0]})
    there = {str(path.relative_to(folder)) for path in folder.rglob("*.parquet")} if folder.exists() else set()
    if loose := sorted(there - named):
        yield Finding("note", "verify-file-loose", {"count": len(loose), "file": loose[0]})


def _unreadable(path: Path) -> str:
    try:
        pq.ParquetFile(path).read()
    except (pa.ArrowException, OSError, ValueError) as error:
        return str(error)[:120]
    return ""


def _lines(warehouse: Warehouse) -> Iterator[Finding]:
    """Lines that a crash tore in the files beside the store; they are skipped wherever those are read."""
    torn = {LIST: known(warehouse.folder)[1]}
    for folder in ("archive", "runtime"):
        for path in sorted((warehouse.home / folder).glob("*.jsonl")):
            torn[f"{folder}/{path.name}"] = records(path)[1]
    for name, count in torn.items():
        if count:
            yield Finding("note", "verify-line-torn", {"file": name, "count": count})


def _schema(warehouse: Warehouse) -> Iterator[Finding]:
    number = warehouse.schema_number()
    if due(warehouse):
        yield Finding("note", "verify-upgrade", {"found": number, "known": NEWEST})


def _copies(warehouse: Warehouse) -> Iterator[Finding]:
    folder, named = warehouse.home / "kept", warehouse._read(named_copies)
    for name in sorted(named):
        path = folder / name
        if not path.is_file():
            yield Finding("error", "verify-copy-missing", {"file": name})
        elif digest(path) != name.split(".", 1)[0]:
            yield Finding("error", "verify-copy-changed", {"file": name})
    there = (
        {path.name for path in folder.iterdir() if re.match(r"[0-9a-f]{64}\.", path.name)} if folder.exists() else set()
    )
    if loose := sorted(there - named):
        yield Finding("note", "verify-copy-loose", {"count": len(loose), "file": loose[0]})


def _loads(warehouse: Warehouse) -> Iterator[Finding]:
    missing, twice = warehouse._read(lambda con: _odd_loads(con, warehouse.catalogue))
    for name, load in missing:
        yield Finding("error", "verify-load-missing", {"source": name, "load": load})
    for load in twice:
        yield Finding("error", "verify-load-twice", {"load": load})


def _odd_loads(con: duckdb.DuckDBPyConnection, catalogue: Catalogue) -> tuple[list[tuple[str, int]], list[int]]:
    """Source and load of rows whose load is not in the history, and loads that are there twice."""
    missing = []
    for name in catalogue.sources:
        query = f"SELECT DISTINCT load FROM facts_{name} WHERE load NOT IN (SELECT load FROM loads)"
        missing += [(name, load) for (load,) in con.execute(query).fetchall()]
    twice = con.execute("SELECT load FROM loads GROUP BY load HAVING count(*) > 1").fetchall()
    return missing, [load for (load,) in twice]


def _observations(warehouse: Warehouse) -> Iterator[Finding]:
    for indicator, count in warehouse._read(lambda con: _rolled_up_otherwise(con, warehouse.catalogue)):
        yield Finding("error", "verify-observations", {"indicator": indicator, "count": count})


def _rolled_up_otherwise(con: duckdb.DuckDBPyConnection, catalogue: Catalogue) -> list[tuple[str, int]]:
    """Roll everything up anew and compare: indicator and how many observations differ."""
    columns = 'indicator, "from", "to", office, category, bin, round(numerator, 6), round(denominator, 6), qualifier'
    con.execute("CREATE OR REPLACE TEMP TABLE were AS FROM observations")
    for name in catalogue.sources:
        mine = [key for key, item in catalogue.indicators.items() if item.source == name]
        roll_up(con, catalogue, name, mine, None, reach_of(con, name))
    query = f"""SELECT indicator, count(*) FROM (
        (SELECT {columns} FROM were EXCEPT ALL SELECT {columns} FROM observations)
        UNION ALL (SELECT {columns} FROM observations EXCEPT ALL SELECT {columns} FROM were)) GROUP BY ALL ORDER BY ALL"""
    return con.execute(query).fetchall()
