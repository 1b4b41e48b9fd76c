"""A filled placeholder in words, as such documents print them: 33,748 件, 26萬1,111 人, 約 1.15 億元, 4.7%, 12 月 10 日."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import TypeVar

from babel.dates import format_date

from kpi.catalogue import Behaviour, TimeLimit, value_set
from kpi.dates.periods import Period
from kpi.dates.roc import roc_year
from kpi.evaluate import Result
from kpi.exact import sign
from kpi.form.figure import Desk, Figure
from kpi.form.figure_parts import What
from kpi.form.placeholder import Scale
from kpi.form.saved_records import Evidence, Innovation
from kpi.values import Value
from lang import LANGUAGES, amount, bound, difference, list_of, number, places_of, relative, say, unit_of
from lang.figures import qualified
from lang.precision import bounds_of, decimal_of, printed, shown, told_apart
from present.sentences.change import about

WAN, YI = 10_000, 100_000_000
_Part = TypeVar("_Part")
LEAST = 0.0005  # what one decimal of a per cent still shows


def text_of(desk: Desk, figure: Figure, lang: str) -> str:
    """What is printed for a figure; the mark of what is missing where there is none."""
    if figure.missing is not None:
        return say("form-no-evidence" if _lacks_evidence(desk, figure) else "form-missing", lang)
    return _WORDS[figure.placeholder.what](desk, figure, lang)


def missing_marks() -> list[str]:
    """What stands in a text where a figure or evidence is missing, in each language."""
    return [say(key, lang) for key in ("form-missing", "form-no-evidence") for lang in LANGUAGES]


def _lacks_evidence(desk: Desk, figure: Figure) -> bool:
    """Is it evidence that is not there? Of a part that evidence never has, there is no result."""
    if figure.result is None or figure.evidence is not None:
        return False
    return desk.catalogue.indicators[figure.placeholder.name].behaviour is Behaviour.evidence


def month_day(day: date, lang: str, year: int | None = None) -> str:
    """12 月 10 日, 10 December; with its year where that is not ``year``."""
    if year is not None and day.year != year:
        return long_day(day, lang)
    return format_date(day, "d MMMM", locale="en") if lang == "en" else f"{day.month} 月 {day.day} 日"


def long_day(day: date, lang: str) -> str:
    """114 年 12 月 10 日, 10 December 2025."""
    if lang == "en":
        return format_date(day, "d MMMM y", locale="en")
    return f"{roc_year(day)} 年 {day.month} 月 {day.day} 日"


def span(period: Period, lang: str, year: int) -> str:
    """1 月 1 日至 12 月 10 日, 1 January to 10 December."""
    if period.start == period.end:
        return month_day(period.end, lang, year)
    return say("form-span", lang, start=month_day(period.start, lang, year), end=month_day(period.end, lang, year))


def scaled(value: float, scale: Scale, lang: str, beside: Iterable[float] = ()) -> str:
    """261111 -> 26萬1,111; 540000 -> 54 萬; 115000000 -> 1.15 億; in English 4.25 billion, 115 million; of two decimals,
    or as many more as tell it from what stands ``beside`` it."""
    if lang == "en":
        if scale is Scale.wan or abs(value) < 1_000_000:
            return number(value)
        size, word = (10**9, "billion") if abs(value) >= 10**9 else (10**6, "million")
        return f"{_short(value, size, beside)} {word}"
    if scale is Scale.yi and abs(value) >= YI:
        return f"{_short(value, YI, beside)} 億"
    if abs(value) < WAN:
        return number(value)
    whole, rest = divmod(round(value), WAN)
    return f"{number(whole)}萬{number(rest)}" if rest else f"{number(whole)} 萬"


def _short(value: float, size: int, beside: Iterable[float]) -> str:
    """Two decimals, or more where it needs them; none that say nothing."""
    mine, digits = decimal_of(value) / size, 2
    for one in beside:
        if sign(one, value):
            digits = told_apart(mine, decimal_of(one) / size, digits)
    text = number(mine, digits)
    return text.rstrip("0").rstrip(".") if "." in text else text


def _amount(desk: Desk, figure: Figure, lang: str, *, unit: bool = True) -> str:
    if figure.items:
        return list_of([title(one, lang) for one in figure.items], lang, most=len(figure.items))
    if figure.evidence:
        return figure.evidence.level or figure.evidence.statement
    return _of_value(desk, figure, lang, unit=unit)


def _of_value(desk: Desk, figure: Figure, lang: str, *, unit: bool = True) -> str:
    """A value at the scale that the placeholder asks for, in as many places as tell it from what it is held against."""
    value, digits = _value(figure), places_of(desk.catalogue, _result(figure))
    key, scale = figure.placeholder.name, figure.placeholder.scale
    percent = desk.catalogue.indicators[key].unit == "percent"
    qualifier = value.qualifier if unit else None
    if scale is None or (percent and scale is not Scale.whole):
        return amount(
            desk.catalogue, key, _there(figure, value.value), lang, qualifier=qualifier, unit=unit, digits=digits
        )
    text = _whole(desk, figure, lang, unit) if scale is Scale.whole else _scaled_unit(desk, figure, scale, lang, unit)
    return qualified(text, qualifier, lang)


def _scaled_unit(desk: Desk, figure: Figure, scale: Scale, lang: str, unit: bool) -> str:
    value = _there(figure, _value(figure).value)
    text = scaled(value, scale, lang, _held_against(figure))
    if not unit:
        return text
    word = unit_of(desk.catalogue, figure.placeholder.name, value, lang)
    return f"{text}{word}" if text.endswith(("億", "萬")) else f"{text} {word}"


def _whole(desk: Desk, figure: Figure, lang: str, unit: bool) -> str:
    """Without decimals, unless a rate would then look as if it met a bound that it misses."""
    key, value, result = figure.placeholder.name, _there(figure, _value(figure).value), _result(figure)
    if desk.catalogue.indicators[key].unit == "percent":
        share = shown(desk.catalogue, key, value)
        whole = printed(share, 0, percent=True)
        edges = [shown(desk.catalogue, key, bound) for bound in bounds_of(result.standard)]
        if any((whole < edge) is not (share < edge) for edge in edges):
            return amount(desk.catalogue, key, value, lang, digits=places_of(desk.catalogue, result))
        return f"{number(whole)}%"
    word = unit_of(desk.catalogue, key, value, lang) if unit else ""
    return f"{number(value)} {word}".rstrip()


def title(innovation: Innovation, lang: str) -> str:
    return (innovation.title_en or innovation.title) if lang == "en" else innovation.title


def _number(desk: Desk, figure: Figure, lang: str) -> str:
    return _amount(desk, figure, lang, unit=False)


def _unit(desk: Desk, figure: Figure, lang: str) -> str:
    value = figure.value.value if figure.value else None
    return unit_of(desk.catalogue, figure.placeholder.name, value, lang)


def _start(desk: Desk, figure: Figure, lang: str) -> str:
    return month_day(figure.period.start, lang, desk.year)


def _cut_off(desk: Desk, figure: Figure, lang: str) -> str:
    return month_day(figure.period.end, lang, desk.year)


def _day(desk: Desk, figure: Figure, lang: str) -> str:
    return long_day(figure.evidence.start if figure.evidence else figure.period.end, lang)


def _last_year(desk: Desk, figure: Figure, lang: str) -> str:
    if _value(figure).value is None:
        return say("form-no-cases", lang)
    return _of_value(desk, figure, lang)


def _held_against(figure: Figure) -> list[float]:
    """The values of both years, and the bounds."""
    result = _result(figure)
    both = [one.value for one in (result.value, result.compared, result.prior) if one and one.value is not None]
    return [*both, *bounds_of(result.standard)]


def _change(desk: Desk, figure: Figure, lang: str) -> str:
    """增加 4.1%; of rates 增加 0.6 個百分點; of means, of a prior zero and of next to nothing the difference."""
    key, result = figure.placeholder.name, _result(figure)
    moved = _there(figure, result.change)
    if not moved.absolute:
        return say("form-same", lang)
    share = desk.catalogue.indicators[key].behaviour not in (Behaviour.mean, Behaviour.quantile) and moved.relative
    now, before = (_there(figure, value.value) for value in figure.values)
    digits = places_of(desk.catalogue, result)
    by = (
        relative(abs(share), signed=False)
        if share and abs(share) >= LEAST
        else difference(desk.catalogue, key, now, before, lang, signed=False, digits=digits)
    )
    return say("form-up" if moved.absolute > 0 else "form-down", lang, by=about(result, by, lang))


def _part(figure: Figure, part: float | None) -> str:
    value = _there(figure, part)
    return number(value, 0 if float(value).is_integer() else 1)


def _standard(desk: Desk, figure: Figure, lang: str) -> str:
    """The bound as it was set: 4 次; of a time limit its days."""
    standard, key = _result(figure).standard, figure.placeholder.name
    value = _there(figure, value_set(standard) if standard else None)
    if isinstance(standard, TimeLimit):
        unit = desk.catalogue.units["days"]
        word = unit.zh if lang != "en" else unit.one if value == 1 else unit.en
        return f"{number(value)} {word}"
    return bound(desk.catalogue, key, value, lang)


def _result(figure: Figure) -> Result:
    return _there(figure, figure.result)


def _value(figure: Figure) -> Value:
    return _there(figure, figure.value)


def _evidence(figure: Figure) -> Evidence:
    return _there(figure, figure.evidence)


def _there(figure: Figure, part: _Part | None) -> _Part:
    """A part of a figure, which is there where none is said to be missing. Raises `LookupError` where it is not."""
    if part is None:
        raise LookupError(f"{figure.placeholder.stored()} lacks what it is to print, and does not say so")
    return part


_WORDS: dict[What, Callable[[Desk, Figure, str], str]] = {
    What.amount: _amount,
    What.number: _number,
    What.unit: _unit,
    What.cut_off: _cut_off,
    What.day: _day,
    What.start: _start,
    What.period: lambda desk, figure, lang: span(figure.period, lang, desk.year),
    What.last_year: _last_year,
    What.change: _change,
    What.numerator: lambda desk, figure, lang: _part(figure, _value(figure).numerator),
    What.denominator: lambda desk, figure, lang: _part(figure, _value(figure).denominator),
    What.standard: _standard,
    What.status: lambda desk, figure, lang: say(f"status-{_result(figure).status.value}", lang),
    What.level: lambda desk, figure, lang: _there(figure, _evidence(figure).level),
    What.statement: lambda desk, figure, lang: _evidence(figure).statement,
}
