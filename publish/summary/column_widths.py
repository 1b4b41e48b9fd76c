"""Widths of columns in characters, where a Chinese character takes two."""

from __future__ import annotations

from datetime import date

from present.text_width import is_wide
from publish.summary.table import Cell, Table

MONTHS = (20, 42, 11, 38, *[11.5] * 12)
"""Of the sheet of monthly values: the dimension, the indicator, its unit, the line, twelve months."""
NOTES = (30, 100)
LIMITS = {"indicator": 40, "reason": 52, "remark": 44, "standard": 30, "standard-by": 96}


def characters(text: str) -> int:
    return sum(2 if is_wide(character) else 1 for character in text)


def cell_width(cell: Cell) -> int:
    value = cell.value
    if value is None:
        return 0
    if isinstance(value, str):
        return characters(value)
    if isinstance(value, date):
        return 11
    places = cell.decimals + (1 if cell.decimals else 0)
    return len(f"{abs(value):,.0f}") + places + (2 if cell.signed else 0) + (10 if cell.kind == "points" else 1)


def column_widths(table: Table) -> list[float]:
    """One width for each column: its widest cell, no less than half its header, no more than reads well."""
    widths = []
    for place, column in enumerate(table.columns):
        widest = max((cell_width(row[place]) for row in table.rows), default=0)
        header = characters(table.headers[place])
        least = header if header <= 10 else max(10, header / 2 + 2)
        widths.append(min(max(widest, least) + 2.5, LIMITS.get(column.key, 34)))
    return widths
