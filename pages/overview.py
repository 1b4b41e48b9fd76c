"""Overview (總覽): what needs attention first, then every indicator by dimension."""

from ui.overview import page

page.draw()
