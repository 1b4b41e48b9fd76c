"""Large sheets quickly: every distinct cell is read once by calamine, wherever it stands, and then looked up.

A year of applications has two million cells, but few of them differ: offices, items, days. The XML of a sheet's data is
cut, where the tags of its rows and cells begin, into the bytes of each cell (its type, style and content, without its place)
and of each row's tag. One of each goes into a small workbook with the styles and shared strings of the large one, and what
calamine reads there is what stands in all of its places; what a cell or a row says beside its value is read from one of
each, too. There are no comments and no CDATA (`Parts.pieces`), so a tag begins wherever its sign stands. What is not one
row after another, each with its cells between, is left to the slow way.
"""

from __future__ import annotations

import io
import zipfile
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import product
from string import ascii_uppercase

import numpy as np
import pyarrow as pa  # type: ignore[import-untyped]  # pyarrow says no types
import pyarrow.compute as pc  # type: ignore[import-untyped]  # pyarrow says no types
from python_calamine import CalamineWorkbook

from etl.reading.cell_looks import Looks, as_percent
from etl.reading.document import Rows, Unreadable
from etl.reading.file_kind import slashed
from etl.reading.limits import CELLS, COLUMNS, ROWS, refuse
from etl.reading.package_parts import MAIN, USUAL
from etl.reading.sheet_marks import Marks
from etl.reading.sheet_xml import SheetReader

LARGE = 50_000  # bytes of a sheet's XML (some hundred rows) from which this is worth while
MOST = 150_000_000  # bytes of cells that are held at once
HEAD = 100_000  # bytes in which the data of a sheet begin
LEFT, WIDE = 26, 676
LETTERS = [bytes(pair) for pair in product(ascii_uppercase.encode(), repeat=2)]  # names of 676 columns: AA to ZZ
OPENS, CLOSES = b"<sheetData>", b"</sheetData>"
CELL, ROW, END = 1, 2, 3
NEEDED = (MAIN, "xl/_rels/workbook.xml.rels", "[content_types].xml", "_rels/.rels", *map(str.lower, USUAL.values()))
BARE = (
    r'^"( s="[0-9]+")?( t="(s|n|b|d|str|inlineStr)")?( s="[0-9]+")?'
    r'(/>|><v>[^<]*</v></c>|><is><t( xml:space="preserve")?>[^<]*</t></is></c>)[ \t\r\n]*$'
)
"""A cell that holds a value and nothing else (for RE2, which takes linear time)."""


@dataclass
class _Piece:
    """The cells (``raw``: their bytes) and the rows (``tails``: the rest of their tags) of a piece of a sheet's data."""

    rows: np.ndarray
    columns: np.ndarray
    raw: pa.DictionaryArray
    numbers: np.ndarray
    tails: pa.DictionaryArray
    size: int


