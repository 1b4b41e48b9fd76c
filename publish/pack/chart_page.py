"""One indicator on a page: its facts, its chart, and in sentences what the chart shows and whether it is real."""

from __future__ import annotations

import re
from functools import lru_cache

from kpi.attention import Attention
from kpi.catalogue import Behaviour
from kpi.evaluate import Result
from lang import say, sentence
from present.charts.year import ChartModel, year_chart
from present.sentences.attention import why
from present.sentences.result import standard_long, status_word
from present.sentences.signals import signs_of
from publish.document.elements import Chart, Items, Section, Table
from publish.pack.blocks import cell, office_cell, paragraph, prior_cell, run, table, value_cell
from publish.pack.contents import Gathered
from publish.pictures.writer import to_svg

PIXELS = 96 / 2.54  # in a centimetre
TALL = 9.4  # centimetres: leaves room on a page for the facts above and the sentences below
COLUMNS = (("value", 0.2), ("standard", 0.38), ("prior", 0.24), ("office", 0.18))


def has_chart(found: Gathered, item: Attention) -> bool:
    """Has it monthly values?"""
    return any(months.indicator == item.result.indicator for months in found.summary.months)


def chart_page(found: Gathered, item: Attention, lang: str) -> Section:
    catalogue, result = found.catalogue, item.result
    name = catalogue.indicators[result.indicator].name.get(lang)
    status = status_word(result.status, lang)
    lead = say("value-status", lang, status=status, why=why(catalogue, item, lang))
    chart = chart_of(found, result.indicator, lang, TALL)
    said = [chart.alt, *real_words(found, result.indicator, lang)]
    items = Items(tuple((run(text, lang),) for text in said))
    return Section(name, (paragraph(lead, lang, "lead"), _facts(found, result, lang, name), chart, items))


def chart_of(found: Gathered, indicator: str, lang: str, tall: float) -> Chart:
    """This year's months over last year's, with the standard, at most so many centimetres ``tall``.

    Its sentence is its text alternative.
    """
    summary = found.summary
    model = year_chart(summary.catalogue, summary.book, indicator, summary.period.end, lang)
    return Chart(_no_taller(_drawn(model), tall), model.summary, model)


@lru_cache(maxsize=32)
def _drawn(model: ChartModel) -> bytes:
    return to_svg(model).encode()


def _no_taller(svg: bytes, tall: float) -> bytes:
    """The drawing declared smaller; its own coordinates stay."""
    width, height = (_length(svg, side) for side in (b"width", b"height"))
    factor = min(1.0, tall * PIXELS / height)
    for side, length in ((b"width", width), (b"height", height)):
        svg = re.sub(rb'(<svg[^<>]* %s=")[\d.]+' % side, rb"\g<1>%.2f" % (length * factor), svg, count=1)
    return svg


def _length(svg: bytes, side: bytes) -> float:
    """How wide or high a drawing is. Raises ValueError where it does not say."""
    found = re.search(rb'<svg[^<>]* %s="([\d.]+)' % side, svg)
    if found is None:
        raise ValueError(f"a drawing without {side.decode()}")
    return float(found[1])


def real_words(found: Gathered, indicator: str, lang: str) -> list[str]:
    """Is the last change more than the usual variation, and will the standard be held?"""
    process = found.summary.processes.get(indicator)
    signs = signs_of(found.catalogue, process, lang)
    if signs is None:
        points = found.catalogue.indicators[indicator].behaviour in (Behaviour.stock, Behaviour.cumulative)
        return [] if points else [say("pack-no-signal", lang)]
    words = [say("pack-signal", lang, word=signs.word, why=signs.why)]
    if signs.outlook:
        words.append(say("pack-signal", lang, word=signs.assurance_word, why=signs.outlook))
    return words


def _facts(found: Gathered, result: Result, lang: str, name: str) -> Table:
    prior = prior_cell(found, result, lang)
    if result.prior is None and result.no_comparison:
        prior = cell(lang, sentence(result.no_comparison, lang, found.catalogue))
    row = (
        value_cell(found, result, lang),
        cell(lang, standard_long(found.catalogue, result, lang)),
        prior,
        office_cell(found, result.indicator, lang),
    )
    return table(lang, say("pack-facts-about", lang, name=name), COLUMNS, [row])
