"""Numbers, dates and periods as the reader's language writes them. ROC years in Chinese, Gregorian in English."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from babel.dates import format_date
from babel.numbers import format_decimal

from kpi.catalogue import Behaviour, Catalogue, NotComparable, Text, Unit
from kpi.periods import Period
from kpi.roc import roc_year
from kpi.sentence import Amount, Bound, Difference

MINUS = "\u2212"
QUALIFIERS = {"zh-Hant": {"約": "約 {}", "以上": "{}以上"}, "en": {"約": "about {}", "以上": "at least {}"}}


def number(value: float, decimals: int = 0, *, signed: bool = False) -> str:
    """1234.5 -> 1,234.5; at most ``decimals`` places, with a true minus sign."""
    text = format_decimal(abs(value), format="#,##0." + "0" * decimals if decimals else "#,##0", locale="en")
    if float(text.replace(",", "")) == 0:
        return f"±{text}" if signed else text
    return (MINUS if value < 0 else "+" if signed else "") + text


def decimals_of(catalogue: Catalogue, indicator: str, value: float) -> int:
    item = catalogue.indicators[indicator]
    if item.unit == "percent":
        return 0 if item.decimals == 0 else 1
    if item.decimals is not None:
        return item.decimals
    return 0 if float(value).is_integer() or abs(value) >= 1000 else 1


def unit_of(catalogue: Catalogue, indicator: str, value: float | None, lang: str) -> str:
    unit: Unit = catalogue.units[catalogue.indicators[indicator].unit]
    if lang != "en":
        return unit.zh
    return unit.one if unit.one and value == 1 else unit.en


def amount(
    catalogue: Catalogue, indicator: str, value: float, lang: str, *, qualifier: str | None = None, unit: bool = True
) -> str:  # fmt: skip
    """A value with its unit: 33,748 件, 4.7%, 約 1,612 人次."""
    percent = catalogue.indicators[indicator].unit == "percent"
    decimals = decimals_of(catalogue, indicator, value)
    text = number(value * 100 if percent else value, decimals)
    if percent:
        if text.startswith("100.") and value < 1:
            text = "99.9"  # never round up to the perfect score
        text = (text[:-2] if text in ("100.0", "0.0") else text) + "%"
    elif unit and (word := unit_of(catalogue, indicator, value, lang)):
        text = f"{text} {word}"
    return QUALIFIERS[lang].get(qualifier or "", "{}").format(text)


def bound(catalogue: Catalogue, indicator: str, value: float, lang: str) -> str:
    """A bound as it was set: 80 分, not 80.0 分; 94.75%, not 94.8%."""
    percent = catalogue.indicators[indicator].unit == "percent"
    shown = round(value * 100 if percent else value, 6)
    places = next((n for n in range(5) if round(shown, n) == shown), 4)
    if percent:
        return f"{number(shown, places)}%"
    return f"{number(shown, places)} {unit_of(catalogue, indicator, value, lang)}".rstrip()


def difference(catalogue: Catalogue, indicator: str, value: float, lang: str, *, signed: bool = True) -> str:
    """A difference: of rates in percentage points (百分點), else in the indicator's unit."""
    if catalogue.indicators[indicator].unit == "percent":
        points = number(value * 100, 1, signed=signed)
        return f"{points} 個百分點" if lang != "en" else f"{points} points"
    text = number(value, decimals_of(catalogue, indicator, value), signed=signed)
    word = unit_of(catalogue, indicator, abs(value), lang)
    return f"{text} {word}".rstrip()


def change(catalogue: Catalogue, result, lang: str) -> str:
    """The change against last year in one short text: counts in per cent, rates in points, of a prior zero the difference."""
    item = catalogue.indicators[result.indicator]
    moved = result.change
    if moved is None:
        return ""
    if moved.relative and item.behaviour not in (Behaviour.mean, Behaviour.quantile):
        return f"{number(moved.relative * 100, 1, signed=True)}%"
    return difference(catalogue, result.indicator, moved.absolute, lang)


def year(day: date | int, lang: str, *, both: bool = False) -> str:
    """114 年 in Chinese, 2025 in English; ``both`` adds the other calendar."""
    gregorian = day if isinstance(day, int) else day.year
    if lang == "en":
        return f"{gregorian} (ROC {roc_year(gregorian)})" if both else str(gregorian)
    return f"{roc_year(gregorian)} 年（{gregorian}）" if both else f"{roc_year(gregorian)} 年"


def roc(day: date) -> str:
    return f"{roc_year(day)}/{day.month}/{day.day}"


def day(value: date, lang: str) -> str:
    """114/12/10 in Chinese, 10 Dec 2025 in English."""
    return format_date(value, "d MMM y", locale="en") if lang == "en" else roc(value)


def month_name(month: int, lang: str) -> str:
    return format_date(date(2000, month, 1), "MMM", locale="en") if lang == "en" else f"{month} 月"


def period(value: Period, lang: str) -> str:
    """Both ends in words; what they share is said once: 114/1/1–12/10, 1 Jan – 10 Dec 2025."""
    start, end = value.start, value.end
    if start == end:
        return day(start, lang)
    if lang == "en":
        first = format_date(start, "d MMM" if start.year == end.year else "d MMM y", locale="en")
        return f"{first} – {day(end, lang)}"
    return f"{roc(start)}–{end.month}/{end.day}" if start.year == end.year else f"{roc(start)}–{roc(end)}"


def list_of(items: Iterable[str], lang: str, most: int = 4) -> str:
    """A、B、C in Chinese; A, B and C in English; the rest of a long list is counted."""
    items = list(items)
    rest = len(items) - most
    shown = items[:most] if rest > 0 else items
    if lang == "en":
        text = ", ".join(shown)
        return f"{text} and {rest} more" if rest > 0 else " and ".join(text.rsplit(", ", 1)) if len(shown) > 1 else text
    return "、".join(shown) + (f"等 {len(items)} 項" if rest > 0 else "")


def plain(value: Any, lang: str, catalogue: Catalogue) -> Any:
    """A typed value of a `Sentence` as text (numbers stay numbers, so that plurals work)."""
    if isinstance(value, Bound):
        return bound(catalogue, value.indicator, value.value, lang)
    if isinstance(value, Amount):
        return amount(catalogue, value.indicator, value.value, lang)
    if isinstance(value, Difference):
        return difference(catalogue, value.indicator, value.value, lang, signed=value.signed)
    if isinstance(value, Period):
        return period(value, lang)
    if isinstance(value, date):
        return day(value, lang)
    if isinstance(value, Text | NotComparable):
        return value.en if lang == "en" else value.zh
    if isinstance(value, list | tuple):
        return list_of([str(plain(item, lang, catalogue)) for item in value], lang)
    if isinstance(value, float):
        return int(value) if value.is_integer() else value
    return value if isinstance(value, int | str) else str(value)
