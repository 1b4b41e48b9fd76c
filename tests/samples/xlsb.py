"""Binary workbooks (.xlsb), which no library here writes: a few records of [MS-XLSB], one function each."""

from __future__ import annotations

import struct
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from tests.samples.books import REL, zipped

ROW, TEXT, REAL, ERROR = 0, 6, 5, 3  # BrtRowHdr, BrtCellSt, BrtCellReal, BrtCellError
COLUMN, COLUMNS, MERGED, MERGES = 60, (390, 391), 176, (177, 178)  # BrtColInfo, BrtMergeCell and what stands around
SHEETS, SHEET, DIMENSION, DATA = (143, 144), 156, 148, (145, 146)  # BrtBegin.../BrtEnd... in pairs
PROPERTIES = 153  # BrtWbProp
BOOK, WORKSHEET, STYLES, FORMATS, FORMAT = (131, 132), (129, 130), (278, 279), (617, 618), 47
CODES, CODE = (615, 616), 44  # BrtBeginFmts, BrtFmt
DAY, ROC_DAY, NUMBER, STRUCK, PERCENT = (
    1,
    2,
    3,
    4,
    5,
)  # cell styles: yyyy/m/d, Taiwan's built-in number 27, one of its own ...
FONTS, FONT, PLAIN_FONT, STRUCK_FONT, RAISED_FONT = (611, 612), 43, 0, 1, 2
SHARED, STRINGS, STRING, RICH = 7, (159, 160), 19, 62  # BrtCellIsst, BrtBegin/EndSst, BrtSSTItem, BrtCellRString
EPOCH = date(1899, 12, 30)


@dataclass(frozen=True)
class Styled:
    """A number or a text with one of the cell styles."""

    value: object
    style: int


@dataclass(frozen=True)
class Runs:
    """A text as (part, font), among the shared ones or in its cell."""

    parts: tuple[tuple[str, int], ...]
    shared: bool = True


@dataclass(frozen=True)
class Layout:
    """What stands in a sheet beside its values. ``columns``: hidden ones; ``state``: 0 is shown; ``code``: of the format of
    its numbers; ``later``: its day numbers count from 1904;
    ``flat``: rows of no height."""

    rows: Collection[int] = ()
    columns: Collection[int] = ()
    merged: tuple[tuple[int, int, int, int], ...] = ()
    state: int = 0
    code: str = "0"
    later: bool = False
    flat: Collection[int] = ()


def xlsb(rows: list[list], style: int = DAY, far: tuple[int, int] | None = None, said: Layout = Layout()) -> bytes:
    """A workbook of one sheet; dates bear the ``style``. ``far``: row and column of one more cell."""
    typed = "application/vnd.ms-excel"
    kinds = {
        "workbook": "sheet.binary.macroEnabled.main",
        "worksheets/sheet1": "worksheet",
        "styles": "styles",
        "sharedStrings": "sharedStrings",
    }
    texts = [_rich(cell) for row in rows for cell in row if isinstance(cell, Runs) and cell.shared]
    known = iter(range(len(texts)))
    placed = [[_placed(cell, known) for cell in row] for row in rows]
    overrides = "".join(
        f'<Override PartName="/xl/{name}.bin" ContentType="{typed}.{kind}"/>' for name, kind in kinds.items()
    )
    space = "http://schemas.openxmlformats.org/package/2006"
    return zipped(
        {
            "[Content_Types].xml": f'<Types xmlns="{space}/content-types"><Default Extension="rels" ContentType='
            f'"application/vnd.openxmlformats-package.relationships+xml"/>{overrides}</Types>'.encode(),
            "_rels/.rels": _links(space, ("rId1", "officeDocument", "xl/workbook.bin")),
            "xl/_rels/workbook.bin.rels": _links(
                space, ("rId1", "worksheet", "worksheets/sheet1.bin"), ("rId2", "styles", "styles.bin"),
                ("rId3", "sharedStrings", "sharedStrings.bin")
            ),
            "xl/workbook.bin": _within(
                BOOK,
                _record(PROPERTIES, struct.pack("<III", said.later, 0, 0)),
                _within(SHEETS, _record(SHEET, struct.pack("<II", said.state, 1) + _string("rId1") + _string("陳情")))
            ),
            "xl/styles.bin": _within(
                STYLES,
                _within(CODES, _record(CODE, struct.pack("<H", 164) + _string(said.code)), head=struct.pack("<I", 1)),
                _within(FONTS, *map(_font, (0, 8, 0), (0, 0, 1)), head=struct.pack("<I", 3)),
                _within(
                    FORMATS, *map(_style, (0, 14, 27, 164)), _style(0, STRUCK_FONT), _style(9), head=struct.pack("<I", 6)
                ),
            ),
            "xl/sharedStrings.bin": _within(
                STRINGS, *(_record(STRING, text) for text in texts), head=struct.pack("<II", len(texts), len(texts))
            ),
            "xl/worksheets/sheet1.bin": _within(WORKSHEET, *_sheet(placed, style, far, said)),
        }
    )  # fmt: skip


