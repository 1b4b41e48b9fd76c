"""What happened, on every chart of an indicator: notes and changes of process, numbered by their day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from kpi.dates.periods import Period
from kpi.observations import Book, Scope
from lang import day, say
from lang import period as period_words


@dataclass(frozen=True)
class Remark:
    """``place`` is on the scale of the chart, ``number`` stands beside its thin line and before its ``text`` below.

    ``by`` says who wrote it and when; ``load`` is where it came from.
    """

    place: float
    number: int
    text: str
    line: str  # 1. 114/10/31：颱風停止上班（王小明，114/11/3）
    by: str = ""
    load: int | None = None


def _by(author: str, at: datetime | None, lang: str) -> str:
    return say("remark-by", lang, who=author, day=day(at.date(), lang)) if at else ""


def remarks_of(
    book: Book, indicator: str, scope: Scope, shown: Period, lang: str, place: Callable[[date], float]
) -> tuple[Remark, ...]:  # fmt: skip
    """Those that fall into the period of a chart, the oldest first; an office has its own besides the agency's."""
    found, offices = [], book.lineage(scope.office) if scope.office else ()
    for note in book.notes:
        mine = note.indicator in (None, indicator) and (note.office is None or note.office in offices)
        if mine and note.period.meets(shown):
            text = say("remark-note", lang, when=period_words(note.period, lang), text=note.text)
            found.append((max(note.period.start, shown.start), text, _by(note.author, note.at, lang), note.load))
    for change in book.rebases:
        mine = change.indicator == indicator and (change.office is None or change.office in offices)
        if mine and shown.start <= change.start <= shown.end:
            text = say("remark-change", lang, day=day(change.start, lang), reason=change.reason)
            found.append((change.start, text, _by(change.author, change.at, lang), change.load))
    found.sort(key=lambda item: item[0])
    remarks = []
    for number, (when, text, by, load) in enumerate(found, start=1):
        line = say("remark-line", lang, number=number, text=text, by=by, written=int(bool(by)))
        remarks.append(Remark(place(when), number, text, line, by, load))
    return tuple(remarks)
