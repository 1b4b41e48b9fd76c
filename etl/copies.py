"""Copies of a file without persons: the one that is kept, and the one in which the clerk finds what to mend.

Both are written from the cells that were read, so that comments, pictures, pivot caches, macros and other sheets cannot
carry a person along, and no formula leaves with them; a plain file without any personal column is kept as it came.
"""

from __future__ import annotations

import csv
import io
import math
import re
import zipfile
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, time

from xlsxwriter import Workbook
from xlsxwriter.exceptions import XlsxWriterException

from etl.clean import without_person
from etl.origin import Origin
from etl.problem import words
from etl.table import Table
from kpi.errors import Problem
from lang import say
from lang.plain import FORMULA, as_text

PATTERNS = re.compile(
    r"[\w.+-]+@[\w-]+\.\w|(?<!\d)09\d{2}[-\s]?\d{3}[-\s]?\d{3}(?!\d)|(?<![A-Z0-9])[A-Z][1289]\d{8}(?!\d)"
)
"""E-mail addresses, mobile numbers, Taiwan's identity numbers."""
SIGNED = re.compile(r"((?:製表|填表|承辦|聯絡|經辦|複核|審核)(?:人員?|窗口)?|主管|電話|分機)\s*[:：]\s*[^\s,，;；]+")
PLAIN_PARTS = re.compile(
    r"^(\[Content_Types\]\.xml|_rels/\.rels|docProps/(core|app)\.xml|xl/(workbook|styles|sharedStrings|calcChain|metadata)\.xml"
    r"|xl/_rels/workbook\.xml\.rels|xl/theme/theme\d+\.xml|xl/worksheets/sheet\d+\.xml)$"
)  # fmt: skip
MOST_NAMES = 2_000  # beyond, every column that we don't take is blanked
EXCEL_ROWS = 1_048_576
FILLS = {"error": "#FBD9D6", "warning": "#FCEBC8"}
Cells = dict[str, list[list]]
"""Sheet -> rows of cells, without persons."""


@dataclass(frozen=True)
class _Style:
    day: object
    moment: object


def clean_copy(origin: Origin) -> tuple[str, bytes]:
    """Suffix and content of the copy that is kept."""
    document = origin.document
    text = document.kind in ("csv", "tsv")
    if not any(_blanks(table) for table in origin.tables):
        doubtful = (
            (cell for row in document.sheets[0].rows for cell in row if cell and cell[0] in FORMULA) if text else ()
        )
        if text and all(as_text(cell) == cell for cell in doubtful):
            return f".{document.kind}", origin.content
        values = document.kind == "xlsx" and not any(sheet.formulas for sheet in document.sheets)
        if values and len(document.sheets) == len(origin.tables) and _plain(origin.content):
            return ".xlsx", origin.content
    cells = {table.sheet: without_persons(table) for table in origin.tables}
    if text or any(len(rows) > EXCEL_ROWS for rows in cells.values()):
        return ".csv", _csv(next(iter(cells.values())))
    return ".xlsx", _workbook(origin, cells, {}, None)


def problem_workbook(origin: Origin, problems: Iterable[Problem], lang: str) -> bytes:
    """The user's own cells with the wrong ones marked, a comment in each, and a last sheet that lists all problems."""
    problems = [problem for problem in problems if problem.severity != "note"]
    cells = {table.sheet: without_persons(table) for table in origin.tables}
    marks: dict[tuple[str, str], list[Problem]] = {}
    for problem in problems:
        if problem.cell and problem.sheet is not None:
            marks.setdefault((problem.sheet, problem.cell), []).append(problem)
    return _workbook(origin, cells, marks, (problems, lang))


def _blanks(table: Table) -> bool:
    return bool(table.personal or table.cut or table.extra or table.titles or table.left_out)


def _plain(content: bytes) -> bool:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return all(PLAIN_PARTS.match(name) for name in archive.namelist())


def without_persons(table: Table) -> list[list]:
    """The rows of a table: personal columns blank, cut columns cut, signatures outside the table blank."""
    known = set(table.columns.values())
    names = _names(table)
    blank = set(table.personal) | {
        place for place in range(len(table.headers)) if place not in known and _tells(table, place, names)
    }
    rows = []
    for index, row in enumerate(table.rows):
        if index < table.first or index in table.left_out:
            rows.append(
                [_unsigned(cell, names) for cell in row] if index >= table.first or not _is_header(table, row) else row
            )
            continue
        cells = ["" if place in blank else cell for place, cell in enumerate(row[: len(table.headers)])]
        for place, mark in table.cut.items():
            if place < len(cells):
                cells[place] = without_person(cells[place], mark)
        rows.append(cells)
    return rows


def _is_header(table: Table, row: list) -> bool:
    texts = {str(cell).strip() for cell in row if cell not in ("", None)}
    return bool(texts & set(table.headers))


def _names(table: Table) -> set[str] | None:
    """The words that stand in personal columns and behind cut marks; None where they are too many to look for."""
    found: set[str] = set()
    for row in table.rows[table.first :]:
        for place in table.personal:
            if place < len(row) and isinstance(row[place], str):
                found.add(row[place].strip())
        for place, mark in table.cut.items():
            if place < len(row) and isinstance(row[place], str):
                found.update(part.strip() for part in re.split("[" + re.escape(mark) + "]", row[place])[1:])
    found = {name for name in found if 2 <= len(name) <= 40}
    return found if len(found) <= MOST_NAMES else None


