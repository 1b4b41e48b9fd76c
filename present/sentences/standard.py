"""A reference standard in words: what it asks for, in a few signs, and who set it."""

from __future__ import annotations

from kpi.catalogue import Catalogue, Level, Standard, StandardKind
from kpi.standards import is_yearly
from lang import bound, list_of, number, say, unit_of


def standard_text(catalogue: Catalogue, indicator: str, standard: Standard | None, lang: str) -> str:
    """≥ 98%, 每 4 個月 ≥ 1 次, 全年 ≥ 900 件, ≥ 90%（良好 95%、優異 98%）; 未訂標準 where none was set."""
    if standard is None or standard.kind is StandardKind.tracked:
        return say("standard-none", lang)
    kind, value = standard.kind, standard.value
    if kind is StandardKind.frequency:
        key = "standard-frequency-each" if standard.each_office else "standard-frequency"
        times = f"{number(value)} {unit_of(catalogue, indicator, value, lang)}"
        text = say(key, lang, months=standard.window, bound=times)
        return say("standard-rolling", lang, what=text, months=standard.window) if standard.rolling else text
    if kind is StandardKind.range:
        ends = [bound(catalogue, indicator, one, lang) for one in (value, standard.high)]
        text = say("standard-range", lang, low=ends[0], high=ends[1])
    elif kind in (StandardKind.at_least, StandardKind.at_most):
        text = say(f"standard-{kind.value.replace('_', '-')}", lang, bound=bound(catalogue, indicator, value, lang))
    else:
        return say(f"standard-{kind.value.replace('_', '-')}", lang)
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
