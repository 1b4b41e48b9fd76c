"""The Self-assessment page as data: the form with the state of each row, and its files."""

from __future__ import annotations

from datetime import date
from functools import partial

import streamlit as st

from kpi.form.saved_records import Edition
from lang import day, say, sentence, year
from present.form.edition import thaw
from present.form.filled import FilledLine, Form, Printed, Row, State, mark_words, placed, shared_cells
from publish.form.files import WRITERS, print_form
from ui.assessment import actions, cached_form
from ui.assessment.contract import AssessmentHead, FormTable, Progress, RowAlone, TextLine
from ui.shared import cached, freshness
from ui.shared import download as files
from ui.shared.contract import Control, Made, Named
from ui.shared.file_names import FORBIDDEN
from ui.shell import controls, page_context
from ui.shell.page_context import Filled, Frame
from warehouse import settings
from warehouse.permissions import local_actor


def empty(page: Frame) -> AssessmentHead:
    """What the page says while there are no data at all."""
    lang, agency = page.lang, cached.catalogue().settings.agency.get(page.lang)
    return {
        "part": "head",
        "stamp": str(page.version),
        "head": controls.head(say("ui-page-assessment", lang), agency, [], lang),
        "empty": {**page_context.empty(lang), "text": say("form-empty", lang)},
    }


def head(page: Filled, made: Made | None) -> AssessmentHead:
    """Title, year and cut-off, the views, progress, and the files of the form."""
    lang, catalogue = page.lang, cached.catalogue()
    title = say("ui-page-assessment", lang)
    form = current(page)
    sub = say("form-sub", lang, agency=catalogue.settings.agency.get(lang), day=day(form.as_of, lang))
    shown: AssessmentHead = {
        "part": "head", "stamp": str(page.version), "head": controls.head(title, sub, _controls(page), lang),
        "ribbon": freshness.demo_words(catalogue, cached.book(page.version), lang), "said": actions.said(page),
        "tabs": [{"id": name, "name": say(f"form-view-{name}", lang), "on": name == actions.view()} for name in actions.VIEWS],
        "tabsLabel": title, "made": made,
    }  # fmt: skip
    if actions.view() == "form":
        shown |= {
            "progress": progress(form, lang),
            "files": file_buttons(lang),
            "sources": say("form-with-sources", lang),
        }
    return shown


def current(page: Filled) -> Form:
    return cached_form.form(page.version, actions.year_of(page), actions.as_of(page), page.lang)


def _controls(page: Filled) -> list[Control]:
    lang, chosen, as_of = page.lang, actions.year_of(page), actions.as_of(page)
    known = sorted({*cached.years(page.version), chosen, cached.today().year}, reverse=True)
    options = [controls.option(str(one - 1911), year(one, lang, both=lang != "en")) for one in known]
    return [
        controls.select("year", say("ui-year", lang), str(chosen - 1911), options),
        {
            "key": "until", "label": say("form-cut-off", lang), "kind": "date", "value": as_of.isoformat(),
            "min": date(chosen, 1, 1).isoformat(), "max": date(chosen, 12, 31).isoformat(),
            "text": say("form-cut-off-text", lang, day=day(as_of, lang)),
        },
    ]  # fmt: skip


def progress(form: Form, lang: str) -> Progress:
    """How far the form is."""
    total = len(form.rows)
    return {"done": form.done, "total": total, "text": say("form-progress", lang, done=form.done, total=total)}


def file_buttons(lang: str) -> list[Named]:
    return [{"id": ending, "name": say(f"form-file-{ending[1:]}", lang)} for ending in WRITERS]


# -- the form --------------------------------------------------------------------------------------------------------


def table(page: Filled) -> FormTable:
    """The form in its four columns, one row per reference standard with its state."""
    lang, form = page.lang, current(page)
    offices = list(dict.fromkeys(row.office for row in form.rows if row.office))
    return {
        "part": "form", "stamp": f"{page.version}-{form.year}-{form.as_of}",
        "states": [{"id": state, "name": state_word(state, lang)} for state in State],
        "dimensions": [{"id": key, "name": text.get(lang)} for key, text in cached.catalogue().dimensions.items()],
        "rows": [
            {**row_data(row, page), "itemCell": item, "indicatorCell": indicator}
            for row, (item, indicator) in zip(form.rows, shared_cells(form.rows), strict=True)
        ],
        "filter": {"state": st.query_params.get("state", ""), "charge": st.query_params.get("charge", "")},
        "offices": [controls.option("", say("form-charge-all", lang)), *(controls.option(name, name) for name in offices)],
        "words": {key: say(f"form-{key}", lang) for key in ("head-item", "head-indicator", "head-standard", "head-result",
                  "head-state", "states", "any-state", "nothing", "charge", "open-row", "nobody")},
        "query": page.query,
    }  # fmt: skip


def state_word(state: State, lang: str) -> str:
    return say(f"form-state-{state.value}", lang)


def row_data(row: Row, page: Filled) -> RowAlone:
    lang = page.lang
    return {
        "place": actions.place_of(row.code), "dimension": row.dimension, "item": row.item, "indicator": row.indicator,
        "standard": row.standard, "lines": lines_data(row.lines, lang), "state": row.state,
        "word": state_word(row.state, lang), "office": row.office or "",
        "why": sentence(row.why[0], lang, cached.catalogue()) if row.why else "",
        "own": say("form-row-as-of", lang, day=day(row.as_of, lang)) if row.as_of != current(page).as_of else "",
    }  # fmt: skip


def lines_data(lines: tuple[FilledLine, ...], lang: str) -> list[TextLine]:
    """Lines for the browser, with their marks: words as text, figures as [text, kind] (figure, statement or missing)."""
    return [
        {
            "mark": mark_words(one, lang).strip(),
            "level": one.level,
            "pieces": [piece if isinstance(piece, str) else [piece.text, _kind(piece)] for piece in one.line.pieces],
        }
        for one in placed(lines)
    ]


def _kind(printed: Printed) -> str:
    figure = printed.figure
    if figure is not None and figure.missing:
        return "missing"
    return "statement" if figure is not None and (figure.evidence or figure.items) else "figure"


# -- files -----------------------------------------------------------------------------------------------------------


def made(page: Filled, wanted: str | None, edition: Edition | None = None) -> Made | None:
    """The file that was asked for: the form as it reads now, or a signed edition as it read then."""
    if wanted is None or wanted not in WRITERS:
        return None
    form = current(page) if edition is None else frozen(edition, page.lang)
    name = say(
        "form-file-name", page.lang, year=year(form.year, page.lang).replace(" ", ""), day=form.as_of.isoformat()
    )
    name += say("form-file-edition", page.lang, number=edition.number) if edition else ""
    return files.made(
        f"{name}{wanted}".translate(FORBIDDEN),
        partial(_file, page, wanted, form, edition, actions.with_sources()),
        page.lang,
    )


def frozen(edition: Edition, lang: str) -> Form:
    return thaw(cached.warehouse().copy(edition.kept), lang)


def _file(page: Filled, ending: str, form: Form, edition: Edition | None, sources: bool) -> bytes:
    desk = cached_form.desk(page.version, form.year, form.as_of)
    behind = cached_form.files_behind(page.version) if sources else None
    document = print_form(desk, form, local_actor().name, settings.now(), edition=edition, files=behind)
    return WRITERS[ending](document)
