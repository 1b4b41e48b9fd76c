"""An .xlsx template of a source: headers, a sample row, lists to choose from, and a sheet that explains each column.

That of the form's wording holds every row of the form already: its codes are ours, and nobody should have to type them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date
from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from kpi.catalogue import Catalogue, Column, ColumnType
from kpi.dates.roc import parse_date
from kpi.errors import DateError
from lang import say

ROWS = 1000  # rows with lists to choose from
HEAD = PatternFill("solid", fgColor="E9EDF2")


def template(
    catalogue: Catalogue, source_name: str, lang: str, offices: list[str] = (), services: list[str] = ()
) -> bytes:
    """The workbook as bytes. ``offices`` and ``services`` fill the lists of those columns."""
    source = catalogue.source(source_name)
    book = Workbook()
    sheet = book.active
    sheet.title = say("template-sheet", lang)
    codes = book.create_sheet(say("template-codes", lang))
    figures = [item.name.get(lang) for item in catalogue.indicators.values() if item.source == source_name]
    lists = {ColumnType.office: list(offices), ColumnType.service: list(services), ColumnType.indicator: figures}
    rows = FILLED[source_name](catalogue) if source_name in FILLED else [{}]
    for index, (name, column) in enumerate(source.columns.items(), start=1):
        letter = get_column_letter(index)
        cell = sheet.cell(1, index, column.headers[0])
        cell.font, cell.fill = Font(bold=True), HEAD
        cell.alignment = Alignment(wrap_text=True, vertical="center")
        sheet.column_dimensions[letter].width = max(14, 2.2 * len(column.headers[0]) + 2)
        for row, filled in enumerate(rows, start=2):
            _sample(sheet.cell(row, index), column, filled.get(name, column.sample))
        choices = [code.zh for code in column.codes] or lists.get(column.type, [])
        if choices:
            _choose_from(sheet, codes, name, letter, choices)
    sheet.freeze_panes = "A2"
    codes.sheet_state = "hidden" if codes.max_column == 1 and codes["A1"].value is None else "visible"
    _explain(book.create_sheet(say("template-help", lang)), catalogue, source_name, lang)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _wordings(catalogue: Catalogue) -> list[dict]:
    """All rows of the form in our own words; the office is for the agency to say."""
    return [
        {"code": code, "item": row.item.zh, "indicator": row.indicator.zh, "standard": row.standard.zh, "office": None}
        for code, row in catalogue.framework.items()
    ]


FILLED: Mapping[str, Callable[[Catalogue], list[dict]]] = {"framework": _wordings}
"""Source -> what the rows of its template hold in place of the samples; all others have one row of samples."""


def _sample(cell, column: Column, value: object) -> None:
    if value is None:
        return
    if column.type is ColumnType.date:
        with suppress(DateError):
            value = parse_date(str(value))
    cell.value = value
    if isinstance(value, date):
        cell.number_format = "yyyy/mm/dd"
    elif isinstance(value, str):
        cell.data_type = "s"  # a text, whatever it begins with
        cell.number_format = "@"
    cell.font = Font(italic=True, color="7A8490")


def _choose_from(sheet, codes, name: str, letter: str, choices: list[str]) -> None:
    column = 1 if codes["A1"].value is None else codes.max_column + 1
    for row, value in enumerate([name, *choices], start=1):
        codes.cell(row, column, value).data_type = "s"
    place = get_column_letter(column)
    rule = DataValidation(
        type="list", formula1=f"'{codes.title}'!${place}$2:${place}${len(choices) + 1}", allow_blank=True
    )
    rule.errorStyle, rule.showErrorMessage = "warning", True
    sheet.add_data_validation(rule)
    rule.add(f"{letter}2:{letter}{ROWS}")


def _explain(sheet, catalogue: Catalogue, source_name: str, lang: str) -> None:
    source = catalogue.sources[source_name]
    sheet.append([source.name.get(lang)])
    sheet.append([source.about.get(lang)])
    sheet.append([say("template-note", lang)])
    sheet.append([])
    sheet.append([say(f"template-{key}", lang) for key in ("column", "needed", "kind", "about", "also", "codes")])
    sheet["A1"].font = Font(bold=True, size=14)
    for cell in sheet[5]:
        cell.font, cell.fill = Font(bold=True), HEAD
    for column in source.columns.values():
        sheet.append(
            [
                column.headers[0], say("template-yes", lang) if column.required else "", say(f"kind-{column.type.value}", lang),
                column.about.get(lang), "、".join(column.headers[1:]), "、".join(code.zh for code in column.codes),
            ]
        )  # fmt: skip
    for letter, width in zip("ABCDEF", (24, 8, 12, 60, 40, 50), strict=True):
        sheet.column_dimensions[letter].width = width
    for row in sheet.iter_rows(min_row=6):
        for cell in row:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.freeze_panes = "A6"
