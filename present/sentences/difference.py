"""What moved, in words: the status, what it was then and is now, and by how much it differs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypedDict

from kpi.catalogue import Behaviour, Catalogue
from kpi.differences import Move
from kpi.evaluate import Result
from kpi.status import Status
from kpi.tone import Tone, tone_of
from lang import difference, in_column, list_of, period, say, year
from present.sentences.change import DASH, verdict
from present.sentences.result import ORDER, n_of, status_word, value_words
from present.sentences.standard import standard_text


class Side(TypedDict):
    """One indicator on one side, in words; ``status`` is the key of its ``word``."""

    value: str
    n: str
    period: str
    status: Status
    word: str


class Moved(TypedDict):
    """One indicator of one year, in words: ``also`` names its other years that moved."""

    id: str
    name: str
    period: str
    flipped: bool
    before: Side
    after: Side
    gap: str
    remark: str
    also: str
    standard: str


def parted(catalogue: Catalogue, moved: Sequence[Move]) -> tuple[list[Move], list[Move]]:
    """The indicators of which a status flipped, what stands worst now first; and the others.

    Each stands there once, in the newest year that flipped, or else that moved; what had no figure and has none is left out.
    """
    first: dict[str, Move] = {}
    for move in sorted(_told(catalogue, moved), key=lambda move: (not move.flipped, -move.year)):
        first.setdefault(move.indicator, move)
    known = list(catalogue.indicators)
    flipped = [(move, move.after.status) for move in first.values() if move.flipped and move.after]
    flipped.sort(key=lambda one: (ORDER.index(one[1]), known.index(one[0].indicator)))
    others = [move for move in first.values() if not move.flipped]
    return [move for move, _ in flipped], sorted(others, key=lambda move: (-move.year, known.index(move.indicator)))


def _told(catalogue: Catalogue, moved: Sequence[Move]) -> list[Move]:
    """Those with a figure, or with evidence, on either side."""
    return [
        move for move in moved
        if any(side and value_words(catalogue, side, "en") != DASH for side in (move.before, move.after))
    ]  # fmt: skip


def row(catalogue: Catalogue, move: Move, lang: str, moved: Sequence[Move] = ()) -> Moved:
    """One indicator of one year: then, now, and by how much it differs; and which of its other years ``moved`` too."""
    mine = [one for one in moved if one.indicator == move.indicator and one.year != move.year]
    others = [one.year for one in _told(catalogue, mine)]
    one, two = move.before, move.after
    gap, remark = difference_words(catalogue, move, lang)
    gap = in_column(gap, lang)
    spans = [period(side.value.period, lang) if side and side.value else "" for side in (one, two)]
    together = spans[0] == spans[1]
    counted = catalogue.indicators[move.indicator].behaviour is not Behaviour.evidence and any(spans)
    return {
        "id": move.indicator,
        "name": catalogue.indicators[move.indicator].name.get(lang),
        "period": (spans[1] if together else "") if counted else year(move.year, lang),
        "flipped": move.flipped,
        "before": _side(catalogue, one, two, "" if together else spans[0], lang),
        "after": _side(catalogue, two, one, "" if together else spans[1], lang),
        "gap": gap,
        "remark": remark,
        "also": say("chg-also", lang, years=list_of([year(one, lang) for one in sorted(others, reverse=True)], lang))
        if others
        else "",
        "standard": _standard(catalogue, move, lang),
    }


def difference_words(catalogue: Catalogue, move: Move, lang: str) -> tuple[str, str]:
    """The difference, and what it is to be taken with: that it got worse, that more days are counted, that it is new."""
    key, one, two = move.indicator, move.before, move.after
    if one is None or two is None:
        return "", say("chg-new" if one is None else "chg-gone", lang)
    old, new = one.value, two.value
    if old is None or new is None or old.value is None or new.value is None:
        return "", ""
    judged = tone_of(catalogue.indicators[key].direction, new.value, old.value)
    if judged is Tone.same:
        same = (old.numerator, old.denominator) == (new.numerator, new.denominator)
        return "", say("chg-same-value" if same else "chg-equal", lang)
    gap = difference(catalogue, key, new.value, old.value, lang)
    if old.period != new.period:
        return gap, say("chg-longer" if new.period.end > old.period.end else "chg-other-days", lang)
    return gap, verdict(judged, lang)


def number_beside(result: Result | None) -> tuple[float, ...]:
    """The value of the other side, from which one is told apart."""
    value = result.value if result else None
    return (value.value,) if value is not None and value.value is not None else ()


def _side(catalogue: Catalogue, result: Result | None, other: Result | None, span: str, lang: str) -> Side:
    if result is None:
        return {
            "value": DASH,
            "n": "",
            "period": "",
            "status": Status.no_data,
            "word": status_word(Status.no_data, lang),
        }
    value = result.value
    evidence = catalogue.indicators[result.indicator].behaviour is Behaviour.evidence
    return {
        "value": in_column(value_words(catalogue, result, lang, number_beside(other)), lang),
        "n": n_of(catalogue, result.indicator, value, lang)
        if value is not None and value.value is not None and not evidence
        else "",
        "period": "" if evidence else span,
        "status": result.status, "word": status_word(result.status, lang),
    }  # fmt: skip


def _standard(catalogue: Catalogue, move: Move, lang: str) -> str:
    """That another standard is in force, where that is so."""
    if move.before is None or move.after is None or move.before.standard == move.after.standard:
        return ""
    told = (standard_text(catalogue, move.indicator, r.standard, lang) for r in (move.before, move.after))
    return say("chg-standard", lang, before=next(told), after=next(told))
