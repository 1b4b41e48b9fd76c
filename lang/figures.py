"""Numbers, dates and periods as the reader's language writes them. ROC years in Chinese, Gregorian in English."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from babel.dates import format_date

from kpi.catalogue import Behaviour, Catalogue, NotComparable, Text, Unit
from kpi.dates.periods import Period
from kpi.dates.roc import roc_year
from kpi.dates.time_limits import RECKONED
from kpi.evaluate import Result
from kpi.exact import sign
from kpi.sentence import Amount, Bound, Difference, Distance, Month, Named, Part, Sentence, Share
from kpi.values import ABOUT_AT_LEAST
from lang.catalogue import sentence
from lang.precision import (
    decimal_of,
    enough,
    places,
    places_as_set,
    places_of,
    printed,
    rounded,
    shown,
    told_apart,
    usual_places,
)
from lang.spacing import joined

MEASURES = {
    "offices": "個組室", "windows": "期", "spans": "段期間", "months": "個月", "files": "個檔案", "sheets": "張工作表",
    "loads": "次載入", "sources": "個來源", "headers": "個欄位", "names": "個欄位", "years": "個年度",
}  # fmt: skip
"""The measure word (量詞) of what a list holds, by the name under which a sentence takes it."""
MINUS = "\u2212"
QUALIFIERS = {
    "zh-Hant": {"約": "約 {}", "以上": "{}以上", ABOUT_AT_LEAST: "約 {}以上", RECKONED: "{}（期限推算）"},
    "en": {
        "約": "about {}",
        "以上": "at least {}",
        ABOUT_AT_LEAST: "at least about {}",
        RECKONED: "{} (due dates reckoned)",
    },
}


def number(value: float | Decimal, decimals: int = 0, *, signed: bool = False) -> str:
    """1234.5 -> 1,234.5; at most ``decimals`` places, with a true minus sign."""
    exact = value if isinstance(value, Decimal) else decimal_of(value)
    text = f"{rounded(abs(exact), decimals):,f}"
    if not any(digit in text for digit in "123456789"):
        return f"±{text}" if signed else text
    return (MINUS if exact < 0 else "+" if signed else "") + text


def unit_of(catalogue: Catalogue, indicator: str, value: float | None, lang: str) -> str:
    unit: Unit = catalogue.units[catalogue.indicators[indicator].unit]
    if lang != "en":
        return unit.zh
    return unit.one if unit.one and value == 1 else unit.en


def amount(
    catalogue: Catalogue, indicator: str, value: float, lang: str, *, qualifier: str | None = None, unit: bool = True,
    digits: int | None = None,
) -> str:  # fmt: skip
    """A value with its unit: 33,748 件, 4.7%, 約 1,612 人次. ``digits``: its places, where something stands beside it."""
    percent = catalogue.indicators[indicator].unit == "percent"
    exact = shown(catalogue, indicator, value)
    at = places(catalogue, indicator, value) if digits is None else digits
    if percent and exact in (0, 100):
        at = 0
    elif not percent and exact == exact.to_integral_value():
        at = usual_places(catalogue, indicator, value)
    text = number(printed(exact, at, percent=percent), at)
    if percent:
        text += "%"
    elif unit and (word := unit_of(catalogue, indicator, value, lang)):
        text = f"{text} {word}"
    return qualified(text, qualifier, lang)


def qualified(text: str, qualifier: str | None, lang: str) -> str:
    """約 1,612 人次, 33,748 件以上, 33,748 以上."""
    before, after = QUALIFIERS[lang].get(qualifier or "", "{}").split("{}")
    return joined([before.strip(), text, after.strip()], lang)


def bound(catalogue: Catalogue, indicator: str, value: float, lang: str) -> str:
    """A bound as it was set: 80 分, not 80.0 分; 94.75%, not 94.8%."""
    exact = shown(catalogue, indicator, value)
    text = number(exact, places_as_set(exact))
    if catalogue.indicators[indicator].unit == "percent":
        return f"{text}%"
    return f"{text} {unit_of(catalogue, indicator, value, lang)}".rstrip()


def difference(
    catalogue: Catalogue, indicator: str, now: float, before: float, lang: str, *, signed: bool = True,
    digits: int | None = None,
) -> str:  # fmt: skip
    """What lies between two values: of rates in percentage points (百分點), else in the indicator's unit.

    It is zero only where they are the same number.
    """
    if not sign(now, before):
        before = now
    gap = shown(catalogue, indicator, now) - shown(catalogue, indicator, before)
    gap = gap if signed else abs(gap)
    at = places(catalogue, indicator, now, beside=(before,)) if digits is None else digits
    text = _gap(catalogue, indicator, gap, at, signed=signed)
    if catalogue.indicators[indicator].unit == "percent":
        return f"{text} 個百分點" if lang != "en" else f"{text} points"
    return f"{text} {unit_of(catalogue, indicator, abs(float(gap)), lang)}".rstrip()


def _gap(catalogue: Catalogue, indicator: str, gap: Decimal, digits: int, *, signed: bool) -> str:
    at = digits
    if catalogue.indicators[indicator].unit != "percent" and gap == gap.to_integral_value():
        at = catalogue.indicators[indicator].decimals or 0
    return number(gap, enough(gap, at), signed=signed)


def distance(catalogue: Catalogue, indicator: str, value: float, edge: float, lang: str) -> str:
    """How far a value lies from a bound: what one gets who subtracts the two as they are printed."""
    at = places(catalogue, indicator, value, bounds=(edge,))
    percent = catalogue.indicators[indicator].unit == "percent"
    apart = abs(printed(shown(catalogue, indicator, value), at, percent=percent) - shown(catalogue, indicator, edge))
    if not percent:
        apart = apart.normalize()
        word = unit_of(catalogue, indicator, float(apart), lang)
        return (
            f"{number(apart, max(places_as_set(apart), catalogue.indicators[indicator].decimals or 0))} {word}".rstrip()
        )
    return f"{number(apart, at)} 個百分點" if lang != "en" else f"{number(apart, at)} points"


def change(catalogue: Catalogue, result: Result, lang: str) -> str:
    """The change against last year in one short text: counts in per cent, rates in points, of a prior zero the difference."""
    item = catalogue.indicators[result.indicator]
    moved, compared, prior = result.change, result.compared, result.prior
    if moved is None or compared is None or compared.value is None or prior is None or prior.value is None:
        return ""
    if moved.relative and item.behaviour not in (Behaviour.mean, Behaviour.quantile):
        return relative(moved.relative)
    digits = places_of(catalogue, result)
    return difference(catalogue, result.indicator, compared.value, prior.value, lang, digits=digits)


LARGE = re.compile(r"(?<![\d,.])(\d{1,3}(?:,\d{3}){2,8})(?![\d,.]) ?")
YI, WAN = 10**8, 10**4


def in_column(text: str, lang: str) -> str:
    """A printed amount for a narrow column, to the last digit: 1,924,700,500 元 -> 19 億 2,470 萬 500 元; in English what
    three decimals can say, 4,250,000,000 TWD -> 4.25 billion TWD. It breaks at its blanks."""
    return LARGE.sub(lambda found: _grouped(found, lang), text)


def _grouped(found: re.Match[str], lang: str) -> str:
    value, tail = int(found[1].replace(",", "")), found[0][len(found[1]) :]
    if value < YI:
        return found[0]
    if lang != "en":
        sizes = ((value // YI, " 億"), (value % YI // WAN, " 萬"), (value % WAN, ""))
        text = " ".join(f"{count:,}{word}" for count, word in sizes if count)
        return text if value % WAN == 0 else f"{text}{tail}"
    for size, word in ((10**9, "billion"), (10**6, "million")):
        if value >= size:
            if value % (size // 1000):
                break
            return f"{value / size:,.3f}".rstrip("0").rstrip(".") + f" {word}{tail}"
    return found[0]


def relative(share: float, *, signed: bool = True) -> str:
    """A relative change in per cent, +4.1%; of a small one as many places as it needs, +0.04%."""
    exact = decimal_of(share).scaleb(2)
    return f"{number(exact, enough(exact, 1), signed=signed)}%"


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


def month(day: date, lang: str) -> str:
    """114 年 11 月 in Chinese, Nov 2025 in English."""
    words = month_name(day.month, lang), year(day, lang)
    return " ".join(words if lang == "en" else words[::-1])


def part(value: Part, lang: str) -> str:
    """甲組, or 甲組（114/3/1–3/31）; in English 甲組 (1 – 31 Mar 2025)."""
    if not value.spans:
        return value.name
    days = list_of([period(span, lang) for span in value.spans], lang)
    return f"{value.name} ({days})" if lang == "en" else f"{value.name}（{days}）"


def period(value: Period, lang: str) -> str:
    """Both ends in words; what they share is said once: 114/1/1–12/10, 1 Jan – 10 Dec 2025."""
    start, end = value.start, value.end
    if start == end:
        return day(start, lang)
    if lang == "en":
        first = format_date(start, "d MMM" if start.year == end.year else "d MMM y", locale="en")
        return f"{first} – {day(end, lang)}"
    return f"{roc(start)}–{end.month}/{end.day}" if start.year == end.year else f"{roc(start)}–{roc(end)}"


def list_of(items: Iterable[str], lang: str, most: int = 4, of: str = "") -> str:
    """A、B、C in Chinese; A, B and C in English; the rest of a long list is counted, in Chinese with the
    measure word of what is listed (``of``): 等 9 個組室."""
    items = list(items)
    rest = len(items) - most
    shown = items[:most] if rest > 0 else items
    if lang == "en":
        text = ", ".join(shown)
        return f"{text} and {rest} more" if rest > 0 else " and ".join(text.rsplit(", ", 1)) if len(shown) > 1 else text
    return joined(["、".join(shown), f"等 {len(items)} {MEASURES.get(of, '項')}" if rest > 0 else ""], lang)


def in_words(value: Any, lang: str, catalogue: Catalogue, of: str = "") -> Any:
    """A typed value of a `Sentence` as text (numbers stay numbers, so that plurals work)."""
    if isinstance(value, Bound):
        return bound(catalogue, value.indicator, value.value, lang)
    if isinstance(value, Amount):
        digits = places(catalogue, value.indicator, value.value, bounds=value.bounds, beside=value.beside)
        return amount(catalogue, value.indicator, value.value, lang, qualifier=value.qualifier, digits=digits)
    if isinstance(value, Difference):
        return difference(catalogue, value.indicator, value.now, value.before, lang, signed=False)
    if isinstance(value, Distance):
        return distance(catalogue, value.indicator, value.value, value.edge, lang)
    if isinstance(value, Period):
        return period(value, lang)
    if isinstance(value, Month):
        return month(value.day, lang)
    if isinstance(value, Part):
        return part(value, lang)
    if isinstance(value, date):
        return day(value, lang)
    if isinstance(value, Share):
        exact = decimal_of(value.value).scaleb(2)
        at = enough(exact, 0)
        if value.beside is not None and sign(value.value, value.beside):
            at = told_apart(exact, decimal_of(value.beside).scaleb(2), at, percent=True)
        return f"{number(printed(exact, at, percent=True), at)}%"
    if isinstance(value, Named):
        return value.name
    if isinstance(value, Text | NotComparable):
        return value.en if lang == "en" else value.zh
    if isinstance(value, Sentence):
        return sentence(value, lang, catalogue)
    if isinstance(value, list | tuple):
        return list_of([str(in_words(item, lang, catalogue)) for item in value], lang, of=of)
    if isinstance(value, float):
        return int(value) if value.is_integer() else value
    return value if isinstance(value, int | str) else str(value)
