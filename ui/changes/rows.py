"""What moved as rows; `changes.js` draws them."""

from __future__ import annotations

from collections.abc import Sequence

from kpi.differences import Move
from lang import say
from present.sentences.difference import row
from ui.changes.contract import ChangeTable
from ui.shared import cached

MOST = 60  # rows of a table; the rest is counted


def table(title: str, moved: Sequence[Move], every: Sequence[Move], lang: str) -> ChangeTable:
    """Moves as rows; ``every``: with those of other years."""
    keys = ("indicator", "status", "before", "after", "gap", "to")
    return {
        "title": title,
        "rows": [row(cached.catalogue(), move, lang, every) for move in moved[:MOST]],
        "more": say("chg-more", lang, count=len(moved) - MOST) if len(moved) > MOST else "",
        "words": {key: say(f"chg-col-{key}", lang) for key in keys},
    }
