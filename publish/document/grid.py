"""The cells of a table, laid on its grid: file forms also want to hear of the places that a cell spans down to."""

from __future__ import annotations

from dataclasses import dataclass

from publish.document.cells import lines_of
from publish.document.model import Cell

SHORT = 200  # characters


@dataclass(frozen=True)
class Slot:
    """A cell in one row; ``starts`` where it is its first row, else it hangs down from above."""

    cell: Cell
    starts: bool


def laid(rows: tuple[tuple[Cell, ...], ...], columns: int) -> list[list[Slot]]:
    """For each row its slots from the left, each as wide as its cell's ``columns``.

    Raises
    ------
    ValueError
        When a row is not filled, cells overlap, or a cell spans below the last row: a mistake of ours.
    """
    found: list[list[Slot]] = []
    hanging: dict[int, tuple[Cell, int]] = {}  # by first column: the cell, and in how many more rows it hangs
    for number, row in enumerate(rows, start=1):
        waiting, slots, column = list(row), [], 0
        while column < columns:
            if column in hanging:
                cell, left = hanging.pop(column)
                slots.append(Slot(cell, False))
            elif waiting:
                cell = waiting.pop(0)
                left = cell.rows
                slots.append(Slot(cell, True))
            else:
                break
            if any(column < other < column + cell.columns for other in hanging):
                break
            if left > 1:
                hanging[column] = (cell, left - 1)
            column += cell.columns
        if waiting or column != columns:
            raise ValueError(f"row {number} of the table does not fill its {columns} columns")
        found.append(slots)
    if hanging:
        raise ValueError("a cell spans below the last row of the table")
    return found


def is_short(cell: Cell) -> bool:
    """Little enough to be kept on one page: two lines of a short cell, parted by a page, are hard to read."""
    return len(lines_of(cell)) <= SHORT


def is_whole(slots: list[Slot]) -> bool:
    """Whether a row is kept on one page: headings always, others where all that ends in them is short."""
    cells = [slot.cell for slot in slots]
    return any(cell.role == "group" for cell in cells) or all(cell.rows > 1 or is_short(cell) for cell in cells)
