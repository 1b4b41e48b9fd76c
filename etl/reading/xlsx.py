"""What an .xlsx says beside its values, and the cells of its large sheets. Run in a child: see `etl.reading.sandbox`."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections import deque
from xml.parsers.expat import ExpatError

from lxml.etree import XMLSyntaxError  # type: ignore[import-untyped]  # lxml says no types

from etl.reading.distinct_cells import LARGE, Cells
from etl.reading.limits import refuse
from etl.reading.package_parts import Parts, Unusual
from etl.reading.sheet_marks import Inspected, Marks
from etl.reading.sheet_xml import SheetReader
from etl.reading.styles import looks_of

BROKEN = (
    zipfile.BadZipFile, zlib.error, XMLSyntaxError, ExpatError, KeyError, OSError, ValueError, EOFError,
    NotImplementedError, RuntimeError, IndexError, struct.error,
)  # fmt: skip
"""What a broken package raises."""


def inspect(name: str, content: bytes) -> Inspected:
    """Raises `Unreadable` when it is broken or hostile."""
    try:
        parts = Parts(name, content)
        notes = notes_of(parts)
        try:
            found = _inspected(parts, content)
        except Unusual:
            usual = Parts(name, content).usual()
            found = _inspected(Parts(name, usual), usual)
    except BROKEN as error:
        raise refuse(name, "file-broken", why=str(error)[:120]) from None
    found.notes = notes
    return found


def _inspected(parts: Parts, content: bytes) -> Inspected:
    parts.check()
    found, sheets, looks = (
        Inspected(content, epoch=parts.book.epoch),
        {path for _, path, _ in parts.book.sheets},
        looks_of(parts),
    )
    marks: dict[str, Marks] = {}
    cells: dict[str, Cells] = {}
    for path, member in parts.members.items():
        if path not in sheets:
            deque(parts.pieces(path), maxlen=0)
        elif member.file_size > LARGE and (scanned := Cells.of(parts.name, parts.pieces(path), looks)) is not None:
            cells[path], marks[path] = scanned, scanned.marks
        else:
            marks[path] = SheetReader(parts.name, looks=looks).read(parts.pieces(path)).marks
    for title, path, hidden in parts.book.sheets:
        marks[path].hidden = hidden
        marks[path].settle(parts.book.calculated)
        found.marks[title] = marks[path]
        if path in cells:
            found.large[title] = (parts.members[path].filename, cells[path])
    return found


def notes_of(parts: Parts) -> list[str]:
    """Keys of notes: macros, links to other files."""
    notes = ["file-macros"] if parts.find("xl/vbaproject.bin") else []
    return notes + (["file-links"] if any(path.startswith("xl/externallinks/") for path in parts.folded) else [])
