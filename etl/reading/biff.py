"""What an .xls says beside its values, from the records of its sheets ([MS-XLS]). Run in a child: see `etl.reading.sandbox`."""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Iterator

from etl.reading.biff_cell_looks import fonts_and_looks, rich
from etl.reading.cell_looks import Font, Looks
from etl.reading.compound import Compound
from etl.reading.document import EPOCH_1904
from etl.reading.errors import ERRORS, OTHER_ERROR
from etl.reading.limits import COLUMNS, ROWS
from etl.reading.number_formats import misleading
from etl.reading.sheet_marks import Inspected, Marks

MACROS = "_VBA_PROJECT".encode("utf-16-le")
BEGINS, ENDS = (0x0809, 0x0409, 0x0209, 0x0009), 0x000A
FORMAT = 0x041E
DATES_OF_1904, SHEET, RECALC, FORMULAS = 0x0022, 0x0085, 0x01C1, (0x0006, 0x0206, 0x0406)
ROW, COLUMN, MERGED, BOOL_OR_ERROR, TEXT = 0x0208, 0x007D, 0x00E5, 0x0205, 0x0207
NUMBER, RK, RKS, SHARED, RICH = 0x0203, 0x027E, 0x00BD, 0x00FD, 0x00D6
HOLDING = (NUMBER, RK, SHARED, RICH, BOOL_OR_ERROR, 0x0204, *FORMULAS)
PLACED = (*range(0x01, 0x07), *range(0x0200, 0x0207), RKS, 0x00BE, SHARED, RK, RICH)
"""Records that begin with a row and a column."""


def inspect(name: str, content: bytes) -> Inspected:
    """Marks by the place of a sheet in the book; none where the records are not those of BIFF5 or BIFF8."""
    found = Inspected(content, notes=["file-macros"] if MACROS in content else [])
    try:
        places = Compound(content).places("workbook", "book")
        stream = b"".join(content[start:end] for start, end in places)
        if any(kind == DATES_OF_1904 and record[:2] == b"\x01\x00" for kind, record in _records(stream, 0)):
            found.epoch = EPOCH_1904
        found.order = _book(name, stream)
        found.content = _plain_formats(content, stream, places)
    except (ValueError, KeyError, IndexError, struct.error):
        found.order = None  # calamine says what is wrong, if anything is
    return found


def _plain_formats(content: bytes, stream: bytes, places: list[tuple[int, int]]) -> bytes:
    """The file, where number formats that only look like dates ask for digits instead, sign by sign."""
    wrong: list[int] = []
    for place, kind, record in _placed(stream, 0):
        if kind == FORMAT and len(record) > 5:
            wide, start = (2 if record[4] & 1 else 1), 5
            code = record[start:].decode("utf-16-le" if wide == 2 else "latin-1", "replace")
            if misleading(code):
                wrong += range(place + start, place + len(record), wide)
    if not wrong:
        return content
    changed, where = bytearray(content), {}
    at = 0
    for start, end in places:
        where[at] = start
        at += end - start
    edges = sorted(where)
    for offset in wrong:
        edge = edges[bisect_right(edges, offset) - 1]
        changed[where[edge] + offset - edge] = ord("0")
    return bytes(changed)


def _book(name: str, stream: bytes) -> list[Marks]:
    sheets, calculated = [], False
    for kind, record in _records(stream, 0):
        if kind == SHEET:
            place, state = struct.unpack_from("<IB", record)
            sheets.append((place, state & 3 != 0))
        elif kind == RECALC:
            calculated = any(record[4:8])
    version = int.from_bytes(stream[4:6], "little")
    fonts, looks = fonts_and_looks(_records(stream, 0), version)
    found = []
    for place, hidden in sheets:
        marks = _sheet(name, stream, place, fonts, looks)
        marks.hidden = hidden
        marks.settle(calculated)
        found.append(marks)
    return found


def _records(stream: bytes, place: int) -> Iterator[tuple[int, bytes]]:
    return ((kind, record) for _, kind, record in _placed(stream, place))


def _placed(stream: bytes, place: int) -> Iterator[tuple[int, int, bytes]]:
    """The records of the part that begins here, to its end, without those of parts within it (charts): (place, kind, content)."""
    depth = 0
    while place + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, place)
        place += 4
        if kind in BEGINS:
            depth += 1
        elif kind == ENDS:
            depth -= 1
            if depth <= 0:
                return
        elif depth <= 1:
            yield place, kind, stream[place : place + size]
        place += size


def _sheet(name: str, stream: bytes, place: int, fonts: list[Font], looks: Looks) -> Marks:
    marks, bottom, right = Marks(), 0, 0
    for kind, record in _records(stream, place):
        if kind == ROW and len(record) >= 14:
            row, height, options = struct.unpack_from("<H4xH4xH", record)
            if options & 0x20 or not height:
                marks.hidden_rows.add(row)
        elif kind == COLUMN and len(record) >= 10:
            first, last, width, _, options = struct.unpack_from("<5H", record)
            if options & 1 or not width:
                marks.hide_columns(first, last)
        elif kind == MERGED:
            count = min(int.from_bytes(record[:2], "little"), (len(record) - 2) // 8)
            for top, low, left, far in struct.iter_unpack("<4H", record[2 : 2 + count * 8]):
                marks.merged.append((top, left, low, far))
        elif kind == BOOL_OR_ERROR and len(record) >= 8:
            row, column, _, value, error = struct.unpack_from("<3HBB", record)
            if error:
                marks.faults.append((row, column, ERRORS.get(value, OTHER_ERROR)))
        elif kind in FORMULAS and len(record) >= 14:
            _formula(marks, record)
        if looks and (kind in HOLDING or kind == RKS):
            _look(marks, kind, record, fonts, looks)
        if kind in PLACED and len(record) >= 4:
            bottom, right = max(bottom, record[0] + record[1] * 256), max(right, record[2] + record[3] * 256)
    marks.fits(name, min(bottom, ROWS), min(right, COLUMNS))
    return marks


def _look(marks: Marks, kind: int, record: bytes, fonts: list[Font], looks: Looks) -> None:
    """What a cell that holds something, or several numbers beside each other, look like."""
    row, column, style = struct.unpack_from("<3H", record)
    if kind == RKS:
        for place, (style, _) in enumerate(struct.iter_unpack("<HI", record[4:-2]), start=column):
            marks.look(row, place, style, looks)
        return
    text = None
    if kind == SHARED:
        text = looks.strings.get(struct.unpack_from("<I", record, 6)[0])
    elif kind == RICH:
        text = rich(record[6:], fonts)
    number = kind in (NUMBER, RK) or (kind in FORMULAS and record[12:14] != b"\xff\xff")
    marks.look(row, column, style, looks, text, number=number)


def _formula(marks: Marks, record: bytes) -> None:
    """Its stored value is a number, or a text, a truth, an error or an empty text ([MS-XLS] 2.5.133)."""
    row, column = struct.unpack_from("<HH", record)
    value = record[6:14]
    if value[6:8] != b"\xff\xff":
        marks.formula(row, column, valued=True, nil=not any(value))
        return
    marks.formula(row, column, valued=True, nil=value[0] == 3)
    if value[0] == 2:
        marks.faults.append((row, column, ERRORS.get(value[2], OTHER_ERROR)))
