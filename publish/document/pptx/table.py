"""Tables on slides: how high their rows stand, and how they are drawn."""

from __future__ import annotations

from collections.abc import Sequence

from pptx.dml.color import RGBColor
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.table import Table as PptxTable
from pptx.table import _Cell
from pptx.util import Cm

from publish.colours import INK, SOFT, WASH
from publish.colours import LINE as RULE
from publish.document.elements import Cell, Items, Table
from publish.document.grid import Slot, columns_of, heights_of, laid
from publish.document.pptx.lists import signs_of
from publish.document.pptx.styles import AFTER_NUMBERS, CELL_TOP, LINE, MARGIN, TABLE, Type, centimetres
from publish.document.pptx.text import WIDEST, bare, lines_in, put

NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # PowerPoint's own "No Style, No Grid"
SMALLER = 1.5  # points by which remarks in a cell are smaller
Row = tuple[Cell, ...]


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
    inner, total = width - MARGIN - _right(cell), 0.0
    for text, look, indent in _texts(cell, size):
        total += centimetres(lines_in(text, look.size, inner - centimetres(indent)) * look.size * LINE)
    return total + 2 * CELL_TOP


def _right(cell: Cell) -> float:
    return AFTER_NUMBERS if cell.align == "end" else MARGIN


def _texts(cell: Cell, size: float):
    for block in cell.blocks:
        if isinstance(block, Items):
            for item, sign in zip(block.items, signs_of(block, WIDEST), strict=True):
                yield "".join(run.text for run in item), Type(size), size * sign.indent
        else:
            yield block.text, _type(block.style, cell.role, size), 0.0


def _type(style: str, role: str, size: float) -> Type:
    if role in ("head", "group"):
        return Type(size, INK, bold=True)
    return Type(size - SMALLER, SOFT) if style in ("small", "meta") else Type(size)


def fill(
    made: PptxTable, table: Table, rows: Sequence[Row], tall: Sequence[float], width: float, size: float, lang: str
) -> None:
    """Fill a table of python-pptx: head and ``rows``, of which ``tall`` are the heights, head included."""
    made._tbl.tblPr.find("{*}tableStyleId").text = NO_STYLE
    made.horz_banding, made.first_row = False, bool(table.head)
    columns = columns_of(table, width)
    for place, wide in enumerate(columns):
        made.columns[place].width = Cm(wide)
    for number, high in enumerate(tall):
        made.rows[number].height = Cm(high)
    offset = 0
    for part in (table.head, tuple(rows)):
        for number, slots in enumerate(laid(part, len(columns))):
            _row(made, offset + number, slots, size, lang)
        offset += len(part)


def _row(made: PptxTable, number: int, slots: list[Slot], size: float, lang: str) -> None:
    place = 0
    for slot in slots:
        if slot.starts:
            here = made.cell(number, place)
            if slot.cell.rows > 1 or slot.cell.columns > 1:
                here.merge(made.cell(number + slot.cell.rows - 1, place + slot.cell.columns - 1))
            _fill(here, slot.cell, size, lang)
        for column in range(place, place + slot.cell.columns):
            _rule(made.cell(number, column))
        place += slot.cell.columns


def _fill(here: _Cell, cell: Cell, size: float, lang: str) -> None:
    bare(here.text_frame)
    here.margin_left, here.margin_right = Cm(MARGIN), Cm(_right(cell))
    here.margin_top = here.margin_bottom = Cm(CELL_TOP)
    if cell.role in ("head", "group"):
        here.fill.solid()
        here.fill.fore_color.rgb = RGBColor.from_string(WASH[1:].upper())
    first = True
    for block in cell.blocks:
        if isinstance(block, Items):
            for runs, sign in zip(block.items, signs_of(block, lang), strict=True):
                put(here.text_frame, runs, Type(size), lang, first=first, sign=sign, align=cell.align)
                first = False
            continue
        put(here.text_frame, block.runs, _type(block.style, cell.role, size), lang, first=first, align=cell.align)
        first = False


def _rule(here: _Cell) -> None:
    """A thin line below; it comes before the fill, as the schema wants it."""
    properties = here._tc.get_or_add_tcPr()
    line = f'<a:lnB {nsdecls("a")} w="9525"><a:solidFill><a:srgbClr val="{RULE[1:]}"/></a:solidFill></a:lnB>'
    properties.insert(0, parse_xml(line))
