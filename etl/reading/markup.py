"""Tables of HTML and of Excel's XML of 2003; both are often called .xls. Run in the child process."""

from __future__ import annotations

import re
from datetime import datetime

from lxml import etree, html

from etl.reading.epoch import LATER, USUAL
from etl.reading.limits import CELLS, COLUMNS, ROWS, refuse
from etl.reading.model import Area, Document, Sheet
from etl.reading.shown import LOWERED, RAISED
from etl.reading.text import decode

SS = "{urn:schemas-microsoft-com:office:spreadsheet}"
EXCEL = "{urn:schemas-microsoft-com:office:excel}"
SPAN = 1000  # as browsers limit it
BLOCKS = frozenset(
    re.findall(r"\w+", "br p div li ul ol dl dt dd h1 h2 h3 h4 h5 h6 pre blockquote hr section article option")
)
UNSEEN = frozenset(re.findall(r"\w+", "script style template title table del s strike rt rp"))
"""What a reader of a page doesn't see, or sees struck out; tables inside a cell are tables of their own."""
UNSEEN_STYLE = re.compile(r"display ?: ?none|visibility ?: ?hidden|mso-hide ?: ?all|line-through", re.IGNORECASE)
MOST_STYLE = 200_000  # characters of a page's styles that are looked at
MOVED = {"sup": RAISED, "sub": LOWERED}


def read_html(name: str, content: bytes) -> Document:
    text, encoding = decode(name, content)
    parser = html.HTMLParser(no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    root = html.document_fromstring(_without_prolog(text), parser=parser)
    if any("xcessive depth" in entry.message for entry in parser.error_log):
        raise refuse(name, "file-hostile")
    _hide(root)
    sheets = [sheet for index, table in enumerate(root.iter("table")) if (sheet := _table(name, table, index))]
    if not sheets:
        raise refuse(name, "file-no-table")
    return Document(name, "html", sheets, encoding)


def _hide(root) -> None:
    """Mark what the page's own styles hide or strike out by the name of a class, as Excel's web pages do."""
    styles = "".join("".join(style.itertext())[:MOST_STYLE] for style in root.iter("style"))
    rules = (rule.partition("{") for rule in styles.split("}"))
    hidden = {
        name for names, _, look in rules if UNSEEN_STYLE.search(look) for name in re.findall(r"\.([\w-]++)", names)
    }
    for element in root.iter() if hidden else ():
        if hidden & set((element.get("class") or "").split()):
            element.set("hidden", "")


def _without_prolog(text: str) -> str:
    return re.sub(r"^\ufeff?\s*<\?xml[^>]*\?>", "", text, count=1)


def _table(name: str, table, index: int) -> Sheet | None:
    rows: list[list] = []
    merged: list[Area] = []
    hidden: set[int] = set()
    taken: set[tuple[int, int]] = set()
    for row in table.iter("tr"):
        if next(row.iterancestors("table"), None) is not table:
            continue
        place, cells = len(rows), []
        if "display:none" in (row.get("style") or "").replace(" ", "").lower():
            hidden.add(place)
        column = 0
        for cell in row:
            if cell.tag not in ("td", "th"):
                continue
            while (place, column) in taken:
                cells.append("")
                column += 1
            cells.append(_text(cell))
            down, across = _span(cell, "rowspan"), _span(cell, "colspan")
            if down > 1 or across > 1:
                merged.append((place, column, place + down - 1, column + across - 1))
                taken |= {(place + r, column + c) for r in range(down) for c in range(across) if r or c}
            cells += [""] * (across - 1)
            column += across
            if column > COLUMNS or len(taken) > CELLS:
                raise refuse(name, "file-too-large")
        rows.append(cells)
    if len(rows) < 2 or max(map(len, rows)) < 2:
        return None
    if len(rows) * max(map(len, rows)) > CELLS:
        raise refuse(name, "file-too-large")
    return Sheet(str(index + 1), rows, tuple(merged), False, frozenset(hidden), frozenset(), 0)


def _span(cell, name: str) -> int:
    text = (cell.get(name) or "1").strip()
    return min(max(int(text), 1), SPAN) if text.isdigit() and len(text) < 9 else 1


def _text(cell) -> str:
    """The text of a cell as a reader sees it, with its line breaks, without that of tables inside it."""
    parts: list[str] = []
    _collect(cell, parts, None)
    lines = (re.sub(r"[ \t\r\xa0]+", " ", line).strip() for line in "".join(parts).split("\n"))
    return "\n".join(line for line in lines if line)


def _collect(element, parts: list[str], moved: dict[int, str] | None) -> None:
    """``moved``: digits as they stand above or below the line."""

    def add(text: str | None) -> None:
        if text:
            parts.append(text.translate(moved) if moved else text)

    add(element.text)
    for one in element:
        if _seen(one):
            around = "\n" if one.tag in BLOCKS else ""
            parts.append(around)
            _collect(one, parts, MOVED.get(one.tag, moved))
            parts.append(around)
        add(one.tail)


def _seen(element) -> bool:
    if not isinstance(element.tag, str) or element.tag in UNSEEN or element.get("hidden") is not None:
        return False
    if element.tag == "option":
        return element.get("selected") is not None
    return not UNSEEN_STYLE.search(element.get("style") or "")


def read_xml2003(name: str, content: bytes) -> Document:
    text, encoding = decode(name, content)
    if re.search(r"<!(DOCTYPE|ENTITY)", text[:100_000]):
        raise refuse(name, "file-hostile")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False, remove_comments=True, remove_pis=True
    )  # fmt: skip
    try:
        root = etree.fromstring(_without_prolog(text).encode("utf-8"), parser)
    except etree.XMLSyntaxError as error:
        raise refuse(name, "file-broken", why=str(error)[:120]) from None
    sheets = [_worksheet(name, sheet) for sheet in root.iter(f"{SS}Worksheet")]
    later = root.find(f".//{EXCEL}Date1904") is not None
    return Document(name, "xml2003", sheets, encoding, epoch=LATER if later else USUAL)


