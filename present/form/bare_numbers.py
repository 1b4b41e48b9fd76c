"""Bare numbers in a result text for which there is a placeholder: typed by hand they would stand still."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from math import isclose

from kpi.catalogue import Catalogue, Unit
from kpi.form.figure import Desk, Figure, figure_of, figures_on
from kpi.form.figure_parts import INNOVATIONS, What
from kpi.form.placeholder import Placeholder, Scale
from kpi.form.template import parse
from lang.figures import QUALIFIERS
from present.form.figure_text import text_of
from present.form.fill import source_of
from present.form.numbers_in_text import Number, numbers_in, words_only

MOST = 3  # offers for one number
SMALL, LOW = 10, 100
"""Below the first a number says nothing without its unit; below the second it doesn't for another row's indicator."""
YEARS = range(1900, 2100)


@dataclass(frozen=True)
class Offer:
    """``text[start:end]`` reads ``found``; ``placeholder`` in its place, spelled for the reader, prints ``value``."""

    start: int
    end: int
    found: str
    placeholder: str
    indicator: str
    value: str


def offers(desk: Desk, text: str, as_of: date, lang: str, *, code: str | None = None) -> tuple[Offer, ...]:
    """What may be put in place of the numbers that stand bare in a text as typed, for the row ``code``.

    The desk's book must be cut at ``as_of``, the row's cut-off, and at the days that the texts of the row name (see
    `kpi.form.figure.cutoffs`). Of one number the likeliest come first: indicators of the row, then those of its unit.
    """
    numbers = list(numbers_in(words_only(text)))
    if not numbers:
        return ()
    figures = list(_figures(desk, text, as_of, lang, code))
    return tuple(chain.from_iterable(_of_one(desk, text, number, figures, lang, code) for number in numbers))


def _figures(desk: Desk, text: str, as_of: date, lang: str, code: str | None) -> Iterator[Figure]:
    """Those that the texts of the row take to a day of their own, then every indicator on the cut-off."""
    texts = (text, source_of(desk.catalogue, desk.records, code, desk.year, lang)[0] if code else "")
    dated = dict.fromkeys(
        Placeholder(one.name, start=one.start, end=one.end, office=one.office)
        for typed in texts
        for one in parse(typed, desk.catalogue).placeholders
        if one.end and one.name != INNOVATIONS
    )
    found = chain((figure_of(desk, one, as_of) for one in dated), figures_on(desk, as_of).values())
    return (figure for figure in found if figure.missing is None and figure.evidence is None)


def _of_one(
    desk: Desk, text: str, number: Number, figures: Iterable[Figure], lang: str, code: str | None
) -> list[Offer]:
    unit, after = _unit_after(desk.catalogue, text, number, lang)
    found: dict[str, tuple[tuple[bool, bool], Offer]] = {}
    for figure in figures:
        key = figure.placeholder.name
        item = desk.catalogue.indicators[key]
        mine, same_unit = item.framework == code, number.percent or unit in _spellings(desk.catalogue, key, lang)
        if (
            key in found
            or not _near(number, figure, item.unit == "percent")
            or not _telling(number, unit, mine, same_unit)
        ):
            continue
        written = _as_written(desk, figure, number, lang, unit=same_unit)
        if written is None:
            continue
        printed = text_of(desk, written, lang)
        start, end = number.start, after if same_unit and not number.percent else number.end
        if same_unit:
            start, end = _with_qualifier(text, start, end, figure.value.qualifier if figure.value else None, lang)
        spelled = written.placeholder.spelled(desk.catalogue, lang)
        found[key] = ((not mine, not same_unit), Offer(start, end, text[start:end], spelled, key, printed))
    return [offer for _, offer in sorted(found.values(), key=lambda one: one[0])[:MOST]]


def _near(number: Number, figure: Figure, percent: bool) -> bool:
    """Can the figure be this number at all? What it prints is looked at only then."""
    if figure.value is None or figure.value.value is None:
        return False
    value = figure.value.value * (100 if percent else 1)
    return number.percent == percent and isclose(value, number.value, rel_tol=0.01, abs_tol=0.5)


def _telling(number: Number, unit: str, mine: bool, same_unit: bool) -> bool:
    """Does it say enough to be taken for the indicator's value, and not for some other number?"""
    if same_unit:
        return True
    year = not unit and number.spelling.isdecimal() and number.value in YEARS
    return not year and number.value >= (SMALL if mine else LOW)


def _as_written(desk: Desk, figure: Figure, number: Number, lang: str, *, unit: bool) -> Figure | None:
    """The figure in the words that print this number, best as it is spelled here; None where none do."""
    percent, same = number.percent, []
    for scale in (None, Scale.whole) if percent else (None, Scale.wan, Scale.yi):
        asked = replace(figure.placeholder, what=What.amount if unit else What.number, scale=scale)
        one = replace(figure, placeholder=asked)
        read = next(numbers_in(text_of(desk, one, lang)), None)
        if read is not None and (read.value, read.percent) == (number.value, percent):
            same.append((read.spelling != number.spelling, one))
    return min(same, key=lambda one: one[0])[1] if same else None


def _unit_after(catalogue: Catalogue, text: str, number: Number, lang: str) -> tuple[str, int]:
    """The unit that follows a number, the longest that fits, and where it ends; "" where none does."""
    words = {word for unit in catalogue.units.values() for word in _words(unit, lang) if word}
    ordered = sorted(words, key=len, reverse=True)
    boundary = r"\b" if lang == "en" else ""
    match = re.compile(rf"\s?({'|'.join(map(re.escape, ordered))}){boundary}").match(text, number.end)
    return (match[1], match.end()) if match else ("", number.end)


def _spellings(catalogue: Catalogue, key: str, lang: str) -> tuple[str, ...]:
    return tuple(filter(None, _words(catalogue.units[catalogue.indicators[key].unit], lang)))


def _words(unit: Unit, lang: str) -> tuple[str | None, ...]:
    return (unit.en, unit.one) if lang == "en" else (unit.zh,)


def _with_qualifier(text: str, start: int, end: int, qualifier: str | None, lang: str) -> tuple[int, int]:
    """The place with 約 before it or 以上 behind it, where the figure prints the same."""
    before, after = (part.strip() for part in QUALIFIERS[lang].get(qualifier or "", "{}").split("{}"))
    if before and (match := re.search(rf"{re.escape(before)}\s?$", text[:start], re.IGNORECASE)):
        start = match.start()
    if after and (match := re.compile(rf"\s?{re.escape(after)}").match(text, end)):
        end = match.end()
    return start, end
