"""What is typed on a page is loaded like any file: as a small CSV in memory, checked, committed, kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from etl import typed
from etl.intake import Plan, load, note_refusal, prepare
from etl.problem import words
from kpi.errors import KpiError
from lang import say
from ui import data, upload_check
from warehouse import settings
from warehouse.access import local_actor
from warehouse.loading import Loaded


@dataclass(frozen=True)
class Entered:
    """``done`` where it was loaded; else ``plan`` says which cells are wrong, or ``trouble`` what stood in the way."""

    plan: Plan | None = None
    done: Loaded | None = None
    trouble: str = ""
    number: int = 0  # tells one entry from another


def as_csv(source: str, columns: Iterable[str], rows: Iterable[Mapping[str, str]]) -> bytes:
    """Rows under the first spelling of each column's header, each on one line."""
    lines = [{name: " ".join(str(text).split()) for name, text in row.items()} for row in rows]
    return typed.as_csv(data.catalogue().sources[source], columns, lines)


def enter(source: str, name: str, content: bytes, message: str, lang: str) -> Entered:
    """Check and load. Nothing is loaded where any cell is wrong, or where a row was not taken for one."""
    at = settings.now()
    number = int(at.timestamp() * 1000)
    try:
        files = [(name, content)]
        plan = prepare(data.warehouse(), source, files, today=data.today(), replace_period=False)
        if plan.refused:
            note_refusal(data.warehouse(), plan, at)
            return Entered(plan, number=number)
        if sum(file.rows_read for file in plan.files) < content.count(b"\n") - 1:
            return Entered(trouble=say("entry-not-taken", lang), number=number)
        done = load(data.warehouse(), plan, local_actor(), message.strip(), at)
    except KpiError as error:
        return Entered(trouble=upload_check.sentence(error, lang), number=number)
    data.watcher().version = max(data.watcher().version, done.version)
    return Entered(plan, done, number=number)


def wrong_cells(plan: Plan, lang: str) -> list[tuple[int, str]]:
    """What is wrong, each with its row (0 is the first that was sent)."""
    found = []
    for report in plan.files:
        for problem in report.problems:
            if problem.severity == "error":
                row = int("".join(sign for sign in problem.cell or "" if sign.isdigit()) or 0) - 2
                sentence, wanted = words(problem, lang)
                tail = f"{say('up-expected', lang)}{wanted}" if wanted else ""
                found.append((row, f"{sentence} {tail}".strip()))
    return found
