"""Compound files ([MS-CFB]), in which an .xls keeps its records."""

from __future__ import annotations

import struct

END = 0xFFFFFFFE
SMALL = 64  # bytes of a small sector
ENTRY = 128  # bytes of an entry of the directory


class Compound:
    """An opened compound file. Chains of sectors are followed as far as the file can hold them, never in a circle."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        shift, small_shift = struct.unpack_from("<HH", content, 30)
        if shift not in (9, 12) or small_shift != 6:
            raise ValueError("CFB")
        self.size: int = 1 << shift
        count, first = struct.unpack_from("<II", content, 44)
        self.most = len(content) // self.size + 1
        self.fat = self._fat(min(count, self.most))
        self.directory = self._bytes(self._chain(first, self.fat))
        self.cutoff, small_first = struct.unpack_from("<II", content, 56)
        self.small_fat = self._numbers(self._bytes(self._chain(small_first, self.fat)))

    def stream(self, *names: str) -> bytes:
        """The bytes of the first stream with one of these names. Raises KeyError where there is none."""
        return b"".join(self.content[start:end] for start, end in self.places(*names))

    def places(self, *names: str) -> list[tuple[int, int]]:
        """Where the bytes of a stream stand in the file, piece by piece."""
        container = None
        for place in range(0, len(self.directory) - ENTRY + 1, ENTRY):
            entry = self.directory[place : place + ENTRY]
            length, kind = struct.unpack_from("<HB", entry, 64)
            start, size = struct.unpack_from("<IQ", entry, 116)
            if kind == 5:
                container = self._chain(start, self.fat)
            elif kind == 2 and entry[: max(length - 2, 0)].decode("utf-16-le", "replace").lower() in names:
                size &= 0xFFFFFFFF  # the upper half is not always 0
                if size >= self.cutoff:
                    pieces = [(self._start(one), self.size) for one in self._chain(start, self.fat)]
                else:
                    pieces = [self._small(container or [], one) for one in self._chain(start, self.small_fat)]
                return _cut(pieces, size)
        raise KeyError(names[0])

    def _start(self, sector: int) -> int:
        return (sector + 1) * self.size

    def _small(self, container: list[int], number: int) -> tuple[int, int]:
        """Where a small sector stands, within the sectors that hold all of them."""
        sector, within = divmod(number * SMALL, self.size)
        return (self._start(container[sector]) + within, SMALL) if sector < len(container) else (0, 0)

    def _fat(self, count: int) -> list[int]:
        sectors = list(struct.unpack_from("<109I", self.content, 76))
        place, _ = struct.unpack_from("<II", self.content, 68)
        while place < END - 1 and len(sectors) < self.most + 109:
            more = self._numbers(self._sector(place))
            if not more:
                break
            sectors += more[:-1]
            place = more[-1]
        used = [one for one in sectors if one < END - 1][:count]
        return self._numbers(b"".join(map(self._sector, used)))

    def _sector(self, number: int) -> bytes:
        return self.content[self._start(number) : self._start(number + 1)]

    def _numbers(self, content: bytes) -> list[int]:
        return list(struct.unpack_from(f"<{len(content) // 4}I", content))

    def _bytes(self, chain: list[int]) -> bytes:
        return b"".join(map(self._sector, chain))

    def _chain(self, first: int, fat: list[int]) -> list[int]:
        found, seen = [], set()
        while first < len(fat) and first not in seen:
            seen.add(first)
            found.append(first)
            first = fat[first]
        return found


def _cut(pieces: list[tuple[int, int]], size: int) -> list[tuple[int, int]]:
    """Pieces (start, length) as (start, end), up to a size."""
    found = []
    for start, length in pieces:
        if size <= 0:
            break
        found.append((start, start + min(length, size)))
        size -= length
    return found
