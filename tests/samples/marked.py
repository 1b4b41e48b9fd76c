"""Workbooks in which something stands beside the values, or whose packages are unusual and lawful."""

from __future__ import annotations

import io

import openpyxl
import xlwt
from xlsxwriter import Workbook

from opendocument.elements import element
from tests.samples import books, sample, xlsb
from tests.samples.books import HEADERS, ROWS, parts, with_sheet, zipped
from tests.samples.written import Cell, Layout, Way, sheet

ERROR = [HEADERS, ["P1", "1141103", "#N/A", "甲組", "興革"], ROWS[2]]
NOT_THERE = 0x2A  # #N/A in .xls
SHEET = "xl/worksheets/sheet1.xml"


def xls(rows: list[list], change=lambda sheet: None) -> bytes:
    """#N/A is the error value; ``change`` gets the sheet."""
    book = xlwt.Workbook(encoding="utf-8")
    page = book.add_sheet("陳情", cell_overwrite_ok=True)
    for r, row in enumerate(rows):
        for c, cell in enumerate(row):
            page.row(r).set_cell_error(c, NOT_THERE) if cell == "#N/A" else page.write(r, c, cell)
    change(page)
    return books.saved(book)


def written(rows: list[list], way: Way = Way(), said: Layout | None = None) -> bytes:
    """An .xlsx whose sheet is written in a way of its own; of cells that are texts, errors begin with #."""
    kinds = [[_kind(cell) for cell in row] for row in rows]
    return with_sheet(sheet(kinds, said or Layout(), way))


def _kind(cell: object) -> Cell:
    if isinstance(cell, Cell):
        return cell
    return Cell("blank") if cell == "" else Cell("error" if str(cell).startswith("#") else "text", cell)


@sample("a_11411.xls", "cell-error", "C2")
def error_value_in_an_old_workbook() -> bytes:
    return xls(ERROR)


@sample("a_11411.xlsb", "cell-error", "C2")
def error_value_in_a_binary_workbook() -> bytes:
    return xlsb.xlsb(ERROR)


@sample("a_11411.ods", "cell-error", "C2")
def error_value_in_an_open_document() -> bytes:
    content = books.ods(ERROR)
    typed = b'office:value-type="string" office:string-value="" calcext:value-type="error"'
    space = b'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0" '
    before, cell, after = parts(content)["content.xml"].partition(b"<text:p>#N/A</text:p>")
    start = before.rindex(b"<table:table-cell")
    before = before[:start] + b'<table:table-cell table:formula="of:=NA()" ' + typed + b">"
    xml = (before + cell + after).replace(b"<office:document-content ", b"<office:document-content " + space, 1)
    return zipped(parts(content) | {"content.xml": xml})


@sample("a_11411.xlsx", "cell-error", "C2")
def error_value_between_white_space() -> bytes:
    return written(ERROR, Way(gap="\n  "))


@sample("a_11411.xlsx", "cell-error", "C2")
def error_value_in_single_quotes_without_places() -> bytes:
    return written(ERROR, Way(quote="'", refs=False))


@sample("a_11411.xlsx", "cell-error", "C2")
def error_value_behind_a_prefix() -> bytes:
    return written(ERROR, Way(prefix="x:"))


@sample("a_11411.xlsx", "cell-error", "A2")
def error_value_where_a_number_of_a_case_stands() -> bytes:
    return written([HEADERS, ["#REF!", "1141103", "", "甲組", "興革"]])


@sample("a_11411.xlsx", "cell-error", "C2")
def error_value_of_a_later_excel() -> bytes:
    return written([HEADERS, ["P1", "1141103", "#SPILL!", "甲組", "興革"]])


@sample("a_11411.csv", "cell-error", "A3")
def error_value_in_a_text() -> bytes:
    return books.csv([*ROWS[:2], ["#N/A", "1141104", "", "乙組", "檢舉"]])


@sample("a_11411.csv", "cell-error", "A3")
def signs_of_a_column_that_was_too_narrow() -> bytes:
    return books.csv([*ROWS[:2], ["########", "1141104", "", "乙組", "檢舉"]])


