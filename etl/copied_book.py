"""The workbook that copies are written into, cell by cell: by XlsxWriter, for its speed and its typed texts, or as .ods."""

from __future__ import annotations

import io
import math
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime, time
from typing import Protocol

from xlsxwriter import Workbook as Book  # type: ignore[import-untyped]  # XlsxWriter says no types
from xlsxwriter.exceptions import XlsxWriterException  # type: ignore[import-untyped]  # XlsxWriter says no types
from xlsxwriter.format import Format  # type: ignore[import-untyped]  # XlsxWriter says no types
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]  # XlsxWriter says no types

from opendocument.ods_file import to_ods
from opendocument.workbook import Cell, Column, Covered, Look, Row, Sheet, Shown, Workbook

MOST_TEXT = 32_767  # characters that a cell of Excel holds
CHARACTER = 0.21  # centimetres that a character takes of a column
PLAIN = Look()
DAY, MOMENT = Shown("day", sign="/"), Shown("moment", sign="/")
FORMATS = {DAY: "yyyy/mm/dd", MOMENT: "yyyy/mm/dd hh:mm:ss"}


class Page(Protocol):
    """A sheet that is being written; places are counted from 0, widths in characters."""

    def put(self, row: int, column: int, cell: object, look: Look = PLAIN) -> None: ...
    def merge(self, top: int, left: int, bottom: int, right: int) -> None: ...
    def note(self, row: int, column: int, lines: list[str]) -> None: ...
    def hide_row(self, row: int) -> None: ...
    def set_column(self, column: int, width: float, *, hidden: bool = False) -> None: ...
    def freeze(self, rows: int) -> None: ...


class CopiedBook(Protocol):
    names: list[str]

    def page(self, name: str) -> Page: ...
    def written(self) -> bytes: ...


def shown_as(cell: object) -> Shown | None:
    """How a day, or a day with its time, is shown."""
    if isinstance(cell, datetime) and cell.time() != time(0):
        return MOMENT
    return DAY if isinstance(cell, date) else None


class XlsxBook:
    def __init__(self) -> None:
        self.out = io.BytesIO()
        self.names: list[str] = []
        options = {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        }
        self.book = Book(self.out, options)
        self.formats: dict[tuple[int, int], tuple[Format | None, Look]] = {}
        self.book.set_properties({"created": datetime(2000, 1, 1)})  # the same cells are the same bytes

    def page(self, name: str) -> XlsxPage:
        self.names.append(name)
        return XlsxPage(self, self.book.add_worksheet(name))

    def written(self) -> bytes:
        self.book.close()
        return self.out.getvalue()

    def format_of(self, look: Look, shown: Shown | None) -> Format | None:
        key = (id(look), id(shown))  # a cell has no time for more
        if key not in self.formats:
            found = {
                "bg_color": look.fill, "font_strikeout": look.struck, "bold": look.bold, "bottom": int(bool(look.below)),
                "text_wrap": look.wrap, "valign": look.stands, "num_format": FORMATS.get(shown) if shown else None,
            }  # fmt: skip
            told = {name: value for name, value in found.items() if value}
            self.formats[key] = (self.book.add_format(told) if told else None, look)  # the look stays, and so its id
        return self.formats[key][0]


