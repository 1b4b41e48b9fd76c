"""A change in words: by how much, and whether it is for the better (變好、變差、持平) by the indicator's direction.

Every page and every document takes them from here; of an indicator without a direction only 增加 or 減少 is said.
"""

from __future__ import annotations

from typing import NamedTuple

from kpi.catalogue import Catalogue
from kpi.evaluate import Result
from kpi.periods import same_days_last_year
from kpi.tone import Tone, tone_of
from lang import amount, change, difference, period, places_of, relative, say

DASH = "—"


class Change(NamedTuple):
    """``text``: +0.6 個百分點; ``verdict``: 變差; ``prior``: last year's value, with its days where they are others."""

    text: str
    verdict: str
    prior: str


def change_words(catalogue: Catalogue, result: Result, lang: str) -> Change:
    """The parts of a change for a table; a dash and nothing where there is none."""
    if result.prior is None or result.change is None:
        return Change(DASH, "", "")
    before = amount(
        catalogue, result.indicator, result.prior.value, lang, qualifier=result.prior.qualifier, unit=False,
        digits=places_of(catalogue, result),
    )  # fmt: skip
    text = say("ui-prior-short", lang, value=before)
    if compares_other_days(result):
        text = say("ui-prior-other", lang, value=before, days=compared_words(result, lang))
    return Change(change(catalogue, result, lang), verdict(tone(catalogue, result), lang), text)


def moved_words(catalogue: Catalogue, result: Result, lang: str) -> str:
    """The change as a clause: 增加 0.6 個百分點，變差; 減少 12 件（−8.3%），變好; 持平; of no direction 增加 12 件."""
    moved = result.change
    if moved is None:
        return ""
    now, before, digits = result.compared.value, result.prior.value, places_of(catalogue, result)
    return clause(catalogue, result.indicator, now, before, lang, share=moved.relative, digits=digits)


def clause(
    catalogue: Catalogue, indicator: str, now: float, before: float, lang: str, *, share: float | None = None,
    digits: int | None = None,
) -> str:  # fmt: skip
    """What changed from one value to another, and whether it is for the better."""
    judged = tone_of(catalogue.indicators[indicator].direction, now, before)
    if judged is Tone.same:
        return say("tone-same", lang)
    gap = difference(catalogue, indicator, now, before, lang, signed=False, digits=digits)
    text = say("ui-moved-up" if now > before else "ui-moved-down", lang, gap=gap)
    if share is not None:
        text = say("ui-moved-relative", lang, text=text, relative=relative(share))
    return text if judged is Tone.neutral else say("ui-moved-judged", lang, text=text, verdict=verdict(judged, lang))


def tone(catalogue: Catalogue, result: Result) -> Tone:
    """What the change against last year means; neutral where there is none."""
    if result.change is None:
        return Tone.neutral
    return tone_of(catalogue.indicators[result.indicator].direction, result.change.absolute, 0.0)


def verdict(judged: Tone, lang: str) -> str:
    """變好, 變差, 持平; "" where the sign says all."""
    return "" if judged is Tone.neutral else say(f"tone-{judged.value}", lang)


def compares_other_days(result: Result) -> bool:
    """Whether last year's value is of other days than the head of a page states, and so must be named with them."""
    return result.prior is not None and result.prior.period.end != same_days_last_year(result.asked).end


def compared_words(result: Result, lang: str) -> str:
    """Both date ranges of the comparison."""
    if result.prior is None or result.compared is None:
        return ""
    return say("ui-both", lang, now=period(result.compared.period, lang), before=period(result.prior.period, lang))
