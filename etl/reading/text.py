"""Delimited texts: the encoding in a fixed order, the delimiter by what fits, and nothing silently dropped."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter

from etl.reading.limits import COLUMNS, ROWS, TEXT, TEXT_CELLS, refuse
from etl.reading.model import Document, Sheet
from kpi.errors import Problem

DELIMITERS = ",\t;|"
TRIED = 60  # lines by which the delimiter is chosen


def decode(name: str, content: bytes) -> tuple[str, str]:
    """Text and encoding: byte-order mark, strict UTF-8, cp950, and last big5hkscs, whose characters are doubtful
    (see `etl.doubts`).

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


def read_text(name: str, content: bytes) -> Document:
    text, encoding = decode(name, content)
    if "\x00" in text:
        raise refuse(name, "file-other-kind", kind="binary")
    delimiter = _delimiter(text)
    if sum(map(text.count, (delimiter, "\n", "\r"))) > TEXT_CELLS:  # known before there is a list of them
        raise refuse(name, "file-too-large")
    rows = _rows(name, text, delimiter)
    if len(rows) > ROWS or max(map(len, rows), default=0) > COLUMNS:
        raise refuse(name, "file-too-large")
    none: frozenset[int] = frozenset()
    sheet = Sheet("", rows, hidden=False, hidden_rows=none, hidden_columns=none, formulas=0)
    return Document(name, "tsv" if delimiter == "\t" else "csv", [sheet], encoding)


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
