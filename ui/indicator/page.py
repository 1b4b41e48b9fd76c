"""Indicator (指標): one indicator with its value, what to ask, its chart, its parts, and where the figures came from."""

from __future__ import annotations

import streamlit as st

from lang import say
from ui import parts
from ui.indicator import entries, entries_actions, provenance, view
from ui.plot import funnel, laney, year
from ui.plot import process as process_plot
from ui.plot.palette import palette
from ui.shared import cached, freshness
from ui.shell import controls, navigation, page_context

FIGURES = {"process": process_plot, "laney": laney, "funnel": funnel}


def draw() -> None:
    """Draw the page for who asks."""
    page = page_context.begin("indicator")
    lang, version, catalogue = page.lang, page.version, cached.catalogue()

    if page.newest is None:
        head = controls.head(say("ui-page-indicator", lang), catalogue.settings.agency.get(lang), [], lang)
        parts.draw(
            "indicator",
            "indicator",
            {"head": head, "empty": page_context.empty(lang), "stamp": version},
            page_context.on_message,
        )
        st.stop()

    period, office, book = page.period, page.choice.office, cached.book(version)
    asked = st.query_params.get("indicator")
    indicator = asked if asked in catalogue.indicators else view.suggested(version, period, office)
    process = cached.process(version, indicator, period.end, office)
    barred = view.barred(catalogue, indicator, process, office)
    tabs = view.tabs(catalogue, indicator, st.query_params.get("view", ""), lang, barred)
    model = view.limits(tabs["chosen"], version, indicator, period, office, lang)
    if tabs["chosen"] in FIGURES and model is None:  # too little for that view
        tabs = view.tabs(catalogue, indicator, "", lang, barred | {tabs["chosen"]})
    years = view.years_shown(tabs["chosen"])

    fields = [
        view.chooser(catalogue, indicator, lang),
        *controls.period_controls(page.choice, period, cached.years(version), page.newest, page.last, lang),
        controls.office_control(book, period, office, lang),
    ]
    title, about = catalogue.indicators[indicator].name.get(lang), view.definition(catalogue, indicator, lang)
    navigation.entitle(title, lang)
    head = controls.head(
        title, about, fields, lang, view.crumbs(catalogue, indicator, lang), view.scope(period, office, lang)
    )
    ribbon = freshness.demo_words(catalogue, book, lang) if view.is_demo(version, indicator) else ""
    card = view.card(version, indicator, period, office, lang)
    query = {**page.query, "indicator": indicator}
    shown = {"head": head, "ribbon": ribbon, "stamp": version, "query": query, **card}
    year.known()
    parts.draw("indicator", "indicator", shown, page_context.on_message)

    if tabs["chosen"] in FIGURES:
        with st.container(key="chart", border=True):
            parts.draw(
                "tabs", "tabs", {**tabs, "title": model.subtitle, "summary": model.summary}, page_context.on_message
            )
            fig = FIGURES[tabs["chosen"]].figure(model, palette())
            st.plotly_chart(fig, theme=None, config=year.CONFIG, key="figure")
            parts.draw(
                "chart_notes", "note", view.note(model.note, getattr(model, "remarks", ())), page_context.on_message
            )
    elif view.has_chart(version, indicator, period, office):
        model = cached.chart(version, indicator, period.end, lang, office, tabs["chosen"] == "running", years)
        with st.container(key="chart", border=True):
            parts.draw(
                "tabs", "tabs", {**tabs, "title": model.subtitle, "summary": model.summary}, page_context.on_message
            )
            if tabs["chosen"] == "table":
                parts.draw("month_table", "table", view.table(version, indicator, period, office, lang, years))
            else:
                fig = year.figure(model, palette(), say("ui-unfinished", lang))
                st.plotly_chart(fig, theme=None, config=year.CONFIG, key="figure")
            if model.note or model.remarks:
                parts.draw("chart_notes", "note", view.note(model.note, model.remarks), page_context.on_message)

    parts.draw(
        "provenance", "behind", provenance.behind(version, indicator, period, office, lang), page_context.on_message
    )
    shown = entries.shown(version, indicator, period, office, lang)
    parts.draw("entries", "entries", shown, entries_actions.on_message)
    rows = provenance.rows(version, indicator, period, office, lang, st.query_params.get("rows"))
    if rows is not None:
        parts.draw("source_rows", "rows", rows, page_context.on_message)
