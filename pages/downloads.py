"""Downloads (下載): the indicator summary of a period, what a meeting needs, and any chart, as files."""

from __future__ import annotations

from ui import components, frame, meeting_view
from ui import downloads_view as view
from ui import made as files

page = frame.begin("downloads")
which, wanted = view.asked(), files.wanted()
summary = view.made(page, which, view.SUMMARY, wanted)
components.draw("downloads", "downloads-head", view.head(page, summary), view.heard)
if page.newest is not None:
    components.draw("downloads", "downloads-meeting", meeting_view.shown(page), view.heard)
    components.draw("downloads", "downloads-chart", view.chooser(page, which), view.heard)
    picture = view.preview(page, which, view.made(page, which, view.PICTURE, wanted))
    components.draw("downloads", "downloads-preview", picture, view.heard)
