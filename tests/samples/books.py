"""Small makers of workbooks and texts in every format, and of the parts of hostile ones."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Collection
from xml.etree.ElementTree import Element

import openpyxl
import xlwt

from opendocument.elements import element
from opendocument.package import Package

HEADERS = ["案件編號", "收文日期", "結案日期", "承辦單位", "案件類別"]
ROWS = [HEADERS, ["P1", "1141103", "1141120", "甲組", "興革"], ["P2", "1141104", "", "乙組", "檢舉"]]

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def saved(book) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def xlsx(*sheets: tuple[str, list[list]]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets or (("陳情", ROWS),):
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    return saved(book)


def book(rows: list[list], merged: tuple[str, ...] = (), **sheets: list[list]) -> bytes:
    """One sheet with merged areas, and others by their names."""
    made = openpyxl.Workbook()
    for row in rows:
        made.active.append(row)
    for area in merged:
        made.active.merge_cells(area)
    for name, more in sheets.items():
        other = made.create_sheet(name)
        for row in more:
            other.append(row)
    return saved(made)


def xls(rows: list[list] = ROWS, hidden: Collection[int] = ()) -> bytes:
    """``hidden``: the rows that are."""
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("陳情")
    for r, row in enumerate(rows):
        for c, cell in enumerate(row):
            sheet.write(r, c, cell)
        sheet.row(r).hidden = r in hidden
    return saved(book)


def ods(rows: list[list] = ROWS, **row_options) -> bytes:
    return open_sheets(open_table("陳情", [[open_cell(text) for text in row] for row in rows], **row_options))


def open_sheets(*parts: Element, styles: Collection[Element] = (), automatic: Collection[Element] = ()) -> bytes:
    """An .ods whose body has these parts: tables, and what stands before them."""
    book = Package("spreadsheet")
    book.styles.extend(styles)
    book.automatic.extend(automatic)
    book.body.extend(parts)
    return book.packed()


def open_table(name: str, rows: list[list[Element]], look: str | None = None, columns=(), **row_options) -> Element:
    """A table of cells. ``row_options``: attributes of each row, without their prefix, _ for -; ``look``: its style."""
    said = {f"table:{key.replace('_', '-')}": value for key, value in row_options.items()}
    lines = [element("table:table-row", said, *row) for row in rows]
    return element("table:table", {"table:name": name, "table:style-name": look}, *columns, *lines)


def open_cell(text: str | Element, kind: str = "string", **more: object) -> Element:
    """A cell. ``text``: what it shows, or its paragraph; ``more``: attributes, of the table's where no prefix is said."""
    said = {
        ("" if "__" in key else "table:") + key.replace("__", ":").replace("_", "-"): value
        for key, value in more.items()
    }
    paragraph = element("text:p", {}, text) if isinstance(text, str) else text
    return element("table:table-cell", {"office:value-type": kind or None} | said, paragraph)


def csv(rows: list[list] = ROWS, delimiter: str = ",", encoding: str = "utf-8") -> bytes:
    return "".join(delimiter.join(row) + "\r\n" for row in rows).encode(encoding)


def html(rows: list[list] = ROWS, head: str = "<meta charset=utf-8>") -> bytes:
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<html><head>{head}</head><body><table>{body}</table></body></html>".encode()


def xml2003(rows: list[list] = ROWS) -> bytes:
    cells = "".join(
        "<Row>" + "".join(f'<Cell><Data ss:Type="String">{cell}</Data></Cell>' for cell in row) + "</Row>"
        for row in rows
    )
    space = "urn:schemas-microsoft-com:office:spreadsheet"
    return (
        f'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="{space}" xmlns:ss="{space}">'
        f'<Worksheet ss:Name="陳情"><Table>{cells}</Table></Worksheet></Workbook>'
    ).encode()


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(members: dict[str, bytes] | list[tuple[str, bytes]]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items() if isinstance(members, dict) else members:
            archive.writestr(name, content)
    return out.getvalue()


def with_sheet(xml: bytes) -> bytes:
    """A workbook whose only sheet is this XML."""
    found = parts(xlsx())
    found["xl/worksheets/sheet1.xml"] = xml
    return zipped(found)


def sheet_xml(cells: str, before: str = "") -> bytes:
    return f'<?xml version="1.0"?>{before}<worksheet {MAIN}><sheetData>{cells}</sheetData></worksheet>'.encode()
