"""What people set on the pages: reference standards, changes of process, notes and discussion. Read with every book."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import duckdb
from pydantic import ValidationError

from kpi.catalogue import Catalogue, Source, Standard, StandardKind, fields_of_kind, standard_from
from kpi.dates.periods import Period
from kpi.observations import Note, Rebase

Row = dict[str, Any]
"""Column -> what it holds. Which columns there are, and of which type, the catalogue says."""

YES, NO = "是", "否"
PATHS = {"平均": "even", "往年各月": "season"}


@dataclass(frozen=True)
class Remark:
    """A question, an answer or that it is settled; ``thread`` is the number of the question."""

    number: str
    thread: str
    indicator: str
    kind: str  # question, answer, settled
    text: str
    author: str
    at: datetime
    load: int


def standards_set(con: duckdb.DuckDBPyConnection, catalogue: Catalogue) -> dict[str, tuple[Standard, ...]]:
    """The standards that were set on the pages, by indicator. Of an indicator that is no more, none."""
    found: dict[str, list[Standard]] = {}
    for row in rows_of(con, catalogue, "standards"):
        standard = as_standard(catalogue.sources["standards"], row)
        if standard is not None and standard.indicator in catalogue.indicators:
            found.setdefault(standard.indicator, []).append(standard)
    return {key: tuple(those) for key, those in found.items()}


def as_standard(source: Source, row: Row) -> Standard | None:
    """A row as the standard that it states; None where it is none (`standard_of` tells why)."""
    try:
        return standard_of(source, row)
    except ValidationError:
        return None


def standard_of(source: Source, row: Row) -> Standard:
    """A row of the source ``standards`` as a standard. Fields that its kind has not are passed over, but for levels.

    Raises
    ------
    ValidationError
        With a key of `kpi.catalogue.FAULTS` as its type, where the row does not make one.
    """
    kind = standard_kind(source, row["kind"])
    both = {name: {"zh": row[name], "en": row[name]} for name in ("set_by", "written", "reason") if row.get(name)}
    plain = {
        name: row[name]
        for name in ("indicator", "office", "value", "high", "good", "excellent", "window", "from", "to")
        if row.get(name) is not None
    }
    flags = {name: row.get(name) == YES for name in ("rolling", "each_office")}
    number = "/".join(str(part) for part in (row["indicator"], row.get("office"), row["from"]) if part)
    said = {"id": number, "kind": kind, "path": PATHS.get(row.get("path", "")), **plain, **flags, **both}
    known = fields_of_kind(kind) | {"good", "excellent"}
    return standard_from({name: value for name, value in said.items() if name in known})


def standard_kind(source: Source, code: str) -> StandardKind:
    """The kind of standard that a code of the column ``kind`` names."""
    also = next(one.also for one in source.columns["kind"].codes if one.zh == code)
    return StandardKind(next(name for name in also if name in set(StandardKind)))


def rebases(con: duckdb.DuckDBPyConnection, catalogue: Catalogue) -> tuple[Rebase, ...]:
    return tuple(
        Rebase(
            row["indicator"],
            row["office"],
            row["from"],
            row["reason"],
            row["until"],
            row["actor"],
            row["at"],
            row["load"],
        )
        for row in sorted(rows_of(con, catalogue, "rebases"), key=lambda row: row["from"])
    )


def notes(con: duckdb.DuckDBPyConnection, catalogue: Catalogue) -> tuple[Note, ...]:
    """Notes, the oldest day first, with who wrote them and when."""
    return tuple(
        Note(
            row["number"], row["indicator"], row["office"], Period(row["from"], row["to"] or row["from"]), row["text"],
            row["actor"], row["at"], row["load"],
        )
        for row in sorted(rows_of(con, catalogue, "notes"), key=lambda row: (row["from"], row["load"]))
    )  # fmt: skip


def remarks(con: duckdb.DuckDBPyConnection, catalogue: Catalogue) -> tuple[Remark, ...]:
    """The discussion, the oldest first."""
    kinds = {code.zh: code.en for code in catalogue.sources["remarks"].columns["kind"].codes}
    return tuple(
        Remark(
            row["number"], row["thread"], row["indicator"], kinds[row["kind"]], row["text"] or "", row["actor"], row["at"],
            row["load"],
        )
        for row in sorted(rows_of(con, catalogue, "remarks"), key=lambda row: row["load"])
    )  # fmt: skip


def rows_of(con: duckdb.DuckDBPyConnection, catalogue: Catalogue, name: str) -> list[Row]:
    """The rows of a source with who loaded them, when, and whether as a demonstration (``demo``).

    None where the catalogue, or this version, has no such source. A column that this version has not yet is None in every row.
    """
    if name not in catalogue.sources:
        return []
    query = f'SELECT f.*, l.actor, l."at", l.demo FROM facts_{name} f LEFT JOIN loads l ON l.load = f.load'
    try:
        found = con.execute(query)
    except duckdb.CatalogException:  # a version from before the source was there
        return []
    there, blank = [column[0] for column in found.description], dict.fromkeys(catalogue.sources[name].columns)
    return [blank | dict(zip(there, row, strict=True)) for row in found.fetchall()]
