"""The cells of a document's tables as spreadsheets hold them: one text, its lists numbered."""

from __future__ import annotations

import re

from lang.printable import printable
from present.numbering import mark, spaced
from publish.document.elements import Cell, Document, Items, Section, Table

WIDTH = 150  # characters over the whole table
_NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\']")


def lines_of(cell: Cell, lang: str = "zh-Hant") -> str:
    """The text of a cell, a line for each paragraph and list item."""
    lines = []
    for block in cell.blocks:
        if isinstance(block, Items):
            for number, item in enumerate(block.items, start=block.start):
                sign = mark(block.marks, number, lang) if block.ordered else "-"
                lines.append("　" * block.level + spaced(sign) + "".join(run.text for run in item))
        else:
            lines.append(block.text)
    return printable("\n".join(lines))


def notes_of(cell: Cell) -> list[str]:
    """The notes of a cell's runs, in their order."""
    runs = [
        run
        for block in cell.blocks
        for part in (block.items if isinstance(block, Items) else (block.runs,))
        for run in part
    ]
    return [printable(run.note) for run in runs if run.note]


def tables_of(document: Document) -> list[tuple[Section, list[Table]]]:
    """The sections that have tables, each with them."""
    found = [
        (section, [block for block in section.blocks if isinstance(block, Table)]) for section in document.sections
    ]
    return [(section, tables) for section, tables in found if tables]


def sheet_name(document: Document, section: Section, place: int) -> str:
    """A name that spreadsheets take: at most 31 characters, none of the forbidden ones."""
    name = _NOT_IN_A_NAME.sub(" ", printable(section.title or document.title)).strip()[:28] or str(place + 1)
    return name if place == 0 or section.title else f"{name} {place + 1}"
