"""What to look at first: the few of the Overview, each with its reason and the office that answers for it."""

from __future__ import annotations

from kpi.attention import Attention
from lang import say
from present.sentences.attention import why
from present.sentences.standard import standard_text
from publish.document.elements import Block, Cell, Section
from publish.pack.blocks import cell, headline, office_cell, paragraph, prior_cell, status_cell, table, value_cell
from publish.pack.contents import Gathered

COLUMNS = (("status", 0.1), ("why", 0.31), ("value", 0.185), ("standard", 0.11), ("prior", 0.185), ("office", 0.11))


def attention_page(found: Gathered, lang: str) -> Section:
    """A calm page where nothing calls for attention."""
    lead = paragraph(headline(found, found.summary.rows, lang), lang, "lead")
    if not found.first:
        return Section(say("pack-calm", lang), (lead, paragraph(say("pack-calm-why", lang), lang)))
    rows = [_row(found, item, lang) for item in found.first]
    blocks: list[Block] = [lead, table(lang, say("pack-list-about", lang), COLUMNS, rows)]
    if more := len(found.open) - len(found.first):
        blocks.append(paragraph(say("pack-more-open", lang, count=more), lang, "small"))
    return Section(say("ui-overview-first", lang, count=len(found.first)), tuple(blocks))


def _row(found: Gathered, item: Attention, lang: str) -> tuple[Cell, ...]:
    result, catalogue = item.result, found.catalogue
    name = catalogue.indicators[result.indicator].name.get(lang)
    return (
        status_cell(result, lang),
        cell(lang, name, why(catalogue, item, lang), strong=True),
        value_cell(found, result, lang),
        cell(lang, standard_text(catalogue, result.indicator, result.standard, lang)),
        prior_cell(found, result, lang),
        office_cell(found, result.indicator, lang),
    )