@sample("a_11411.xlsx", "formula-unvalued", "C2")
def formula_without_a_value_or_a_place() -> bytes:
    return written([HEADERS, ["P2", "1141103", Cell("unvalued"), "甲組", "興革"]], Way(refs=False))


@sample("a_11411.xlsx", "formula-unvalued", "F52")
def formula_without_a_value_behind_many_in_a_column_that_nobody_wants() -> bytes:
    many = [[f"P{n}", "1141103", "", "甲組", "興革", ""] for n in range(51)]
    rows = [[*HEADERS, "結案方式"], *many]
    rows = [[row[5], *row[1:5], row[0]] for row in rows]
    rows[0] = ["備考", *HEADERS[1:], HEADERS[0]]
    for row in rows[1:]:
        row[0] = Cell("unvalued")
    rows[51][5] = Cell("unvalued")
    return written(rows)


@sample("a_11411.xlsx", "formula-unvalued", "C2")
def formulas_that_no_program_has_calculated() -> bytes:
    """XlsxWriter stores 0 as the value of every formula, and asks Excel to calculate."""
    out = io.BytesIO()
    book = Workbook(out)
    page = book.add_worksheet("陳情")
    for index, row in enumerate([HEADERS, ["P2", "1141103", "=DATE(2025,11,20)", "甲組", "興革"]]):
        page.write_row(index, 0, row)
    book.close()
    return out.getvalue()


@sample("a_11411.xls", "formula-unvalued", "C2")
def formulas_of_an_old_workbook_that_no_program_has_calculated() -> bytes:
    return xls([HEADERS, ["P2", "1141103", xlwt.Formula("DATE(2025;11;20)"), "甲組", "興革"]])


@sample("a_11411.xlsx", "rows-hidden", rows=2)
def hidden_row_without_a_place() -> bytes:
    return written(ROWS, Way(refs=False), Layout(hidden_rows={1}))


@sample("a_11411.xlsx", "rows-hidden", rows=2)
def hidden_row_and_merged_cells_in_single_quotes() -> bytes:
    rows = [HEADERS, ["P1", "1141103", "1141120", "甲組", "興革"], ["P2", "1141104", "", "", "檢舉"]]
    return written(rows, Way(quote="'"), Layout(hidden_rows={2}, merged=[(1, 3, 2, 3)]))


@sample("a_11411.xlsx", "rows-hidden", rows=2)
def row_of_no_height() -> bytes:
    return with_sheet(parts(books.xlsx())[SHEET].replace(b'<row r="2"', b'<row ht="0" customHeight="1" r="2"'))


@sample("a_11411.xls", "column-hidden", "C1", rows=2)
def hidden_column_of_an_old_workbook() -> bytes:
    return xls(ROWS, lambda page: setattr(page.col(2), "hidden", True))


@sample("a_11411.xlsb", "rows-hidden", rows=2)
def hidden_row_and_merged_cells_of_a_binary_workbook() -> bytes:
    rows = [HEADERS, ["P1", "1141103", "1141120", "甲組", "興革"], ["P2", "1141104", "", "", "檢舉"]]
    return xlsb.xlsb(rows, said=xlsb.Layout(rows={2}, merged=((1, 3, 2, 3),)))


@sample("a_11411.xlsb", "column-hidden", "C1", rows=2)
def hidden_column_of_a_binary_workbook() -> bytes:
    return xlsb.xlsb(ROWS, said=xlsb.Layout(columns={2}))


@sample("a_11411.ods", "sheet-hidden", rows=2)
def hidden_sheet_of_an_open_document() -> bytes:
    unseen = element("style:table-properties", {"table:display": "false"})
    style = element("style:style", {"style:name": "unseen", "style:family": "table"}, unseen)
    cells = [[[books.open_cell(text) for text in row] for row in ROWS] for _ in range(2)]
    tables = books.open_table("陳情", cells[0]), books.open_table("舊資料", cells[1], "unseen")
    return books.open_sheets(*tables, automatic=[style])


@sample("a_11411.xlsx", rows=2)
def package_with_backslashes() -> bytes:
    return zipped({name.replace("/", "\\"): part for name, part in parts(books.xlsx()).items()})


@sample("a_11411.xlsx", rows=2)
def package_with_a_slash_before_each_name() -> bytes:
    return zipped({f"/{name}": part for name, part in parts(books.xlsx()).items()})


