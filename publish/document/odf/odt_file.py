"""A document as .odt, the government's standard (CNS 15251), by odfpy.

odfpy because the workbooks are written with it already; odfdo is as able, but two libraries for one form are one too many.
"""

from __future__ import annotations

from odf.config import ConfigItem, ConfigItemSet
from odf.draw import Frame, Image
from odf.element import Element
from odf.opendocument import OpenDocumentText
from odf.style import Footer, MasterPage
from odf.svg import Desc
from odf.text import H, List, Note, NoteBody, NoteCitation, NoteRef, P, PageCount, PageNumber, Span, Tab

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
from publish.document.odf.about import describe
from publish.document.odf.odt_lists import Lists
from publish.document.odf.odt_styles import NOTE_MARK, NOTES, STRONG, Styles, page_layout, style_name
from publish.document.odf.odt_table import table_element
from publish.document.odf.odt_text import add_text
from publish.document.odf.package import packed
from publish.document.page_number_words import PAGE, PAGES, page_words
from publish.document.printable import printable
from publish.document.styles import look_in_cell, paper, title_lines


def to_odt(document: Document) -> bytes:
    """The document as OpenDocument 1.2, A4, all its looks named styles; a run's note is an endnote.

    Endnotes, because the notes at the foot of a full form took half of each page; said again, a note keeps its number.
    """
    return _Writer(document).written()


class _Writer:
    def __init__(self, document: Document) -> None:
        self.document, self.book = document, OpenDocumentText()
        self.styles = Styles(self.book, document.lang, inner(document)[0])
        self.lists = Lists(self.book, document.lang)
        self.notes: dict[str, int] = {}
        self.tables = self.charts = 0

    def written(self) -> bytes:
        describe(self.book, self.document)
        self._set_page()
        self._keep_rows()
        for look, text in title_lines(self.document):
            self._add(look, (Run(text),))
        for section in self.document.sections:
            self._section(section)
        return packed(self.book)

    def _set_page(self) -> None:
        layout = page_layout(*paper(self.document))
        self.book.automaticstyles.addElement(layout)
        page = MasterPage(name="Standard", pagelayoutname=layout)
        line = P(stylename=style_name("footer"))
        add_text(line, self.document.footer)
        line.addElement(Tab())
        for part in page_words(self.document.lang):
            if part == PAGE:
                line.addElement(PageNumber(selectpage="current", text="1"))
            elif part == PAGES:
                line.addElement(PageCount(text="1"))
            else:
                line.addText(part)
        footer = Footer()
        footer.addElement(line)
        page.addElement(footer)
        self.book.masterstyles.addElement(page)

    def _keep_rows(self) -> None:
        """LibreOffice keeps a heading row with the next one, as its look says, only when asked to do as Word does."""
        wishes = ConfigItemSet(name="ooo:configuration-settings")
        wishes.addElement(ConfigItem(name="TableRowKeep", type="boolean", text="true"))
        self.book.settings.addElement(wishes)

    def _section(self, section: Section) -> None:
        if section.title:
            self._heading(1, section.title, new_page=self.document.pages)
        elif self.document.pages:
            self.book.text.addElement(P(stylename=self.styles.new_page("gap")))
        for block, leads in with_leads(section.blocks):
            self._block(block, leads=leads)

    def _block(self, block: Block, *, leads: bool) -> None:
        match block:
            case Paragraph():
                self._add(block.style, block.runs, leads=leads)
            case Items():
                self.book.text.addElement(self._list(block))
            case Heading():
                self._heading(block.level, block.text)
            case Table():
                self.tables += 1
                name = f"Table{self.tables}"
                height = inner(self.document)[1]
                self.book.text.addElement(table_element(block, name, self.styles, height, self._fill_cell))
            case Chart():
                self._chart(block)

    def _heading(self, level: int, text: str, *, new_page: bool = False) -> None:
        key = f"heading-{min(level, 3)}"
        heading = H(outlinelevel=level, stylename=self.styles.new_page(key) if new_page else style_name(key))
        add_text(heading, text)
        self.book.text.addElement(heading)

    def _chart(self, chart: Chart) -> None:
        self.charts += 1
        width, height = size_of(chart.svg, self.document)
        frame = Frame(
            name=f"Chart{self.charts}", anchortype="as-char", width=f"{width:.2f}cm", height=f"{height:.2f}cm"
        )
        for content, kind in ((for_offices(chart.svg), "image/svg+xml"), (png_of(chart.svg), "image/png")):
            href = self.book.addPictureFromString(content, kind)
            frame.addElement(Image(href=href, type="simple", show="embed", actuate="onLoad"))
        frame.addElement(Desc(text=printable(chart.alt)))
        paragraph = P(stylename=style_name("chart"))
        paragraph.addElement(frame)
        self.book.text.addElement(paragraph)

    def _add(self, look: str, runs: tuple[Run, ...], *, leads: bool = False) -> None:
        self.book.text.addElement(self._paragraph(look, runs, leads=leads))

    def _paragraph(self, look: str, runs: tuple[Run, ...], *, leads: bool = False) -> P:
        paragraph = P(stylename=self.styles.leading(look) if leads else style_name(look))
        for run in runs:
            self._add_run(paragraph, run)
        return paragraph

    def _add_run(self, paragraph: P, run: Run) -> None:
        place: Element = paragraph
        if run.lang and run.lang != self.document.lang:
            place = Span(stylename=self.styles.language(run.lang, strong=run.strong))
        elif run.strong:
            place = Span(stylename=STRONG)
        add_text(place, run.text)
        if place is not paragraph:
            paragraph.addElement(place)
        if note := printable(run.note):
            paragraph.addElement(self._note(note))

    def _note(self, text: str) -> Element:
        """A note, or the number of the one that has said the same already."""
        if text in self.notes:
            number = self.notes[text]
            mark = Span(stylename=NOTE_MARK)
            mark.addElement(NoteRef(noteclass=NOTES, refname=f"note{number}", referenceformat="text", text=str(number)))
            return mark
        number = self.notes[text] = len(self.notes) + 1
        note, body = Note(id=f"note{number}", noteclass=NOTES), NoteBody()
        note.addElement(NoteCitation(text=str(number)))
        body.addElement(self._paragraph("note", (Run(text),)))
        note.addElement(body)
        return note

    def _list(self, block: Items, *, in_cell: bool = False) -> List:
        look = "cell-item" if in_cell else "item"
        return self.lists.new(block, [self._paragraph(look, runs) for runs in block.items], in_cell=in_cell)

    def _fill_cell(self, element: Element, cell: Cell) -> None:
        for block, leads in with_leads(cell.blocks):
            if isinstance(block, Items):
                element.addElement(self._list(block, in_cell=True))
            else:
                look = look_in_cell(block, cell.role, cell.align)
                element.addElement(self._paragraph(look, block.runs, leads=leads))
