"""Parts of pages that are drawn in the browser from plain data.

Each is ``NAME.js`` and ``NAME.css`` in the room of its page, or here where several pages draw it, with the shared files
before them. The scripts build elements and set text; no markup ever carries data.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

from ui.shared.contract import Drawn
from ui.shared.messages import Heard, Message, Unheard, read, unheard
from ui.shared.whole_run import whole

UI = Path(__file__).parents[1]
FILES = {path.name: path for path in UI.glob("*/*") if path.suffix in (".js", ".css")}  # no name stands twice
FAULT, LINES, STORE = "ui-fault", "ui-lines", "ui-store"
SHARED_JS = ("dom", "messages", "status_icons", "signals", "sparkline", "last_visit", "paper", "head", "save_file")
SHARED_CSS = ("base", "head")
ALSO = {
    "upload": ("differences", "loads"),
    "history": ("differences", "loads", "row_facts"),
    "source_rows": ("row_facts",),
    "changes": ("differences", "loads"),
    "assessment": ("filled_text",),
    "form_row": ("filled_text",),
}  # parts that some share


def _read(name: str, ending: str) -> str:
    path = FILES.get(f"{name}.{ending}")
    return path.read_text(encoding="utf-8") if path else ""


def _on_paper() -> str:
    """The colours of the light theme for what is printed, whatever theme is on the screen; paper is white."""
    kinds = ("textColor", "grayTextColor", "borderColor", "backgroundColor", "secondaryBackgroundColor", "grayBackgroundColor",
             "blueColor", "grayColor", "greenTextColor", "orangeTextColor", "redTextColor", "orangeColor", "greenColor",
             "violetColor", "orangeBackgroundColor")  # fmt: skip
    colours = {kind: st.get_option(f"theme.light.{kind}") for kind in kinds} | {"backgroundColor": "#ffffff"}
    names = {kind: re.sub(r"[A-Z]", lambda letter: f"-{letter[0].lower()}", kind) for kind in kinds}
    lines = "".join(f"--st-{names[kind]}: {colour} !important;" for kind, colour in colours.items())
    return f"@media print {{ :host {{ {lines} }} }}"


def files(name: str) -> tuple[str, str]:
    """The script and the style of a component, each with those of the parts that it draws."""
    also = ALSO.get(name, ())
    js = "\n".join(_read(part, "js") for part in (*SHARED_JS, *also, name))
    css = "\n".join([*(_read(part, "css") for part in (*SHARED_CSS, *also, name)), _on_paper()])
    return js, css


@cache
def _component(name: str) -> ComponentRenderer:
    js, css = files(name)
    return st.components.v2.component(f"kpi_{name}", js=js, css=css)


def fault() -> str | None:
    """The message that tells that what was done last could not be heard, or failed; told once."""
    found: str | None = st.session_state.pop(FAULT, None)
    return found


def _no_message(key: str) -> None:
    logging.getLogger(__name__).warning("%s sent what is no message", key)
    st.session_state[FAULT] = "message-unheard"


def begin(store: str) -> None:
    """What is drawn in this run is drawn from a store; the messages that come back say from which."""
    st.session_state[STORE] = store


def draw(name: str, key: str, data: Mapping[str, object], on: Callable[[Message], None] | None = None) -> None:
    """Mount a component.

    Parameters
    ----------
    on
        Called with the message before the page is drawn again, when the reader did something.
    """

    def told() -> None:
        with whole():
            sent = getattr(st.session_state[key], "told", None)
            if sent is None:
                return
            try:
                line, new = unheard(sent, lines.get(key, Heard()))
            except Unheard:
                _no_message(key)
                return
            for one in new:
                lines[key] = Heard(line, one.number)
                try:
                    if on is not None:
                        on(read(one.what, one.value, one.store))
                except Unheard:
                    _no_message(key)
                except Exception:  # the reader gets a sentence in their language; the log gets the rest
                    logging.getLogger(__name__).exception("a message of %s failed", key)
                    st.session_state[FAULT] = "ui-fault"

    lines: dict[str, Heard] = st.session_state.setdefault(LINES, {})
    last = lines.get(key, Heard())
    drawn: Drawn = {"heard": {"line": last.line, "number": last.number}, "store": st.session_state[STORE]}
    _component(name)(key=key, data={**data, **drawn}, on_told_change=told)
