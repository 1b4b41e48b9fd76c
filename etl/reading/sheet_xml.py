"""The XML of a sheet read tag by tag, entities off: slower than looking for bytes, and right however it is written.

Places of cells that do not state them are counted as calamine counts them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from xml.parsers.expat import ExpatError, ParserCreate

from etl.reading.cell_looks import Looks
from etl.reading.errors import OTHER_ERROR
from etl.reading.limits import CELLS, COLUMNS, ROWS, refuse
from etl.reading.sheet_marks import Marks, nothing
from etl.reading.text_runs import RunReader

DEEPEST = 60  # tags within each other; a sheet has about eight
TRUE = ("1", "true", "on")
NIL = ("0", "0.0", "")


def walk(
    name: str, pieces: Iterable[bytes], start: Callable[[str, dict[str, str]], None],
    end: Callable[[str], None] = lambda tag: None, text: Callable[[str], None] | None = None,
) -> None:  # fmt: skip
    """Call for every tag (without its prefix) and every text.

    Raises
    ------
    Unreadable
        When it is not well-formed, nested without end, or declares a document type.
    """
    local: dict[str, str] = {}
    depth = 0

    def opened(tag: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise refuse(name, "file-broken", why="XML")
        start(local.get(tag) or local.setdefault(tag, tag.rpartition(":")[2]), attributes)

    def closed(tag: str) -> None:
        nonlocal depth
        depth -= 1
        end(local[tag])

    def declared(*_: object) -> None:
        raise refuse(name, "file-hostile")

    parser = ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = opened, closed, text
    parser.StartDoctypeDeclHandler = declared
    try:
        for piece in pieces:
            parser.Parse(piece)
        parser.Parse(b"", True)
    except (ExpatError, ValueError) as error:
        raise refuse(name, "file-broken", why=str(error)[:120]) from None


class SheetReader:
    """Marks of a sheet, from its tags and the ``looks`` of its book.

    ``cells``, ``rows``, ``datas``: how many cells, rows and blocks of data there were.
    """

    def __init__(self, name: str, marks: Marks | None = None, looks: Looks | None = None) -> None:
        self.name, self.marks, self.looks, self.runs = name, marks or Marks(), looks or Looks(), RunReader()
        self.cells = self.rows = self.datas = self.bottom = self.right = 0
        self.row = self.column = 0
        self.at: tuple[int, int] | None = None
        self.kind = self.value = self.style = ""
        self.formula = self.within = self.inline = False

    def read(self, pieces: Iterable[bytes]) -> SheetReader:
        walk(self.name, pieces, self.start, self.end, self.text)
        self.marks.fits(self.name, self.bottom, self.right)
        return self

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if self.inline:
            self.runs.start(tag, attributes)
        if tag == "c":
            self._cell(attributes)
        elif tag in ("v", "t"):
            self.within = self.at is not None
        elif tag == "row":
            self.rows += 1
            number = attributes.get("r")
            if number is not None:
                self.row = self._number(number) - 1
            if attributes.get("hidden") in TRUE or nothing(attributes.get("ht")):
                self.marks.hidden_rows.add(self.row)
        elif tag == "f":
            self.formula = True
        elif tag == "is":
            self.inline, self.runs = True, RunReader()
        elif tag == "col":
            if attributes.get("hidden") in TRUE or nothing(attributes.get("width")):
                first, last = (self._number(attributes.get(edge, "")) for edge in ("min", "max"))
                self.marks.hide_columns(first - 1, last - 1)
        elif tag == "mergeCell":
            begin, _, end = attributes.get("ref", "").partition(":")
            area = (*self._place(begin), *self._place(end or begin))
            self.marks.merged.append(area)
        elif tag == "sheetData":
            self.datas += 1
        elif tag in ("headerFooter", "dataValidation", "extLst"):
            self.marks.more = True

    def _cell(self, attributes: dict[str, str]) -> None:
        place = attributes.get("r")
        if place is not None:
            self.at = self._place(place)
            self.column = self.at[1]
        else:
            self.at = (self.row, self.column)
        self.column += 1
        self.cells += 1
        self.kind, self.style = attributes.get("t", ""), attributes.get("s", "")
        self.value, self.formula, self.inline = "", False, False
        self.bottom, self.right = max(self.bottom, self.at[0]), max(self.right, self.at[1])
        area = (self.bottom + 1) * (self.right + 1)
        if self.bottom >= ROWS or self.right >= COLUMNS or area > CELLS or self.cells > CELLS:
            raise refuse(self.name, "file-too-large")

    def text(self, text: str) -> None:
        if self.inline:
            self.runs.text(text)
        if self.within and len(self.value) < 100:
            self.value += text

    def end(self, tag: str) -> None:
        if self.inline:
            self.runs.end(tag)
        if tag in ("v", "t"):
            self.within = False
        elif tag == "row":
            self.row, self.column = self.row + 1, 0
        elif tag == "c" and self.at is not None:
            if self.kind == "e":
                self.marks.faults.append((*self.at, self.value.strip()[:40] or OTHER_ERROR))
            if self.formula:
                valued = bool(self.value) or self.inline or self.kind in ("str", "e")
                self.marks.formula(*self.at, valued=valued, nil=self.value in NIL and self.kind != "b")
            if (self.inline or self.looks) and self.value and not self.value.isspace():
                self._look(self.at)
            self.at = None

    def _look(self, at: tuple[int, int]) -> None:
        place = self.value.strip() if self.kind == "s" else ""
        found = self.looks.strings.get(int(place)) if place.isdecimal() else self.runs.taken() if self.inline else None
        style = int(self.style) if self.style.isdecimal() else 0
        self.marks.look(*at, style, self.looks, found, number=self.kind in ("", "n"))

    def _number(self, text: str) -> int:
        if not (text.isascii() and text.isdigit() and len(text) < 10):
            raise refuse(self.name, "file-broken", why=f"XML: {text[:20]}")
        return int(text)

    def _place(self, text: str) -> tuple[int, int]:
        """B3 -> (2, 1)."""
        letters = text.rstrip("0123456789")
        if not (0 < len(letters) < 8 and letters.isascii() and letters.isalpha()):
            raise refuse(self.name, "file-broken", why=f"XML: {text[:20]}")
        column = 0
        for letter in letters.upper():
            column = column * 26 + ord(letter) - 64
        return self._number(text[len(letters) :]) - 1, column - 1
