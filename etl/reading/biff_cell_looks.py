"""How the cells of an .xls look, from the records of the book ([MS-XLS]): its fonts, formats and shared texts."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from etl.reading.cell_looks import Font, Looks, of_runs
from etl.reading.text_runs import Seen, seen

FONT, FORMAT, CELL, SHARED, MORE, BEGIN, BIFF8 = 0x31, 0x041E, 0xE0, 0xFC, 0x3C, 0x0809, 0x0600
UNUSED = 4  # no font has this number


def fonts_and_looks(records: Iterator[tuple[int, bytes]], version: int) -> tuple[list[Font], Looks]:
    """``records``: those of the book. Raises what a broken record raises."""
    fonts: list[Font] = []
    codes: dict[int, str] = {}
    cells: list[tuple[int, int]] = []
    shared: list[bytes] = []
    before = 0
    for kind, record in records:
        if kind == FONT and len(record) >= 10:
            flags, moved = struct.unpack_from("<2xH4xH", record)
            fonts.append(Font.of(flags, moved))
        elif kind == FORMAT and len(record) > 3:
            codes[struct.unpack_from("<H", record)[0]] = _code(record, version)
        elif kind == CELL and len(record) >= 4:
            cells.append(struct.unpack_from("<HH", record))
        elif kind == SHARED or (kind == MORE and before == SHARED):
            shared.append(record)
            kind = SHARED
        before = kind
    fonts[UNUSED:UNUSED] = [Font()]
    odd = any(font.struck or font.moved for font in fonts)
    return fonts, Looks.by(fonts, codes, cells, _strings(shared, fonts) if shared and odd else {})


def _code(record: bytes, version: int) -> str:
    if version < BIFF8:
        return record[3:].decode("latin-1")
    return record[5:].decode("utf-16-le" if len(record) > 4 and record[4] & 1 else "latin-1", "replace")


def rich(record: bytes, fonts: list[Font]) -> Seen | None:
    """What is seen of the text of a cell that holds its runs itself (RString, from its seventh byte on)."""
    reader = _Reader([record])
    count, flags = struct.unpack("<HB", reader.take(3))
    text = reader.signs(count, bool(flags & 1))
    runs = struct.unpack("<H", reader.take(2))[0]
    return seen(of_runs(text, list(struct.iter_unpack("<HH", reader.take(4 * runs))), fonts))


def _strings(parts: list[bytes], fonts: list[Font]) -> dict[int, Seen]:
    """The shared texts of which a reader sees something else. The font of their first run is that of their cell: its own
    strikes are told by the cell."""
    reader, found = _Reader(parts), {}
    _, count = struct.unpack("<II", reader.take(8))
    for number in range(count):
        size, flags = struct.unpack("<HB", reader.take(3))
        runs = struct.unpack("<H", reader.take(2))[0] if flags & 8 else 0
        more = struct.unpack("<I", reader.take(4))[0] if flags & 4 else 0
        text = reader.signs(size, bool(flags & 1))
        places = list(struct.iter_unpack("<HH", reader.take(4 * runs)))
        reader.take(more)
        if places and (odd := seen(of_runs(text, places, fonts))):
            found[number] = odd
    return found


class _Reader:
    """The content of a record and of those that continue it; where a text goes on in the next, its width stands first."""

    def __init__(self, parts: list[bytes]) -> None:
        self.parts, self.part, self.place = parts, 0, 0

    def take(self, size: int) -> bytes:
        """Raises IndexError where there are no more."""
        found = self.parts[self.part][self.place : self.place + size]
        self.place += len(found)
        while len(found) < size:
            self.part, self.place = self.part + 1, size - len(found)
            more = self.parts[self.part][: self.place]
            self.place = len(more)
            found += more
        return found

    def signs(self, count: int, wide: bool) -> str:
        found = []
        while count:
            if self.place >= len(self.parts[self.part]):
                self.part, self.place = self.part + 1, 1
                wide = bool(self.parts[self.part][0] & 1)
            size = min(count, (len(self.parts[self.part]) - self.place) // (1 + wide))
            if not size:
                raise ValueError("SST")
            raw = self.take(size * (1 + wide))
            found.append(raw.decode("utf-16-le" if wide else "latin-1", "replace"))
            count -= size
        return "".join(found)
