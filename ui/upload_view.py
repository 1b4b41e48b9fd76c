"""The Upload page as data: sources, options, what a check found, what a load did, and the loads so far. In words."""

from __future__ import annotations

from datetime import date

import streamlit as st

from etl.intake import FileReport
from etl.report import words
from etl.template import template
from kpi.catalogue import Source
from kpi.errors import Problem
from lang import day, list_of, number, period, say
from ui import controls, data, freshness
from ui import upload_flow as flow
from ui.frame import Frame
from warehouse.access import local_actor
from warehouse.loading import Counts

GROUPS = {
    "exports": ("cases", "snapshot"),
    "by-hand": ("figures", "evidence"),
    "lists": ("reference",),
}
PAGE_WORDS = {"as-of-needed", "period-needed", "period-from-rows"}  # said without the switches of the command line
HISTORY = 30
HIDE = '<style>[data-testid="stLayoutWrapper"]:has(> .st-key-up-hidden) { display: none; }</style>'
"""The framework's uploader speaks English only; the component hands it the files."""
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def head(page: Frame) -> dict:
    """Title, the two ways in, and, for files, the sources to choose from."""
    lang, tab = page.lang, flow.tab()
    catalogue = data.catalogue()
    sources = [
        {
            "name": say(f"up-group-{group}", lang),
            "sources": [
                {"id": key, "name": item.name.get(lang), "about": item.about.get(lang)}
                for key, item in catalogue.sources.items()
                if item.kind in kinds
            ],
        }
        for group, kinds in GROUPS.items()
    ]
    return {
        "part": "head",
        "stamp": page.version,
        "head": controls.head(say("ui-page-upload", lang), say("up-sub", lang), [], lang),
        "ribbon": freshness.demo_words(catalogue, data.book(page.version), lang),
        "tabs": [{"id": name, "name": say(f"up-tab-{name}", lang), "on": name == tab} for name in flow.TABS],
        "tabsLabel": say("up-tabs", lang),
        "title": say("up-step-1", lang),
        "groups": sources if tab == "files" else [],
        "source": flow.source(),
    }


def template_label(lang: str) -> str:
    return say("up-template", lang, source=data.catalogue().sources[flow.source()].name.get(lang))


def template_name(lang: str) -> str:
    return f"{data.catalogue().sources[flow.source()].name.get(lang)}.xlsx"


def template_bytes(name: str, lang: str) -> bytes:
    """The template of a source, with the offices and service items there are."""
    warehouse = data.warehouse()
    offices = [office.name for office in warehouse.offices()]
    services = list(dict.fromkeys(row["item"] for row in warehouse.services()))
    return template(data.catalogue(), name, lang, offices, services)


def body(page: Frame, files: list, outcome: flow.Outcome | None, done: flow.Done | None) -> dict:
    """Files and options, what would happen, and the button that loads."""
    lang, item = page.lang, data.catalogue().sources[flow.source()]
    limit = int(st.get_option("server.maxUploadSize"))
    return {
        "part": "body",
        "stamp": "-".join(str(n) for n in (flow.generation(), len(files), page.version, done.at if done else "")),
        "generation": flow.generation(),
        "files": [{"name": file.name, "size": _size(file.size)} for file in files],
        "limit": limit * 1024 * 1024,
        "options": _options(item, outcome, lang),
        "plan": _plan(outcome, lang) if outcome else None,
        "done": _done(done, lang) if done else None,
        "words": _words(lang, limit),
    }


def _words(lang: str, limit: int) -> dict:
    keys = (
        "drop", "add-more", "clear", "sending", "failed", "step-2", "step-3", "waiting", "message", "message-hint", "load",
        "loading", "file", "sheet", "rows", "period", "added", "changed", "removed", "unchanged", "total", "columns",
        "column-ours", "column-theirs", "problems", "where", "column", "found", "problem", "expected",
    )  # fmt: skip
    found = {key: say(f"up-{key}", lang) for key in keys}
    found["who"] = say("up-who", lang, who=local_actor().name)
    return found | {"kinds": say("up-kinds", lang, limit=limit), "large": say("up-too-large", lang, limit=limit)}


