"""History (歷程): every load, what it moved and its rows; undo and redo; two versions compared; closed months."""

from __future__ import annotations

from collections.abc import Mapping

from ui.history import actions, view
from ui.parts import drawing
from ui.shell import navigation, page_context


def _part(key: str, shown: Mapping[str, object] | None) -> None:
    if shown is not None:
        drawing.draw("history", f"history-{key}", shown, actions.on_message)


def draw() -> None:
    """Draw the page for who asks."""
    page = page_context.begin(actions.PAGE)
    actions.act(page.lang)

    head = view.head(page)
    if head["back"]:  # one load is open
        navigation.entitle(head["head"]["title"], page.lang)
    _part("head", head)
    if actions.tab() == "compare":
        _part("body", view.compare(page))
    elif actions.tab() == "closing":
        _part("body", view.closing(page))
    elif head["back"]:
        _part("body", view.one(page))
        _part("moves", view.moved(page))
        _part("rows", view.rows(page))
    else:
        _part("body", view.loads(page))
