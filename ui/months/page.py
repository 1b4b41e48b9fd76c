"""By month (各月一覽): each indicator's months of a year, their status or their change against last year."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from lang import say
from ui.months import view
from ui.months.contract import Months, MonthsEmpty
from ui.parts import drawing
from ui.shared import cached, freshness
from ui.shell import controls, page_context
from ui.shell.headings import dimensions, subtitle
from ui.shell.page_context import Filled, Frame
from ui.shell.reader_choice import TO_DATE


def draw() -> None:
    """Draw the page for who asks."""
    page = page_context.begin("months")
    shown = _shown(page) if isinstance(page, Filled) else _empty(page)
    drawing.draw("months", "months", shown, page_context.on_message)


def _empty(page: Frame) -> MonthsEmpty:
    agency = cached.catalogue().settings.agency.get(page.lang)
    return {
        "query": page.query,
        "stamp": str(page.version),
        "head": controls.head(say("ui-page-months", page.lang), agency, [], page.lang),
        "empty": page_context.empty(page.lang),
    }


def _shown(page: Filled) -> Months:
    lang, catalogue, book = page.lang, cached.catalogue(), cached.book(page.version)
    choice = replace(page.choice, part=TO_DATE)
    period, office, dimension = (
        cached.reached(page.version, choice.period(page.newest, page.last)),
        choice.office,
        choice.dimension,
    )
    year, _, until = controls.period_controls(choice, period, cached.years(page.version), page.newest, page.last, lang)
    fields = [
        year,
        until,
        controls.office_control(book, period, office, lang),
        controls.dimension_control(catalogue, dimension, lang),
    ]
    rows = view.rows(page.version, period, office, lang)
    seen = [row for row in rows if dimension in (None, row["dimension"])]
    asked = st.query_params.get("view")
    return {
        "query": page.query,
        "stamp": str(page.version),
        "head": controls.head(say("ui-page-months", lang), subtitle(catalogue, period, office, lang), fields, lang),
        "ribbon": freshness.demo_words(catalogue, book, lang),
        "filter": {"view": asked if asked in view.VIEWS else view.VIEWS[0]},
        "views": [{"id": name, "name": say(f"ui-months-view-{name}", lang)} for name in view.VIEWS],
        "summary": view.summary(seen, lang),
        "months": view.heads(period.end, lang),
        "dimensions": dimensions(lang),
        "rows": seen,
        "legend": view.legend(seen, lang),
        "leftOut": view.left_out(len(rows), office, lang),
        "words": view.words_of(period, lang),
    }
