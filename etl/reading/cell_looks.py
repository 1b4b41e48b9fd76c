"""How the cells of a workbook look, where that says what they are: struck out, in per cent, digits raised or lowered.

A number in per cent becomes the text that stands in the cell (100%), a text of several looks what a reader sees of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from math import isfinite

from etl.reading.document import Cell
from etl.reading.number_formats import percent
from etl.reading.text_runs import Run, Seen

PERCENT = (9, 10)  # the numbers of the built-in formats 0% and 0.00%
MOVED = {1: "superscript", 2: "subscript"}  # as the binary formats number them


@dataclass(frozen=True)
class Font:
    """``moved``: superscript, subscript or ""."""

    struck: bool = False
    moved: str = ""

    @classmethod
    def of(cls, flags: int, moved: int) -> Font:
        """The font of a binary format."""
        return cls(bool(flags & 8), MOVED.get(moved, ""))


@dataclass(frozen=True)
class Looks:
    """``struck``, ``percent``: cell formats, by their number; ``strings``: shared texts of which a reader sees something
    else than their runs joined, by their number."""

    struck: frozenset[int] = frozenset()
    percent: frozenset[int] = frozenset()
    strings: dict[int, Seen] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.struck or self.percent or self.strings)

    @classmethod
    def by(
        cls,
        fonts: Sequence[Font],
        codes: dict[int, str],
        cells: Sequence[tuple[int, int]],
        strings: dict[int, Seen] | None = None,
    ) -> Looks:
        """``codes``: number formats of the book's own; ``cells``: font and number format of each cell format."""
        struck = {one for one, (font, _) in enumerate(cells) if font < len(fonts) and fonts[font].struck}
        shares = {number for number, code in codes.items() if percent(code)} | (set(PERCENT) - codes.keys())
        return cls(
            frozenset(struck), frozenset(one for one, (_, code) in enumerate(cells) if code in shares), strings or {}
        )


def as_percent(value: Cell) -> Cell:
    """0.25 in a cell that shows it in per cent -> 25%; what is no number as it is."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not isfinite(value):
        return value
    return f"{Decimal(repr(value)).scaleb(2).normalize() + 0:f}%"


def of_runs(text: str, runs: Sequence[tuple[int, int]], fonts: Sequence[Font]) -> list[Run]:
    """The runs of a text of a binary format. ``runs``: (first sign, font) of each but the first, which is as its cell."""
    units = text.encode("utf-16-le", "surrogatepass")
    edges = [(0, len(fonts)), *runs, (len(units) // 2, 0)]
    found: list[Run] = []
    for (start, number), (end, _) in zip(edges, edges[1:], strict=False):
        look = fonts[number] if number < len(fonts) else Font()
        text = units[2 * start : 2 * end].decode("utf-16-le", "replace")
        found.append(Run(text, look.struck, look.moved, own=bool(found)))
    return found
