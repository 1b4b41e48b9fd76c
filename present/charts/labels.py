"""The words on charts: a point, a part (office or category) and the demonstration notice."""

from __future__ import annotations

from collections.abc import Iterable
from typing import overload

from kpi.catalogue import Behaviour, Catalogue
from kpi.dates.roc import roc_year
from kpi.dates.time_limits import RECKONED
from kpi.evaluate import Point
from kpi.observations import Scope
from kpi.values import ABOUT_AT_LEAST, Value
from lang import amount, day, joined, list_of, month_name, number, period, places, say
from lang.precision import bounds_of

QUALIFIED = {
    "約": "summary-qualified-about", "以上": "summary-qualified-bound", ABOUT_AT_LEAST: "summary-qualified-both",
    RECKONED: "summary-qualified-reckoned",
}  # fmt: skip


def is_percent(catalogue: Catalogue, indicator: str) -> bool:
    return catalogue.indicators[indicator].unit == "percent"


@overload
def shown(catalogue: Catalogue, indicator: str, value: float) -> float: ...
@overload
def shown(catalogue: Catalogue, indicator: str, value: float | None) -> float | None: ...
def shown(catalogue: Catalogue, indicator: str, value: float | None) -> float | None:
    """A value in the unit in which it is drawn: rates in per cent."""
    return value * 100 if value is not None and is_percent(catalogue, indicator) else value


def value_text(
    catalogue: Catalogue, indicator: str, value: float, lang: str, beside: Iterable[float] = (), qualifier: str | None = None
) -> str:  # fmt: skip
    """A drawn value in words, told apart from those that are drawn ``beside`` it."""
    size = 100 if is_percent(catalogue, indicator) else 1
    digits = places(catalogue, indicator, value / size, beside=[one / size for one in beside])
    return amount(catalogue, indicator, value / size, lang, qualifier=qualifier, digits=digits)


def counted(catalogue: Catalogue, indicator: str, n: float, lang: str) -> str:
    """n with what it counts: 825 件. The word is that of the source's own count; hand-counted rates have none."""
    item = catalogue.indicators[indicator]
    key = None
    if item.behaviour is Behaviour.coverage:
        key = "offices"
    elif catalogue.sources[item.source].kind != "figures":
        same = [i for i in catalogue.indicators.values() if i.source == item.source and i.measure.kind == "count"]
        key = same[0].unit if same else None
    unit = catalogue.units.get(key) if key else None
    if unit is None:
        return number(n)
    word = unit.zh if lang != "en" else unit.one if unit.one and n == 1 else unit.en
    return f"{number(n)} {word}"


def value_with_n(
    catalogue: Catalogue, indicator: str, value: Value, lang: str, *, digits: int | None = None, beside: Iterable[float] = (),
) -> str:  # fmt: skip
    """4.7%（39／825 件）, 12 日（n = 2,814 件）, 33,748 件, 52 項（未含乙組）; no cases is said, never 0 %. ``digits``: its places,
    else those that tell it apart from what stands ``beside`` it."""
    if digits is None and value.value is not None:
        digits = places(catalogue, indicator, value.value, beside=beside)
    text, offices = _with_n(catalogue, indicator, value, lang, digits), offices_words(value, lang)
    return say("chart-value-offices", lang, value=text, offices=offices) if offices else text


def qualifier_words(value: Value, lang: str) -> str:
    """What qualifies a value, as a sentence of its own, for where the value stands as a bare number; "" where nothing does."""
    if not value.qualifier or value.text is not None:
        return ""
    key = QUALIFIED.get(value.qualifier)
    return say(key, lang) if key else say("summary-qualified-other", lang, word=value.qualifier)


def offices_words(value: Value, lang: str) -> str:
    """Of a sum over offices whose count it lacks and, of a point in time, of which day each is where they differ."""
    said = []
    if len({one.day for one in value.told}) > 1:
        days = [joined([one.office, day(one.day, lang)], lang) for one in value.told]
        said.append(say("figure-told", lang, offices=list_of(days, lang, most=len(days))))
    if value.lacking:
        names = [one.office for one in value.lacking]
        said.append(say("figure-lacking", lang, offices=list_of(names, lang, of="offices")))
    return ("; " if lang == "en" else "；").join(said)


def _with_n(catalogue: Catalogue, indicator: str, value: Value, lang: str, digits: int | None) -> str:
    if value.value is None:
        return say("chart-no-cases", lang)
    text = amount(catalogue, indicator, value.value, lang, qualifier=value.qualifier, digits=digits)
    rate = catalogue.indicators[indicator].behaviour in (Behaviour.ratio, Behaviour.coverage)
    if value.n is None:
        return say("chart-n-not-given", lang, value=text) if rate else text
    n = counted(catalogue, indicator, value.n, lang)
    if rate and value.numerator is not None:
        return say("chart-value-of", lang, value=text, numerator=number(value.numerator), n=n)
    return say("chart-value-n", lang, value=text, n=n)


def point_label(
    catalogue: Catalogue, indicator: str, point: Point, lang: str, *, running: bool = False, beside: Iterable[float] = (),
) -> str:  # fmt: skip
    """Hover text of a month: 114 年 11 月（2025）：4.7%（39／825 件）; told apart from its standard and what is ``beside``."""
    start = point.month.start
    when = say(
        "chart-month-running" if running and start.month > 1 else "chart-month", lang,
        roc=str(roc_year(start)), year=str(start.year), month=month_name(start.month, lang), first=month_name(1, lang),
    )  # fmt: skip
    if point.value is None:
        return say("chart-point", lang, when=when, value=say("chart-no-data", lang))
    digits = None
    if point.value.value is not None:
        digits = places(catalogue, indicator, point.value.value, bounds=bounds_of(point.standard), beside=beside)
    text = value_with_n(catalogue, indicator, point.value, lang, digits=digits)
    label = say("chart-point", lang, when=when, value=text)
    if part := days_of_part(point, lang):
        return say("chart-point-part", lang, label=label, days=part)
    if point.provisional:
        label = say("chart-point-provisional", lang, label=label, day=day(point.value.period.end, lang))
    return label


def days_of_part(point: Point, lang: str) -> str:
    """The days of a month's value that begin after the month does; "" of any other."""
    value = point.value if point.provisional else None
    return period(value.period, lang) if value and value.period.start > point.month.start else ""


def part_name(catalogue: Catalogue, indicator: str, scope: Scope, lang: str) -> str:
    """Which part of the agency is drawn."""
    parts = [scope.office] if scope.office else []
    parts += [category_name(catalogue, indicator, scope.category, lang)] if scope.category else []
    return (", " if lang == "en" else "、").join(parts) or say("chart-whole-agency", lang)


def category_name(catalogue: Catalogue, indicator: str, category: str, lang: str) -> str:
    """A category in the reader's language where it is a code of the catalogue, else as the data spell it."""
    source = catalogue.sources[catalogue.indicators[indicator].source]
    column = source.columns.get(source.category) if source.category else None
    codes = column.codes if column else ()
    return next((code.en for code in codes if lang == "en" and code.zh == category), category)


def demo_note(lang: str) -> str:
    return say("chart-note-demo", lang)
