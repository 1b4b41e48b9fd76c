"""By month (各月一覽): each indicator's months of a year, their status or their change against last year."""

from ui.months import page

page.draw()
