"""What an .xlsx says beside its values: hidden rows, merged areas, formulas; and whether it is safe to read at all.

The XML is searched in large pieces for the few marks that matter: 200,000 rows take a fraction of a second.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections import deque
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from posixpath import dirname, join, normpath
from xml.etree import ElementTree

import numpy as np

from etl.reading.distinct import LARGE, Cells
from etl.reading.limits import CELLS, COLUMNS, GAP, ROWS, UNPACKED, refuse

PIECE = 4_000_000
FORBIDDEN = (b"<!DOCTYPE", b"<!ENTITY")
MOST_UNVALUED = 50
MOST_FAULTS = 10_000


@dataclass
class Marks:
    """What was found in a sheet's XML. Rows and columns from 0."""

    hidden: bool = False
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    formulas: int = 0
    unvalued: list[tuple[int, int]] = field(default_factory=list)
    more: bool = False  # header or footer of the page, validation lists
    faults: list[tuple[int, int, str]] = field(default_factory=list)  # cells such as #N/A, with their text

    def add(self, other: Marks) -> None:
        """Take in what was found in the following piece."""
        self.hidden_rows |= other.hidden_rows
        self.hidden_columns |= other.hidden_columns
        self.merged += other.merged
        self.formulas += other.formulas
        self.more |= other.more
        self.unvalued = (self.unvalued + other.unvalued)[:MOST_UNVALUED]
        self.faults = (self.faults + other.faults)[:MOST_FAULTS]


def column_index(letters: str | bytes) -> int:
    """A -> 0, Z -> 25, AA -> 26."""
    number = 0
    for letter in letters if isinstance(letters, bytes) else letters.encode():
        number = number * 26 + (letter & 0xDF) - 64
    return number - 1


def inspect(name: str, content: bytes) -> tuple[dict[str, Marks], list[str], dict[str, tuple[str, Cells]]]:
    """Marks by the name of the sheet, keys of notes (macros, links to other files), and the cells of large sheets.

    Raises
    ------
    Unreadable
        When it is broken or hostile.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = {member.filename: member for member in archive.infolist()}
            sheets = _sheets(archive, members)
            found, room = {}, _Room(name, UNPACKED)
            for path, member in members.items():
                sheet = path in sheets.values()
                pieces = room.let(path, _pieces(name, archive, path, sheet or "sharedstrings" in path.lower()))
                if sheet:
                    found[path] = _scanned(name, pieces, member.file_size > LARGE)
                else:
                    deque(pieces, maxlen=0)
            states = _states(archive, members)
    except (
        zipfile.BadZipFile,
        ElementTree.ParseError,
        KeyError,
        OSError,
        ValueError,
        EOFError,
        NotImplementedError,
    ) as error:
        raise refuse(name, "file-broken", why=str(error)[:120]) from None
    except zipfile.zlib.error as error:
        raise refuse(name, "file-broken", why=str(error)[:120]) from None
    for sheet, path in sheets.items():
        if path in found:
            found[path].marks.hidden = states.get(sheet, False)
    folded = {path.lower() for path in members}
    notes = [key for key, part in (("file-macros", "xl/vbaproject.bin"),) if part in folded]
    notes += ["file-links"] if any(path.startswith("xl/externallinks/") for path in folded) else []
    scans = {sheet: (path, found[path]) for sheet, path in sheets.items() if path in found}
    large = {sheet: (path, scan.cut) for sheet, (path, scan) in scans.items() if scan.cut}
    return {sheet: scan.marks for sheet, (_, scan) in scans.items()}, notes, large


@dataclass
class _Room:
    """Lets pieces through until a workbook has unpacked to too much, or declares what a workbook never declares."""

    name: str
    left: int

    def let(self, path: str, pieces: Iterator[bytes]) -> Iterator[bytes]:
        for piece in pieces:
            self.left -= len(piece)
            if self.left < 0:
                raise refuse(self.name, "file-too-large")
            if b"<!" in piece and path.endswith((".xml", ".rels", ".vml")) and _declares(piece):
                raise refuse(self.name, "file-hostile")
            yield piece


def _pieces(name: str, archive: zipfile.ZipFile, path: str, cells: bool) -> Iterator[bytes]:
    """The content of a part in pieces that end where a cell, a row or a string ends."""
    rest = b""
    with archive.open(path) as part:
        while chunk := part.read(PIECE):
            if not cells:
                yield rest[-16:] + chunk
                rest = chunk
                continue
            chunk = rest + chunk
            end = chunk.rfind(b"</row>") + 6
            if end < 6 or len(chunk) - end > PIECE:
                end = max(chunk.rfind(mark) + len(mark) for mark in (b"</c>", b"</si>", b"/>"))
            if len(chunk) - end > GAP + PIECE or _gap(chunk[:end]):
                raise refuse(name, "cell-too-long-somewhere")
            yield chunk[:end]
            rest = chunk[end:]
    if cells and rest:
        if len(rest) > GAP and (_gap(rest)):
            raise refuse(name, "cell-too-long-somewhere")
        yield rest


def _declares(piece: bytes) -> bool:
    """Does the XML declare a document type or an entity?"""
    return any(mark in piece for mark in FORBIDDEN)


def _gap(piece: bytes) -> bool:
    """Is there a very long text in one piece?"""
    step = GAP // 2
    return any(piece.find(b"<", start, start + step) < 0 for start in range(0, len(piece) - step, step))


def _scanned(name: str, pieces: Iterator[bytes], large: bool) -> _Scan:
    """What a sheet's pieces say, searched by two threads: numpy lets them run side by side."""
    whole, prefixed = _Scan(name, large), None
    with ThreadPoolExecutor(2) as pool:
        running: deque = deque()
        for piece in pieces:
            if prefixed is None:
                prefixed = re.search(rb"<\w+:(worksheet|sheetData)\b", piece[:100_000]) is not None
            running.append(pool.submit(_Scan(name, large, prefixed).piece, piece))
            if len(running) > 2:
                whole.add(running.popleft().result())
        for one in running:
            whole.add(one.result())
    return whole


