"""The choice of a reader in the address of the page, so that a view can be bookmarked and sent; and what else it names."""

from __future__ import annotations

from collections.abc import Collection

import streamlit as st

from ui.shell.reader_choice import NAMES, Choice
from warehouse import Version

KEY, PAGE = "ui-choice", "ui-page"


def choice(dimensions: Collection[str], offices: Collection[str], page: str) -> Choice:
    """What the address says; on another page than before, with nothing in the address, what was chosen last."""
    read = Choice.read(st.query_params.to_dict(), dimensions, offices)
    kept: Choice | None = st.session_state.get(KEY)
    came = st.session_state.get(PAGE) != page
    st.session_state[PAGE] = page
    if came and kept and kept.params() and not any(name in st.query_params for name in NAMES):
        write(kept)
        return kept
    st.session_state[KEY] = read
    return read


def write(chosen: Choice) -> None:
    """Put a choice into the address, leaving what else is there."""
    st.session_state[KEY] = chosen
    rest = {name: value for name, value in st.query_params.to_dict().items() if name not in NAMES}
    st.query_params.from_dict({**rest, **chosen.params()})


def choose(key: str, value: str) -> None:
    """One thing chosen anew by a control of the page."""
    write(st.session_state.get(KEY, Choice()).set(key, value))


def numbered(name: str, version: Version) -> int | None:
    """The load, version or edition that the address names by its number in the store of ``version``; None where it names
    none, or one of another store. A bare number is of the store that is there, and gets its name: it may be kept."""
    text = st.query_params.get(name, "")
    number = version.numbered(text)
    if number is not None and "-" not in text:
        st.query_params[name] = str(version.of(number))
    return number


def replaced(name: str, version: Version) -> bool:
    """Does the address name something by its number in another store than that of ``version``?"""
    text = st.query_params.get(name, "")
    return "-" in text and version.numbered(text) is None
