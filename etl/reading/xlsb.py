"""What an .xlsb says beside its values, from the records of its sheets ([MS-XLSB]). Run in a child: see `etl.reading.sandbox`."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Iterator

from etl.reading.cell_looks import Font, Looks, of_runs
from etl.reading.document import EPOCH_1904
from etl.reading.errors import ERRORS, OTHER_ERROR
from etl.reading.limits import CELLS, COLUMNS, ROWS, refuse
from etl.reading.number_formats import misleading
from etl.reading.package_parts import Parts
from etl.reading.sheet_marks import Inspected, Marks
from etl.reading.text_runs import Seen, seen
from etl.reading.xlsx import BROKEN, notes_of

MAIN = "xl/workbook.bin"
FORMAT_CODE = 44  # BrtFmt
FONT, LOOK, LOOKS, SHARED = 43, 47, (617, 618), 19  # BrtFont, BrtXF, those of cells, BrtSSTItem
BLANK, RK, REAL, TEXT_SHARED, TEXT_RICH = 1, 2, 5, 7, 62  # BrtCell...
ROW, ERROR, SHORT = 0, 3, range(12, 19)  # BrtRowHdr, BrtCellError, BrtShort...
TEXT_FORMULA, NUMBER_FORMULA, BOOL_FORMULA, ERROR_FORMULA = 8, 9, 10, 11
COLUMN, MERGED = 60, 176  # BrtColInfo, BrtMergeCell
BOOK, SHEET, CALCULATION = 153, 156, 157  # BrtWbProp, BrtBundleSh, BrtCalcProp


def inspect(name: str, content: bytes) -> Inspected:
    """Marks by the name of a sheet. Raises `Unreadable` when it is broken or hostile."""
    try:
        parts = Parts(name, content, MAIN)
        found = Inspected(content, notes=notes_of(parts))
        fonts, looks = _looks(parts)
        calculated = False
        for kind, record in _records(parts.read(MAIN)):
            if kind == SHEET:
                state = int.from_bytes(record[:4], "little")
                key, after = _text(record, 8)
                title, _ = _text(record, after)
                _, path = parts.book.targets.get(key, ("", ""))
                if (real := parts.find(path)) is not None:
                    marks = found.marks[title] = _sheet(name, parts.read(real), fonts, looks)
                    marks.hidden = state != 0
            elif kind == BOOK and record and record[0] & 1:
                found.epoch = EPOCH_1904
            elif kind == CALCULATION and len(record) >= 26:
                calculated = int.from_bytes(record[:4], "little") != 0  # no program has calculated it
    except BROKEN as error:
        raise refuse(name, "file-broken", why=str(error)[:120]) from None
    for marks in found.marks.values():
        marks.settle(calculated)
    found.content = _usual(parts, content)
    return found


def _looks(parts: Parts) -> tuple[list[Font], Looks]:
    fonts: list[Font] = []
    codes: dict[int, str] = {}
    cells: list[tuple[int, int]] = []
    within = False
    path = parts.find("xl/styles.bin")
    for kind, record in _records(parts.read(path)) if path else ():
        if kind in LOOKS:
            within = kind == LOOKS[0]
        elif kind == FONT and len(record) >= 8:
            flags, moved = struct.unpack_from("<2xH2xH", record)
            fonts.append(Font.of(flags, moved))
        elif kind == FORMAT_CODE and len(record) >= 6:
            codes[int.from_bytes(record[:2], "little")] = _text(record, 2)[0]
        elif kind == LOOK and within and len(record) >= 6:
            code, font = struct.unpack_from("<2x2H", record)
            cells.append((font, code))
    strings: dict[int, Seen] = {}
    path = parts.find("xl/sharedstrings.bin")
    if path and any(font.struck or font.moved for font in fonts):
        shared = (record for kind, record in _records(parts.read(path)) if kind == SHARED)
        strings = {number: odd for number, record in enumerate(shared) if (odd := _rich(record, fonts))}
    return fonts, Looks.by(fonts, codes, cells, strings)


def _rich(record: bytes, fonts: list[Font]) -> Seen | None:
    """What is seen of a text with runs ([MS-XLSB] 2.5.122); the font of the first one is that of its cell."""
    text, end = _text(record, 1)
    if not record[0] & 1:
        return None
    count = min(int.from_bytes(record[end : end + 4], "little"), (len(record) - end - 4) // 4)
    runs = list(struct.iter_unpack("<HH", record[end + 4 : end + 4 + 4 * count]))
    return seen(of_runs(text, runs, fonts))


def _usual(parts: Parts, content: bytes) -> bytes:
    """The book with parts that calamine finds, where number formats that only look like dates ask for digits instead, sign
    by sign."""
    path = parts.find("xl/styles.bin")
    styles = bytearray(parts.read(path) if path else b"")
    wrong: list[int] = []
    for place, kind, record in _placed(bytes(styles)):
        if kind == FORMAT_CODE and misleading(_text(record, 2)[0]):
            wrong += range(place + 6, place + len(record) - 1, 2)
    if not wrong and all(one == member.filename for one, member in parts.members.items()):
        return content
    for offset in wrong:
        styles[offset : offset + 2] = b"0\x00"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for one, member in parts.members.items():
            packed.writestr(one, bytes(styles) if one == path else parts.archive.read(member))
    return out.getvalue()


def _records(part: bytes) -> Iterator[tuple[int, bytes]]:
    return ((kind, record) for _, kind, record in _placed(part))


def _placed(part: bytes) -> Iterator[tuple[int, int, bytes]]:
    """Place, kind and content: the kind and the size stand in groups of seven bits ([MS-XLSB] 2.1.4)."""
    place = 0
    while place < len(part):
        kind, place = _grouped(part, place, 2)
        size, place = _grouped(part, place, 4)
        yield place, kind, part[place : place + size]
        place += size


def _grouped(part: bytes, place: int, most: int) -> tuple[int, int]:
    """A number, and where it ends."""
    number = 0
    for shift in range(most):
        byte = part[place]
        place += 1
        number |= (byte & 127) << 7 * shift
        if byte < 128:
            break
    return number, place


def _text(record: bytes, place: int) -> tuple[str, int]:
    size = int.from_bytes(record[place : place + 4], "little")
    if size == 0xFFFFFFFF:
        return "", place + 4
    end = place + 4 + 2 * size
    return record[place + 4 : end].decode("utf-16-le", "replace"), end


def _sheet(name: str, part: bytes, fonts: list[Font], looks: Looks) -> Marks:
    marks, row, bottom, right = Marks(), 0, 0, 0
    for kind, record in _records(part):
        if kind == ROW and len(record) >= 13:
            row = int.from_bytes(record[:4], "little")
            if record[11] & 0x10 or not any(record[8:10]):
                marks.hidden_rows.add(row)
        elif (kind <= ERROR_FORMULA or kind == TEXT_RICH) and len(record) >= 4:
            column = int.from_bytes(record[:4], "little")
            bottom, right = max(bottom, row), max(right, column)
            if bottom >= ROWS or right >= COLUMNS:
                raise refuse(name, "file-too-large")
            if kind in (ERROR, ERROR_FORMULA) and len(record) >= 9:
                marks.faults.append((row, column, ERRORS.get(record[8], OTHER_ERROR)))
            if looks and kind != BLANK and len(record) >= 9:
                text = looks.strings.get(int.from_bytes(record[8:12], "little")) if kind == TEXT_SHARED else None
                text = _rich(record[8:], fonts) if kind == TEXT_RICH else text
                style, number = int.from_bytes(record[4:7], "little"), kind in (RK, REAL, NUMBER_FORMULA)
                marks.look(row, column, style, looks, text, number=number)
            if TEXT_FORMULA <= kind <= ERROR_FORMULA:
                nil = (
                    not any(record[8:16]) if kind == NUMBER_FORMULA else kind == TEXT_FORMULA and not any(record[8:12])
                )
                marks.formula(row, column, valued=True, nil=nil)
        elif kind in SHORT:
            raise refuse(name, "file-broken", why="BrtShort")  # calamine would leave them out
        elif kind == COLUMN and len(record) >= 18:
            first, last, width, _, options = struct.unpack_from("<4IH", record)
            if options & 1 or not width:
                marks.hide_columns(first, last)
        elif kind == MERGED and len(record) >= 16:
            top, low, left, far = struct.unpack_from("<4I", record)
            marks.merged.append((top, left, low, far))
    if (bottom + 1) * (right + 1) > CELLS:
        raise refuse(name, "file-too-large")
    marks.fits(name, bottom, right)
    return marks
