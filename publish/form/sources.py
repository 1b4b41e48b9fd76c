"""Where a figure of the form came from, in one line: indicator, period, numerator and denominator, files, version."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from kpi.form.figure import Desk
from kpi.form.placeholder import INNOVATIONS
from kpi.periods import Period
from kpi.values import Value
from lang import list_of, number, period, say
from publish.form.model import Printed

FilesBehind = Callable[[str, Period], list[str]]
"""Indicator and period -> the names of the files whose rows stand behind it."""


def source_of(desk: Desk, printed: Printed, files: FilesBehind, lang: str) -> str:
    """The source of a printed figure; "" of one that could not be filled; of a frozen one what was kept with it. Of last
    year's value these are last year's days, counts and files; of a change those of both years."""
    figure = printed.figure
    if figure is None or figure.missing is not None:
        return printed.source
    parts = []
    if figure.placeholder.name == INNOVATIONS:
        parts.append(say("form-source-list", lang, count=len(figure.items)))
    else:
        key, values = figure.placeholder.name, figure.values
        periods = [value.period for value in values] or [figure.period]
        name = desk.catalogue.indicators[key].name.get(lang)
        parts.append(say("form-source-what", lang, name=name, period=period(periods[0], lang)))
        parts += _divided(values[:1], lang)
        parts += [say("form-source-against", lang, period=period(one, lang)) for one in periods[1:]]
        parts += _divided(values[1:], lang)
        if names := list(dict.fromkeys(name for one in periods for name in files(key, one))):
            parts.append(say("form-source-files", lang, files=list_of(names, lang, most=6)))
    parts.append(say("form-source-version", lang, version=number(desk.book.version)))
    return ("；" if lang != "en" else "; ").join(parts)


def _divided(values: Iterable[Value], lang: str) -> Iterator[str]:
    """What values were divided from, where they were."""
    for value in values:
        if value.numerator is not None and value.denominator is not None:
            said = {"numerator": _plain(value.numerator), "denominator": _plain(value.denominator)}
            yield say("form-source-parts", lang, **said)


def _plain(value: float) -> str:
    return number(value, 0 if float(value).is_integer() else 1)
