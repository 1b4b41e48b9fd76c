"""Sheets and pages of one office each, whose name stands above them and in no column: read where it is certain which."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from etl.reading import Document, Row, Rows, Sheet, a1
from etl.tabular.headers import Block, Spellings, header_block
from kpi.catalogue import ColumnType, Source
from kpi.errors import Problem
from kpi.spelling import fold

LABEL = re.compile(r"^(?:(?:承辦|主辦|受測|所屬|業務)?(?:單位|組室|組別|科室)|office|unit):", re.I)


def with_offices(
    document: Document, source: Source, spellings: Spellings, offices: Mapping[str, str]
) -> tuple[Document, list[Problem]]:
    """The document with a column of the office in each sheet that lacks the one that is required, where the sheet's name, its
    heading or a title is the name of one office and of no other; and what is to be said of it.

    ``offices``: every name of an office -> the one that is stored.
    """
    column = next((n for n, spec in source.columns.items() if spec.type is ColumnType.office and spec.required), None)
    if column is None:
        return document, []
    header = source.columns[column].headers[0]
    known = {fold(name): office for name, office in offices.items()}
    sheets, notes, open_ones, complete = [], [], [], False
    for sheet in document.sheets:
        block = None if sheet.hidden else header_block(sheet, spellings)
        missing = _missing(block, sheet, source, spellings) if block else None
        complete |= missing == set()
        if block is not None and missing == {column}:
            named, held = _offices(_texts(sheet, block), known)
            if len(named) == 1 and held <= named:
                params = {"office": "".join(named), "header": header}
                notes.append(Problem("note", "office-from-title", params, file=document.name, sheet=sheet.name))
                sheet = _with_column(sheet, block, source, params["office"], header)
            else:
                open_ones.append((sheet, block, held))
        sheets.append(sheet)
    alone = not notes and not (complete and document.kind == "html")
    errors = [
        Problem("error", "office-not-certain", {"header": header, "id": column, "offices": "、".join(sorted(held)), "count": len(held)},
                file=document.name, sheet=sheet.name, cell=a1(block.start, 0))
        for sheet, block, held in open_ones if held or not alone
    ]  # fmt: skip
    return replace(document, sheets=sheets), [*notes, *errors]


def _missing(block: Block, sheet: Sheet, source: Source, spellings: Spellings) -> set[str]:
    """The required columns that are not there, nor a header that may mean them."""
    missing = {name for name, spec in source.columns.items() if spec.required} - block.columns.keys()
    return missing - {guess.column for guess in block.guesses("", sheet, source, spellings, a1)} if missing else missing


def _offices(texts: list[str], known: Mapping[str, str]) -> tuple[set[str], set[str]]:
    """The offices that a text names and nothing else, and those whose names stand in one."""
    folded = [fold(text) for text in texts]
    named = {known[name] for text in folded if (name := LABEL.sub("", text)) in known}
    return named, {office for name, office in known.items() if len(name) > 1 and any(name in text for text in folded)}


def _texts(sheet: Sheet, block: Block) -> list[str]:
    titles = [cell for row in sheet.rows[: block.start] for cell in row if isinstance(cell, str) and cell.strip()]
    return [sheet.name, *sheet.heading.split("\n"), *titles]


def _with_column(sheet: Sheet, block: Block, source: Source, office: str, header: str) -> Sheet:
    """The sheet with the office behind its last column: in each row that has what every row of data has."""
    filled = [block.columns[name] for name, spec in source.columns.items() if spec.filled and name in block.columns]
    width = sheet.rows.codes.shape[1] if isinstance(sheet.rows, Rows) else max(map(len, sheet.rows), default=0)
    head = sheet.rows[block.end - 1]
    rows: list[Row] = []
    for index, row in enumerate(sheet.rows):
        if index == block.end - 1 or (index >= block.end and row == head):
            cell = header
        elif index >= block.end and all(place < len(row) and row[place] not in ("", None) for place in filled):
            cell = office
        else:
            rows.append(row)
            continue
        rows.append([*row, *[""] * (width - len(row)), cell])
    return replace(sheet, rows=rows)
