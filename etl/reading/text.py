"""Delimited texts: the encoding in a fixed order, the delimiter by what fits, and nothing silently dropped."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter, deque
from collections.abc import Iterable, Sequence
from itertools import pairwise

from etl.reading.document import Document, Lines, Sheet, Unreadable
from etl.reading.limits import COLUMNS, ROWS, TEXT, TEXT_CELLS, refuse
from etl.reading.quotes import ESCAPED, STRAY, fault_of
from kpi.errors import Problem

DELIMITERS = ",\t;|"
TRIED = 60  # lines by which the delimiter is chosen
NAMED = 12  # lines that a sentence names
csv.field_size_limit(10_000_000)


def decode(name: str, content: bytes) -> tuple[str, str]:
    """Text and encoding: byte-order mark, strict UTF-8, cp950, and last big5hkscs, whose characters are doubtful
    (see `etl.checks.doubtful_characters`).

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
    text = text.removesuffix("\x1a")  # the end of a file, as DOS wrote it
    if "\x00" in text:
        raise refuse(name, "file-other-kind", kind="binary")
    delimiter = _delimiter(text)
    if sum(map(text.count, (delimiter, "\n", "\r"))) > TEXT_CELLS:  # known before there is a list of them
        raise refuse(name, "file-too-large")
    rows, lines, notes = _rows(name, text, delimiter)
    if len(rows) > ROWS or max(map(len, rows), default=0) > COLUMNS:
        raise refuse(name, "file-too-large")
    none: frozenset[int] = frozenset()
    where = Lines(lines, delimiter, whole=text.endswith(("\n", "\r")))
    sheet = Sheet("", rows, hidden=False, hidden_rows=none, hidden_columns=none, formulas=0, lines=where)
    return Document(name, "tsv" if delimiter == "\t" else "csv", [sheet], encoding, notes)


def _delimiter(text: str) -> str:
    """The delimiter by which most of the first lines are equally wide (title rows hold none)."""
    head = "\n".join(re.split(r"\r\n|\r|\n", text[:200_000], maxsplit=TRIED)[:TRIED])

    def fit(delimiter: str) -> tuple[int, int]:
        widths = Counter(len(row) for row in csv.reader(io.StringIO(head), delimiter=delimiter) if len(row) > 1)
        return max(((count, width) for width, count in widths.items()), default=(0, 0))

    return max(DELIMITERS, key=fit)


def _rows(name: str, text: str, delimiter: str) -> tuple[list[list[str]], Sequence[int], list[Problem]]:
    """Rows, the line (from 1) on which each begins, and what is said of odd quotation marks."""
    try:
        rows, lines, notes = _split(name, text, delimiter)
    except csv.Error:  # a cell of ten million characters
        raise refuse(name, "cell-too-long-somewhere") from None
    if any(len(line) > TEXT for line in text.splitlines()):
        for index, row in enumerate(rows):
            if any(len(cell) > TEXT for cell in row):
                raise refuse(name, "cell-too-long", row=index + 1, most=TEXT)
    return rows, lines, notes


def _split(name: str, text: str, delimiter: str) -> tuple[list[list[str]], Sequence[int], list[Problem]]:
    if '"' not in text:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
        return rows, range(1, len(rows) + 1), []
    raw = list(io.StringIO(text, newline=""))
    reader, rows, begins = csv.reader(raw, delimiter=delimiter), [], [0]
    for row in reader:
        rows.append(row)
        begins.append(reader.line_num)
    odd = []
    for index in _suspects(raw, begins, text, delimiter):
        fault = fault_of(raw[begins[index] : begins[index + 1]], delimiter)
        if fault and fault.refused:
            params = {"line": begins[index] + 1, "last": begins[index + 1]}
            raise Unreadable(Problem("error", fault.key, params, file=name, sheet="", cell=f"A{index + 1}"))
        odd += [index] if fault else []
    lines = [begin + 1 for begin in begins[:-1]]
    if not odd:
        return rows, lines, []
    told = {"count": len(odd), "lines": "、".join(str(lines[index]) for index in odd[:NAMED])}
    return rows, lines, [Problem("warning", STRAY.key, told, file=name, sheet="", cell=f"A{odd[0] + 1}")]


def _suspects(raw: list[str], begins: list[int], text: str, delimiter: str) -> Iterable[int]:
    """The records whose quotation marks are worth a look: of a text that is well formed those with an odd number."""
    try:
        deque(csv.reader(raw, delimiter=delimiter, strict=True), maxlen=0)
        formed = ESCAPED not in text
    except csv.Error:
        formed = False
    for index, (begin, end) in enumerate(pairwise(begins)):
        if not formed or sum(line.count('"') for line in raw[begin:end]) % 2:
            yield index
