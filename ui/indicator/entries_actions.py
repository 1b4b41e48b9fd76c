"""What is set on the Indicator page (a standard, a note, a change of process, a remark): from the form to a load."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import streamlit as st

from etl.typed_in.enter import TypedRows
from kpi.catalogue import StandardKind
from lang import say
from ui.indicator.contract import EntryAnswer
from ui.shared import cached, save_typed
from ui.shared.messages import Message
from ui.shared.refusal_words import saved
from ui.shell import page_context
from warehouse import settings

SAID = "ind-entry-said"
BOUNDS = ("value", "high", "good", "excellent")
LONGEST = 1000


@dataclass(frozen=True)
class EntryResult:
    """What the last entry did: which form (and thread), a sentence, what is wrong. ``number`` tells one from another."""

    form: str
    thread: str
    good: bool
    text: str
    wrong: tuple[str, ...]
    number: int


def said(indicator: str) -> EntryAnswer | None:
    """What the last entry under this indicator did."""
    found = st.session_state.get(SAID)
    if not found or found[0] != indicator:
        return None
    done: EntryResult = found[1]
    return {
        "form": done.form, "thread": done.thread, "good": done.good, "text": done.text, "wrong": list(done.wrong),
        "number": done.number,
    }  # fmt: skip


def on_message(message: Message) -> None:
    """A form was sent; what is not ours goes to the frame."""
    if message.key != "enter":
        page_context.on_message(message)
        return
    form, indicator = message.value, message.more.get("indicator", "")
    if form in FORMS and indicator in cached.catalogue().indicators:
        fields = {name: text[:LONGEST] for name, text in message.fields.items()}
        st.session_state[SAID] = (indicator, save(form, indicator, fields, message.more.get("lang", "")))


def save(form: str, indicator: str, fields: Mapping[str, str], lang: str) -> EntryResult:
    """Load what the form holds."""
    entry, at = FORMS[form], settings.now()
    number = f"{at:%Y%m%d%H%M%S}{at.microsecond // 1000:03d}"
    row = {name: fields.get(name, "").strip() for name in entry.fields} | {"indicator": indicator}
    row |= entry.more(row, number)
    message = (row.get("reason") or row.get("text") or "")[:200]
    found = save_typed.save(TypedRows(entry.source, [row], message), lang)
    thread = row.get("thread", "") if form in ("answer", "settled") else ""
    if found.trouble:
        return EntryResult(form, thread, False, found.trouble, (), found.number)
    if found.done is None:
        wrong = tuple(dict.fromkeys(sentence for _, sentence in save_typed.wrong_cells(found.plan, lang)))
        return EntryResult(form, thread, False, say("entry-refused", lang), wrong, found.number)
    key = "entry-saved-same" if found.done.load is None else "entry-saved"
    text = say(key, lang, **({"load": str(found.done.load)} if found.done.load else {}))
    return EntryResult(form, thread, True, saved(text, lang), (), found.number)


def _numbered(row: Mapping[str, str], number: str) -> dict[str, str]:
    return {"number": f"N{number}"}


def _remark(place: int) -> Callable[[Mapping[str, str], str], dict[str, str]]:
    """``place``: that of the kind of remark among the codes of its column."""

    def more(row: Mapping[str, str], number: str) -> dict[str, str]:
        kind = cached.catalogue().sources["remarks"].columns["kind"].codes[place].zh
        return {"number": f"Q{number}", "kind": kind, "thread": row.get("thread") or f"Q{number}"}

    return more


def _bounds(row: Mapping[str, str], number: str) -> dict[str, str]:
    """Only the fields that the kind has; bounds of a rate, which are typed in per cent, with their sign."""
    indicator = row["indicator"]
    kind = StandardKind(row["kind"]) if row["kind"] in set(StandardKind) else None
    has = fields_of(indicator, kind) if kind else row
    found = {name: "" for name in row if name in ALL_OF_KINDS and name not in has}
    for name in BOUNDS:
        text = row[name].removesuffix("%").removesuffix("％").strip().replace(",", "")
        if name in has and text and cached.catalogue().indicators[indicator].unit == "percent":
            found[name] = f"{text}%"
    return found


ALL_OF_KINDS = ("value", "high", "good", "excellent", "window", "rolling", "each_office", "path")


def fields_of(indicator: str, kind: StandardKind) -> tuple[str, ...]:
    """The fields that a kind of standard has for an indicator, in the order of the form."""
    item = cached.catalogue().indicators[indicator]
    yearly = item.behaviour.value == "flow" and not item.window
    found = {
        StandardKind.at_least: ("value", "good", "excellent"), StandardKind.at_most: ("value", "good", "excellent"),
        StandardKind.range: ("value", "high"), StandardKind.frequency: ("value", "window", "rolling", "each_office"),
    }.get(kind, ())  # fmt: skip
    return (*found, "path") if yearly and "value" in found and kind is not StandardKind.frequency else found


@dataclass(frozen=True)
class Entry:
    """A form: the source of its row, the fields that are sent, and what its row has besides (by the row and a number)."""

    source: str
    fields: tuple[str, ...]
    more: Callable[[Mapping[str, str], str], dict[str, str]] = lambda row, number: {}


FORMS = {
    "standard": Entry("standards", ("kind", *ALL_OF_KINDS, "from", "to", "office", "set_by", "written", "reason"), _bounds),
    "rebase": Entry("rebases", ("from", "until", "office", "reason")),
    "note": Entry("notes", ("from", "to", "office", "text"), _numbered),
    "question": Entry("remarks", ("text",), _remark(0)),
    "answer": Entry("remarks", ("thread", "text"), _remark(1)),
    "settled": Entry("remarks", ("thread", "text"), _remark(2)),
}  # fmt: skip