class _Scan:
    """What is found in a piece of a sheet, or in all of them. ``cut``: the cells of a large sheet."""

    def __init__(self, name: str, large: bool, prefixed: bool = False) -> None:
        self.name, self.prefixed, self.marks, self.cut = name, prefixed, Marks(), Cells() if large else None
        self.rows = self.columns = self.cells = 0
        self.has_formulas = False

    def add(self, other: _Scan) -> None:
        """Take in what stands in the following piece."""
        self.rows, self.columns = max(self.rows, other.rows), max(self.columns, other.columns)
        self.cells += other.cells
        self._fits()
        self.marks.add(other.marks)
        if self.cut:
            self.cut.take(other.cut)

    def _fits(self) -> None:
        area = self.rows * self.columns
        if self.rows > ROWS or self.columns > COLUMNS or self.cells > CELLS or area > CELLS:
            raise refuse(self.name, "file-too-large")

    def piece(self, xml: bytes) -> _Scan:
        self._size(xml)
        marks = self.marks
        if b"hidden=" in xml:
            for tag in re.findall(rb"<(?:\w+:)?row\b[^>]*\bhidden=\"(?:1|true)\"[^>]*>", xml):
                number = re.search(rb"\br=\"(\d+)\"", tag)
                if number:
                    marks.hidden_rows.add(int(number.group(1)) - 1)
            for tag in re.findall(rb"<(?:\w+:)?col\b[^>]*\bhidden=\"(?:1|true)\"[^>]*>", xml):
                low, high = (re.search(rb"\b%s=\"(\d+)\"" % end, tag) for end in (b"min", b"max"))
                if low and high:
                    marks.hidden_columns |= set(range(int(low.group(1)) - 1, min(int(high.group(1)), COLUMNS)))
        if self._has("m") and b"mergeCell " in xml:
            for a, b, c, d in re.findall(rb"mergeCell ref=\"([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})\"", xml):
                marks.merged.append((int(b) - 1, column_index(a), int(d) - 1, column_index(c)))
        tails = {"h": b"headerFooter", "d": b"dataValidation", "e": b"extLst"}
        marks.more = any(self._has(letter) and mark in xml for letter, mark in tails.items())
        if self.has_formulas:
            self._formulas(xml)
        if self.faulty:
            for head, text in re.findall(rb"<(?:\w+:)?c\b([^>]* t=\"e\"[^>]*)>.*?<(?:\w+:)?v>([^<]{1,20})<", xml):
                place = re.search(rb"\br=\"([A-Z]{1,3})(\d+)\"", head)
                if place and len(marks.faults) < MOST_FAULTS:
                    marks.faults.append(
                        (int(place.group(2)) - 1, column_index(place.group(1)), text.decode("utf-8", "replace"))
                    )
        return self

    def _has(self, letter: str) -> bool:
        """May a tag begin with this letter? Cheaper than looking for one in all of the XML."""
        return self.prefixed or self.initials[ord(letter)] > 0

    def _formulas(self, xml: bytes) -> None:
        marks = self.marks
        for head, body in re.findall(rb"<(?:\w+:)?c\b([^>]*[^/>])>(.*?)</(?:\w+:)?c>", xml, re.DOTALL):
            if not re.search(rb"<(?:\w+:)?f\b", body):
                continue
            marks.formulas += 1
            place = re.search(rb"\br=\"([A-Z]{1,3})(\d+)\"", head)
            valued = re.search(rb"<(?:\w+:)?v>[^<]+</|<(?:\w+:)?is>", body) or re.search(rb"\bt=\"str\"", head)
            if place and not valued and len(marks.unvalued) < MOST_UNVALUED:
                marks.unvalued.append((int(place.group(2)) - 1, column_index(place.group(1))))

    def _size(self, xml: bytes) -> None:
        """The rectangle that the cells span: the reader makes room for all of it."""
        signs = np.frombuffer(xml + b" " * 32, np.uint8)
        tags = np.flatnonzero(signs == ord("<"))
        first = signs[tags + 1]
        self.initials = np.bincount(first, minlength=256)
        self.faulty = b' t="e"' in xml
        cells = tags[first == ord("c")]
        cells = cells[np.isin(signs[cells + 2], (ord(" "), ord(">"), ord("/")))]
        self.has_formulas = bool((first == ord("f")).any())
        usual = _starts(signs, cells, b'<c r="')
        places = _references(signs, cells[usual] + 6)
        rows, columns = (int(place.max(initial=0)) for place in places[:2])
        starts = tags[first == ord("r")]
        starts = starts[_starts(signs, starts, b'<row r="')]
        numbers = [int(_references(signs, starts + 8)[0].max(initial=0))]
        if not usual.all() or len(starts) < xml.count(b"<row") or self.prefixed:
            odd = re.findall(rb"<(?:\w+:)?c [^>]*?\br=\"([A-Za-z]{1,9})(\d{1,12})\"", xml)
            rows = max([rows, *(int(number) for _, number in odd)])
            columns = max([columns, *(column_index(letters) + 1 for letters, _ in odd)])
            numbers += [int(number) for number in re.findall(rb"<(?:\w+:)?row [^>]*?\br=\"(\d{1,12})\"", xml)]
            self.has_formulas = True
            self.cells += xml.count(b":c ")
        self.rows, self.columns = max([self.rows, rows, *numbers]), max(self.columns, columns)
        self.cells += len(cells)
        self._fits()
        if self.cut:
            closing = tags[first == ord("/")]
            ends = closing[_starts(signs, closing, b"</row>")]
            if usual.all() and not (self.has_formulas or self.faulty or self.initials[ord("!")]):
                self.cut.add(xml, signs, ends, cells, places)
            else:
                self.cut.plain = False


