"""What an .ods says beside its values. Run in the child process."""

from __future__ import annotations

import io
import zipfile

from lxml import etree

from etl.reading.limits import CELLS, COLUMNS, ROWS, UNPACKED, refuse
from etl.reading.xlsx import Marks

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"


def inspect(name: str, content: bytes) -> tuple[dict[str, Marks], list[str]]:
    """Marks by the name of the sheet, and keys of notes. Raises `Unreadable` for hostile or protected files."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = archive.namelist()
        if "META-INF/manifest.xml" in names and b"encryption-data" in archive.read("META-INF/manifest.xml"):
            raise refuse(name, "file-protected")
        with archive.open("content.xml") as part:
            xml = part.read(UNPACKED + 1)
    if len(xml) > UNPACKED:
        raise refuse(name, "file-too-large")
    if b"<!DOCTYPE" in xml or b"<!ENTITY" in xml:
        raise refuse(name, "file-hostile")
    found: dict[str, Marks] = {}
    states = {}
    options = {"resolve_entities": False, "no_network": True, "huge_tree": False, "load_dtd": False}
    for event, element in etree.iterparse(io.BytesIO(xml), ("start", "end"), **options):
        if event == "start" and element.tag == f"{TABLE}table":
            marks = found.setdefault(element.get(f"{TABLE}name", ""), Marks())
            states[element.get(f"{TABLE}name", "")] = element.get(f"{TABLE}style-name")
            row = column = 0
        elif event == "end" and element.tag == f"{TABLE}table-column":
            repeated = _times(element, "columns")
            if element.get(f"{TABLE}visibility") in ("collapse", "filter"):
                marks.hidden_columns |= set(range(column, min(column + repeated, COLUMNS)))
            column += repeated
        elif event == "end" and element.tag == f"{TABLE}table-row":
            repeated = _times(element, "rows")
            filled = _row(name, element, marks, row, repeated)
            if element.get(f"{TABLE}visibility") in ("collapse", "filter") and repeated < 10_000:
                marks.hidden_rows |= set(range(row, row + repeated))
            if filled and (row + repeated > ROWS or repeated * filled > CELLS or (row + repeated) * filled > 3 * CELLS):
                raise refuse(name, "file-too-large")
            row += repeated
            element.clear()
    macros = any(path.startswith(("Basic/", "Scripts/")) for path in names)
    return found, ["file-macros"] if macros else []


def _times(element, kind: str) -> int:
    text = element.get(f"{TABLE}number-{kind}-repeated", "1")
    return int(text) if text.isdigit() and len(text) < 10 else 1


def _row(name: str, element, marks: Marks, row: int, repeated: int) -> int:
    """Reads the cells of a row; gives the last filled column (counted from 1), 0 for none."""
    column = last = 0
    for cell in element:
        if cell.tag not in (f"{TABLE}table-cell", f"{TABLE}covered-table-cell"):
            continue
        times = _times(cell, "columns")
        if cell.get(f"{OFFICE}value-type") or len(cell):
            last = column + times
            if last > COLUMNS:
                raise refuse(name, "file-too-large")
        if cell.get(f"{TABLE}formula"):
            marks.formulas += times
            if not cell.get(f"{OFFICE}value-type"):
                marks.unvalued.append((row, column))
        down, across = _spanned(cell, "rows"), _spanned(cell, "columns")
        if down > 1 or across > 1:
            marks.merged.append((row, column, row + down - 1, column + across - 1))
        column += times
    return last


def _spanned(cell, kind: str) -> int:
    text = cell.get(f"{TABLE}number-{kind}-spanned", "1")
    return int(text) if text.isdigit() and len(text) < 8 else 1
