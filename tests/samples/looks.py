"""Tables of which cells are struck out, in per cent, or of several runs, in every format that can say so."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from xml.etree.ElementTree import Element

import openpyxl
import xlwt
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font
from xlsxwriter import Workbook

from opendocument.elements import element
from tests.samples import books, xlsb


@dataclass(frozen=True)
class Struck:
    """A cell that is struck out as a whole, by its font."""

    value: object


@dataclass(frozen=True)
class Percent:
    """A number that is shown in per cent."""

    value: float


@dataclass(frozen=True)
class Runs:
    """A text of parts that are plain (""), struck out ("s") or raised ("sup")."""

    parts: tuple[tuple[str, str], ...]


def by_openpyxl(rows: list[list]) -> bytes:
    """Its texts of several runs stand in their cells."""
    book = openpyxl.Workbook()
    fonts = {"": InlineFont(b=True), "s": InlineFont(strike=True), "sup": InlineFont(vertAlign="superscript")}
    for r, row in enumerate(rows, start=1):
        for c, cell in enumerate(row, start=1):
            if isinstance(cell, Runs):
                book.active.cell(r, c).value = CellRichText(
                    *(TextBlock(fonts[look], text) for text, look in cell.parts)
                )
                continue
            place = book.active.cell(r, c, getattr(cell, "value", cell))
            if isinstance(cell, Struck):
                place.font = Font(strike=True)
            elif isinstance(cell, Percent):
                place.number_format = '0.0" "%'
    return books.saved(book)


def by_xlsxwriter(rows: list[list]) -> bytes:
    """Its texts of several runs are shared."""
    out = io.BytesIO()
    book = Workbook(out)
    sheet = book.add_worksheet()
    looks = {"": {"bold": True}, "s": {"font_strikeout": True}, "sup": {"font_script": 1}}
    formats = {look: book.add_format(more) for look, more in looks.items()}
    share = book.add_format({"num_format": 9})
    for r, row in enumerate(rows):
        for c, cell in enumerate(row):
            if isinstance(cell, Runs) and len(cell.parts) > 1:
                sheet.write_rich_string(r, c, *(one for text, look in cell.parts for one in (formats[look], text)))
            elif isinstance(cell, Struck):
                sheet.write(r, c, cell.value, formats["s"])
            else:
                sheet.write(r, c, getattr(cell, "value", cell), share if isinstance(cell, Percent) else None)
    book.close()
    return out.getvalue()


def xls(rows: list[list]) -> bytes:
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("x")
    struck, share = xlwt.easyxf("font: struck_out on"), xlwt.easyxf(num_format_str='0.0"分之"%')
    looks = {"": "bold on", "s": "struck_out on", "sup": "escapement superscript"}
    fonts = {look: xlwt.easyfont(more) for look, more in looks.items()}
    for r, row in enumerate(rows):
        for c, cell in enumerate(row):
            if isinstance(cell, Runs):
                sheet.write_rich_text(r, c, [(text, fonts[look]) for text, look in cell.parts])
            elif isinstance(cell, Struck | Percent):
                sheet.write(r, c, cell.value, struck if isinstance(cell, Struck) else share)
            else:
                sheet.write(r, c, cell)
    return books.saved(book)


def xlsb_shared(rows: list[list], shared: bool = True) -> bytes:
    fonts = {"": xlsb.PLAIN_FONT, "s": xlsb.STRUCK_FONT, "sup": xlsb.RAISED_FONT}

    def made(cell: object) -> object:
        if isinstance(cell, Runs):
            return xlsb.Runs(tuple((text, fonts[look]) for text, look in cell.parts), shared)
        if isinstance(cell, Struck | Percent):
            return xlsb.Styled(cell.value, xlsb.STRUCK if isinstance(cell, Struck) else xlsb.PERCENT)
        return cell

    return xlsb.xlsb([[made(cell) for cell in row] for row in rows])


def xlsb_inline(rows: list[list]) -> bytes:
    return xlsb_shared(rows, shared=False)


def ods(rows: list[list]) -> bytes:
    """Struck out is the style of the cell, that of its column where all but the header are, or one that another comes from."""
    named = open_style("Gone", "table-cell", {"style:text-line-through-style": "solid"})
    looks = {"": BOLD, "s": {"style:text-line-through-type": "single"}, "sup": {"style:text-position": "super"}}
    styles = [open_style("ce1", "table-cell", BOLD, "Gone"), open_style("ce2", "table-cell")]
    styles += [open_style(f"T{name}", "text", look) for name, look in looks.items()]
    columns = [all(isinstance(row[c], Struck) for row in rows[1:]) for c in range(len(rows[0]))]
    heads = [
        element("table:table-column", {"table:default-cell-style-name": "ce1" if whole else "ce2"}) for whole in columns
    ]
    lines = [[_open_cell(cell, whole) for cell, whole in zip(row, columns, strict=True)] for row in rows]
    return books.open_sheets(books.open_table("x", lines, columns=heads), styles=[named], automatic=styles)


BOLD = {"fo:font-weight": "bold"}


def open_style(name: str, family: str, look: dict[str, str] | None = None, parent: str | None = None) -> Element:
    """A style of OpenDocument, of text properties."""
    found = {"style:name": name, "style:family": family, "style:parent-style-name": parent}
    return element("style:style", found, element("style:text-properties", look) if look else None)


def _open_cell(cell: object, whole: bool) -> Element:
    """``whole``: its column is struck out."""
    value, said = getattr(cell, "value", cell), {}
    if whole != isinstance(cell, Struck):
        said["style_name"] = "ce2" if whole else "ce1"
    kind = "string"
    if isinstance(value, int | float):
        kind, said = "percentage" if isinstance(cell, Percent) else "float", said | {"office__value": value}
    if isinstance(cell, Runs):
        runs = [element("text:span", {"text:style-name": f"T{name}"}, text) for text, name in cell.parts]
        return books.open_cell(element("text:p", {}, *runs), kind, **said)
    return books.open_cell(str(value), kind, **said)


def html(rows: list[list]) -> bytes:
    """As Excel writes web pages: by a class of the cell; of the first column by a tag."""

    def made(place: int, cell: object) -> str:
        if isinstance(cell, Runs):
            return "<td>" + "".join(f"<{look or 'b'}>{text}</{look or 'b'}>" for text, look in cell.parts) + "</td>"
        if isinstance(cell, Struck):
            return f"<td><del>{cell.value}</del></td>" if not place else f"<td class='x xl66'>{cell.value}</td>"
        if isinstance(cell, Percent):
            return f"<td>{cell.value:.0%}</td>"
        return f"<td>{escape(str(cell))}</td>"

    body = "".join("<tr>" + "".join(made(*one) for one in enumerate(row)) + "</tr>" for row in rows)
    return f"<meta charset=utf-8><style>.xl66 {{text-decoration:Line-through}}</style><table>{body}</table>".encode()


def xml2003(rows: list[list]) -> bytes:
    def made(cell: object) -> str:
        style = {Struck: ' ss:StyleID="s2"', Percent: ' ss:StyleID="s3"'}.get(type(cell), "")
        value = getattr(cell, "value", cell)
        if isinstance(cell, Runs):
            value = "".join(
                f"<h:{look or 'b'}>{text}</h:{look or 'b'}>".replace("h:s", "h:S") for text, look in cell.parts
            )
        kind = "Number" if isinstance(value, int | float) else "String"
        return f'<Cell{style}><Data ss:Type="{kind}">{value}</Data></Cell>'

    space = "urn:schemas-microsoft-com:office:spreadsheet"
    body = "".join("<Row>" + "".join(map(made, row)) + "</Row>" for row in rows)
    return (
        f'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="{space}" xmlns:ss="{space}" '
        'xmlns:h="http://www.w3.org/TR/REC-html40"><Styles><Style ss:ID="s1"><Font ss:StrikeThrough="1"/></Style>'
        '<Style ss:ID="s2" ss:Parent="s1"><Font ss:Bold="1"/></Style><Style ss:ID="s3"><NumberFormat ss:Format="Percent"/></Style>'
        f'</Styles><Worksheet ss:Name="x"><Table>{body}</Table></Worksheet></Workbook>'
    ).encode()


MAKERS: dict[str, tuple[str, Callable[[list[list]], bytes]]] = {
    "xlsx": ("a_11411.xlsx", by_openpyxl), "xlsx, shared": ("a_11411.xlsx", by_xlsxwriter), "xls": ("a_11411.xls", xls),
    "xlsb": ("a_11411.xlsb", xlsb_shared), "xlsb, inline": ("a_11411.xlsb", xlsb_inline), "ods": ("a_11411.ods", ods),
    "web page": ("a_11411.xls", html), "xml": ("a_11411.xls", xml2003),
}  # fmt: skip
"""How -> the name of a file and what makes its content."""
