"""Delimited texts: the encoding in a fixed order, the delimiter by what fits, and nothing silently dropped."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter

from etl.reading.limits import CELLS, COLUMNS, ROWS, TEXT, refuse
from etl.reading.model import Document, Sheet
from kpi.errors import Problem

DELIMITERS = ",\t;|"
TRIED = 60  # lines by which the delimiter is chosen
MOST_DOUBTS = 50


def decode(name: str, content: bytes) -> tuple[str, str]:
    """Text and encoding: byte-order mark, strict UTF-8, cp950, and last big5hkscs, whose characters are doubtful.

    Raises
    ------
    Unreadable
        When it is in none of them; undecodable bytes are never dropped.
    """
    marks = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
    marked = next((encoding for mark, encoding in marks if content.startswith(mark)), None)
    for encoding in (marked,) if marked else ("utf-8", "cp950", "big5hkscs"):
        try:
            return content.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    raise refuse(name, "file-encoding")


def doubtful(text: str) -> bool:
    """Does a text that was read as big5hkscs hold characters that cp950 lacks?"""
    try:
        text.encode("cp950")
    except UnicodeEncodeError:
        return True
    return False


def read_text(name: str, content: bytes) -> Document:
    text, encoding = decode(name, content)
    if "\x00" in text:
        raise refuse(name, "file-other-kind", kind="binary")
    delimiter = _delimiter(text)
    rows = _rows(name, text, delimiter)
    width = max(map(len, rows), default=0)
    if len(rows) > ROWS or width > COLUMNS or len(rows) * width > 4 * CELLS:
        raise refuse(name, "file-too-large")
    notes = _doubts(name, rows) if encoding == "big5hkscs" else []
    none: frozenset[int] = frozenset()
    sheet = Sheet("", rows, hidden=False, hidden_rows=none, hidden_columns=none, formulas=0)
    return Document(name, "tsv" if delimiter == "\t" else "csv", [sheet], encoding, notes)


def _delimiter(text: str) -> str:
    """The delimiter by which most of the first lines are equally wide (title rows hold none)."""
    head = "\n".join(re.split(r"\r\n|\r|\n", text[:200_000], maxsplit=TRIED)[:TRIED])

    def fit(delimiter: str) -> tuple[int, int]:
        csv.field_size_limit(10_000_000)
        widths = Counter(len(row) for row in csv.reader(io.StringIO(head), delimiter=delimiter) if len(row) > 1)
        return max(((count, width) for width, count in widths.items()), default=(0, 0))

    return max(DELIMITERS, key=fit)


def _rows(name: str, text: str, delimiter: str) -> list[list]:
    csv.field_size_limit(10_000_000)
    for strict in (True, False):
        rows: list[list] = []
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=strict)
        try:
            for row in reader:
                rows.append(row)
        except csv.Error as error:
            if strict and "unexpected end" not in str(error):
                continue  # something stands after a closing quote: taken as it is
            problem = Problem("error", "csv-quote-open", {"row": len(rows) + 1}, file=name, cell=f"A{len(rows) + 1}")
            raise refuse(name, problem.key, **problem.params) from None
        break
    if any(len(line) > TEXT for line in text.splitlines()):
        for index, row in enumerate(rows):
            if any(len(cell) > TEXT for cell in row):
                raise refuse(name, "cell-too-long", row=index + 1, most=TEXT)
    return rows


def _doubts(name: str, rows: list[list]) -> list[Problem]:
    """A warning for each cell that only big5hkscs could read."""
    from etl.table import a1

    found = [
        (row, column, cell) for row, cells in enumerate(rows) for column, cell in enumerate(cells) if doubtful(cell)
    ]  # fmt: skip
    notes = [
        Problem(
            "warning", "characters-doubtful", {"found": cell[:40]}, file=name, cell=a1(row, column), found=cell[:40]
        )
        for row, column, cell in found[:MOST_DOUBTS]
    ]
    if len(found) > MOST_DOUBTS:
        notes.append(Problem("warning", "characters-doubtful-more", {"count": len(found) - MOST_DOUBTS}, file=name))
    return notes
