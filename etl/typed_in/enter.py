"""Rows that a person typed, from what they typed to a load: the same checks and the same record as for a file."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
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


@dataclass(frozen=True)
class TypedRows:
    """Rows of a source that somebody typed, and what goes with them.

    Parameters
    ----------
    rows
        Column -> what was typed: a text, a number or a day; what a row does not name is blank.
    message
        Why: kept with the load.
    name
        That of the file, without its ending; else the source's and the moment.
    sure
        The rows (0 is the first) of which a person said that what is unusual in them is right: kept with the message.
    attached
        Content that comes along with the rows; it is there with them or not at all.
    demo
        Are they demonstration rows?
    basis
        See `warehouse.commit.load_request.Incoming`.
    """

    source: str
    rows: Sequence[Mapping[str, Any]]
    message: str = ""
    name: str | None = None
    sure: Collection[int] = ()
    attached: FileIn | None = None
    demo: bool = False
    basis: int | None = None


def enter(warehouse: Warehouse, typed: TypedRows, actor: Actor, at: datetime) -> Loaded:
    """Load rows as a file, and with them the content that is attached. The one way in for what is typed.

    Nobody looks at a preview of it, so none is worked out.

    Raises
    ------
    LoadRefused
        A cell is wrong; the plan says which and why.
    AnswerNeeded
        A figure is far from what came before it (see `kpi.unusual`).
    NotAllowed, Overtaken, Busy, DiskFailed
    """
    item, rows, attached, message = warehouse.catalogue.source(typed.source), typed.rows, typed.attached, typed.message
    content = as_workbook(item, [{name: _as_typed(value) for name, value in row.items()} for row in rows])
    file = f"{typed.name or f'{item.name.zh}_{local(at):%Y%m%d%H%M%S}'}.xlsx"
    plan = prepare(
        warehouse, typed.source, [(file, content)], today=local(at).date(), replace_period=False, demo=typed.demo,
        characters=True, coming=frozenset({row["kept"] for row in rows} if attached else ()),
    )  # fmt: skip
    if plan.incoming is None:
        note_refusal(warehouse, plan, at)
        raise LoadRefused(plan)
    if plan.files[0].rows_read != len(rows):
        raise KpiError("entry-not-taken")
    unusual = [problem for problem in plan.files[0].problems if problem.key in ASKED]
    if any(row_of(problem) not in typed.sure for problem in unusual):
        raise AnswerNeeded(plan)
    if unusual:
        answer = say("entry-confirmed", what="".join(words(problem, DEFAULT)[0] for problem in unusual))
        message = "　".join(filter(None, (message, answer)))
    incoming = replace(plan.incoming, basis=typed.basis)
    files = plan.files
    if attached:
        files = (*files, FileReport(attached.name, attached.sha256, 0, Counts(), (), {}))
        incoming = replace(incoming, files=(*incoming.files, attached))
    return load(warehouse, replace(plan, files=files, incoming=incoming), actor, message, at)


def row_of(problem: Problem) -> int:
    """The row that a problem stands in, 0 being the first that was sent; negative where it stands in none."""
    return int("".join(sign for sign in problem.cell or "" if sign.isdigit()) or 0) - 2


def _as_typed(value: object) -> str:
    """A value as somebody would type it."""
    return roc(value) if isinstance(value, date) else "" if value is None else str(value)
