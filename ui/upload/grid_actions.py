"""The grid of hand-counted figures is saved as a load like any other: its rows are checked and committed."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import streamlit as st

from etl.intake import Plan
from etl.tabular.cells import symbol
from etl.typed_in.enter import TypedRows
from kpi.dates.periods import Period
from kpi.values import POINTS
from lang import roc, say
from ui.shared import cached, save_typed
from ui.shared.contract import MonthLink
from ui.shared.messages import Message
from ui.shared.refusal_words import saved
from ui.upload import actions
from ui.upload.check_words import to_month
from ui.upload.contract import GridAnswer
from ui.upload.grid import FIELDS, SOURCE, by_hand, code, months


@dataclass(frozen=True)
class GridResult:
    """What a save did: a sentence, and by indicator what is wrong, or what is asked. ``number`` tells one save from another."""

    text: str
    good: bool
    wrong: dict[str, list[str]]
    number: int
    asked: bool = False
    see: MonthLink | None = None  # the link to the month that was saved


def said() -> GridAnswer | None:
    """What the last save of this session did."""
    found: GridResult | None = st.session_state.get(actions.SAID)
    if found is None:
        return None
    return {
        "text": found.text, "good": found.good, "wrong": found.wrong, "number": found.number, "asked": found.asked, "see": found.see,
    }  # fmt: skip


def on_message(lang: str, message: Message) -> None:
    """A control of the grid was used: another month, or save."""
    if message.key == "for":
        st.session_state.pop(actions.SAID, None)
        st.query_params["for"] = message.value
    elif message.key == "figures":
        month = next((one for one in months() if code(one) == message.more.get("month")), None)
        if month:
            st.query_params["for"] = code(month)
            said = message.more.get("message", "")[:200]
            st.session_state[actions.SAID] = save(month, message.cells, message.names, said, lang)
    else:
        actions.on_message(message)


def save(
    month: Period, cells: Mapping[str, Mapping[str, str]], sure: Collection[str], message: str, lang: str
) -> GridResult:  # fmt: skip
    """Load the cells that were filled in. ``sure``: the indicators of which a person said that the figure is right."""
    known = by_hand()
    sent = {key: fields for key, fields in cells.items() if key in known}
    rows = {row for row, key in enumerate(sent) if key in sure}
    typed = TypedRows(SOURCE, as_rows(month, sent), message, name=f"人工統計_{code(month)}", sure=rows)
    found = save_typed.save(typed, lang)
    if found.trouble:
        return GridResult(found.trouble, False, {}, found.number)
    if found.done is None:
        wrong = _wrong(found.plan, list(sent), lang)
        key = "up-grid-asks" if found.asked else "up-grid-refused"
        return GridResult(say(key, lang, count=sum(map(len, wrong.values()))), False, wrong, found.number, found.asked)
    if found.done.load is None:
        return GridResult(saved(say("up-grid-saved-same", lang), lang), True, {}, found.number)
    text = say("up-grid-saved", lang, count=len(sent), version=str(found.done.version))
    return GridResult(saved(text, lang), True, {}, found.number, see=to_month(month.start, lang))


def as_rows(month: Period, cells: Mapping[str, Mapping[str, str]]) -> list[dict[str, str]]:
    """The cells as rows of the source; a per cent that is written without its sign gets it."""
    rows = []
    for key, fields in cells.items():
        item = cached.catalogue().indicators[key]
        texts = {field: str(fields.get(field, "")).strip() for field in FIELDS}
        exact = texts["value"] and symbol(texts["value"]) is None
        if item.unit == "percent" and exact and "%" not in texts["value"] and "％" not in texts["value"]:
            texts["value"] += "%"
        start = "" if item.behaviour in POINTS else roc(month.start)
        rows.append({"indicator": key, "from": start, "to": roc(month.end), **texts})
    return rows


def _wrong(plan: Plan | None, keys: list[str], lang: str) -> dict[str, list[str]]:
    """What is wrong, by indicator."""
    found: dict[str, list[str]] = {}
    for row, sentence in save_typed.wrong_cells(plan, lang):
        found.setdefault(keys[row] if 0 <= row < len(keys) else "", []).append(sentence)
    return found
