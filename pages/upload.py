"""Upload (上傳): what is it, what would happen, load; or the hand-counted figures of a month in a grid."""

from ui.upload import page

page.draw()
