"""What stands beside the values, in each format that has a word for it: hidden, merged, formulas, errors."""

from __future__ import annotations

import struct
from collections.abc import Callable

import xlwt

from tests.samples import books, sample, xlsb
from tests.samples.books import HEADERS, ROWS, parts, zipped
from tests.samples.marked import ERROR, xls

OLD = [HEADERS, ["P9", "1141105", "", "丙組", "檢舉"]]
MERGED = [HEADERS, ["P1", "1141103", "1141120", "甲組", "興革"], ["P2", "1141104", "", "", "檢舉"]]
UNVALUED = [HEADERS, ["P2", "1141103", "公式", "甲組", "興革"]]
CELL = '<Cell><Data ss:Type="String">{}</Data></Cell>'


def xml2003(rows: list[list] = ROWS, *changes: tuple[str, str], more: str = "") -> bytes:
    """``more``: behind the sheet."""
    text = books.xml2003(rows).decode()
    for before, after in changes:
        assert before in text
        text = text.replace(before, after, 1)
    return text.replace("</Worksheet>", f"</Worksheet>{more}", 1).encode()


def xml_sheet(rows: list[list], visible: str) -> str:
    text = books.xml2003(rows).decode()
    body = text[text.index("<Table") : text.index("</Worksheet>")]
    options = f'<WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><Visible>{visible}</Visible></WorksheetOptions>'
    return f'<Worksheet ss:Name="舊資料">{body}{options}</Worksheet>'


def ods(rows: list[list] = ROWS, *changes: tuple[str, str], styles: str = "") -> bytes:
    found = parts(books.ods(rows))
    text = found["content.xml"].decode()
    for before, after in (
        ("<office:automatic-styles />", f"<office:automatic-styles>{styles}</office:automatic-styles>"),
        *changes,
    ):
        assert before in text, before
        text = text.replace(before, after, 1)
    return zipped(found | {"content.xml": text.encode()})


def odf_size(family: str, size: str) -> str:
    return f'<style:style style:name="z" style:family="table-{family}"><style:table-{family}-properties style:{size}="0cm"/></style:style>'


@sample("a_11411.xls", "sheet-hidden", rows=2)
def hidden_sheet_of_xml_2003() -> bytes:
    return xml2003(more=xml_sheet(OLD, "SheetHidden"))


@sample("a_11411.xls", "sheet-hidden", rows=2)
def very_hidden_sheet_of_xml_2003() -> bytes:
    return xml2003(more=xml_sheet(OLD, "SheetVeryHidden"))


@sample("a_11411.xls", "sheet-hidden", rows=2)
def hidden_sheet_of_an_old_workbook() -> bytes:
    book = xlwt.Workbook(encoding="utf-8")
    for name, rows in (("陳情", ROWS), ("舊資料", OLD)):
        page = book.add_sheet(name)
        page.visibility = int(rows is OLD)
        for r, row in enumerate(rows):
            for c, cell in enumerate(row):
                page.write(r, c, cell)
    return books.saved(book)


@sample("a_11411.xls", "rows-hidden", rows=2)
def hidden_row_of_an_old_workbook() -> bytes:
    return books.xls(hidden={1})


def _flat(page) -> None:
    page.row(1).height, page.row(1).height_mismatch = 0, True


@sample("a_11411.xls", "rows-hidden", rows=2)
def row_of_no_height_of_an_old_workbook() -> bytes:
    return xls(ROWS, _flat)


@sample("a_11411.xls", "column-hidden", "C1", rows=2)
def column_of_no_width_of_an_old_workbook() -> bytes:
    return xls(ROWS, lambda page: setattr(page.col(2), "width", 0))


@sample("a_11411.xlsb", "rows-hidden", rows=2)
def row_of_no_height_of_a_binary_workbook() -> bytes:
    return xlsb.xlsb(ROWS, said=xlsb.Layout(flat={1}))


@sample("a_11411.ods", "rows-hidden", rows=2)
def row_of_no_height_of_an_open_document() -> bytes:
    return ods(ROWS, ("</table:table-row><table:table-row>", '</table:table-row><table:table-row table:style-name="z">'),
               styles=odf_size("row", "row-height"))  # fmt: skip


