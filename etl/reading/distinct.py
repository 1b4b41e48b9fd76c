"""Large sheets quickly: every distinct cell is read once by calamine, wherever it stands, and then looked up.

A year of applications has two million cells, but few of them differ: offices, items, days. The XML of a plain sheet is
cut into the bytes of each cell (its type, style and content, without its place); one of each goes into a small workbook
with the styles and shared strings of the large one, and what calamine reads there is what stands in all of its places.
So dates, rich text and escapes mean what they mean to calamine. A sheet that is not plain is left to calamine whole.
"""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, field
from itertools import product
from string import ascii_uppercase

import numpy as np
import pyarrow as pa
from python_calamine import CalamineWorkbook

from etl.reading.model import Rows

LARGE = 4_000_000  # bytes of a sheet's XML from which this is worth while
MOST = 150_000_000  # bytes of cells that are held at once
HEAD = 100_000  # bytes in which the data of a sheet begin
LEFT, WIDE = 26, 676
LETTERS = [bytes(pair) for pair in product(ascii_uppercase.encode(), repeat=2)]  # names of 676 columns: AA to ZZ


@dataclass
class Cells:
    """The cells of one sheet as they are found, piece by piece. ``plain`` turns False where they can't be told apart."""

    plain: bool = True
    rows: list[np.ndarray] = field(default_factory=list)
    columns: list[np.ndarray] = field(default_factory=list)
    raw: list[pa.Array] = field(default_factory=list)
    size: int = 0

    def take(self, other: Cells) -> None:
        """Take in the cells of the following piece."""
        self.size += other.size
        self.plain = self.plain and other.plain and self.size < MOST
        if not self.plain:
            self.rows, self.columns, self.raw = [], [], []
            return
        self.rows += other.rows
        self.columns += other.columns
        self.raw += other.raw

    def add(self, xml: bytes, signs: np.ndarray, ends: np.ndarray, starts: np.ndarray, places: tuple) -> None:
        """Take the cells of a piece of XML.

        ``starts``: where their tags begin; ``places``: row and column (from 1) and where each reference ends; ``ends``:
        where rows end.
        """
        rows, columns, quotes = places
        if not len(starts):
            return
        following = np.append(starts[1:], len(xml))
        nearest = np.searchsorted(ends, starts)
        stops = np.minimum(following, np.append(ends, len(xml))[nearest])
        self.size += int((stops - quotes).sum())
        whole = xml.endswith(b"</row>") or b"</sheetData>" in xml  # no cell is cut in two
        self.plain = self.plain and whole and bool((signs[quotes] == ord('"')).all()) and self.size < MOST
        if not self.plain:
            return
        edges = np.empty(2 * len(starts), np.int32)
        edges[0::2], edges[1::2] = quotes, stops
        both = pa.BinaryArray.from_buffers(pa.binary(), len(edges) - 1, [None, pa.py_buffer(edges), pa.py_buffer(xml)])
        self.raw.append(both.take(pa.array(np.arange(0, len(edges), 2, dtype=np.int32))).dictionary_encode())
        self.rows.append(rows.astype(np.int32) - 1)
        self.columns.append(columns.astype(np.int32) - 1)


def rows_of(content: bytes, sheets: dict[str, tuple[str, Cells]]) -> dict[str, Rows] | None:
    """The rows of every sheet (name -> its part and cells), as calamine gives them; None where that can't be done."""
    if not all(cells.plain and cells.raw for _, cells in sheets.values()):
        return None
    coded = {name: pa.chunked_array(cells.raw).unify_dictionaries() for name, (_, cells) in sheets.items()}
    texts = {name: codes.chunk(0).dictionary.to_pylist() for name, codes in coded.items()}
    book = _probe(content, {sheets[name][0]: texts[name] for name in sheets})
    if book is None:
        return None
    probe = CalamineWorkbook.from_filelike(io.BytesIO(book))
    found = {}
    for name, (_, cells) in sheets.items():
        read = probe.get_sheet_by_name(name).to_python(skip_empty_area=False)
        if not read or read[-1][LEFT] != len(texts[name]):
            return None
        values = np.empty(len(texts[name]) + 1, object)
        values[:-1] = [cell for row in read[:-1] for cell in row[LEFT:]][: len(texts[name])]
        values[-1] = ""
        found[name] = _placed(cells, coded[name], values)
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
            elif not member.filename.startswith("xl/worksheets/") or member.filename.endswith(".rels"):
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


def _placed(cells: Cells, codes: pa.ChunkedArray, values: np.ndarray) -> Rows:
    """Rows from the first to the last that holds something, all as wide as the widest."""
    rows, columns = np.concatenate(cells.rows), np.concatenate(cells.columns)
    code = np.concatenate([chunk.indices.to_numpy(zero_copy_only=False) for chunk in codes.chunks])
    filled = np.array([value != "" for value in values])[code]
    rows, columns, code = rows[filled], columns[filled], code[filled]
    grid = np.full((rows.max(initial=-1) + 1, columns.max(initial=-1) + 1), len(values) - 1, np.int32)
    grid[rows, columns] = code
    return Rows(values, grid)
