"""Cells and rows that somebody has struck out: whether they still count only who did it can say."""

from __future__ import annotations

from collections.abc import Iterator

from etl.reading import Document, a1
from etl.tabular.cells import show, without_person
from etl.tabular.tables import Table
from kpi.errors import Problem

KEYS = {"cell-struck", "row-struck"}


def struck_out(document: Document, table: Table) -> Iterator[Problem]:
    """An error for each cell that is taken and struck out as a whole; one for a row of which all such cells are.

    Of a cell that is struck out in part, the rest has been read.
    """
    sheet = next(sheet for sheet in document.sheets if sheet.name == table.sheet)
    taken = set(table.columns.values())
    rows: dict[int, set[int]] = {}
    for row, place in sheet.struck:
        if row >= table.start and row not in table.left_out and place in taken:
            rows.setdefault(row, set()).add(place)
    for row, struck in sorted(rows.items()):
        cells = table.rows[row] if row < len(table.rows) else []
        filled = {place for place in taken if place < len(cells) and cells[place] not in ("", None)}
        whole = row >= table.first and len(filled) > 1 and filled <= struck
        for place in sorted(filled & struck)[: 1 if whole else None]:
            header = table.headers[place] if place < len(table.headers) else ""
            found = show(without_person(cells[place], table.cut.get(place)))
            yield Problem(
                "error", "row-struck" if whole else "cell-struck", {"found": found, "row": row + 1}, file=document.name,
                sheet=table.sheet, cell=a1(row, place), column=header, found=found,
            )  # fmt: skip
