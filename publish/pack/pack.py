"""The monthly pack (月報) for the management meeting, as a document of pages."""

from __future__ import annotations

from kpi.dates.roc import roc_year
from lang import month_name, say
from publish.document.elements import Document, Section
from publish.pack.attention_page import attention_page
from publish.pack.blocks import about_lines, footer, headline
from publish.pack.changes_page import changes_page
from publish.pack.chart_page import chart_page, has_chart
from publish.pack.contents import Gathered
from publish.pack.dimension_page import dimension_page
from publish.pack.offices_page import offices_page


def pack(found: Gathered, lang: str) -> Document:
    """Cover, what to look at first, a chart for each of these, every dimension, what changed, and who answers for it."""
    end, agency = found.summary.period.end, found.catalogue.settings.agency.get(lang)
    month = say(
        "pack-month", lang, roc=roc_year(end), year=str(end.year), month=month_name(end.month, lang)
    )  # fmt: skip
    title = say("pack-title", lang, month=month)
    sections: list[Section] = [attention_page(found, lang)]
    sections += [chart_page(found, item, lang) for item in found.first if has_chart(found, item)]
    sections += [dimension_page(found, key, lang) for key in found.catalogue.dimensions if found.of_dimension(key)]
    sections += [changes_page(found, lang), offices_page(found, lang)]
    about = (headline(found, found.summary.rows, lang), *about_lines(found, lang))
    return Document(
        title, lang, (agency, title), about, tuple(sections), found.author, found.at, pages=True,
        footer=footer(found, title, lang),
    )  # fmt: skip
