"""Self-assessment (自行評核): the yearly form written from the data, one of its rows, and what each office still owes."""

from __future__ import annotations

from collections.abc import Callable

from ui.assessment import actions, comparison, editions, open_rows, row, row_actions, view
from ui.assessment.contract import Editions, FormTable, OpenRows, TwoYears
from ui.parts import drawing
from ui.shared import download as files
from ui.shell import navigation, page_context
from ui.shell.page_context import Filled

BODIES: dict[str, Callable[[Filled], FormTable | OpenRows | TwoYears | Editions]] = {
    "form": view.table,
    "offices": open_rows.shown,
    "compare": comparison.shown,
    "editions": editions.shown,
}


def draw() -> None:
    """Draw the page for who asks."""
    page = page_context.begin(actions.PAGE)
    if not isinstance(page, Filled):
        drawing.draw("assessment", "assessment-head", view.empty(page), actions.on_message)
        return
    row_actions.act(page)
    opened = actions.opened()
    if opened is not None:
        navigation.entitle(view.current(page).row(opened).standard, page.lang)
        drawing.draw("form_row", f"row-{opened}-{page.lang}", row.shown(page, opened), row_actions.on_message)
    else:
        actions.act(page)
        edition = editions.opened(page) if actions.view() == "editions" else None
        drawing.draw(
            "assessment",
            "assessment-head",
            view.head(page, view.made(page, files.wanted(), edition)),
            actions.on_message,
        )
        drawing.draw("assessment", f"assessment-{actions.view()}", BODIES[actions.view()](page), actions.on_message)
