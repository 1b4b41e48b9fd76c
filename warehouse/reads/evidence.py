"""Statements of evidence for qualitative standards."""

from __future__ import annotations

from datetime import date, datetime
from typing import TypedDict

import duckdb

from kpi.catalogue import Catalogue
from warehouse.reads.set_on_pages import YES, rows_of

Statement = TypedDict(
    "Statement",
    {
        "statement": str, "from": date, "until": date | None, "level": str | None, "link": str | None,
        "office": str | None, "review": str | None, "carried": bool, "load": int, "actor": str, "at": datetime,
    },
)  # fmt: skip
"""A statement of evidence, with its load, and who made it when."""


def evidence(con: duckdb.DuckDBPyConnection, catalogue: Catalogue, indicator: str) -> list[Statement]:
    """The statements for an indicator, newest first, each with its ``load``, ``actor`` and ``at``.

    ``carried``: it was carried over from an earlier year and nobody has confirmed it; it is no evidence yet.
    """
    mine = [row for row in rows_of(con, catalogue, "evidence") if row["indicator"] == indicator]
    mine.sort(key=lambda row: row["from"], reverse=True)
    return [
        {
            "statement": row["statement"], "from": row["from"], "until": row["until"], "level": row["level"],
            "link": row["link"], "office": row["office"], "review": row["review"], "carried": row["carried"] == YES,
            "load": row["load"], "actor": row["actor"], "at": row["at"],
        }
        for row in mine
    ]  # fmt: skip


def statements(con: duckdb.DuckDBPyConnection) -> set[tuple[str, date]]:
    """The indicator and the first day of every statement."""
    return set(con.execute('SELECT DISTINCT indicator, "from" FROM facts_evidence').fetchall())
