"""Who answers for what is open: the offices in charge, the one with most to settle first."""

from __future__ import annotations

from kpi.attention import Attention, Signal
from kpi.status import Status
from lang import number, say
from present.sentences.result import status_word
from publish.document.elements import Block, Cell, Items, Section
from publish.pack.blocks import SIGNS, cell, office_name, paragraph, run, table
from publish.pack.contents import Gathered

COLUMNS = (("office", 0.2), ("count", 0.1), ("open", 0.7))
BY_STATUS = (Signal.not_met, Signal.at_risk, Signal.evidence_missing)


def offices_page(found: Gathered, lang: str) -> Section:
    title = say("pack-offices", lang)
    if not found.open:
        return Section(title, (paragraph(say("pack-offices-none", lang), lang, "lead"),))
    by_office: dict[str, list[Attention]] = {}
    for item in found.open:
        by_office.setdefault(office_name(found, item.result.indicator, lang), []).append(item)
    offices = sorted(by_office, key=lambda name: -len(by_office[name]))
    lead = say("pack-offices-sum", lang, open=len(found.open), offices=len(offices))
    rows = [_row(found, name, by_office[name], lang) for name in offices]
    blocks: list[Block] = [paragraph(lead, lang, "lead"), table(lang, say("pack-offices-about", lang), COLUMNS, rows)]
    if any(found.office(item.result.indicator) is None for item in found.open):
        blocks.append(paragraph(say("pack-offices-unnamed", lang), lang, "small"))
    return Section(title, tuple(blocks))


def _row(found: Gathered, name: str, open_items: list[Attention], lang: str) -> tuple[Cell, ...]:
    items = Items(tuple((run(open_words(found, item, lang), lang),) for item in open_items))
    return cell(lang, name, strong=True), cell(lang, number(len(open_items)), align="end"), Cell((items,))


def open_words(found: Gathered, item: Attention, lang: str) -> str:
    """The indicator with why it is open: its status, or what its months say."""
    result = item.result
    name = found.catalogue.indicators[result.indicator].name.get(lang)
    if item.signal in BY_STATUS:
        what = f"{SIGNS[Status(result.status)]} {status_word(result.status, lang)}"
    else:
        what = say(f"pack-open-{item.signal.name}", lang)
    return say("pack-item", lang, name=name, what=what)
