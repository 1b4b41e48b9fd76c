"""A workbook as .ods, the government's standard (CNS 15251)."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from itertools import groupby
from xml.etree.ElementTree import Element

from lang.precision import decimal_of, rounded
from opendocument.cell_styles import Styles
from opendocument.elements import element, plain
from opendocument.package import Package
from opendocument.workbook import Cell, Choices, Column, Covered, Look, Row, Sheet, Workbook


def to_ods(workbook: Workbook) -> bytes:
    return _Writer(workbook).written()


def column_letter(number: int) -> str:
    """The name of a column, counted from 1: A ... Z, AA ..."""
    letters = ""
    while number:
        number, place = divmod(number - 1, 26)
        letters = chr(ord("A") + place) + letters
    return letters


EMPTY = Sheet("", (Column(2.5),), (Row((Cell(),)),))
"""What stands for a sheet without columns or rows and a row without cells: OpenDocument knows none."""


class _Writer:
    def __init__(self, workbook: Workbook) -> None:
        self.workbook, self.book = workbook, Package("spreadsheet")
        self.styles = Styles(self.book, workbook)

    def written(self) -> bytes:
        if self.workbook.about:
            self.book.describe(self.workbook.about)
        if self.workbook.choices:
            rules = [_rule(choices) for choices in self.workbook.choices]
            self.book.body.append(element("table:content-validations", {}, *rules))
        for sheet in self.workbook.sheets:
            self.book.body.append(self._sheet(sheet))
        self._freeze()
        return self.book.packed()

    def _sheet(self, sheet: Sheet) -> Element:
        look = {"table:name": sheet.name, "table:style-name": self.styles.sheet(hidden=sheet.hidden)}
        if sheet.printed:
            rows, columns = sheet.printed
            look["table:print-ranges"] = (
                f"{_quoted(sheet.name)}.A1:{_quoted(sheet.name)}.{column_letter(columns)}{rows}"
            )
        made = element("table:table", look)
        for column in sheet.columns or EMPTY.columns:
            unseen = {"table:visibility": "collapse"} if column.hidden else {}
            made.append(element("table:table-column", {"table:style-name": self.styles.column(column.width)} | unseen))
        for repeated, group in groupby(sheet.rows or EMPTY.rows, lambda row: row.repeated):
            found = [self._row(row) for row in group]
            if repeated:
                made.append(element("table:table-header-rows", {}, *found))
            else:
                made.extend(found)
        return made

    def _row(self, row: Row) -> Element:
        look = {
            "table:style-name": self.styles.row(row.height), "table:number-rows-repeated": row.times if row.times > 1 else None,
            "table:visibility": "collapse" if row.hidden else None,
        }  # fmt: skip
        return element("table:table-row", look, *(self._cell(cell) for cell in row.cells or EMPTY.rows[0].cells))

    def _cell(self, cell: Cell | Covered) -> Element:
        if isinstance(cell, Covered):
            return element("table:covered-table-cell", {"table:style-name": cell.look and self.styles.cell(cell.look)})
        typed, text = typed_value(cell.value, cell.look)
        place = {
            "table:style-name": self.styles.cell(cell.look), "table:content-validation-name": cell.choices or None,
            "table:number-columns-spanned": cell.columns if cell.columns > 1 else None,
            "table:number-rows-spanned": cell.rows if cell.rows > 1 else None,
        }  # fmt: skip
        note = element("office:annotation", {}, *map(_line, cell.notes)) if cell.notes else None
        lines = () if text is None else map(_line, text.split("\n"))
        return element("table:table-cell", {**typed, **place}, note, *lines)

    def _freeze(self) -> None:
        """Rows and columns that stay in sight while one scrolls."""
        frozen = [sheet for sheet in self.workbook.sheets if any(sheet.frozen)]
        if not frozen:
            return
        tables = element("config:config-item-map-named", {"config:name": "Tables"}, *map(_view, frozen))
        entry = element("config:config-item-map-entry", {}, _setting("ViewId", "string", "view1"), tables)
        views = element("config:config-item-map-indexed", {"config:name": "Views"}, entry)
        self.book.settings.append(element("config:config-item-set", {"config:name": "ooo:view-settings"}, views))


def typed_value(value: str | float | date | None, look: Look) -> tuple[dict[str, str], str | None]:
    """The attributes that say what a cell holds, and the text that shows it."""
    if value is None:
        return {}, None
    if isinstance(value, str):
        return {"office:value-type": "string"}, value
    if isinstance(value, bool):
        said = str(value).lower()
        return {"office:value-type": "boolean", "office:boolean-value": said}, said.upper()
    if isinstance(value, date):
        return {"office:value-type": "date", "office:date-value": value.isoformat()}, _day(value)
    kind = "percentage" if look.shown and look.shown.kind == "percent" else "float"
    return {"office:value-type": kind, "office:value": repr(value)}, _number(value, look)


def _day(value: date) -> str:
    return value.isoformat(" ", "seconds") if isinstance(value, datetime) else value.isoformat()


def _number(value: float, look: Look) -> str:
    """A number as a spreadsheet shows it, rounded half away from zero."""
    exact, shown = decimal_of(value), look.shown
    if shown is None:
        return f"{exact:f}" if exact != exact.to_integral_value() else f"{exact.quantize(Decimal(1)):f}"
    if shown.kind == "percent":
        return f"{rounded(exact.scaleb(2), shown.decimals):f}%"
    return f"{rounded(exact, shown.decimals):,f}"


def _line(text: str) -> Element:
    return element("text:p", {}, text)


def _quoted(name: str) -> str:
    return "'" + name.replace("'", "''") + "'"


def _rule(choices: Choices) -> Element:
    """Other values than those of the list are warned of, and taken."""
    letter, sheet = column_letter(choices.column), f"${_quoted(choices.sheet)}"
    cells = f"[{sheet}.${letter}${choices.first}:.${letter}${choices.last}]"
    return element(
        "table:content-validation",
        {
            "table:name": choices.name, "table:condition": f"of:cell-content-is-in-list({cells})",
            "table:allow-empty-cell": "true", "table:display-list": "unsorted",
            "table:base-cell-address": f"{_quoted(choices.sheet)}.A1",
        },
        element("table:error-message", {"table:display": "true", "table:message-type": "warning"}),
    )  # fmt: skip


def _view(sheet: Sheet) -> Element:
    rows, columns = sheet.frozen
    settings = {
        "HorizontalSplitMode": ("short", 2 if columns else 0), "VerticalSplitMode": ("short", 2 if rows else 0),
        "HorizontalSplitPosition": ("int", columns), "VerticalSplitPosition": ("int", rows),
        "PositionRight": ("int", columns), "PositionBottom": ("int", rows),
        "ActiveSplitRange": ("short", 3 if columns else 2),
    }  # fmt: skip
    made = [_setting(name, kind, str(value)) for name, (kind, value) in settings.items()]
    return element("config:config-item-map-entry", {"config:name": sheet.name}, *made)


def _setting(name: str, kind: str, text: str) -> Element:
    return plain("config:config-item", text, {"config:name": name, "config:type": kind})
