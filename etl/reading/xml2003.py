"""Excel's XML of 2003, often called .xls. Run in the child process."""

from __future__ import annotations

import re
from datetime import datetime

from lxml import etree  # type: ignore[import-untyped]  # lxml says no types

from etl.reading.cell_looks import as_percent
from etl.reading.document import EPOCH, EPOCH_1904, Area, Cell, Document, Sheet
from etl.reading.limits import CELLS, COLUMNS, ROWS, refuse
from etl.reading.number_formats import percent
from etl.reading.sheet_marks import nothing
from etl.reading.text import decode
from etl.reading.text_runs import Run, Seen, seen
from etl.reading.web_page import without_prolog

SS = "{urn:schemas-microsoft-com:office:spreadsheet}"
EXCEL = "{urn:schemas-microsoft-com:office:excel}"
MOVED = {"sup": "superscript", "sub": "subscript"}
STRUCK = ("s", "del", "strike")


def read_xml2003(name: str, content: bytes) -> Document:
    text, encoding = decode(name, content)
    if re.search(r"<!(DOCTYPE|ENTITY)", text[:100_000]):
        raise refuse(name, "file-hostile")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False, remove_comments=True, remove_pis=True
    )  # fmt: skip
    try:
        root = etree.fromstring(without_prolog(text).encode("utf-8"), parser)
    except etree.XMLSyntaxError as error:
        raise refuse(name, "file-broken", why=str(error)[:120]) from None
    styles = {style.get(f"{SS}ID", ""): style for style in root.iter(f"{SS}Style")}
    sheets = [_worksheet(name, sheet, _Looks(styles)) for sheet in root.iter(f"{SS}Worksheet")]
    later = root.find(f".//{EXCEL}Date1904") is not None
    return Document(name, "xml2003", sheets, encoding, epoch=EPOCH_1904 if later else EPOCH)


class _Looks:
    """Which styles strike out or show numbers in per cent. What a style does not say, the one says that it comes from."""

    def __init__(self, styles: dict[str, etree._Element]) -> None:
        self.styles = styles
        self.columns: list[tuple[int, str | None]] = []  # the end of a run of columns, and the style of its cells

    def said(self, style: str | None, part: str, what: str) -> str:
        for _ in range(20):  # styles after each other
            found = self.styles.get(style or "Default")
            if found is None:
                return ""
            look = found.find(f"{SS}{part}")
            value: str | None = None if look is None else look.get(f"{SS}{what}")
            if value is not None:
                return value
            style = found.get(f"{SS}Parent")
            if style is None:
                return ""
        return ""

    def of(self, cell: etree._Element, row: etree._Element, column: int) -> tuple[bool, bool]:
        """Is a cell struck out, and is its number shown in per cent?"""
        style = cell.get(f"{SS}StyleID") or row.get(f"{SS}StyleID")
        style = style or next((name for end, name in self.columns if column < end), None)
        code = self.said(style, "NumberFormat", "Format")
        return self.said(style, "Font", "StrikeThrough") == "1", code == "Percent" or percent(code)


def _worksheet(name: str, sheet: etree._Element, looks: _Looks) -> Sheet:
    rows: list[list[Cell]] = []
    merged: list[Area] = []
    hidden_rows, hidden_columns, struck, unvalued, formulas = set(), set(), set(), [], 0
    column = 0
    for spec in sheet.iter(f"{SS}Column"):
        column = _number(spec, "Index", column + 1)
        if spec.get(f"{SS}Hidden") == "1" or nothing(spec.get(f"{SS}Width")):
            hidden_columns |= set(range(column - 1, column + min(_number(spec, "Span", 0), COLUMNS)))
        column += _number(spec, "Span", 0)
        looks.columns.append((column, spec.get(f"{SS}StyleID")))
    for row in sheet.iter(f"{SS}Row"):
        place = _number(row, "Index", len(rows) + 1) - 1
        if place > ROWS or place * 2 > CELLS:
            raise refuse(name, "file-too-large")
        rows += [[] for _ in range(place - len(rows))]
        cells: list[Cell] = []
        if row.get(f"{SS}Hidden") == "1" or nothing(row.get(f"{SS}Height")):
            hidden_rows.add(place)
        for cell in row.iter(f"{SS}Cell"):
            at = _number(cell, "Index", len(cells) + 1) - 1
            if at >= COLUMNS:
                raise refuse(name, "file-too-large")
            cells += [""] * (at - len(cells))
            data = cell.find(f"{SS}Data")
            if cell.get(f"{SS}Formula"):
                formulas += 1
                if data is None or not "".join(data.itertext()):
                    unvalued.append((place, at))
            value, whole = _value(data)
            out, share = looks.of(cell, row, at)
            cells.append(as_percent(value) if share else value)
            if (out or whole) and value != "":
                struck.add((place, at))
            across, down = _number(cell, "MergeAcross", 0), _number(cell, "MergeDown", 0)
            if across or down:
                merged.append((place, at, place + down, at + across))
                cells += [""] * min(across, COLUMNS)
        rows.append(cells)
    found = (frozenset(hidden_rows), frozenset(hidden_columns))
    return Sheet(
        sheet.get(f"{SS}Name", ""),
        rows,
        tuple(merged),
        _hidden(sheet),
        *found,
        formulas,
        tuple(unvalued[:50]),
        frozenset(struck),
    )


def _hidden(sheet: etree._Element) -> bool:
    """Excel writes SheetHidden or SheetVeryHidden among the options of a sheet that it does not show."""
    said = sheet.findtext(f"{EXCEL}WorksheetOptions/{EXCEL}Visible", "").strip()
    return said not in ("", "SheetVisible")


def _number(element: etree._Element, name: str, default: int) -> int:
    text = element.get(f"{SS}{name}", "")
    return int(text) if text.isdigit() and len(text) < 9 else default


def _value(data: etree._Element | None) -> tuple[Cell, bool]:
    """What stands in a cell, and whether all of it is struck out."""
    if data is None:
        return "", False
    runs: list[Run] = []
    _collect(data, runs, "", False)
    found = seen(runs) or Seen("".join(run.text for run in runs), False, True)
    kind = data.get(f"{SS}Type", "String")
    try:
        if kind == "Number":
            return float(found.text), found.struck
        if kind == "DateTime":
            return datetime.fromisoformat(found.text.removesuffix(".000")), found.struck
        return found.text == "1" if kind == "Boolean" else found.text, found.struck
    except ValueError:
        return found.text, found.struck


def _collect(element: etree._Element, runs: list[Run], moved: str, struck: bool) -> None:
    """The runs of a text, in the marks of web pages."""
    tag = element.tag.rpartition("}")[2].lower()
    moved, struck = MOVED.get(tag, moved), struck or tag in STRUCK
    runs.append(Run(element.text or "", struck, moved))
    for one in element:
        _collect(one, runs, moved, struck)
        runs.append(Run(one.tail or "", struck, moved))
