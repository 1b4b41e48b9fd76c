"""A document as PDF, by Typst.

Typst because one wheel sets CJK type, footers and tables over pages and writes tagged PDF/UA, offline and in a tenth of
a second; ReportLab writes no tags, and WeasyPrint needs system libraries and breaks spanned cells badly.

Nothing that a person wrote is read as markup: `file.typ` holds all markup, and the document reaches it as JSON.
"""

from __future__ import annotations

from datetime import UTC
from functools import cache
from pathlib import Path
from typing import Any, Final

import typst

from kpi.json_text import json_text
from lang import say
from lang.locales import locale_of
from lang.printable import printable
from present.numbering import mark
from present.text_width import has_cjk, is_wide
from publish.colours import WASH
from publish.document.chart_sizes import size_of
from publish.document.elements import Block, Cell, Chart, Document, Heading, Items, Paragraph, Run, Table
from publish.document.grid import columns_of, inner, is_whole, laid
from publish.document.page_number_words import page_words
from publish.document.styles import CELL_PADDING, LOOKS, MARGIN, NATURAL_LINE, RULE, look_in_cell, paper, title_lines
from publish.pictures.fonts import NoCjkFont, cjk_font, usual_folders

TEMPLATE = Path(__file__).with_name("file.typ")
ACCESSIBLE: Final = "ua-1"


def to_pdf(document: Document) -> bytes:
    """The document as PDF/UA-1, its fonts embedded.

    Where that cannot be promised (a character that no font here has), it is tagged all the same.

    Raises
    ------
    NoCjkFont
        When the document holds Chinese characters and no font here has them; Typst would print squares.
    """
    content = _Content(document).whole()
    family, fonts = _fonts(chinese=has_cjk(json_text(content)))
    inputs = {
        "document": json_text(content),
        "look": json_text(_look(family)),
    }
    at = document.at.astimezone(UTC).replace(microsecond=0)

    def printed(standards: list[typst.PDFStandard]) -> bytes:
        return typst.compile(
            TEMPLATE, root=TEMPLATE.parent, font_paths=fonts, sys_inputs=inputs, format="pdf", pdf_standards=standards,
            timestamp=at,
        )  # fmt: skip

    try:
        return printed([ACCESSIBLE])
    except typst.TypstError:
        return printed([])


def _fonts(*, chinese: bool) -> tuple[str, typst.Fonts]:
    """The family to set the text in, and the fonts that Typst knows."""
    try:
        family = cjk_font()
    except NoCjkFont:
        if chinese:
            raise
        return "DejaVu Sans", _known()
    for fonts in (_known(), _known_by_files()):
        if family in fonts.families():
            return family, fonts
    raise NoCjkFont("no-cjk-font", package="fonts-noto-cjk")


@cache
def _known() -> typst.Fonts:
    return typst.Fonts()


@cache
def _known_by_files() -> typst.Fonts:
    """For machines whose font folders Typst does not look into by itself."""
    return typst.Fonts(font_paths=[folder for folder in usual_folders() if folder.is_dir()])


def _look(family: str) -> dict[str, Any]:
    return {
        "family": family, "margin": MARGIN, "padding": CELL_PADDING, "rule": RULE, "wash": WASH,
        "looks": {
            key: {
                "size": look.size, "bold": look.bold, "colour": look.colour, "align": look.align, "before": look.before,
                "after": look.after, "leading": look.line * NATURAL_LINE - 1, "keep": look.keep,
            }
            for key, look in LOOKS.items()
        },
    }  # fmt: skip


class _Content:
    """One document as the JSON that the template reads; it numbers the notes as they are met."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.notes: dict[str, int] = {}

    def whole(self) -> dict[str, Any]:
        document = self.document
        sections = [
            {"title": printable(section.title), "blocks": [self._block(block) for block in section.blocks]}
            for section in document.sections
        ]
        return {
            "title": printable(document.title), "author": printable(document.author), "pages": document.pages,
            "keywords": [printable(word) for word in document.keywords], "locale": locale_of(document.lang),
            "paper": paper(document), "opening": [(look, printable(text)) for look, text in title_lines(document)],
            "sections": sections, "footer": printable(document.footer), "page_words": page_words(document.lang),
            "notes_title": say("document-notes", document.lang), "notes": list(self.notes),
        }  # fmt: skip

    def _block(self, block: Block) -> dict[str, Any]:
        match block:
            case Paragraph():
                return {"kind": "paragraph", "look": block.style, "runs": self._runs(block.runs)}
            case Items():
                return self._items(block, "item")
            case Heading():
                return {"kind": "heading", "level": block.level, "text": printable(block.text)}
            case Table():
                head, body = (self._rows(rows, block) for rows in (block.head, block.body))
                return {"kind": "table", "widths": block.widths, "head": head, "body": body}
            case Chart():
                width, height = size_of(block.svg, self.document)
                size = {"width": width, "height": height}
                return {"kind": "chart", "svg": block.svg.decode(), "alt": printable(block.alt), **size}

    def _items(self, block: Items, look: str) -> dict[str, Any]:
        items = [self._runs(item) for item in block.items]
        numbered: dict[str, Any] = {}
        if block.ordered:
            first = mark(block.marks, 1, self.document.lang)  # as a pattern, Typst counts on from it by itself
            numbered = {"numbering": first, "start": block.start, "wide": is_wide(first[-1])}
        return {"kind": "items", "look": look, "level": block.level, "items": items} | numbered

    def _rows(self, rows: tuple[tuple[Cell, ...], ...], table: Table) -> list[list[dict[str, Any]]]:
        width, page = inner(self.document)
        columns = columns_of(table, width)
        return [
            [
                self._cell(slot.cell, breakable=slot.cell.rows > 1 or not is_whole(slots, columns, page))
                for slot in slots
                if slot.starts
            ]
            for slots in laid(rows, len(columns))
        ]

    def _cell(self, cell: Cell, *, breakable: bool) -> dict[str, Any]:
        blocks = [
            self._items(block, "cell-item") if isinstance(block, Items)
            else {"kind": "paragraph", "look": look_in_cell(block, cell.role, cell.align), "runs": self._runs(block.runs)}
            for block in cell.blocks
        ]  # fmt: skip
        return {"role": cell.role, "rows": cell.rows, "columns": cell.columns, "breakable": breakable, "blocks": blocks}

    def _runs(self, runs: tuple[Run, ...]) -> list[dict[str, Any]]:
        return [self._run(run) for run in runs]

    def _run(self, run: Run) -> dict[str, Any]:
        found: dict[str, Any] = {"text": printable(run.text), "strong": run.strong}
        if run.lang and run.lang != self.document.lang:
            found["locale"] = locale_of(run.lang)
        if note := printable(run.note):
            found["first"] = note not in self.notes
            found["note"] = self.notes.setdefault(note, len(self.notes) + 1)
        return found
