"""The order of several problems."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kpi.errors import Problem


def in_order(problems: Iterable[Problem], sheets: Sequence[str]) -> list[Problem]:
    """As somebody goes through the file to mend it: what concerns all of it, then sheet by sheet, row by row, cell by cell,
    whichever rule found it."""
    place = {name: number for number, name in enumerate(sheets)}

    def key(problem: Problem) -> tuple[int, int, int]:
        sheet = -1 if problem.sheet is None else place.get(problem.sheet, -1)
        return sheet, *(place_of(problem.cell) if problem.cell else (-1, -1))

    return sorted(problems, key=key)


def place_of(cell: str) -> tuple[int, int]:
    """Row and column, from 0, of a cell in A1 notation."""
    found = re.match(r"([A-Z]+)(\d+)$", cell)
    if found is None:
        raise ValueError(cell)
    letters, number = found.groups()
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return int(number) - 1, column - 1
