"""Is a PDF or a picture whole? Its frame is walked along from beginning to end; what is in it is not drawn."""

from __future__ import annotations

import zlib

END = 2048  # bytes at the end of a PDF in which its last lines stand; some programs write blanks behind them
FRAMES = (*range(0xC0, 0xC4), *range(0xC5, 0xC8), *range(0xC9, 0xCC), *range(0xCD, 0xD0))


def pdf_whole(content: bytes) -> bool:
    """It ends with where its table of contents begins, and the mark of the end (ISO 32000-1, 7.5.5)."""
    tail = content[-END:]
    return b"startxref" in tail and b"%%EOF" in tail


def png_whole(content: bytes) -> bool:
    """Its chunks follow each other from the head to the end, each with the sum that it states (ISO 15948, 5)."""
    place, first = 8, True
    while place + 12 <= len(content):
        size = int.from_bytes(content[place : place + 4], "big")
        kind, end = content[place + 4 : place + 8], place + 8 + size
        if first and kind != b"IHDR":
            return False
        if zlib.crc32(content[place + 4 : end]) != int.from_bytes(content[end : end + 4], "big"):
            return False
        if kind == b"IEND":
            return True
        place, first = end + 4, False
    return False


def jpeg_whole(content: bytes) -> bool:
    """Its segments state a frame and lead to the scan, and the mark of the end follows (ITU-T T.81, annex B)."""
    place, framed = 2, False
    while place + 4 <= len(content):
        if content[place] != 0xFF:
            return False
        marker = content[place + 1]
        if marker == 0xFF:  # filling
            place += 1
            continue
        framed |= marker in FRAMES
        if marker == 0xDA:
            return framed and content.find(b"\xff\xd9", place) > 0
        place += 2 + int.from_bytes(content[place + 2 : place + 4], "big")
    return False
