"""A table of cells -> typed columns, with every cell that could not be read."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

import numpy as np
import pyarrow as pa

from etl.clean import Amounted, Bad, Names, cleaner, show, without_person
from etl.table import Table, a1
from kpi.catalogue import Column, ColumnType, Source
from kpi.errors import Problem

ARROW = {
    ColumnType.date: pa.date32(), ColumnType.integer: pa.int64(), ColumnType.number: pa.float64(),
    ColumnType.amount: pa.float64(), ColumnType.items: pa.list_(pa.string()),
}  # fmt: skip


@dataclass
class Frame:
    """Typed columns of one file. ``cells[column]`` is a list with None where empty; ``numbers`` are sheet row numbers,
    ``which`` says for each row which of the ``tables`` it stands in."""

    file: str
    tables: list[Table]
    source: Source
    cells: dict[str, list]
    numbers: list[int]
    which: list[int]
    problems: list[Problem] = field(default_factory=list)
    percents: list[bool] = field(default_factory=list)

    @property
    def sheets(self) -> list[str]:
        """The sheet of every row."""
        return [self.tables[index].sheet for index in self.which]

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
            self.which = [self.which[i] for i in rows]
            self.percents = [self.percents[i] for i in rows] if self.percents else []

    def raw(self, row: int, column: str) -> object:
        """The cell of a row as it stands in the file; "" where the table has no such column."""
        table = self.tables[self.which[row]]
        place, cells = table.columns.get(column), table.rows[self.numbers[row] - 1]
        return cells[place] if place is not None and place < len(cells) else ""

    def problem(self, severity: str, key: str, row: int, column: str | None, found: object = None, **params) -> None:
        """Add a problem at a row (index in this frame) and a column of the source."""
        table, number = self.tables[self.which[row]], self.numbers[row]
        place = table.columns.get(column) if column else None
        if found is None and severity != "note" and place is not None:
            found = self.raw(row, column) if self.raw(row, column) != "" else None
        spec = self.source.columns.get(column) if column else None
        text = show(without_person(found, spec.cut if spec else None)) if found is not None else None
        header = table.headers[place] if place is not None else column
        self.problems.append(
            Problem(
                severity, key, {"column": header or "", "found": text or "", **params}, file=self.file, sheet=table.sheet,
                cell=a1(number - 1, place or 0), column=header, found=text,
            )
        )  # fmt: skip


def type_table(file: str, tables: list[Table], source: Source, names: Names, today: date) -> Frame:
    """Clean every cell of the tables of a file. Each distinct spelling is read once, so cost follows the spellings."""
    frame = Frame(file, tables, source, {}, [], [])
    raw: dict[str, list] = {name: [] for name in source.columns}
    for index, table in enumerate(tables):
        rows, numbers = _data(table)
        frame.numbers += numbers
        frame.which += [index] * len(numbers)
        for name in source.columns:
            place = table.columns.get(name)
            raw[name] += [""] * len(rows) if place is None else [row[place] for row in rows]
    for name, spec in source.columns.items():
        if all(name not in table.columns for table in tables):
            frame.cells.setdefault(name, [None] * len(frame))
        else:
            frame.cells[name] = _column(frame, name, spec, raw[name], cleaner(spec, names, today))
    return frame


def _data(table: Table) -> tuple[list[list], list[int]]:
    """The rows of data, all equally wide, and their numbers."""
    width = len(table.headers)
    rows, numbers = [], []
    for index in range(table.first, len(table.rows)):
        row = table.rows[index]
        if index in table.left_out or not (
            row and (row[0] not in ("", None) or any(c != "" and c is not None for c in row))
        ):
            continue
        rows.append(row if len(row) >= width else [*row, *[""] * (width - len(row))])
        numbers.append(index + 1)
    return rows, numbers


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
