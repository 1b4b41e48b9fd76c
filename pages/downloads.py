"""Downloads (下載): the indicator summary of a period, what a meeting needs, and any chart, as files."""

from ui.downloads import page

page.draw()
