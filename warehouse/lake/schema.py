"""Tables of facts, made from the catalogue: one for each source, with where every row came from."""

from __future__ import annotations

import duckdb

from kpi.catalogue import CLOCK_PARTS, Catalogue, ColumnType, NextUpdate, Source

TYPES = {
    ColumnType.date: "DATE", ColumnType.integer: "BIGINT", ColumnType.number: "DOUBLE", ColumnType.amount: "DOUBLE",
    ColumnType.items: "VARCHAR[]",
}  # fmt: skip
CLOCK_TYPES = dict(zip(CLOCK_PARTS, ("DATE", "DATE", "DOUBLE"), strict=True))
ORIGIN = {"load": "BIGINT", "file": "INTEGER", "sheet": "VARCHAR", "row": "BIGINT"}
"""Where a row came from: its load, which file of it, the sheet, and the row number in that sheet."""


def typed_columns(source: Source) -> dict[str, str]:
    """The columns that a file gives, with their SQL types."""
    return {name: TYPES.get(column.type, "VARCHAR") for name, column in source.columns.items()}


def derived_columns(source: Source) -> dict[str, str]:
    """The columns that are worked out on load."""
    found = {name: "DATE" if isinstance(item, NextUpdate) else "DOUBLE" for name, item in source.derived.items()}
    for clock in source.clocks:
        found |= {f"{clock}_{part}": kind for part, kind in CLOCK_TYPES.items()}
    if source.kind == "snapshot":
        found["as_of"] = "DATE"
    return found


def facts_columns(source: Source) -> dict[str, str]:
    return typed_columns(source) | derived_columns(source) | ORIGIN


def lacking(con: duckdb.DuckDBPyConnection, catalogue: Catalogue) -> dict[str, dict[str, str]]:
    """Table of facts -> the columns, with their types, that the catalogue has and the store has not."""
    query = "SELECT table_name, column_name FROM duckdb_columns() WHERE database_name = 'lake'"
    there: dict[str, set[str]] = {}
    for table, column in con.execute(query).fetchall():
        there.setdefault(table, set()).add(column)
    wanted = {f"facts_{name}": facts_columns(source) for name, source in catalogue.sources.items()}
    missing = {
        table: {column: kind for column, kind in columns.items() if column not in there.get(table, ())}
        for table, columns in wanted.items()
    }
    return {table: columns for table, columns in missing.items() if columns}


def create_facts(con: duckdb.DuckDBPyConnection, catalogue: Catalogue) -> None:
    """Make the facts tables that are missing, and add the columns that the catalogue has gained."""
    missing = lacking(con, catalogue)
    for name, source in catalogue.sources.items():
        table, columns = f"facts_{name}", missing.get(f"facts_{name}", {})
        if columns == facts_columns(source):
            spelled = ", ".join(f'"{c}" {t}' for c, t in columns.items())
            con.execute(f"CREATE TABLE {table} ({spelled})")
            if source.kind == "cases" and source.date:
                con.execute(f'ALTER TABLE {table} SET PARTITIONED BY (year("{source.date}"), month("{source.date}"))')
            continue
        for column, kind in columns.items():
            con.execute(f'ALTER TABLE {table} ADD COLUMN "{column}" {kind}')


def changed(kind: str, table: str, version: int) -> str:
    """What a version put into a table (``insertions``) or took out of it (``deletions``), as a table of SQL."""
    return f"ducklake_table_{kind}('lake', 'main', '{table}', {int(version)}, {int(version)})"


def feed(con: duckdb.DuckDBPyConnection, source: Source, name: str, kind: str, version: int) -> str:
    """A query for the rows of the facts of a source that a version changed (see `changed`), with the columns of today;
    those that the version did not have yet are empty."""
    table = changed(kind, f"facts_{name}", version)
    there = {row[0] for row in con.execute(f"DESCRIBE FROM {table}").fetchall()}
    columns = facts_columns(source).items()
    names = ", ".join(f'"{c}"' if c in there else f'CAST(NULL AS {t}) AS "{c}"' for c, t in columns)
    return f"SELECT {names} FROM {table}"