class _Kinds(Marks):
    """Marks of cells that stand one in a row: ``found``: (row, has it a value?, is that nothing?) of formulas."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[int, bool, bool]] = []

    def formula(self, row: int, column: int, *, valued: bool, nil: bool = False) -> None:
        self.found.append((row, valued, nil))

    def strike(self, row: int, column: int) -> None:
        self.struck.add((row, column))


@dataclass
class Cells:
    """The cells of one sheet: places, and the ``codes`` of their ``texts``. ``said``: the marks of one cell of each code, at
    the row of that code."""

    rows: np.ndarray
    columns: np.ndarray
    codes: np.ndarray
    texts: list[bytes]
    marks: Marks
    said: Marks = field(default_factory=Marks)

    @classmethod
    def of(cls, name: str, pieces: Iterable[bytes], looks: Looks = Looks()) -> Cells | None:
        """The cells of a sheet; None where it has to be read the slow way."""
        around: list[bytes] = []
        found: list[_Piece | None] = []
        running: deque[Future[_Piece | None]] = deque()
        size = 0
        with ThreadPoolExecutor(2) as pool:
            for piece in _data(iter(pieces), around):
                running.append(pool.submit(_cut, name, piece))
                if len(running) > 2:
                    found.append(done := running.popleft().result())
                    size += done.size if done else MOST
                    if size >= MOST:
                        return None
            found += [one.result() for one in running]
        whole = [one for one in found if one is not None]
        if len(around) < 3 or len(whole) < len(found) or not any(len(one.rows) for one in whole):
            return None
        try:
            outer = SheetReader(name).read(around)
        except Unreadable:
            return None  # the slow way says what is wrong
        if outer.datas != 1 or outer.cells:
            return None
        return cls._checked(name, whole, outer.marks, looks)

    @classmethod
    def _checked(cls, name: str, found: list[_Piece], marks: Marks, looks: Looks) -> Cells | None:
        rows, columns, numbers = (
            np.concatenate([getattr(one, what) for one in found]) for what in ("rows", "columns", "numbers")
        )
        bottom, right = int(max(rows.max(), numbers.max(initial=0))), int(columns.max())
        if bottom > ROWS or right > COLUMNS or bottom * right > CELLS or len(rows) > CELLS:
            raise refuse(name, "file-too-large")
        codes, texts = _coded([one.raw for one in found])
        tails, endings = _coded([one.tails for one in found])
        hidden = _hidden(name, endings)
        kinds = _kinds(name, texts, looks)
        if hidden is None or kinds is None:
            return None
        self = cls(rows - 1, columns - 1, codes, texts.to_pylist(), marks)
        marks.hidden_rows |= set((numbers[np.isin(tails, hidden)] - 1).tolist())
        self.said = kinds
        for row, column in self._places(code for code, _ in kinds.struck):
            marks.strike(row, column)
        self._formulas(kinds.found)
        marks.fits(name, bottom - 1, right - 1)
        return self

    def _formulas(self, found: list[tuple[int, bool, bool]]) -> None:
        if not found:
            return
        known = np.zeros(len(self.texts), np.int8)
        for code, valued, nil in found:
            known[code] = 1 if not valued else 2 if nil else 3
        of = known[self.codes]
        self.marks.formulas += int((of == 3).sum())
        for kind in (1, 2):
            for row, column in np.column_stack((self.rows, self.columns))[of == kind].tolist():
                self.marks.formula(row, column, valued=kind == 2, nil=kind == 2)

    def _places(self, codes: Iterable[int]) -> list[list[int]]:
        """Row and column of every cell of these codes."""
        wanted = list(codes)
        there = np.isin(self.codes, wanted) if wanted else np.zeros(len(self.codes), bool)
        places: list[list[int]] = np.column_stack((self.rows, self.columns))[there].tolist()
        return places

    def tell_values(self) -> None:
        """List among the marks every cell of which calamine's value is not what stands there."""
        for code, _, word in self.said.faults:
            self.marks.faults += [(row, column, word) for row, column in self._places([code])]
        for code, _, text in self.said.texts:
            self.marks.texts += [(row, column, text) for row, column in self._places([code])]
        self.marks.percents += [(row, column) for row, column in self._places(code for code, _ in self.said.percents)]


def _data(pieces: Iterator[bytes], around: list[bytes]) -> Iterator[bytes]:
    """The pieces of a sheet's data; what stands around them goes into ``around``."""
    head, opens, piece = next(pieces, b"").partition(OPENS)
    if not opens or head.rfind(b"<?") > 3:
        return
    around += [head, OPENS + CLOSES]
    while True:
        data, closes, tail = piece.partition(CLOSES)
        if data.strip():
            yield data
        if closes:
            around += [tail, *pieces]
            return
        if (following := next(pieces, None)) is None:
            around.clear()
            return
        piece = following