def _worksheet(name: str, sheet) -> Sheet:
    rows: list[list] = []
    merged: list[Area] = []
    hidden_rows, hidden_columns, unvalued, formulas = set(), set(), [], 0
    column = 0
    for spec in sheet.iter(f"{SS}Column"):
        column = _number(spec, "Index", column + 1)
        if spec.get(f"{SS}Hidden") == "1":
            hidden_columns |= set(range(column - 1, column + min(_number(spec, "Span", 0), COLUMNS)))
        column += _number(spec, "Span", 0)
    for row in sheet.iter(f"{SS}Row"):
        place = _number(row, "Index", len(rows) + 1) - 1
        if place > ROWS or place * 2 > CELLS:
            raise refuse(name, "file-too-large")
        rows += [[] for _ in range(place - len(rows))]
        cells: list = []
        if row.get(f"{SS}Hidden") == "1":
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
            cells.append(_value(data))
            across, down = _number(cell, "MergeAcross", 0), _number(cell, "MergeDown", 0)
            if across or down:
                merged.append((place, at, place + down, at + across))
                cells += [""] * min(across, COLUMNS)
        rows.append(cells)
    found = (frozenset(hidden_rows), frozenset(hidden_columns))
    return Sheet(sheet.get(f"{SS}Name", ""), rows, tuple(merged), None, *found, formulas, tuple(unvalued[:50]))


def _number(element, name: str, default: int) -> int:
    text = element.get(f"{SS}{name}", "")
    return int(text) if text.isdigit() and len(text) < 9 else default


def _value(data) -> object:
    if data is None:
        return ""
    text, kind = "".join(data.itertext()), data.get(f"{SS}Type", "String")
    try:
        if kind == "Number":
            return float(text)
        if kind == "DateTime":
            return datetime.fromisoformat(text.removesuffix(".000"))
        return text == "1" if kind == "Boolean" else text
    except ValueError:
        return text
