"""The styles of an .odp: its page and master, boxes, cells and type.

Sizes and places are those of the .pptx. Looks are automatic styles: presentation programs show no other of paragraphs.
"""

from __future__ import annotations

from collections.abc import Callable
from xml.etree.ElementTree import Element

from lang.locales import ASIAN, letters_of, locale_of
from opendocument.elements import element
from opendocument.package import Package
from publish.colours import INK, WASH
from publish.colours import LINE as RULE
from publish.document.slides.looks import (
    CELL_TOP,
    FOOTER_AT,
    HEIGHT,
    LINE,
    MARGIN,
    NUMBER_AT,
    TABLE,
    TYPES,
    WIDTH,
    Box,
    Type,
)
from publish.document.styles import FAMILIES

FONT, MASTER = "Slides", "Default"
STANDARD = "standard"  # what LibreOffice takes for a shape or a cell that says nothing
BARE = {"draw:stroke": "none", "draw:fill": "none"}
INSIDE = {
    "fo:padding-top": f"{CELL_TOP}cm", "fo:padding-bottom": f"{CELL_TOP}cm", "fo:padding-left": f"{MARGIN}cm",
    "fo:padding-right": f"{MARGIN}cm",
}  # fmt: skip
"""How far the text of a cell stays from its edges."""
FIXED = {
    "fo:padding": "0cm",
    "draw:auto-grow-height": "false",
    "draw:auto-grow-width": "false",
    "fo:wrap-option": "wrap",
}
LAYERS = ("layout", "background", "backgroundobjects", "controls", "measurelines")


class Styles:
    """The styles of one presentation, each made when it is first asked for."""

    def __init__(self, book: Package, lang: str) -> None:
        self.book, self.lang = book, lang
        self.made: dict[tuple[object, ...], str] = {}
        families = ", ".join(f"'{family}'" for family in FAMILIES)
        font = {"style:name": FONT, "svg:font-family": families, "style:font-family-generic": "swiss"}
        book.fonts.append(element("style:font-face", font))
        book.styles.append(self._default())
        small = element("style:text-properties", dict.fromkeys(_scripts("font-size"), f"{TABLE[-1]}pt"))
        book.styles.append(_graphic(STANDARD, "graphic", BARE | INSIDE, small))
        book.styles.append(_graphic("Picture", "graphic", BARE | {"fo:padding": "0cm"}))
        book.styles.append(_box("Box", "graphic", "top"))
        for name, stands in (("Title", "top"), ("Cover", "bottom"), ("Text", "top"), ("Notes", "top")):
            book.automatic.append(_box(name, "presentation", stands))
        book.pages.append(_box("Footing", "presentation", "top"))
        self._master()

    def _default(self) -> Element:
        fonts = {f"style:font-name{script}": FONT for script in ("", "-asian", "-complex")}
        text = fonts | {"fo:color": INK} | self.language(self.lang)
        return element(
            "style:default-style", {"style:family": "graphic"}, element("style:graphic-properties", BARE),
            element("style:paragraph-properties", {"style:writing-mode": "lr-tb", "style:line-break": "strict"}),
            element("style:text-properties", text),
        )  # fmt: skip

    def language(self, lang: str) -> dict[str, str]:
        """Of the letters of a text, and of its Chinese characters."""
        letters, country = locale_of(letters_of(lang))
        asian, where = ASIAN if lang == self.lang else locale_of(lang)
        return {
            "fo:language": letters, "fo:country": country or "none",
            "style:language-asian": asian, "style:country-asian": where or "none",
        }  # fmt: skip

    def _master(self) -> None:
        """One page, 16:9, with the footer and the number of each slide."""
        shape = {
            "fo:page-width": f"{WIDTH}cm", "fo:page-height": f"{HEIGHT}cm", "style:print-orientation": "landscape",
            "fo:margin": "0cm",
        }  # fmt: skip
        layout = element("style:page-layout", {"style:name": "Page"}, element("style:page-layout-properties", shape))
        looks = [_paragraph(f"Footing{align.title()}", TYPES["footer"], align) for align in ("start", "end")]
        self.book.pages.extend([layout, _drawing_page("MasterPage"), *looks])
        layers = [element("draw:layer", {"draw:name": name}) for name in LAYERS]
        self.book.masters.append(element("draw:layer-set", {}, *layers))
        name = {"style:name": MASTER, "style:page-layout-name": "Page", "draw:style-name": "MasterPage"}
        footer = _frame(
            "footer", FOOTER_AT, element("text:p", {"text:style-name": "FootingStart"}, element("presentation:footer"))
        )
        number = element("text:page-number", {}, "1")
        numbers = _frame("page-number", NUMBER_AT, element("text:p", {"text:style-name": "FootingEnd"}, number))
        self.book.masters.append(element("style:master-page", name, footer, numbers))
        self.book.automatic.append(_drawing_page("Slide"))

    def _keep(self, key: tuple[object, ...], build: Callable[[str], Element]) -> str:
        """The name of the style of that key."""
        if key not in self.made:
            self.made[key] = f"{key[0]}{len(self.made)}"
            self.book.automatic.append(build(self.made[key]))
        return self.made[key]

    def paragraph(self, look: Type, align: str = "start", free: float = 0.0) -> str:
        """``free``: centimetres that it stays from the right."""
        return self._keep(("P", look, align, free), lambda name: _paragraph(name, look, align, free))

    def run(self, *, strong: bool, lang: str) -> str | None:
        """A stretch that is bold, or in another language than the presentation; None where it is neither."""
        look = dict.fromkeys(_scripts("font-weight"), "bold") if strong else {}
        look |= self.language(lang) if lang and lang != self.lang else {}
        if not look:
            return None

        def build(name: str) -> Element:
            text = element("style:text-properties", look)
            return element("style:style", {"style:name": name, "style:family": "text"}, text)

        return self._keep(("T", strong, lang), build)

    def column(self, width: float) -> str:
        return self._sized("Co", "table-column", "style:column-width", width)

    def row(self, height: float) -> str:
        return self._sized("Ro", "table-row", "style:row-height", height)

    def _sized(self, kind: str, family: str, side: str, length: float) -> str:
        def build(name: str) -> Element:
            properties = element(f"style:{family}-properties", {side: f"{length:.3f}cm"})
            return element("style:style", {"style:name": name, "style:family": family}, properties)

        return self._keep((kind, f"{length:.3f}"), build)

    def cell(self, role: str) -> str:
        """A cell with a thin line below.

        Said twice: LibreOffice takes the line of a slide's cell from the properties of its paragraphs; what stays free
        inside it, and how high an empty one is, from `STANDARD`. The wash of a head it does not show, since it reads that
        of no cell that ODF 1.2 allows.
        """
        filled, rule = role in ("head", "group"), f"0.75pt solid {RULE}"
        sides = {
            f"fo:border-{side}": rule if side == "bottom" else "none" for side in ("top", "left", "right", "bottom")
        }

        def build(name: str) -> Element:
            shape = INSIDE | sides | {"fo:background-color": WASH if filled else None, "style:vertical-align": "top"}
            return element(
                "style:style", {"style:name": name, "style:family": "table-cell"},
                element("style:table-cell-properties", shape), element("style:paragraph-properties", sides),
            )  # fmt: skip

        return self._keep(("Ce", filled), build)


