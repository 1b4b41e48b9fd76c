"""Workbooks through calamine: values, with what the XML says of how they stand."""

from __future__ import annotations

import io

from python_calamine import CalamineError, CalamineWorkbook

from etl.reading import biff, ods, xlsb, xlsx
from etl.reading.cell_looks import as_percent
from etl.reading.distinct_cells import rows_of
from etl.reading.document import Cell, Document, Rows, Sheet, Unreadable, a1
from etl.reading.errors import ERRORS
from etl.reading.limits import CELLS, refuse
from etl.reading.ods_texts import as_shown
from etl.reading.sheet_marks import Marks
from kpi.errors import Problem

BIFF_BEGIN, FILE_PASS = b"\x09\x08\x10\x00\x00\x06", 0x2F


INSPECT = {"xlsx": xlsx.inspect, "ods": ods.inspect, "xls": biff.inspect, "xlsb": xlsb.inspect}
"""What a format says beside its values, as `Inspected`."""


def read_workbook(name: str, kind: str, content: bytes) -> Document:
    """All sheets. What the format doesn't tell of rows, columns and formulas is None.

    Raises
    ------
    Unreadable
        When it is broken, protected or hostile.
    """
    found = INSPECT[kind](name, content)
    try:
        content = as_shown(found.content) if kind == "ods" else found.content
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        rows = rows_of(content, found.large) if found.large else {}
        if found.order is not None and len(found.order) == len(book.sheet_names):
            found.marks = dict(zip(book.sheet_names, found.order, strict=True))
        sheets = [_sheet(name, book, title, found.marks.get(title), rows.get(title)) for title in book.sheet_names]
    except Unreadable:
        raise
    except BaseException as error:  # calamine's own errors, and what panics in it, which is no Exception
        if isinstance(error, KeyboardInterrupt | SystemExit | MemoryError | GeneratorExit):
            raise
        key = "file-protected" if "assword" in str(error) or (kind == "xls" and _locked(content)) else "file-broken"
        raise refuse(name, key, why=str(error).splitlines()[0][:120] if str(error) else type(error).__name__) from None
    notes = [Problem("note", key, {}, file=name) for key in found.notes]
    return Document(name, kind, sheets, None, notes, epoch=found.epoch)


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
    found = _rows(name, book, title, marks) if rows is None else rows
    if marks is None:
        return Sheet(title, found)
    return Sheet(
        title, found, tuple(marks.merged), marks.hidden, frozenset(marks.hidden_rows), frozenset(marks.hidden_columns),
        marks.formulas, tuple(marks.unvalued), frozenset(marks.struck), marks.more,
    )  # fmt: skip


def _rows(name: str, book: CalamineWorkbook, title: str, marks: Marks | None) -> list[list[Cell]]:
    """The rows as calamine gives them, with what its values do not say."""
    try:
        sheet = book.get_sheet_by_name(title)
    except CalamineError:
        if marks and marks.faults:  # calamine does not know every word of an error value
            raise _error(name, title, marks) from None
        raise
    if sheet.end and (sheet.end[0] + 1) * (sheet.end[1] + 1) > 3 * CELLS:
        raise refuse(name, "file-too-large")
    rows = sheet.to_python(skip_empty_area=False)
    if marks is None:
        return rows
    for row, column, word in marks.faults:
        _put(rows, row, column, word)  # an error value is no empty cell
    for row, column, text in marks.texts:
        _put(rows, row, column, text)
    for row, column in marks.percents:
        if row < len(rows) and column < len(rows[row]):
            rows[row][column] = as_percent(rows[row][column])
    return rows


def _error(name: str, title: str, marks: Marks) -> Unreadable:
    """The refusal of a book for a cell with an error value."""
    row, column, word = next((one for one in marks.faults if one[2] not in ERRORS.values()), marks.faults[0])
    problem = Problem("error", "cell-error", {"found": word}, file=name, sheet=title, cell=a1(row, column), found=word)
    return Unreadable(problem)


def _put(rows: list[list[Cell]], row: int, column: int, word: str) -> None:
    rows += [[] for _ in range(row + 1 - len(rows))]
    rows[row] += [""] * (column + 1 - len(rows[row]))
    rows[row][column] = word
