"""Self-assessment (自行評核): the yearly form written from the data, one of its rows, and what each office still owes."""

from ui.assessment import page

page.draw()
