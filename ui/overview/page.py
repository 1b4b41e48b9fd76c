"""Overview (總覽): what needs attention first, then every indicator by dimension."""

from __future__ import annotations

from lang import say
from ui.overview import view
from ui.overview.changes_line import line
from ui.overview.contract import Overview, OverviewEmpty
from ui.parts import drawing
from ui.shared import cached, freshness
from ui.shell import controls, page_context
from ui.shell.headings import dimensions, subtitle
from ui.shell.page_context import Filled, Frame


def draw() -> None:
    """Draw the page for who asks."""
    page = page_context.begin("overview")
    shown = _shown(page) if isinstance(page, Filled) else _empty(page)
    drawing.draw("overview", "overview", shown, page_context.on_message)


def _empty(page: Frame) -> OverviewEmpty:
    agency = cached.catalogue().settings.agency.get(page.lang)
    return {
        "query": page.query,
        "stamp": str(page.version),
        "head": controls.head(say("ui-title", page.lang), agency, [], page.lang),
        "empty": page_context.empty(page.lang),
    }


def _shown(page: Filled) -> Overview:
    lang, catalogue, book = page.lang, cached.catalogue(), cached.book(page.version)
    period, office = page.period, page.choice.office
    fields = [
        *controls.period_controls(page.choice, period, cached.years(page.version), page.newest, page.last, lang),
        controls.office_control(book, period, office, lang),
        controls.dimension_control(catalogue, page.choice.dimension, lang),
    ]
    last = cached.last_data(page.version)
    first = view.first(page.version, period, office, lang)
    return {
        "query": page.query,
        "stamp": str(page.version),
        "head": controls.head(say("ui-title", lang), subtitle(catalogue, period, office, lang), fields, lang),
        "ribbon": freshness.demo_words(catalogue, book, lang),
        "fresh": freshness.freshness(catalogue, book, page.newest, last, cached.last_refusals(), cached.today(), lang),
        "changes": line(page.version, lang),
        "first": first,
        "rows": view.rows(page.version, period, office, lang),
        "dimensions": dimensions(lang),
        "statuses": view.statuses(lang),
        "filter": {"status": page.choice.status, "dimension": page.choice.dimension},
        "words": view.words_of(lang, len(first)),
    }
