"""Overview (總覽): what needs attention first, then every indicator by dimension."""

from __future__ import annotations

from lang import say
from ui import components, controls, data, frame, freshness
from ui import overview_view as view
from ui.changes_line import line
from ui.headings import dimensions, subtitle

page = frame.begin("overview")
lang, catalogue, book = page.lang, data.catalogue(), data.book(page.version)
shown = {"query": page.query, "stamp": page.version, "rows": [], "first": []}

if page.newest is None:
    shown["head"] = controls.head(say("ui-title", lang), catalogue.settings.agency.get(lang), [], lang)
    shown["empty"] = frame.empty(lang)
else:
    period, office = page.period, page.choice.office
    fields = [
        *controls.period_controls(page.choice, period, data.years(page.version), page.newest, page.last, lang),
        controls.office_control(book, period, office, lang),
        controls.dimension_control(catalogue, page.choice.dimension, lang),
    ]
    last = data.last_data(page.version)
    first = view.first(page.version, period, office, lang)
    shown |= {
        "head": controls.head(say("ui-title", lang), subtitle(catalogue, period, office, lang), fields, lang),
        "ribbon": freshness.demo_words(catalogue, book, lang),
        "fresh": freshness.freshness(catalogue, book, page.newest, last, data.last_refusals(), data.today(), lang),
        "changes": line(page.version, lang),
        "first": first,
        "rows": view.rows(page.version, period, office, lang),
        "dimensions": dimensions(lang),
        "statuses": view.statuses(lang),
        "filter": {"status": page.choice.status, "dimension": page.choice.dimension},
        "words": view.words_of(lang, len(first)),
    }

components.draw("overview", "overview", shown, frame.heard)
