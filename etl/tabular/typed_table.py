"""A table of cells -> typed columns, with every cell that could not be read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import numpy as np
import pyarrow as pa  # type: ignore[import-untyped]  # pyarrow says no types

from etl.reading import Row, Rows, a1, filled_of
from etl.tabular.cells import Amounted, Bad, Cleaner, Names, cleaner, show, without_person
from etl.tabular.cells.days import EPOCH
from etl.tabular.tables import Table
from kpi.catalogue import Column, ColumnType, Source
from kpi.errors import Problem
from kpi.values import ABOUT, ABOUT_AT_LEAST, AT_LEAST, qualifier_of

ARROW = {
    ColumnType.date: pa.date32(), ColumnType.integer: pa.int64(), ColumnType.number: pa.float64(),
    ColumnType.amount: pa.float64(), ColumnType.items: pa.list_(pa.string()),
}  # fmt: skip


Values = list[Any]
"""The values of a column, None where empty. Of which type they are, the catalogue says of the column."""


@dataclass
class Frame:
    """Typed columns of one file: ``cells`` by the name of the column, changed by `put` alone; ``numbers`` are sheet row
    numbers, ``which`` says for each row which of the ``tables`` it stands in; ``unread`` for each column the tables and row
    numbers of its cells that could not be read."""

    file: str
    tables: list[Table]
    source: Source
    cells: dict[str, Values]
    numbers: list[int]
    which: list[int]
    problems: list[Problem] = field(default_factory=list)
    percents: list[bool] = field(default_factory=list)
    unread: dict[str, set[tuple[int, int]]] = field(default_factory=dict)
    _arrays: dict[str, pa.Array] = field(default_factory=dict, repr=False, compare=False)

    @property
    def sheets(self) -> list[str]:
        """The sheet of every row."""
        return [self.tables[index].sheet for index in self.which]

    def __len__(self) -> int:
        return len(self.numbers)

    @property
    def refused(self) -> bool:
        return any(problem.severity == "error" for problem in self.problems)

    @property
    def days(self) -> list[date | None]:
        """The day of every row, as its source dates them.

        Raises
        ------
        KeyError
            When it dates none.
        """
        if self.source.date is None:
            raise KeyError("date")
        return self.cells[self.source.date]

    def dates(self, column: str) -> np.ndarray:
        """A date column as datetime64[D], NaT where empty."""
        found: np.ndarray = self.arrow(column).to_numpy(zero_copy_only=False).astype("datetime64[D]")
        return found

    def arrow(self, column: str) -> pa.Array:
        """A column as it will be stored, made once for all rules that ask for it."""
        if column not in self._arrays:
            kind = self.source.columns[column].type
            self._arrays[column] = pa.array(self.cells[column], ARROW.get(kind, pa.string()))
        return self._arrays[column]

    def put(self, row: int, column: str, value: object) -> None:
        """Change the value of one cell."""
        self.cells[column][row] = value
        self._arrays.pop(column, None)

    def keep(self, wanted: np.ndarray) -> None:
        """Keep only the rows where ``wanted`` is true."""
        if not wanted.all():
            self._arrays.clear()
            rows = np.flatnonzero(wanted).tolist()
            self.cells = {name: [values[i] for i in rows] for name, values in self.cells.items()}
            self.numbers = [self.numbers[i] for i in rows]
            self.which = [self.which[i] for i in rows]
            self.percents = [self.percents[i] for i in rows] if self.percents else []

    def readable(self, columns: Iterable[str]) -> list[bool]:
        """For each row whether all of its cells in these columns were read: of the others nobody knows what they say."""
        bad = set().union(*(self.unread.get(name, ()) for name in columns))
        return [place not in bad for place in zip(self.which, self.numbers, strict=True)] if bad else [True] * len(self)

    def raw(self, row: int, column: str) -> object:
        """The cell of a row as it stands in the file; "" where the table has no such column."""
        table = self.tables[self.which[row]]
        place, cells = table.columns.get(column), table.rows[self.numbers[row] - 1]
        return cells[place] if place is not None and place < len(cells) else ""

    def problem(
        self, severity: str, key: str, row: int, column: str | None, found: object = None, **params: object
    ) -> None:
        """Add a problem at a row (index in this frame) and a column of the source."""
        table, number = self.tables[self.which[row]], self.numbers[row]
        place = table.columns.get(column) if column else None
        if found is None and severity != "note" and column and place is not None:
            found = self.raw(row, column) if self.raw(row, column) != "" else None
        spec = self.source.columns.get(column) if column else None
        text = show(without_person(found, spec.marks if spec else None)) if found is not None else None
        header = table.headers[place] if place is not None else column
        self.problems.append(
            Problem(
                severity, key, {"column": header or "", "found": text or "", **params}, file=self.file, sheet=table.sheet,
                cell=a1(number - 1, place or 0), column=header, found=text,
            )
        )  # fmt: skip


def type_table(
    file: str, tables: list[Table], source: Source, names: Names, today: date, *, epoch: date = EPOCH
) -> Frame:
    """Clean every cell of the tables of a file. Each distinct spelling is read once, so cost follows the spellings.

    ``epoch``: the day of which the file's day numbers count.
    """
    frame = Frame(file, tables, source, {}, [], [])
    taken = [[index for index in filled_of(t.rows, t.first) if index not in t.left_out] for t in tables]
    for which, rows in enumerate(taken):
        frame.numbers += [index + 1 for index in rows]
        frame.which += [which] * len(rows)
    for name, spec in source.columns.items():
        if all(name not in table.columns for table in tables):
            frame.cells.setdefault(name, [None] * len(frame))
            continue
        clean, wrong = cleaner(spec, names, today, key=name in source.key, epoch=epoch), False
        values: Values = []
        for table, rows in zip(tables, taken, strict=True):
            place = table.columns.get(name)
            found, bad = ([None] * len(rows), False) if place is None else _cleaned(table.rows, rows, place, clean)
            values += found
            wrong |= bad
        frame.cells[name] = _column(frame, name, spec, values, wrong)
    return frame


def _cleaned(rows: Sequence[Row], taken: list[int], place: int, clean: Cleaner) -> tuple[Values, bool]:
    """The cells of a column as values or `Bad`, and whether any is bad."""
    if isinstance(rows, Rows):
        codes = rows.codes[taken, place]
        there = np.flatnonzero(np.bincount(codes, minlength=len(rows.values)))
        known = clean.all(rows.values[there].tolist())
        values = np.empty(len(rows.values), object)
        values[there] = np.fromiter(known, object, len(known))  # tuples stay one value each
        return values[codes].tolist(), Bad in set(map(type, known))
    cells = [row[place] if place < len(row) else "" for row in map(rows.__getitem__, taken)]
    said = {cell: clean(cell) for cell in dict.fromkeys(cells)}
    return [said[cell] for cell in cells], any(value.__class__ is Bad for value in said.values())


def _column(frame: Frame, name: str, spec: Column, values: Values, wrong: bool) -> Values:
    bad = [index for index, value in enumerate(values) if value.__class__ is Bad] if wrong else []
    for index in bad:
        value = values[index]
        values[index] = None
        frame.unread.setdefault(name, set()).add((frame.which[index], frame.numbers[index]))
        frame.problem("error", value.key, index, name, **dict(value.params))
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
        values = [_qualified(old, new) for old, new in zip(frame.cells[name], values, strict=True)]
    return values


def _qualified(cell: str | None, column: str | None) -> str | None:
    """What qualifies a number by its own cell and by a column beside it: both, where they are 約 and 以上."""
    return qualifier_of((cell, column)) if column in (None, ABOUT, AT_LEAST, ABOUT_AT_LEAST) else column
