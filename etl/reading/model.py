"""What reading gives: sheets of plain cells, and what is known of how they stood in the file."""

from __future__ import annotations

from dataclasses import dataclass, field

from kpi.errors import Problem

Area = tuple[int, int, int, int]
"""First row, first column, last row, last column; from 0, all inclusive."""


@dataclass(frozen=True)
class Sheet:
    """``rows`` are lists of str, int, float, bool, date, datetime, time; "" is an empty cell. Row 1 is ``rows[0]``.

    What a format does not tell is None: said as unknown, never taken as none.
    """

    name: str
    rows: list[list]
    merged: tuple[Area, ...] = ()
    hidden: bool | None = None  # the whole sheet
    hidden_rows: frozenset[int] | None = None  # indexes from 0
    hidden_columns: frozenset[int] | None = None
    formulas: int | None = None  # how many cells are formulas
    unvalued: tuple[tuple[int, int], ...] = ()  # formula cells (row, column) without a stored value


@dataclass(frozen=True)
class Document:
    """One file as read. ``notes``: what the user should know of the reading (macros ignored, doubtful characters)."""

    name: str
    kind: str  # xlsx, xls, xlsb, ods, csv, tsv, html, xml2003
    sheets: list[Sheet]
    encoding: str | None = None  # of texts
    notes: list[Problem] = field(default_factory=list)


class Unreadable(Exception):
    """The file cannot be read at all; ``problem`` says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.key)
        self.problem = problem
