"""What reading gives: sheets of plain cells, and what is known of how they stood in the file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import TypeGuard, overload

import numpy as np

from kpi.errors import Problem

EPOCH, EPOCH_1904 = date(1899, 12, 30), date(1904, 1, 1)
"""The day of which the day numbers of a workbook count; the later one where it says so."""


Cell = int | float | str | bool | time | date | datetime | timedelta
"""What stands in a cell; "" where it is empty."""
Row = Sequence[Cell]


class Rows(Sequence[list[Cell]]):
    """The rows of a large sheet, each made when it is asked for.

    ``codes[row, column]`` is the index of a cell in ``values``, whose last one is the empty cell.
    """

    def __init__(self, values: np.ndarray, codes: np.ndarray) -> None:
        self.values, self.codes = values, codes

    def __reduce__(self) -> tuple[Callable[[list[Cell], bytes, int], Rows], tuple[list[Cell], bytes, int]]:
        return unpacked, (self.values.tolist(), self.codes.tobytes(), self.codes.shape[1])

    def __len__(self) -> int:
        return len(self.codes)

    @overload
    def __getitem__(self, index: int) -> list[Cell]: ...
    @overload
    def __getitem__(self, index: slice) -> list[list[Cell]]: ...
    def __getitem__(self, index: int | slice) -> list[Cell] | list[list[Cell]]:
        found: list[Cell] | list[list[Cell]] = self.values[self.codes[index]].tolist()
        return found

    def __iter__(self) -> Iterator[list[Cell]]:
        for start in range(0, len(self), 10_000):
            yield from self[start : start + 10_000]


def unpacked(values: list[Cell], codes: bytes, width: int) -> Rows:
    """The rows that another process has sent."""
    found = np.empty(len(values), object)
    found[:] = values
    return Rows(found, np.frombuffer(codes, np.int32).reshape(-1, width) if width else np.zeros((0, 0), np.int32))


def all_texts(cells: Sequence[Cell]) -> TypeGuard[Sequence[str]]:
    """Are there cells, and is each of them a text?"""
    return {*map(type, cells)} == {str}


def column_of(rows: Sequence[Row], place: int, first: int) -> list[Cell]:
    """The cells of a column from a row on, "" where a row is shorter."""
    if isinstance(rows, Rows):
        found: list[Cell] = rows.values[rows.codes[first:, place]].tolist()
        return found
    return [row[place] if place < len(row) else "" for row in rows[first:]]


def distinct_of(rows: Sequence[Row], place: int, first: int) -> set[Cell]:
    """The different cells of a column from a row on."""
    if isinstance(rows, Rows):
        return set(rows.values[np.flatnonzero(np.bincount(rows.codes[first:, place]))].tolist())
    return set(column_of(rows, place, first))


def filled_of(rows: Sequence[Row], first: int) -> list[int]:
    """The indexes of the rows from one on that hold anything."""
    if isinstance(rows, Rows):
        found: list[int] = (np.flatnonzero((rows.codes[first:] != len(rows.values) - 1).any(axis=1)) + first).tolist()
        return found
    return [
        index for index, row in enumerate(rows[first:], start=first)
        if row and (row[0] not in ("", None) or any(cell != "" and cell is not None for cell in row))
    ]  # fmt: skip


def a1(row: int, column: int) -> str:
    """A1 notation of a cell, both indexes from 0."""
    letters, column = "", column + 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row + 1}"


Area = tuple[int, int, int, int]
"""First row, first column, last row, last column; from 0, all inclusive."""


@dataclass(frozen=True)
class Lines:
    """How the rows of a delimited text stand in it. ``begins``: the line, from 1, on which each stands; ``whole``: does its
    last line end?"""

    begins: Sequence[int]
    delimiter: str
    whole: bool


@dataclass(frozen=True)
class Sheet:
    """``rows`` are lists of str, int, float, bool, date, datetime, time; "" is an empty cell. Row 1 is ``rows[0]``.

    What a format does not tell is None: said as unknown, never taken as none.
    """

    name: str
    rows: Sequence[Row]
    merged: tuple[Area, ...] = ()
    hidden: bool | None = None  # the whole sheet
    hidden_rows: frozenset[int] | None = None  # indexes from 0
    hidden_columns: frozenset[int] | None = None
    formulas: int | None = None  # how many cells are formulas
    unvalued: tuple[tuple[int, int], ...] = ()  # formula cells (row, column) without a stored value
    struck: frozenset[tuple[int, int]] = frozenset()  # cells (row, column) that are struck out as a whole
    more: bool = False  # a page header or footer, or lists of allowed values, which may name persons
    lines: Lines | None = None  # of texts
    heading: str = ""  # lines of a web page between the table before and this one


@dataclass(frozen=True)
class Document:
    """One file as read. ``notes``: what the user should know of the reading (macros ignored, doubtful characters)."""

    name: str
    kind: str  # xlsx, xls, xlsb, ods, csv, tsv, html, xml2003
    sheets: list[Sheet]
    encoding: str | None = None  # of texts
    notes: list[Problem] = field(default_factory=list)
    epoch: date = EPOCH  # the day of which day numbers count


class Unreadable(Exception):
    """The file cannot be read at all; ``problem`` says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.key)
        self.problem = problem
