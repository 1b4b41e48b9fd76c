"""One row that a person set, from what they typed to a load: the same checks and the same record as for a file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from etl.intake import FileReport, load, note_refusal, prepare
from etl.typed import as_workbook
from kpi.errors import KpiError, LoadRefused
from lang import roc
from warehouse import Warehouse
from warehouse.access import Actor
from warehouse.incoming import Counts, FileIn, Loaded
from warehouse.settings import local


def enter_row(
    warehouse: Warehouse, source: str, row: Mapping[str, Any], actor: Actor, message: str, at: datetime, *,
    attached: FileIn | None = None, demo: bool = False, basis: int | None = None,
) -> Loaded:  # fmt: skip
    """Load one row as a file, and with it the content that is attached. ``basis``: see `warehouse.incoming.Incoming`.

    Raises
    ------
    LoadRefused
        A cell is wrong; the plan says which and why.
    NotAllowed, Overtaken, Busy, DiskFailed
    """
    item = warehouse.catalogue.source(source)
    content = as_workbook(item, [{name: _typed(value) for name, value in row.items()}])
    plan = prepare(
        warehouse, source, [(f"{item.name.zh}_{local(at):%Y%m%d%H%M%S}.xlsx", content)], today=local(at).date(),
        replace_period=False, demo=demo, seen=False, characters=True,
        coming=frozenset({row["kept"]} if attached else ()),
    )  # fmt: skip
    if plan.refused:
        note_refusal(warehouse, plan, at)
        raise LoadRefused(plan)
    if plan.files[0].rows_read != 1:
        raise KpiError("entry-not-taken")
    incoming = replace(plan.incoming, basis=basis)
    files = plan.files
    if attached:
        files = (*files, FileReport(attached.name, attached.sha256, 0, Counts(), (), {}))
        incoming = replace(incoming, files=(*incoming.files, attached))
    return load(warehouse, replace(plan, files=files, incoming=incoming), actor, message, at)


def _typed(value: object) -> str:
    """A value as somebody would type it."""
    return roc(value) if isinstance(value, date) else "" if value is None else str(value)
