"""The reader: bytes in, sheets of plain cells out, whatever the file is called. Nothing in a file is ever run."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path, PurePath

from etl.reading.limits import BYTES, refuse
from etl.reading.model import Area, Document, Rows, Sheet, Unreadable, column_of, distinct_of, filled_of
from kpi.errors import Problem

__all__ = [
    "Area",
    "Document",
    "Rows",
    "Sheet",
    "Unreadable",
    "column_of",
    "content_of",
    "distinct_of",
    "filled_of",
    "read",
    "readable_name",
]


def content_of(path: Path) -> bytes:
    """The bytes of a file, of one that is too large only so many that `read` sees it."""
    with path.open("rb") as file:
        return file.read(BYTES + 1)


def readable_name(path: Path) -> str:
    """The name of a file in letters, also where another system wrote it in Big5."""
    raw = os.fsencode(path.name)
    for encoding in ("utf-8", "cp950"):
        with suppress(UnicodeDecodeError):
            return raw.decode(encoding)
    return raw.decode("utf-8", "replace")


def read(name: str, content: bytes, tell: Callable[[float], None] = lambda share: None) -> Document:
    """All sheets of a file.

    An .xlsx and a text are read here, after a look at them has proved them harmless, since moving 200,000 rows between
    processes would cost more than reading them; everything else is read in a child process.

    Raises
    ------
    Unreadable
        When it is empty, broken, protected, hostile, no table, or in no encoding that we know.
    """
    from etl.reading import child, sniff, text

    if len(content) > BYTES:
        raise refuse(name, "file-too-large")
    kind = sniff.kind_of(name, content)
    if kind == "text":
        found = text.read_text(name, content)
    elif kind == "xlsx":
        found = child.given(child.answer(name, kind, content))
    else:
        found = child.read_apart(name, kind, content, tell)
    if not any(filled_of(sheet.rows, 0) for sheet in found.sheets):
        raise Unreadable(Problem("error", "file-empty", {}, file=name))
    if sniff.differs(name, found.kind):
        params = {"suffix": PurePath(name).suffix or "—", "kind": found.kind}
        found = replace(found, notes=[*found.notes, Problem("note", "file-kind-differs", params, file=name)])
    return found
