"""Upload: to be written."""

from __future__ import annotations

from ui import frame

frame.begin("upload")
