"""Which language a reader gets: the address, then what was chosen earlier, then what the browser asks for."""

from __future__ import annotations

import streamlit as st

from lang import LANGUAGES, choose

KEY = "lang"


def current() -> str:
    """The language of this run; a choice that was made stays in the address."""
    asked = st.query_params.get(KEY)
    if asked in LANGUAGES:
        st.session_state[KEY] = asked
        return asked
    chosen: str | None = st.session_state.get(KEY)
    if chosen in LANGUAGES:
        st.query_params[KEY] = chosen
        return chosen
    return choose(st.context.locale)


def other(lang: str) -> str:
    """The language that the switch offers."""
    return next(name for name in LANGUAGES if name != lang)


def switch(lang: str) -> None:
    """Choose a language from now on."""
    if lang in LANGUAGES:
        st.session_state[KEY] = lang
        st.query_params[KEY] = lang
