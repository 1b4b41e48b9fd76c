"""The numbered schema of a warehouse: the tables that every one has.

``sql/migrations/NUMBER.sql`` leads from the number before to its own; all are carried out in order, a new warehouse's too,
so that there is one way to each number. Stores from before the numbers have none (0): the first two files say IF NOT EXISTS
and bring any of them to where the numbers begin.

The tables of facts have no number. They follow the catalogue (`warehouse.lake.schema`): whoever adds a column to ``metrics.yml``
widens them, and a store of another agency has others at the same number.
"""

from __future__ import annotations

from pathlib import Path

import duckdb

from warehouse.lake.connection import META
from warehouse.lake.queries import whole_number

FILES = {int(path.stem): path for path in (Path(__file__).parent / "sql" / "migrations").glob("*.sql")}
NEWEST = max(FILES)


def number_of(con: duckdb.DuckDBPyConnection) -> int:
    """The number of a store's schema, 0 where it has none yet. (DuckDB's own list of tables takes six times as long.)"""
    query = f"SELECT count(*) FROM {META}.ducklake_table WHERE table_name = 'schema_numbers' AND end_snapshot IS NULL"
    if not whole_number(con.execute(query)):
        return 0
    try:
        return whole_number(con.execute("SELECT coalesce(max(number), 0) FROM schema_numbers"))
    except duckdb.CatalogException:  # this is the store as it stood before it had one
        return 0


def migrate(con: duckdb.DuckDBPyConnection) -> None:
    """Bring a store to the newest number; to be committed by the caller."""
    since = number_of(con)
    con.execute("CREATE TABLE IF NOT EXISTS schema_numbers (number INTEGER)")
    for number in sorted(FILES):
        if number > since:
            con.execute(FILES[number].read_text(encoding="utf-8"))
            con.execute("INSERT INTO schema_numbers VALUES (?)", [number])
