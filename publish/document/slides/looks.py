"""How slides look. Lengths in centimetres, type in points."""

from __future__ import annotations

from dataclasses import dataclass

from publish.colours import INK, SOFT

WIDTH, HEIGHT = 33.867, 19.05  # 16:9
SIDE, TOP, BOTTOM = 1.6, 2.55, 17.7  # edges of what stands between title and footer
GAP = 0.45
LINE = 1.3  # em, fixed: fonts ask for different lines, and a slide must look the same with each
MARGIN, AFTER_NUMBERS = 0.18, 0.5  # inside a cell, left and right; between numbers and the text of the next column
CELL_TOP = 0.09


@dataclass(frozen=True)
class Box:
    """A place on a slide, in centimetres."""

    left: float
    top: float
    width: float
    height: float


INNER = WIDTH - 2 * SIDE
TITLE_AT, FOOTER_AT = Box(SIDE, 0.85, INNER, 1.45), Box(SIDE, 18.05, INNER - 5, 0.6)
NUMBER_AT = Box(WIDTH - SIDE - 4, 18.05, 4, 0.6)
COVER_AT, BELOW_COVER = Box(SIDE, 3.4, INNER, 4.2), Box(SIDE, 8.2, INNER, 7.5)


@dataclass(frozen=True)
class Type:
    size: float
    colour: str = INK
    bold: bool = False
    after: float = 0.0


TYPES = {
    "title": Type(26, bold=True),
    "cover": Type(38, bold=True),
    "agency": Type(20, SOFT, after=26),
    "lead": Type(18, after=6),
    "body": Type(15, after=6),
    "meta": Type(13, SOFT, after=4),
    "small": Type(12, SOFT, after=3),
    "heading": Type(17, bold=True, after=4),
    "caption": Type(11, SOFT),
    "footer": Type(10, SOFT),
}
TABLE = (14.0, 13.0, 12.0, 11.0)  # type of a table's cells: the largest with which it fits its slide


def points(centimetres: float) -> float:
    return centimetres * 72 / 2.54


def centimetres(size: float) -> float:
    """Of points."""
    return size * 2.54 / 72
