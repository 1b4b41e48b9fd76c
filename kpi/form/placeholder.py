"""Placeholders: ``{name|option|…}`` stands for a figure of an indicator, or for the list of innovative services.

Written in the reader's language (``{人民陳情受理件數|去年同期}``) or as it is stored (``{petitions_received|last year}``):
names and options have a spelling in each, and one that is stored, which no renaming touches.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from kpi.catalogue.definitions import Catalogue
from kpi.catalogue.source import Text
from kpi.dates.periods import month_end
from kpi.dates.roc import parse_date
from kpi.errors import DateError, did_you_mean
from kpi.form.figure_parts import INNOVATIONS, What, parts_of
from kpi.sentence import Sentence
from kpi.spelling import fold

LIST_NAME = Text(zh="創新服務清單", en="List of innovative services")


class Scale(StrEnum):
    """How a large number is written."""

    wan = "10k"  # 26萬1,111
    yi = "100m"  # 1.15 億
    whole = "whole"  # no decimals


ZH = {
    What.amount: "數值", What.number: "數字", What.unit: "單位", What.cut_off: "截止日", What.day: "日期", What.start: "起日",
    What.period: "期間", What.last_year: "去年同期", What.change: "增減", What.numerator: "分子", What.denominator: "分母",
    What.standard: "標準", What.status: "狀態", What.level: "等級", What.statement: "說明",
    Scale.wan: "萬", Scale.yi: "億", Scale.whole: "整數",
}  # fmt: skip
KNOWN = Text(zh="、".join([*ZH.values(), "截至 12/31"]), en=", ".join([*(one.value for one in ZH), "as of 12/31"]))
WORDS = {fold(spelling).lower(): option for option, zh in ZH.items() for spelling in (zh, option.value)}
LEAP = 2024  # a year that has every day
_AS_OF = re.compile(r"^(?:截至|as of)\s*+(.+)$", re.IGNORECASE)
_FROM_TO = re.compile(r"^(?:自|from)\s*+(.+?)(?:至|to)\s*+(.+)", re.IGNORECASE | re.DOTALL)
_OFFICE = re.compile(r"^(?:組室|office)\s++(.+)$", re.IGNORECASE)
_MONTH_DAY = re.compile(r"^(\d{1,2})\s*[/月.-]\s*(\d{1,2})\s*日?$")


@dataclass(frozen=True)
class Day:
    """A day of the form's year (``year`` None), or one of a stated Gregorian year."""

    month: int
    day: int
    year: int | None = None

    def of(self, year: int) -> date:
        """That day; 2/29 of a year without one is 2/28."""
        year = self.year or year
        return min(date(year, self.month, 1) + timedelta(days=self.day - 1), month_end(date(year, self.month, 1)))

    def stored(self) -> str:
        return f"{self.year}/{self.month}/{self.day}" if self.year else f"{self.month}/{self.day}"


@dataclass(frozen=True)
class Placeholder:
    """``name`` is the id of an indicator, or `INNOVATIONS`. ``start`` and ``end`` bound the period; ``typed`` as written."""

    name: str
    what: What = What.amount
    scale: Scale | None = None
    start: Day | None = None
    end: Day | None = None
    office: str | None = None
    typed: str = ""

    def stored(self) -> str:
        """As it is stored: the same in every language."""
        return self._spelled(self.name, lambda option: option.value, "as of {}", "from {} to {}", "office {}")

    def spelled(self, catalogue: Catalogue, lang: str) -> str:
        """As the reader's language writes it."""
        if lang == "en":
            return self._spelled(
                name_of(catalogue, self.name, lang), lambda o: o.value, "as of {}", "from {} to {}", "office {}"
            )
        return self._spelled(name_of(catalogue, self.name, lang), ZH.__getitem__, "截至 {}", "自 {} 至 {}", "組室 {}")

    def _spelled(self, name: str, word: Callable[[What | Scale], str], as_of: str, from_to: str, office: str) -> str:
        parts = [name]
        parts += [word(self.what)] if self.what is not What.amount else []
        parts += [word(self.scale)] if self.scale else []
        if self.start and self.end:
            parts.append(from_to.format(self.start.stored(), self.end.stored()))
        elif self.end:
            parts.append(as_of.format(self.end.stored()))
        parts += [office.format(self.office)] if self.office else []
        return "{" + "|".join(parts) + "}"


