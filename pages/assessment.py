"""Self-assessment (自行評核): the yearly form written from the data, one of its rows, and what each office still owes."""

from __future__ import annotations

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


page = frame.begin(flow.PAGE)
if page.newest:
    row_flow.act(page)
opened = flow.opened() if page.newest else None
if opened is not None:
    navigation.entitle(view.current(page).row(opened).standard, page.lang)
    components.draw("row", f"row-{opened}-{page.lang}", row_view.shown(page, opened), row_flow.heard)
elif page.newest is None:
    components.draw("assessment", "assessment-head", view.head(page, None), flow.heard)
else:
    flow.act(page)
    edition = editions_view.opened(page) if flow.view() == "editions" else None
    components.draw(
        "assessment", "assessment-head", view.head(page, view.made(page, files.wanted(), edition)), flow.heard
    )
    components.draw("assessment", f"assessment-{flow.view()}", BODIES[flow.view()](page), flow.heard)