def _starts(signs: np.ndarray, places: np.ndarray, text: bytes) -> np.ndarray:
    found = np.ones(len(places), dtype=bool)
    for offset, sign in enumerate(text):
        found &= signs[places + offset] == sign
    return found


def _references(signs: np.ndarray, places: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Row and column (from 1, 0 for none) of the references (such as AB12) that begin at these places, and their ends."""
    column = np.zeros(len(places), dtype=np.int64)
    row = np.zeros(len(places), dtype=np.int64)
    for _ in range(9):
        sign = signs[places] & 0xDF
        letter = (sign >= ord("A")) & (sign <= ord("Z"))
        if not letter.any():
            break
        column = np.where(letter, column * 26 + sign - 64, column)
        places = places + letter
    for _ in range(9):
        sign = signs[places]
        digit = (sign >= ord("0")) & (sign <= ord("9"))
        if not digit.any():
            break
        row = np.where(digit, row * 10 + sign - 48, row)
        places = places + digit
    return row, column, places


def _tree(archive: zipfile.ZipFile, path: str):
    return ElementTree.fromstring(archive.read(path))


def _sheets(archive: zipfile.ZipFile, members: dict) -> dict[str, str]:
    """Name of a sheet -> its part."""
    book = next(path for path in members if path.lower() == "xl/workbook.xml")
    rels = next((path for path in members if path.lower() == "xl/_rels/workbook.xml.rels"), None)
    for path in filter(None, (book, rels)):
        if _declares(archive.read(path)):
            raise ValueError("DTD")
    targets = {one.get("Id"): one.get("Target", "") for one in _tree(archive, rels)} if rels else {}
    found = {}
    for one in _tree(archive, book).iter():
        if one.tag.endswith("}sheet"):
            target = targets.get(next((v for k, v in one.attrib.items() if k.endswith("}id")), ""), "")
            path = target.lstrip("/") if target.startswith("/") else normpath(join(dirname(book), target))
            found[one.get("name", "")] = path
    return found


def _states(archive: zipfile.ZipFile, members: dict) -> dict[str, bool]:
    book = next(path for path in members if path.lower() == "xl/workbook.xml")
    sheets = [one for one in _tree(archive, book).iter() if one.tag.endswith("}sheet")]
    return {one.get("name", ""): one.get("state", "visible") != "visible" for one in sheets}
