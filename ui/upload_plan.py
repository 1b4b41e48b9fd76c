"""What a check found and what a load did, in words."""

from __future__ import annotations

from datetime import date

from etl.intake import FileReport
from etl.problem import words
from etl.refusal import roc_month
from kpi.errors import Problem
from lang import amount, day, list_of, number, period, say, year
from ui import data
from ui.upload_check import MOST, Done, Outcome
from warehouse.loading import Counts

PAGE_WORDS = {"as-of-needed", "period-needed", "period-from-rows"}  # said without the switches of the command line


def plan(outcome: Outcome, lang: str) -> dict:
    total = outcome.total
    return {
        "refused": outcome.refused,
        "verdict": _verdict(outcome, lang),
        "demo": say("up-demo-goes", lang) if outcome.demo and not outcome.refused else "",
        "files": [_file(report, outcome, lang) for report in outcome.files],
        "total": [number(n) for n in (total.added, total.changed, total.removed, total.unchanged)],
        "problems": [_problem(problem, outcome, lang) for problem in outcome.problems],
        "guesses": _guesses(outcome, lang),
        "moves": _indicators(outcome, lang),
        "cells": _cells(outcome, lang),
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


def _file(report: FileReport, outcome: Outcome, lang: str) -> dict:
    item = data.catalogue().sources[outcome.source]
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
        "absent": say("up-absent", lang, names=list_of(absent, lang, most=12)) if report.columns and absent else "",
    }  # fmt: skip


def _guesses(outcome: Outcome, lang: str) -> list[dict]:
    """The headers that wait for an answer."""
    columns = data.catalogue().sources[outcome.source].columns
    asked = {guess.header: guess for report in outcome.files for guess in report.guesses}
    return [
        {
            "header": guess.header, "column": guess.column,
            "text": say("up-guess", lang, header=guess.header, column=columns[guess.column].headers[0]),
        }
        for guess in asked.values()
    ]  # fmt: skip


def _indicators(outcome: Outcome, lang: str) -> list[dict]:
    """The indicators that would move, from what to what; where a status flips, first."""
    if outcome.preview is None:
        return []
    catalogue = data.catalogue()

    def side(result) -> dict:
        if result is None:
            return {"value": "—", "period": "", "status": "no_data", "word": say("status-no_data", lang)}
        value = result.value
        known = value is not None and value.value is not None
        return {
            "value": amount(catalogue, result.indicator, value.value, lang, qualifier=value.qualifier) if known else "—",
            "period": period(value.period, lang) if value else "",
            "status": result.status.value, "word": say(f"status-{result.status.value}", lang),
        }  # fmt: skip

    return [
        {
            "name": catalogue.indicators[move.indicator].name.get(lang), "year": year(move.year, lang), "flipped": move.flipped,
            "before": side(move.before), "after": side(move.after),
        }
        for move in outcome.preview.moves[:60]
    ]  # fmt: skip


def _cells(outcome: Outcome, lang: str) -> list[dict]:
    """Old and new values side by side, and the rows that would go."""
    if outcome.preview is None:
        return []
    columns = data.catalogue().sources[outcome.source].columns

    def text(value: object) -> str:
        return "—" if value is None else day(value, lang) if isinstance(value, date) else str(value)

    changed = [
        {
            "key": cell.key, "column": columns[cell.column].headers[0], "old": text(cell.old), "new": text(cell.new),
            "where": say("up-row", lang, row=str(cell.row)),
        }
        for cell in outcome.preview.changed[:100]
    ]  # fmt: skip
    gone = [
        {
            "key": row["key"],
            "column": "",
            "old": row["file"] or "",
            "new": say("up-gone", lang),
            "where": say("up-row", lang, row=str(row["row"])),
        }
        for row in outcome.preview.gone
    ]
    return changed + gone


def _closed(outcome: Outcome, lang: str) -> str:
    if outcome.preview is None or not outcome.preview.closed:
        return ""
    return say("up-closed", lang, months=list_of([roc_month(month) for month in outcome.preview.closed], lang))


def _problem(problem: Problem, outcome: Outcome, lang: str) -> dict:
    text, wanted = words(problem, lang)
    if problem.key in PAGE_WORDS:
        spans = [report.period for report in outcome.files if report.file == problem.file and report.period]
        params = {"period": period(spans[0], lang)} if spans and problem.key == "period-from-rows" else {}
        text = say(f"up-{problem.key}", lang, **params)
    return {
        "severity": problem.severity, "word": say(f"up-severity-{problem.severity}", lang), "file": problem.file or "",
        "sheet": problem.sheet or "", "cell": problem.cell or "", "column": problem.column or "",
        "found": (problem.found or "") if problem.cell else "", "text": text, "expected": "" if problem.severity == "note" else wanted,
    }  # fmt: skip


def said(done: Done, lang: str) -> dict:
    if done.trouble:
        return {"good": False, "title": say("up-not-loaded", lang), "text": done.trouble}
    total = done.total
    name = data.catalogue().sources[done.source].name.get(lang)
    version = str(done.version)
    if done.load is None:
        return {
            "good": True,
            "title": say("up-done-same", lang),
            "text": say("up-done-same-text", lang, version=version),
        }
    text = say("up-done-text", lang, version=version, what=_moves(total, lang))
    text += say("up-done-demo", lang, source=name) if done.demo else ""
    return {
        "good": True,
        "title": say(f"up-done-{done.kind}" if done.kind != "load" else "up-done", lang, source=name),
        "text": text,
    }
