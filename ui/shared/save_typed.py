"""What is typed on a page, into a load; and what that did, in words."""

from __future__ import annotations

from dataclasses import dataclass, replace

from etl.checks.unusual_figures import ASKED
from etl.intake import Plan
from etl.typed_in.enter import TypedRows, enter, row_of
from kpi.errors import AnswerNeeded, KpiError, LoadRefused
from lang import say
from lang.problem import words
from ui.shared import cached
from ui.shared.refusal_words import sentence
from warehouse import settings
from warehouse.commit.loading import Loaded
from warehouse.permissions import local_actor


@dataclass(frozen=True)
class Entered:
    """``done`` where it was loaded; else ``plan`` says which cells are wrong (``asked``: unusual, and waiting for an answer),
    or ``trouble`` what stood in the way."""

    plan: Plan | None = None
    done: Loaded | None = None
    trouble: str = ""
    asked: bool = False
    number: int = 0  # tells one entry from another


def save(typed: TypedRows, lang: str) -> Entered:
    """Check and load, each text on one line. Nothing is loaded where any cell is wrong."""
    at = settings.now()
    number = int(at.timestamp() * 1000)
    rows = [{name: " ".join(str(text).split()) for name, text in row.items()} for row in typed.rows]
    try:
        done = enter(cached.warehouse(), replace(typed, rows=rows, message=typed.message.strip()), local_actor(), at)
    except LoadRefused as refused:
        return Entered(refused.report, number=number)
    except AnswerNeeded as waiting:
        return Entered(waiting.report, asked=True, number=number)
    except KpiError as error:
        return Entered(trouble=sentence(error, lang), number=number)
    cached.watcher().look()
    return Entered(done=done, number=number)


def wrong_cells(plan: Plan | None, lang: str) -> list[tuple[int, str]]:
    """What is wrong, or where nothing is what is unusual, each with its row (0 is the first that was sent)."""
    problems = [problem for report in (plan.files if plan else ()) for problem in report.problems]
    wrong = [problem for problem in problems if problem.severity == "error"]
    found = []
    for problem in wrong or [problem for problem in problems if problem.key in ASKED]:
        sentence, wanted = words(problem, lang)
        tail = f"{say('up-expected', lang)}{wanted}" if wanted and wrong else ""
        found.append((row_of(problem), f"{sentence} {tail}".strip()))
    return found
