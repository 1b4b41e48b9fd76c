"""Tables on slides of PowerPoint."""

from __future__ import annotations

from collections.abc import Sequence

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.table import Table as PptxTable
from pptx.table import _Cell
from pptx.util import Cm

from publish.colours import LINE as RULE
from publish.colours import WASH
from publish.document.elements import Cell, Items, Table
from publish.document.grid import Slot, columns_of, laid
from publish.document.pptx.text import bare, put, rgb
from publish.document.slides.heights import Row, margin_right, type_in_cell
from publish.document.slides.looks import CELL_TOP, MARGIN, Type
from publish.document.slides.marks import signs_of

NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # PowerPoint's own "No Style, No Grid"


def fill(
    made: PptxTable, table: Table, rows: Sequence[Row], tall: Sequence[float], width: float, size: float, lang: str
) -> None:
    """Fill a table of python-pptx: head and ``rows``, of which ``tall`` are the heights, head included."""
    made._tbl.get_or_add_tblPr().find("{*}tableStyleId").text = NO_STYLE
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
    here.margin_left, here.margin_right = Cm(MARGIN), Cm(margin_right(cell))
    here.margin_top = here.margin_bottom = Cm(CELL_TOP)
    if cell.role in ("head", "group"):
        here.fill.solid()  # type: ignore[no-untyped-call]  # python-pptx says no types of it
        here.fill.fore_color.rgb = rgb(WASH)
    first = True
    for block in cell.blocks:
        if isinstance(block, Items):
            for runs, sign in zip(block.items, signs_of(block, lang), strict=True):
                put(here.text_frame, runs, Type(size), lang, first=first, sign=sign, align=cell.align)
                first = False
            continue
        put(
            here.text_frame, block.runs, type_in_cell(block.style, cell.role, size), lang, first=first, align=cell.align
        )
        first = False


def _rule(here: _Cell) -> None:
    """A thin line below; it comes before the fill, as the schema wants it."""
    properties = here._tc.get_or_add_tcPr()
    line = f'<a:lnB {nsdecls("a")} w="9525"><a:solidFill><a:srgbClr val="{RULE[1:]}"/></a:solidFill></a:lnB>'
    properties.insert(0, parse_xml(line))
