"""A table of an .odt: spanned cells with the places that they cover, a head that is repeated on each page."""

from __future__ import annotations

from collections.abc import Callable
from xml.etree.ElementTree import Element

from opendocument.elements import element, plain
from publish.document.elements import Cell, Table
from publish.document.grid import Slot, columns_of, is_whole, laid
from publish.document.odf.odt_styles import Styles


def table_element(
    table: Table, name: str, styles: Styles, page: float, fill_cell: Callable[[Element, Cell], None]
) -> Element:
    """The table as an element, on pages of a height in centimetres; ``fill_cell`` writes what a cell holds."""
    columns = columns_of(table, styles.width)
    made = element("table:table", {"table:name": name, "table:style-name": styles.table()})
    if table.about:
        made.append(plain("table:desc", table.about))
    for column in columns:
        made.append(element("table:table-column", {"table:style-name": styles.column(column)}))
    head = [_row(slots, styles, fill_cell, whole=True) for slots in laid(table.head, len(table.widths))]
    if head:
        made.append(element("table:table-header-rows", {}, *head))
    for slots in laid(table.body, len(table.widths)):
        made.append(_row(slots, styles, fill_cell, whole=is_whole(slots, columns, page)))
    return made


def _row(slots: list[Slot], styles: Styles, fill_cell: Callable[[Element, Cell], None], *, whole: bool) -> Element:
    row = element("table:table-row", {"table:style-name": styles.row(whole=whole)})
    for slot in slots:
        cell = slot.cell
        if slot.starts:
            look = {
                "table:number-columns-spanned": cell.columns, "table:number-rows-spanned": cell.rows,
                "table:style-name": styles.cell(cell.role), "office:value-type": "string",
            }  # fmt: skip
            made = element("table:table-cell", look)
            fill_cell(made, cell)
            row.append(made)
        row.extend(element("table:covered-table-cell") for _ in range(cell.columns - slot.starts))
    return row
