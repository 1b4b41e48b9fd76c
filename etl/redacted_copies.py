"""Copies of a file without persons: the one that is kept, and the one in which the clerk finds what to mend.

Both are written from what is recognised in the cells that were read (`etl.kept_words`), so that titles, notes, comments,
properties, pictures, pivot caches, macros and other sheets cannot carry a person along, and no formula leaves with them;
a text that has only columns that we take is kept as it came.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

import numpy as np
import pyarrow as pa  # type: ignore[import-untyped]  # pyarrow says no types
import pyarrow.compute as pc  # type: ignore[import-untyped]  # pyarrow says no types

from etl.copied_book import CopiedBook, OdsBook, XlsxBook
from etl.kept_words import Recognised
from etl.problem_order import place_of
from etl.reading import Cell, Row, Rows, all_texts, distinct_of
from etl.tabular.cells import without_person
from etl.tabular.file_content import Origin
from etl.tabular.headers import fold_header
from etl.tabular.tables import Table
from etl.tabular.totals import total_of
from kpi.errors import Problem
from lang import say
from lang.csv_safe import FORMULA, csv_safe
from lang.problem import words
from opendocument.workbook import Look

TEXT = pa.large_string()
PARTS = (",", '"', "\r", "\n")
MOST_ROWS = 20_000  # of one sheet, beyond which its copy is a .csv: written in a tenth of the time
NUMBER = re.compile(r"\s*-?[\d,]{1,15}(?:\.\d{1,9})?\s*")
FILLS = {"error": "#FBD9D6", "warning": "#FCEBC8"}
HEAD, WRAPPED = Look(bold=True, below="#000000"), Look(wrap=True, stands="top")
Cells = dict[str, list[Row]]
"""Sheet -> rows of cells, without persons."""


def clean_copy(origin: Origin) -> tuple[str, bytes]:
    """Suffix and content of the copy that is kept."""
    document = origin.document
    text = document.kind in ("csv", "tsv")
    if text and all(_bare(table) for table in origin.tables):
        texts = (cell for row in document.sheets[0].rows for cell in row if isinstance(cell, str))
        if all(csv_safe(text) == text for text in texts if text and text[0] in FORMULA):
            return f".{document.kind}", origin.content
    if text or (len(origin.tables) == 1 and len(origin.tables[0].rows) > MOST_ROWS):
        return ".csv", _as_csv(origin.tables[0], origin.words)
    cells = {table.sheet: without_persons(table, origin.words) for table in origin.tables}
    return ".xlsx", _workbook(XlsxBook(), origin, cells, {}, None)


def problem_ending(kind: str) -> str:
    """The ending of the problem workbook of a file of that kind: an .ods comes back as .ods, all else as .xlsx."""
    return ".ods" if kind == "ods" else ".xlsx"


def problem_workbook(origin: Origin, problems: Iterable[Problem], lang: str) -> bytes:
    """The user's own cells with the wrong ones marked, a comment in each, and a last sheet that lists all problems; an .ods
    where the file was one, else an .xlsx."""
    problems = [origin.words.problem(problem) for problem in problems if problem.severity != "note"]
    cells = {table.sheet: without_persons(table, origin.words) for table in origin.tables}
    marks: dict[tuple[str, str], list[Problem]] = {}
    for problem in problems:
        if problem.cell and problem.sheet is not None:
            marks.setdefault((problem.sheet, problem.cell), []).append(problem)
    book = OdsBook(lang) if problem_ending(origin.document.kind) == ".ods" else XlsxBook()
    return _workbook(book, origin, cells, marks, (problems, lang))


def _bare(table: Table) -> bool:
    """Does a table hold nothing but the columns that we take, and no person in those?"""
    known = set(table.columns.values())
    width = table.rows.codes.shape[1] if isinstance(table.rows, Rows) else max(map(len, table.rows), default=0)
    headers = {place for place, header in enumerate(table.headers) if header}
    if table.titles or table.left_out or table.first - table.start != 1 or headers - known:
        return False
    for place in range(width):
        if place in known and place not in table.cut:
            continue
        cells = distinct_of(table.rows, place, table.first)
        if place not in known and cells - {"", None}:
            return False
        if place in table.cut and any(without_person(cell, table.cut[place]) != cell for cell in cells):
            return False
    return True


def without_persons(table: Table, words: Recognised) -> list[Row]:
    """The rows of a table with the columns that we take; of all else only what is recognised.

    Above the headers stay periods, names of sources and units; of other columns a header that is known; of the rows that
    are no data the words and numbers of totals, and the headers that repeat.
    """
    known, headers = set(table.columns.values()), _headers(table, words)
    return [_without_person(table, words, known, headers, index, row) for index, row in enumerate(table.rows)]


def _without_person(table: Table, words: Recognised, known: set[int], headers: list[str], index: int, row: Row) -> Row:
    if index < table.start:
        return [words.kept(cell) if isinstance(cell, str) else "" for cell in row]
    if index < table.first:
        return headers if index == table.first - 1 else [""] * len(row)
    if index in table.left_out:
        return headers if _is_header(table, row) else _total(row, known, words)
    cells: list[Cell] = [cell if place in known else "" for place, cell in enumerate(row[: len(table.headers)])]
    for place, mark in table.cut.items():
        if place < len(cells):
            cells[place] = without_person(cells[place], mark)
    return cells


def _as_csv(table: Table, words: Recognised) -> bytes:
    """The rows without persons as a .csv."""
    if not isinstance(table.rows, Rows):
        lines = [",".join(map(_field, row)) for row in without_persons(table, words)]
        return "\r\n".join([*lines, ""]).encode("utf-8-sig")
    known, headers = set(table.columns.values()), _headers(table, words)

    def apart(index: int) -> str:
        return ",".join(map(_field, _without_person(table, words, known, headers, index, table.rows[index])))

    above = "".join(f"{apart(index)}\r\n" for index in range(table.first))
    below = _joined(
        table, table.rows, known, len(headers), {i: apart(i) for i in table.left_out if i < len(table.rows)}
    )
    return above.encode("utf-8-sig") + (below + b"\r\n" if below else b"")


def _joined(table: Table, rows: Rows, known: set[int], width: int, apart: dict[int, str]) -> bytes:
    """The rows of data of a large sheet as lines: each distinct cell of a column is looked at once, and pyarrow joins them
    (it lets other threads work meanwhile). ``apart``: the lines of rows that are no data."""
    values, codes = rows.values, rows.codes[table.first :]
    columns = []
    for place in range(min(width, codes.shape[1])):
        fields, which = [""], np.zeros(len(values), np.int32)
        if place in known:
            there = np.flatnonzero(np.bincount(codes[:, place], minlength=len(values)))
            cut, cells = table.cut.get(place), values[there].tolist()
            cells = [without_person(cell, cut) for cell in cells] if cut else cells
            fields, which[there] = cells if _plain(cells) else [_field(cell) for cell in cells], np.arange(len(there))
        columns.append(pa.array(fields, TEXT).take(pa.array(which[codes[:, place]])))
    lines = pc.binary_join_element_wise(*columns, pa.scalar(",", TEXT))
    if apart:
        places = sorted(apart)
        odd = np.zeros(len(codes), bool)
        odd[np.array(places) - table.first] = True
        lines = pc.replace_with_mask(lines, pa.array(odd), pa.array([apart[place] for place in places], TEXT))
    whole = pc.binary_join(
        pa.ListArray.from_arrays(pa.array([0, len(lines)], pa.int32()), lines), pa.scalar("\r\n", TEXT)
    )
    joined: bytes = whole[0].as_buffer().to_pybytes()
    return joined


def _plain(cells: Row) -> bool:
    """Are these texts of letters and digits alone?"""
    return all_texts(cells) and "" not in cells and "".join(cells).isalnum()


def _field(cell: object) -> str:
    """A cell in a .csv, in quotes where it holds what parts cells or lines (RFC 4180)."""
    text = csv_safe(cell) if isinstance(cell, str) else "" if cell is None else str(cell)
    return f'"{text.replace(chr(34), chr(34) * 2)}"' if any(sign in text for sign in PARTS) else text


def _headers(table: Table, words: Recognised) -> list[str]:
    """One row of headers: those of the columns that are taken as they were understood, of others those that are known."""
    return [table.understood.get(place) or words.header(header) for place, header in enumerate(table.headers)]


def _is_header(table: Table, row: Row) -> bool:
    places = [place for place in table.columns.values() if place < len(row)]
    return all(fold_header(row[place]) == fold_header(table.headers[place]) for place in places)


def _total(row: Row, known: set[int], words: Recognised) -> Row:
    """The words and the numbers of a total; of a note, a heading or a message nothing."""
    if total_of(row, None) is None:
        return [""] * len(row)
    return [
        words.counted(cell) if isinstance(cell, str) and not NUMBER.fullmatch(cell)
        else cell if place in known and isinstance(cell, int | float | str) else ""
        for place, cell in enumerate(row)
    ]  # fmt: skip


def _workbook(
    book: CopiedBook, origin: Origin, cells: Cells, marks: dict[tuple[str, str], list[Problem]],
    listed: tuple[list[Problem], str] | None,
) -> bytes:  # fmt: skip
    looks = {
        (key, struck): Look(fill=fill, struck=struck)
        for key, fill in {"": "", **FILLS}.items()
        for struck in (False, True)
    }
    lang = listed[1] if listed else "zh-Hant"
    first = {table.sheet: table.first for table in origin.tables}
    for sheet in origin.document.sheets:
        if sheet.name not in cells:
            continue
        page = book.page(_sheet_name(sheet.name, book.names, say("template-sheet", lang)))
        rows = cells[sheet.name]
        marked = {place: found for (name, place), found in marks.items() if name == sheet.name}
        wrong = {place_of(place): _worst(found) for place, found in marked.items()}
        for top, left, bottom, right in sheet.merged if sheet.name in first else ():
            if top >= first[sheet.name]:  # headers stand in one row
                page.merge(top, left, bottom, right)
        for index, row in enumerate(rows):
            for column, cell in enumerate(row):
                key = wrong.get((index, column), "")
                if cell not in ("", None) or key:
                    page.put(index, column, cell, looks[key, (index, column) in sheet.struck])
        for index in sheet.hidden_rows or ():
            page.hide_row(index)
        for column, width in enumerate(_widths(rows)):
            page.set_column(column, width, hidden=column in (sheet.hidden_columns or ()))
        for place, found in marked.items():
            page.note(*place_of(place), [_sentence(one, lang) for one in found])
    if listed:
        _list(book, *listed)
    return book.written()


def _sheet_name(name: str, names: list[str], default: str) -> str:
    """A name that Excel takes: up to 31 characters, none of them special, each once."""
    name = re.sub(r"[\[\]:*?/\\]", " ", name).strip("' ")[:31] or default
    taken = {one.casefold() for one in names}
    number = 1
    while (found := name if number == 1 else f"{name[:27]} ({number})").casefold() in taken:
        number += 1
    return found


def _widths(rows: list[Row]) -> list[float]:
    width: list[float] = []
    for row in rows[:200]:
        width += [8.0] * (len(row) - len(width))
        for column, cell in enumerate(row):
            length = sum(2 if ord(sign) > 255 else 1 for sign in str(cell).split("\n")[0][:40])
            width[column] = max(width[column], min(length + 2, 42))
    return width


def _worst(problems: list[Problem]) -> str:
    return "error" if any(one.severity == "error" for one in problems) else "warning"


def _sentence(problem: Problem, lang: str) -> str:
    sentence, wanted = words(problem, lang)
    return f"{sentence} → {wanted}" if wanted else sentence


def _list(book: CopiedBook, problems: list[Problem], lang: str) -> None:
    """The last sheet: every problem, also those that belong to no cell."""
    page = book.page(_sheet_name(say("mend-sheet", lang), book.names, ""))
    for column, (key, width) in enumerate(
        (("sheet-name", 14), ("cell", 10), ("kind", 8), ("found", 24), ("what", 60), ("wanted", 40))
    ):
        page.put(0, column, say(f"mend-{key}", lang), HEAD)
        page.set_column(column, width)
    for row, problem in enumerate(problems, start=1):
        sentence, wanted = words(problem, lang)
        kind = say(f"mend-{problem.severity}", lang)
        for column, text in enumerate((problem.sheet, problem.cell, kind, problem.found, sentence, wanted)):
            page.put(row, column, str(text or ""), WRAPPED)
    page.freeze(1)
