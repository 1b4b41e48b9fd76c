"""Rows that a person typed, from what they typed to a load: the same checks and the same record as for a file."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from etl.checks.unusual_figures import ASKED
from etl.intake import FileReport, load, note_refusal, prepare
from etl.typed_in.rows_as_file import as_workbook
from kpi.errors import AnswerNeeded, KpiError, LoadRefused, Problem
from lang import DEFAULT, roc, say
from lang.problem import words
from warehouse import Warehouse
from warehouse.commit.load_request import Counts, FileIn, Loaded
from warehouse.permissions import Actor
from warehouse.settings import local


def enter_row(
    warehouse: Warehouse, source: str, row: Mapping[str, Any], actor: Actor, message: str, at: datetime, *,
    attached: FileIn | None = None, demo: bool = False, basis: int | None = None,
) -> Loaded:  # fmt: skip
    """Load one row, see `enter_rows`."""
    return enter_rows(warehouse, source, [row], actor, message, at, attached=attached, demo=demo, basis=basis)


def enter_rows(
    warehouse: Warehouse, source: str, rows: Sequence[Mapping[str, Any]], actor: Actor, message: str, at: datetime, *,
    name: str | None = None, sure: Collection[int] = (), attached: FileIn | None = None, demo: bool = False, basis: int | None = None,
) -> Loaded:  # fmt: skip
    """Load rows as a file, and with them the content that is attached. The one way in for what is typed.

    Nobody looks at a preview of it, so none is worked out.

    Parameters
    ----------
    name
        That of the file, without its ending; else the source's and the moment.
    sure
        The rows (0 is the first) of which a person said that what is unusual in them is right: kept with the message.
    basis
        See `warehouse.commit.load_request.Incoming`.

    Raises
    ------
    LoadRefused
        A cell is wrong; the plan says which and why.
    AnswerNeeded
        A figure is far from what came before it (see `kpi.unusual`).
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
    unusual = [problem for problem in plan.files[0].problems if problem.key in ASKED]
    if any(row_of(problem) not in sure for problem in unusual):
        raise AnswerNeeded(plan)
    if unusual:
        answer = say("entry-confirmed", what="".join(words(problem, DEFAULT)[0] for problem in unusual))
        message = "　".join(filter(None, (message, answer)))
    incoming = replace(plan.incoming, basis=basis)
    files = plan.files
    if attached:
        files = (*files, FileReport(attached.name, attached.sha256, 0, Counts(), (), {}))
        incoming = replace(incoming, files=(*incoming.files, attached))
    return load(warehouse, replace(plan, files=files, incoming=incoming), actor, message, at)


def row_of(problem: Problem) -> int:
    """The row that a problem stands in, 0 being the first that was sent; negative where it stands in none."""
    return int("".join(sign for sign in problem.cell or "" if sign.isdigit()) or 0) - 2


def _typed(value: object) -> str:
    """A value as somebody would type it."""
    return roc(value) if isinstance(value, date) else "" if value is None else str(value)
