"""Rows of a text that a quotation mark, a delimiter too many or too few, or a cut tore: never read in silence."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from etl.reading import Document, Lines, Row, a1
from etl.tabular.cells import Bad, Cleaner, Names, cleaner
from etl.tabular.tables import Table
from kpi.catalogue import ColumnType, Source
from kpi.errors import Problem

NAMED = 12  # lines that a sentence names
KEYS = {"csv-rows-swallowed", "csv-row-wider", "csv-row-narrower", "csv-cut-off"}


def torn_rows(document: Document, table: Table, source: Source, names: Names, today: date) -> list[Problem]:
    """What is wrong with how the rows of a text stand in its lines; nothing for other formats."""
    lines = document.sheets[0].lines if document.kind in ("csv", "tsv") else None
    if lines is None:
        return []
    alike = RowLike.of(table, source, names, today)
    return [*_swallowed(document.name, table, lines, alike), *_misfits(document.name, table, lines)]


@dataclass(frozen=True)
class RowLike:
    """Could these cells be a row of the table? Its key is filled, and something stands where it can be told what should:
    a day, a number, a code, an office; where no column can tell, the row is as wide as the header."""

    needed: list[int]
    told: list[tuple[int, Cleaner]]
    width: int

    @classmethod
    def of(cls, table: Table, source: Source, names: Names, today: date) -> RowLike:
        columns = {name: source.columns[name] for name in table.columns}
        filled = [name for name, spec in columns.items() if spec.filled]
        told = [
            (table.columns[name], cleaner(columns[name], names, today))
            for name in filled if columns[name].type not in (ColumnType.text, ColumnType.identifier)
        ]  # fmt: skip
        key = [table.columns[name] for name in filled if name in source.key or not source.key]
        return cls(key, told, _width(table))

    def __call__(self, cells: Row) -> bool:
        if not self._keyed(cells):
            return False
        return any(self._told(cells)) if self.told else len(cells) == self.width

    def surely(self, cells: Row) -> bool:
        """Does everything stand there that can be told?"""
        return len(self.told) > 1 and self._keyed(cells) and all(self._told(cells))

    def _keyed(self, cells: Row) -> bool:
        return len(cells) > 1 and all(place < len(cells) and str(cells[place]).strip() for place in self.needed)

    def _told(self, cells: Row) -> Iterator[bool]:
        for place, clean in self.told:
            value = clean(cells[place]) if place < len(cells) else None
            yield value is not None and not isinstance(value, Bad)


def _width(table: Table) -> int:
    """Cells of the header, the blank ones at its end not counted."""
    return max((place + 1 for place, header in enumerate(table.headers) if header), default=0)


def _swallowed(name: str, table: Table, lines: Lines, alike: RowLike) -> Iterator[Problem]:
    """Cells of several lines that hold whole rows: a mark opened them that was never meant to.

    A letter or an address may have lines of its own. In a swallow, the row that the mark stands in is whole when it ends
    with its line, and so is one of the lines that follow. Headers, totals and notes are no rows: there a line is enough.
    """
    ends = [*lines.begins[1:], None]
    for index, row in enumerate(table.rows):
        if ends[index] == lines.begins[index] + 1:
            continue
        for place, cell in enumerate(row):
            if not isinstance(cell, str) or not ("\n" in cell or "\r" in cell):
                continue
            inner = [_parted(line, lines.delimiter) for line in cell.splitlines()]
            data = index >= table.first and index not in table.left_out
            if data and not alike([*row[:place], *inner[0]]):
                continue
            follow: list[Row] = [*inner[1:-1], [*inner[-1], *row[place + 1 :]]] if len(inner) > 1 else []
            swallowed = [number for number, cells in enumerate(follow, start=1) if alike(cells)]
            if swallowed:
                first = lines.begins[index] + sum(str(one).count("\n") for one in row[:place])
                params = {"line": first, "last": first + len(follow), "count": len(swallowed)}
                yield Problem("error", "csv-rows-swallowed", params, name, table.sheet, a1(index, place))


def _parted(line: str, delimiter: str) -> list[str]:
    return next(csv.reader([line], delimiter=delimiter), []) or [""]


def _misfits(name: str, table: Table, lines: Lines) -> Iterator[Problem]:
    """Rows wider or narrower than the header; totals and notes may be narrower, and blank cells at an end are none."""
    width, most = _width(table), max((len(row) for row in table.rows[table.start : table.first]), default=0)
    narrow: list[int] = []
    last = len(table.rows) - 1
    for index in range(table.first, len(table.rows)):
        row = table.rows[index]
        if len(row) == width or index in table.left_out or not any(row):
            continue
        if len(row) > most and any(row[most:]):
            place = next(place for place in range(most, len(row)) if row[place])
            params = {"line": lines.begins[index], "count": len(row) - most, "width": most}
            yield Problem("error", "csv-row-wider", params, name, table.sheet, a1(index, place))
        elif len(row) < width:
            if index == last and not lines.whole:
                params = {"line": lines.begins[index], "count": len(row), "width": width}
                yield Problem("error", "csv-cut-off", params, name, table.sheet, a1(index, len(row)))
            else:
                narrow.append(index)
    if narrow:
        shown = "、".join(str(lines.begins[index]) for index in narrow[:NAMED])
        told = {"count": len(narrow), "lines": shown}
        yield Problem("warning", "csv-row-narrower", told, name, table.sheet, a1(narrow[0], len(table.rows[narrow[0]])))
