"""A document as .odp: the slides of the .pptx in the government's standard (CNS 15251), its charts as drawings."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from opendocument.elements import add_text, element, plain
from opendocument.package import Package
from publish.document.chart_sizes import size_of
from publish.document.elements import Cell, Document, Heading, Items, Run
from publish.document.grid import Slot, columns_of, laid
from publish.document.odf.about import about_of
from publish.document.odf.lists import Lists
from publish.document.odf.odp_styles import MASTER, Styles, place_of
from publish.document.odf.odt_file import images
from publish.document.slides.heights import Text, margin_right, type_in_cell, type_of
from publish.document.slides.layout import Picture, Rows, Slide, Words, cover_lines, notes_of, titled_slides
from publish.document.slides.looks import BELOW_COVER, COVER_AT, MARGIN, TITLE_AT, TYPES, Box, Type

STYLE = "text:style-name"
NOTES = Box(2.1, 14.1, 16.8, 12.6)  # on a sheet of A4


def to_odp(document: Document) -> bytes:
    """The document as a presentation, 16:9: a cover, then each section on one slide, or on several where it is long."""
    return _Writer(document).written()


class _Writer:
    def __init__(self, document: Document) -> None:
        self.document, self.book = document, Package("presentation")
        self.styles = Styles(self.book, document.lang)
        self.lists = Lists(self.book.automatic, document.lang, aligned=False)
        self.slides = 0

    def written(self) -> bytes:
        self.book.describe(about_of(self.document))
        self.book.body.append(plain("presentation:footer-decl", self.document.footer, {"presentation:name": "footer"}))
        self._cover()
        for section in self.document.sections:
            for slide, title in titled_slides(self.document, section, drawn=True):
                self._slide(slide, title)
        return self.book.packed()

    def _new(self) -> Element:
        self.slides += 1
        look = {
            "draw:name": f"Slide{self.slides}", "draw:style-name": "Slide", "draw:master-page-name": MASTER,
            "presentation:use-footer-name": "footer",
        }  # fmt: skip
        page = element("draw:page", look)
        self.book.body.append(page)
        return page

    def _cover(self) -> None:
        title, lines = cover_lines(self.document)
        page = self._new()
        page.append(_frame("title", "Cover", COVER_AT, [self._paragraph((Run(title),), TYPES["cover"])]))
        below = [self._paragraph((Run(text),), TYPES[look]) for text, look in lines]
        page.append(_frame("subtitle", "Text", BELOW_COVER, below))

    def _slide(self, planned: Slide, title: str) -> None:
        page = self._new()
        page.append(_frame("title", "Title", TITLE_AT, [self._paragraph((Run(title),), TYPES["title"])]))
        for part in planned.parts:
            if isinstance(part, Words):
                page.append(self._words(part))
            elif isinstance(part, Rows):
                page.append(self._rows(part, title))
            else:
                page.append(self._picture(part))
        if notes := notes_of(planned):
            lines = [self._paragraph((Run(note),), TYPES["small"]) for note in notes]
            page.append(element("presentation:notes", {}, _frame("notes", "Notes", NOTES, lines)))

    def _words(self, words: Words) -> Element:
        look = {"draw:style-name": "Box", "draw:layer": "layout"} | place_of(words.box)
        return element("draw:frame", look, element("draw:text-box", {}, *self._blocks(words.blocks)))

    def _blocks(self, blocks: Iterable[Text]) -> Iterable[Element]:
        for block in blocks:
            if isinstance(block, Items):
                yield self._list(block, TYPES["body"])
            else:
                runs = (Run(block.text),) if isinstance(block, Heading) else block.runs
                yield self._paragraph(runs, type_of(block))

    def _list(self, block: Items, look: Type, cell: Cell | None = None) -> Element:
        items = [self._paragraph(runs, look, cell) for runs in block.items]
        return self.lists.new(block, items, look.size, f"L{look.size:g}".replace(".", "_"))

    def _paragraph(self, runs: Iterable[Run], look: Type, cell: Cell | None = None) -> Element:
        free = margin_right(cell) - MARGIN if cell else 0.0
        paragraph = element("text:p", {STYLE: self.styles.paragraph(look, cell.align if cell else "start", free)})
        for run in runs:
            if style := self.styles.run(strong=run.strong, lang=run.lang):
                paragraph.append(element("text:span", {STYLE: style}, run.text))
            else:
                add_text(paragraph, run.text)
        return paragraph

    def _rows(self, part: Rows, title: str) -> Element:
        table, box = part.table, part.box
        made = element("table:table")
        columns = columns_of(table, box.width)
        for width in columns:
            made.append(element("table:table-column", {"table:style-name": self.styles.column(width)}))
        grid = [*laid(table.head, len(columns)), *laid(part.rows, len(columns))]
        rows = zip(grid, part.tall, strict=True)
        made.extend([self._row(slots, high, part.size) for slots, high in rows])
        look = {"draw:style-name": "Picture", "draw:layer": "layout"} | place_of(box)
        return element("draw:frame", look, made, plain("svg:desc", table.about or title))

    def _row(self, slots: list[Slot], high: float, size: float) -> Element:
        row = element("table:table-row", {"table:style-name": self.styles.row(high)})
        for slot in slots:
            cell, look = slot.cell, {"table:style-name": self.styles.cell(slot.cell.role)}
            if slot.starts:
                spans = {"columns": cell.columns, "rows": cell.rows}
                look |= {f"table:number-{side}-spanned": str(over) for side, over in spans.items() if over > 1}
                row.append(element("table:table-cell", look, *self._of_cell(cell, size)))
            row.extend(element("table:covered-table-cell") for _ in range(cell.columns - slot.starts))
        return row

    def _of_cell(self, cell: Cell, size: float) -> Iterable[Element]:
        for block in cell.blocks:
            if isinstance(block, Items):
                yield self._list(block, Type(size), cell)
            else:
                yield self._paragraph(block.runs, type_in_cell(block.style, cell.role, size), cell)

    def _picture(self, picture: Picture) -> Element:
        """As large as its place allows, its sides in proportion."""
        box, chart = picture.box, picture.chart
        width, height = size_of(chart.svg, self.document)
        factor = min(box.width / width, box.height / height)
        place = Box(box.left, box.top, width * factor, height * factor)
        look = {"draw:style-name": "Picture", "draw:layer": "layout"} | place_of(place)
        return element("draw:frame", look, *images(self.book, chart), plain("svg:desc", chart.alt))


def _frame(kind: str, style: str, box: Box, lines: list[Element]) -> Element:
    """A part of the slide that programs know: title, subtitle, notes."""
    look = {"presentation:class": kind, "presentation:style-name": style, "draw:layer": "layout"}
    return element("draw:frame", look | place_of(box), element("draw:text-box", {}, *lines))
