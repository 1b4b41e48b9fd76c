"""Why an indicator is to be looked at, in words."""

from __future__ import annotations

from kpi.attention import Attention, Signal
from kpi.catalogue import Catalogue
from kpi.evaluate import Result
from kpi.spc.xmr import Assurance, Variation
from lang import day, joined, month_name, say, sentence
from present.sentences.change import another_day, compared_words, compares_other_days, moved_words


def why(catalogue: Catalogue, item: Attention, lang: str) -> str:
    """Why an indicator is to be looked at: its judgement, what its process says, how it moved."""
    result, process, said = item.result, item.process, []
    if item.signal <= Signal.evidence_missing:
        said.append(sentence(result.reason, lang, catalogue))
    if process and process.variation is Variation.concerning:
        said.append(sentence(process.reason, lang, catalogue))
    if process and process.outlook and process.assurance is Assurance.failing:
        said.append(sentence(process.outlook, lang, catalogue))
    if item.late:
        month, source = (
            month_name(item.late.month.start.month, lang),
            catalogue.sources[item.late.source].name.get(lang),
        )
        said.append(say("ui-why-stale", lang, source=source, month=month, days=item.late.days))
    moved = moved_words(catalogue, result, lang)
    if moved:
        said.append(_moved(catalogue, result, moved, lang))
    return joined(said, lang)


def _moved(catalogue: Catalogue, result: Result, moved: str, lang: str) -> str:
    """By how much, against what: the same days of last year, named where they are not those asked for; of a point in time
    another day."""
    if other := another_day(result):
        return say("ui-why-moved-day", lang, moved=moved, day=day(other, lang))
    if compares_other_days(result):
        return say("ui-why-moved-days", lang, moved=moved, days=compared_words(catalogue, result, lang))
    return say("ui-why-moved", lang, moved=moved)
