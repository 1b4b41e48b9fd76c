"""Tables of web pages, often called .xls. Run in the child process."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from lxml import html  # type: ignore[import-untyped]  # lxml says no types

from etl.reading.document import Area, Document, Sheet
from etl.reading.limits import CELLS, COLUMNS, refuse
from etl.reading.text import decode
from etl.reading.text_runs import Run, Seen, seen
from etl.reading.web_styles import Look, Styles

SPAN = 1000  # as browsers limit it
BLOCKS = frozenset(
    re.findall(r"\w+", "br p div li ul ol dl dt dd h1 h2 h3 h4 h5 h6 pre blockquote hr section article option")
)
UNSEEN = frozenset(re.findall(r"\w+", "script style template title table rt rp"))
"""What a reader of a page doesn't see; tables inside a cell are tables of their own."""
STRUCK = frozenset(("del", "s", "strike"))
MOST_LINES, LONGEST = 200, 1_000  # texts that are looked at above a table, and characters of them
MOVED = {"sup": "superscript", "sub": "subscript"}


def read_html(name: str, content: bytes) -> Document:
    """All tables, each a sheet: those that the page does not show are hidden sheets.

    Of a table that is shown, rows and whole columns that are not are read and named, as in a workbook. A single cell that is
    not shown is no cell, as in a browser; one that only leaves its place empty is empty.

    Raises
    ------
    Unreadable
        When there is no table, or it is too large or hostile.
    """
    text, encoding = decode(name, content)
    parser = html.HTMLParser(no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    root = html.document_fromstring(without_prolog(text), parser=parser)
    if any("xcessive depth" in entry.message for entry in parser.error_log):
        raise refuse(name, "file-hostile")
    page = _Page(name, Styles(root))
    sheets = [sheet for index, table in enumerate(root.iter("table")) if (sheet := page.table(table, index))]
    if not sheets:
        raise refuse(name, "file-no-table")
    return Document(name, "html", sheets, encoding)


def without_prolog(text: str) -> str:
    return re.sub(r"^\ufeff?\s*<\?xml[^>]*\?>", "", text, count=1)


class _Page:
    def __init__(self, name: str, styles: Styles) -> None:
        self.name, self.styles = name, styles

    def table(self, table: html.HtmlElement, index: int) -> Sheet | None:
        rows: list[list[str]] = []
        merged: list[Area] = []
        hidden: set[int] = set()
        columns = self._columns(table)
        struck: set[tuple[int, int]] = set()
        kept = self._kept(table)
        for row, placed in self._placed(table, kept, merged):
            place, around = len(rows), [row, *_around(row, table)]
            if not all(self._shown(one) for one in around):
                hidden.add(place)
            out = any(self._struck(one) for one in (*around, table))
            cells: list[str] = []
            for number, column, cell, look in placed:
                cells += [""] * (column - len(cells))
                text, whole = "", False
                if look.seen or (place, number) in kept:
                    text, whole = self._text(cell, out or look.struck)
                if (place, number) in kept:
                    columns.add(column)
                if whole:
                    struck.add((place, column))
                cells += [text, *[""] * (_span(cell, "colspan") - 1)]
            rows.append(cells)
        if len(rows) < 2 or max(map(len, rows)) < 2:
            return None
        if len(rows) * max(map(len, rows)) > CELLS:
            raise refuse(self.name, "file-too-large")
        unseen = any(not self._shown(one) or one.tag == "template" for one in (table, *table.iterancestors()))
        return Sheet(
            str(index + 1),
            rows,
            tuple(merged),
            unseen,
            frozenset(hidden),
            frozenset(columns),
            0,
            struck=frozenset(struck),
            heading=self._heading(table),
        )

    def _kept(self, table: html.HtmlElement) -> set[tuple[int, int]]:
        """The cells (row, number in it) that are not shown, nor is any other of their column."""
        if all(self._shown(cell) for row in _rows(table) for cell in _cells(row)):
            return set()
        unseen, seen_columns = {}, set()
        for place, (_, placed) in enumerate(self._placed(table, None, [])):
            for number, column, cell, look in placed:
                if not look.seen:
                    unseen[place, number] = column
                elif _span(cell, "colspan") == 1:
                    seen_columns.add(column)
        return {which for which, column in unseen.items() if column not in seen_columns}

    def _placed(
        self, table: html.HtmlElement, kept: set[tuple[int, int]] | None, merged: list[Area]
    ) -> Iterator[tuple[html.HtmlElement, list[tuple[int, int, html.HtmlElement, Look]]]]:
        """Each row with its cells: (number in it, column, cell, its look). ``kept``: those laid out though they are gone (None: all
        that do not lie under a merged cell); ``merged`` is filled."""
        taken: set[tuple[int, int]] = set()
        for place, row in enumerate(_rows(table)):
            column, placed = 0, []
            for number, cell in enumerate(_cells(row)):
                look = self.styles.of(cell)
                if look.gone and ((place, column) in taken if kept is None else (place, number) not in kept):
                    column += kept is None  # scripts that merge cells hide those below
                    continue
                while (place, column) in taken:
                    column += 1
                placed.append((number, column, cell, look))
                down, across = _span(cell, "rowspan"), _span(cell, "colspan")
                if down > 1 or across > 1:
                    merged.append((place, column, place + down - 1, column + across - 1))
                    taken |= {(place + r, column + c) for r in range(down) for c in range(across) if r or c}
                column += across
                if column > COLUMNS or len(taken) > CELLS:
                    raise refuse(self.name, "file-too-large")
            yield row, placed

    def _columns(self, table: html.HtmlElement) -> set[int]:
        """The columns that are hidden by their own tags, as Excel writes them."""
        found, column = set(), 0
        for one in table.iter("col"):
            if _nearest(one) is table and column < COLUMNS:
                width = _span(one, "span")
                if not self._shown(one):
                    found |= set(range(column, column + width))
                column += width
        return found

    def _heading(self, table: html.HtmlElement) -> str:
        """The lines that stand between the table before and this one, and its caption."""
        caption = table.find("caption")
        found = [] if caption is None else [self._text(caption, self._struck(caption))[0]]
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
            found.append(self._text(before, self._struck(before))[0] if self._seen(before) else "")
            element = before
        return "\n".join(text for text in reversed(found) if text)[:LONGEST]

    def _text(self, cell: html.HtmlElement, struck: bool) -> tuple[str, bool]:
        """The text of a cell as a reader sees it, with its line breaks, without that of tables inside it; and whether all of
        it is struck out. ``struck``: it is, or what it stands in."""
        runs: list[Run] = []
        self._collect(cell, runs, "", struck)
        found = seen(runs) or Seen("".join(run.text for run in runs), False, True)
        lines = (re.sub(r"[ \t\r\xa0]+", " ", line).strip() for line in found.text.split("\n"))
        return "\n".join(line for line in lines if line), found.struck

    def _collect(self, element: html.HtmlElement, runs: list[Run], moved: str, struck: bool) -> None:
        """``moved``: where its digits stand."""
        runs.append(Run(element.text or "", struck, moved))
        for one in element:
            if self._seen(one):
                around = Run("\n" if one.tag in BLOCKS else "")
                runs.append(around)
                raised = MOVED.get(one.tag) or self.styles.of(one).moved or moved
                self._collect(one, runs, raised, struck or self._struck(one))
                runs.append(around)
            runs.append(Run(one.tail or "", struck, moved))

    def _struck(self, element: html.HtmlElement) -> bool:
        return element.tag in STRUCK or self.styles.of(element).struck

    def _shown(self, element: html.HtmlElement) -> bool:
        return self.styles.of(element).seen

    def _seen(self, element: html.HtmlElement) -> bool:
        if not isinstance(element.tag, str) or element.tag in UNSEEN or not self._shown(element):
            return False
        return element.tag != "option" or element.get("selected") is not None


def _nearest(element: html.HtmlElement) -> html.HtmlElement | None:
    return next(element.iterancestors("table"), None)


def _rows(table: html.HtmlElement) -> Iterator[html.HtmlElement]:
    return (row for row in table.iter("tr") if _nearest(row) is table)


def _cells(row: html.HtmlElement) -> Iterator[html.HtmlElement]:
    return (cell for cell in row if cell.tag in ("td", "th"))


def _around(row: html.HtmlElement, table: html.HtmlElement) -> list[html.HtmlElement]:
    """What a row stands in, within its table."""
    return list(takewhile(lambda one: one is not table, row.iterancestors()))


def _span(cell: html.HtmlElement, name: str) -> int:
    if (said := cell.get(name)) is None:
        return 1
    text = said.strip()
    return min(max(int(text), 1), SPAN) if text.isdigit() and len(text) < 9 else 1