def _tells(table: Table, place: int, names: set[str] | None) -> bool:
    """May a column that we don't take tell of a person?"""
    if names is None:
        return True
    texts = {row[place] for row in table.rows[table.first :] if place < len(row) and isinstance(row[place], str)}
    return any(PATTERNS.search(text) or any(name in text for name in names) for text in texts)


def _unsigned(cell: object, names: set[str] | None) -> object:
    """A cell of a title or a footnote without who made it."""
    if not isinstance(cell, str):
        return cell
    cell = PATTERNS.sub("", SIGNED.sub(lambda found: f"{found.group(1)}：", cell))
    for name in names or ():
        cell = cell.replace(name, "")
    return cell


def _csv(rows: list[list]) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out).writerows([[as_text(cell) if isinstance(cell, str) else cell for cell in row] for row in rows])
    return out.getvalue().encode("utf-8-sig")


def _workbook(origin: Origin, cells: Cells, marks: dict, listed: tuple[list[Problem], str] | None) -> bytes:
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = Workbook(out, options)
    fills = {key: book.add_format({"bg_color": color}) for key, color in FILLS.items()}
    dated = {
        key: _Style(*(book.add_format({"num_format": form} | more) for form in ("yyyy/mm/dd", "yyyy/mm/dd hh:mm:ss")))
        for key, more in {"": {}, **{key: {"bg_color": color} for key, color in FILLS.items()}}.items()
    }  # fmt: skip
    lang = listed[1] if listed else "zh-Hant"
    for sheet in origin.document.sheets:
        if sheet.name not in cells:
            continue
        page = book.add_worksheet(sheet.name or say("template-sheet", lang))
        rows = cells[sheet.name]
        marked = {place: found for (name, place), found in marks.items() if name == sheet.name}
        wrong = {_place(place): _worst(found) for place, found in marked.items()}
        for top, left, bottom, right in sheet.merged:
            with suppress(XlsxWriterException, IndexError):
                page.merge_range(top, left, bottom, right, "")
        for index, row in enumerate(rows):
            for column, cell in enumerate(row):
                key = wrong.get((index, column), "")
                if cell not in ("", None) or key:
                    _write(page, index, column, cell, fills.get(key), dated[key])
        for index in sheet.hidden_rows or ():
            page.set_row(index, None, None, {"hidden": True})
        for column, width in enumerate(_widths(rows)):
            page.set_column(column, column, width, None, {"hidden": column in (sheet.hidden_columns or ())})
        for place, found in marked.items():
            page.write_comment(
                *_place(place), "\n".join(_sentence(one, lang) for one in found), {"x_scale": 2, "y_scale": 1.4}
            )
    if listed:
        _list(book, *listed)
    book.close()
    return out.getvalue()


def _write(page, row: int, column: int, cell: object, fill, dated: _Style) -> None:
    if isinstance(cell, bool):
        page.write_boolean(row, column, cell, fill)
    elif isinstance(cell, int | float) and math.isfinite(cell):
        page.write_number(row, column, cell, fill)
    elif isinstance(cell, datetime):
        page.write_datetime(row, column, cell, dated.moment if cell.time() != time(0) else dated.day)
    elif isinstance(cell, date):
        page.write_datetime(row, column, cell, dated.day)
    elif cell in ("", None):
        page.write_blank(row, column, None, fill)
    else:
        page.write_string(row, column, str(cell)[:32_767], fill)


def _widths(rows: list[list]) -> list[float]:
    width: list[float] = []
    for row in rows[:200]:
        width += [8.0] * (len(row) - len(width))
        for column, cell in enumerate(row):
            length = sum(2 if ord(sign) > 255 else 1 for sign in str(cell).split("\n")[0][:40])
            width[column] = max(width[column], min(length + 2, 42))
    return width


def _place(cell: str) -> tuple[int, int]:
    letters, number = re.match(r"([A-Z]+)(\d+)$", cell).groups()
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return int(number) - 1, column - 1


def _worst(problems: list[Problem]) -> str:
    return "error" if any(one.severity == "error" for one in problems) else "warning"


def _sentence(problem: Problem, lang: str) -> str:
    sentence, wanted = words(problem, lang)
    return f"{sentence} → {wanted}" if wanted else sentence


def _list(book: Workbook, problems: list[Problem], lang: str) -> None:
    """The last sheet: every problem, also those that belong to no cell."""
    page = book.add_worksheet(say("mend-sheet", lang))
    head = book.add_format({"bold": True, "bottom": 1})
    wrap = book.add_format({"text_wrap": True, "valign": "top"})
    for column, (key, width) in enumerate(
        (("sheet-name", 14), ("cell", 10), ("kind", 8), ("found", 24), ("what", 60), ("wanted", 40))
    ):
        page.write_string(0, column, say(f"mend-{key}", lang), head)
        page.set_column(column, column, width)
    for row, problem in enumerate(problems, start=1):
        sentence, wanted = words(problem, lang)
        kind = say(f"mend-{problem.severity}", lang)
        for column, text in enumerate((problem.sheet, problem.cell, kind, problem.found, sentence, wanted)):
            page.write_string(row, column, text or "", wrap)
    page.freeze_panes(1, 0)
