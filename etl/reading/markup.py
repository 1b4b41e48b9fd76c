"""Tables of web pages, often called .xls. Run in the child process."""

from __future__ import annotations

import re

from lxml import html

from etl.reading.limits import CELLS, COLUMNS, refuse
from etl.reading.model import Area, Document, Sheet
from etl.reading.runs import Run, Seen, seen
from etl.reading.text import decode

SPAN = 1000  # as browsers limit it
BLOCKS = frozenset(
    re.findall(r"\w+", "br p div li ul ol dl dt dd h1 h2 h3 h4 h5 h6 pre blockquote hr section article option")
)
UNSEEN = frozenset(re.findall(r"\w+", "script style template title table rt rp"))
"""What a reader of a page doesn't see; tables inside a cell are tables of their own."""
UNSEEN_STYLE = re.compile(r"display ?: ?none|visibility ?: ?hidden|mso-hide ?: ?all", re.IGNORECASE)
STRUCK = frozenset(("del", "s", "strike"))
OUT = "struck-out"  # an attribute of ours
MOST_LINES, LONGEST = 200, 1_000  # texts that are looked at above a table, and characters of them
MOST_STYLE = 200_000  # characters of a page's styles that are looked at
MOVED = {"sup": "superscript", "sub": "subscript"}


def read_html(name: str, content: bytes) -> Document:
    text, encoding = decode(name, content)
    parser = html.HTMLParser(no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    root = html.document_fromstring(without_prolog(text), parser=parser)
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
    hidden, struck = set(), set()
    for names, _, look in (rule.partition("{") for rule in styles.split("}")):
        named = re.findall(r"\.([\w-]++)", names)
        if UNSEEN_STYLE.search(look):
            hidden.update(named)
        if "line-through" in look.lower():
            struck.update(named)
    for element in root.iter() if hidden or struck else ():
        classes = set((element.get("class") or "").split())
        if hidden & classes:
            element.set("hidden", "")
        if struck & classes:
            element.set(OUT, "")


def without_prolog(text: str) -> str:
    return re.sub(r"^\ufeff?\s*<\?xml[^>]*\?>", "", text, count=1)


def _table(name: str, table, index: int) -> Sheet | None:
    rows: list[list] = []
    merged: list[Area] = []
    hidden: set[int] = set()
    taken: set[tuple[int, int]] = set()
    struck: set[tuple[int, int]] = set()
    for row in table.iter("tr"):
        if next(row.iterancestors("table"), None) is not table:
            continue
        place, cells = len(rows), []
        if "display:none" in (row.get("style") or "").replace(" ", "").lower():
            hidden.add(place)
        column, out = 0, any(_struck(one) for one in (row, *row.iterancestors("tbody", "thead", "table")))
        for cell in row:
            if cell.tag not in ("td", "th"):
                continue
            while (place, column) in taken:
                cells.append("")
                column += 1
            text, whole = _text(cell, out)
            cells.append(text)
            if whole:
                struck.add((place, column))
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
    return Sheet(
        str(index + 1),
        rows,
        tuple(merged),
        False,
        frozenset(hidden),
        frozenset(),
        0,
        struck=frozenset(struck),
        heading=_heading(table),
    )


def _heading(table) -> str:
    """The lines that stand between the table before and this one, and its caption."""
    caption = table.find("caption")
    found = [] if caption is None else [_text(caption, False)[0]]
    element = table
    while element is not None and len(found) < MOST_LINES:
        before = element.getprevious()
        if before is None:
            element = element.getparent()
            found.append((element.text or "").strip() if element is not None else "")
            continue
        found.append((before.tail or "").strip())
        if before.tag == "table" or before.find(".//table") is not None:
            break
        found.append(_text(before, False)[0] if _seen(before) else "")
        element = before
    return "\n".join(text for text in reversed(found) if text)[:LONGEST]


def _span(cell, name: str) -> int:
    text = (cell.get(name) or "1").strip()
    return min(max(int(text), 1), SPAN) if text.isdigit() and len(text) < 9 else 1


def _text(cell, struck: bool) -> tuple[str, bool]:
    """The text of a cell as a reader sees it, with its line breaks, without that of tables inside it; and whether all of it
    is struck out. ``struck``: what it stands in is."""
    runs: list[Run] = []
    _collect(cell, runs, "", struck or _struck(cell))
    found = seen(runs) or Seen("".join(run.text for run in runs), False, True)
    lines = (re.sub(r"[ \t\r\xa0]+", " ", line).strip() for line in found.text.split("\n"))
    return "\n".join(line for line in lines if line), found.struck


def _collect(element, runs: list[Run], moved: str, struck: bool) -> None:
    """``moved``: where its digits stand."""
    runs.append(Run(element.text or "", struck, moved))
    for one in element:
        if _seen(one):
            around = Run("\n" if one.tag in BLOCKS else "")
            runs.append(around)
            _collect(one, runs, MOVED.get(one.tag, moved), struck or _struck(one))
            runs.append(around)
        runs.append(Run(one.tail or "", struck, moved))


def _struck(element) -> bool:
    return (
        element.tag in STRUCK or element.get(OUT) is not None or "line-through" in (element.get("style") or "").lower()
    )


def _seen(element) -> bool:
    if not isinstance(element.tag, str) or element.tag in UNSEEN or element.get("hidden") is not None:
        return False
    if element.tag == "option":
        return element.get("selected") is not None
    return not UNSEEN_STYLE.search(element.get("style") or "")
