"""The sheet of monthly values (both years, and the standard where one can be held against a month)."""

from __future__ import annotations

from dataclasses import dataclass

from openpyxl.comments import Comment
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from kpi.evaluate import Point
from lang import joined, month_name, period, say, unit_of, year
from present.charts.labels import offices_words, qualifier_words
from present.charts.standard_lines import steps_of
from publish.summary.column_widths import MONTHS
from publish.summary.figures import Months, Summary
from publish.summary.table import Cell, amount_cell
from publish.summary.xlsx_style import BOTTOM, cell_of, font, put, put_headers, put_heading, set_heights, set_print

FIRST_MONTH = 5  # column of January
FIXED = ("dimension", "indicator", "unit", "line")


@dataclass(frozen=True)
class Block:
    """Where one indicator stands on the sheet: the rows of last year, this year and its standards."""

    months: Months
    last_year: int
    this_year: int
    standards: tuple[int, ...]


def fill_months(sheet: Worksheet, summary: Summary, lang: str, heading: tuple[str, ...]) -> list[Block]:
    """Write the sheet; gives the rows of each indicator, from which the charts are drawn."""
    put_heading(sheet, heading)
    top = len(heading) + 2
    headers = [say(f"summary-column-{key}", lang) for key in FIXED] + [month_name(m, lang) for m in range(1, 13)]
    put_headers(sheet, top, tuple(headers))
    row, blocks = top + 1, []
    for months in summary.months:
        block = _block(summary, months, row, lang)
        _write_year(sheet, summary, months.indicator, block.last_year, months.last_year, lang, this=False)
        _write_year(sheet, summary, months.indicator, block.this_year, months.this_year, lang, this=True)
        for place, (name, values) in zip(block.standards, standard_rows(summary, months.indicator, lang), strict=True):
            _write_names(sheet, summary, months.indicator, place, name, lang)
            for month, value in values.items():
                put(cell_of(sheet, place, FIRST_MONTH + month - 1), amount_cell(summary, months.indicator, value), lang)
        blocks.append(block)
        row = block.this_year + len(block.standards) + 1
    for place, width in enumerate(MONTHS, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    set_heights(sheet, top + 1, row - 1)
    sheet.freeze_panes = f"{get_column_letter(FIRST_MONTH)}{top + 1}"
    set_print(sheet, top, heading[0])
    return blocks


def _block(summary: Summary, months: Months, row: int, lang: str) -> Block:
    count = len(standard_rows(summary, months.indicator, lang))
    return Block(months, row, row + 1, tuple(row + 2 + index for index in range(count)))


def standard_rows(summary: Summary, indicator: str, lang: str) -> list[tuple[str, dict[int, float]]]:
    """Each standard that can be drawn over months: its name and its value by the months at whose end it holds."""
    steps, _ = steps_of(
        summary.catalogue, summary.book, indicator, summary.period.end.year, lang, summary.scope, cumulative=False
    )  # fmt: skip
    percent = summary.catalogue.indicators[indicator].unit == "percent"
    rows = []
    for step in steps:
        held = [month for month in range(1, 13) if step.start < month + 1 <= step.end + 1e-9]
        if held:
            value = round(step.value / 100, 10) if percent else step.value
            rows.append((step.short, dict.fromkeys(held, value)))
    return rows


def _write_names(sheet: Worksheet, summary: Summary, indicator: str, row: int, name: str, lang: str) -> None:
    catalogue = summary.catalogue
    texts = (
        catalogue.dimensions[catalogue.dimension_of(indicator)].get(lang),
        catalogue.indicators[indicator].name.get(lang),
        unit_of(catalogue, indicator, None, lang),
        name,
    )
    for place, text in enumerate(texts, start=1):
        put(cell_of(sheet, row, place), Cell("text", text or None), lang)
    for place in range(FIRST_MONTH, FIRST_MONTH + 12):
        sheet.cell(row, place).border = BOTTOM


def _write_year(
    sheet: Worksheet, summary: Summary, indicator: str, row: int, points: tuple[Point, ...], lang: str, *, this: bool
) -> None:
    gregorian = summary.period.end.year - (0 if this else 1)
    _write_names(sheet, summary, indicator, row, year(gregorian, lang), lang)
    for point in points:
        value = point.value.value if point.value else None
        cell = cell_of(sheet, row, FIRST_MONTH + point.month.start.month - 1)
        put(cell, amount_cell(summary, indicator, value), lang)
        lacking = offices_words(point.value, lang) if point.value else ""
        if said := _said(point, lacking, lang):
            cell.comment = Comment(said, "")
        unsure = point.provisional or bool(lacking)
        cell.font = font(bold=this and not unsure, italic=unsure)


def _said(point: Point, lacking: str, lang: str) -> str:
    """What is to be known of a month's number: what qualifies it, its own days, and the offices that it lacks."""
    if point.value is None:
        return ""
    days = period(point.value.period, lang) if point.provisional else ""
    part = say("summary-months-days", lang, days=days) if days else ""
    return joined([qualifier_words(point.value, lang), part, lacking], lang)