def name_of(catalogue: Catalogue, name: str, lang: str) -> str:
    return (LIST_NAME if name == INNOVATIONS else catalogue.indicators[name].name).get(lang)


LISTS = {fold(word).lower(): INNOVATIONS for word in (INNOVATIONS, LIST_NAME.zh, LIST_NAME.en)}


def read(typed: str, catalogue: Catalogue) -> Placeholder | Sentence:
    """What stands between braces as a placeholder, or the sentence that says why it is none."""
    first, *options = [part.strip() for part in re.split(r"[|｜]", typed.replace("／", "/"))]
    name = LISTS.get(fold(first).lower()) or catalogue.spellings.get(fold(first).lower())
    if name is None:
        spellings = [spelling for item in catalogue.indicators.values() for spelling in (item.name.zh, item.name.en)]
        near = did_you_mean(first, [*spellings, *catalogue.indicators])
        return Sentence("placeholder-unknown", {"found": first, "near": near, "count": len(near)})
    found = Placeholder(name, typed=typed)
    for option in options:
        changed = _option(found, option)
        if changed is None:
            return Sentence("placeholder-option", {"found": option, "name": first, "known": KNOWN})
        found = changed
    return lacking(found, catalogue) or backwards(found) or found


def lacking(placeholder: Placeholder, catalogue: Catalogue) -> Sentence | None:
    """Why it cannot be filled: the figure has no such part, whatever its data are."""
    parts = parts_of(catalogue, placeholder.name)
    if placeholder.what in parts:
        return None
    name = LIST_NAME if placeholder.name == INNOVATIONS else catalogue.indicators[placeholder.name].name
    said = {"name": name, "part": _words([placeholder.what]), "known": _words(parts)}
    return Sentence("placeholder-part", {"found": placeholder.typed or placeholder.stored(), **said})


def backwards(placeholder: Placeholder, year: int | None = None) -> Sentence | None:
    """Why it cannot be filled: its days run backwards in the form of a Gregorian ``year``. Without the year this is only
    known of two days that both state theirs, or both do not."""
    start, end = placeholder.start, placeholder.end
    if start is None or end is None or (year is None and bool(start.year) != bool(end.year)):
        return None
    if start.of(year or LEAP) <= end.of(year or LEAP):
        return None
    said = {"start": start.stored(), "end": end.stored()}
    return Sentence("placeholder-backwards", {"found": placeholder.typed or placeholder.stored(), **said})


def _words(parts: Iterable[What]) -> Text:
    return Text(zh="、".join(ZH[one] for one in parts), en=", ".join(one.value for one in parts))


def _option(found: Placeholder, option: str) -> Placeholder | None:
    word = WORDS.get(fold(option).lower())
    if isinstance(word, What):
        return replace(found, what=word)
    if isinstance(word, Scale):
        return replace(found, scale=word)
    if match := _FROM_TO.match(option):
        start, end = _day(match[1]), _day(match[2])
        return replace(found, start=start, end=end) if start and end else None
    if match := _AS_OF.match(option):
        end = _day(match[1])
        return replace(found, end=end) if end else None
    if match := _OFFICE.match(option):
        return replace(found, office=match[1])
    return None


def _day(text: str) -> Day | None:
    if match := _MONTH_DAY.match(text.strip()):
        month, day = int(match[1]), int(match[2])
        try:
            date(2024, month, day)
        except ValueError:
            return None
        return Day(month, day)
    try:
        found = parse_date(text)
    except DateError:
        return None
    return Day(found.month, found.day, found.year)
