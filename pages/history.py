"""History (歷程): every load, what it moved and its rows; undo and redo; two versions compared; closed months."""

from ui.history import page

page.draw()
