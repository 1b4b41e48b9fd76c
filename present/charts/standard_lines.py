"""Reference standards as step lines: from the day on which they hold, with the name of who set them."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from kpi.catalogue import AtLeast, AtMost, Catalogue, Frequency, Level, Range, Standard, TimeLimit
from kpi.observations import Book, Scope
from kpi.standards import in_force, is_yearly, of_the_whole, standards_of
from lang import bound as bound_text
from lang import day, number, say, unit_of
from present.charts.labels import is_percent, shown
from present.sentences.standard import level_word, short_author


@dataclass(frozen=True)
class Step:
    """A stretch of months over which one standard holds; ``month`` may be a fraction where it begins in mid-month."""

    start: float  # 1.0 is the first day of January, 13.0 the end of December
    end: float
    value: float
    label: str  # 標準 ≥ 3 種（114/1/1 起，經濟部）
    short: str = ""  # 標準 ≥ 3 種


def steps_of(
    catalogue: Catalogue, book: Book, indicator: str, year: int, lang: str, scope: Scope, *, cumulative: bool
) -> tuple[tuple[Step, ...], str]:
    """The steps of a Gregorian year, and a remark where a standard was set but cannot be drawn on these values.

    Nothing is drawn for evidence, tracked and last-year standards; a time limit is drawn at 100 %, no case late.
    """
    first = date(year, 1, 1)
    days = [first + timedelta(days=count) for count in range((date(year + 1, 1, 1) - first).days)]
    steps, aside = [], ""
    standards = standards_of(catalogue, book, indicator, scope.office)
    for standard, stretch in groupby(days, key=lambda one: in_force(standards, one)):
        held = list(stretch)
        if standard is None:
            continue
        lines = _lines(catalogue, indicator, standard, lang)
        if lines and not _comparable(catalogue, indicator, standard, scope, cumulative=cumulative):
            whole = of_the_whole(catalogue.indicators[indicator], standard, scope)
            aside = _aside(standard, lines, lang, whole=whole)
            continue
        start, end = place_of(held[0]), place_of(held[-1] + timedelta(days=1))
        steps += [Step(start, 13.0 if end == 1.0 else end, value, *words) for value, words in lines]
    return tuple(steps), aside


def place_of(when: date) -> float:
    """Where a day stands on a year's scale: 1.0 is the first of January, 1.5 the middle of it."""
    return when.month + (when.day - 1) / calendar.monthrange(when.year, when.month)[1]


def _comparable(catalogue: Catalogue, indicator: str, standard: Standard, scope: Scope, *, cumulative: bool) -> bool:
    """Is the bound one for the values that are plotted?

    A bound on a flow holds for what has come in since 1 January, so that it belongs to the running values; a frequency
    holds for its window, and where it holds for each office, only for an office.
    """
    item = catalogue.indicators[indicator]
    if isinstance(standard, Frequency):
        return (item.window or 1) == standard.window and (not standard.each_office or scope.office is not None)
    return not of_the_whole(item, standard, scope) and (cumulative or not is_yearly(item, standard))


def _lines(catalogue: Catalogue, indicator: str, standard: Standard, lang: str) -> list[tuple[float, tuple[str, str]]]:
    if isinstance(standard, TimeLimit):
        rate = is_percent(catalogue, indicator)
        return [(100.0, _label("chart-standard-time-limit", standard, "", lang))] if rate else []
    if isinstance(standard, Frequency):
        bound = f"{number(standard.value)} {unit_of(catalogue, indicator, standard.value, lang)}"
        return [(standard.value, _label("chart-standard-frequency", standard, bound, lang))]
    if not isinstance(standard, AtLeast | AtMost | Range):
        return []
    low, high = standard.edges
    ends = (("chart-standard-at-least", low), ("chart-standard-at-most", high))
    pairs = [(key, end, Level.minimum) for key, end in ends if end is not None]
    pairs += [("chart-standard-level", bound, level) for level, bound in standard.levels[1:]]
    return [
        (
            shown(catalogue, indicator, bound),
            _label(key, standard, bound_text(catalogue, indicator, bound, lang), lang, level_word(level, lang)),
        )
        for key, bound, level in pairs
    ]


def _label(key: str, standard: Standard, bound: str, lang: str, level: str = "") -> tuple[str, str]:
    text = say(key, lang, bound=bound, months=standard.window if isinstance(standard, Frequency) else 1, level=level)
    if key == "chart-standard-level":
        return text, text
    long = say("chart-standard", lang, what=text, day=day(standard.start, lang), by=short_author(standard, lang))
    return long, text


def _aside(standard: Standard, lines: list[tuple[float, tuple[str, str]]], lang: str, *, whole: bool) -> str:
    key = "chart-note-standard-running"
    if isinstance(standard, Frequency):
        key = "chart-note-standard-office" if standard.each_office else "chart-note-standard-window"
    if whole:
        key = "chart-note-standard-whole"
    return say(key, lang, standard=lines[0][1][0])
