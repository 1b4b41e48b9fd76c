"""The styles of an .ods document: how numbers, dates, texts and pages look."""

from __future__ import annotations

from odf import number as odf_number
from odf.element import Element
from odf.opendocument import OpenDocumentSpreadsheet
from odf.style import (
    Map,
    MasterPage,
    PageLayout,
    PageLayoutProperties,
    ParagraphProperties,
    Style,
    TableCellProperties,
    TableColumnProperties,
    TextProperties,
)  # fmt: skip

from lang import say
from publish.colours import HEADER_FILL, INK, LINE, TONES
from publish.summary.table import Cell

FONT = "Microsoft JhengHei"
PAGE, MARGIN = 29.7, 1.2  # centimetres
COLUMN = 0.21  # centimetres for each character of a column's width


class Styles:
    """The styles of one document, each made when it is first asked for."""

    def __init__(self, book: OpenDocumentSpreadsheet, lang: str) -> None:
        self.book, self.lang, self.made = book, lang, {}

    def _keep(self, key, build) -> Style:
        if key not in self.made:
            self.made[key] = build(f"s{len(self.made)}")
            self.book.automaticstyles.addElement(self.made[key])
        return self.made[key]

    def page(self, printed: list[float]) -> Style:
        """One page wide, by a percentage: ODF 1.2, the government's version, cannot say so otherwise."""
        layout = PageLayout(name="landscape")
        wide = sum(width * COLUMN for width in printed)
        layout.addElement(
            PageLayoutProperties(
                printorientation="landscape", pagewidth=f"{PAGE}cm", pageheight="21cm", margin=f"{MARGIN}cm",
                scaleto=f"{min(100, int(100 * (PAGE - 2 * MARGIN) / wide))}%",
            )
        )  # fmt: skip
        self.book.automaticstyles.addElement(layout)
        self.book.masterstyles.addElement(MasterPage(name="Default", pagelayoutname=layout))
        return self._keep("page", lambda name: Style(name=name, family="table", masterpagename="Default"))

    def column(self, width: float) -> Style:
        def build(name: str) -> Style:
            style = Style(name=name, family="table-column")
            style.addElement(TableColumnProperties(columnwidth=f"{width * COLUMN:.2f}cm"))
            return style

        return self._keep(("column", width), build)

    def _build(self, name: str, text: dict, cell: dict, align: str, data: Element | None = None) -> Style:
        style = Style(name=name, family="table-cell", **({"datastylename": data} if data else {}))
        style.addElement(TableCellProperties(**cell))
        style.addElement(ParagraphProperties(textalign=align))
        style.addElement(TextProperties(fontfamily=FONT, fontfamilyasian=FONT, **text))
        return style

    def heading(self, *, first: bool, notice: bool) -> Style:
        text = {"fontsize": "15pt" if first else "10pt", "fontsizeasian": "15pt" if first else "10pt"}
        text |= {"fontweight": "bold", "fontweightasian": "bold"} if first or notice else {}
        text["color"] = TONES["at_risk"] if notice else INK
        return self._keep(("heading", first, notice), lambda name: self._build(name, text, {}, "start"))

    def header(self) -> Style:
        text = {"fontweight": "bold", "fontweightasian": "bold", "fontsize": "10pt", "color": "#ffffff"}
        cell = {"backgroundcolor": HEADER_FILL, "wrapoption": "wrap", "verticalalign": "middle"}
        return self._keep("header", lambda name: self._build(name, text, cell, "center"))

    def cell(self, cell: Cell) -> Style:
        key = (cell.kind, cell.decimals, cell.signed, cell.tone)
        text = {"fontsize": "10pt", "fontsizeasian": "10pt", "color": TONES.get(cell.tone, INK)}
        text |= {"fontweight": "bold", "fontweightasian": "bold"} if cell.tone else {}
        look = {
            "borderbottom": f"0.5pt solid {LINE}",
            "verticalalign": "top",
            "wrapoption": "wrap",
            "padding": "0.08cm",
        }
        align = "start" if cell.kind == "text" else "end"

        def build(name: str) -> Style:
            return self._build(name, text, look, align, None if cell.kind == "text" else self._data(cell, f"{name}n"))

        return self._keep(key, build)

    def _data(self, cell: Cell, name: str) -> Element:
        """How a number or a date is shown: a sign before changes, ROC years in Chinese.

        Kept among the named styles: odfpy drops automatic ones that only a condition refers to.
        """
        if cell.kind == "date":
            chinese = self.lang != "en"
            style = odf_number.DateStyle(name=name, **({"language": "zh", "country": "TW"} if chinese else {}))
            style.addElement(odf_number.Year(style="long", **({"calendar": "ROC"} if chinese else {})))
            for part in (odf_number.Month, odf_number.Day):
                style.addElement(odf_number.Text(text="/" if chinese else "-"))
                style.addElement(part(style="short" if chinese else "long"))
            self.book.styles.addElement(style)
            return style
        make = odf_number.PercentageStyle if cell.kind == "percent" else odf_number.NumberStyle
        ending = {"percent": "%", "points": say("summary-points", self.lang)}.get(cell.kind, "")

        def build(name: str, sign: str) -> Element:
            style = make(name=name)
            if sign:
                style.addElement(odf_number.Text(text=sign))
            style.addElement(
                odf_number.Number(decimalplaces=cell.decimals, minintegerdigits=1, grouping="true")
            )  # fmt: skip
            if ending:
                style.addElement(odf_number.Text(text=ending))
            return style

        if not cell.signed:
            style = build(name, "")
        else:
            plus, minus = build(f"{name}P", "+"), build(f"{name}M", "-")
            for part in (plus, minus):
                self.book.styles.addElement(part)
            style = build(name, "")
            style.addElement(Map(condition="value()>0", applystylename=plus))
            style.addElement(Map(condition="value()<0", applystylename=minus))
        self.book.styles.addElement(style)
        return style
