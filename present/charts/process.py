"""A control chart before it is drawn: the months of a process with its limits, in the unit shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from kpi.catalogue import Catalogue
from kpi.dates.periods import Period, month_end
from kpi.evaluate import Point
from kpi.observations import Book
from kpi.spc.control_chart import Member, Process
from kpi.spc.xmr import Variation, variation_of
from lang import joined, month_name, say, sentence, unit_of, year
from present.charts.annotations import Remark, remarks_of
from present.charts.labels import demo_note, is_percent, part_name, point_label, shown, value_text


@dataclass(frozen=True)
class Dot:
    """One month: ``place`` counts calendar months from the first, ``kind`` is what a rule says of it."""

    place: int
    value: float
    label: str
    kind: Variation


@dataclass(frozen=True)
class Line:
    """A level over the months from place ``start`` to ``end``: the mean or a limit. Only the last stretch names it."""

    role: str  # mean, lower, upper
    value: float
    label: str
    start: int
    end: int


@dataclass(frozen=True)
class ProcessModel:
    subtitle: str
    unit: str
    percent: bool
    dots: tuple[Dot, ...]
    lines: tuple[Line, ...]
    remarks: tuple[Remark, ...]
    months: tuple[tuple[int, str], ...]  # places with a tick, and its words
    summary: str  # what the last month says, and what the limits say of the standard
    note: str


def process_chart(catalogue: Catalogue, book: Book, process: Process, lang: str) -> ProcessModel:
    """The model of a process. Limits beyond what is possible (below 0, above 100 %) are drawn at that edge."""
    key, item = process.indicator, catalogue.indicators[process.indicator]
    first = process.members[0].month.start
    dots = tuple(_dot(catalogue, process, member, lang) for member in process.members)
    count = _place(process.members[-1], first) + 1
    notes = [say("process-legend", lang)]
    notes += (
        [say("process-trial", lang, months=process.limits.count)] if process.limits and process.limits.trial else []
    )
    notes += [demo_note(lang)] if item.source in book.demo else []
    seen = Period(first, process.members[-1].month.end)
    return ProcessModel(
        subtitle=say("process-subtitle", lang, part=part_name(catalogue, key, process.scope, lang)),
        unit=unit_of(catalogue, key, None, lang), percent=item.unit == "percent", dots=dots,
        lines=_lines(catalogue, process, lang), remarks=remarks_of(book, key, process.scope, seen, lang, lambda when: _places(when, first)),
        months=tuple((place, _tick(first, place, lang)) for place in ticks(first.month, count)),
        summary=process_words(catalogue, process, lang), note=joined(notes, lang),
    )  # fmt: skip


def _lines(catalogue: Catalogue, process: Process, lang: str) -> tuple[Line, ...]:
    key, first = process.indicator, process.members[0].month.start
    top = 1.0 if is_percent(catalogue, key) else float("inf")
    found = []
    for _, same in groupby(process.members, key=lambda member: id(member.limits)):
        stretch = list(same)
        places, limits = [_place(member, first) for member in stretch], stretch[0].limits
        if limits is None:
            continue
        levels = {"mean": limits.mean, "lower": max(limits.lower, 0.0), "upper": min(limits.upper, top)}
        for role, level in levels.items():
            value = shown(catalogue, key, level)
            beside = [shown(catalogue, key, member.number) for member in stretch]
            words = say(f"process-line-{role}", lang, value=value_text(catalogue, key, value, lang, beside))
            found.append(Line(role, value, words if limits is process.limits else "", places[0], places[-1]))
    return tuple(found)


def process_words(catalogue: Catalogue, process: Process, lang: str) -> str:
    """What the last month says, and what the limits say of the standard, in sentences."""
    said = [sentence(one, lang, catalogue) for one in (process.reason, process.outlook) if one]
    return joined(said, lang)


def _dot(catalogue: Catalogue, process: Process, member: Member, lang: str) -> Dot:
    key = process.indicator
    kind = variation_of(member.flag, catalogue.indicators[key].direction)
    edges = (member.limits.lower, member.limits.mean, member.limits.upper) if member.limits else ()
    label = point_label(catalogue, key, Point(member.month, member.value, False, member.standard), lang, beside=edges)
    if member.flag:
        label = f"{label}<br>{say(f'process-rule-{member.flag.rule.value}', lang)}"
    place = _place(member, process.members[0].month.start)
    return Dot(place, shown(catalogue, key, member.number), label, kind)


def _place(member: Member, first: date) -> int:
    return (member.month.start.year - first.year) * 12 + member.month.start.month - first.month


def _places(when: date, first: date) -> float:
    """Where a day stands: the middle of its first month is 0."""
    share = (when.day - 1) / month_end(when).day
    return (when.year - first.year) * 12 + when.month - first.month + share - 0.5


def ticks(month: int, count: int) -> list[int]:
    """Places of a row of months, the first of which is ``month`` of its year, whose names have room on a narrow screen.

    Every second month of a year, the quarters of a year and a half, the half years of a longer time; and the first, which
    bears its year. Of two that would touch, a January stays.
    """
    step = 6 if count > 18 else 3 if count > 12 else 2
    found = [place for place in range(count) if (month - 1 + place) % step == 0]
    if found and 0 < found[0] < step:
        january = (month - 1 + found[0]) % 12 == 0
        return found if january else [0, *found[1:]]
    return found or [0]


def _tick(first: date, place: int, lang: str) -> str:
    """The month, and the year at each January and at the first."""
    gregorian, month = divmod(first.year * 12 + first.month - 1 + place, 12)
    name = month_name(month + 1, lang)
    return f"{name}<br>{year(gregorian, lang)}" if month == 0 or place == 0 else name
