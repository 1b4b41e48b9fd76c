"""A problem in words."""

from __future__ import annotations

from datetime import date

from kpi.catalogue import Text
from kpi.errors import Problem
from kpi.sentence import Sentence
from kpi.spelling import shown
from lang.catalogue import expected, say
from lang.figures import day, list_of


def words(problem: Problem, lang: str) -> tuple[str, str]:
    """The sentence of a problem, and what was expected; what nobody sees in that which they quote is made visible."""
    params = {name: _plain(name, value, lang) for name, value in problem.params.items()}
    return say(problem.key, lang, **params), expected(problem.key, lang, **params)


def mistake(problem: Problem, lang: str) -> str:
    """A mistake in a file with its line, as editors know it: metrics.yml:12: the sentence."""
    return f"{problem.file}:{problem.line}: {words(problem, lang)[0]}"


def _plain(name: str, value: object, lang: str) -> object:
    if isinstance(value, list | tuple):
        return list_of([shown(str(one)) for one in value], lang, of=name)
    if isinstance(value, Sentence):
        return say(value.key, lang, **{its: _plain(its, one, lang) for its, one in value.params.items()})
    if isinstance(value, Text):
        return value.get(lang)
    if isinstance(value, str):
        return shown(value)
    return day(value, lang) if isinstance(value, date) else value
