"""The queries that stand in files of their own, and the answer of those that give one row for certain."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import duckdb

SQL = Path(__file__).parent / "sql"


@cache
def sql(name: str) -> str:
    return (SQL / f"{name}.sql").read_text(encoding="utf-8")


def one_row(answer: duckdb.DuckDBPyConnection) -> tuple[Any, ...]:
    """The row of a query that gives one for certain: a count, the last of all.

    Raises
    ------
    LookupError
        When it gives none; the query is then not of that kind.
    """
    found = answer.fetchone()
    if found is None:
        raise LookupError("a query that gives one row for certain gave none")
    return found


def whole_number(answer: duckdb.DuckDBPyConnection) -> int:
    """What a query gives that counts, or gives some other whole number for certain."""
    found: int = one_row(answer)[0]
    return found
