"""A table of an .odt: spanned cells with the places that they cover, a head that is repeated on each page."""

from __future__ import annotations

from collections.abc import Callable

from odf.element import Element
from odf.table import CoveredTableCell, Desc, TableCell, TableColumn, TableHeaderRows, TableRow
from odf.table import Table as OdfTable

from publish.document.elements import Cell, Table
from publish.document.grid import Slot, columns_of, is_whole, laid
from publish.document.odf.odt_styles import Styles
from publish.document.printable import printable


def table_element(
    table: Table, name: str, styles: Styles, page: float, fill_cell: Callable[[Element, Cell], None]
) -> OdfTable:
    """The table as an element, on pages of a height in centimetres; ``fill_cell`` writes what a cell holds."""
    columns = columns_of(table, styles.width)
    made = OdfTable(name=name, stylename=styles.table())
    if table.about:
        made.addElement(Desc(text=printable(table.about)))
    for column in columns:
        made.addElement(TableColumn(stylename=styles.column(column)))
    head = TableHeaderRows()
    for slots in laid(table.head, len(table.widths)):
        head.addElement(_row(slots, styles, fill_cell, whole=True))
    if table.head:
        made.addElement(head)
    for slots in laid(table.body, len(table.widths)):
        made.addElement(_row(slots, styles, fill_cell, whole=is_whole(slots, columns, page)))
    return made


def _row(slots: list[Slot], styles: Styles, fill_cell: Callable, *, whole: bool) -> TableRow:
    row = TableRow(stylename=styles.row(whole=whole))
    for slot in slots:
        cell = slot.cell
        if slot.starts:
            spans = {"numbercolumnsspanned": cell.columns, "numberrowsspanned": cell.rows}
            made = TableCell(stylename=styles.cell(cell.role), valuetype="string", **spans)
            fill_cell(made, cell)
            row.addElement(made)
        for _ in range(cell.columns - slot.starts):
            row.addElement(CoveredTableCell())
    return row
