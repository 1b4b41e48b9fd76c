"""Indicator."""

from ui import frame

frame.begin("indicator")
