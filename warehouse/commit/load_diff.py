"""What a load would change: temp tables ``incoming`` (rows that come, each with ``what``) and ``gone`` (rows that leave).

``what`` is added, changed or unchanged. Every change of the facts, an undoing too, is said by these two tables.
"""

from __future__ import annotations

import duckdb

from kpi.catalogue import Source
from warehouse.commit.load_request import Counts, Incoming
from warehouse.commit.rollup import literal
from warehouse.lake.queries import one_row, whole_number
from warehouse.lake.schema import typed_columns


def on_key(source: Source, left: str, right: str) -> str:
    """SQL: two rows bear the same key."""
    return " AND ".join(f'{left}."{k}" IS NOT DISTINCT FROM {right}."{k}"' for k in source.identity)


def near_key(con: duckdb.DuckDBPyConnection, source: Source, table: str, facts: str) -> str:
    """SQL: a row of the facts lies between the lowest and the highest key of a table.

    Stated as constants, so that the files that hold nothing near are not read: cost follows the upload.
    """
    keys = source.identity
    ends = ", ".join(f'min("{k}"), max("{k}"), count(*) FILTER ("{k}" IS NULL)' for k in keys)
    found = one_row(con.execute(f"SELECT {ends} FROM {table}"))
    bounds = [
        f'{facts}."{key}" BETWEEN {literal(found[3 * n])} AND {literal(found[3 * n + 1])}'
        for n, key in enumerate(keys)
        if found[3 * n] is not None and not found[3 * n + 2]
    ]
    return " AND ".join(bounds) or "TRUE"


def difference(
    con: duckdb.DuckDBPyConnection, source: Source, incoming: Incoming, ignore_old: bool
) -> tuple[Counts, ...]:
    """Temp tables ``incoming`` (with ``what``: added, changed, unchanged) and ``gone`` (old rows that leave)."""
    name = incoming.source
    con.register("arrived", incoming.table)
    moved = (
        " OR ".join(f'f."{c}" IS DISTINCT FROM i."{c}"' for c in typed_columns(source) if c not in source.key)
        or "FALSE"
    )
    near = "FALSE" if ignore_old else near_key(con, source, "arrived", "old")
    if not whole_number(con.execute(f"SELECT count(*) FROM facts_{name} old WHERE {near}")):
        con.execute("CREATE OR REPLACE TEMP TABLE incoming AS SELECT *, 'added' AS what FROM arrived")
    else:
        con.execute(
            f"""CREATE OR REPLACE TEMP TABLE incoming AS
            SELECT i.*, CASE WHEN f.load IS NULL THEN 'added' WHEN {moved} THEN 'changed' ELSE 'unchanged' END AS what
            FROM arrived i LEFT JOIN (FROM facts_{name} old WHERE {near}) f
            ON {on_key(source, "i", "f")}"""
        )
    con.unregister("arrived")
    rows = con.execute("SELECT file, what, count(*) FROM incoming GROUP BY ALL").fetchall()
    found = {(file, what): count for file, what, count in rows}
    leaving = "LIMIT 0"
    if any(what == "changed" for _, what in found):
        leaving = f"""SEMI JOIN (FROM incoming WHERE what = 'changed') i ON {on_key(source, "f", "i")}
            WHERE {near_key(con, source, "incoming", "f")}"""
    con.execute(f"CREATE OR REPLACE TEMP TABLE gone AS SELECT f.* FROM facts_{name} f {leaving}")
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
            whole_number(
                con.execute(
                    f"""INSERT INTO gone SELECT f.* FROM facts_{incoming.source} f
                    WHERE {inside} AND NOT EXISTS (FROM incoming i WHERE {on_key(source, "f", "i")})
                    AND NOT EXISTS (FROM gone g WHERE {on_key(source, "f", "g")})"""
                )
            )
        )
    return counts
