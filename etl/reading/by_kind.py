"""A file of any kind -> its document, with the library of that kind. Run in a child: see `etl.reading.sandbox`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePath

from etl.reading import file_kind
from etl.reading.document import Document, Rows, Sheet, Unreadable, filled_of
from etl.reading.limits import TEXT, refuse
from etl.reading.text import read_text
from etl.reading.web_page import read_html
from etl.reading.workbook import read_workbook
from etl.reading.xml2003 import read_xml2003
from kpi.errors import Problem

READERS = {"text": read_text, "html": read_html, "xml2003": read_xml2003}


def read_here(name: str, content: bytes) -> Document:
    """All sheets of a file; may raise whatever a library raises."""
    kind = file_kind.kind_of(name, content)
    found = READERS[kind](name, content) if kind in READERS else read_workbook(name, kind, content)
    if not any(filled_of(sheet.rows, 0) for sheet in found.sheets):
        raise Unreadable(Problem("error", "file-empty", {}, file=name))
    for sheet in found.sheets:
        if (row := _too_long(sheet)) is not None:
            raise refuse(name, "cell-too-long", row=row + 1, most=TEXT)
    if file_kind.differs(name, found.kind):
        params = {"suffix": PurePath(name).suffix or "—", "kind": found.kind}
        found = replace(found, notes=[*found.notes, Problem("note", "file-kind-differs", params, file=name)])
    return found


def _too_long(sheet: Sheet) -> int | None:
    """The first row with a cell that is longer than Excel takes."""
    if isinstance(sheet.rows, Rows) and not _exceeds(sheet.rows.values.tolist()):
        return None
    return next((index for index, row in enumerate(sheet.rows) if _exceeds(row)), None)


def _exceeds(cells: Sequence[object]) -> bool:
    return max(map(len, [cell for cell in cells if isinstance(cell, str)]), default=0) > TEXT
