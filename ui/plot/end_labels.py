"""Names of lines behind their right ends, moved apart where they would touch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from ui.plot.figure_builder import Sketch
from ui.plot.palette import Palette

ROOM = 78  # pixels of the right margin in which the names stand
LINE = 17  # pixels of a line of text


@dataclass(frozen=True)
class End:
    """A line's last ``value`` and its name, in one or two lines of plain text."""

    value: float
    name: tuple[str, ...]


def name_ends(
    fig: Sketch, middle: End, others: Sequence[End], colours: Palette, low: float, high: float, tall: float
) -> None:
    """Names beside the right edge: the ``middle`` one at its line, the others above and below it, pushed outward.

    The axis runs from ``low`` to ``high`` over ``tall`` pixels.
    """
    _write(fig, middle, 0.0, colours.ink)
    for direction in (1, -1):
        side = [end for end in others if (1 if end.value >= middle.value else -1) == direction]
        edge = _height(middle.value, low, high, tall) + direction * _tall(middle) / 2
        for end in sorted(side, key=lambda one: abs(one.value - middle.value)):
            natural = _height(end.value, low, high, tall)
            near = natural - direction * _tall(end) / 2  # the side that faces the name before it
            moved = max(0.0, (edge - near) * direction) * direction
            edge = natural + moved + direction * _tall(end) / 2
            _write(fig, end, moved, colours.soft)


def _write(fig: Sketch, end: End, moved: float, colour: str) -> None:
    fig.add_annotation(
        text="<br>".join(escape(part, quote=False) for part in end.name), font={"size": 12, "color": colour},
        xref="paper", x=1, xanchor="left", xshift=6, y=end.value, yanchor="middle", yshift=moved, align="left",
        showarrow=False,
    )  # fmt: skip


def _tall(end: End) -> float:
    return LINE * len(end.name)


def _height(value: float, low: float, high: float, tall: float) -> float:
    return (value - low) / (high - low) * tall
