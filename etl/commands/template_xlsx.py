"""A template as .xlsx, by openpyxl: it writes lists to choose from."""

from __future__ import annotations

from datetime import date
from io import BytesIO

from openpyxl import Workbook as Book
from openpyxl.cell import Cell as BookCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from opendocument.workbook import Cell, Choices, Sheet, Workbook

CHARACTER = 0.21  # centimetres that a character takes of a column
PLAIN = 11.0  # points, of a cell that says nothing of its type
STANDS = {"middle": "center", "top": "top"}


def to_xlsx(workbook: Workbook) -> bytes:
    book, out = Book(), BytesIO()
    book.remove(book.worksheets[0])
    for sheet in workbook.sheets:
        _fill(book.create_sheet(sheet.name), sheet, workbook.choices)
    book.save(out)
    return out.getvalue()


def _fill(page: Worksheet, sheet: Sheet, choices: tuple[Choices, ...]) -> None:
    areas: dict[str, list[tuple[int, int, int]]] = {}
    first = 1
    for row in sheet.rows:
        last = first + row.times - 1
        for place, cell in enumerate(row.cells, start=1):
            if isinstance(cell, Cell):
                if cell.value is not None:
                    _put(page, first, place, cell)
                if cell.choices:
                    areas.setdefault(cell.choices, []).append((place, first, last))
        first = last + 1
    for one in choices:
        if one.name in areas:
            _choose(page, one, areas[one.name])
    for place, column in enumerate(sheet.columns, start=1):
        page.column_dimensions[get_column_letter(place)].width = round(column.width / CHARACTER, 4)
    if any(sheet.frozen):
        rows, columns = sheet.frozen
        page.freeze_panes = f"{get_column_letter(columns + 1)}{rows + 1}"
    page.sheet_state = "hidden" if sheet.hidden else "visible"


def _put(page: Worksheet, row: int, column: int, cell: Cell) -> None:
    place, look = page.cell(row, column), cell.look
    if not isinstance(place, BookCell):
        raise TypeError(place.coordinate)  # a template has no cell that covers others
    place.value = cell.value
    if isinstance(cell.value, date):
        place.number_format = "yyyy/mm/dd"
    elif isinstance(cell.value, str):
        place.data_type = "s"  # a text, whatever it begins with
        if look.shown and look.shown.kind == "text":
            place.number_format = "@"
    if look.bold or look.italic or look.colour or look.size != PLAIN:
        size = None if look.size == PLAIN else look.size
        place.font = Font(bold=look.bold, italic=look.italic, size=size, color=look.colour.removeprefix("#") or None)
    if look.wrap or look.stands:
        place.alignment = Alignment(wrap_text=look.wrap or None, vertical=STANDS.get(look.stands))
    if look.fill:
        place.fill = PatternFill("solid", fgColor=look.fill.removeprefix("#"))


def _choose(page: Worksheet, choices: Choices, areas: list[tuple[int, int, int]]) -> None:
    """Other values than those of the list are warned of, and taken."""
    letter = get_column_letter(choices.column)
    cells = f"'{choices.sheet}'!${letter}${choices.first}:${letter}${choices.last}"
    rule = DataValidation(type="list", formula1=cells, allow_blank=True)
    rule.errorStyle, rule.showErrorMessage = "warning", True
    page.add_data_validation(rule)
    for column in {column for column, _, _ in areas}:
        rows = [row for place, first, last in areas if place == column for row in (first, last)]
        rule.add(f"{get_column_letter(column)}{min(rows)}:{get_column_letter(column)}{max(rows)}")
