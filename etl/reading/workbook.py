"""Workbooks through calamine: values, with what the XML says of how they stand."""

from __future__ import annotations

import io

from python_calamine import CalamineWorkbook

from etl.reading import ods, xlsx
from etl.reading.distinct import rows_of
from etl.reading.limits import CELLS, refuse
from etl.reading.model import Document, Rows, Sheet, Unreadable
from etl.reading.xlsx import Marks
from kpi.errors import Problem

BIFF_BEGIN, FILE_PASS = b"\x09\x08\x10\x00\x00\x06", 0x2F
BIFF_MACROS = "_VBA_PROJECT".encode("utf-16-le")


def read_workbook(name: str, kind: str, content: bytes) -> Document:
    """All sheets. What the format doesn't tell of rows, columns and formulas is None.

    Raises
    ------
    Unreadable
        When it is broken, protected or hostile.
    """
    marks, notes, large = {}, ["file-macros"] if kind == "xls" and BIFF_MACROS in content else [], {}
    if kind == "xlsx":
        marks, notes, large = xlsx.inspect(name, content)
    elif kind == "ods":
        marks, notes = ods.inspect(name, content)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        rows = rows_of(content, large) if large else None
        sheets = [_sheet(name, book, title, marks.get(title), (rows or {}).get(title)) for title in book.sheet_names]
    except Unreadable:
        raise
    except BaseException as error:  # calamine's own errors, and what panics in it, which is no Exception
        if isinstance(error, KeyboardInterrupt | SystemExit | MemoryError | GeneratorExit):
            raise
        key = "file-protected" if "assword" in str(error) or (kind == "xls" and _locked(content)) else "file-broken"
        raise refuse(name, key, why=str(error).splitlines()[0][:120] if str(error) else type(error).__name__) from None
    return Document(name, kind, sheets, None, [Problem("note", key, {}, file=name) for key in notes])


def _locked(content: bytes) -> bool:
    """Does an .xls say near its beginning that it is encrypted (FilePass, [MS-XLS] 2.4.117)?"""
    place = content.find(BIFF_BEGIN)
    end = place + 512
    while 0 <= place < end:
        kind, size = int.from_bytes(content[place : place + 2], "little"), content[place + 2 : place + 4]
        if kind == FILE_PASS:
            return True
        place += 4 + int.from_bytes(size, "little")
    return False


def _sheet(name: str, book: CalamineWorkbook, title: str, marks: Marks | None, rows: Rows | None) -> Sheet:
    if rows is None:
        sheet = book.get_sheet_by_name(title)
        if sheet.end and (sheet.end[0] + 1) * (sheet.end[1] + 1) > 3 * CELLS:
            raise refuse(name, "file-too-large")
        rows = sheet.to_python(skip_empty_area=False)
        if marks is None:
            areas = getattr(sheet, "merged_cell_ranges", None) or ()
            return Sheet(title, rows, tuple((a[0], a[1], b[0], b[1]) for a, b in areas))
    for row, column, text in marks.faults:
        if row < len(rows) and column < len(rows[row]) and rows[row][column] == "":
            rows[row][column] = text  # an error of Excel is no empty cell
    return Sheet(
        title, rows, tuple(marks.merged), marks.hidden, frozenset(marks.hidden_rows), frozenset(marks.hidden_columns),
        marks.formulas, tuple(marks.unvalued), marks.more,
    )  # fmt: skip