def _columns_of_odf(mark: str) -> tuple[str, str]:
    one = "<table:table-column/>"
    return (
        '<table:table table:name="陳情">',
        f'<table:table table:name="陳情">{one * 2}<table:table-column {mark}/>{one * 2}',
    )


@sample("a_11411.ods", "column-hidden", "C1", rows=2)
def hidden_column_of_an_open_document() -> bytes:
    return ods(ROWS, _columns_of_odf('table:visibility="collapse"'))


@sample("a_11411.ods", "column-hidden", "C1", rows=2)
def column_of_no_width_of_an_open_document() -> bytes:
    return ods(ROWS, _columns_of_odf('table:style-name="z"'), styles=odf_size("column", "column-width"))


@sample("a_11411.xls", "rows-hidden", rows=2)
def hidden_row_of_xml_2003() -> bytes:
    return xml2003(ROWS, ("</Row><Row>", '</Row><Row ss:Hidden="1">'))


@sample("a_11411.xls", "rows-hidden", rows=2)
def row_of_no_height_of_xml_2003() -> bytes:
    return xml2003(ROWS, ("</Row><Row>", '</Row><Row ss:AutoFitHeight="0" ss:Height="0">'))


@sample("a_11411.xls", "column-hidden", "C1", rows=2)
def hidden_column_of_xml_2003() -> bytes:
    return xml2003(ROWS, ("<Table>", '<Table><Column ss:Index="3" ss:Hidden="1"/>'))


@sample("a_11411.xls", "column-hidden", "C1", rows=2)
def column_of_no_width_of_xml_2003() -> bytes:
    return xml2003(ROWS, ("<Table>", '<Table><Column ss:Index="2" ss:Span="1" ss:Width="0"/>'))


@sample("a_11411.xls", "cell-error", "C2")
def error_of_a_formula_in_an_old_workbook() -> bytes:
    content = xls([HEADERS, ["P1", "1141103", xlwt.Formula("NA()"), "甲組", "興革"], ROWS[2]])
    place = content.index(struct.pack("<HH", 1, 2), content.index(struct.pack("<HH", 1, 1)))
    while content[place - 4 : place - 2] != b"\x06\x00":  # a FORMULA record
        place = content.index(struct.pack("<HH", 1, 2), place + 1)
    return content[: place + 6] + b"\x02\x00\x2a\x00\x00\x00\xff\xff" + content[place + 14 :]


def formula(kind: int, value: bytes) -> tuple[int, bytes]:
    """A cell of an .xlsb with a formula, a constant, and its stored value."""
    return kind, value + struct.pack("<HI3sI", 0, 3, b"\x1e\x01\x00", 0)


@sample("a_11411.xlsb", "cell-error", "C2")
def error_of_a_formula_in_a_binary_workbook() -> bytes:
    return xlsb.xlsb([HEADERS, ["P1", "1141103", formula(11, b"\x2a"), "甲組", "興革"], ROWS[2]])


@sample("a_11411.xls", "cell-error", "C2")
def error_value_in_a_web_page() -> bytes:
    return books.html(ERROR)


@sample("a_11411.xls", "cell-error", "C2")
def error_value_of_excel_in_a_web_page() -> bytes:
    return books.html([HEADERS, ["P1", "1141103", '<span x:err="#N/A">#N/A</span>', "甲組", "興革"], ROWS[2]])


@sample("a_11411.xls", "cell-error", "C2")
def error_value_in_xml_2003() -> bytes:
    return xml2003(ERROR, ('ss:Type="String">#N/A', 'ss:Type="Error">#N/A'))


@sample("a_11411.xlsb", "formula-unvalued", "C2")
def formula_of_a_binary_workbook_that_no_program_has_calculated() -> bytes:
    return xlsb.xlsb([HEADERS, ["P2", "1141103", formula(9, bytes(8)), "甲組", "興革"]])


@sample("a_11411.xlsb", "formula-unvalued", "C2")
def formula_of_a_binary_workbook_with_an_empty_text_that_no_program_has_calculated() -> bytes:
    return xlsb.xlsb([HEADERS, ["P2", "1141103", formula(8, bytes(4)), "甲組", "興革"]])


