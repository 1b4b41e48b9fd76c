"""What changed (有什麼不同): since the reader's last visit, a load, a day or a version, statuses that flipped first."""

from __future__ import annotations

import streamlit as st

from ui.changes import view
from ui.parts import drawing
from ui.shell import page_context
from ui.shell.page_context import Filled

COMPARED = "chg-compared"


def draw() -> None:
    """Draw the page for who asks."""
    page = page_context.begin(view.PAGE)
    since = view.asked(page)
    drawing.draw("changes", "changes-head", view.head(page, since), view.on_message)
    if isinstance(page, Filled):
        slot, pair = st.empty(), (since.version, page.version)
        if st.session_state.get(COMPARED) != pair:  # comparing two versions for the first time takes a moment
            with slot:
                drawing.draw("changes", "changes-waiting", view.waiting(page, since), view.on_message)
        shown = view.body(page, since)
        st.session_state[COMPARED] = pair
        with slot:
            drawing.draw("changes", "changes-body", shown, view.on_message)
