"""What a plan says: as the stable JSON object of ``load --json``, and in words on a terminal."""

from __future__ import annotations

from rich.console import Console

from etl.intake import Plan
from etl.problem import words
from kpi.errors import Problem
from lang import say

SHOWN = 50


def problem_json(problem: Problem, lang: str) -> dict:
    sentence, wanted = words(problem, lang)
    return {
        "sheet": problem.sheet, "cell": problem.cell, "column": problem.column, "found": problem.found,
        "expected": wanted or None, "severity": problem.severity, "message": sentence,
    }  # fmt: skip


def load_json(plan: Plan, version: int, lang: str) -> dict:
    """``{"source", "files": [...], "version"}`` as the README states it."""
    return {
        "source": plan.source,
        "files": [
            {
                "file": report.file, "rows_read": report.rows_read, "added": report.counts.added,
                "changed": report.counts.changed, "removed": report.counts.removed, "unchanged": report.counts.unchanged,
                "problems": [problem_json(problem, lang) for problem in report.problems],
            }
            for report in plan.files
        ],
        "version": version,
    }  # fmt: skip


def place(problem: Problem) -> str:
    """file, sheet, cell — as far as they are known."""
    return " ".join(part for part in (problem.file, problem.sheet, problem.cell) if part)


def print_plan(plan: Plan, out: Console, errors: Console, lang: str) -> None:
    for report in plan.files:
        for problem in report.problems[:SHOWN]:
            sentence, wanted = words(problem, lang)
            tail = f" → {wanted}" if wanted and problem.severity != "note" else ""
            (errors if problem.severity == "error" else out).print(f"{place(problem)}  {sentence}{tail}")
        if len(report.problems) > SHOWN:
            errors.print(say("more-problems", lang, count=len(report.problems) - SHOWN))
        counts = {k: getattr(report.counts, k) for k in ("added", "changed", "removed", "unchanged")}
        out.print(say("counts-line", lang, file=report.file, rows=report.rows_read, **counts))