def _cut(name: str, xml: bytes) -> _Piece | None:
    """A piece of data cut into rows and cells; None where it is anything else than one row after another."""
    signs = np.frombuffer(xml + b" " * 32, np.uint8)
    tags = np.flatnonzero(signs == ord("<"))
    first = signs[tags + 1]
    kinds = np.zeros(len(tags), np.int8)
    usual = True
    for kind, initial, start, whole in (
        (CELL, b"c", b"<c", b'<c r="'),
        (ROW, b"r", b"<row", b'<row r="'),
        (END, b"/", b"</row", b"</row>"),
    ):
        which = np.flatnonzero(first == initial[0])
        if kind == CELL:
            which = which[~_in_name(signs[tags[which] + 2])]
        else:
            which = which[_starts(signs, tags[which], start)]
        usual = usual and bool(_starts(signs, tags[which], whole).all())
        kinds[which] = kind
    if not usual or bool((first == ord("?")).any()):
        return None
    places, kinds = tags[kinds > 0], kinds[kinds > 0]
    if not len(places) or xml[: places[0]].strip():
        return None
    after = np.append(places[1:], len(xml))
    closed = (kinds == ROW) & (signs[after - 1] == ord(">")) & (signs[after - 2] == ord("/"))
    done = closed | (kinds == END)
    before = np.append(True, done[:-1])  # is no row open where a tag begins?
    if not done[-1] or not bool((before == (kinds == ROW)).all()):
        return None
    ends = kinds == END
    if any(xml[a + 6 : b].strip() for a, b in zip(places[ends], after[ends], strict=True) if b - a > 6):
        return None
    cells, starts = kinds == CELL, kinds == ROW
    rows, columns, quotes = _references(signs, places[cells] + 6)
    numbers, _, tails = _references(signs, places[starts] + 8)
    if not (bool((signs[quotes] == ord('"')).all()) and bool((signs[tails] == ord('"')).all())):
        return None
    if not (bool((rows > 0).all()) and bool((columns > 0).all()) and bool((numbers > 0).all())):
        return None
    size = int((after[cells] - quotes).sum())
    return _Piece(rows, columns, _bytes(xml, quotes, after[cells]), numbers, _bytes(xml, tails, after[starts]), size)


def _in_name(signs: np.ndarray) -> np.ndarray:
    """Which signs go on with a name that has begun?"""
    return ~np.isin(signs, np.frombuffer(b" \t\r\n/>", np.uint8))


def _bytes(xml: bytes, starts: np.ndarray, stops: np.ndarray) -> pa.DictionaryArray:
    """The bytes between, each different one once."""
    edges = np.empty(2 * len(starts), np.int32)
    edges[0::2], edges[1::2] = starts, stops
    if not len(edges):
        return pa.array([], pa.binary()).dictionary_encode()
    both = pa.BinaryArray.from_buffers(pa.binary(), len(edges) - 1, [None, pa.py_buffer(edges), pa.py_buffer(xml)])
    return both.take(_ints(np.arange(0, len(edges), 2, dtype=np.int64))).dictionary_encode()


def _ints(numbers: np.ndarray) -> pa.Array:
    """Whole numbers for pyarrow. Its own doors from and to NumPy load pandas first, which takes longer than a small file."""
    return pa.Array.from_buffers(pa.int64(), len(numbers), [None, pa.py_buffer(numbers)])


def _where(texts: pa.BinaryArray, pattern: str) -> np.ndarray:
    """Which texts hold the pattern?"""
    return np.from_dlpack(pc.match_substring_regex(texts, pattern).cast(pa.uint8())).astype(bool)


def _coded(arrays: list[pa.DictionaryArray]) -> tuple[np.ndarray, pa.BinaryArray]:
    """Codes over all pieces, and what they stand for."""
    one = pa.chunked_array(arrays).unify_dictionaries()
    return np.concatenate([np.from_dlpack(chunk.indices) for chunk in one.chunks]), one.chunk(0).dictionary


def _hidden(name: str, tails: pa.BinaryArray) -> list[int] | None:
    """Which tags of rows hide them; None where one is more than a tag."""
    lines = (
        b'<row r="%d%b%b' % (number, tail, b"" if tail.endswith(b"/>") else b"</row>")
        for number, tail in enumerate(tails.to_pylist(), start=1)
    )
    read = _read(SheetReader(name), lines)
    return None if read is None or read.cells or read.rows != len(tails) else sorted(read.marks.hidden_rows)


def _kinds(name: str, texts: pa.BinaryArray, looks: Looks) -> _Kinds | None:
    """What the different cells say beside their values (at the row of their code); None where one is more than a cell."""
    bare = _where(texts, BARE)
    if looks:
        bare &= ~_where(texts, _looked_at(looks))
    odd = np.flatnonzero(~bare)
    kinds = _Kinds()
    lines = (
        b'<row r="%d"><c r="A%d%b</row>' % (number, number, text)
        for number, text in zip((odd + 1).tolist(), texts.take(_ints(odd)).to_pylist(), strict=True)
    )
    read = _read(SheetReader(name, kinds, looks), lines)
    return None if read is None or read.cells != len(odd) or read.rows != len(odd) else kinds


