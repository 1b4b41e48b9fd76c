"""Find the tables in a document: which sheets, which rows hold the headers, which column is which, which rows are data."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Sequence
from dataclasses import dataclass, field

from etl.reading import Area, Document, Row, Rows, Sheet, a1, distinct_of
from etl.tabular.cells import show
from etl.tabular.headers import Block, Guess, Spellings, header_block
from kpi.catalogue import Source
from kpi.dates.periods import period_in_name
from kpi.errors import Problem

MONTH = re.compile(
    r"^(\d{1,2}|十[一二]?|[元一二三四五六七八九])月|^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", re.I
)


Headed = tuple[Sheet, Block]
"""A sheet with its header rows."""


@dataclass(frozen=True)
class Table:
    """``columns``: column of the source -> index in the sheet; ``start``: index of the first header row, ``first``: of the
    first data row; ``left_out``: rows from there on that are no data. ``personal``: index -> header of personal columns;
    ``understood``: index -> header of the columns that are taken, as it was understood;
    ``cut``: index -> marks after which the text is personal."""

    sheet: str
    headers: list[str]
    columns: dict[str, int]
    first: int
    rows: Sequence[Row]
    titles: list[str] = field(default_factory=list)
    extra: list[str] = field(default_factory=list)
    personal: dict[int, str] = field(default_factory=dict)
    cut: dict[int, str] = field(default_factory=dict)
    left_out: frozenset[int] = frozenset()
    start: int = 0
    merged: tuple[Area, ...] = ()
    understood: dict[int, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Found:
    """What the finder says: the tables, what is wrong or worth knowing, and the headers that it asks about."""

    tables: list[Table]
    problems: list[Problem]
    guesses: tuple[Guess, ...] = ()


def find_tables(document: Document, source: Source, spellings: Spellings, offices: Container[str] = ()) -> Found:
    """The tables of a document: the sheet whose headers fit, or all that fit alike, one for each month or office."""
    blocks = []
    for sheet in document.sheets:
        block = header_block(sheet, spellings)
        if block is not None:
            blocks.append((sheet, block))
    if not blocks:
        names = "、".join(c.headers[0] for c in source.columns.values() if c.required)
        first = document.sheets[0].name if document.sheets else None
        return Found([], [Problem("error", "no-headers", {"expected": names}, file=document.name, sheet=first)])
    visible = [pair for pair in blocks if not pair[0].hidden] or blocks
    most = max(len(block.columns) for _, block in visible)
    fit = [(sheet, block) for sheet, block in visible if len(block.columns) == most]
    if _months(fit):  # a month that lacks a column is a month still
        needed = {name for name, column in source.columns.items() if column.required}
        fit = [pair for pair in visible if pair in fit or (_months([pair]) and needed & pair[1].columns.keys())]
    if document.kind == "html":
        fit = _pages(visible, fit, source)
    elif len(fit) > 1 and not _months(fit) and not all(sheet.name.strip() in offices for sheet, _ in fit):
        names = "、".join(sheet.name for sheet, _ in fit)
        return Found([], [Problem("error", "sheets-alike", {"sheets": names}, file=document.name, found=names)])
    problems = _told(document, blocks, fit)
    tables: list[Table] = []
    guesses: list[Guess] = []
    for sheet, block in fit:
        table, wrong, asked = _table(document.name, sheet, block, source, spellings)
        tables.append(table)
        problems += wrong
        guesses += [one for one in asked if one.header not in {known.header for known in guesses}]
    return Found(tables, problems, tuple(guesses))


def _months(fit: list[Headed]) -> bool:
    """Are these the sheets of different months or periods?"""
    names = [unicodedata.normalize("NFKC", sheet.name).strip() for sheet, _ in fit]
    return len(set(names)) == len(names) and all(MONTH.search(name) or period_in_name(name) for name in names)


def _pages(visible: list[Headed], fit: list[Headed], source: Source) -> list[Headed]:
    """The tables of a web page, one a page or one an office: all that have what is required."""
    needed = {name for name, column in source.columns.items() if column.required}
    return [pair for pair in visible if needed <= pair[1].columns.keys()] or fit


def _told(document: Document, blocks: list[Headed], fit: list[Headed]) -> list[Problem]:
    taken = {id(sheet) for sheet, _ in fit}
    most = max(len(block.columns) for _, block in fit)
    found = []
    for sheet, block in blocks:
        if sheet.hidden and id(sheet) not in taken and len(block.columns) == most:
            found.append(Problem("note", "sheet-hidden", {"sheet": sheet.name}, file=document.name, sheet=sheet.name))
    if len(fit) > 1:
        names = "、".join(sheet.name for sheet, _ in fit)
        key = "tables-taken" if document.kind == "html" else "sheets-taken"
        found.append(Problem("note", key, {"count": len(fit), "sheets": names}, file=document.name))
    return found


def _table(
    name: str, sheet: Sheet, block: Block, source: Source, spellings: Spellings
) -> tuple[Table, list[Problem], list[Guess]]:
    titles = [str(cell) for row in sheet.rows[: block.start] for cell in row if isinstance(cell, str) and cell.strip()]
    problems = list(block.problems(name, sheet, source, spellings, a1))
    guesses = block.guesses(name, sheet, source, spellings, a1)
    asked = {guess.column for guess in guesses}
    for guess in guesses:
        column = source.columns[guess.column].headers[0]
        problems.append(
            Problem(
                "error", "header-guess", {"header": guess.header, "guess": column}, file=name, sheet=sheet.name, cell=guess.cell,
                column=guess.header, found=show(guess.header),
            )
        )  # fmt: skip
    problems = [one for one in problems if one.params.get("id") not in asked]
    extra = [header for header in block.extra.values() if header not in {guess.header for guess in guesses}]
    if extra:
        note = {"headers": "、".join(map(show, dict.fromkeys(extra)))}
        problems.append(Problem("note", "columns-left-out", note, file=name, sheet=sheet.name))
    problems += _hidden(name, sheet, block.columns, source)
    problems += _unnamed(name, sheet, block)
    cut = {block.columns[c]: spec.marks for c, spec in source.columns.items() if spec.marks and c in block.columns}
    rows = _filled_down(sheet, block)
    table = Table(
        sheet.name, block.headers, block.columns, block.end, rows, titles, extra, block.personal, cut, start=block.start,
        merged=sheet.merged, understood={block.columns[c]: text for c, text in block.names.items() if c in block.columns},
    )  # fmt: skip
    return table, problems, guesses


def _unnamed(name: str, sheet: Sheet, block: Block) -> list[Problem]:
    """Columns without a header that hold something: passed over, and said."""
    width = sheet.rows.codes.shape[1] if isinstance(sheet.rows, Rows) else max(map(len, sheet.rows), default=0)
    named = {index for index, header in enumerate(block.headers) if header}
    if sheet.lines:  # what stands beyond a text's header is refused (see `etl.tabular.torn_rows`)
        width = min(width, len(block.headers))
    found = [
        place for place in range(width)
        if place not in named and distinct_of(sheet.rows, place, block.end) - {"", None}
    ]  # fmt: skip
    if not found:
        return []
    shown = "、".join(a1(0, place)[:-1] for place in found[:12])
    return [Problem("note", "columns-unnamed", {"columns": shown, "count": len(found)}, file=name, sheet=sheet.name)]


def _filled_down(sheet: Sheet, block: Block) -> Sequence[Row]:
    """The rows, where a cell that spans several rows of data stands in each of them."""
    first, spans = block.end, set(block.spans)
    areas = [
        area for area in sheet.merged
        if area[0] >= first and area[2] > area[0] and (area[1] == area[3] or (area[1], area[3]) in spans)
    ]  # fmt: skip
    if not areas:
        return sheet.rows
    rows = list(sheet.rows)
    for top, column, bottom, _ in areas:
        value = rows[top][column] if top < len(rows) and column < len(rows[top]) else ""
        for index in range(top + 1, min(bottom + 1, len(rows))):
            row = list(rows[index]) + [""] * (column + 1 - len(rows[index]))
            row[column] = value if row[column] == "" else row[column]
            rows[index] = row
    return rows


def _hidden(name: str, sheet: Sheet, columns: dict[str, int], source: Source) -> list[Problem]:
    """What a reader of the sheet does not see, said; formulas without a stored value refused."""
    found = []
    if sheet.hidden_rows:
        rows = "、".join(str(row + 1) for row in sorted(sheet.hidden_rows)[:12])
        found.append(
            Problem("note", "rows-hidden", {"count": len(sheet.hidden_rows), "rows": rows}, file=name, sheet=sheet.name)
        )
    needed = {index: column for column, index in columns.items()}
    for index in sorted(set(sheet.hidden_columns or ()) & needed.keys()):
        header = source.columns[needed[index]].headers[0]
        found.append(
            Problem("note", "column-hidden", {"header": header}, file=name, sheet=sheet.name, cell=a1(0, index))
        )
    if sheet.hidden_rows is None:
        found.append(Problem("note", "hidden-unknown", {}, file=name, sheet=sheet.name))
    if sheet.formulas:
        found.append(Problem("note", "formulas-stored", {"count": sheet.formulas}, file=name, sheet=sheet.name))
    for row, column in sheet.unvalued:
        if column in needed:
            header = source.columns[needed[column]].headers[0]
            found.append(
                Problem("error", "formula-unvalued", {"column": header}, file=name, sheet=sheet.name, cell=a1(row, column), column=header)
            )  # fmt: skip
    return found
