"""Loads in a list, and the editions of a closed month, as data: History shows them, and other pages some of them."""

from __future__ import annotations

from datetime import date

from etl.refusal_words import roc_month
from lang import amount, day, list_of, number, say
from present.charts.labels import counted
from present.sentences.change import DASH
from ui.shared import cached, contract, freshness
from ui.shared.contract import LoadRow
from warehouse import LoadRecord
from warehouse.commit.closing import Edition


def state(load: LoadRecord, lang: str) -> str:
    """What a row of the list is, where it isn't simply a load in force."""
    if load.kind == "load" and not load.undone:
        return ""
    return say(f"history-state-{'undone' if load.undone else load.kind}", lang, load=str(load.of or load.load))


def load_row(load: LoadRecord, today: date, lang: str) -> LoadRow:
    """A load in one row."""
    return {
        "load": load.load, "state": state(load, lang), "undone": load.undone,
        "when": freshness.moment(load.at, today, lang), "who": load.actor, "source": source_name(load.source, lang),
        "demo": say("up-demo", lang) if load.demo else "",
        "files": list_of([file.name for file in load.files], lang, 2, "files"),
        "counts": [number(load.added), number(load.changed), number(load.removed)],
        "message": load.message if not load.demo else "",
    }  # fmt: skip


def source_name(key: str, lang: str) -> str:
    found = cached.catalogue().sources.get(key)
    return found.name.get(lang) if found else key


def list_words(lang: str) -> dict[str, str]:
    keys = ("when", "who-did", "source", "file", "added", "changed", "removed", "note")
    return {key: say(f"up-{key}", lang) for key in keys} | {"open": say("his-open", lang)}


def month_words(month: date, lang: str) -> str:
    """114/11, 2025-11."""
    return f"{month:%Y-%m}" if lang == "en" else roc_month(month)


def edition(indicator: str, one: Edition, lang: str) -> contract.Edition:
    """One edition of a closed month's value: what it was, and the load that made it."""
    value = amount(cached.catalogue(), indicator, one.value, lang) if one.value is not None else DASH
    n = f"n = {counted(cached.catalogue(), indicator, one.n, lang)}" if one.n is not None else ""
    by = ""
    if one.load and one.at:
        by = say("his-edition-by", lang, load=str(one.load), who=one.actor, at=day(one.at.date(), lang))
    return {
        "edition": one.edition, "word": say(f"edition-{one.edition}", lang), "value": value, "n": n, "by": by,
        "message": one.message or "", "load": one.load or 0,
    }  # fmt: skip
