"""The named styles of an .odt: paragraphs from `look`, tables and the page."""

from __future__ import annotations

from odf.opendocument import OpenDocumentText
from odf.style import (
    DefaultStyle,
    FontFace,
    FooterStyle,
    HeaderFooterProperties,
    PageLayout,
    PageLayoutProperties,
    ParagraphProperties,
    Style,
    TableCellProperties,
    TableColumnProperties,
    TableProperties,
    TableRowProperties,
    TabStop,
    TabStops,
    TextProperties,
)  # fmt: skip
from odf.text import NotesConfiguration

from publish.colours import WASH
from publish.document.locales import letters_of, locale_of
from publish.document.styles import CELL_PADDING, FAMILIES, INK, LOOKS, MARGIN, RULE, Look

FONT = "Report"
ASIAN = ("zh", "TW")
STRONG, NOTE_MARK = "Strong_20_Emphasis", "Note_20_Mark"
NOTES = "endnote"


def style_name(key: str) -> str:
    return LOOKS[key].name.replace(" ", "_20_")  # how ODF writes a space in a name


def named(name: str) -> dict[str, str]:
    return {"name": name, "displayname": name.replace("_20_", " ")}


class Styles:
    """The styles of one document; those that depend on what it holds are made when they are first asked for."""

    def __init__(self, book: OpenDocumentText, lang: str, width: float) -> None:
        self.book, self.width, self.made = book, width, {}
        families = ", ".join(f"'{family}'" for family in FAMILIES)
        book.fontfacedecls.addElement(FontFace(name=FONT, fontfamily=families, fontfamilygeneric="swiss"))
        book.styles.addElement(_default(lang))
        book.styles.addElement(Style(name="Standard", family="paragraph"))
        for key, look in LOOKS.items():
            book.styles.addElement(self._paragraph(key, look))
        for name, look in ((STRONG, _weight()), (NOTE_MARK, {"textposition": "super 65%"})):
            style = Style(**named(name), family="text")
            style.addElement(TextProperties(**look))
            book.styles.addElement(style)
        book.styles.addElement(
            NotesConfiguration(noteclass=NOTES, numformat="1", numsuffix="  ", defaultstylename=style_name("note"),
                               citationstylename=NOTE_MARK, citationbodystylename=NOTE_MARK, masterpagename="Standard")
        )  # fmt: skip

    def _paragraph(self, key: str, look: Look) -> Style:
        level = {"defaultoutlinelevel": key[-1]} if key.startswith("heading") else {}
        style = Style(**named(style_name(key)), family="paragraph", parentstylename="Standard", **level)
        keep = {"keepwithnext": "always"} if look.keep else {}
        keep |= {"keeptogether": "always"} if look.whole else {}
        shape = ParagraphProperties(
            margintop=f"{look.before}pt", marginbottom=f"{look.after}pt", lineheight=f"{look.line * 100:.0f}%",
            textalign=look.align, **keep,
        )  # fmt: skip
        if key == "footer":
            stops = TabStops()
            stops.addElement(TabStop(type="right", position=f"{self.width:.2f}cm"))
            shape.addElement(stops)
        style.addElement(shape)
        style.addElement(TextProperties(color=look.colour, **_size(look.size), **(_weight() if look.bold else {})))
        return style

    def _keep(self, key, style: Style) -> Style:
        if key not in self.made:
            self.made[key] = style
            self.book.automaticstyles.addElement(style)
        return self.made[key]

    def new_page(self, key: str) -> Style:
        """A look at the top of a page."""
        style = Style(name=f"Top{style_name(key)}", family="paragraph", parentstylename=style_name(key))
        style.addElement(ParagraphProperties(breakbefore="page"))
        return self._keep(("top", key), style)

    def leading(self, key: str) -> Style:
        """A look on the page of what follows."""
        style = Style(name=f"Leading{style_name(key)}", family="paragraph", parentstylename=style_name(key))
        style.addElement(ParagraphProperties(keepwithnext="always"))
        return self._keep(("leading", key), style)

    def language(self, lang: str, *, strong: bool) -> Style:
        """A stretch in another language than the document."""
        style = Style(
            name=f"Language{len(self.made)}", family="text", **({"parentstylename": STRONG} if strong else {})
        )
        style.addElement(TextProperties(**_language(*locale_of(letters_of(lang))), **_asian(*locale_of(lang))))
        return self._keep(("lang", lang, strong), style)

    def table(self) -> Style:
        style = Style(name="ReportTable", family="table")
        style.addElement(
            TableProperties(width=f"{self.width:.2f}cm", align="margins", margintop="0.15cm", marginbottom="0.3cm",
                            bordermodel="collapsing")
        )  # fmt: skip
        return self._keep("table", style)

    def column(self, width: float) -> Style:
        style = Style(name=f"Column{len(self.made)}", family="table-column")
        style.addElement(TableColumnProperties(columnwidth=f"{width:.3f}cm"))
        return self._keep(("column", width), style)

    def row(self, *, whole: bool) -> Style:
        """``whole``: never broken over two pages."""
        style = Style(name="WholeRow" if whole else "Row", family="table-row")
        style.addElement(TableRowProperties(keeptogether="always" if whole else "auto"))
        return self._keep(("row", whole), style)

    def cell(self, role: str) -> Style:
        style = Style(name=f"Cell{role.title()}", family="table-cell")
        look = {} if role == "data" else {"backgroundcolor": WASH}
        style.addElement(
            TableCellProperties(
                border=f"0.5pt solid {RULE}", padding=f"{CELL_PADDING * 0.6:.2f}cm", paddingleft=f"{CELL_PADDING}cm",
                paddingright=f"{CELL_PADDING}cm", verticalalign="middle" if role == "head" else "top", **look,
            )
        )  # fmt: skip
        return self._keep(("cell", role), style)


def page_layout(width: float, height: float) -> PageLayout:
    layout = PageLayout(name="A4")
    layout.addElement(
        PageLayoutProperties(
            pagewidth=f"{width}cm", pageheight=f"{height}cm", printorientation="landscape" if width > height else "portrait",
            margintop=f"{MARGIN}cm", marginleft=f"{MARGIN}cm", marginright=f"{MARGIN}cm", marginbottom=f"{MARGIN / 2}cm",
        )
    )  # fmt: skip
    footer = FooterStyle()
    footer.addElement(HeaderFooterProperties(minheight=f"{MARGIN / 2}cm", margintop="0.4cm"))
    layout.addElement(footer)
    return layout


def _default(lang: str) -> DefaultStyle:
    style = DefaultStyle(family="paragraph")
    fonts = {"fontname": FONT, "fontnameasian": FONT, "fontnamecomplex": FONT, "color": INK}
    shape = {"orphans": "2", "widows": "2", "punctuationwrap": "hanging", "linebreak": "strict", "writingmode": "page"}
    style.addElement(ParagraphProperties(**shape))
    style.addElement(TextProperties(**fonts, **_size(11), **_language(*locale_of(letters_of(lang))), **_asian(*ASIAN)))
    return style


def _size(points: float) -> dict[str, str]:
    return {f"fontsize{script}": f"{points}pt" for script in ("", "asian", "complex")}


def _weight() -> dict[str, str]:
    return {f"fontweight{script}": "bold" for script in ("", "asian", "complex")}


def _language(code: str, country: str) -> dict[str, str]:
    return {"language": code, "country": country or "none"}


def _asian(code: str, country: str) -> dict[str, str]:
    return {"languageasian": code, "countryasian": country or "none"}
