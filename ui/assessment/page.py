"""Self-assessment (自行評核): the yearly form written from the data, one of its rows, and what each office still owes."""

from __future__ import annotations

from ui import parts
from ui.assessment import actions, comparison, editions, open_rows, row, row_actions, view
from ui.shared import download as files
from ui.shell import navigation, page_context

BODIES = {
    "form": view.table,
    "offices": open_rows.shown,
    "compare": comparison.shown,
    "editions": editions.shown,
}


def draw() -> None:
    """Draw the page for who asks."""
    page = page_context.begin(actions.PAGE)
    if page.newest:
        row_actions.act(page)
    opened = actions.opened() if page.newest else None
    if opened is not None:
        navigation.entitle(view.current(page).row(opened).standard, page.lang)
        parts.draw("form_row", f"row-{opened}-{page.lang}", row.shown(page, opened), row_actions.on_message)
    elif page.newest is None:
        parts.draw("assessment", "assessment-head", view.head(page, None), actions.on_message)
    else:
        actions.act(page)
        edition = editions.opened(page) if actions.view() == "editions" else None
        parts.draw(
            "assessment",
            "assessment-head",
            view.head(page, view.made(page, files.wanted(), edition)),
            actions.on_message,
        )
        parts.draw("assessment", f"assessment-{actions.view()}", BODIES[actions.view()](page), actions.on_message)