def _drawing_page(name: str) -> Element:
    shown = {f"presentation:display-{part}": "true" for part in ("footer", "page-number")}
    shown |= {"presentation:display-header": "false", "presentation:display-date-time": "false"}
    properties = element("style:drawing-page-properties", {"draw:fill": "none"} | shown)
    return element("style:style", {"style:name": name, "style:family": "drawing-page"}, properties)


def place_of(box: Box) -> dict[str, str]:
    """Where a frame stands, as attributes."""
    sides = {"svg:x": box.left, "svg:y": box.top, "svg:width": box.width, "svg:height": box.height}
    return {side: f"{length:.3f}cm" for side, length in sides.items()}


def _frame(kind: str, box: Box, paragraph: Element) -> Element:
    """A field of the master."""
    look = {"presentation:style-name": "Footing", "presentation:class": kind, "draw:layer": "backgroundobjects"}
    return element("draw:frame", look | place_of(box), element("draw:text-box", {}, paragraph))


def _box(name: str, family: str, stands: str) -> Element:
    return _graphic(name, family, BARE | FIXED | {"draw:textarea-vertical-align": stands})


def _graphic(name: str, family: str, shape: dict[str, str], text: Element | None = None) -> Element:
    properties = element("style:graphic-properties", shape)
    return element("style:style", {"style:name": name, "style:family": family}, properties, text)


def _paragraph(name: str, look: Type, align: str, free: float = 0.0) -> Element:
    """Lines as high as on the other slides, whichever font is there."""
    shape = {
        "fo:text-align": align, "fo:line-height": f"{look.size * LINE:.1f}pt", "fo:margin-top": "0pt",
        "fo:margin-bottom": f"{look.after}pt", "fo:margin-right": f"{free:.2f}cm" if free else None,
    }  # fmt: skip
    text = {"fo:color": look.colour} | dict.fromkeys(_scripts("font-size"), f"{look.size}pt")
    text |= dict.fromkeys(_scripts("font-weight"), "bold") if look.bold else {}
    return element(
        "style:style", {"style:name": name, "style:family": "paragraph"}, element("style:paragraph-properties", shape),
        element("style:text-properties", text),
    )  # fmt: skip


def _scripts(name: str) -> tuple[str, str, str]:
    return f"fo:{name}", f"style:{name}-asian", f"style:{name}-complex"
