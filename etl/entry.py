"""Rows that a person typed, from what they typed to a load: the same checks and the same record as for a file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
    """Load one row, see `enter_rows`."""
    return enter_rows(warehouse, source, [row], actor, message, at, attached=attached, demo=demo, basis=basis)


def enter_rows(
    warehouse: Warehouse, source: str, rows: Sequence[Mapping[str, Any]], actor: Actor, message: str, at: datetime, *,
    name: str | None = None, attached: FileIn | None = None, demo: bool = False, basis: int | None = None,
) -> Loaded:  # fmt: skip
    """Load rows as a file, and with them the content that is attached. The one way in for what is typed.

    Nobody looks at a preview of it, so none is worked out. ``name``: that of the file, without its ending (else the source's
    and the moment). ``basis``: see `warehouse.incoming.Incoming`.

    Raises
    ------
    LoadRefused
        A cell is wrong; the plan says which and why. The rows stand from the second line of the file on.
    NotAllowed, Overtaken, Busy, DiskFailed
    """
    item = warehouse.catalogue.source(source)
    content = as_workbook(item, [{name: _typed(value) for name, value in row.items()} for row in rows])
    file = f"{name or f'{item.name.zh}_{local(at):%Y%m%d%H%M%S}'}.xlsx"
    plan = prepare(
        warehouse, source, [(file, content)], today=local(at).date(), replace_period=False, demo=demo, seen=False,
        characters=True, coming=frozenset({row["kept"] for row in rows} if attached else ()),
    )  # fmt: skip
    if plan.refused:
        note_refusal(warehouse, plan, at)
        raise LoadRefused(plan)
    if plan.files[0].rows_read != len(rows):
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
