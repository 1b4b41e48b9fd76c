"""What a check found and what a load did, in words."""

from __future__ import annotations

from datetime import date
from urllib.parse import urlencode

from etl.checks.doubtful_characters import KEYS as DOUBTS
from etl.intake import FileReport
from etl.refusal_words import roc_month
from etl.verdict import ASKS, files_are_right
from kpi.errors import Problem
from kpi.spelling import shown
from lang import day, list_of, month_name, number, period, say, year
from lang.problem import words
from ui.shared import cached, differences, source_rows
from ui.shared.contract import MonthLink
from ui.shared.refusal_words import behind
from ui.shell.reader_choice import Choice
from ui.upload.check import MOST, Done, Outcome
from ui.upload.contract import (
    CheckedFile,
    PlannedCells,
    UploadAnswer,
    UploadDone,
    UploadPlan,
    UploadProblem,
    UploadQuestion,
)
from warehouse.commit.loading import MOST_CELLS, Counts

PAGE_WORDS = {
    "as-of-needed",
    "period-needed",
    "period-from-rows",
    "period-not-over",
}  # said without the switches of the command line


def plan(outcome: Outcome, source: str, lang: str) -> UploadPlan:
    """``source``: that of the outcome."""
    total = outcome.total
    return {
        "refused": outcome.refused,
        "verdict": _verdict(outcome, lang),
        "demo": say("up-demo-goes", lang) if outcome.demo and not outcome.refused else "",
        "files": [_file(report, outcome, source, lang) for report in outcome.files],
        "total": [number(n) for n in (total.added, total.changed, total.removed, total.unchanged)],
        "problems": [_problem(problem, outcome, lang) for problem in outcome.problems],
        "questions": _questions(outcome, source, lang),
        "moves": differences.shown(outcome.preview.moves if outcome.preview else (), lang),
        **_cells(outcome, source, lang),
        "kinds": {
            "error": outcome.errors,
            "warning": outcome.warnings,
            "note": outcome.count - outcome.errors - outcome.warnings,
        },
        "closed": _closed(outcome, lang),
        "markable": [
            file.file
            for file in outcome.files
            if file.columns and any(p.file == file.file and p.cell for p in outcome.problems)
        ],
        "more": say("up-more", lang, count=outcome.count - MOST) if outcome.count > MOST else "",
    }


def _verdict(outcome: Outcome, lang: str) -> str:
    total = outcome.total
    if outcome.trouble:
        return outcome.trouble
    if outcome.refused and outcome.others:
        return say("up-other", lang)
    wrong = {problem.key for problem in outcome.problems if problem.severity == "error"}
    if outcome.refused and wrong <= ASKS:
        return say("up-asks", lang)
    if outcome.refused and files_are_right(outcome.problems):
        return say("up-choose", lang)
    if outcome.refused:
        return say("up-refused", lang, count=outcome.errors)
    if not (total.added or total.changed or total.removed):
        return say("up-same", lang)
    text = say("up-ready", lang, what=_moves(total, lang))
    return f"{text}{say('up-mind', lang, count=outcome.warnings)}" if outcome.warnings else text


def _moves(total: Counts, lang: str) -> str:
    """New, changed, removed and unchanged rows, those that there are."""
    counts = {field: getattr(total, field) for field in ("added", "changed", "removed", "unchanged")}
    return list_of([say(f"up-count-{field}", lang, n=number(n)) for field, n in counts.items() if n], lang)


def _file(report: FileReport, outcome: Outcome, source: str, lang: str) -> CheckedFile:
    item = cached.catalogue().sources[source]
    counts = report.counts
    numbers = [number(n) for n in (counts.added, counts.changed, counts.removed, counts.unchanged)]
    covers = period(report.period, lang) if report.period else day(report.as_of, lang) if report.as_of else "—"
    absent = [spec.headers[0] for name, spec in item.columns.items() if name not in report.columns]
    return {
        "file": report.file, "sheet": report.sheet, "rows": number(report.rows_read), "period": covers,
        "counts": ["—"] * 4 if outcome.refused else numbers,
        "understood": say("up-understood", lang, count=len(report.columns)) if report.columns else "",
        "columns": [
            {
                "ours": item.columns[name].headers[0], "theirs": header,
                "about": item.columns[name].about.get(lang), "same": header == item.columns[name].headers[0],
            }
            for name, header in report.columns.items()
        ],
        "absent": say("up-absent", lang, names=list_of(absent, lang, 12, "headers")) if report.columns and absent else "",
    }  # fmt: skip


