"""What changed (有什麼不同): since the reader's last visit, a load, a day or a version, statuses that flipped first."""

from ui.changes import page

page.draw()