def _size(size: int) -> str:
    return f"{number(-(-size // 1024))} KB" if size < 1024 * 1024 else f"{number(size / 1024 / 1024, 1)} MB"


def _options(item: Source, outcome: flow.Outcome | None, lang: str) -> list[dict]:
    """The period or the day that the files cover, and whether rows that they lack are removed."""
    said = flow.options()
    reports = outcome.files if outcome else ()
    spans = {report.period for report in reports if report.period}
    days = {report.as_of for report in reports if report.as_of}

    def text(name: str, understood: set[date]) -> dict:
        hint = day(understood.pop(), lang) if len(understood) == 1 else say(f"up-option-{name}-hint", lang)
        return {"name": name, "label": say(f"up-option-{name}", lang), "value": said.get(name, ""), "hint": hint}

    found = []
    if item.kind == "cases":
        found += [text("from", {span.start for span in spans}), text("to", {span.end for span in spans})]
    if item.kind == "snapshot":
        found.append(text("as_of", days))
    if item.kind in ("cases", "snapshot", "reference"):
        kind = "period" if item.kind == "cases" or item.date else "day" if item.kind == "snapshot" else "list"
        choices = [
            controls.option("add", say("up-load-add", lang)),
            controls.option("replace", say(f"up-load-replace-{kind}", lang)),
        ]
        chosen = "replace" if flow.replaces() else "add"
        found.append({"name": "load", "label": say("up-option-load", lang), "value": chosen, "choices": choices})
    return found


def _plan(outcome: flow.Outcome, lang: str) -> dict:
    total = outcome.total
    return {
        "refused": outcome.refused,
        "verdict": _verdict(outcome, lang),
        "demo": say("up-demo-goes", lang) if outcome.demo and not outcome.refused else "",
        "files": [_file(report, outcome.refused, lang) for report in outcome.files],
        "total": [number(n) for n in (total.added, total.changed, total.removed, total.unchanged)],
        "problems": [_problem(problem, outcome, lang) for problem in outcome.problems],
        "more": say("up-more", lang, count=outcome.count - flow.MOST) if outcome.count > flow.MOST else "",
    }


def _verdict(outcome: flow.Outcome, lang: str) -> str:
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


def _file(report: FileReport, refused: bool, lang: str) -> dict:
    item = data.catalogue().sources[flow.source()]
    counts = report.counts
    numbers = [number(n) for n in (counts.added, counts.changed, counts.removed, counts.unchanged)]
    covers = period(report.period, lang) if report.period else day(report.as_of, lang) if report.as_of else "—"
    absent = [spec.headers[0] for name, spec in item.columns.items() if name not in report.columns]
    return {
        "file": report.file, "sheet": report.sheet, "rows": number(report.rows_read), "period": covers,
        "counts": ["—"] * 4 if refused else numbers,
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


def _problem(problem: Problem, outcome: flow.Outcome, lang: str) -> dict:
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


def _done(done: flow.Done, lang: str) -> dict:
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
    return {"good": True, "title": say("up-done", lang, source=name), "text": text}


def history(page: Frame) -> dict:
    """The loads so far, newest first."""
    lang, today = page.lang, data.today()
    keys = ("when", "who-did", "source", "file", "added", "changed", "removed", "note", "history")
    rows = [
        {
            "when": freshness.moment(load.at, today, lang),
            "who": load.actor,
            "source": data.catalogue().sources[load.source].name.get(lang)
            if load.source in data.catalogue().sources
            else load.source,
            "demo": say("up-demo", lang) if load.demo else "",
            "files": list_of([file.name for file in load.files], lang, most=2),
            "counts": [number(load.added), number(load.changed), number(load.removed)],
            "message": load.message,
        }
        for load in data.loads(page.version, HISTORY)
    ]
    return {
        "part": "history", "stamp": page.version, "rows": rows, "none": say("up-history-none", lang),
        "words": {key: say(f"up-{key}", lang) for key in keys},
    }  # fmt: skip
