"""Workbooks whose day numbers count from 1904, in every format that can say so: one plain number, one day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import openpyxl
import xlwt
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from opendocument.elements import element
from tests.samples import books, xlsb
from tests.samples.books import HEADERS, open_cell

NUMBER, DAY = 44502, date(2025, 11, 20)  # the number is 2025-11-03
ROWS = [HEADERS, ["P1", NUMBER, DAY, "甲組", "興革"]]


def xlsx() -> bytes:
    book = openpyxl.Workbook()
    book.epoch = CALENDAR_MAC_1904
    for row in ROWS:
        book.active.append(row)
    return books.saved(book)


def backslashed(content: bytes) -> bytes:
    """The same package as some packers of Windows write it."""
    return books.zipped({name.replace("/", "\\"): part for name, part in books.parts(content).items()})


def broken_lines() -> bytes:
    """Lawful XML: white space of any kind around the sign of an attribute."""
    found = books.parts(xlsx())
    found["xl/workbook.xml"] = found["xl/workbook.xml"].replace(b'date1904="1"', b"date1904\n=\n  'true'")
    return books.zipped(found)


def xls() -> bytes:
    book = xlwt.Workbook(encoding="utf-8")
    book.dates_1904 = True
    sheet = book.add_sheet("x")
    style = xlwt.easyxf(num_format_str="yyyy/mm/dd")
    for r, row in enumerate(ROWS):
        for c, cell in enumerate(row):
            sheet.write(r, c, cell, *([style] if isinstance(cell, date) else []))
    return books.saved(book)


def binary() -> bytes:
    shown = xlsb.Styled((DAY - date(1904, 1, 1)).days, xlsb.DAY)
    rows = [[shown if cell == DAY else cell for cell in row] for row in ROWS]
    return xlsb.xlsb(rows, said=xlsb.Layout(later=True))


def ods(said: str = "1904-01-01") -> bytes:
    first = element("table:null-date", {"table:value-type": "date", "table:date-value": said})
    table = books.open_table("x", [[_open_cell(cell) for cell in row] for row in ROWS])
    return books.open_sheets(element("table:calculation-settings", {}, first), table)


def _open_cell(cell: object):
    if isinstance(cell, date):
        return open_cell(str(cell), "date", office__date_value=cell)
    return open_cell(cell) if isinstance(cell, str) else open_cell(str(cell), "float", office__value=cell)


def xml2003() -> bytes:
    text = books.xml2003(ROWS).decode().replace(f'"String">{NUMBER}', f'"Number">{NUMBER}')
    text = text.replace(f'"String">{DAY}', f'"DateTime">{DAY}T00:00:00.000')
    book = '<ExcelWorkbook xmlns="urn:schemas-microsoft-com:office:excel"><Date1904/></ExcelWorkbook>'
    return text.replace("<Worksheet", f"{book}<Worksheet", 1).encode()


MAKERS: dict[str, tuple[str, Callable[[], bytes]]] = {
    "xlsx": ("a_11411.xlsx", xlsx), "backslashes": ("a_11411.xlsx", lambda: backslashed(xlsx())),
    "broken lines": ("a_11411.xlsx", broken_lines), "xls": ("a_11411.xls", xls), "xlsb": ("a_11411.xlsb", binary),
    "xlsb, backslashes": ("a_11411.xlsb", lambda: backslashed(binary())), "ods": ("a_11411.ods", ods),
    "ods, with a time": ("a_11411.ods", lambda: ods("1904-01-01T00:00:00")), "xml": ("a_11411.xls", xml2003),
}  # fmt: skip
"""How -> the name of a file and what makes its content."""
