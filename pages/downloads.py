"""Downloads (下載): the indicator summary of a period, and any chart, as files."""

from __future__ import annotations

from functools import partial

import streamlit as st

from lang import say
from ui import components, frame
from ui import downloads_view as view

page = frame.begin("downloads")
lang = page.lang
st.html(view.css(lang))
components.draw("downloads", "downloads-head", view.head(page), frame.heard)


def button(key: str, make, name: str) -> None:
    """One file: a button that makes it, and what it is for."""
    ending = f".{key}"
    st.download_button(
        say(f"dl-{key}", lang), make, name, view.MIME[ending], key=f"dl-{key}", on_click="ignore", width="stretch"
    )
    st.caption(say(f"dl-{key}-for", lang))


if page.newest is not None:
    given = (page.version, page.period, page.choice.office)
    for column, key in zip(st.columns(3), ("xlsx", "ods", "csv"), strict=True):
        with column, st.container(gap="xxsmall"):
            button(key, partial(view.summary_file, f".{key}", *given, lang), view.summary_name(page, f".{key}"))
    which = view.asked()
    components.draw("downloads", "downloads-chart", view.chooser(page, which), frame.heard)
    picture, there = view.preview(page, which)
    if there:
        for column, key in zip(st.columns(3), ("png", "svg"), strict=False):
            with column, st.container(gap="xxsmall"):
                make = partial(view.picture_file, f".{key}", *given, which, lang)
                button(key, make, view.picture_name(page, which, f".{key}"))
    components.draw("downloads", "downloads-preview", picture)
