"""The cells of a table, laid on its grid: file forms also want to hear of the places that a cell spans down to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from present.text_width import wrap
from publish.document.elements import Cell, Document, Table
from publish.document.sheet_cells import lines_of
from publish.document.styles import CELL_PADDING, LOOKS, MARGIN, NATURAL_LINE, paper

POINT = 2.54 / 72  # centimetres
FULL = 0.75  # of a page: beyond it the height, which is guessed, may be that of a page


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


def columns_of(table: Table, width: float) -> list[float]:
    """How wide each column is, where the table is ``width``."""
    return [share / sum(table.widths) * width for share in table.widths]


def inner(document: Document) -> tuple[float, float]:
    """Width and height, in centimetres, of what the margins of a page leave."""
    width, height = paper(document)
    return width - 2 * MARGIN, height - 2 * MARGIN


def height_of(cell: Cell, width: float) -> float:
    """About how high a cell of that width is, in centimetres: its lines, and the room below each paragraph."""
    look, room = LOOKS["cell"], (width - 2 * CELL_PADDING) / POINT
    parts = lines_of(cell).split("\n")
    lines = sum(max(1, len(wrap(part, look.size, room))) for part in parts)
    return (lines * look.size * NATURAL_LINE + len(parts) * look.after) * POINT + 2 * CELL_PADDING


def heights_of(
    rows: Sequence[tuple[Cell, ...]], columns: Sequence[float], height: Callable[[Cell, float], float], least: float
) -> list[float]:
    """How high each row is, none lower than ``least``; of a cell that spans rows, the last one takes what is left over.

    ``height`` says what a cell needs in a width; lengths are in whatever unit it and ``columns`` are in.
    """
    found: list[float] = []
    hanging: dict[int, tuple[float, int]] = {}  # by column: what a spanning cell still needs, and in how many rows
    for slots in laid(tuple(rows), len(columns)):
        column, need, below = 0, 0.0, {}
        for slot in slots:
            right = column + slot.cell.columns
            if slot.starts:
                wanted, left = height(slot.cell, sum(columns[column:right])), slot.cell.rows
            else:
                wanted, left = hanging[column]
            if left <= 1:
                need = max(need, wanted)
            else:
                below[column] = (wanted, left - 1)
            column = right
        need = max(need, least)
        hanging = {place: (max(0.0, wanted - need), left) for place, (wanted, left) in below.items()}
        found.append(need)
    return found


def is_whole(slots: list[Slot], columns: list[float], page: float) -> bool:
    """Whether a row is kept on one page: headings always, others where all that ends in them fits on one.

    A row that no page holds must be broken: Typst would let it run over the edge of the paper.

    Parameters
    ----------
    columns, page
        How wide the columns are, and how much of a page lies between the margins, in centimetres.
    """
    if any(slot.cell.role == "group" for slot in slots):
        return True
    column = 0
    for slot in slots:
        right = column + slot.cell.columns
        if slot.cell.rows == 1 and height_of(slot.cell, sum(columns[column:right])) > page * FULL:
            return False
        column = right
    return True
