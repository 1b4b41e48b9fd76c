"""A document as .odt, the government's standard (CNS 15251)."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from lang.printable import printable
from opendocument.elements import add_text, add_words, element, plain
from opendocument.package import Package
from publish.document.chart_sizes import for_offices, png_of, size_of
from publish.document.elements import (
    Block,
    Cell,
    Chart,
    Document,
    Heading,
    Items,
    Paragraph,
    Run,
    Section,
    Table,
    with_leads,
)
from publish.document.grid import inner
from publish.document.odf.about import about_of
from publish.document.odf.lists import Lists
from publish.document.odf.odt_styles import NOTE_MARK, NOTES, STRONG, Styles, page_layout, style_name
from publish.document.odf.odt_table import table_element
from publish.document.page_number_words import PAGE, PAGES, page_words
from publish.document.styles import LOOKS, look_in_cell, paper, title_lines

STYLE = "text:style-name"


def to_odt(document: Document) -> bytes:
    """The document as OpenDocument 1.2, A4, all its looks named styles; a run's note is an endnote.

    Endnotes, because the notes at the foot of a full form took half of each page; said again, a note keeps its number.
    """
    return _Writer(document).written()


class _Writer:
    def __init__(self, document: Document) -> None:
        self.document, self.book = document, Package("text")
        self.styles = Styles(self.book, document.lang, inner(document)[0])
        self.lists = Lists(self.book.styles, document.lang)
        self.notes: dict[str, int] = {}
        self.tables = self.charts = 0

    def written(self) -> bytes:
        self.book.describe(about_of(self.document))
        self._set_page()
        self._keep_rows()
        for look, text in title_lines(self.document):
            self._add(look, (Run(text),))
        for section in self.document.sections:
            self._section(section)
        return self.book.packed()

    def _set_page(self) -> None:
        self.book.pages.append(page_layout(*paper(self.document)))
        line = element("text:p", {STYLE: style_name("footer")}, self.document.footer, element("text:tab"))
        for part in page_words(self.document.lang):
            if part == PAGE:
                line.append(element("text:page-number", {"text:select-page": "current"}, "1"))
            elif part == PAGES:
                line.append(element("text:page-count", {}, "1"))
            else:
                add_words(line, part)
        name = {"style:name": "Standard", "style:page-layout-name": "A4"}
        self.book.masters.append(element("style:master-page", name, element("style:footer", {}, line)))

    def _keep_rows(self) -> None:
        """LibreOffice keeps a heading row with the next one, as its look says, only when asked to do as Word does."""
        wish = plain("config:config-item", "true", {"config:name": "TableRowKeep", "config:type": "boolean"})
        self.book.settings.append(
            element("config:config-item-set", {"config:name": "ooo:configuration-settings"}, wish)
        )

    def _section(self, section: Section) -> None:
        if section.title:
            self._heading(1, section.title, new_page=self.document.pages)
        elif self.document.pages:
            self.book.body.append(element("text:p", {STYLE: self.styles.new_page("gap")}))
        for block, leads in with_leads(section.blocks):
            self._block(block, leads=leads)

    def _block(self, block: Block, *, leads: bool) -> None:
        match block:
            case Paragraph():
                self._add(block.style, block.runs, leads=leads)
            case Items():
                self.book.body.append(self._list(block))
            case Heading():
                self._heading(block.level, block.text)
            case Table():
                self.tables += 1
                name = f"Table{self.tables}"
                height = inner(self.document)[1]
                self.book.body.append(table_element(block, name, self.styles, height, self._fill_cell))
            case Chart():
                self._chart(block)

    def _heading(self, level: int, text: str, *, new_page: bool = False) -> None:
        key = f"heading-{min(level, 3)}"
        look = {"text:outline-level": level, STYLE: self.styles.new_page(key) if new_page else style_name(key)}
        self.book.body.append(element("text:h", look, text))

    def _chart(self, chart: Chart) -> None:
        self.charts += 1
        width, height = size_of(chart.svg, self.document)
        place = {
            "draw:name": f"Chart{self.charts}", "text:anchor-type": "as-char", "svg:width": f"{width:.2f}cm",
            "svg:height": f"{height:.2f}cm",
        }  # fmt: skip
        frame = element("draw:frame", place, *images(self.book, chart), plain("svg:desc", chart.alt))
        self.book.body.append(element("text:p", {STYLE: style_name("chart")}, frame))

    def _add(self, look: str, runs: tuple[Run, ...], *, leads: bool = False) -> None:
        self.book.body.append(self._paragraph(look, runs, leads=leads))

    def _paragraph(self, look: str, runs: tuple[Run, ...], *, leads: bool = False) -> Element:
        paragraph = element("text:p", {STYLE: self.styles.leading(look) if leads else style_name(look)})
        for run in runs:
            self._add_run(paragraph, run)
        return paragraph

    def _add_run(self, paragraph: Element, run: Run) -> None:
        if run.lang and run.lang != self.document.lang:
            paragraph.append(element("text:span", {STYLE: self.styles.language(run.lang, strong=run.strong)}, run.text))
        elif run.strong:
            paragraph.append(element("text:span", {STYLE: STRONG}, run.text))
        else:
            add_text(paragraph, run.text)
        if note := printable(run.note):
            paragraph.append(self._note(note))

    def _note(self, text: str) -> Element:
        """A note, or the number of the one that has said the same already."""
        if text in self.notes:
            number = self.notes[text]
            again = {"text:note-class": NOTES, "text:ref-name": f"note{number}", "text:reference-format": "text"}
            return element("text:span", {STYLE: NOTE_MARK}, element("text:note-ref", again, str(number)))
        number = self.notes[text] = len(self.notes) + 1
        citation = element("text:note-citation", {}, str(number))
        body = element("text:note-body", {}, self._paragraph("note", (Run(text),)))
        return element("text:note", {"text:id": f"note{number}", "text:note-class": NOTES}, citation, body)

    def _list(self, block: Items, *, in_cell: bool = False) -> Element:
        look = "cell-item" if in_cell else "item"
        paragraphs = [self._paragraph(look, runs) for runs in block.items]
        return self.lists.new(block, paragraphs, LOOKS[look].size, "Cell_20_" if in_cell else "")

    def _fill_cell(self, place: Element, cell: Cell) -> None:
        for block, leads in with_leads(cell.blocks):
            if isinstance(block, Items):
                place.append(self._list(block, in_cell=True))
            else:
                look = look_in_cell(block, cell.role, cell.align)
                place.append(self._paragraph(look, block.runs, leads=leads))


def images(book: Package, chart: Chart) -> list[Element]:
    """The drawing, and its picture for programs that cannot draw."""
    shown = {"xlink:type": "simple", "xlink:show": "embed", "xlink:actuate": "onLoad"}
    places = (book.picture(for_offices(chart.svg), "svg"), book.picture(png_of(chart.svg), "png"))
    return [element("draw:image", {"xlink:href": place} | shown) for place in places]
