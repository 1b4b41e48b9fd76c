"""Indicators that differ between two versions, in words; `ui/parts/differences.js` draws them."""

from __future__ import annotations

from collections.abc import Sequence

from kpi.differences import Move
from kpi.evaluate import Result
from kpi.status import Status
from lang import in_column, period, say, year
from present.sentences import result as words
from present.sentences.change import DASH
from present.sentences.difference import number_beside
from ui.shared import cached
from ui.shared.contract import Differences, Side

MOST = 60  # shown; the rest is counted


def shown(moves: Sequence[Move], lang: str, before: str = "", after: str = "") -> Differences:
    """The moves, flipped statuses first, each side with value, n, period and status. ``before``, ``after``: its heads."""
    heads = {key: say(f"up-{key}", lang) for key in ("moves", "before", "after", "indicator", "flips")}
    heads |= {key: text for key, text in (("before", before), ("after", after)) if text}
    return {
        "rows": [
            {
                "id": move.indicator, "name": cached.catalogue().indicators[move.indicator].name.get(lang),
                "year": year(move.year, lang), "flipped": move.flipped,
                "before": _side(move.before, move.after, lang), "after": _side(move.after, move.before, lang),
            }
            for move in moves[:MOST]
        ],
        "more": say("moves-more", lang, count=len(moves) - MOST) if len(moves) > MOST else "",
        "words": heads,
    }  # fmt: skip


def _side(result: Result | None, other: Result | None, lang: str) -> Side:
    if result is None:
        return {
            "value": DASH,
            "n": "",
            "period": "",
            "status": Status.no_data,
            "word": words.status_word(Status.no_data, lang),
        }
    catalogue, value = cached.catalogue(), result.value
    known = value is not None and value.value is not None
    return {
        "value": in_column(words.value_words(catalogue, result, lang, number_beside(other)), lang) if known else DASH,
        "n": words.n_of(catalogue, result.indicator, value, lang) if value and known else "",
        "period": period(value.period, lang) if value else "",
        "status": result.status, "word": words.status_word(result.status, lang),
    }  # fmt: skip
