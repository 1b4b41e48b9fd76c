"""Statements of evidence for qualitative standards."""

from __future__ import annotations

from datetime import date

import duckdb

from kpi.catalogue import Catalogue
from warehouse.reads.set_on_pages import YES, rows_of

NAMES = ("statement", "from", "until", "level", "link", "office", "review", "carried", "load", "actor", "at")


def evidence(con: duckdb.DuckDBPyConnection, catalogue: Catalogue, indicator: str) -> list[dict]:
    """The statements for an indicator, newest first, each with its ``load``, ``actor`` and ``at``.

    ``carried``: it was carried over from an earlier year and nobody has confirmed it; it is no evidence yet.
    """
    mine = [row for row in rows_of(con, catalogue, "evidence") if row["indicator"] == indicator]
    mine.sort(key=lambda row: row["from"], reverse=True)
    return [{name: row[name] for name in NAMES} | {"carried": row["carried"] == YES} for row in mine]


def statements(con: duckdb.DuckDBPyConnection) -> set[tuple[str, date]]:
    """The indicator and the first day of every statement."""
    return set(con.execute('SELECT DISTINCT indicator, "from" FROM facts_evidence').fetchall())
