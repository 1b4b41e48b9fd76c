"""A reference standard in words: what it asks for, in a few signs, and who set it."""

from __future__ import annotations

from kpi.catalogue import AtLeast, AtMost, Catalogue, Frequency, Level, Range, Standard, TrackedStandard
from kpi.standards import is_yearly
from lang import bound, list_of, number, say, unit_of


def standard_text(catalogue: Catalogue, indicator: str, standard: Standard | None, lang: str) -> str:
    """≥ 98%, 每 4 個月 ≥ 1 次, 全年 ≥ 900 件, ≥ 90%（良好 95%、優異 98%）; 未訂標準 where none was set."""
    if standard is None or isinstance(standard, TrackedStandard):
        return say("standard-none", lang)
    if isinstance(standard, Frequency):
        key = "standard-frequency-each" if standard.each_office else "standard-frequency"
        times = f"{number(standard.value)} {unit_of(catalogue, indicator, standard.value, lang)}"
        text = say(key, lang, months=standard.window, bound=times)
        return say("standard-rolling", lang, what=text, months=standard.window) if standard.rolling else text
    key = f"standard-{standard.kind.value.replace('_', '-')}"
    if isinstance(standard, Range):
        ends = [bound(catalogue, indicator, one, lang) for one in standard.edges]
        text = say(key, lang, low=ends[0], high=ends[1])
    elif isinstance(standard, AtLeast | AtMost):
        text = say(key, lang, bound=bound(catalogue, indicator, standard.value, lang))
    else:
        return say(key, lang)
    if is_yearly(catalogue.indicators[indicator], standard):
        text = say("standard-yearly", lang, what=text)
    above = [
        say("standard-level", lang, level=level_word(level, lang), bound=bound(catalogue, indicator, one, lang))
        for level, one in standard.levels[1:]
    ]
    return say("standard-levels", lang, what=text, levels=list_of(above, lang)) if above else text


def level_word(level: Level | str, lang: str) -> str:
    return say("level", lang, level=str(getattr(level, "value", level)))


def short_author(standard: Standard, lang: str) -> str:
    """Who set it, without what stands in brackets behind the name."""
    name = standard.set_by.get(lang)
    return name.replace("（", "(").partition("(")[0].rstrip() or name
