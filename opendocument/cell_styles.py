"""The styles of an .ods: how cells, rows, columns and pages look, each made when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable
from xml.etree.ElementTree import Element

from lang.locales import ASIAN, letters_of, locale_of
from opendocument.elements import add_words, element, plain
from opendocument.package import Package
from opendocument.workbook import Look, Shown, Workbook

PAGE, MARGIN = 29.7, 1.2  # centimetres: A4, lying
MASTER = "Default"
BOLD = {"fo:font-weight": "bold", "style:font-weight-asian": "bold"}
ITALIC = {"fo:font-style": "italic", "style:font-style-asian": "italic"}
STRUCK = {"style:text-line-through-style": "solid", "style:text-line-through-type": "single"}


class Styles:
    """The styles of one workbook."""

    def __init__(self, book: Package, workbook: Workbook) -> None:
        self.book, self.lang, self.font = book, workbook.lang, workbook.font
        self.made: dict[object, str] = {}
        self._page(workbook)

    def _keep(self, key: object, build: Callable[[str], Element]) -> str:
        """The name of the style of that key."""
        if key not in self.made:
            self.made[key] = f"s{len(self.made)}"
            self.book.automatic.append(build(self.made[key]))
        return self.made[key]

    def _page(self, workbook: Workbook) -> None:
        """A4 lying; below the footer, if there is one, and which page of how many.

        A width in pages cannot be said in ODF 1.2, the government's version: a percentage is.
        """
        shape = {
            "style:print-orientation": "landscape", "fo:page-width": f"{PAGE}cm", "fo:page-height": "21cm",
            "fo:margin": f"{MARGIN}cm", "style:scale-to": workbook.scale and f"{workbook.scale}%",
        }  # fmt: skip
        layout = element("style:page-layout", {"style:name": "lying"}, element("style:page-layout-properties", shape))
        page = element("style:master-page", {"style:name": MASTER, "style:page-layout-name": "lying"})
        if workbook.footer:
            room = {
                "fo:min-height": "0.8cm",
                "fo:margin-top": "0.3cm",
                "fo:margin-left": "0cm",
                "fo:margin-right": "0cm",
            }
            layout.append(element("style:footer-style", {}, element("style:header-footer-properties", room)))
            numbers = element("text:p", {}, element("text:page-number", {}, "1"))
            add_words(numbers, " / ")
            numbers.append(element("text:page-count", {}, "1"))
            left = element("style:region-left", {}, element("text:p", {}, workbook.footer))
            page.append(element("style:footer", {}, left, element("style:region-right", {}, numbers)))
        self.book.pages.append(layout)
        self.book.masters.append(page)

    def sheet(self, *, hidden: bool) -> str:
        def build(name: str) -> Element:
            unseen = element("style:table-properties", {"table:display": "false"}) if hidden else None
            return element(
                "style:style", {"style:name": name, "style:family": "table", "style:master-page-name": MASTER}, unseen
            )

        return self._keep(("sheet", hidden), build)

    def column(self, width: float) -> str:
        shape = {"style:column-width": f"{width:.2f}cm"}
        return self._keep(
            ("column", shape["style:column-width"]), _style("table-column", "style:table-column-properties", shape)
        )

    def row(self, height: float | None) -> str:
        """A row so high, or as high as its text needs.

        LibreOffice would find the height itself, but on the screen, whose lines break elsewhere than those on paper: the
        last lines of long cells were cut off.
        """
        shape = {"style:use-optimal-row-height": "true"}
        if height is not None:
            shape = {"style:row-height": f"{height:.2f}cm", "style:use-optimal-row-height": "false"}
        return self._keep(
            ("row", shape.get("style:row-height")), _style("table-row", "style:table-row-properties", shape)
        )

    def cell(self, look: Look) -> str:
        return self._keep(look, lambda name: self._cell(name, look))

    def _cell(self, name: str, look: Look) -> Element:
        data = None
        if look.shown:
            data = f"{name}n"
            self._data(look.shown, data)
        cell = {
            "fo:wrap-option": "wrap" if look.wrap else None, "fo:border": _rule(look.box), "fo:border-bottom": _rule(look.below),
            "fo:padding": f"{look.padding}cm" if look.padding else None, "fo:background-color": look.fill or None,
            "style:vertical-align": look.stands or None,
        }  # fmt: skip
        size, family = f"{look.size:g}pt", self.font or None
        text = {"fo:color": look.colour or None, "fo:font-family": family, "style:font-family-asian": family}
        text |= {"fo:font-size": size, "style:font-size-asian": size} | self._language()
        text |= (BOLD if look.bold else {}) | (ITALIC if look.italic else {}) | (STRUCK if look.struck else {})
        return element(
            "style:style", {"style:name": name, "style:family": "table-cell", "style:data-style-name": data},
            element("style:table-cell-properties", cell),
            element("style:paragraph-properties", {"fo:text-align": look.align}) if look.align else None,
            element("style:text-properties", text),
        )  # fmt: skip

    def _language(self) -> dict[str, str]:
        (letters, country), (asian, where) = locale_of(letters_of(self.lang)), ASIAN
        return {
            "fo:language": letters, "fo:country": country or "none",
            "style:language-asian": asian, "style:country-asian": where,
        }  # fmt: skip

    def _data(self, shown: Shown, name: str) -> None:
        """How a number or a day is shown, kept among the named styles: others refer to it."""
        if shown.kind == "text":
            made = element("number:text-style", {"style:name": name}, element("number:text-content"))
        elif shown.kind in ("day", "moment"):
            made = _day(shown, name)
        else:
            made = _number(shown, name, "")
            if shown.signed:
                for sign, more, when in (("+", "P", ">"), ("-", "M", "<")):
                    self.book.styles.append(_number(shown, f"{name}{more}", sign))
                    rule = {"style:condition": f"value(){when}0", "style:apply-style-name": f"{name}{more}"}
                    made.append(element("style:map", rule))
        self.book.styles.append(made)


def _style(family: str, properties: str, shape: dict[str, str]) -> Callable[[str], Element]:
    def build(name: str) -> Element:
        return element("style:style", {"style:name": name, "style:family": family}, element(properties, shape))

    return build


def _rule(colour: str) -> str | None:
    return f"0.5pt solid {colour}" if colour else None


def _day(shown: Shown, name: str) -> Element:
    where = {"number:language": "zh", "number:country": "TW"} if shown.roc else {}
    made = element("number:date-style", {"style:name": name} | where)
    made.append(element("number:year", {"number:style": "long", "number:calendar": "ROC" if shown.roc else None}))
    long = {"number:style": "short" if shown.short else "long"}
    for part in ("month", "day"):
        made.append(plain("number:text", shown.sign))
        made.append(element(f"number:{part}", long))
    if shown.kind == "moment":
        made.append(plain("number:text", " "))
        for place, part in enumerate(("hours", "minutes", "seconds")):
            if place:
                made.append(plain("number:text", ":"))
            made.append(element(f"number:{part}", {"number:style": "long"}))
    return made


def _number(shown: Shown, name: str, sign: str) -> Element:
    kind = "percentage-style" if shown.kind == "percent" else "number-style"
    digits = {"number:decimal-places": shown.decimals, "number:min-integer-digits": 1, "number:grouping": "true"}
    ending = "%" if shown.kind == "percent" else shown.ending
    return element(
        f"number:{kind}", {"style:name": name}, plain("number:text", sign) if sign else None,
        element("number:number", digits), plain("number:text", ending) if ending else None,
    )  # fmt: skip
