"""The tables of a document as .ods, the government's standard (CNS 15251). odfpy, which refuses what the schema forbids."""

from __future__ import annotations

from odf.office import Annotation
from odf.opendocument import OpenDocumentSpreadsheet
from odf.style import (
    Footer,
    FooterStyle,
    HeaderFooterProperties,
    MasterPage,
    PageLayout,
    PageLayoutProperties,
    ParagraphProperties,
    RegionLeft,
    RegionRight,
    Style,
    TableCellProperties,
    TableColumnProperties,
    TableRowProperties,
    TextProperties,
)  # fmt: skip
from odf.table import CoveredTableCell, TableCell, TableColumn, TableHeaderRows, TableRow
from odf.table import Table as Sheet
from odf.text import P, PageCount, PageNumber

from present.text_width import wrap
from publish.colours import HEADER_FILL, INK, SOFT, WASH
from publish.document.elements import Cell, Document, Table
from publish.document.grid import Slot, heights_of, laid
from publish.document.locales import letters_of, locale_of
from publish.document.odf.about import describe
from publish.document.odf.odt_styles import ASIAN
from publish.document.odf.odt_text import add_text
from publish.document.odf.package import packed
from publish.document.sheet_cells import lines_of, notes_of, sheet_name, tables_of
from publish.document.styles import FAMILIES, RULE

WIDTH = 27.0  # centimetres over the whole table
SIZE = 10  # points
PADDING, LINE = 0.1, 1.45  # centimetres in a cell, and em from line to line in a font that asks for much
SLACK = 0.98  # of the width: another font than ours may be wider, and its lines break earlier
POINT = 2.54 / 72


def to_ods(document: Document) -> bytes:
    """A sheet for each section that has tables: title block, then its tables under each other."""
    book = OpenDocumentSpreadsheet()
    describe(book, document)
    _pages(book, document.title)
    styles = _styles(book, document.lang)
    for place, (section, tables) in enumerate(tables_of(document)):
        sheet = Sheet(name=sheet_name(document, section, place), stylename=styles["page"])
        for share in max((table.widths for table in tables), key=len):
            sheet.addElement(TableColumn(stylename=_column(book, share)))
        _top(sheet, document, len(tables[0].widths), styles)
        for table in tables:
            _table(book, sheet, table, styles, document.lang)
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


def _table(book: OpenDocumentSpreadsheet, sheet: Sheet, table: Table, styles: dict[str, Style], lang: str) -> None:
    head, columns = TableHeaderRows(), [share * WIDTH for share in table.widths]
    for rows, place in ((table.head, head), (table.body, sheet)):
        heights = heights_of(
            rows, columns, lambda cell, width: _height(cell, width, lang), _height(Cell(()), WIDTH, lang)
        )
        for slots, height in zip(laid(rows, len(columns)), heights, strict=True):
            place.addElement(_row(slots, _high(book, styles, height), styles, lang))
        if place is head:
            sheet.addElement(head)


def _height(cell: Cell, width: float, lang: str) -> float:
    """Centimetres that the text of a cell takes in so many of width."""
    room = (width - 2 * PADDING) / POINT * SLACK
    lines = sum(max(1, len(wrap(line, SIZE, room))) for line in lines_of(cell, lang).split("\n"))
    return lines * SIZE * LINE * POINT + 2 * PADDING


def _high(book: OpenDocumentSpreadsheet, styles: dict[str, Style], height: float) -> Style:
    """A row so high. LibreOffice would find the height itself, but on the screen, whose lines break elsewhere than those
    on paper: the last lines of long cells were cut off."""
    name = f"row-{height:.2f}"
    if name not in styles:
        styles[name] = Style(name=name, family="table-row")
        styles[name].addElement(TableRowProperties(rowheight=f"{height:.2f}cm", useoptimalrowheight="false"))
        book.automaticstyles.addElement(styles[name])
    return styles[name]


def _row(slots: list[Slot], high: Style, styles: dict[str, Style], lang: str) -> TableRow:
    row = TableRow(stylename=high)
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


def _pages(book: OpenDocumentSpreadsheet, title: str) -> None:
    """A4 lying; below, as in the .xlsx, the title and which page of how many."""
    layout = PageLayout(name="lying")
    layout.addElement(
        PageLayoutProperties(printorientation="landscape", pagewidth="29.7cm", pageheight="21cm", margin="1.2cm")
    )
    below = FooterStyle()
    below.addElement(HeaderFooterProperties(minheight="0.8cm", margintop="0.3cm", marginleft="0cm", marginright="0cm"))
    layout.addElement(below)
    book.automaticstyles.addElement(layout)
    page, footer, left, right = MasterPage(name="Default", pagelayoutname=layout), Footer(), RegionLeft(), RegionRight()
    left.addElement(_line(title))
    number = P()
    number.addElement(PageNumber(text="1"))
    number.addText(" / ")
    number.addElement(PageCount(text="1"))
    right.addElement(number)
    for region in (left, right):
        footer.addElement(region)
    page.addElement(footer)
    book.masterstyles.addElement(page)


def _styles(book: OpenDocumentSpreadsheet, lang: str) -> dict[str, Style]:
    """The named looks, by key; ``page`` and ``row`` are those of sheet and row."""
    found = {
        "page": Style(name="page", family="table", masterpagename="Default"),
        "row": Style(name="row", family="table-row"),
    }
    found["row"].addElement(TableRowProperties(useoptimalrowheight="true"))
    small = {"fontsize": f"{SIZE}pt", "fontsizeasian": f"{SIZE}pt"}
    (letters, country), (asian, where) = locale_of(letters_of(lang)), ASIAN
    language = {"language": letters, "country": country, "languageasian": asian, "countryasian": where}
    box = {"border": f"0.5pt solid {RULE}", "padding": f"{PADDING}cm"}
    looks = {
        "title": ({"fontsize": "15pt", "fontsizeasian": "15pt", **_bold()}, INK, {"verticalalign": "middle"}, "center"),
        "about": (small, SOFT, {}, "start"),
        "head": ({**small, **_bold()}, "#ffffff", {**box, "backgroundcolor": HEADER_FILL, "verticalalign": "middle"}, "center"),
        "group": ({**small, **_bold()}, INK, {**box, "backgroundcolor": WASH, "verticalalign": "middle"}, "start"),
        "data": (small, INK, {**box, "verticalalign": "top"}, "start"),
    }  # fmt: skip
    for name, (text, colour, cell, align) in looks.items():
        style = Style(name=f"cell-{name}", family="table-cell")
        style.addElement(TableCellProperties(wrapoption="wrap", **cell))
        style.addElement(ParagraphProperties(textalign=align))
        style.addElement(
            TextProperties(color=colour, fontfamily=FAMILIES[0], fontfamilyasian=FAMILIES[0], **text, **language)
        )
        found[name] = style
    for style in found.values():
        book.automaticstyles.addElement(style)
    return found


def _bold() -> dict[str, str]:
    return {"fontweight": "bold", "fontweightasian": "bold"}