def _looked_at(looks: Looks) -> str:
    """A pattern of every cell whose look says something, and of some others."""
    styles = "|".join(map(str, sorted(looks.struck | looks.percent)))
    if 0 in looks.struck | looks.percent:
        return ""  # a cell that names no format has the first one
    parts = [f' s="0*({styles})"' if styles else "", ' t="s"' if looks.strings else ""]
    return "|".join(part for part in parts if part)


def _read(reader: SheetReader, lines: Iterable[bytes]) -> SheetReader | None:
    try:
        return reader.read([OPENS, *lines, CLOSES])
    except Unreadable:
        return None


def _starts(signs: np.ndarray, places: np.ndarray, text: bytes) -> np.ndarray:
    found = np.ones(len(places), dtype=bool)
    for offset, sign in enumerate(text):
        found &= signs[places + offset] == sign
    return found


def _references(signs: np.ndarray, places: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Row and column (from 1, 0 for none) of the references (such as AB12) that begin at these places, and their ends."""
    column = np.zeros(len(places), dtype=np.int32)
    row = np.zeros(len(places), dtype=np.int32)
    for _ in range(5):
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


def rows_of(content: bytes, sheets: dict[str, tuple[str, Cells]]) -> dict[str, Rows]:
    """The rows of the sheets (name -> its part and cells), as calamine gives them; none where that can't be done."""
    book = _probe(content, {part: cells.texts for part, cells in sheets.values()})
    found = _looked_up(book, sheets) if book is not None else {}
    for name in sheets.keys() - found.keys():
        sheets[name][1].tell_values()
    return found


def _looked_up(book: bytes, sheets: dict[str, tuple[str, Cells]]) -> dict[str, Rows]:
    probe = CalamineWorkbook.from_filelike(io.BytesIO(book))
    found = {}
    for name, (_, cells) in sheets.items():
        read = probe.get_sheet_by_name(name).to_python(skip_empty_area=False)
        if not read or read[-1][LEFT] != len(cells.texts):
            continue
        values = np.empty(len(cells.texts) + 1, object)
        values[:-1] = [cell for row in read[:-1] for cell in row[LEFT:]][: len(cells.texts)]
        values[-1] = ""
        for code, _ in cells.said.percents:
            values[code] = as_percent(values[code])
        for code, _, word in (*cells.said.faults, *cells.said.texts):
            values[code] = word  # an error value is no empty cell
        found[name] = _placed(cells, values)
    return found


def _probe(content: bytes, parts: dict[str, list[bytes]]) -> bytes | None:
    """The workbook with one cell of each kind, and a last row that says how many there are."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as archive, zipfile.ZipFile(out, "w") as packed:
        for member in archive.infolist():
            if member.filename in parts:
                with archive.open(member) as part:
                    head, found, _ = part.read(HEAD).partition(b"<sheetData")
                if not found:
                    return None
                packed.writestr(member.filename, head + _sheet(parts[member.filename]))
            elif slashed(member.filename).lower() in NEEDED:
                packed.writestr(member.filename, archive.read(member))
    return out.getvalue()


def _sheet(cells: list[bytes]) -> bytes:
    lines = []
    for row, first in enumerate(range(0, len(cells), WIDE), start=1):
        names = (b'<c r="%b%d' % (letters, row) for letters in LETTERS)
        lines.append(
            b'<row r="%d">%b</row>'
            % (row, b"".join(map(b"".join, zip(names, cells[first : first + WIDE], strict=False))))
        )
    row = len(lines) + 1
    lines.append(
        b'<row r="%d"><c r="AA%d"><v>%d</v></c><c r="%b%d"><v>0</v></c></row>'
        % (row, row, len(cells), LETTERS[-1], row)
    )
    return b"".join([b"<sheetData>", *lines, b"</sheetData></worksheet>"])


def _placed(cells: Cells, values: np.ndarray) -> Rows:
    """Rows from the first to the last that holds something, all as wide as the widest."""
    filled = np.array([value != "" for value in values])[cells.codes]
    rows, columns, code = cells.rows[filled], cells.columns[filled], cells.codes[filled]
    grid = np.full((rows.max(initial=-1) + 1, columns.max(initial=-1) + 1), len(values) - 1, np.int32)
    grid[rows, columns] = code
    return Rows(values, grid)
