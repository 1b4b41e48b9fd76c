"""Files that are attached to evidence: a row says which, their content is kept beside the copies of what was loaded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

import duckdb

from kpi.catalogue import Catalogue
from warehouse.reads.set_on_pages import YES, rows_of


@dataclass(frozen=True)
class Attachment:
    """A file that belongs to the statement of evidence of an indicator that begins on the day ``start``.

    ``name`` is the file's own, ``kept`` the name of its content (`Warehouse.copy`), ``size`` in bytes (None: not stated).
    """

    indicator: str
    start: date
    name: str
    kept: str
    size: int | None
    office: str | None
    author: str
    at: datetime
    load: int


def attachments(con: duckdb.DuckDBPyConnection, catalogue: Catalogue) -> tuple[Attachment, ...]:
    """What is attached to a statement that is there and was not withdrawn, the oldest load first.

    A real statement has not what hung on the demonstration's that it took the place of.
    """
    statements = {(row["indicator"], row["from"]): row["demo"] for row in rows_of(con, catalogue, "evidence")}
    return tuple(
        Attachment(
            row["indicator"], row["from"], row["name"], row["kept"], row["size"], row["office"], row["actor"], row["at"],
            row["load"],
        )
        for row in sorted(rows_of(con, catalogue, "attachments"), key=lambda row: (row["load"], row["name"]))
        if row["withdrawn"] != YES and statements.get((row["indicator"], row["from"])) == row["demo"]
    )  # fmt: skip
