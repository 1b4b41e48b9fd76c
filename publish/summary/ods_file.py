"""The summary as .ods, the government's standard (CNS 15251): typed cells, a frozen and repeated header."""

from __future__ import annotations

from odf.config import ConfigItem, ConfigItemMapEntry, ConfigItemMapIndexed, ConfigItemMapNamed, ConfigItemSet
from odf.opendocument import OpenDocumentSpreadsheet
from odf.style import Style
from odf.table import Table, TableCell, TableColumn, TableHeaderRows, TableRow
from odf.text import P
from openpyxl.utils import get_column_letter

from lang import say
from lang.precision import decimal_of, rounded
from publish.document.odf.package import packed
from publish.summary.column_widths import column_widths
from publish.summary.figures import Summary
from publish.summary.ods_styles import Styles
from publish.summary.table import Cell, table_of


def to_ods(summary: Summary, lang: str) -> bytes:
    table = table_of(summary, lang)
    book = OpenDocumentSpreadsheet()
    styles = Styles(book, lang)
    name = say("summary-sheet", lang)
    widths, printed = column_widths(table), sum(1 for column in table.columns if column.printed)
    area = f"'{name}'.A1:'{name}'.{get_column_letter(printed)}{len(table.heading) + 1 + len(table.rows)}"
    sheet = Table(name=name, stylename=styles.page(widths[:printed]), printranges=area)
    for width in widths:
        sheet.addElement(TableColumn(stylename=styles.column(width)))
    for index, line in enumerate(table.heading):
        row = TableRow()
        row.addElement(_text(line, styles.heading(first=index == 0, notice=index == 4)))
        sheet.addElement(row)
    head, row = TableHeaderRows(), TableRow()
    for text in table.headers:
        row.addElement(_text(text, styles.header()))
    head.addElement(row)
    sheet.addElement(head)
    for cells in table.rows:
        row = TableRow()
        for cell in cells:
            row.addElement(_cell(cell, styles))
        sheet.addElement(row)
    book.spreadsheet.addElement(sheet)
    _freeze(book, name, len(table.heading) + 1)
    return packed(book)


def _text(text: str, style: Style) -> TableCell:
    cell = TableCell(valuetype="string", stylename=style)
    cell.addElement(P(text=text))
    return cell


def _cell(cell: Cell, styles: Styles) -> TableCell:
    style = styles.cell(cell)
    if cell.value is None:
        return TableCell(stylename=style)
    if cell.kind == "text":
        return _text(cell.value, style)
    if cell.kind == "date":
        typed, text = (
            TableCell(valuetype="date", datevalue=cell.value.isoformat(), stylename=style),
            cell.value.isoformat(),
        )
    else:
        kind = "percentage" if cell.kind == "percent" else "float"
        typed = TableCell(valuetype=kind, value=repr(cell.value), stylename=style)
        text = _shown(cell)
    typed.addElement(P(text=text))
    return typed


def _shown(cell: Cell) -> str:
    """A number as a spreadsheet shows it, rounded half away from zero."""
    exact = decimal_of(cell.value)
    if cell.kind == "percent":
        return f"{rounded(exact.scaleb(2), cell.decimals):f}%"
    return f"{rounded(exact, cell.decimals):,f}"


def _freeze(book: OpenDocumentSpreadsheet, sheet: str, rows: int) -> None:
    """Keep the header and the indicator's name in sight."""
    views = ConfigItemSet(name="ooo:view-settings")
    indexed, entry = ConfigItemMapIndexed(name="Views"), ConfigItemMapEntry()
    tables, one = ConfigItemMapNamed(name="Tables"), ConfigItemMapEntry(name=sheet)
    settings = {
        "HorizontalSplitMode": ("short", 2), "VerticalSplitMode": ("short", 2), "HorizontalSplitPosition": ("int", 2),
        "VerticalSplitPosition": ("int", rows), "PositionRight": ("int", 2), "PositionBottom": ("int", rows),
        "ActiveSplitRange": ("short", 3),
    }  # fmt: skip
    for name, (kind, value) in settings.items():
        one.addElement(ConfigItem(name=name, type=kind, text=str(value)))
    tables.addElement(one)
    entry.addElement(ConfigItem(name="ViewId", type="string", text="view1"))
    entry.addElement(tables)
    indexed.addElement(entry)
    views.addElement(indexed)
    book.settings.addElement(views)
