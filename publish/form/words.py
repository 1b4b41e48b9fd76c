"""A filled placeholder in words, as such documents print them: 33,748 件, 26萬1,111 人, 約 1.15 億元, 4.7%, 12 月 10 日."""

from __future__ import annotations

from datetime import date

from babel.dates import format_date

from kpi.catalogue import Behaviour, StandardKind
from kpi.form.figure import Desk, Figure
from kpi.form.placeholder import Placeholder, Scale, What
from kpi.periods import Period
from kpi.roc import roc_year
from kpi.values import Value
from lang import LANGUAGES, amount, bound, difference, list_of, number, say, unit_of
from lang.figures import QUALIFIERS

WAN, YI = 10_000, 100_000_000
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


def scaled(value: float, scale: Scale, lang: str) -> str:
    """261111 -> 26萬1,111; 540000 -> 54 萬; 115000000 -> 1.15 億; in English 4.25 billion, 115 million."""
    if lang == "en":
        if scale is Scale.wan or abs(value) < 1_000_000:
            return number(value)
        size, word = (10**9, "billion") if abs(value) >= 10**9 else (10**6, "million")
        return f"{_short(value / size)} {word}"
    if scale is Scale.yi and abs(value) >= YI:
        return f"{_short(value / YI)} 億"
    if abs(value) < WAN:
        return number(value)
    whole, rest = divmod(round(value), WAN)
    return f"{number(whole)}萬{number(rest)}" if rest else f"{number(whole)} 萬"


def _short(value: float) -> str:
    """At most two decimals, none that say nothing."""
    text = number(value, 2)
    return text.rstrip("0").rstrip(".") if "." in text else text


def _amount(desk: Desk, figure: Figure, lang: str, *, unit: bool = True) -> str:
    if figure.items:
        return list_of([title(one, lang) for one in figure.items], lang, most=len(figure.items))
    if figure.evidence:
        return figure.evidence.level or figure.evidence.statement
    return _of_value(desk, figure.placeholder, figure.value, lang, unit=unit)


def _of_value(desk: Desk, placeholder: Placeholder, value: Value, lang: str, *, unit: bool = True) -> str:
    """A value at the scale that the placeholder asks for."""
    key, scale = placeholder.name, placeholder.scale
    percent = desk.catalogue.indicators[key].unit == "percent"
    qualifier = value.qualifier if unit else None
    if scale is None or (percent and scale is not Scale.whole):
        return amount(desk.catalogue, key, value.value, lang, qualifier=qualifier, unit=unit)
    text = (
        _whole(desk, key, value.value, lang, unit)
        if scale is Scale.whole
        else _scaled_unit(desk, key, value.value, scale, lang, unit)
    )
    return QUALIFIERS[lang].get(qualifier or "", "{}").format(text)


def _scaled_unit(desk: Desk, key: str, value: float, scale: Scale, lang: str, unit: bool) -> str:
    text = scaled(value, scale, lang)
    if not unit:
        return text
    word = unit_of(desk.catalogue, key, value, lang)
    return f"{text}{word}" if text.endswith(("億", "萬")) else f"{text} {word}"


def _whole(desk: Desk, key: str, value: float, lang: str, unit: bool) -> str:
    if desk.catalogue.indicators[key].unit == "percent":
        share = min(int(value * 100 + 0.5 + 1e-9), 99) if value < 1 else 100  # never round up to the perfect score
        return f"{number(share)}%"
    word = unit_of(desk.catalogue, key, value, lang) if unit else ""
    return f"{number(value)} {word}".rstrip()


def title(innovation, lang: str) -> str:
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
    if figure.value.value is None:
        return say("form-no-cases", lang)
    return _of_value(desk, figure.placeholder, figure.value, lang)


def _change(desk: Desk, figure: Figure, lang: str) -> str:
    """增加 4.1%; of rates 增加 0.6 個百分點; of means, of a prior zero and of next to nothing the difference."""
    moved, key = figure.result.change, figure.placeholder.name
    if not moved.absolute:
        return say("form-same", lang)
    share = desk.catalogue.indicators[key].behaviour not in (Behaviour.mean, Behaviour.quantile) and moved.relative
    by = (
        f"{number(abs(share) * 100, 1)}%"
        if share and abs(share) >= LEAST
        else difference(desk.catalogue, key, abs(moved.absolute), lang, signed=False)
    )
    return say("form-up" if moved.absolute > 0 else "form-down", lang, by=by)


def _part(desk: Desk, value: float) -> str:
    return number(value, 0 if float(value).is_integer() else 1)


def _standard(desk: Desk, figure: Figure, lang: str) -> str:
    """The bound as it was set: 4 次; of a time limit its days."""
    standard, key = figure.result.standard, figure.placeholder.name
    if standard.kind is StandardKind.time_limit:
        unit = desk.catalogue.units["days"]
        word = unit.zh if lang != "en" else unit.one if standard.value == 1 else unit.en
        return f"{number(standard.value)} {word}"
    return bound(desk.catalogue, key, standard.value, lang)


_WORDS = {
    What.amount: _amount,
    What.number: _number,
    What.unit: _unit,
    What.cut_off: _cut_off,
    What.day: _day,
    What.start: _start,
    What.period: lambda desk, figure, lang: span(figure.period, lang, desk.year),
    What.last_year: _last_year,
    What.change: _change,
    What.numerator: lambda desk, figure, lang: _part(desk, figure.value.numerator),
    What.denominator: lambda desk, figure, lang: _part(desk, figure.value.denominator),
    What.standard: _standard,
    What.status: lambda desk, figure, lang: say(f"status-{figure.result.status.value}", lang),
    What.level: lambda desk, figure, lang: figure.evidence.level,
    What.statement: lambda desk, figure, lang: figure.evidence.statement,
}
