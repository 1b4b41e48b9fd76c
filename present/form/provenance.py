"""Where a figure of the form came from, in one line: indicator, period, numerator and denominator, files, version."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from kpi.catalogue import Standard, StandardKind
from kpi.dates.periods import Period, year_of
from kpi.dates.roc import roc_year
from kpi.form.figure import Desk, Figure
from kpi.form.figure_parts import INNOVATIONS, What
from kpi.values import Value
from lang import day, list_of, number, period, say
from present.charts.labels import offices_words
from present.form.filled import Printed
from present.sentences.standard import standard_text

FilesBehind = Callable[[str, Period], list[str]]
"""Indicator, or `INNOVATIONS`, and period -> the names of the files whose rows stand behind it."""


def source_of(desk: Desk, printed: Printed, files: FilesBehind, lang: str) -> str:
    """The source of a printed figure; "" of one that could not be filled; of a frozen one what was kept with it. Of last
    year's value these are last year's days, counts and files; of a change those of both years."""
    figure = printed.figure
    if figure is None or figure.missing is not None:
        return printed.source
    parts = [
        *_told(desk, figure, printed.text, files, lang),
        say("form-source-version", lang, version=number(desk.book.version)),
    ]
    return ("；" if lang != "en" else "; ").join(parts)


def _told(desk: Desk, figure: Figure, printed: str, files: FilesBehind, lang: str) -> Iterator[str]:
    """What stands behind a figure, but for the version of the data."""
    key, values = figure.placeholder.name, figure.values
    if key == INNOVATIONS:
        listed = {"year": str(desk.year), "roc": str(roc_year(desk.year)), "count": len(figure.items)}
        yield say("form-source-list", lang, **listed)
        yield from _named(files(key, year_of(desk.year)), lang)
        return
    name = desk.catalogue.indicators[key].name.get(lang)
    if figure.placeholder.what is What.standard:
        if figure.result and figure.result.standard:
            yield _standard(desk, key, figure.result.standard, printed, name, lang)
        return
    periods = [value.period for value in values] or [figure.period]
    yield say("form-source-what", lang, name=name, period=period(periods[0], lang))
    yield from _divided(values[:1], lang)
    yield from (say("form-source-against", lang, period=period(one, lang)) for one in periods[1:])
    yield from _divided(values[1:], lang)
    yield from filter(None, (offices_words(value, lang) for value in values))
    days = [*periods, *(Period(one.day, one.day) for value in values for one in value.told)]
    yield from _named((name for one in days for name in files(key, one)), lang)


def _standard(desk: Desk, key: str, standard: Standard, printed: str, name: str, lang: str) -> str:
    """A standard with who set it and from when; of a time limit the days as they are printed."""
    limit = standard.kind is StandardKind.time_limit
    what = printed if limit else standard_text(desk.catalogue, key, standard, lang)
    said = {"by": standard.set_by.get(lang), "day": day(standard.start, lang)}
    return say("form-source-standard", lang, name=name, what=what, **said)


def _named(files: Iterable[str], lang: str) -> Iterator[str]:
    """The names of files, each once."""
    if names := list(dict.fromkeys(files)):
        yield say("form-source-files", lang, files=list_of(names, lang, 6, "files"))


def _divided(values: Iterable[Value], lang: str) -> Iterator[str]:
    """What values were divided from, where they were."""
    for value in values:
        if value.numerator is not None and value.denominator is not None:
            said = {"numerator": _plain(value.numerator), "denominator": _plain(value.denominator)}
            yield say("form-source-parts", lang, **said)


def _plain(value: float) -> str:
    return number(value, 0 if float(value).is_integer() else 1)
