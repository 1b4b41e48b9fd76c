"""A second table below the first one in the same sheet: its rows are none of the first, and never taken for such."""

from __future__ import annotations

import re
from itertools import pairwise

from etl.reading import a1, column_of, filled_of
from etl.tabular.data_rows import repeated_headers, title_above
from etl.tabular.headers import Spellings, fold_header
from etl.tabular.tables import Table
from etl.tabular.torn_rows import RowLike
from kpi.errors import Problem

LONGEST = 20  # characters of a header


def table_below(file: str, table: Table, spellings: Spellings, alike: RowLike) -> tuple[frozenset[int], Problem] | None:
    """The rows from the second table on, and the error that names where it begins; None without one.

    It begins with its title, or with its headers: two of ours where no row can be; or, after a blank row, nothing but short
    words, with no row of the first table behind them.
    """
    doubtful = _doubtful(table, alike.told[0][0] if alike.told else 0)
    doubtful = doubtful - repeated_headers(table) if doubtful else doubtful
    for row, follow in pairwise(filled_of(table.rows, table.first)) if doubtful else ():
        if row not in doubtful:
            continue
        cells = [cell for cell in table.rows[row] if cell not in ("", None)]
        if len(cells) < 2 or not all(map(_word, cells)) or alike(table.rows[row]):
            continue
        start = title_above(table, row)
        headers = {fold_header(cell) for cell in cells}
        ours = len(headers & (spellings.known.keys() | spellings.personal)) > 1 and headers & spellings.known.keys()
        apart = start == table.first or not any(cell not in ("", None) for cell in table.rows[start - 1])
        other = follow not in table.left_out and not alike(table.rows[follow])
        if not ours and not (alike.told and apart and other):
            continue
        place = next(place for place, cell in enumerate(table.rows[start]) if cell not in ("", None))
        params = {"row": start + 1}
        problem = Problem("error", "table-below", params, file=file, sheet=table.sheet, cell=a1(start, place))
        return frozenset(range(start, len(table.rows))), problem
    return None


def _doubtful(table: Table, place: int) -> set[int]:
    """Rows in which a column holds a word or nothing."""
    column = column_of(table.rows, place, table.first)
    words = {cell for cell in set(column) if cell in ("", None) or _word(cell)}
    return {row for row, cell in enumerate(column, start=table.first) if cell in words}


def _word(cell: object) -> bool:
    return isinstance(cell, str) and len(cell) <= LONGEST and not re.search(r"\d", cell)
