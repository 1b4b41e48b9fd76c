"""A document as .docx, by python-docx.

python-docx because it is a library that knows comments, styles and numbering; pandoc is a program to install, and its
Markdown knows no cells that span rows.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import UTC

import docx
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.text.paragraph import CT_P
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm
from docx.text.paragraph import Paragraph as DocxParagraph
from docx.text.run import Run as DocxRun

from lang.locales import letters_of, tag_of
from lang.printable import printable
from publish.document.chart_sizes import size_of
from publish.document.docx.lists import Lists
from publish.document.docx.picture import add_picture
from publish.document.docx.styles import TWIPS, dress, style_id
from publish.document.docx.table import fill_table
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
from publish.document.page_number_words import PAGE, PAGES, page_words
from publish.document.styles import MARGIN, look_in_cell, paper, title_lines


def to_docx(document: Document) -> bytes:
    """The document for Word, A4, all its looks named styles; a run's note is a comment."""
    return _Writer(document).written()


class _Writer:
    def __init__(self, document: Document) -> None:
        self.document, self.docx = document, docx.Document()
        dress(self.docx, document.lang)
        self.lists = Lists(self.docx, document.lang)
        self.body = self.docx.element.body

    def written(self) -> bytes:
        self._describe()
        self._set_page()
        for look, text in title_lines(self.document):
            self._add(look, (Run(text),))
        for section in self.document.sections:
            self._section(section)
        out = io.BytesIO()
        self.docx.save(out)
        return out.getvalue()

    def _describe(self) -> None:
        document, about = self.document, self.docx.core_properties
        about.title, about.author = printable(document.title)[:255], printable(document.author)[:255]
        about.last_modified_by, about.comments = about.author, ""
        about.created = about.modified = document.at.astimezone(UTC).replace(tzinfo=None)
        about.language = tag_of(document.lang)
        about.keywords = ", ".join(printable(word) for word in document.keywords)[:255]

    def _set_page(self) -> None:
        page = self.docx.sections[0]
        page.page_width, page.page_height = (Cm(side) for side in paper(self.document))
        page.orientation = WD_ORIENT.LANDSCAPE if self.document.pages else WD_ORIENT.PORTRAIT
        page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Cm(MARGIN)
        page.header_distance = page.footer_distance = Cm(MARGIN / 2)
        footer = page.footer.paragraphs[0]._p
        footer.style = style_id("footer")
        edge = f'<w:tab w:val="right" w:pos="{inner(self.document)[0] * TWIPS:.0f}"/>'
        footer.get_or_add_pPr().insert_element_before(
            parse_xml(f"<w:tabs {nsdecls('w')}>{edge}</w:tabs>"), "w:spacing", "w:ind", "w:jc", "w:rPr"
        )
        footer.add_r().text = f"{printable(self.document.footer)}\t"
        for part in page_words(self.document.lang):
            if part in (PAGE, PAGES):
                name = "PAGE" if part == PAGE else "NUMPAGES"
                footer.append(
                    parse_xml(f"""<w:fldSimple {nsdecls("w")} w:instr="{name}"><w:r><w:t>1</w:t></w:r></w:fldSimple>""")
                )
            else:
                footer.add_r().text = part

    def _section(self, section: Section) -> None:
        if section.title:
            self._add("heading-1", (Run(section.title),), new_page=self.document.pages)
        elif self.document.pages:
            self._add("gap", (), new_page=True)
        for block, leads in with_leads(section.blocks):
            self._block(block, leads=leads)

    def _block(self, block: Block, *, leads: bool) -> None:
        match block:
            case Paragraph():
                paragraph = self._add(block.style, block.runs)
                if leads:
                    _keep_with_next(paragraph)
            case Items():
                self._items(self._new_paragraph, block)
            case Heading():
                self._add(f"heading-{min(block.level, 3)}", (Run(block.text),))
            case Table():
                self.body.insert_element_before(fill_table(block, inner(self.document), self._fill_cell), "w:sectPr")
                self._add("gap", ())  # Word joins two tables that touch
            case Chart():
                place = DocxParagraph(self._add("chart", ()), self.docx._body)
                add_picture(self.docx, place, block.svg, block.alt, size_of(block.svg, self.document))

    def _new_paragraph(self) -> CT_P:
        made: CT_P = self.body.add_p()
        return made

    def _add(self, look: str, runs: tuple[Run, ...], *, new_page: bool = False) -> CT_P:
        paragraph = self._new_paragraph()
        self._fill(paragraph, look, runs)
        if new_page:
            paragraph.get_or_add_pPr().insert_element_before(
                OxmlElement("w:pageBreakBefore"), "w:numPr", "w:spacing", "w:jc"
            )
        return paragraph

    def _fill(self, paragraph: CT_P, look: str, runs: tuple[Run, ...]) -> None:
        paragraph.style = style_id(look)
        for run in runs:
            self._add_run(paragraph, run)

    def _add_run(self, paragraph: CT_P, run: Run) -> None:
        made = paragraph.add_r()
        made.text = printable(run.text)
        if run.strong:
            made.style = "Strong"
        if run.lang and run.lang != self.document.lang:
            letters, tag = tag_of(letters_of(run.lang)), tag_of(run.lang)
            made.get_or_add_rPr().append(parse_xml(f'<w:lang {nsdecls("w")} w:val="{letters}" w:eastAsia="{tag}"/>'))
        if note := printable(run.note):
            author = printable(self.document.author)
            anchor = DocxRun(made, DocxParagraph(paragraph, self.docx._body))
            comment = self.docx.add_comment(anchor, note, author=author, initials="")
            comment._comment_elm.date = self.document.at.astimezone(UTC)

    def _items(self, new_paragraph: Callable[[], CT_P], block: Items, *, in_cell: bool = False) -> None:
        number, level = self.lists.new(block, in_cell=in_cell)
        for item in block.items:
            paragraph = new_paragraph()
            self._fill(paragraph, "cell-item" if in_cell else "item", item)
            place = paragraph.get_or_add_pPr().get_or_add_numPr()
            place.get_or_add_ilvl().val, place.get_or_add_numId().val = level, number

    def _fill_cell(self, element: BaseOxmlElement, cell: Cell) -> None:
        for block, leads in with_leads(cell.blocks):
            if isinstance(block, Items):
                self._items(lambda: _append(element), block, in_cell=True)
            else:
                paragraph = _append(element)
                self._fill(paragraph, look_in_cell(block, cell.role, cell.align), block.runs)
                if leads:
                    _keep_with_next(paragraph)
        if element[-1].tag != qn("w:p"):
            _append(element).style = style_id("cell")  # a cell ends with a paragraph, be it empty


def _append(element: BaseOxmlElement) -> CT_P:
    paragraph = OxmlElement("w:p")
    element.append(paragraph)
    return paragraph


def _keep_with_next(paragraph: CT_P) -> None:
    paragraph.get_or_add_pPr()._add_keepNext()
