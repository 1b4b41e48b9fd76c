"""One reader for all formats: bytes in, sheets of plain cells out. Nothing in a file is ever run."""

from __future__ import annotations

import csv
import io
from pathlib import PurePath

from python_calamine import CalamineError, CalamineWorkbook

from etl.reading.model import Document, Sheet, Unreadable
from kpi.errors import Problem

ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
WORKBOOKS = {".xlsx": ZIP, ".xlsb": ZIP, ".ods": ZIP, ".xls": OLE}
TEXTS = {".csv", ".tsv", ".txt"}


def read(name: str, content: bytes) -> Document:
    """All sheets of a file.

    Raises
    ------
    Unreadable
        When it is empty, is not what its name says, or is in no encoding that we know.
    """
    suffix = PurePath(name).suffix.lower()
    if not content.strip(b"\x00 \r\n\t\xef\xbb\xbf"):
        raise Unreadable(Problem("error", "file-empty", {}, file=name))
    kind = _kind(content)
    if suffix in WORKBOOKS:
        if not content.startswith(WORKBOOKS[suffix]):
            raise Unreadable(
                Problem("error", "file-not-what-named", {"suffix": suffix, "kind": kind}, file=name, found=kind)
            )
        return Document(name, suffix[1:], _workbook(name, content))
    if suffix in TEXTS:
        if kind != "text":
            raise Unreadable(
                Problem("error", "file-not-what-named", {"suffix": suffix, "kind": kind}, file=name, found=kind)
            )
        return Document(name, "csv", [Sheet("", _text(name, content))])
    raise Unreadable(Problem("error", "file-unknown-kind", {"suffix": suffix or "?"}, file=name, found=suffix))


def _kind(content: bytes) -> str:
    if content.startswith(ZIP):
        return "zip"
    if content.startswith(OLE):
        return "ole"
    if content.startswith(b"%PDF"):
        return "pdf"
    if content.startswith((b"\x89PNG", b"\xff\xd8\xff", b"GIF8")):
        return "picture"
    if content.lstrip()[:100].lower().startswith((b"<html", b"<!doctype", b"<?xml", b"<table")):
        return "markup"
    return "binary" if b"\x00" in content[:4096] else "text"


def _workbook(name: str, content: bytes) -> list[Sheet]:
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        sheets = [
            Sheet(sheet, book.get_sheet_by_name(sheet).to_python(skip_empty_area=False)) for sheet in book.sheet_names
        ]
    except (CalamineError, OSError, ValueError) as error:
        raise Unreadable(Problem("error", "file-broken", {"why": str(error)[:120]}, file=name)) from None
    return [sheet for sheet in sheets if sheet.rows] or [Sheet(book.sheet_names[0] if book.sheet_names else "", [])]


def _text(name: str, content: bytes) -> list[list]:
    """Rows of a delimited text: byte-order mark, then strict UTF-8, then cp950, else refused."""
    for encoding in ("utf-8-sig", "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig", "cp950"):
        try:
            text = content.decode(encoding)
            break
        except UnicodeDecodeError:
            continue
    else:
        raise Unreadable(Problem("error", "file-encoding", {}, file=name))
    first = text.split("\n", 1)[0]
    delimiter = max(",\t;", key=first.count) if first else ","
    csv.field_size_limit(10_000_000)
    return [list(row) for row in csv.reader(io.StringIO(text), delimiter=delimiter)]
