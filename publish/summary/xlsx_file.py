"""The summary as a workbook: the table, monthly values, native charts, and a sheet that explains them."""

from __future__ import annotations

import io

from openpyxl import Workbook
from openpyxl.styles import Alignment
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from lang import say
from publish.summary.column_widths import NOTES, column_widths
from publish.summary.figures import Summary
from publish.summary.table import Table, table_of
from publish.summary.xlsx_charts import fill_charts
from publish.summary.xlsx_months import fill_months
from publish.summary.xlsx_style import cell_of, font, put, put_headers, put_heading, put_text, set_heights, set_print


def to_xlsx(summary: Summary, lang: str) -> bytes:
    table = table_of(summary, lang)
    book = Workbook()
    book.properties.creator = summary.catalogue.settings.agency.get(lang)
    book.properties.title = table.heading[0]
    book.remove(book.worksheets[0])
    _fill_table(book.create_sheet(say("summary-sheet", lang)), table, lang)
    if summary.months:
        values = book.create_sheet(say("summary-sheet-months", lang))
        heading = (say("summary-months-title", lang), *table.heading[1:])
        blocks = fill_months(values, summary, lang, heading)
        charts = book.create_sheet(say("summary-sheet-charts", lang))
        heading = (say("summary-charts-title", lang), *table.heading[1:])
        if not fill_charts(charts, values, summary, blocks, lang, heading):
            book.remove(charts)
    _fill_notes(book.create_sheet(say("summary-sheet-notes", lang)), table, lang)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _fill_table(sheet: Worksheet, table: Table, lang: str) -> None:
    put_heading(sheet, table.heading)
    top = len(table.heading) + 2
    put_headers(sheet, top, table.headers)
    for row, cells in enumerate(table.rows, start=top + 1):
        for place, cell in enumerate(cells, start=1):
            put(cell_of(sheet, row, place), cell, lang)
    for place, width in enumerate(column_widths(table), start=1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    last = top + len(table.rows)
    set_heights(sheet, top + 1, last)
    sheet.freeze_panes = f"C{top + 1}"
    sheet.auto_filter.ref = f"A{top}:{get_column_letter(len(table.columns))}{last}"
    set_print(sheet, top, table.heading[0])
    printed = sum(1 for column in table.columns if column.printed)
    sheet.print_area = f"A1:{get_column_letter(printed)}{last}"


def _fill_notes(sheet: Worksheet, table: Table, lang: str) -> None:
    """What each column means, what the marks mean, and which version of the data this is."""
    put_heading(sheet, (say("summary-notes-title", lang), *table.heading[1:]))
    top = len(table.heading) + 2
    put_headers(sheet, top, (say("summary-notes-column", lang), say("summary-notes-meaning", lang)))
    rows = [(text, say(f"summary-about-{c.key}", lang)) for c, text in zip(table.columns, table.headers, strict=True)]
    rows += [
        (say(f"summary-sheet-{name}", lang), say(f"summary-about-sheet-{name}", lang)) for name in ("months", "charts")
    ]
    for row, (name, meaning) in enumerate(rows, start=top + 1):
        for place, text in enumerate((name, meaning), start=1):
            cell = cell_of(sheet, row, place)
            put_text(cell, text)
            cell.font = font(bold=place == 1)
            cell.alignment = Alignment(horizontal="left", vertical="center", wrap_text=True, indent=1)
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = NOTES
    set_heights(sheet, top + 1, top + len(rows))
    sheet.freeze_panes = f"A{top + 1}"
    set_print(sheet, top, table.heading[0])
