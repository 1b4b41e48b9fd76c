"""What is kept of an upload between two runs of the page, and what its controls do.

The source and the tab live in the address; options, what a check found and what a load did live in the session.
"""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from ui import address, data, frame, made
from ui.upload_check import Asked, Done, Outcome, check, commit

PAGE = "upload"
TABS = ("files", "figures")
GENERATION, OPTIONS, OUTCOME, DONE, GO = "up-generation", "up-options", "up-outcome", "up-done", "up-go"
ANSWERS, CHARACTERS, MARK = "up-answers", "up-characters", "up-mark"
SAID = "up-grid-said"  # of the grid of hand-counted figures


def arrive() -> None:
    """Coming from another page, the last upload is over. To be called before `frame.begin`."""
    if st.session_state.get(address.PAGE) != PAGE:
        forget()


def forget() -> None:
    """Begin anew: a new uploader (the old one's files go), no options, no result."""
    st.session_state[GENERATION] = st.session_state.get(GENERATION, 0) + 1
    for key in (OPTIONS, OUTCOME, DONE, GO, SAID, ANSWERS, CHARACTERS, MARK):
        st.session_state.pop(key, None)


def generation() -> int:
    return st.session_state.get(GENERATION, 0)


def tab() -> str:
    found = st.query_params.get("tab")
    return found if found in TABS else TABS[0]


def source() -> str:
    known = data.catalogue().sources
    found = st.query_params.get("source")
    return found if found in known else next(iter(known))


def options() -> dict[str, str]:
    """What was stated about the files: ``from``, ``to``, ``as_of``, ``load`` (add or replace)."""
    return dict(st.session_state.get(OPTIONS, {}))


def replaces() -> bool:
    """Are rows of the covered period that are not in the files removed? As chosen, else as the source does by default."""
    item = data.catalogue().sources[source()]
    default = "replace" if item.load == "replace" or item.kind == "snapshot" else "add"
    return options().get("load", default) == "replace"


def asked() -> Asked:
    answers = tuple(sorted(st.session_state.get(ANSWERS, {}).items()))
    return Asked(source(), options(), replaces(), answers, st.session_state.get(CHARACTERS, False))


def heard(what: str, value: object) -> None:
    """A control of this page was used; what is not ours goes to the frame."""
    key = value.get("key") if what == "choose" and isinstance(value, Mapping) else None
    if key in ("source", "tab"):
        forget()
        st.query_params[key] = str(value.get("value", ""))
    elif key == "option":
        st.session_state[OPTIONS] = options() | {str(value.get("name")): str(value.get("value", "")).strip()}
    elif key == "answer":
        known = data.catalogue().sources[source()].columns
        column = str(value.get("column", ""))
        answers = st.session_state.get(ANSWERS, {})
        st.session_state[ANSWERS] = answers | {str(value.get("value", "")): column if column in known else ""}
    elif key == "characters":
        st.session_state[CHARACTERS] = True
    elif key == "mark":
        st.session_state[MARK] = str(value.get("value", ""))
    elif key == "make":
        made.want(".xlsx")
    elif key == "clear":
        forget()
    elif key == "cancel":  # being heard has ended the run that was loading; what it did is rolled back
        st.session_state.pop(GO, None)
    elif key == "load":
        st.session_state[GO] = str(value.get("value", "")).strip()[:500]
    else:
        frame.heard(what, value)


def to_mark() -> str | None:
    """The name of the file whose problem workbook this run is to make."""
    return st.session_state.pop(MARK, None)


def run(files: list, version: int, lang: str, tell) -> tuple[Outcome | None, Done | None]:
    """Check what was uploaded, or load it when that was asked for. ``tell``: progress, as of `etl.intake.prepare`."""
    message = st.session_state.pop(GO, None)
    if files and message is not None:
        st.session_state[DONE] = commit(asked(), files, message, lang, tell)
        if not st.session_state[DONE].trouble:
            st.session_state[GENERATION] = generation() + 1
            for key in (OPTIONS, OUTCOME, ANSWERS, CHARACTERS):
                st.session_state.pop(key, None)
            st.rerun()
    elif files and MARK not in st.session_state:
        st.session_state.pop(DONE, None)
    return _outcome(files, version, lang, tell) if files else None, st.session_state.get(DONE)


def _outcome(files: list, version: int, lang: str, tell) -> Outcome:
    """The check of these files with these options, made once."""
    kept, ids = st.session_state.get(OUTCOME), tuple(file.file_id for file in files)
    if kept is not None and kept[0][1] != ids:  # what was confirmed are the characters of those files
        st.session_state.pop(CHARACTERS, None)
    key = (asked(), ids, version, lang)
    if kept is None or kept[0] != key:
        kept = (key, check(asked(), files, lang, tell))
        st.session_state[OUTCOME] = kept
    return kept[1]
