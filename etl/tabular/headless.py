"""Sheets and tables without a header that go on with the rows of one that has it: never left unread in silence."""

from __future__ import annotations

from datetime import date

from etl.reading import Document
from etl.tabular.cells import Names
from etl.tabular.tables import Table
from etl.tabular.torn_rows import RowLike
from kpi.catalogue import Source
from kpi.errors import Problem

LOOKED_AT = 20  # rows


def headless_sheets(
    document: Document, tables: list[Table], source: Source, names: Names, today: date
) -> list[Problem]:
    """An error for each sheet that was not read and whose first rows would be rows of the table.

    A report that is too long for one sheet, or a web page that prints its headers once, goes on like that.
    """
    taken = {table.sheet for table in tables}
    problems = []
    for sheet in document.sheets if tables else ():
        if sheet.name in taken or sheet.hidden:
            continue
        alike = RowLike.of(tables[0], source, names, today)
        if any(alike.surely(row) for row in sheet.rows[:LOOKED_AT]):
            params = {"title": sheet.name, "first": tables[0].sheet}
            problems.append(Problem("error", "sheet-without-headers", params, file=document.name, sheet=sheet.name))
    return problems
