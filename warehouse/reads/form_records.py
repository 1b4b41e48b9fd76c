"""What people set for the yearly self-assessment, read from one version of the warehouse."""

from __future__ import annotations

from datetime import date

import duckdb

from kpi.catalogue import Catalogue
from kpi.dates.roc import gregorian_year
from kpi.form.saved_records import Edition, Evidence, Innovation, Records, Wording, Written
from warehouse.reads.set_on_pages import YES, Row, rows_of
from warehouse.store import Warehouse

LANGS = {"中文": "zh-Hant", "英文": "en"}


def records(warehouse: Warehouse) -> Records:
    """The official wording, the texts, the innovations, the signed editions and the evidence."""
    return warehouse._read(lambda con: records_of(con, warehouse.catalogue))


def innovation_loads(warehouse: Warehouse) -> dict[int, set[int]]:
    """Gregorian year -> the loads that its rows of the list of innovations came with."""
    found: dict[int, set[int]] = {}
    for row in warehouse._read(lambda con: rows_of(con, warehouse.catalogue, "innovations")):
        found.setdefault(gregorian_year(row["year"]), set()).add(row["load"])
    return found


def records_of(con: duckdb.DuckDBPyConnection, catalogue: Catalogue) -> Records:
    return Records(
        tuple(_wording(row) for row in rows_of(con, catalogue, "framework")),
        tuple(_written(row) for row in rows_of(con, catalogue, "results")),
        tuple(_innovation(row) for row in rows_of(con, catalogue, "innovations")),
        tuple(_edition(row) for row in rows_of(con, catalogue, "editions")),
        _evidence(con, catalogue),
    )


def _wording(row: Row) -> Wording:
    year = gregorian_year(row["year"])
    return Wording(year, row["code"], row["item"], row["indicator"], row["standard"], row["office"])


def _written(row: Row) -> Written:
    return Written(
        gregorian_year(row["year"]), row["code"], LANGS[row["lang"]], row["text"], row["as_of"], row["shown"],
        row["shown_as_of"], row["office"], row["actor"], row["at"], row["load"],
    )  # fmt: skip


def _innovation(row: Row) -> Innovation:
    return Innovation(gregorian_year(row["year"]), row["number"], row["title"], row["title_en"], row["office"])


def _edition(row: Row) -> Edition:
    return Edition(
        gregorian_year(row["year"]), row["number"], row["as_of"], row["signed_by"], row["signed_on"], row["kept"],
        row["actor"], row["at"], row["load"],
    )  # fmt: skip


def _evidence(con: duckdb.DuckDBPyConnection, catalogue: Catalogue) -> dict[str, tuple[Evidence, ...]]:
    """Blank 有效迄日: to the end of its year."""
    found: dict[str, list[Evidence]] = {}
    for row in sorted(rows_of(con, catalogue, "evidence"), key=lambda row: row["from"], reverse=True):
        until = row["until"] or date(row["from"].year, 12, 31)
        one = Evidence(
            row["indicator"], row["statement"], row["from"], until, row["level"], row["link"], row["office"],
            row.get("review"), row.get("carried") == YES, row["actor"] or "", row["at"], row["load"],
        )  # fmt: skip
        found.setdefault(one.indicator, []).append(one)
    return {key: tuple(those) for key, those in found.items()}
