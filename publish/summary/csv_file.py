"""The summary as .csv: UTF-8 with BOM, which Excel opens right; numbers plain, rates as fractions, dates ISO."""

from __future__ import annotations

import csv
import io
from datetime import date

from lang import say
from lang.csv_safe import csv_safe
from publish.summary.figures import Summary
from publish.summary.table import Cell, table_of


def to_csv(summary: Summary, lang: str) -> bytes:
    table = table_of(summary, lang)
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(table.headers)
    rate = say("summary-unit-rate", lang)  # rates are fractions here, so "%" beside them would mislead
    writer.writerows([rate if cell.value == "%" else csv_value(cell) for cell in row] for row in table.rows)
    return out.getvalue().encode("utf-8-sig")


def csv_value(cell: Cell) -> str | float | int:
    """One cell; a text that a spreadsheet would take for a formula gets an apostrophe in front."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str):
        return csv_safe(value)
    return int(value) if float(value).is_integer() else value
