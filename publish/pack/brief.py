"""A dimension on one upright page: its headline, its indicators, the charts most worth looking at, missing evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kpi.attention import Signal
from kpi.catalogue import Behaviour
from kpi.evaluate import Result
from kpi.status import Status
from lang import joined, number, say, sentence
from present.sentences.result import ORDER
from present.sentences.standard import standard_text
from publish.document.elements import Block, Cell, Chart, Document, Heading, Items, Section, Table
from publish.document.pdf.file import to_pdf
from publish.pack.blocks import (
    about_lines,
    cell,
    footer,
    headline,
    office_cell,
    office_name,
    paragraph,
    prior_cell,
    run,
    status_cell,
    table,
    value_cell,
)  # fmt: skip
from publish.pack.chart_page import chart_of, real_words
from publish.pack.contents import Gathered
from publish.summary.figures import Months

COLUMNS = (
    ("indicator", 0.255),
    ("value", 0.19),
    ("prior", 0.175),
    ("standard", 0.14),
    ("status", 0.115),
    ("office", 0.125),
)
CHARTS, LEAST_MONTHS = 2, 2
TALL, WIDE = 8.2, 9.4  # centimetres high: smaller, its words could not be read on paper; as wide as the text
MOST_ROWS, LEAST_ROWS = 16, 4
FEW = 6  # so few indicators leave room for two charts


def brief(found: Gathered, dimension: str, lang: str) -> Document:
    """As much as fits: two charts beside few indicators, one beside many; then rows are left out, the calmest first."""
    rows, charts = most_worth(found, dimension), charts_of(found, dimension)
    for drawn, shown, tall in _attempts(len(rows), len(charts)):
        document = _document(found, dimension, rows[:shown], charts[:drawn], tall, lang)
        if pages_of(to_pdf(document)) == 1:
            break
    return document


def _attempts(rows: int, charts: int) -> Iterator[tuple[int, int, float]]:
    """(Charts, rows, height of a chart), the fullest page first."""
    most = min(rows, MOST_ROWS)
    if rows <= FEW:
        yield min(charts, CHARTS), most, TALL
        yield min(charts, 1), most, WIDE
    for shown in range(most, min(LEAST_ROWS, most) - 1, -1):
        yield min(charts, 1), shown, TALL
    for shown in range(most, 0, -1):
        yield 0, shown, TALL


def pages_of(pdf: bytes) -> int:
    """How many pages a PDF of Typst has, by its page tree."""
    return max(int(count) for count in re.findall(rb"/Count (\d+)", pdf))


def most_worth(found: Gathered, dimension: str) -> list[Result]:
    """The indicators in the order in which they are worth a look: what is open, then the numbers (those that
    moved most first), then valid evidence."""
    rank = {item.result.indicator: place for place, item in enumerate(found.open)}
    last = len(rank)

    def worth(result: Result) -> tuple[int, bool, bool, int, float]:
        evidence = found.catalogue.indicators[result.indicator].behaviour is Behaviour.evidence
        return (
            rank.get(result.indicator, last),
            result.value is None,
            evidence,
            ORDER.index(result.status),
            -_moved(result),
        )

    return sorted(found.of_dimension(dimension), key=worth)


def charts_of(found: Gathered, dimension: str) -> list[str]:
    """The indicators whose charts are most worth looking at: what is open, what has a standard, what moved most."""
    drawn = {months.indicator: months for months in found.summary.months if _worth_drawing(months)}
    rows = [result for result in most_worth(found, dimension) if result.indicator in drawn]
    rank = {item.result.indicator: place for place, item in enumerate(found.open) if item.signal is not Signal.stale}
    rows.sort(key=lambda one: (rank.get(one.indicator, len(rank)), one.standard is None, -_moved(one)))
    return [result.indicator for result in rows]


def _worth_drawing(months: Months) -> bool:
    return months.known >= LEAST_MONTHS and months.moves


def _moved(result: Result) -> float:
    """By how much, in shares of last year's value."""
    if result.change is None or not result.prior or not result.prior.value:
        return 0.0
    return abs(result.change.absolute / result.prior.value)


def _document(
    found: Gathered, dimension: str, rows: list[Result], charts: list[str], tall: float, lang: str
) -> Document:
    catalogue = found.catalogue
    name = catalogue.dimensions[dimension].get(lang)
    title = say("brief-title", lang, dimension=name)
    every = found.of_dimension(dimension)
    blocks: list[Block] = [paragraph(headline(found, every, lang), lang, "lead"), _table(found, rows, name, lang)]
    if rest := len(every) - len(rows):
        blocks.append(paragraph(say("brief-more", lang, shown=number(len(rows)), rest=number(rest)), lang, "small"))
    for key in charts:
        blocks += _chart(found, key, tall, lang)
    blocks += _missing(found, every, lang)
    return Document(
        title, lang, (catalogue.settings.agency.get(lang), title), about_lines(found, lang), (Section("", tuple(blocks)),),
        found.author, found.at, footer=footer(found, title, lang),
    )  # fmt: skip


def _table(found: Gathered, rows: list[Result], name: str, lang: str) -> Table:
    return table(lang, say("brief-table-about", lang, name=name), COLUMNS, [_row(found, one, lang) for one in rows])


def _row(found: Gathered, result: Result, lang: str) -> tuple[Cell, ...]:
    return (
        cell(lang, found.catalogue.indicators[result.indicator].name.get(lang)),
        value_cell(found, result, lang),
        prior_cell(found, result, lang, below=False),
        cell(lang, standard_text(found.catalogue, result.indicator, result.standard, lang)),
        status_cell(result, lang),
        office_cell(found, result.indicator, lang),
    )


def _chart(found: Gathered, indicator: str, tall: float, lang: str) -> list[Block]:
    chart: Chart = chart_of(found, indicator, lang, tall)
    said = joined([chart.alt, *real_words(found, indicator, lang)], lang)
    return [chart, paragraph(said, lang, "small")]


def _missing(found: Gathered, rows: tuple[Result, ...], lang: str) -> list[Block]:
    """The evidence that is not there; that all of it is, where the dimension asks for any."""
    asked = [one for one in rows if found.catalogue.indicators[one.indicator].behaviour is Behaviour.evidence]
    missing = [one for one in asked if one.status is Status.evidence_missing]
    if not missing:
        return [paragraph(say("brief-missing-none", lang), lang, "small")] if asked else []
    items = []
    for one in missing:
        words = {"name": found.catalogue.indicators[one.indicator].name.get(lang)}
        words |= {"office": office_name(found, one.indicator, lang), "why": sentence(one.reason, lang, found.catalogue)}
        items.append((run(say("brief-missing-item", lang, **words), lang),))
    return [Heading(say("brief-missing", lang), 3), Items(tuple(items))]
