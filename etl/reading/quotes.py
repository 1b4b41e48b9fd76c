"""Quotation marks of a delimited text that do not part its cells as they should (RFC 4180, sections 2.5 to 2.7)."""

from __future__ import annotations

import csv
from dataclasses import dataclass

ESCAPED = '\\"'


@dataclass(frozen=True)
class Fault:
    """``refused``: nobody can know how the text is to be split; else it was read as it stands, which is told."""

    key: str
    refused: bool


STRAY = Fault("csv-quote-stray", False)


def fault_of(lines: list[str], delimiter: str) -> Fault | None:
    """What is odd about the quotation marks of one record, which stands on these lines.

    A mark that opens a cell and is closed lines later makes one record of several. That record may be well formed:
    whether rows were swallowed can only be said when the columns are known (`etl.tabular.torn_rows`).
    """
    text = "".join(lines)
    if '"' not in text:
        return None
    escaped = ESCAPED in text
    try:
        usual = list(csv.reader(lines, delimiter=delimiter, strict=True))
    except csv.Error as error:
        if escaped:
            return Fault("csv-quote-backslash", True)
        if "unexpected end" in str(error):
            return Fault("csv-quote-open", True)
        return Fault("csv-quote-rows", True) if len(lines) > 1 else STRAY
    if escaped and (other := _with_backslashes(lines, delimiter)):
        same = [len(row) for row in usual] == [len(row) for row in other]
        return STRAY if same else Fault("csv-quote-backslash", True)
    return STRAY if text.count('"') % 2 else None


def _with_backslashes(lines: list[str], delimiter: str) -> list[list[str]] | None:
    """The record, if a backslash before a mark makes it a part of the text; None where that can't be meant."""
    try:
        return list(csv.reader(lines, delimiter=delimiter, strict=True, doublequote=False, escapechar="\\"))
    except csv.Error:
        return None
