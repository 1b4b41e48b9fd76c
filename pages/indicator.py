"""Indicator (指標): one indicator with its value, what to ask, its chart, its parts, and where the figures came from."""

from ui.indicator import page

page.draw()