@sample("a_11411.ods", "formula-unvalued", "C2")
def formula_of_an_open_document_without_a_value() -> bytes:
    text = '<table:table-cell office:value-type="string"><text:p>公式</text:p></table:table-cell>'
    return ods(UNVALUED, (text, '<table:table-cell table:formula="of:=DATE(2025;11;20)"/>'))


@sample("a_11411.xls", "formula-unvalued", "C2")
def formula_of_xml_2003_without_a_value() -> bytes:
    return xml2003(UNVALUED, (CELL.format("公式"), '<Cell ss:Formula="=DATE(2025,11,20)"/>'))


@sample("a_11411.xls", "formula-unvalued", "C2")
def formula_of_xml_2003_with_an_empty_value() -> bytes:
    return xml2003(UNVALUED, (CELL.format("公式"), '<Cell ss:Formula="=A1"><Data ss:Type="String"></Data></Cell>'))


def merged_xls() -> bytes:
    return xls(MERGED, lambda page: page.merge(1, 2, 3, 3))


def merged_ods() -> bytes:
    one, empty = (
        '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>',
        "<table:covered-table-cell/>",
    )
    below = one.format("1141104") + one.format("").replace("<text:p></text:p>", "<text:p />") * 2
    return ods(
        MERGED, (one.format("甲組"), one.format("甲組").replace("-cell ", '-cell table:number-rows-spanned="2" ', 1)),
        (below, below[: below.rindex("<table:table-cell")] + empty),
    )  # fmt: skip


def merged_xml2003() -> bytes:
    return xml2003(
        [HEADERS, MERGED[1], ["P2", "1141104", "", "@", "檢舉"]],
        (CELL.format("甲組"), CELL.format("甲組").replace("<Cell", '<Cell ss:MergeDown="1"')),
        (CELL.format("@") + "<Cell>", '<Cell ss:Index="5">'),
    )


def merged_html() -> bytes:
    rows = [MERGED[0], ["P1", "1141103", "1141120", "@", "興革"], ["P2", "1141104", "", "檢舉"]]
    return books.html(rows).replace(b"<td>@</td>", "<td rowspan=2>甲組</td>".encode())


MERGERS: dict[str, tuple[str, Callable[[], bytes]]] = {
    "xls": ("a_11411.xls", merged_xls), "ods": ("a_11411.ods", merged_ods), "xml": ("a_11411.xls", merged_xml2003),
    "web page": ("a_11411.xls", merged_html),
}  # fmt: skip
"""Two rows of which one office was written once, for both."""


WIDE = [[*HEADERS[:2], "", *HEADERS[2:]], *([row[0], "", *row[1:]] for row in ROWS[1:])]
"""The day of receipt stands under the second of the two columns that its header is merged over."""


def wide_xls() -> bytes:
    return xls(WIDE, lambda page: page.merge(0, 0, 1, 2))


def wide_xlsb() -> bytes:
    return xlsb.xlsb(WIDE, said=xlsb.Layout(merged=((0, 1, 0, 2),)))


def wide_ods() -> bytes:
    one = '<table:table-cell office:value-type="string"><text:p>收文日期</text:p></table:table-cell>'
    return ods(WIDE, (one, one.replace("-cell ", '-cell table:number-columns-spanned="2" ', 1)))


def wide_xml2003() -> bytes:
    text, one = xml2003(WIDE).decode(), CELL.format("收文日期")
    return text.replace(one + CELL.format(""), one.replace("<Cell", '<Cell ss:MergeAcross="1"'), 1).encode()


def wide_html() -> bytes:
    content = books.html(WIDE).decode()
    return content.replace("<td>收文日期</td><td></td>", "<td colspan=2>收文日期</td>", 1).encode()


WIDENERS: dict[str, tuple[str, Callable[[], bytes]]] = {
    "xls": ("a_11411.xls", wide_xls), "xlsb": ("a_11411.xlsb", wide_xlsb), "ods": ("a_11411.ods", wide_ods),
    "xml": ("a_11411.xls", wide_xml2003), "web page": ("a_11411.xls", wide_html),
}  # fmt: skip
"""A header that is merged over two columns, of which the last holds the data."""
