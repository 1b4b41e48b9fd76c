"""What pictures share: colours, type, and the sheet around the plot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypedDict, Unpack

import altair as alt

from present.text_width import wrap

INK, SOFT, LINE, PAPER = "#1b2430", "#4b5764", "#dfe3e8", "#ffffff"
THIS_YEAR, LAST_YEAR, STANDARD = "#174a84", "#a9b2bd", "#981b14"
EARLIER = ("#c9b79a", "#b7c9a9", "#c9a9b7")
Align = Literal["left", "center", "right"]
LAST_YEAR_TEXT = "#66707c"  # the grey of the line is too light to read


def spread(places: list[float], gap: float) -> list[float]:
    """Move label heights apart until each has ``gap`` to the next, keeping their order and their middle."""
    order = sorted(range(len(places)), key=lambda index: places[index])
    groups: list[tuple[float, list[int]]] = []
    for index in order:
        middle, members = places[index], [index]
        while groups and middle - gap * (len(members) - 1) / 2 < groups[-1][0] + gap * (len(groups[-1][1]) + 1) / 2:
            before, others = groups.pop()
            middle = (before * len(others) + middle * len(members)) / (len(others) + len(members))
            members = others + members
        groups.append((middle, members))
    moved = list(places)
    for middle, members in groups:
        for rank, index in enumerate(members):
            moved[index] = middle + gap * (rank - (len(members) - 1) / 2)
    return moved


def rows_chart(rows: Sequence[Mapping[str, object]]) -> alt.Chart:
    return alt.Chart(alt.Data(values=rows))  # type: ignore[no-untyped-call]  # Altair says no types of it


class Stroke(TypedDict, total=False):
    """How a line is drawn."""

    color: str
    strokeWidth: float
    strokeDash: list[float]


class Edge(TypedDict, total=False):
    """What is drawn around letters."""

    stroke: str
    strokeWidth: float
    strokeJoin: Literal["miter", "round", "bevel"]


def rule(x: float, x2: float, y: float, y2: float, **style: Unpack[Stroke]) -> alt.Chart:
    """A straight line between two pixels of the plot."""
    line = rows_chart([{}]).mark_rule(clip=False, **style)
    made: alt.Chart = line.encode(x=alt.value(x), x2=alt.value(x2), y=alt.value(y), y2=alt.value(y2))
    return made


@dataclass(frozen=True)
class Words:
    """One text at a pixel of the plot (0, 0 is its top left corner)."""

    text: str
    x: float
    y: float
    size: float = 13
    colour: str = SOFT
    bold: bool = False
    align: Align = "left"
    halo: bool = False

    def marks(self, font: str) -> list[alt.Chart]:
        blank = rows_chart([{}])

        def written(colour: str, **edge: Unpack[Edge]) -> alt.Chart:
            made: alt.Chart = blank.mark_text(
                x=self.x, y=self.y, text=self.text, fontSize=self.size, align=self.align, font=font, baseline="middle",
                fontWeight="bold" if self.bold else "normal", clip=False, color=colour, **edge,
            )  # fmt: skip
            return made

        under = [written(PAPER, stroke=PAPER, strokeWidth=5, strokeJoin="round")]
        return (under if self.halo else []) + [written(self.colour)]


@dataclass(frozen=True)
class Sheet:
    """A plot with a heading above it and a note below it, measured so that nothing is cut off."""

    title: str
    subtitle: str
    note: str
    width: float
    height: float
    left: float
    right: float

    SIDE = 24

    @property
    def full(self) -> float:
        return self.left + self.width + self.right

    def heading(self, keys: list[tuple[str, str]], unit: str) -> tuple[float, list[Words], list[Words]]:
        """Height above the plot, its texts, and the first lines of ``keys`` (text, colour), for their samples."""
        x, room = self.SIDE - self.left, self.full - 2 * self.SIDE
        blocks = [(line, 21, INK, True, 30) for line in wrap(self.title, 21, room)]
        blocks += [(line, 14, SOFT, False, 22) for line in wrap(self.subtitle, 14, room)]
        key_lines = [
            (line, colour, index == 0)
            for text, colour in keys for index, line in enumerate(wrap(text, 13, room - 40))
        ]  # fmt: skip
        top = 20 + sum(block[4] for block in blocks) + (8 + 21 * len(key_lines) if key_lines else 0) + 34
        y = 20 - top
        texts: list[Words] = []
        key_texts: list[Words] = []
        for line, size, colour, bold, step in blocks:
            texts.append(Words(line, x, y + step / 2, size, colour, bold))
            y += step
        y += 8
        for line, colour, first in key_lines:
            (key_texts if first else texts).append(Words(line, x + 40, y + 10, 13, colour))
            y += 21
        texts.append(Words(unit, x, -20, 12, SOFT))
        return top, texts, key_texts

    def footing(self, below: float) -> tuple[float, list[Words]]:
        """Height under the plot (``below`` of it for the axis) and the lines of the note."""
        lines = [line for part in self.note.split("\n") for line in wrap(part, 12, self.full - 2 * self.SIDE)]
        x = self.SIDE - self.left
        texts = [Words(line, x, self.height + below + 12 + 19 * i, 12) for i, line in enumerate(lines)]
        return below + (10 + 19 * len(lines) if lines else 0) + 14, texts

    def finish(self, layers: list[alt.Chart], font: str, top: float, bottom: float) -> alt.LayerChart:
        made: alt.LayerChart = (
            alt.layer(*layers)
            .properties(
                width=self.width, height=self.height, background=PAPER, autosize=alt.AutoSizeParams(type="none"),
                padding={"left": self.left, "right": self.right, "top": top, "bottom": bottom},
            )
            .configure(font=font)
            .configure_view(stroke=None)
            .configure_axis(
                labelFont=font, titleFont=font, labelFontSize=12, labelColor=SOFT, gridColor=LINE, domainColor=LINE,
                tickColor=LINE,
            )
        )  # fmt: skip
        return made
