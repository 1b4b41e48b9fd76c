"""The tables of a document as .xlsx, by XlsxWriter: it writes what the Open XML rules ask for, and the house has it for the
copies of uploads."""

from __future__ import annotations

import io
import math
from dataclasses import replace
from datetime import UTC

import xlsxwriter  # type: ignore[import-untyped]  # XlsxWriter says no types
from xlsxwriter.format import Format  # type: ignore[import-untyped]  # nor here
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]  # nor here

from lang.printable import printable
from publish.colours import HEADER_FILL, INK, SOFT, WASH
from publish.document.elements import Cell, Document, Table
from publish.document.grid import laid
from publish.document.sheet_cells import WIDTH, lines_of, notes_of, sheet_name, tables_of
from publish.document.styles import FAMILIES, RULE
from publish.summary.column_widths import characters

LINE, MOST = 14.5, 409  # points: a line of type, and the highest row that Excel knows
LOOKS: dict[str, dict[str, object]] = {
    "title": {"font_size": 15, "bold": True, "align": "center", "valign": "vcenter"},
    "about": {"font_color": SOFT, "valign": "vcenter"},
    "head": {"bold": True, "font_color": "#ffffff", "bg_color": HEADER_FILL, "align": "center", "valign": "vcenter"},
    "group": {"bold": True, "bg_color": WASH, "valign": "vcenter"},
    "data": {"valign": "top"},
}


def to_xlsx(document: Document) -> bytes:
    """A sheet for each section that has tables: title block, then its tables under each other."""
    document, out = replace(document, title=printable(document.title), author=printable(document.author)), io.BytesIO()
    with xlsxwriter.Workbook(
        out, {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    ) as book:
        book.set_properties(
            {"title": document.title, "author": document.author, "created": document.at.astimezone(UTC).replace(tzinfo=None)}
        )  # fmt: skip
        looks = {name: book.add_format(_shared(name) | look) for name, look in LOOKS.items()}
        for place, (section, tables) in enumerate(tables_of(document)):
            sheet = book.add_worksheet(sheet_name(document, section, place))
            _sheet(sheet, document, tables, looks)
    return out.getvalue()


def _shared(name: str) -> dict[str, object]:
    box: dict[str, object] = {"border": 1, "border_color": RULE} if name in ("head", "group", "data") else {}
    return {"font_name": FAMILIES[0], "font_size": 10, "font_color": INK, "text_wrap": True, **box}


def _sheet(sheet: Worksheet, document: Document, tables: list[Table], looks: dict[str, Format]) -> None:
    widths = max((table.widths for table in tables), key=len)
    for place, share in enumerate(widths):
        sheet.set_column(place, place, share * WIDTH)
    row = 0
    for line in (*document.heading, *document.about):
        title = row < len(document.heading)
        sheet.set_row(row, 26 if title else 16)
        _write(sheet, row, 0, Cell((), columns=len(widths)), line, looks["title" if title else "about"])
        row += 1
    for place, table in enumerate(tables):
        if place == 0:
            sheet.freeze_panes(row + len(table.head), 0)
            _print(sheet, row, len(table.head), document.title)
        row = _rows(sheet, document, table, table.head, row, looks)
        row = _rows(sheet, document, table, table.body, row, looks) + 1


def _print(sheet: Worksheet, head: int, rows: int, title: str) -> None:
    """A4 lying, one page wide, the header on every page, page numbers below."""
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(head, head + rows - 1)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.7)
    sheet.set_footer(f"&L{title.replace('&', '&&')}&R&P / &N")


def _rows(
    sheet: Worksheet, document: Document, table: Table, rows: tuple[tuple[Cell, ...], ...], first: int, looks: dict[str, Format]
) -> int:  # fmt: skip
    """Writes rows from ``first`` on; gives the row after the last."""
    for number, slots in enumerate(laid(rows, len(table.widths)), start=first):
        column, height = 0, 1
        for slot in slots:
            cell = slot.cell
            if slot.starts:
                text = lines_of(cell, document.lang)
                _write(sheet, number, column, cell, text, looks[cell.role])
                if notes := notes_of(cell):
                    size = {"width": 420, "height": 60 + 34 * len(notes)}
                    sheet.write_comment(number, column, "\n".join(notes), {"author": document.author, **size})
                room = sum(table.widths[column : column + cell.columns]) * WIDTH - 2
                height = max(height, _lines(text, room) if cell.rows == 1 else 1)
            column += cell.columns
        sheet.set_row(number, min(MOST, 6 + LINE * height))
    return first + len(rows)


def _lines(text: str, room: float) -> int:
    """Into how many lines a text breaks in ``room`` characters."""
    return sum(max(1, math.ceil(characters(line) * 1.05 / room)) for line in text.split("\n"))


def _write(sheet: Worksheet, row: int, column: int, cell: Cell, text: str, look: Format) -> None:
    """A text as a text, whatever it begins with, over all that it spans."""
    if cell.rows > 1 or cell.columns > 1:
        sheet.merge_range(row, column, row + cell.rows - 1, column + cell.columns - 1, "", look)
    sheet.write_string(row, column, printable(text), look)
