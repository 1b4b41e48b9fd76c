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


def create_facts(con: duckdb.DuckDBPyConnection, catalogue: Catalogue) -> None:
    """Make the facts tables that are missing, and add the columns that the catalogue has gained."""
    query = "SELECT table_name, column_name FROM duckdb_columns() WHERE database_name = 'lake'"
    there: dict[str, set[str]] = {}
    for table, column in con.execute(query).fetchall():
        there.setdefault(table, set()).add(column)
    for name, source in catalogue.sources.items():
        table, columns = f"facts_{name}", facts_columns(source)
        if table not in there:
            spelled = ", ".join(f'"{c}" {t}' for c, t in columns.items())
            con.execute(f"CREATE TABLE {table} ({spelled})")
            if source.kind == "cases" and source.date:
                con.execute(f'ALTER TABLE {table} SET PARTITIONED BY (year("{source.date}"), month("{source.date}"))')
            continue
        for column, kind in columns.items():
            if column not in there[table]:
                con.execute(f'ALTER TABLE {table} ADD COLUMN "{column}" {kind}')
