"""The summary as .ods, the government's standard (CNS 15251): typed cells, a frozen and repeated header."""

from __future__ import annotations

from lang import say
from opendocument import ods_file
from opendocument.cell_styles import MARGIN, PAGE
from opendocument.workbook import Cell, Column, Look, Row, Sheet, Shown, Workbook
from publish.colours import HEADER_FILL, INK, LINE, TONES
from publish.summary import table
from publish.summary.column_widths import column_widths
from publish.summary.figures import Summary
from publish.summary.table import table_of

FONT = "Microsoft JhengHei"
COLUMN = 0.21  # centimetres for each character of a column's width
TITLE = Look(15, bold=True, colour=INK, align="start")
ABOUT, NOTICE = Look(colour=INK, align="start"), Look(bold=True, colour=TONES["at_risk"], align="start")
HEADER = Look(bold=True, colour="#ffffff", fill=HEADER_FILL, wrap=True, stands="middle", align="center")


def to_ods(summary: Summary, lang: str) -> bytes:
    """One page wide, by a percentage."""
    found = table_of(summary, lang)
    widths = [width * COLUMN for width in column_widths(found)]
    printed = sum(1 for column in found.columns if column.printed)
    top = len(found.heading) + 1
    rows = [Row((Cell(line, _heading(index)),)) for index, line in enumerate(found.heading)]
    rows.append(Row(tuple(Cell(text, HEADER) for text in found.headers), repeated=True))
    rows += [Row(tuple(Cell(cell.value, look_of(cell, lang)) for cell in cells)) for cells in found.rows]
    sheet = Sheet(
        say("summary-sheet", lang), tuple(map(Column, widths)), tuple(rows), (top, 2), (top + len(found.rows), printed)
    )
    scale = min(100, int(100 * (PAGE - 2 * MARGIN) / sum(widths[:printed])))
    return ods_file.to_ods(Workbook((sheet,), lang, font=FONT, scale=scale))


def _heading(index: int) -> Look:
    return TITLE if index == 0 else NOTICE if index == 4 else ABOUT


def look_of(cell: table.Cell, lang: str) -> Look:
    return Look(
        bold=bool(cell.tone), colour=TONES.get(cell.tone, INK), align="start" if cell.kind == "text" else "end",
        stands="top", below=LINE, padding=0.08, wrap=True, shown=_shown(cell, lang),
    )  # fmt: skip


def _shown(cell: table.Cell, lang: str) -> Shown | None:
    """A sign before changes, ROC years in Chinese."""
    if cell.kind == "text":
        return None
    if cell.kind == "date":
        return Shown("day") if lang == "en" else Shown("day", sign="/", roc=True, short=True)
    ending = say("summary-points", lang) if cell.kind == "points" else ""
    return Shown("percent" if cell.kind == "percent" else "number", cell.decimals, cell.signed, ending)
