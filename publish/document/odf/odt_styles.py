"""The named styles of an .odt: paragraphs from `look`, tables and the page."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from lang.locales import ASIAN, letters_of, locale_of
from opendocument.elements import element
from opendocument.package import Package
from publish.colours import INK, WASH
from publish.document.styles import CELL_PADDING, FAMILIES, LOOKS, MARGIN, RULE, Look

FONT = "Report"
STRONG, NOTE_MARK = "Strong_20_Emphasis", "Note_20_Mark"
NOTES = "endnote"
SCRIPTS = ("fo:%s", "style:%s-asian", "style:%s-complex")


def style_name(key: str) -> str:
    return LOOKS[key].name.replace(" ", "_20_")  # how ODF writes a space in a name


def named(name: str) -> dict[str, str]:
    return {"style:name": name, "style:display-name": name.replace("_20_", " ")}


def _style(name: dict[str, str], family: str, *properties: Element, parent: str | None = None, **more: str) -> Element:
    found = name | {"style:family": family, "style:parent-style-name": parent}
    return element("style:style", found | {f"style:{key}": value for key, value in more.items()}, *properties)


class Styles:
    """The styles of one document; those that depend on what it holds are made when they are first asked for."""

    def __init__(self, book: Package, lang: str, width: float) -> None:
        self.book, self.width = book, width
        self.made: dict[object, str] = {}
        families = ", ".join(f"'{family}'" for family in FAMILIES)
        font = {"style:name": FONT, "svg:font-family": families, "style:font-family-generic": "swiss"}
        book.fonts.append(element("style:font-face", font))
        book.styles.append(_default(lang))
        book.styles.append(_style({"style:name": "Standard"}, "paragraph"))
        for key, look in LOOKS.items():
            book.styles.append(self._paragraph(key, look))
        for name, shape in ((STRONG, _weight()), (NOTE_MARK, {"style:text-position": "super 65%"})):
            book.styles.append(_style(named(name), "text", element("style:text-properties", shape)))
        notes = {
            "text:note-class": NOTES, "style:num-format": "1", "style:num-suffix": "  ",
            "text:default-style-name": style_name("note"), "text:citation-style-name": NOTE_MARK,
            "text:citation-body-style-name": NOTE_MARK, "text:master-page-name": "Standard",
        }  # fmt: skip
        book.styles.append(element("text:notes-configuration", notes))

    def _paragraph(self, key: str, look: Look) -> Element:
        shape = {
            "fo:margin-top": f"{look.before}pt", "fo:margin-bottom": f"{look.after}pt",
            "fo:line-height": f"{look.line * 100:.0f}%", "fo:text-align": look.align,
            "fo:keep-with-next": "always" if look.keep else None, "fo:keep-together": "always" if look.whole else None,
        }  # fmt: skip
        stops = None
        if key == "footer":
            right = {"style:type": "right", "style:position": f"{self.width:.2f}cm"}
            stops = element("style:tab-stops", {}, element("style:tab-stop", right))
        text = {"fo:color": look.colour} | _size(look.size) | (_weight() if look.bold else {})
        return _style(
            named(style_name(key)), "paragraph", element("style:paragraph-properties", shape, stops),
            element("style:text-properties", text), parent="Standard",
            **({"default-outline-level": key[-1]} if key.startswith("heading") else {}),
        )  # fmt: skip

    def _keep(self, key: object, style: Element) -> str:
        """The name of the style of that key."""
        if key not in self.made:
            self.made[key] = style.get("style:name", "")
            self.book.automatic.append(style)
        return self.made[key]

    def new_page(self, key: str) -> str:
        """A look at the top of a page."""
        shape = element("style:paragraph-properties", {"fo:break-before": "page"})
        name = {"style:name": f"Top{style_name(key)}"}
        return self._keep(("top", key), _style(name, "paragraph", shape, parent=style_name(key)))

    def leading(self, key: str) -> str:
        """A look on the page of what follows."""
        shape = element("style:paragraph-properties", {"fo:keep-with-next": "always"})
        name = {"style:name": f"Leading{style_name(key)}"}
        return self._keep(("leading", key), _style(name, "paragraph", shape, parent=style_name(key)))

    def language(self, lang: str, *, strong: bool) -> str:
        """A stretch in another language than the document."""
        look = element("style:text-properties", _language(*locale_of(letters_of(lang))) | _asian(*locale_of(lang)))
        name = {"style:name": f"Language{len(self.made)}"}
        return self._keep(("lang", lang, strong), _style(name, "text", look, parent=STRONG if strong else None))

    def table(self) -> str:
        shape = {
            "style:width": f"{self.width:.2f}cm", "table:align": "margins", "fo:margin-top": "0.15cm",
            "fo:margin-bottom": "0.3cm", "table:border-model": "collapsing",
        }  # fmt: skip
        style = _style({"style:name": "ReportTable"}, "table", element("style:table-properties", shape))
        return self._keep("table", style)

    def column(self, width: float) -> str:
        shape = element("style:table-column-properties", {"style:column-width": f"{width:.3f}cm"})
        return self._keep(("column", width), _style({"style:name": f"Column{len(self.made)}"}, "table-column", shape))

    def row(self, *, whole: bool) -> str:
        """``whole``: never broken over two pages."""
        shape = element("style:table-row-properties", {"fo:keep-together": "always" if whole else "auto"})
        return self._keep(("row", whole), _style({"style:name": "WholeRow" if whole else "Row"}, "table-row", shape))

    def cell(self, role: str) -> str:
        shape = {
            "fo:border": f"0.5pt solid {RULE}", "fo:padding": f"{CELL_PADDING * 0.6:.2f}cm",
            "fo:padding-left": f"{CELL_PADDING}cm", "fo:padding-right": f"{CELL_PADDING}cm",
            "style:vertical-align": "middle" if role == "head" else "top",
            "fo:background-color": None if role == "data" else WASH,
        }  # fmt: skip
        style = _style(
            {"style:name": f"Cell{role.title()}"}, "table-cell", element("style:table-cell-properties", shape)
        )
        return self._keep(("cell", role), style)


def page_layout(width: float, height: float) -> Element:
    shape = {
        "fo:page-width": f"{width}cm", "fo:page-height": f"{height}cm",
        "style:print-orientation": "landscape" if width > height else "portrait", "fo:margin-top": f"{MARGIN}cm",
        "fo:margin-left": f"{MARGIN}cm", "fo:margin-right": f"{MARGIN}cm", "fo:margin-bottom": f"{MARGIN / 2}cm",
    }  # fmt: skip
    room = element("style:header-footer-properties", {"fo:min-height": f"{MARGIN / 2}cm", "fo:margin-top": "0.4cm"})
    properties = element("style:page-layout-properties", shape)
    return element("style:page-layout", {"style:name": "A4"}, properties, element("style:footer-style", {}, room))


def _default(lang: str) -> Element:
    fonts = {script % "font-name": FONT for script in ("style:%s", *SCRIPTS[1:])}
    shape = {
        "fo:orphans": "2", "fo:widows": "2", "style:punctuation-wrap": "hanging", "style:line-break": "strict",
        "style:writing-mode": "page",
    }  # fmt: skip
    text = fonts | {"fo:color": INK} | _size(11) | _language(*locale_of(letters_of(lang))) | _asian(*ASIAN)
    return element(
        "style:default-style", {"style:family": "paragraph"}, element("style:paragraph-properties", shape),
        element("style:text-properties", text),
    )  # fmt: skip


def _size(points: float) -> dict[str, str]:
    return {script % "font-size": f"{points}pt" for script in SCRIPTS}


def _weight() -> dict[str, str]:
    return {script % "font-weight": "bold" for script in SCRIPTS}


def _language(code: str, country: str) -> dict[str, str]:
    return {"fo:language": code, "fo:country": country or "none"}


def _asian(code: str, country: str) -> dict[str, str]:
    return {"style:language-asian": code, "style:country-asian": country or "none"}
