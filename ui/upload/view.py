"""The Upload page as data: sources, options, what a check found, what a load did, and the loads so far. In words."""

from __future__ import annotations

from datetime import date
from functools import partial

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from etl.commands.template import WRITERS, template
from etl.redacted_copies import problem_ending
from kpi.catalogue import Source
from lang import day, number, say
from ui.shared import cached, freshness
from ui.shared import download as files
from ui.shared.contract import Made
from ui.shared.load_rows import list_words, load_row
from ui.shell import controls
from ui.shell.page_context import Filled, Frame
from ui.upload import actions, check_words, likely_source
from ui.upload.check import Done, Outcome, marked
from ui.upload.contract import SourceGroup, Template, UploadBody, UploadHead, UploadHistory, UploadOption
from warehouse.permissions import local_actor

GROUPS = {
    "exports": ("cases", "snapshot"),
    "by-hand": ("figures", "evidence"),
    "lists": ("reference",),
}
HISTORY = 8


def head(page: Frame) -> UploadHead:
    """Title, the two ways in, and, for files, the sources to choose from."""
    lang, tab, source = page.lang, actions.tab(), actions.source()
    catalogue = cached.catalogue()
    sources: list[SourceGroup] = [
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
        "stamp": str(page.version),
        "head": controls.head(say("ui-page-upload", lang), say("up-sub", lang), [], lang),
        "ribbon": freshness.demo_words(catalogue, cached.book(page.version), lang),
        "first": "" if isinstance(page, Filled) else say("ui-empty-step-1", lang),
        "tabs": [{"id": name, "name": say(f"up-tab-{name}", lang), "on": name == tab} for name in actions.TABS],
        "tabsLabel": say("up-tabs", lang),
        "title": say("up-step-1", lang),
        "groups": sources if tab == "files" else [],
        "source": source or "",
        "open": say("up-source-open", lang) if source is None else "",
        "choose": say("up-source-choose", lang),
        "templates": _templates(source, lang) if source else [],
        "made": _made(source, files.wanted(), lang) if source else None,
    }


def _templates(source: str, lang: str) -> list[Template]:
    """The forms in which there is a template, each with the words of its button."""
    name = cached.catalogue().sources[source].name.get(lang)
    return [{"id": ending, "name": say("up-template", lang, source=name, ending=ending)} for ending in WRITERS]


def _made(source: str, wanted: str | None, lang: str) -> Made | None:
    """The template that was asked for, if any."""
    if wanted is None or wanted not in WRITERS:
        return None
    name = f"{cached.catalogue().sources[source].name.get(lang)}{wanted}"
    return files.made(name, partial(_template, source, wanted, lang), lang)


def _template(name: str, ending: str, lang: str) -> bytes:
    """The template of a source, with the offices and service items there are."""
    warehouse = cached.warehouse()
    offices = [office.name for office in warehouse.offices()]
    services = list(dict.fromkeys(row["item"] for row in warehouse.services()))
    return template(cached.catalogue(), name, lang, offices, services, ending)


def body(page: Frame, uploaded: list[UploadedFile], outcome: Outcome | None, done: Done | None) -> UploadBody:
    """Files and options, what would happen, and the button that loads."""
    lang, source = page.lang, actions.source()
    item = cached.catalogue().sources[source] if source else None
    limit = int(st.get_option("server.maxUploadSize"))
    return {
        "part": "body",
        "stamp": "-".join(str(n) for n in (actions.generation(), len(uploaded), page.version, done.at if done else "")),
        "generation": actions.generation(),
        "result": actions.result(),
        "files": [
            {
                "id": file.file_id,
                "name": file.name,
                "size": _size(file.size),
                "out": say("up-out", lang, file=file.name),
            }
            for file in uploaded
        ],
        "limit": limit * 1024 * 1024,
        "options": _options(item, outcome, lang) if item else [],
        "seems": likely_source.shown(uploaded, outcome, lang) if outcome else None,
        "plan": check_words.plan(outcome, outcome.source, lang) if outcome and outcome.source else None,
        "done": check_words.said(done, lang) if done else None,
        "words": _words(lang, limit)
        | ({"load": say("up-load-into", lang, source=item.name.get(lang))} if item else {}),
        "made": _marked(uploaded, outcome, lang),
    }


def _marked(uploaded: list[UploadedFile], outcome: Outcome | None, lang: str) -> Made | None:
    """The problem workbook, in the run that asks for it."""
    name = actions.to_mark()
    if name is None or name not in {file.name for file in uploaded}:
        return None
    kind = next((report.kind for report in (outcome.files if outcome else ()) if report.file == name), "")
    title = f"{name.rsplit('.', 1)[0]}_{say('mend-sheet', lang)}{problem_ending(kind)}"
    return files.made(title, partial(marked, actions.asked(), uploaded, name, lang), lang)


def _words(lang: str, limit: int) -> dict[str, str]:
    keys = (
        "drop", "add-more", "clear", "sending", "failed", "step-2", "step-3", "waiting", "message", "message-hint", "load",
        "loading", "file", "sheet", "rows", "period", "added", "changed", "removed", "unchanged", "total", "columns",
        "column-ours", "column-theirs", "problems", "where", "column", "found", "problem", "expected",
        "cells", "old", "new", "key", "mark", "all", "reason", "open-load", "find-problem", "gone-rows", "first-shown",
        "cancel",
    )  # fmt: skip
    found = {key: say(f"up-{key}", lang) for key in keys}
    found |= {f"severity-{key}": say(f"up-severity-{key}", lang) for key in ("error", "warning", "note")}
    found["who"] = say("up-who", lang, who=local_actor().name)
    return found | {"kinds": say("up-kinds", lang, limit=limit), "large": say("up-too-large", lang, limit=limit)}


def _size(size: int) -> str:
    return f"{number(-(-size // 1024))} KB" if size < 1024 * 1024 else f"{number(size / 1024 / 1024, 1)} MB"


def _options(item: Source, outcome: Outcome | None, lang: str) -> list[UploadOption]:
    """The period or the day that the files cover, and whether rows that they lack are removed."""
    said = actions.options()
    reports = outcome.files if outcome else ()
    spans = {report.period for report in reports if report.period}
    days = {report.as_of for report in reports if report.as_of}

    def text(name: str, understood: set[date]) -> UploadOption:
        hint = day(understood.pop(), lang) if len(understood) == 1 else say(f"up-option-{name}-hint", lang)
        return {"name": name, "label": say(f"up-option-{name}", lang), "value": said.get(name, ""), "hint": hint}

    found: list[UploadOption] = []
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
        chosen = "replace" if actions.replaces() else "add"
        found.append({"name": "load", "label": say("up-option-load", lang), "value": chosen, "choices": choices})
    return found


def history(page: Frame) -> UploadHistory:
    """The last loads, newest first; each opens in the history."""
    lang, today = page.lang, cached.today()
    return {
        "part": "history", "stamp": str(page.version), "none": say("up-history-none", lang), "title": say("up-history", lang),
        "rows": [load_row(load, today, lang) for load in cached.loads(page.version, HISTORY)],
        "words": list_words(lang),
    }  # fmt: skip
