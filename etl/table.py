"""Find the table in a sheet: which row holds the headers, and which column is which."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

from etl.reading import Sheet
from kpi.catalogue import Source
from kpi.errors import Problem, did_you_mean

SEARCHED_ROWS = 30


def fold_header(text: object) -> str:
    """Fold width, spaces, line breaks and punctuation, so that spellings of a header can be compared."""
    return re.sub(r"[\s/／、（）()\-_:：.*＊]+", "", unicodedata.normalize("NFKC", str(text))).casefold()


@dataclass(frozen=True)
class Table:
    """``columns``: column of the source -> index in the sheet; ``first``: index of the first data row."""

    sheet: str
    headers: list[str]
    columns: dict[str, int]
    first: int
    rows: list[list]
    titles: list[str] = field(default_factory=list)
    extra: list[str] = field(default_factory=list)
    dropped: list[str] = field(default_factory=list)


def spellings(source: Source) -> dict[str, str]:
    """Folded spelling of a header -> column of the source."""
    return {fold_header(h): name for name, column in source.columns.items() for h in (*column.headers, name)}


def find_table(name: str, sheets: list[Sheet], source: Source) -> tuple[Table | None, list[Problem]]:
    """The table of the sheet whose headers fit best, or the problems that say what is missing."""
    known = spellings(source)
    best: tuple[int, Sheet, int] | None = None
    for sheet in sheets:
        for index, row in enumerate(sheet.rows[:SEARCHED_ROWS]):
            hits = len({known[key] for cell in row if isinstance(cell, str) and (key := fold_header(cell)) in known})
            if hits and (best is None or hits > best[0]):
                best = (hits, sheet, index)
    required = [column for column, spec in source.columns.items() if spec.required]
    if best is None:
        names = [source.columns[column].headers[0] for column in required]
        return None, [
            Problem(
                "error",
                "no-headers",
                {"expected": "、".join(names)},
                file=name,
                sheet=sheets[0].name if sheets else None,
            )
        ]
    _, sheet, index = best
    headers = [str(cell).strip() for cell in sheet.rows[index]]
    problems: list[Problem] = []
    columns: dict[str, int] = {}
    extra, dropped = [], []
    personal = {fold_header(item) for item in source.drop}
    for position, header in enumerate(headers):
        key = fold_header(header)
        if not key:
            continue
        if key in known and known[key] not in columns:
            columns[known[key]] = position
        elif key in known:
            problems.append(
                Problem(
                    "error",
                    "header-twice",
                    {"header": header},
                    file=name,
                    sheet=sheet.name,
                    cell=a1(index, position),
                    column=header,
                    found=header,
                )  # fmt: skip
            )
        elif key in personal:
            dropped.append(header)
        else:
            extra.append(header)
    for column in required:
        if column not in columns:
            header = source.columns[column].headers[0]
            near = did_you_mean(header, extra)
            problems.append(
                Problem(
                    "error",
                    "column-missing-near" if near else "column-missing",
                    {
                        "header": header,
                        "also": "、".join(source.columns[column].headers[1:]) or header,
                        "near": "、".join(near),
                    },
                    file=name,
                    sheet=sheet.name,
                    cell=a1(index, 0),
                    column=header,
                    found="、".join(near) or None,
                )  # fmt: skip
            )
    if extra:
        note = Problem("note", "columns-left-out", {"headers": "、".join(extra)}, file=name, sheet=sheet.name)
        problems.append(note)
    titles = [str(cell) for row in sheet.rows[:index] for cell in row if isinstance(cell, str) and cell.strip()]
    return Table(sheet.name, headers, columns, index + 1, sheet.rows, titles, extra, dropped), problems


def a1(row: int, column: int) -> str:
    """A1 notation of a cell, both indexes from 0."""
    letters, column = "", column + 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row + 1}"
