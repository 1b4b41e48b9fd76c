"""A problem in words, and the order of several."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from kpi.catalogue import Text
from kpi.errors import Problem
from kpi.sentence import Sentence
from lang import day, expected, list_of, say


def words(problem: Problem, lang: str) -> tuple[str, str]:
    """The sentence of a problem, and what was expected."""
    params = {name: _plain(name, value, lang) for name, value in problem.params.items()}
    return say(problem.key, lang, **params), expected(problem.key, lang, **params)


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
    letters, number = re.match(r"([A-Z]+)(\d+)$", cell).groups()
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return int(number) - 1, column - 1


def _plain(name: str, value: object, lang: str) -> object:
    if isinstance(value, list | tuple):
        return list_of([str(one) for one in value], lang, of=name)
    if isinstance(value, Sentence):
        return say(value.key, lang, **{its: _plain(its, one, lang) for its, one in value.params.items()})
    if isinstance(value, Text):
        return value.get(lang)
    return day(value, lang) if isinstance(value, date) else value
