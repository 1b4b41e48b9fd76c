"""How cells of a workbook look and how their texts are kept from becoming formulas."""

from __future__ import annotations

import math
from datetime import date

from openpyxl.cell import Cell as SheetCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from lang import say
from lang.xml_safe import xml_safe
from publish.colours import HEADER_FILL, INK, LINE, SOFT, TONES
from publish.summary.column_widths import characters
from publish.summary.table import Cell

FACE = "Microsoft JhengHei"
BOTTOM = Border(bottom=Side(style="thin", color=LINE[1:]))


def font(colour: str = INK, size: float = 10, *, bold: bool = False, italic: bool = False) -> Font:
    return Font(name=FACE, size=size, bold=bold, italic=italic, color=colour[1:])


def cell_of(sheet: Worksheet, row: int, column: int) -> SheetCell:
    """A cell to write into, both counted from 1.

    Raises
    ------
    TypeError
        When it is covered by a wider one.
    """
    found = sheet.cell(row, column)
    if not isinstance(found, SheetCell):
        raise TypeError(found.coordinate)
    return found


def put_text(cell: SheetCell, text: str | None) -> None:
    """Write a text as a text, whatever it begins with: ``=1+1`` stays four characters."""
    if not text:
        return
    cell.value = xml_safe(text)
    cell.data_type = "s"
    if text[0] in "=+-@\t":
        cell.quotePrefix = True


def number_format(cell: Cell, lang: str) -> str:
    """Excel's format of a typed cell; dates in ROC years where the reader is Chinese."""
    if cell.kind == "date":
        return "yyyy-mm-dd" if lang == "en" else "[$-404]e/m/d"
    body = ("0" if cell.kind == "percent" else "#,##0") + ("." + "0" * cell.decimals if cell.decimals else "")
    body += {"percent": "%", "points": f'"{say("summary-points", lang)}"'}.get(cell.kind, "")
    return f"+{body};-{body};{body}" if cell.signed else body


def put(cell: SheetCell, typed: Cell, lang: str) -> None:
    """Write a typed cell: real numbers and real dates, right-aligned; statuses in their colour."""
    cell.border = BOTTOM
    cell.font = font(TONES.get(typed.tone, INK), bold=bool(typed.tone))
    if typed.kind == "text" or isinstance(typed.value, str):
        cell.alignment = Alignment(horizontal="left", vertical="center", wrap_text=True, indent=1)
        put_text(cell, None if typed.value is None else str(typed.value))
        return
    cell.alignment = Alignment(horizontal="right", vertical="center")
    if typed.value is not None:
        value: float | int | date = typed.value
        if not isinstance(value, date) and float(value).is_integer():
            value = int(value)
        cell.value = value
        cell.number_format = number_format(typed, lang)


def set_heights(sheet: Worksheet, first: int, last: int) -> None:
    """Rows as high as their wrapped texts need (only Excel itself would work that out on opening)."""
    for row in range(first, last + 1):
        lines = 1
        for cell in sheet[row]:
            if isinstance(cell.value, str):
                room = max(sheet.column_dimensions[cell.column_letter].width - 1.5, 4)
                lines = max(lines, math.ceil(characters(cell.value) * 0.95 / room))
        sheet.row_dimensions[row].height = 4 + 14 * lines


def put_heading(sheet: Worksheet, lines: tuple[str, ...]) -> None:
    """Title and what stands under it; the demonstration notice, when there is one, is the fifth line."""
    for row, line in enumerate(lines, start=1):
        cell = cell_of(sheet, row, 1)
        put_text(cell, line)
        cell.font = font(size=15, bold=True) if row == 1 else font(SOFT, 10)
        cell.alignment = Alignment(vertical="center")
        if row == 5:
            cell.font = font(TONES["at_risk"], 10, bold=True)
    sheet.row_dimensions[1].height = 26


def put_headers(sheet: Worksheet, row: int, headers: tuple[str, ...]) -> None:
    for place, text in enumerate(headers, start=1):
        cell = cell_of(sheet, row, place)
        put_text(cell, text)
        cell.font = font("#ffffff", bold=True)
        cell.fill = PatternFill("solid", start_color=HEADER_FILL[1:])
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    sheet.row_dimensions[row].height = 34


def set_print(sheet: Worksheet, header_row: int, footer: str) -> None:
    """A4 landscape, one page wide, the header on every page, page numbers below."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = f"{header_row}:{header_row}"
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.page_margins.top, sheet.page_margins.bottom = 0.5, 0.7
    sheet.page_margins.header = sheet.page_margins.footer = 0.3
    below = HeaderFooterItem()
    below.left.text, below.right.text = footer.replace("&", "&&"), "&P / &N"
    sheet.oddFooter = below
