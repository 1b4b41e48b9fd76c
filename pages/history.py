"""History (歷程): every load, what it moved and its rows; undo and redo; two versions compared; closed months."""

from __future__ import annotations

from ui import components, frame, navigation
from ui import history_flow as flow
from ui import history_view as view

page = frame.begin(flow.PAGE)
flow.act(page.lang)


def draw(key: str, shown: dict | None) -> None:
    if shown is not None:
        components.draw("history", f"history-{key}", shown, flow.heard)


head = view.head(page)
if head["back"]:  # one load is open
    navigation.entitle(head["head"]["title"], page.lang)
draw("head", head)
if flow.tab() == "compare":
    draw("body", view.compare(page))
elif flow.tab() == "closing":
    draw("body", view.closing(page))
elif head["back"]:
    draw("body", view.one(page))
    draw("moves", view.moved(page))
    draw("rows", view.rows(page))
else:
    draw("body", view.loads(page))
