"""A table of cells -> typed columns, with every cell that could not be read."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

import numpy as np
import pyarrow as pa

from etl.clean import Amounted, Bad, Names, cleaner, show
from etl.table import Table, a1
from kpi.catalogue import Column, ColumnType, Source
from kpi.errors import Problem

ARROW = {
    ColumnType.date: pa.date32(), ColumnType.integer: pa.int64(), ColumnType.number: pa.float64(),
    ColumnType.amount: pa.float64(), ColumnType.items: pa.list_(pa.string()),
}  # fmt: skip


@dataclass
class Frame:
    """Typed columns of one file. ``cells[column]`` is a list with None where empty; ``numbers`` are sheet row numbers."""

    file: str
    table: Table
    source: Source
    cells: dict[str, list]
    numbers: list[int]
    problems: list[Problem] = field(default_factory=list)
    percents: list[bool] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.numbers)

    def dates(self, column: str) -> np.ndarray:
        """A date column as datetime64[D], NaT where empty."""
        return pa.array(self.cells[column], pa.date32()).to_numpy(zero_copy_only=False).astype("datetime64[D]")

    def arrow(self, column: str) -> pa.Array:
        kind = self.source.columns[column].type
        return pa.array(self.cells[column], ARROW.get(kind, pa.string()))

    def keep(self, wanted: np.ndarray) -> None:
        """Keep only the rows where ``wanted`` is true."""
        if not wanted.all():
            rows = np.flatnonzero(wanted).tolist()
            self.cells = {name: [values[i] for i in rows] for name, values in self.cells.items()}
            self.numbers = [self.numbers[i] for i in rows]
            self.percents = [self.percents[i] for i in rows] if self.percents else []

    def _typed(self, row: int, position: int) -> object:
        """The cell as it stands in the file; None where it is empty."""
        cells = self.table.rows[row]
        return cells[position] if position < len(cells) and cells[position] != "" else None

    def problem(self, severity: str, key: str, row: int, column: str | None, found: object = None, **params) -> None:
        """Add a problem at a row (index in this frame) and a column of the source."""
        position = self.table.columns.get(column, 0) if column else 0
        if found is None and severity != "note" and column in self.table.columns:
            found = self._typed(self.numbers[row] - 1, position)
        header = self.table.headers[position] if column in self.table.columns else column
        self.problems.append(
            Problem(
                severity,
                key,
                {"column": header or "", "found": show(found) if found is not None else "", **params},
                file=self.file,
                sheet=self.table.sheet,
                cell=a1(self.numbers[row] - 1, position),
                column=header,
                found=show(found) if found is not None else None,
            )  # fmt: skip
        )


def type_table(file: str, table: Table, source: Source, names: Names, today: date) -> Frame:
    """Clean every cell of a table. Each distinct spelling is read once, so cost follows the spellings, not the cells."""
    width = len(table.headers)
    rows, numbers = [], []
    for index in range(table.first, len(table.rows)):
        row = table.rows[index]
        if any(cell != "" and cell is not None for cell in row):
            rows.append(row if len(row) >= width else [*row, *[""] * (width - len(row))])
            numbers.append(index + 1)
    frame = Frame(file, table, source, {}, numbers)
    for name, spec in source.columns.items():
        position = table.columns.get(name)
        if position is None:
            frame.cells.setdefault(name, [None] * len(rows))
            continue
        frame.cells[name] = _column(frame, name, spec, [row[position] for row in rows], cleaner(spec, names, today))
    return frame


def _column(frame: Frame, name: str, spec: Column, cells: list, clean) -> list:
    known = {cell: clean(cell) for cell in set(cells)}
    values = [known[cell] for cell in cells]
    wrong = any(value.__class__ is Bad for value in known.values())
    bad = [index for index, value in enumerate(values) if value.__class__ is Bad] if wrong else []
    for index in bad:
        value = values[index]
        values[index] = None
        frame.problem("error", value.key, index, name, cells[index], **dict(value.params))
    if spec.filled and None in values:
        marked = set(bad)
        for index, value in enumerate(values):
            if value is None and index not in marked:
                frame.problem("error", "cell-empty", index, name)
    if spec.type is ColumnType.amount:
        frame.percents = [value.percent if isinstance(value, Amounted) else False for value in values]
        qualifiers = frame.cells.setdefault("qualifier", [None] * len(values))
        for index, value in enumerate(values):
            if isinstance(value, Amounted):
                qualifiers[index] = value.qualifier
                values[index] = value.value
    elif name in frame.cells and name == "qualifier":
        values = [new if new is not None else old for new, old in zip(values, frame.cells[name], strict=True)]
    return values
