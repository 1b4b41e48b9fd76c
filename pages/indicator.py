"""Indicator (指標): one indicator with its value, what to ask, its chart, its parts, and where the figures came from."""

from __future__ import annotations

import streamlit as st

from lang import say
from ui import (
    behind_view,
    charts,
    components,
    controls,
    data,
    entries_flow,
    entries_view,
    frame,
    freshness,
    funnel_figure,
    laney_figure,
    navigation,
    process_figure,
)
from ui import indicator_view as view
from ui.palette import palette

FIGURES = {"process": process_figure, "laney": laney_figure, "funnel": funnel_figure}

page = frame.begin("indicator")
lang, version, catalogue = page.lang, page.version, data.catalogue()

if page.newest is None:
    head = controls.head(say("ui-page-indicator", lang), catalogue.settings.agency.get(lang), [], lang)
    components.draw("indicator", "indicator", {"head": head, "empty": frame.empty(lang), "stamp": version}, frame.heard)
    st.stop()

period, office, book = page.period, page.choice.office, data.book(version)
asked = st.query_params.get("indicator")
indicator = asked if asked in catalogue.indicators else view.suggested(version, period, office)
process = data.process(version, indicator, period.end, office)
barred = view.barred(catalogue, indicator, process, office)
tabs = view.tabs(catalogue, indicator, st.query_params.get("view", ""), lang, barred)
model = view.limits(tabs["chosen"], version, indicator, period, office, lang)
if tabs["chosen"] in FIGURES and model is None:  # too little for that view
    tabs = view.tabs(catalogue, indicator, "", lang, barred | {tabs["chosen"]})
years = view.years_shown(tabs["chosen"])

fields = [
    view.chooser(catalogue, indicator, lang),
    *controls.period_controls(page.choice, period, data.years(version), page.newest, page.last, lang),
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
charts.known()
components.draw("indicator", "indicator", shown, frame.heard)

if tabs["chosen"] in FIGURES:
    with st.container(key="chart", border=True):
        components.draw("tabs", "tabs", {**tabs, "title": model.subtitle, "summary": model.summary}, frame.heard)
        fig = FIGURES[tabs["chosen"]].figure(model, palette())
        st.plotly_chart(fig, theme=None, config=charts.CONFIG, key="figure")
        components.draw("note", "note", view.note(model.note, getattr(model, "remarks", ())), frame.heard)
elif view.has_chart(version, indicator, period, office):
    model = data.chart(version, indicator, period.end, lang, office, tabs["chosen"] == "running", years)
    with st.container(key="chart", border=True):
        components.draw("tabs", "tabs", {**tabs, "title": model.subtitle, "summary": model.summary}, frame.heard)
        if tabs["chosen"] == "table":
            components.draw("table", "table", view.table(version, indicator, period, office, lang, years))
        else:
            fig = charts.figure(model, palette(), say("ui-unfinished", lang))
            st.plotly_chart(fig, theme=None, config=charts.CONFIG, key="figure")
        if model.note or model.remarks:
            components.draw("note", "note", view.note(model.note, model.remarks), frame.heard)

components.draw("behind", "behind", behind_view.behind(version, indicator, period, office, lang), frame.heard)
shown = entries_view.shown(version, indicator, period, office, lang)
components.draw("entries", "entries", shown, entries_flow.heard)
rows = behind_view.rows(version, indicator, period, office, lang, st.query_params.get("rows"))
if rows is not None:
    components.draw("rows", "rows", rows, frame.heard)
