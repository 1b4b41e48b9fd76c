"""How documents look, once for all kinds of file: lengths in centimetres, type in points.

Nothing here knows a file form. A look is looked up by its key; writers make a named style of each.
"""

from __future__ import annotations

from dataclasses import dataclass

from publish.colours import INK, SOFT
from publish.document.elements import Document, Paragraph

FAMILIES = ("Microsoft JhengHei", "Noto Sans CJK TC", "Noto Sans TC", "PingFang TC")
"""What office files ask for, best first: JhengHei (微軟正黑體) is on each Windows of an agency, Noto Sans on Linux. A PDF
carries its font with it and uses that of the charts."""

MARGIN = 2.0
CELL_PADDING = 0.15
RULE = "#9aa5b1"  # of tables: the grey of screens is too light on paper
CHART_HEIGHT = {False: 12.0, True: 11.0}  # upright, lying: leaves room for the sentence and remarks on the same page
NATURAL_LINE = 1.4  # em: about the height of a line that CJK fonts ask for; office programs count in multiples of it


@dataclass(frozen=True)
class Look:
    """A paragraph's look. ``line`` is in multiples of the font's own line; ``keep``: on the page of what follows;
    ``whole``: never broken over two pages."""

    name: str
    size: float = 11
    bold: bool = False
    colour: str = INK
    align: str = "start"
    before: float = 0
    after: float = 0
    line: float = 1.0
    keep: bool = False
    whole: bool = False


LOOKS = {
    "cover": Look("Cover", 13, align="center", before=130, after=5, keep=True),
    "subtitle": Look("Subtitle", 13, align="center", after=5, keep=True),
    "title": Look("Title", 19, bold=True, align="center", before=2, after=9, keep=True),
    "about": Look("About", 10, colour=SOFT, align="center", after=2),
    "about-last": Look("About Last", 10, colour=SOFT, align="center", after=14),
    "heading-1": Look("Heading 1", 15, bold=True, before=16, after=6, keep=True),
    "heading-2": Look("Heading 2", 13, bold=True, before=14, after=5, keep=True),
    "heading-3": Look("Heading 3", 11.5, bold=True, before=10, after=4, keep=True),
    "body": Look("Body Text", after=6, line=1.15),
    "lead": Look("Lead", 13, after=8, line=1.1),
    "meta": Look("Meta", 10, colour=SOFT, after=2),
    "small": Look("Small", 9, colour=SOFT, after=4),
    "item": Look("Item", after=3, line=1.15, whole=True),
    "chart": Look("Chart", align="center", before=6, after=6),
    "cell": Look("Cell", 9.5, after=2, whole=True),
    "cell-end": Look("Cell Number", 9.5, align="end", after=2),
    "cell-small": Look("Cell Small", 8.5, colour=SOFT, after=2),
    "cell-item": Look("Cell Item", 9.5, after=2, whole=True),
    "head": Look("Cell Head", 9.5, bold=True, align="center", keep=True),
    "group": Look("Cell Group", 10, bold=True, keep=True),
    "note": Look("Note", 8.5, colour=SOFT, after=2),
    "gap": Look("Gap", 5),
    "footer": Look("Footer", 9, colour=SOFT),
}


def paper(document: Document) -> tuple[float, float]:
    """Width and height of the page: A4, lying where each section is a page."""
    return (29.7, 21.0) if document.pages else (21.0, 29.7)


def title_lines(document: Document) -> list[tuple[str, str]]:
    """The title block as (look, text), from the top: the first line, further ones, the title itself, what is below."""
    *above, title = document.heading or (document.title,)
    first = "cover" if document.pages else "subtitle"  # on a page of its own it stands lower
    lines = [(first if place == 0 else "subtitle", text) for place, text in enumerate(above)]
    last = len(document.about) - 1
    below = [("about-last" if place == last else "about", text) for place, text in enumerate(document.about)]
    return [*lines, ("title", title), *below]


def look_in_cell(paragraph: Paragraph, role: str, align: str) -> str:
    """The look of a paragraph inside a table, where type is smaller than outside."""
    if role in ("head", "group"):
        return role
    if paragraph.style in ("small", "meta"):
        return "cell-small"
    return "cell-end" if align == "end" else "cell"
