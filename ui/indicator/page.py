"""Indicator (指標): one indicator with its value, what to ask, its chart, its parts, and where the figures came from."""

from __future__ import annotations

import streamlit as st

from lang import say
from present.charts.funnel import FunnelModel
from present.charts.laney import LaneyModel
from present.charts.process import ProcessModel
from present.charts.year import ChartModel
from ui.indicator import entries, entries_actions, provenance, view
from ui.indicator.contract import ChartTabs, IndicatorCard, NoIndicator, ViewTabs
from ui.parts import drawing
from ui.plot import funnel, laney, year
from ui.plot import process as process_plot
from ui.plot.figure_builder import Figure
from ui.plot.palette import palette
from ui.shared import cached, freshness
from ui.shell import controls, navigation, page_context
from ui.shell.page_context import Filled

OF_LIMITS = ("process", "laney", "funnel")  # the views that `view.limits` has models of


def draw() -> None:
    """Draw the page for who asks."""
    page = page_context.begin("indicator")
    lang, version, catalogue = page.lang, page.version, cached.catalogue()

    if not isinstance(page, Filled):
        head = controls.head(say("ui-page-indicator", lang), catalogue.settings.agency.get(lang), [], lang)
        nothing: NoIndicator = {"head": head, "empty": page_context.empty(lang), "stamp": str(version)}
        drawing.draw("indicator", "indicator", nothing, page_context.on_message)
        st.stop()

    period, office, book = page.period, page.choice.office, cached.book(version)
    asked = st.query_params.get("indicator")
    indicator = asked if asked in catalogue.indicators else view.suggested(version, period, office)
    process = cached.process(version, indicator, period.end, office)
    barred = view.barred(catalogue, indicator, process, office)
    tabs = view.tabs(catalogue, indicator, st.query_params.get("view", ""), lang, barred)
    limits = view.limits(tabs["chosen"], version, indicator, period, office, lang)
    if tabs["chosen"] in OF_LIMITS and limits is None:  # too little for that view
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
    shown: IndicatorCard = {
        "head": head, "ribbon": ribbon, "stamp": str(version), "query": query, "value": card["value"], "n": card["n"],
        "status": card["status"], "word": card["word"], "reason": card["reason"], "facts": card["facts"], "asks": card["asks"],
        "asksTitle": card["asksTitle"],
    }  # fmt: skip
    year.known()
    drawing.draw("indicator", "indicator", shown, page_context.on_message)

    if limits is not None:
        with st.container(key="chart", border=True):
            drawing.draw("tabs", "tabs", _entitled(tabs, limits), page_context.on_message)
            st.plotly_chart(_figure(limits), theme=None, config=year.CONFIG, key="figure")
            remarks = () if isinstance(limits, FunnelModel) else limits.remarks
            drawing.draw("chart_notes", "note", view.note(limits.note, remarks), page_context.on_message)
    elif view.has_chart(version, indicator, period, office):
        model = cached.chart(version, indicator, period.end, lang, office, tabs["chosen"] == "running", years)
        with st.container(key="chart", border=True):
            drawing.draw("tabs", "tabs", _entitled(tabs, model), page_context.on_message)
            if tabs["chosen"] == "table":
                drawing.draw("month_table", "table", view.table(version, indicator, period, office, lang, years))
            else:
                fig = year.figure(model, palette(), say("ui-unfinished", lang))
                st.plotly_chart(fig, theme=None, config=year.CONFIG, key="figure")
            if model.note or model.remarks:
                drawing.draw("chart_notes", "note", view.note(model.note, model.remarks), page_context.on_message)

    drawing.draw(
        "provenance", "behind", provenance.behind(version, indicator, period, office, lang), page_context.on_message
    )
    there = entries.shown(version, indicator, period, office, lang)
    drawing.draw("entries", "entries", there, entries_actions.on_message)
    rows = provenance.rows(version, indicator, period, office, lang, st.query_params.get("rows"))
    if rows is not None:
        drawing.draw("source_rows", "rows", rows, page_context.on_message)


def _entitled(tabs: ViewTabs, model: ChartModel | ProcessModel | LaneyModel | FunnelModel) -> ChartTabs:
    return {**tabs, "title": model.subtitle, "summary": model.summary}


def _figure(model: ProcessModel | LaneyModel | FunnelModel) -> Figure:
    """The picture of a model of limits."""
    if isinstance(model, ProcessModel):
        return process_plot.figure(model, palette())
    if isinstance(model, LaneyModel):
        return laney.figure(model, palette())
    return funnel.figure(model, palette())
