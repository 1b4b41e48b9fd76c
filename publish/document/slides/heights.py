"""How high text and tables stand on a slide, worked out before anything is drawn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from present.text_width import wrap
from publish.colours import INK, SOFT
from publish.document.elements import Cell, Heading, Items, Paragraph, Table
from publish.document.grid import columns_of, heights_of
from publish.document.slides.looks import AFTER_NUMBERS, CELL_TOP, LINE, MARGIN, TABLE, TYPES, Type, centimetres, points
from publish.document.slides.marks import signs_of

Text = Paragraph | Items | Heading
Row = tuple[Cell, ...]
WIDEST = "zh-Hant"  # the language whose marks take the most room
SLACK = 0.94  # of a width is counted on: where our font is not there, another one is a little wider
SMALLER = 1.5  # points by which remarks in a cell are smaller


def height_of(blocks: Iterable[Text], width: float) -> float:
    """Centimetres that blocks take on a slide in so many centimetres of width."""
    total = 0.0
    for text, look, indent in _lines(blocks):
        total += lines_in(text, look.size, width - centimetres(indent)) * look.size * LINE + look.after
    return centimetres(total)


def lines_in(text: str, size: float, width: float) -> int:
    """Lines that a text takes in so many centimetres, an empty one too."""
    return sum(max(1, len(wrap(line, size, points(width) * SLACK))) for line in text.split("\n"))


def _lines(blocks: Iterable[Text]) -> Iterable[tuple[str, Type, float]]:
    for block in blocks:
        if isinstance(block, Items):
            for item, sign in zip(block.items, signs_of(block, WIDEST), strict=True):
                yield "".join(run.text for run in item), TYPES["body"], TYPES["body"].size * sign.indent
        else:
            yield block.text, type_of(block), 0.0


def type_of(block: Paragraph | Heading) -> Type:
    return TYPES["heading"] if isinstance(block, Heading) else TYPES.get(block.style, TYPES["body"])


def size_of(table: Table, width: float, room: float) -> float:
    """The type of its cells: the largest with which it fits the room, else the smallest."""

    def high(size: float) -> float:
        return sum(heights(table, table.head, width, size)) + sum(heights(table, table.body, width, size))

    return next((size for size in TABLE if high(size) <= room), TABLE[-1])


def heights(table: Table, rows: Sequence[Row], width: float, size: float) -> list[float]:
    """Centimetres of each row in a table so wide, its type of so many points.

    Of a cell that spans rows, the last one takes what is left over.
    """
    least = centimetres(size * LINE) + 2 * CELL_TOP
    return heights_of(rows, columns_of(table, width), lambda cell, wide: _height(cell, wide, size), least)


def _height(cell: Cell, width: float, size: float) -> float:
    inner, total = width - MARGIN - margin_right(cell), 0.0
    for text, look, indent in _texts(cell, size):
        total += centimetres(lines_in(text, look.size, inner - centimetres(indent)) * look.size * LINE)
    return total + 2 * CELL_TOP


def margin_right(cell: Cell) -> float:
    return AFTER_NUMBERS if cell.align == "end" else MARGIN


def _texts(cell: Cell, size: float) -> Iterator[tuple[str, Type, float]]:
    for block in cell.blocks:
        if isinstance(block, Items):
            for item, sign in zip(block.items, signs_of(block, WIDEST), strict=True):
                yield "".join(run.text for run in item), Type(size), size * sign.indent
        else:
            yield block.text, type_in_cell(block.style, cell.role, size), 0.0


def type_in_cell(style: str, role: str, size: float) -> Type:
    if role in ("head", "group"):
        return Type(size, INK, bold=True)
    return Type(size - SMALLER, SOFT) if style in ("small", "meta") else Type(size)
