"""Self-assessment (自行評核): the yearly form written from the data, one of its rows, and what each office still owes."""

from __future__ import annotations

import streamlit as st

from ui import assessment_flow as flow
from ui import assessment_view as view
from ui import compare_view, components, editions_view, frame, navigation, owing_view, row_flow, row_view
from ui import made as files

BODIES = {
    "form": view.table,
    "offices": owing_view.shown,
    "compare": compare_view.shown,
    "editions": editions_view.shown,
}


@st.fragment
def row_page(page: frame.Frame, code: str) -> None:
    """Only this part is drawn again while somebody types."""
    row_flow.act(page, code)
    components.draw("row", f"row-{code}-{page.lang}", row_view.shown(page, code), row_flow.heard)


page = frame.begin(flow.PAGE)
opened = flow.opened() if page.newest else None
if opened is not None:
    navigation.entitle(view.current(page).row(opened).standard, page.lang)
    row_page(page, opened)
elif page.newest is None:
    components.draw("assessment", "assessment-head", view.head(page, None), flow.heard)
else:
    flow.act(page)
    edition = editions_view.opened(page) if flow.view() == "editions" else None
    components.draw(
        "assessment", "assessment-head", view.head(page, view.made(page, files.wanted(), edition)), flow.heard
    )
    components.draw("assessment", f"assessment-{flow.view()}", BODIES[flow.view()](page), flow.heard)
