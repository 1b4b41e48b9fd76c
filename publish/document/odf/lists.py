"""Lists of OpenDocument: a list style for each kind of mark, its levels indented, and the elements of a list."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from opendocument.elements import element
from present.numbering import KINDS, mark, room_behind
from present.text_width import width_of
from publish.document.elements import Items
from publish.document.odf.odt_styles import named

BULLET = "•"
NAMES = dict(
    zip((BULLET, *KINDS), ("Bullets", "Chinese_20_Numbers", "Chinese_20_Brackets", "Numbers", "Brackets"), strict=True)
)
CHINESE = "一, 二, 三, ..."  # a sequence of Chinese numerals (ODF 1.2, 19.500) as LibreOffice writes and knows it
LEVELS = 5  # a list in a list in ...: the four kinds of marks, and bullets below the last
POINT = 2.54 / 72


class Lists:
    """The lists of one document; their styles are made when they are first asked for."""

    def __init__(self, styles: Element, lang: str, *, aligned: bool = True) -> None:
        """``styles``: where list styles stand; ``aligned``: marks are followed by a tab, as in texts. Slides know a width
        of marks only."""
        self.styles, self.lang, self.aligned = styles, lang, aligned
        self.made: set[str] = set()

    def new(self, block: Items, paragraphs: list[Element], size: float, kind: str = "") -> Element:
        """A list of paragraphs in type of so many points, in as many lists as its level says. ``kind``: begins its name.

        Each is an element of its own, so that its numbers begin where they are told to.
        """
        made = inner = element("text:list", {"text:style-name": self._style(block, size, kind)})
        for _ in range(min(block.level, LEVELS - 1)):
            deeper = element("text:list")
            inner.append(element("text:list-item", {}, deeper))
            inner = deeper
        for place, paragraph in enumerate(paragraphs):
            start = {"text:start-value": block.start} if block.ordered and place == 0 else {}
            inner.append(element("text:list-item", start, paragraph))
        return made

    def _style(self, block: Items, size: float, of: str) -> str:
        """The name of the style for its kind of mark, where the longest of its marks has room."""
        kind = block.marks if block.ordered else BULLET
        first = self._mark(kind, 1)
        longest = max((self._mark(kind, block.start + place) for place in range(len(block.items))), key=len, default="")
        more = f"_20_{len(longest)}" if len(longest) > len(first) else ""
        name = f"{of}{NAMES[kind]}{more}"
        if name not in self.made:
            self.made.add(name)
            em = size * POINT
            hanging = em * (width_of(longest if kind != BULLET else "1.", 1) + room_behind(first))
            levels = [self._level(level, first, em * level + hanging, hanging) for level in range(LEVELS)]
            self.styles.append(element("text:list-style", named(name), *levels))
        return name

    def _mark(self, kind: str, number: int) -> str:
        return BULLET if kind == BULLET else mark(kind, number, self.lang)

    def _level(self, level: int, first: str, left: float, hanging: float) -> Element:
        """A level whose items begin with the mark ``first``; lengths in centimetres."""
        digit = "一" if "一" in first else "1"
        before, _, after = first.partition(digit)
        kind = "bullet"
        look: dict[str, str | None] = {"text:bullet-char": BULLET}
        if first != BULLET:
            kind, look = "number", {
                "style:num-prefix": before or None, "style:num-format": CHINESE if digit == "一" else digit,
                "style:num-suffix": after, "text:start-value": "1",
            }  # fmt: skip
        return element(
            f"text:list-level-style-{kind}",
            {"text:level": level + 1, **look},
            self._shape(left, hanging),
            None if self.aligned else element("style:text-properties", {"fo:font-size": "100%"}),
        )

    def _shape(self, left: float, hanging: float) -> Element:
        if not self.aligned:
            place = {"text:space-before": f"{left - hanging:.3f}cm", "text:min-label-width": f"{hanging:.3f}cm"}
            return element("style:list-level-properties", place)
        place = {
            "text:label-followed-by": "listtab", "text:list-tab-stop-position": f"{left:.3f}cm",
            "fo:text-indent": f"-{hanging:.3f}cm", "fo:margin-left": f"{left:.3f}cm",
        }  # fmt: skip
        mode = {"text:list-level-position-and-space-mode": "label-alignment"}
        return element("style:list-level-properties", mode, element("style:list-level-label-alignment", place))
