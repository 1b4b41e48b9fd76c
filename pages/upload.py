"""Upload (上傳): what is it, what would happen, load; or the hand-counted figures of a month in a grid."""

from __future__ import annotations

from functools import partial

import streamlit as st

from lang import say
from ui import components, figures_grid, figures_save, frame
from ui import upload_flow as flow
from ui import upload_view as view

flow.arrive()
page = frame.begin(flow.PAGE)
lang = page.lang
top = st.container()  # what the files seem to be is known once they are read

if flow.tab() == "figures":
    components.draw(
        "grid",
        "upload-grid",
        figures_grid.shown(page.version, lang, figures_save.said()),
        partial(figures_save.heard, lang),
    )
else:
    # The frame's style hides it, as it speaks English only: the component draws the place to drop files, and hands it them.
    with st.container(key="up-hidden"):
        files = st.file_uploader(
            say("up-drop", lang), accept_multiple_files=True, key=f"up-files-{flow.generation()}", type=None
        )
    body, bar = st.container(), st.empty()
    files = flow.there(files)
    outcome, done = flow.run(
        files, page.version, lang, lambda share, what: bar.progress(min(share, 1.0), text=say(what, lang))
    )
    bar.empty()
    with body:
        components.draw("upload", "upload-body", view.body(page, files, outcome, done), flow.heard)

with top:
    components.draw("upload", "upload-head", view.head(page), flow.heard)
components.draw("upload", "upload-history", view.history(page), flow.heard)
