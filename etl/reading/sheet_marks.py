"""What a sheet says beside its values: what is hidden, merged, a formula, an error. The same for every format."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from etl.reading.document import EPOCH
from etl.reading.limits import CELLS, COLUMNS, ROWS, refuse

if TYPE_CHECKING:
    from etl.reading.cell_looks import Looks
    from etl.reading.distinct_cells import Cells
    from etl.reading.text_runs import Seen

MOST_UNVALUED = 50  # of one column, that are named
MOST_STRUCK = 10_000  # of one column, that are listed


@dataclass
class Inspected:
    """What was found in a workbook. ``content``: as calamine can read it; ``marks``: by the name of a sheet, or ``order``:
    by its place; ``large``: name -> part and cells (`etl.reading.distinct_cells.Cells`) of sheets whose cells were found; ``epoch``:
    the day of which its day numbers count."""

    content: bytes
    marks: dict[str, Marks] = field(default_factory=dict)
    order: list[Marks] | None = None
    notes: list[str] = field(default_factory=list)
    large: dict[str, tuple[str, Cells]] = field(default_factory=dict)
    epoch: date = EPOCH


@dataclass
class Marks:
    """Rows and columns from 0. ``faults``: cells with an error value and its word. ``nil``: formulas with 0 or no text.
    ``struck``: cells that are struck out as a whole; ``percents``: numbers that are shown in per cent; ``texts``: what is seen
    of a cell, where that is not all of its text."""

    hidden: bool = False
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    formulas: int = 0
    unvalued: list[tuple[int, int]] = field(default_factory=list)
    more: bool = False  # header or footer of the page, validation lists
    faults: list[tuple[int, int, str]] = field(default_factory=list)
    nil: list[tuple[int, int]] = field(default_factory=list)
    struck: set[tuple[int, int]] = field(default_factory=set)
    percents: list[tuple[int, int]] = field(default_factory=list)
    texts: list[tuple[int, int, str]] = field(default_factory=list)
    said: int = 0  # columns that are said to be hidden
    empty_columns: Counter[int] = field(default_factory=Counter)  # column -> formulas without a value
    struck_columns: Counter[int] = field(default_factory=Counter)  # column -> cells that are struck out

    def formula(self, row: int, column: int, *, valued: bool, nil: bool = False) -> None:
        """A cell is a formula; ``valued``: its value is stored."""
        self.formulas += 1
        if not valued:
            self.empty_columns[column] += 1
            if self.empty_columns[column] <= MOST_UNVALUED:
                self.unvalued.append((row, column))
        elif nil:
            self.nil.append((row, column))

    def strike(self, row: int, column: int) -> None:
        """A cell that holds something is struck out."""
        self.struck_columns[column] += 1
        if self.struck_columns[column] <= MOST_STRUCK:
            self.struck.add((row, column))

    def look(
        self,
        row: int,
        column: int,
        style: int,
        looks: Looks,
        found: Seen | None = None,
        *,
        number: bool = True,
    ) -> None:
        """A cell that holds something has the cell format ``style``; ``found``: what is seen of its text, if that is
        something else; ``number``: it holds one."""
        if found.struck or (style in looks.struck and not found.own) if found else style in looks.struck:
            self.strike(row, column)
        if found:
            self.texts.append((row, column, found.text))
        elif number and style in looks.percent:
            self.percents.append((row, column))

    def settle(self, calculated: bool) -> None:
        """Where no program has ever ``calculated`` the book, 0 and "" in all of its formulas are no values."""
        if not calculated and self.nil and len(self.nil) + self.empty_columns.total() == self.formulas:
            known, self.formulas, self.nil = self.nil, self.formulas - len(self.nil), []
            for row, column in known:
                self.formula(row, column, valued=False)

    def hide_columns(self, first: int, last: int) -> None:
        """Raises ValueError where a sheet says more of its columns than it has."""
        found = range(max(first, 0), min(last, COLUMNS - 1) + 1)
        self.said += len(found)
        if self.said > 2 * COLUMNS:
            raise ValueError("col")
        self.hidden_columns |= set(found)

    def fits(self, name: str, rows: int, columns: int) -> None:
        """Refuse merged areas that a sheet of this size cannot hold; they are cut to what Excel has.

        They never overlap in a sheet that Excel has written, and filling them down would take as long as they are large.
        """
        covered = 0
        self.merged = [
            (top, left, min(bottom, ROWS - 1), min(right, COLUMNS - 1)) for top, left, bottom, right in self.merged
        ]
        for top, left, bottom, right in self.merged:
            if top < ROWS and left < COLUMNS:
                covered += max(min(bottom, rows) - top + 1, 0) * max(min(right, columns) - left + 1, 0)
        if covered > max(rows + 1, 1) * max(columns + 1, 1) or len(self.merged) > CELLS // 10:
            raise refuse(name, "file-broken", why="mergeCells")


def nothing(size: str | None) -> bool:
    """Is a height or a width 0, whatever its unit? A row or a column of that size is hidden."""
    number = (size or "")[:40].strip().rstrip("abcdefghijklmnopqrstuvwxyz%")
    return "0" in number and number.strip("0.") == ""
