"""The reader: bytes in, sheets of plain cells out, whatever the file is called. Nothing in a file is ever run."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from etl.reading import sandbox
from etl.reading.document import (
    Area,
    Cell,
    Document,
    Lines,
    Row,
    Rows,
    Sheet,
    Unreadable,
    a1,
    all_texts,
    column_of,
    distinct_of,
    filled_of,
)
from etl.reading.errors import is_error
from etl.reading.limits import BYTES, SECONDS, refuse
from etl.reading.sandbox import ready
from kpi.errors import Problem

__all__ = [
    "Area",
    "Cell",
    "Document",
    "Lines",
    "Row",
    "Rows",
    "Sheet",
    "Unreadable",
    "a1",
    "all_texts",
    "column_of",
    "content_of",
    "distinct_of",
    "filled_of",
    "is_error",
    "read",
    "readable_name",
    "ready",
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
    """All sheets of a file, read in a process of its own. ``tell`` is called while waiting and may raise.

    Raises
    ------
    Unreadable
        When it is empty, broken, protected, hostile, no table, in no encoding that we know, or takes too much.
    """
    if len(content) > BYTES:
        raise refuse(name, "file-too-large")
    try:
        found = sandbox.ask("read", name, content, tell=tell)
    except sandbox.Died as died:
        raise (
            refuse(name, "file-too-slow", seconds=SECONDS) if died.slow else refuse(name, "file-too-large")
        ) from None
    if isinstance(found, Problem):
        raise Unreadable(found)
    return found