def _sheet(rows: list[list], style: int, far: tuple[int, int] | None, said: Layout) -> list[bytes]:
    end = struct.pack("<IIII", 0, len(rows) - 1, 0, max(map(len, rows)) - 1)
    lines = [
        _row(index, [*enumerate(row)], style, index in said.rows, 300 * (index not in said.flat))
        for index, row in enumerate(rows)
    ]
    if far:
        lines.append(_row(far[0], [(far[1], "x")], style))
    columns = [_record(COLUMN, struct.pack("<IIIIH", one, one, 2000, 0, 1)) for one in said.columns]
    areas = [
        _record(MERGED, struct.pack("<IIII", top, bottom, left, right)) for top, left, bottom, right in said.merged
    ]
    return [_record(DIMENSION, end), _within(COLUMNS, *columns), _within(DATA, *lines), _within(MERGES, *areas)]


def _row(index: int, row: list[tuple[int, object]], style: int, hidden: bool = False, height: int = 300) -> bytes:
    cells = [_cell(column, cell, style) for column, cell in row if cell != ""]
    return b"".join([_record(ROW, struct.pack("<IIHBBBI", index, 0, height, 0, 16 * hidden, 0, 0)), *cells])


def _cell(column: int, cell: object, style: int) -> bytes:
    if isinstance(cell, tuple):
        return _record(cell[0], struct.pack("<II", column, 0) + cell[1])
    if isinstance(cell, Styled):
        if isinstance(cell.value, str):
            return _record(TEXT, struct.pack("<II", column, cell.style) + _string(cell.value))
        return _record(REAL, struct.pack("<IId", column, cell.style, cell.value))
    if isinstance(cell, date):
        return _record(REAL, struct.pack("<IId", column, style, (cell - EPOCH).days))
    if isinstance(cell, int | float):
        return _record(REAL, struct.pack("<IId", column, NUMBER, cell))
    if cell == "#N/A":
        return _record(ERROR, struct.pack("<IIB", column, 0, 0x2A))
    return _record(TEXT, struct.pack("<II", column, 0) + _string(str(cell)))


def _placed(cell: object, known: Iterator[int]) -> object:
    """Of a text of several runs its record and what that holds."""
    if not isinstance(cell, Runs):
        return cell
    return (SHARED, struct.pack("<I", next(known))) if cell.shared else (RICH, _rich(cell))


def _rich(cell: Runs) -> bytes:
    places = [sum(len(text) for text, _ in cell.parts[:number]) for number in range(len(cell.parts))]
    runs = b"".join(struct.pack("<HH", place, font) for place, (_, font) in zip(places, cell.parts, strict=True))
    return b"\x01" + _string("".join(text for text, _ in cell.parts)) + struct.pack("<I", len(places)) + runs


def _font(flags: int, moved: int) -> bytes:
    return _record(FONT, struct.pack("<HHHHBBBBQB", 240, flags, 400, moved, 0, 0, 0, 0, 0, 0) + _string("x"))


def _style(number_format: int, font: int = 0) -> bytes:
    return _record(FORMAT, struct.pack("<HHHHHBBHH", 0, number_format, font, 0, 0, 0, 0, 0, 0))


def _string(text: str) -> bytes:
    coded = text.encode("utf-16-le")
    return struct.pack("<I", len(coded) // 2) + coded


def _record(kind: int, content: bytes = b"") -> bytes:
    """A record: its kind and its length in groups of seven bits, then the content."""
    head = bytes([kind]) if kind < 128 else bytes([kind & 127 | 128, kind >> 7])
    size, length = len(content), b""
    while size >= 128:
        length, size = length + bytes([size & 127 | 128]), size >> 7
    return head + length + bytes([size]) + content


def _within(pair: tuple[int, int], *records: bytes, head: bytes = b"") -> bytes:
    return _record(pair[0], head) + b"".join(records) + _record(pair[1])


def _links(space: str, *links: tuple[str, str, str]) -> bytes:
    found = "".join(f'<Relationship Id="{key}" Type="{REL}/{kind}" Target="{to}"/>' for key, kind, to in links)
    return f'<Relationships xmlns="{space}/relationships">{found}</Relationships>'.encode()
