"""Lists of an .odt: a list style for each kind of mark, its levels indented, and the elements of a list."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from opendocument.elements import element
from opendocument.package import Package
from present.numbering import KINDS, mark, room_behind
from present.text_width import width_of
from publish.document.elements import Items
from publish.document.odf.odt_styles import named
from publish.document.styles import LOOKS

BULLET = "•"
NAMES = dict(
    zip((BULLET, *KINDS), ("Bullets", "Chinese_20_Numbers", "Chinese_20_Brackets", "Numbers", "Brackets"), strict=True)
)
CHINESE = "一, 二, 三, ..."  # a sequence of Chinese numerals (ODF 1.2, 19.500) as LibreOffice writes and knows it
LEVELS = 5  # a list in a list in ...: the four kinds of marks, and bullets below the last
POINT = 2.54 / 72


class Lists:
    """The lists of one document; their styles are made when they are first asked for."""

    def __init__(self, book: Package, lang: str) -> None:
        self.book, self.lang, self.made = book, lang, set()

    def new(self, block: Items, paragraphs: list[Element], *, in_cell: bool) -> Element:
        """A list of paragraphs, in as many lists as its level says.

        Each is an element of its own, so that its numbers begin where they are told to.
        """
        made = inner = element("text:list", {"text:style-name": self._style(block, in_cell=in_cell)})
        for _ in range(min(block.level, LEVELS - 1)):
            deeper = element("text:list")
            inner.append(element("text:list-item", {}, deeper))
            inner = deeper
        for place, paragraph in enumerate(paragraphs):
            start = {"text:start-value": block.start} if block.ordered and place == 0 else {}
            inner.append(element("text:list-item", start, paragraph))
        return made

    def _style(self, block: Items, *, in_cell: bool) -> str:
        """The name of the style for its kind of mark, where the longest of its marks has room."""
        kind = block.marks if block.ordered else BULLET
        first = self._mark(kind, 1)
        longest = max((self._mark(kind, block.start + place) for place in range(len(block.items))), key=len, default="")
        more = f"_20_{len(longest)}" if len(longest) > len(first) else ""
        name = f"{'Cell_20_' if in_cell else ''}{NAMES[kind]}{more}"
        if name not in self.made:
            self.made.add(name)
            em = LOOKS["cell-item" if in_cell else "item"].size * POINT
            hanging = em * (width_of(longest if kind != BULLET else "1.", 1) + room_behind(first))
            levels = [_level(level, first, em * level + hanging, hanging) for level in range(LEVELS)]
            self.book.styles.append(element("text:list-style", named(name), *levels))
        return name

    def _mark(self, kind: str, number: int) -> str:
        return BULLET if kind == BULLET else mark(kind, number, self.lang)


def _level(level: int, first: str, left: float, hanging: float) -> Element:
    """A level whose items begin with the mark ``first``; lengths in centimetres."""
    digit = "一" if "一" in first else "1"
    before, _, after = first.partition(digit)
    kind, look = "bullet", {"text:bullet-char": BULLET}
    if first != BULLET:
        kind, look = "number", {
            "style:num-prefix": before or None, "style:num-format": CHINESE if digit == "一" else digit,
            "style:num-suffix": after, "text:start-value": "1",
        }  # fmt: skip
    place = {
        "text:label-followed-by": "listtab", "text:list-tab-stop-position": f"{left:.3f}cm",
        "fo:text-indent": f"-{hanging:.3f}cm", "fo:margin-left": f"{left:.3f}cm",
    }  # fmt: skip
    mode = {"text:list-level-position-and-space-mode": "label-alignment"}
    shape = element("style:list-level-properties", mode, element("style:list-level-label-alignment", place))
    return element(f"text:list-level-style-{kind}", {"text:level": level + 1} | look, shape)
