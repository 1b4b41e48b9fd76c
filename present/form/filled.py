"""The form before it is printed: rows with their filled text and the state that each is in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kpi.catalogue import StandardKind
from kpi.form.figure import Figure
from kpi.form.saved_records import Evidence, Written
from kpi.sentence import Sentence
from present.numbering import mark, spaced


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
    """``listed``: the kind of its mark (see `kpi.form.template.MARKS`), or "" of a paragraph."""

    pieces: tuple[str | Printed, ...]
    listed: str = ""

    @property
    def text(self) -> str:
        return "".join(piece if isinstance(piece, str) else piece.text for piece in self.pieces)


@dataclass(frozen=True)
class Placed:
    """A line in its list: the ``number`` that it bears there (0 of a bullet or a paragraph), and how deep the list lies."""

    line: FilledLine
    number: int = 0
    level: int = 0


def placed(lines: tuple[FilledLine, ...]) -> list[Placed]:
    """Lines with their numbers. A list that deeper ones interrupt goes on; a paragraph ends all lists."""
    found: list[Placed] = []
    open_lists: list[str] = []
    counts: dict[str, int] = {}
    for line in lines:
        if not line.listed:
            open_lists, counts = [], {}
            found.append(Placed(line))
        elif line.listed == "-":
            found.append(Placed(line, level=len(open_lists)))
        else:
            if line.listed in open_lists:
                for deeper in open_lists[open_lists.index(line.listed) + 1 :]:
                    del counts[deeper]
                open_lists = open_lists[: open_lists.index(line.listed) + 1]
            else:
                open_lists.append(line.listed)
            counts[line.listed] = counts.get(line.listed, 0) + 1
            found.append(Placed(line, counts[line.listed], open_lists.index(line.listed)))
    return found


def text_of_lines(lines: tuple[FilledLine, ...], lang: str) -> str:
    """Lines as plain text; items bear their marks."""
    return "\n".join("　" * one.level + mark_words(one, lang) + one.line.text for one in placed(lines))


def mark_words(one: Placed, lang: str) -> str:
    """The mark of a list item with the space behind it; "" of a paragraph."""
    if not one.line.listed:
        return ""
    return spaced(mark(one.line.listed, one.number, lang) if one.number else "-")


@dataclass(frozen=True)
class Row:
    """A reference standard with its result. ``template``: the text with its placeholders as they are stored; ``origin``:
    written (for this year), earlier (for an earlier year), default (ours) or none."""

    code: str
    lang: str
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
        return text_of_lines(self.lines, self.lang)

    @property
    def figures(self) -> list[Printed]:
        return [piece for line in self.lines for piece in line.pieces if isinstance(piece, Printed)]


@dataclass(frozen=True)
class Form:
    """The form of a Gregorian ``year`` in one language, of one version of the warehouse; ``frozen``: of a signed edition.

    ``ministry``, ``agency`` and the ``dimensions`` by id are called as they were when the form was made.
    """

    year: int
    as_of: date
    lang: str
    version: int
    demo: bool
    ministry: str
    agency: str
    dimensions: Mapping[str, str]
    rows: tuple[Row, ...] = ()
    frozen: bool = False

    def row(self, code: str) -> Row:
        return next(row for row in self.rows if row.code == code)

    @property
    def done(self) -> int:
        return sum(row.state in DONE for row in self.rows)


def shared_cells(rows: Iterable[Row]) -> list[tuple[int, int]]:
    """Of each row the number of the cell of its item, and of its indicator: rows that follow each other in a dimension with
    the same item share one, and within it those with the same indicator."""
    found: list[tuple[int, int]] = []
    item = indicator = 0
    before: Row | None = None
    for row in rows:
        if before is None or (before.dimension, before.item) != (row.dimension, row.item):
            item, indicator = item + 1, indicator + 1
        elif before.indicator != row.indicator:
            indicator += 1
        found.append((item, indicator))
        before = row
    return found
