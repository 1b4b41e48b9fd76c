"""A problem in words."""

from __future__ import annotations

from datetime import date

from kpi.errors import Problem
from lang import day, expected, say


def words(problem: Problem, lang: str) -> tuple[str, str]:
    """The sentence of a problem, and what was expected."""
    params = {name: day(value, lang) if isinstance(value, date) else value for name, value in problem.params.items()}
    return say(problem.key, lang, **params), expected(problem.key, lang, **params)