def _questions(outcome: Outcome, source: str, lang: str) -> list[UploadQuestion]:
    """What waits for an answer: headers that nearly fit, and characters that may be others."""
    columns = cached.catalogue().sources[source].columns
    asked = {guess.header: guess for report in outcome.files for guess in report.guesses}
    found: list[UploadQuestion] = [
        {
            "text": say("up-guess", lang, header=shown(guess.header), column=columns[guess.column].headers[0]),
            "answers": [
                answer("answer", guess.header, say("up-yes", lang), f"yes-{guess.column}", column=guess.column),
                {**answer("answer", guess.header, say("up-no-leave", lang), f"no-{guess.column}", column=""), "no": True},
            ],
        }
        for guess in asked.values()
    ]  # fmt: skip
    over = next((problem for problem in outcome.problems if problem.key == "period-not-over"), None)
    if over is not None:
        days = {name: day(value, lang) for name, value in over.params.items()}
        yes = answer("so-far", "", say("up-so-far", lang, **days), "yes-so-far")
        found.append({"text": say("up-period-not-over", lang, **days), "answers": [yes]})
    if any(problem.key in DOUBTS and problem.severity == "error" for problem in outcome.problems):
        yes = answer("characters", "", say("up-characters-yes", lang), "yes-characters")
        found.append({"text": say("up-characters", lang), "answers": [yes]})
    return found


def answer(key: str, value: str, text: str, focus: str, **more: str | list[str]) -> UploadAnswer:
    """A button that answers a question: what it tells, what stands on it, and its name for the focus."""
    return {"key": key, "value": value, "text": text, "focus": focus, "more": more}


def _cells(outcome: Outcome, source: str, lang: str) -> PlannedCells:
    """Old and new values side by side, and the rows that would go; of long lists the beginning, and how much is left out."""
    found: PlannedCells = {"cells": [], "gone": [], "cellsMore": "", "goneMore": ""}
    if outcome.preview is None:
        return found
    columns = cached.catalogue().sources[source].columns

    def place(file: str, sheet: str | None, row: object) -> str:
        several = file if len(outcome.files) > 1 else ""
        return " · ".join(part for part in (several, sheet, say("up-row", lang, row=str(row))) if part)

    for cell in outcome.preview.changed:
        old, new = (source_rows.cell(value, lang) or "—" for value in (cell.old, cell.new))
        where = place(cell.file, cell.sheet, cell.row)
        column = columns[cell.column].headers[0]
        found["cells"].append({"key": cell.key, "column": column, "old": old, "new": new, "where": where})
    for row in outcome.preview.gone:
        where = " · ".join(part for part in (row["sheet"], say("up-row", lang, row=str(row["row"]))) if part)
        found["gone"].append({"key": row["key"], "file": row["file"] or "—", "where": where})
    if len(outcome.preview.changed) >= MOST_CELLS:
        found["cellsMore"] = say("up-first", lang, count=MOST_CELLS)
    if (left := outcome.total.removed - len(found["gone"])) > 0:
        found["goneMore"] = say("up-gone-more", lang, count=left)
    return found


def _closed(outcome: Outcome, lang: str) -> str:
    if outcome.preview is None or not outcome.preview.closed:
        return ""
    return say(
        "up-closed", lang, months=list_of([roc_month(month) for month in outcome.preview.closed], lang, of="months")
    )


def _problem(problem: Problem, outcome: Outcome, lang: str) -> UploadProblem:
    text, wanted = words(problem, lang)
    if problem.key in PAGE_WORDS:
        spans = [report.period for report in outcome.files if report.file == problem.file and report.period]
        params = {name: day(value, lang) for name, value in problem.params.items() if isinstance(value, date)}
        params |= {"period": period(spans[0], lang)} if spans and problem.key == "period-from-rows" else {}
        text = say(f"up-{problem.key}", lang, **params)
    if problem.key in DOUBTS:
        wanted = say("up-characters-wanted", lang)
    return {
        "severity": problem.severity, "word": say(f"up-severity-{problem.severity}", lang), "file": problem.file or "",
        "sheet": problem.sheet or "", "cell": problem.cell or "", "column": problem.column or "",
        "found": (problem.found or "") if problem.cell else "", "text": text, "expected": "" if problem.severity == "note" else wanted,
    }  # fmt: skip


def said(done: Done, lang: str) -> UploadDone:
    if done.trouble:
        return {"good": False, "title": say("up-not-loaded", lang), "text": done.trouble}
    total = done.total
    name = cached.catalogue().sources[done.source].name.get(lang)
    version = str(done.version)
    if done.load is None:
        return {
            "good": True,
            "title": say("up-done-same", lang),
            "text": say("up-done-same-text", lang, version=version) + behind(done.unnoted, lang),
        }
    text = say("up-done-text", lang, version=version, what=_moves(total, lang))
    text += say("up-done-demo", lang, source=name) if done.demo else ""
    text += behind(done.unnoted, lang)
    return {
        "good": True,
        "title": say("up-done", lang, source=name),
        "text": text,
        "load": done.load,
        "see": to_month(done.newest, lang),
    }


def to_month(month: date | None, lang: str) -> MonthLink | None:
    """The link to a month of the Overview."""
    if month is None:
        return None
    params = Choice(year=month.year, part=str(month.month)).params()
    text = say(
        "up-see-month",
        lang,
        month=say("ui-months-when", lang, year=year(month, lang), month=month_name(month.month, lang)),
    )
    return {"text": text, "href": f"overview?{urlencode(params)}", "to": {"page": "overview", **params}}
