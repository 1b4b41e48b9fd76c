"""Every indicator of a dimension in one dense table."""

from __future__ import annotations

from kpi.evaluate import Result
from lang import say
from present.sentences.standard import standard_text
from publish.document.elements import Cell, Section
from publish.pack.blocks import (
    cell,
    change_cell,
    headline,
    n_text,
    office_cell,
    paragraph,
    status_cell,
    table,
    value_cell,
)
from publish.pack.contents import Gathered

COLUMNS = (
    ("indicator", 0.255), ("value", 0.13), ("n", 0.16), ("standard", 0.135), ("status", 0.09), ("change", 0.125),
    ("office", 0.105),
)  # fmt: skip


def dimension_page(found: Gathered, dimension: str, lang: str) -> Section:
    rows = found.of_dimension(dimension)
    name = found.catalogue.dimensions[dimension].get(lang)
    about = say("pack-dimension-about", lang, name=name)
    body = table(lang, about, COLUMNS, [_row(found, result, lang) for result in rows])
    title = say("pack-dimension", lang, name=name, count=len(rows))
    return Section(title, (paragraph(headline(found, rows, lang), lang), body))


def _row(found: Gathered, result: Result, lang: str) -> tuple[Cell, ...]:
    catalogue, key = found.catalogue, result.indicator
    return (
        cell(lang, catalogue.indicators[key].name.get(lang)),
        value_cell(found, result, lang, below=False),
        cell(lang, n_text(found, result, lang).removeprefix("n = "), align="end"),
        cell(lang, standard_text(catalogue, key, result.standard, lang)),
        status_cell(result, lang),
        change_cell(found, result, lang),
        office_cell(found, key, lang),
    )
