"""Rows that were typed or worked out, as the file that they are loaded from: there is one way in."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Mapping

from openpyxl import Workbook

from kpi.catalogue import Source
from lang.xml_safe import xml_safe

LIKE_AN_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
"""In .xlsx _x0041_ stands for A (ECMA-376, part 1, 22.9.2.19): who types it means it letter by letter."""


def as_workbook(source: Source, rows: Iterable[Mapping[str, str]]) -> bytes:
    """Rows under the first spelling of each column's header, as .xlsx; what a row does not name is blank.

    Every cell is a text: one of several lines, or with marks that part columns, stays one cell.
    """
    book, out = Workbook(), io.BytesIO()
    sheet = book.worksheets[0]
    sheet.append([column.headers[0] for column in source.columns.values()])
    for number, row in enumerate(rows, start=2):
        for place, name in enumerate(source.columns, start=1):
            if text := xml_safe(str(row.get(name, ""))):
                cell = sheet.cell(number, place, LIKE_AN_ESCAPE.sub("_x005F_", text))
                cell.data_type = "s"
    book.save(out)
    return out.getvalue()
