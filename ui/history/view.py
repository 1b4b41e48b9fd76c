"""The History page as data: the loads, one of them opened, two versions compared, closed months and restatements."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import PurePath

import streamlit as st

from kpi.dates.periods import Period
from kpi.errors import KpiError
from lang import day, number, period, say
from lang.problem import mistake
from ui.history import actions
from ui.history.contract import (
    Closing,
    CompareSide,
    CompareVersions,
    HistoryHead,
    HistoryLoads,
    LoadedFile,
    LoadMoves,
    LoadRows,
    LoadsAnswer,
    Mistakes,
    NoLoad,
    OneLoad,
    Restated,
)
from ui.shared import cached, differences, freshness, source_rows
from ui.shared import download as files
from ui.shared.contract import Made
from ui.shared.load_rows import edition, list_words, load_row, month_words, source_name, state
from ui.shared.messages import number_of
from ui.shell import address, controls
from ui.shell.page_context import Frame
from warehouse import LoadRecord, Version
from warehouse.commit.closing import Edition
from warehouse.reads.load_records import FileRecord

SIZE = 40
MONTHS = 36  # that can be closed
FEW_MISTAKES = 20


def head(page: Frame) -> HistoryHead:
    lang = page.lang
    opened = _opened(page)
    title = say("his-load", lang, load=str(opened)) if opened else say("ui-page-history", lang)
    return {
        "part": "head", "stamp": str(page.version),
        "head": controls.head(title, say("his-sub", lang), [], lang, [say("ui-page-history", lang)] if opened else None),
        "tabs": [{"id": name, "name": say(f"his-tab-{name}", lang), "on": name == actions.tab()} for name in actions.TABS],
        "tabsLabel": say("ui-page-history", lang), "back": say("his-back", lang) if opened else "",
        "said": _said(page), "ribbon": freshness.demo_words(cached.catalogue(), cached.book(page.version), lang),
        "mistakes": _mistakes(lang),
    }  # fmt: skip


def _mistakes(lang: str) -> Mistakes | None:
    """What is wrong with metrics.yml, line by line, as the command says it."""
    found = cached.mistakes()
    if not found:
        return None
    lines = [mistake(problem, lang) for problem in found[:FEW_MISTAKES]]
    return {"title": say("his-mistakes", lang, count=len(found)), "lines": lines}


def _opened(page: Frame) -> int | None:
    return address.numbered("load", page.version) if actions.tab() == "loads" else None


def _load(page: Frame) -> LoadRecord | None:
    opened = _opened(page)
    return cached.load(page.version, opened) if opened is not None else None


def _said(page: Frame) -> LoadsAnswer | None:
    said = actions.said()
    if said is None and actions.tab() == "loads" and address.replaced("load", page.version):
        said = actions.ChangeResult(False, say("number-replaced", page.lang))
    return {"good": said.good, "text": said.text, "loads": list(said.loads)} if said else None


# -- the loads -------------------------------------------------------------------------------------------------------


def loads(page: Frame) -> HistoryLoads:
    """All loads, newest first, those of a source or with a text in file, person or message."""
    lang, today = page.lang, cached.today()
    chosen, text = st.query_params.get("source", ""), st.query_params.get("find", "").strip()
    every = cached.loads(page.version, cached.ALL_LOADS)
    found = [load for load in every if (not chosen or load.source == chosen) and _has(load, text.casefold())]
    first = number_of(st.query_params.get("from", "")) or 0
    first = first if first < len(found) else 0
    order = {key: place for place, key in enumerate(cached.catalogue().sources)}  # one that has gone stands last
    sources = sorted({load.source for load in every}, key=lambda key: (order.get(key, len(order)), key))
    options = [controls.option("", say("his-all-sources", lang))]
    options += [controls.option(key, source_name(key, lang)) for key in sources]
    return {
        "part": "loads", "stamp": f"{page.version}-{chosen}-{text}-{first}",
        "source": controls.select("source", say("up-source", lang), chosen, options),
        "find": {"value": text, "label": say("his-find", lang)},
        "rows": [load_row(load, today, lang) for load in found[first : first + SIZE]],
        "from": first, "size": SIZE, "total": len(found),
        "said": say("his-count", lang, count=len(found)), "before": say("rows-before", lang), "after": say("rows-after", lang),
        "none": say("his-none", lang) if every else say("up-history-none", lang), "words": list_words(lang),
    }  # fmt: skip


def _has(load: LoadRecord, text: str) -> bool:
    if not text:
        return True
    seen = (load.actor, load.message, f"#{load.load}", *(f.name for f in load.files), *(f.sha256 for f in load.files))
    return any(text in one.casefold() for one in seen)


# -- one load --------------------------------------------------------------------------------------------------------


def one(page: Frame) -> OneLoad | NoLoad:
    """What a load was: who, when, why, its files, and what can be done with it."""
    lang, load = page.lang, _load(page)
    if load is None:
        return {"part": "one", "stamp": str(page.version), "none": say("unknown-load", lang, found=str(_opened(page)))}
    facts = [
        ("when", freshness.moment(load.at, cached.today(), lang)), ("who-did", load.actor),
        ("source", source_name(load.source, lang)), ("note", load.message),
        ("rows", say("his-rows", lang, added=number(load.added), changed=number(load.changed),
                     removed=number(load.removed), unchanged=number(load.unchanged))),
        ("state", state(load, lang) or (say("his-demo", lang) if load.demo else say("his-in-force", lang))),
        ("version", say("his-version", lang, version=number(load.version)) if load.version else ""),
    ]  # fmt: skip
    later = _later(page.version, load)
    return {
        "part": "one", "stamp": f"{page.version}-{load.load}", "load": load.load,
        "facts": [{"label": say(f"his-fact-{key}", lang), "text": text} for key, text in facts if text],
        "of": load.of or 0, "ofText": say("his-of", lang, load=str(load.of)) if load.of else "",
        "files": [_file(file, lang) for file in load.files],
        "act": ("redo" if load.undone else "undo") if _undoable(load) else "",
        "blocked": say("his-blocked", lang) if later else "", "later": later,
        "made": _copy(load, lang),
        "words": {key: say(f"his-{key}", lang) for key in (
            "undo", "redo", "reason", "reason-hint", "sure-undo", "sure-redo", "cancel", "copy", "no-copy", "sha", "files")},
    }  # fmt: skip


def _undoable(load: LoadRecord) -> bool:
    """Can it be undone or redone? One of a source that has gone cannot."""
    return load.kind == "load" and load.version is not None and load.source in cached.catalogue().sources


def _later(version: Version, load: LoadRecord) -> list[int]:
    if not _undoable(load) or not load.added + load.changed + load.removed:
        return []
    return list(cached.blocked_by(version, load.load))


def _file(file: FileRecord, lang: str) -> LoadedFile:
    covers = day(file.as_of, lang) if file.as_of else ""
    if file.start and file.end:
        covers = period(Period(file.start, file.end), lang)
    rows = say("ui-load-rows", lang, rows=number(file.rows), count=file.rows)
    return {
        "name": file.name,
        "about": " · ".join(p for p in (covers, rows) if p),
        "sha": file.sha256,
        "copy": bool(file.copy),
    }


def _copy(load: LoadRecord, lang: str) -> Made | None:
    """The clean copy of a file, in the run that asks for it."""
    asked = actions.to_copy()
    if asked is None or asked >= len(load.files):
        return None
    file = load.files[asked]
    if not file.copy:
        return None
    title = f"{PurePath(file.name).stem}{PurePath(file.copy).suffix}"
    return files.made(title, partial(cached.warehouse().copy, file.copy), lang)


def moved(page: Frame) -> LoadMoves | None:
    """The indicators that the opened load moved."""
    load = _load(page)
    if load is None or load.version is None:
        return None
    found = cached.moves(page.version.of(load.version - 1), page.version.of(load.version))
    return {
        "part": "moves", "stamp": f"m{page.version}-{load.load}", "moves": differences.shown(found, page.lang),
        "title": say("his-moved", page.lang), "none": say("his-moved-none", page.lang),
    }  # fmt: skip


def rows(page: Frame) -> LoadRows | None:
    """The rows that the opened load brought, changed or removed."""
    load = _load(page)
    if load is None or load.version is None or load.source not in cached.catalogue().sources:
        return None
    offset = source_rows.offset_of(st.query_params.get("rows"))
    found = cached.rows_of_load(page.version, load.load, offset)
    if offset and not found.rows:
        offset, found = 0, cached.rows_of_load(page.version, load.load, 0)
    return {
        "part": "rows", "stamp": f"r{page.version}-{load.load}-{offset}", "title": say("his-its-rows", page.lang),
        "rows": source_rows.shown(found, load.source, offset, page.lang, load.load),
    }  # fmt: skip


# -- two versions ----------------------------------------------------------------------------------------------------


def compare(page: Frame) -> CompareVersions:
    """Two versions, indicator by indicator."""
    lang, today = page.lang, cached.today()
    known = [(load, load.version) for load in cached.loads(page.version, cached.ALL_LOADS) if load.version]
    newer = address.numbered("newer", page.version) or page.version.number
    older = address.numbered("older", page.version) or next((stood for _, stood in known if stood < newer), newer)
    labels = {
        stood: say(
            "his-stood", lang, version=number(stood), at=freshness.moment(load.at, today, lang),
            source=source_name(load.source, lang),
        )
        for load, stood in known
    }  # fmt: skip
    for version in (page.version.number, older, newer):
        labels.setdefault(version, say("his-version", lang, version=number(version)))
    options = [controls.option(str(page.version.of(n)), labels[n]) for n in sorted(labels, reverse=True)]
    sides: list[CompareSide] = [
        {"select": controls.select(name, say(f"his-{name}", lang), str(page.version.of(chosen)), options),
         "label": say(f"his-{name}", lang),
         "day": {"kind": "date", "key": f"{name}-day", "value": "", "label": say("his-day", lang), "text": say("his-day", lang)}}
        for name, chosen in (("older", older), ("newer", newer))
    ]  # fmt: skip
    shown: CompareVersions = {
        "part": "compare",
        "stamp": f"c{page.version}-{older}-{newer}",
        "sides": sides,
        "sub": say("his-compare-sub", lang),
    }
    if any(address.replaced(name, page.version) for name in ("older", "newer")):
        return shown | {"trouble": say("store-replaced", lang)}
    first, last = (page.version.of(side) for side in sorted((older, newer)))
    try:
        found = cached.moves(first, last) if older != newer else ()
    except KpiError as error:
        return shown | {"trouble": say(error.key, lang, **error.params)}
    count = say("diff-count", lang, count=len(found), older=number(min(older, newer)), newer=number(max(older, newer)))
    before, after = (say("his-version", lang, version=number(version)) for version in sorted((older, newer)))
    return shown | {"count": count, "moves": differences.shown(found, lang, before, after)}


# -- closed months ---------------------------------------------------------------------------------------------------


def closing(page: Frame) -> Closing:
    """Months to close, months that are closed, and what was restated in them."""
    lang, today = page.lang, cached.today()
    closed = cached.closings(page.version)
    open_months = cached.open_months(page.version)[:MONTHS]
    return {
        "part": "closing", "stamp": f"k{page.version}", "sub": say("his-closing-sub", lang),
        "months": [controls.option(month.isoformat(), month_words(month, lang)) for month in open_months],
        "closed": [
            {"month": month_words(one.month, lang), "name": one.name, "when": freshness.moment(one.at, today, lang), "message": one.message}
            for one in closed
        ],
        "restated": [_restated(key, found, lang) for key, found in cached.restated(page.version)],
        "words": {key: say(f"his-{key}", lang) for key in (
            "month", "name", "close-note", "close", "closed", "closed-none", "restated", "restated-none", "when", "indicator",
            "editions", "close-all")},
    }  # fmt: skip


def _restated(indicator: str, found: list[tuple[date, list[Edition]]], lang: str) -> Restated:
    return {
        "id": indicator, "name": cached.catalogue().indicators[indicator].name.get(lang),
        "months": [{"month": month_words(month, lang), "editions": [edition(indicator, e, lang) for e in es]} for month, es in found],
    }  # fmt: skip
