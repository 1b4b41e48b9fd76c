"""Cells whose values are known beforehand, or made of such: codes, offices, items, update frequencies, links."""

from __future__ import annotations

import re

from etl.tabular.cells.cell import EMPTY, LONGEST, Bad, cell_text, empty, symbol
from etl.tabular.near_names import Nearest
from kpi.spelling import even, fold

_INTERVAL = re.compile(r"每(\d*)(年|季|月|週|周|日|天|半年|小時|時|分|分鐘)")
_STEPS = {
    "年": (12, "month"),
    "半年": (6, "month"),
    "季": (3, "month"),
    "月": (1, "month"),
    "週": (7, "day"),
    "周": (7, "day"),
}


def clean_listed(cell: object, *, known: dict[str, str], nearest: Nearest, key: str, cut: str | None = None) -> object:
    """The stored spelling of a known name; ``key``: the message where it is unknown, which says the ``nearest``."""
    if cell is None or (isinstance(cell, str) and not cell_text(cell)):
        return None
    found = known.get(fold(cell_text(cell)))
    text = cell_text(cell, cut)
    if found is None and cut:
        found = known.get(fold(text))
    if found is not None:
        return found
    if text in EMPTY or symbol(text) is not None:
        return None
    return Bad(key, (("near", "、".join(nearest(text) or nearest.names[:8])),))


def clean_items(cell: object) -> object:
    """Several values joined by semicolons, each once."""
    if empty(cell):
        return None
    parts = [part.strip() for part in re.split(r"[;；]", even(cell_text(cell)))]
    return tuple(dict.fromkeys(part.upper() if part.isascii() else part for part in parts if part)) or None


def clean_interval(cell: object) -> object:
    """每1年, 每 1 月, 每月, 每日 -> ``12 month``, ``1 day``; 不定期更新 and blank -> None."""
    if empty(cell):
        return None
    text = fold(cell_text(cell))
    if "不定期" in text or text in ("無", "不更新", "僅公開一次"):
        return None
    match = _INTERVAL.fullmatch(text.removesuffix("更新")) if len(text) < LONGEST else None
    if not match:
        return Bad("not-an-interval")
    step, unit = _STEPS.get(match.group(2), (1, "day"))
    count = int(match.group(1) or 1) if match.group(2) not in ("小時", "時", "分", "分鐘") else 1
    return f"{count * step} {unit}"


def clean_link(cell: object) -> object:
    if empty(cell):
        return None
    text = cell_text(cell)
    return text if re.fullmatch(r"https?://[^\s<>\"']+", text) else Bad("not-a-link")