class XlsxPage:
    def __init__(self, book: XlsxBook, sheet: Worksheet) -> None:
        self.book, self.sheet = book, sheet

    def put(self, row: int, column: int, cell: object, look: Look = PLAIN) -> None:
        style = self.book.format_of(look, shown_as(cell))
        if isinstance(cell, bool):
            self.sheet.write_boolean(row, column, cell, style)
        elif isinstance(cell, int | float) and math.isfinite(cell):
            self.sheet.write_number(row, column, cell, style)
        elif isinstance(cell, date):
            self.sheet.write_datetime(row, column, cell, style)
        elif cell in ("", None):
            self.sheet.write_blank(row, column, None, style)
        else:
            self.sheet.write_string(row, column, str(cell)[:MOST_TEXT], style)

    def merge(self, top: int, left: int, bottom: int, right: int) -> None:
        if (top, left) != (bottom, right):
            with suppress(XlsxWriterException, IndexError):
                self.sheet.merge_range(top, left, bottom, right, "")

    def note(self, row: int, column: int, lines: list[str]) -> None:
        self.sheet.write_comment(row, column, "\n".join(lines), {"x_scale": 2, "y_scale": 1.4})

    def hide_row(self, row: int) -> None:
        self.sheet.set_row(row, None, None, {"hidden": True})

    def set_column(self, column: int, width: float, *, hidden: bool = False) -> None:
        self.sheet.set_column(column, column, width, None, {"hidden": hidden})

    def freeze(self, rows: int) -> None:
        self.sheet.freeze_panes(rows, 0)


class OdsBook:
    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.names: list[str] = []
        self.pages: list[OdsPage] = []

    def page(self, name: str) -> OdsPage:
        self.names.append(name)
        self.pages.append(OdsPage(name))
        return self.pages[-1]

    def written(self) -> bytes:
        return to_ods(Workbook(tuple(page.sheet() for page in self.pages), self.lang))


class OdsPage:
    def __init__(self, name: str) -> None:
        self.name, self.rows = name, 0
        self.cells: dict[tuple[int, int], Cell] = {}
        self.spans: dict[tuple[int, int], tuple[int, int]] = {}
        self.covered: set[tuple[int, int]] = set()
        self.notes: dict[tuple[int, int], tuple[str, ...]] = {}
        self.hidden: set[int] = set()
        self.columns: dict[int, Column] = {}

    def put(self, row: int, column: int, cell: object, look: Look = PLAIN) -> None:
        shown = shown_as(cell)
        if cell in ("", None):
            cell = None
        elif not isinstance(cell, date | bool) and not (isinstance(cell, int | float) and math.isfinite(cell)):
            cell = str(cell)
        self.cells[row, column] = Cell(cell, replace(look, shown=shown) if shown else look)

    def merge(self, top: int, left: int, bottom: int, right: int) -> None:
        places = {(row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)}
        if len(places) > 1 and not places & (self.covered | self.spans.keys()):
            self.spans[top, left] = (bottom - top + 1, right - left + 1)
            self.covered |= places - {(top, left)}

    def note(self, row: int, column: int, lines: list[str]) -> None:
        self.notes[row, column] = tuple(lines)

    def hide_row(self, row: int) -> None:
        self.hidden.add(row)

    def set_column(self, column: int, width: float, *, hidden: bool = False) -> None:
        self.columns[column] = Column(width * CHARACTER, hidden)

    def freeze(self, rows: int) -> None:
        self.rows = rows

    def sheet(self) -> Sheet:
        """The sheet as it was written; what no cell was put into is empty."""
        there = self.cells.keys() | self.spans.keys() | self.covered | self.notes.keys()
        high = max((row for row, _ in there), default=-1) + 1
        wide = max((column for _, column in there), default=-1) + 1
        columns = tuple(self.columns.get(place, Column(8 * CHARACTER)) for place in range(max(wide, 1)))
        rows = [
            Row(tuple(self._cell(row, column) for column in range(wide)), hidden=row in self.hidden)
            for row in range(high)
        ]
        return Sheet(self.name, columns, tuple(rows), frozen=(self.rows, 0))

    def _cell(self, row: int, column: int) -> Cell | Covered:
        place = (row, column)
        found = self.cells.get(place, EMPTY)
        if place in self.covered:
            return Covered(found.look)
        if place in self.spans or place in self.notes:
            rows, columns = self.spans.get(place, (1, 1))
            return replace(found, rows=rows, columns=columns, notes=self.notes.get(place, ()))
        return found


EMPTY = Cell()
