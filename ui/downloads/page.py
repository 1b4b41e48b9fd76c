"""Downloads (下載): the indicator summary of a period, what a meeting needs, and any chart, as files."""

from __future__ import annotations

from ui.downloads import meeting, view
from ui.parts import drawing
from ui.shared import download as files
from ui.shell import page_context
from ui.shell.page_context import Filled


def draw() -> None:
    """Draw the page for who asks."""
    page = page_context.begin("downloads")
    which, wanted = view.asked(), files.wanted()
    if not isinstance(page, Filled):
        drawing.draw("downloads", "downloads-head", view.empty(page), view.on_message)
    else:
        summary = view.made(page, which, view.SUMMARY, wanted)
        drawing.draw("downloads", "downloads-head", view.head(page, summary), view.on_message)
        drawing.draw("downloads", "downloads-meeting", meeting.shown(page), view.on_message)
        drawing.draw("downloads", "downloads-chart", view.chooser(page, which), view.on_message)
        picture = view.preview(page, which, view.made(page, which, view.PICTURE, wanted))
        drawing.draw("downloads", "downloads-preview", picture, view.on_message)
