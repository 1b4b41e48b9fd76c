"""What a plan says: as the stable JSON object of ``load --json``, and in words on a terminal."""

from __future__ import annotations

from rich.console import Console

from etl.intake import Plan
from kpi.catalogue import Catalogue
from kpi.differences import Move
from kpi.errors import Problem
from kpi.evaluate import Result
from lang import amount, places_of, say, year
from lang.problem import words
from warehouse.commit.loading import Preview

SHOWN = 50


def problem_json(problem: Problem, lang: str) -> dict[str, str | None]:
    sentence, wanted = words(problem, lang)
    return {
        "sheet": problem.sheet, "cell": problem.cell, "column": problem.column, "found": problem.found,
        "expected": wanted or None, "severity": problem.severity, "message": sentence,
    }  # fmt: skip


def load_json(plan: Plan, version: int, lang: str) -> dict[str, object]:
    """``{"source", "files": [...], "version"}``; where what it would change was worked out, ``moves`` too, as ``diff`` says
    them."""
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
        **({"moves": [move_json(move) for move in plan.preview.moves]} if plan.preview else {}),
        "version": version,
    }  # fmt: skip


def place(problem: Problem) -> str:
    """file, sheet, cell — as far as they are known."""
    return " ".join(part for part in (problem.file, problem.sheet, problem.cell) if part)


def print_plan(plan: Plan, out: Console, errors: Console, catalogue: Catalogue, lang: str) -> None:
    for report in plan.files:
        for problem in report.problems[:SHOWN]:
            sentence, wanted = words(problem, lang)
            tail = f" → {wanted}" if wanted and problem.severity != "note" else ""
            (errors if problem.severity == "error" else out).print(f"{place(problem)}  {sentence}{tail}")
        if len(report.problems) > SHOWN:
            errors.print(say("more-problems", lang, count=len(report.problems) - SHOWN))
        counts = {k: getattr(report.counts, k) for k in ("added", "changed", "removed", "unchanged")}
        out.print(say("counts-line", lang, file=report.file, rows=report.rows_read, **counts))
    if plan.preview:
        _print_preview(plan.source, plan.preview, out, catalogue, lang)


def _print_preview(source: str, preview: Preview, out: Console, catalogue: Catalogue, lang: str) -> None:
    """Changed cells, rows that would go, and the indicators that would move."""
    for cell in preview.changed[:SHOWN]:
        where = " ".join(part for part in (cell.file, cell.sheet, str(cell.row)) if part)
        header = catalogue.sources[source].columns[cell.column].headers[0]
        out.print(f"{where}  {cell.key}  {header}  {_value(cell.old)} → {_value(cell.new)}")
    for row in preview.gone[:SHOWN]:
        where = " ".join(part for part in (row["file"], row["sheet"], str(row["row"])) if part)
        out.print(f"{row['key']}  {say('up-removed', lang)}  {where}")
    if preview.moves:
        out.print(say("up-moves", lang))
    for move in preview.moves:
        out.print(move_line(move, catalogue, lang))


def _value(value: object) -> str:
    return "—" if value is None else str(value)


def move_line(move: Move, catalogue: Catalogue, lang: str) -> str:
    """One indicator: from what to what, and the statuses where they differ."""
    pairs = ((move.before, move.after), (move.after, move.before))
    sides = [_side(result, other, catalogue, move.indicator, lang) for result, other in pairs]
    return f"{catalogue.indicators[move.indicator].name.get(lang)}  {year(move.year, lang)}  {sides[0]} → {sides[1]}"


def _side(result: Result | None, other: Result | None, catalogue: Catalogue, key: str, lang: str) -> str:
    if result is None:
        return say("status-none", lang)
    status = say(f"status-{result.status.value}", lang)
    value = "—"
    if result.value and result.value.value is not None:
        beside = [other.value.value] if other and other.value and other.value.value is not None else []
        value = amount(catalogue, key, result.value.value, lang, digits=places_of(catalogue, result, beside))
    return say("move-side", lang, value=value, status=status)


def move_json(move: Move) -> dict[str, object]:
    def side(result: Result | None) -> dict[str, object] | None:
        if result is None:
            return None
        value = result.value
        period = [value.period.start.isoformat(), value.period.end.isoformat()] if value else None
        return {
            "value": value.value if value else None,
            "n": value.n if value else None,
            "period": period,
            "status": result.status.value,
        }

    return {"indicator": move.indicator, "year": move.year, "before": side(move.before), "after": side(move.after)}
