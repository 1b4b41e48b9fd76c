"""Why an indicator is to be looked at, in words."""

from __future__ import annotations

from kpi.catalogue import Catalogue
from kpi.xmr import Assurance, Variation
from lang import joined, month_name, say, sentence
from publish.attention import Attention, Signal
from publish.change_words import moved_words


def why(catalogue: Catalogue, item: Attention, lang: str) -> str:
    """Why an indicator is to be looked at: its judgement, what its process says, how it moved."""
    result, process, said = item.result, item.process, []
    if item.signal <= Signal.evidence_missing:
        said.append(sentence(result.reason, lang, catalogue))
    if process and process.variation is Variation.concerning:
        said.append(sentence(process.reason, lang, catalogue))
    if process and process.assurance is Assurance.failing:
        said.append(sentence(process.outlook, lang, catalogue))
    if item.late:
        month, source = (
            month_name(item.late.month.start.month, lang),
            catalogue.sources[item.late.source].name.get(lang),
        )
        said.append(say("ui-why-stale", lang, source=source, month=month, days=item.late.days))
    moved = moved_words(catalogue, result, lang)
    if moved:
        said.append(say("ui-why-moved", lang, moved=moved))
    return joined(said, lang)
