"""What the controls of the History page do, and what is kept between two runs: only the answer to the last act.

Which tab, load, filter and versions are shown lives in the address.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import streamlit as st

from etl.retime import redo_load, undo_load
from kpi.errors import KpiError, UndoRefused
from lang import number, say
from ui.shared import cached
from ui.shared.messages import Message, number_of
from ui.shared.refusal_words import saved, sentence
from ui.shared.whole_run import whole
from ui.shell import page_context
from warehouse import settings
from warehouse.commit.closing import close
from warehouse.permissions import local_actor

PAGE = "history"
TABS = ("loads", "compare", "closing")
IN_ADDRESS = ("tab", "load", "source", "find", "from", "rows", "older", "newer")
ASKED, SAID, COPY = "his-asked", "his-said", "his-copy"


@dataclass(frozen=True)
class ChangeResult:
    """What an act did, or why it did nothing; ``loads``: those that stand in its way."""

    good: bool
    text: str
    loads: tuple[int, ...] = ()


def tab() -> str:
    found = st.query_params.get("tab")
    return found if found in TABS else TABS[0]


def on_message(message: Message) -> None:
    """A control of this page was used; what is not ours goes to the frame."""
    key, text = message.key, message.value.strip()
    if key in ("older-day", "newer-day"):
        key, text = key.removesuffix("-day"), _version_on(message.dated)
    if message.what == "open" and number_of(text) is not None:
        _set("load", message.named)
    elif key in IN_ADDRESS:
        _set(key, text)
    elif key in ("undo", "redo", "close"):
        st.session_state[ASKED] = [*st.session_state.get(ASKED, ()), message]
    elif key == "copy":
        st.session_state[COPY] = message.number
    else:
        page_context.on_message(message)


def _set(key: str, text: str) -> None:
    st.session_state.pop(SAID, None)
    for name in {"tab": ("load", "from", "rows"), "load": ("rows",)}.get(key, ("from",)):
        st.query_params.pop(name, None)
    if text:
        st.query_params[key] = text
    else:
        st.query_params.pop(key, None)


def _version_on(day: date) -> str:
    """The version of the last load up to the end of a day."""
    stood = [
        load.version
        for load in cached.loads(cached.version(), cached.ALL_LOADS)
        if load.version and load.at.date() <= day
    ]
    return str(cached.version().of(stood[0])) if stood else ""


def act(lang: str) -> None:
    """Do what was asked for, if anything; the page is then drawn anew."""
    if ASKED not in st.session_state:
        return
    with whole():
        for asked in st.session_state.pop(ASKED):
            st.session_state[SAID] = _done(asked, lang)
    st.rerun()


def _done(asked: Message, lang: str) -> ChangeResult:
    message = asked.more.get("message", "").strip()[:500]
    if cached.replaced(asked.store):
        return ChangeResult(False, say("store-replaced", lang))
    try:
        return _close(asked, message, lang) if asked.key == "close" else _revert(asked, message, lang)
    except UndoRefused as error:
        return ChangeResult(False, sentence(error, lang), tuple(error.params.get("loads", ())))
    except KpiError as error:
        return ChangeResult(False, sentence(error, lang))


def _revert(asked: Message, message: str, lang: str) -> ChangeResult:
    act, load = redo_load if asked.key == "redo" else undo_load, asked.number
    done = act(cached.warehouse(), load, local_actor(), message, settings.now())
    cached.watcher().look()
    word = "redone" if asked.key == "redo" else "undone"
    return ChangeResult(True, saved(say(word, lang, load=load, version=number(done.version)), lang))


def _close(asked: Message, message: str, lang: str) -> ChangeResult:
    month, name = asked.dated, asked.more.get("name", "").strip()[:60]
    version = close(cached.warehouse(), month, local_actor(), name, message, settings.now())
    cached.watcher().look()
    text = f"{month.year - 1911}/{month.month}"
    return ChangeResult(
        True, saved(say("month-closed-done", lang, name=name, month=text, version=number(version)), lang)
    )


def said() -> ChangeResult | None:
    """The answer to the last act, until something else is done."""
    found: ChangeResult | None = st.session_state.get(SAID)
    return found


def to_copy() -> int | None:
    """The number of the file whose clean copy this run is to hand out."""
    found: int | None = st.session_state.pop(COPY, None)
    return found
