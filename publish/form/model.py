"""The form before it is printed: rows with their filled text and the state that each is in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kpi.catalogue import StandardKind
from kpi.form.figure import Figure
from kpi.form.records import Evidence, Written
from kpi.sentence import Sentence


class State(StrEnum):
    """What a row waits for; the first that holds, in this order."""

    evidence_missing = "evidence_missing"  # a qualitative standard without evidence valid on the row's cut-off
    figure_missing = "figure_missing"  # a placeholder that stands for nothing
    changed = "changed"  # a figure differs from what the text read when it was saved
    not_reviewed = "not_reviewed"  # nobody has looked at the text for this year yet
    written = "written"  # by the office; it holds no figure
    fresh = "fresh"  # by the office, and every figure is as it was then


DONE = (State.written, State.fresh)


@dataclass(frozen=True)
class Printed:
    """A figure as it is printed; of a frozen edition with the ``source`` that was kept with it."""

    text: str
    figure: Figure | None = None
    source: str = ""


@dataclass(frozen=True)
class FilledLine:
    """``listed``: numbered, bullet or "" (a paragraph)."""

    pieces: tuple[str | Printed, ...]
    listed: str = ""

    @property
    def text(self) -> str:
        return "".join(piece if isinstance(piece, str) else piece.text for piece in self.pieces)


def plain(lines: tuple[FilledLine, ...]) -> str:
    """Lines as plain text; numbered ones bear their numbers."""
    found, number = [], 0
    for line in lines:
        number = number + 1 if line.listed == "numbered" else 0
        found.append({"numbered": f"{number}. ", "bullet": "- "}.get(line.listed, "") + line.text)
    return "\n".join(found)


@dataclass(frozen=True)
class Row:
    """A reference standard with its result. ``template``: the text with its placeholders as they are stored; ``origin``:
    written (for this year), earlier (for an earlier year), default (ours) or none."""

    code: str
    dimension: str
    item: str
    indicator: str
    standard: str
    kind: StandardKind
    office: str | None
    as_of: date
    template: str
    origin: str
    lines: tuple[FilledLine, ...]
    state: State
    why: tuple[Sentence, ...]
    written: Written | None = None
    evidence_of: str | None = None  # the indicator whose evidence this row needs
    evidence: Evidence | None = None
    read_then: str = ""  # what it read when it was saved, where that differs
    reads_now: str = ""  # and the same now, at the cut-off of then

    @property
    def text(self) -> str:
        return plain(self.lines)

    @property
    def figures(self) -> list[Printed]:
        return [piece for line in self.lines for piece in line.pieces if isinstance(piece, Printed)]


@dataclass(frozen=True)
class Form:
    """The form of a Gregorian ``year`` in one language, of one version of the warehouse; ``frozen``: of a signed edition."""

    year: int
    as_of: date
    lang: str
    version: int
    demo: bool
    rows: tuple[Row, ...] = ()
    frozen: bool = False

    def row(self, code: str) -> Row:
        return next(row for row in self.rows if row.code == code)

    @property
    def done(self) -> int:
        return sum(row.state in DONE for row in self.rows)