@sample("a_11411.xlsx", rows=2)
def sheet_in_utf_16() -> bytes:
    return written(ROWS, Way(encoding="utf-16"))


@sample("a_11411.xlsx", rows=2)
def sheet_in_big5() -> bytes:
    return written(ROWS, Way(encoding="big5"))


@sample("a_11411.xlsx", rows=2)
def package_in_utf_16() -> bytes:
    found = parts(books.xlsx())
    for name in ("xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"):
        text = found[name].decode()
        text = text.partition("?>")[2] if text.startswith("<?xml") else text
        found[name] = ('<?xml version="1.0" encoding="UTF-16"?>' + text).encode("utf-16")
    return zipped(found)


def coded_ods(encoding: str, looks: bool = False) -> bytes:
    """``looks``: the styles of the book as well."""
    found = parts(books.ods())
    for name in ("content.xml", *(["styles.xml"] if looks else [])):
        text = found[name].decode().partition("?>")[2]
        found[name] = (f'<?xml version="1.0" encoding="{encoding}"?>' + text).encode(encoding)
    return zipped(found)


@sample("a_11411.ods", rows=2)
def open_document_in_utf_16() -> bytes:
    return coded_ods("utf-16", looks=True)


@sample("a_11411.ods", rows=2)
def open_document_in_big5() -> bytes:
    return coded_ods("big5")


@sample("a_11411.ods", "file-broken")
def open_document_in_no_known_encoding() -> bytes:
    content = parts(coded_ods("utf-8"))
    content["content.xml"] = content["content.xml"].replace(b'encoding="utf-8"', b'encoding="x-none"')
    return zipped(content)


@sample("a_11411.xlsx", rows=2)
def values_in_sections() -> bytes:
    return written(ROWS, Way(section=True, comment="<!-- x -->"))


@sample("a_11411.xlsx", rows=2)
def workbook_that_is_called_otherwise() -> bytes:
    found = {name: part.replace(b"xl/workbook.xml", b"book.xml") for name, part in parts(books.xlsx()).items()}
    found["book.xml"], found["_rels/book.xml.rels"] = (
        found.pop("xl/workbook.xml"),
        found.pop("xl/_rels/workbook.xml.rels"),
    )
    return zipped(found)


@sample("a_11411.xlsx", rows=2)
def strings_that_are_called_otherwise() -> bytes:
    out = io.BytesIO()
    book = Workbook(out)
    for index, row in enumerate(ROWS):
        if index == 0:
            page = book.add_worksheet("陳情")
        page.write_row(index, 0, row)
    book.close()
    found = {name: part.replace(b"sharedStrings.xml", b"texts.xml") for name, part in parts(out.getvalue()).items()}
    found["xl/texts.xml"] = found.pop("xl/sharedStrings.xml")
    return zipped(found)


@sample("a_11411.xlsx", rows=2)
def strict_open_xml() -> bytes:
    spaces = (
        (
            b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            b"http://purl.oclc.org/ooxml/spreadsheetml/main",
        ),
        (b"http://schemas.openxmlformats.org/officeDocument/2006/", b"http://purl.oclc.org/ooxml/officeDocument/"),
    )
    found = parts(books.xlsx())
    for name, part in found.items():
        for transitional, strict in spaces:
            part = part.replace(transitional, strict)
        found[name] = part
    return zipped(found)


POINTS = [
    ["測試日期", "時間", "測試類別", "受測組室", "分機", "總分"],
    *(
        ["114/11/05", f"10:{minute}", "承辦人", "甲組", "2305", total]
        for minute, total in ((20, 51), (21, 49), (22, 48))
    ),
]


def points(suffix: str, code: str) -> bytes:
    """Phone tests, with their points under a number format of this code."""
    if suffix == ".xlsb":
        return xlsb.xlsb(POINTS, said=xlsb.Layout(code=code))
    if suffix == ".xls":
        style = xlwt.easyxf(num_format_str=code)
        return xls(POINTS, lambda page: [page.write(r, 5, row[5], style) for r, row in enumerate(POINTS) if r])
    book = openpyxl.Workbook()
    for row in POINTS:
        book.active.append(row)
    book.active["F3"].number_format = code
    return books.saved(book)
