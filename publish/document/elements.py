"""A document before it is a file. Every writer (.odt, .ods, .odp, .docx, .xlsx, .pptx, .pdf) prints this same object.

It knows what its parts are (a heading, a list, a table whose cells span rows), never how they look: that is the
writers' business.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import zip_longest
from typing import TypeVar

from present.charts.year import ChartModel


@dataclass(frozen=True)
class Run:
    """A stretch of text. ``note`` says where it came from: a footnote or a comment, whichever the file form knows.

    ``lang``: where it is in another language than the document (a Chinese title in an English form).
    """

    text: str
    strong: bool = False
    note: str = ""
    lang: str = ""


@dataclass(frozen=True)
class Paragraph:
    """``style``: body, lead (the sentence of a page), meta (a line of the title block) or small (a remark)."""

    runs: tuple[Run, ...]
    style: str = "body"

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True)
class Items:
    """A list, numbered where ``ordered``: with ``marks`` of a kind (see `present.numbering`) from ``start`` on.

    ``level``: 0, or how many lists it stands in; a list that others interrupt goes on with another ``start``.
    """

    items: tuple[tuple[Run, ...], ...]
    ordered: bool = False
    marks: str = "1."
    start: int = 1
    level: int = 0


@dataclass(frozen=True)
class Heading:
    text: str
    level: int = 2


@dataclass(frozen=True)
class Cell:
    """A cell with the rows and columns that it spans. ``role``: data, head (a column's or a row's) or group (a heading
    row over the whole width)."""

    blocks: tuple[Paragraph | Items, ...]
    rows: int = 1
    columns: int = 1
    role: str = "data"
    align: str = "start"  # or end: numbers


@dataclass(frozen=True)
class Table:
    """``head`` is repeated on each page. Of a cell that spans, only its first row and column hold it (as in HTML).

    ``widths`` are shares of the width; ``about`` says in a sentence what the table is, for those who do not see it.
    """

    widths: tuple[float, ...]
    head: tuple[tuple[Cell, ...], ...]
    body: tuple[tuple[Cell, ...], ...]
    about: str = ""


@dataclass(frozen=True)
class Chart:
    """A chart with its sentence. ``svg`` is drawn, ``alt`` its text alternative; ``model`` for forms with charts of
    their own (.pptx)."""

    svg: bytes
    alt: str
    model: ChartModel | None = None


Block = Paragraph | Items | Heading | Table | Chart


@dataclass(frozen=True)
class Section:
    """A part of a document: of a pack, one page or slide. ``title`` may be empty."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Document:
    """``heading``: the lines of the title block, the last of them the title itself; ``about``: the lines under it
    (agency, cut-off). ``pages``: each section begins a page, lying, as in a pack; else one flowing text on upright A4."""

    title: str
    lang: str
    heading: tuple[str, ...]
    about: tuple[str, ...]
    sections: tuple[Section, ...]
    author: str
    at: datetime
    pages: bool = False
    footer: str = ""  # beside the page number
    keywords: tuple[str, ...] = field(default=())


Kind = TypeVar("Kind", bound=Block)


def with_leads(blocks: Iterable[Kind]) -> Iterator[tuple[Kind, bool]]:
    """Each block, and whether it is a paragraph that leads into the list after it: it stays on that one's page."""
    every = list(blocks)
    for block, after in zip_longest(every, every[1:]):
        yield block, isinstance(block, Paragraph) and isinstance(after, Items)
