"""Refusals and what was saved, in words; every page says them so."""

from __future__ import annotations

from etl.refusal_words import explained
from kpi.errors import DateError, KpiError
from lang import say
from ui.shared import cached


def sentence(error: KpiError, lang: str) -> str:
    """A refusal in words."""
    if isinstance(error, DateError):
        return say("up-date-unreadable", lang, found=error.params.get("found", ""))
    if error.key == "warehouse-busy":
        return say("up-busy", lang)
    params = {name: value for name, value in explained(error, lang).items() if name != "report"}
    return say(error.key, lang, **params)


def saved(text: str, lang: str) -> str:
    """What was committed, in words, and beside it where its checksums could not be noted."""
    return text + behind(cached.warehouse().unnoted, lang)


def behind(why: str, lang: str) -> str:
    return say("checksums-behind", lang, why=why) if why else ""
