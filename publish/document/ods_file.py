"""The tables of a document as .ods, the government's standard (CNS 15251). odfpy, which refuses what the schema forbids."""

from __future__ import annotations

from odf.office import Annotation
from odf.opendocument import OpenDocumentSpreadsheet
from odf.style import (
    MasterPage,
    PageLayout,
    PageLayoutProperties,
    ParagraphProperties,
    Style,
    TableCellProperties,
    TableColumnProperties,
    TableRowProperties,
    TextProperties,
)  # fmt: skip
from odf.table import CoveredTableCell, TableCell, TableColumn, TableHeaderRows, TableRow
from odf.table import Table as Sheet
from odf.text import P

from publish.document.cells import lines_of, notes_of, sheet_name, tables_of
from publish.document.grid import Slot, laid
from publish.document.look import FAMILIES, RULE
from publish.document.model import Cell, Document, Table
from publish.document.odf_about import describe
from publish.document.odt_text import add_text
from publish.odf_package import packed
from publish.tones import HEADER_FILL, INK, SOFT, WASH

WIDTH = 27.0  # centimetres over the whole table


def to_ods(document: Document) -> bytes:
    """A sheet for each section that has tables: title block, then its tables under each other."""
    book = OpenDocumentSpreadsheet()
    describe(book, document)
    styles = _styles(book)
    for place, (section, tables) in enumerate(tables_of(document)):
        sheet = Sheet(name=sheet_name(document, section, place), stylename=styles["page"])
        for share in max((table.widths for table in tables), key=len):
            sheet.addElement(TableColumn(stylename=_column(book, share)))
        _top(sheet, document, len(tables[0].widths), styles)
        for table in tables:
            _table(sheet, table, styles, document.lang)
        book.spreadsheet.addElement(sheet)
    return packed(book)


def _top(sheet: Sheet, document: Document, columns: int, styles: dict[str, Style]) -> None:
    for line in (*document.heading, *document.about):
        row = TableRow(stylename=styles["row"])
        look = "title" if line in document.heading else "about"
        row.addElement(_cell(Cell((), columns=columns), styles[look], line))
        for _ in range(columns - 1):
            row.addElement(CoveredTableCell())
        sheet.addElement(row)


def _table(sheet: Sheet, table: Table, styles: dict[str, Style], lang: str) -> None:
    head = TableHeaderRows()
    for slots in laid(table.head, len(table.widths)):
        head.addElement(_row(slots, styles, lang))
    sheet.addElement(head)
    for slots in laid(table.body, len(table.widths)):
        sheet.addElement(_row(slots, styles, lang))


def _row(slots: list[Slot], styles: dict[str, Style], lang: str) -> TableRow:
    row = TableRow(stylename=styles["row"])
    for slot in slots:
        style = styles[slot.cell.role]
        row.addElement(
            _cell(slot.cell, style, lines_of(slot.cell, lang)) if slot.starts else CoveredTableCell(stylename=style)
        )
        for _ in range(slot.cell.columns - 1):
            row.addElement(CoveredTableCell(stylename=style))
    return row


def _cell(cell: Cell, style: Style, text: str) -> TableCell:
    spans = {"numberrowsspanned": cell.rows, "numbercolumnsspanned": cell.columns}
    made = TableCell(valuetype="string", stylename=style, **{k: v for k, v in spans.items() if v > 1})
    if notes := notes_of(cell):
        note = Annotation()
        for line in notes:
            note.addElement(_line(line))
        made.addElement(note)
    for line in text.split("\n"):
        made.addElement(_line(line))
    return made


def _line(text: str) -> P:
    line = P()
    add_text(line, text)
    return line


def _column(book: OpenDocumentSpreadsheet, share: float) -> Style:
    style = Style(name=f"column{len(book.automaticstyles.childNodes)}", family="table-column")
    style.addElement(TableColumnProperties(columnwidth=f"{share * WIDTH:.2f}cm"))
    book.automaticstyles.addElement(style)
    return style


def _styles(book: OpenDocumentSpreadsheet) -> dict[str, Style]:
    """The named looks, by key; ``page`` and ``row`` are those of sheet and row."""
    layout = PageLayout(name="lying")
    layout.addElement(
        PageLayoutProperties(printorientation="landscape", pagewidth="29.7cm", pageheight="21cm", margin="1.2cm")
    )
    book.automaticstyles.addElement(layout)
    book.masterstyles.addElement(MasterPage(name="Default", pagelayoutname=layout))
    found = {
        "page": Style(name="page", family="table", masterpagename="Default"),
        "row": Style(name="row", family="table-row"),
    }
    found["row"].addElement(TableRowProperties(useoptimalrowheight="true"))
    box = {"border": f"0.5pt solid {RULE}", "padding": "0.1cm"}
    looks = {
        "title": ({"fontsize": "15pt", "fontsizeasian": "15pt", **_bold()}, INK, {"verticalalign": "middle"}, "center"),
        "about": ({"fontsize": "10pt", "fontsizeasian": "10pt"}, SOFT, {}, "start"),
        "head": ({"fontsize": "10pt", **_bold()}, "#ffffff", {**box, "backgroundcolor": HEADER_FILL, "verticalalign": "middle"}, "center"),
        "group": ({"fontsize": "10pt", **_bold()}, INK, {**box, "backgroundcolor": WASH, "verticalalign": "middle"}, "start"),
        "data": ({"fontsize": "10pt", "fontsizeasian": "10pt"}, INK, {**box, "verticalalign": "top"}, "start"),
    }  # fmt: skip
    for name, (text, colour, cell, align) in looks.items():
        style = Style(name=f"cell-{name}", family="table-cell")
        style.addElement(TableCellProperties(wrapoption="wrap", **cell))
        style.addElement(ParagraphProperties(textalign=align))
        style.addElement(TextProperties(color=colour, fontfamily=FAMILIES[0], fontfamilyasian=FAMILIES[0], **text))
        found[name] = style
    for style in found.values():
        book.automaticstyles.addElement(style)
    return found


def _bold() -> dict[str, str]:
    return {"fontweight": "bold", "fontweightasian": "bold"}
