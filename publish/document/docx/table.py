"""A table of a .docx: a fixed grid, merged cells, a head that is repeated on each page."""

from __future__ import annotations

from collections.abc import Callable
from itertools import accumulate
from xml.sax.saxutils import quoteattr

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.xmlchemy import BaseOxmlElement

from lang.printable import printable
from publish.colours import WASH
from publish.document.docx.styles import TWIPS, style_id
from publish.document.elements import Cell, Table
from publish.document.grid import Slot, columns_of, is_whole, laid

FillCell = Callable[[BaseOxmlElement, Cell], None]


def fill_table(table: Table, page: tuple[float, float], fill_cell: FillCell) -> BaseOxmlElement:
    """The ``w:tbl`` of a table on a ``page`` of width and height in centimetres; ``fill_cell`` writes what a cell holds."""
    sizes = columns_of(table, page[0])
    edges = [0, *accumulate(size * TWIPS for size in sizes)]
    widths = [round(right) - round(left) for left, right in zip(edges, edges[1:], strict=False)]
    about = f"<w:tblDescription w:val={quoteattr(printable(table.about))}/>" if table.about else ""
    columns = "".join(f'<w:gridCol w:w="{one}"/>' for one in widths)
    element = parse_xml(f"""<w:tbl {nsdecls("w")}><w:tblPr><w:tblStyle w:val="ReportTable"/>
        <w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1"
        w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>{about}</w:tblPr>
        <w:tblGrid>{columns}</w:tblGrid></w:tbl>""")
    rows = laid(table.head, len(widths)) + laid(table.body, len(widths))
    for place, slots in enumerate(rows):
        head = place < len(table.head)
        whole = head or is_whole(slots, sizes, page[1])
        element.append(_row(slots, widths, fill_cell, head=head, whole=whole))
    return element


def _row(slots: list[Slot], widths: list[int], fill_cell: FillCell, *, head: bool, whole: bool) -> BaseOxmlElement:
    row = OxmlElement("w:tr")
    if whole:
        marks = "<w:cantSplit/>" + ("<w:tblHeader/>" if head else "")
        row.append(parse_xml(f"<w:trPr {nsdecls('w')}>{marks}</w:trPr>"))
    column = 0
    for slot in slots:
        right = column + slot.cell.columns
        row.append(_cell(slot, sum(widths[column:right]), fill_cell))
        column = right
    return row


def _cell(slot: Slot, width: int, fill_cell: FillCell) -> BaseOxmlElement:
    cell, marks = slot.cell, f'<w:tcW w:w="{width}" w:type="dxa"/>'
    if cell.columns > 1:
        marks += f'<w:gridSpan w:val="{cell.columns}"/>'
    if cell.rows > 1:
        marks += '<w:vMerge w:val="restart"/>' if slot.starts else "<w:vMerge/>"
    if cell.role != "data":
        marks += f'<w:shd w:val="clear" w:color="auto" w:fill="{WASH[1:]}"/>'
    if cell.role == "head":
        marks += '<w:vAlign w:val="center"/>'
    element = parse_xml(f"<w:tc {nsdecls('w')}><w:tcPr>{marks}</w:tcPr></w:tc>")
    if slot.starts:
        fill_cell(element, cell)
    else:
        element.append(parse_xml(f'<w:p {nsdecls("w")}><w:pPr><w:pStyle w:val="{style_id("cell")}"/></w:pPr></w:p>'))
    return element
