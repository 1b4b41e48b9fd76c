"""Upload (上傳): what is it, what would happen, load; or the hand-counted figures of a month in a grid."""

from __future__ import annotations

from functools import partial

import streamlit as st

from lang import say
from ui.parts import drawing
from ui.shell import page_context
from ui.upload import actions, grid, grid_actions, view


def draw() -> None:
    """Draw the page for who asks."""
    actions.arrive()
    page = page_context.begin(actions.PAGE)
    lang = page.lang
    top = st.container()  # what the files seem to be is known once they are read

    if actions.tab() == "figures":
        drawing.draw(
            "grid",
            "upload-grid",
            grid.shown(page.version, lang, grid_actions.said()),
            partial(grid_actions.on_message, lang),
        )
    else:
        # The frame's style hides it, as it speaks English only: the component draws the place to drop files, and hands it them.
        with st.container(key="up-hidden"):
            files = st.file_uploader(
                say("up-drop", lang), accept_multiple_files=True, key=f"up-files-{actions.generation()}", type=None
            )
        body, bar = st.container(), st.empty()
        files = actions.there(files)

        def tell(share: float, what: str) -> None:
            bar.progress(min(share, 1.0), text=say(what, lang))

        outcome, done = actions.run(files, page.version, lang, tell)
        bar.empty()
        with body:
            drawing.draw("upload", "upload-body", view.body(page, files, outcome, done), actions.on_message)

    with top:
        drawing.draw("upload", "upload-head", view.head(page), actions.on_message)
    drawing.draw("upload", "upload-history", view.history(page), actions.on_message)
