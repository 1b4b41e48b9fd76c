"""The tables of a document as .ods, the government's standard (CNS 15251)."""

from __future__ import annotations

from dataclasses import replace

from opendocument import ods_file, workbook
from opendocument.workbook import Column, Covered, Look, Row, Sheet, Workbook
from present.text_width import wrap
from publish.colours import HEADER_FILL, INK, SOFT, WASH
from publish.document.elements import Cell, Document, Table
from publish.document.grid import Slot, heights_of, laid
from publish.document.odf.about import about_of
from publish.document.sheet_cells import lines_of, notes_of, sheet_name, tables_of
from publish.document.styles import FAMILIES, RULE

WIDTH = 27.0  # centimetres over the whole table
SIZE = 10  # points
PADDING, LINE = 0.1, 1.45  # centimetres in a cell, and em from line to line in a font that asks for much
SLACK = 0.98  # of the width: another font than ours may be wider, and its lines break earlier
POINT = 2.54 / 72
BOX = Look(SIZE, box=RULE, padding=PADDING, wrap=True)
LOOKS = {
    "title": Look(15, bold=True, colour=INK, align="center", stands="middle", wrap=True),
    "about": Look(SIZE, colour=SOFT, align="start", wrap=True),
    "head": replace(BOX, bold=True, colour="#ffffff", fill=HEADER_FILL, align="center", stands="middle"),
    "group": replace(BOX, bold=True, colour=INK, fill=WASH, align="start", stands="middle"),
    "data": replace(BOX, colour=INK, align="start", stands="top"),
}


def to_ods(document: Document) -> bytes:
    """A sheet for each section that has tables: title block, then its tables under each other."""
    sheets = []
    for place, (section, tables) in enumerate(tables_of(document)):
        widths = max((table.widths for table in tables), key=len)
        rows = _top(document, len(tables[0].widths))
        for table in tables:
            rows += _rows(table, document.lang)
        columns = tuple(Column(share * WIDTH) for share in widths)
        sheets.append(Sheet(sheet_name(document, section, place), columns, tuple(rows)))
    about = about_of(document)
    return ods_file.to_ods(Workbook(tuple(sheets), document.lang, about, font=FAMILIES[0], footer=document.title))


def _top(document: Document, columns: int) -> list[Row]:
    rest = (Covered(),) * (columns - 1)
    lines = [(line, "title") for line in document.heading] + [(line, "about") for line in document.about]
    return [Row((workbook.Cell(line, LOOKS[look], columns=columns), *rest)) for line, look in lines]


def _rows(table: Table, lang: str) -> list[Row]:
    columns, found = [share * WIDTH for share in table.widths], []
    for rows in (table.head, table.body):
        heights = heights_of(
            rows, columns, lambda cell, width: _height(cell, width, lang), _height(Cell(()), WIDTH, lang)
        )
        for slots, height in zip(laid(rows, len(columns)), heights, strict=True):
            found.append(Row(tuple(_cells(slots, lang)), height, repeated=rows is table.head))
    return found


def _height(cell: Cell, width: float, lang: str) -> float:
    """Centimetres that the text of a cell takes in so many of width."""
    room = (width - 2 * PADDING) / POINT * SLACK
    lines = sum(max(1, len(wrap(line, SIZE, room))) for line in lines_of(cell, lang).split("\n"))
    return lines * SIZE * LINE * POINT + 2 * PADDING


def _cells(slots: list[Slot], lang: str) -> list[workbook.Cell | Covered]:
    found: list[workbook.Cell | Covered] = []
    for slot in slots:
        cell, look = slot.cell, LOOKS[slot.cell.role]
        if slot.starts:
            notes = tuple(notes_of(cell))
            found.append(workbook.Cell(lines_of(cell, lang), look, cell.rows, cell.columns, notes))
        found += [Covered(look)] * (cell.columns - slot.starts)
    return found
