"""The Overview as data: everything that the page shows, in words, worked out once per version, period, office, language."""

from __future__ import annotations

from collections.abc import Mapping

from kpi.catalogue import Behaviour, Catalogue, StandardKind
from kpi.dates.periods import Period
from kpi.evaluate import Point, Result
from kpi.spc.control_chart import Process
from kpi.spc.xmr import variation_of
from lang import amount, in_column, month_name, say, sentence, year
from present.sentences import result as words
from present.sentences.attention import why
from present.sentences.change import change_words
from present.sentences.signals import signs_of
from present.sentences.standard import standard_text
from ui.overview.contract import OverviewRow, Trend
from ui.shared import cached
from ui.shared.attention import to_look_at
from ui.shared.contract import Named
from ui.shared.memory import kept
from ui.shared.signs import signs_data
from warehouse import Version


@kept(32)
def rows(version: Version, asked: Period, office: str | None, lang: str) -> list[OverviewRow]:
    """One row for each indicator, in the order of the catalogue."""
    catalogue, trends = cached.catalogue(), cached.trends(version, asked.end, office)
    processes = cached.processes(version, asked.end, office)
    return [
        _row(catalogue, result, trends, processes.get(result.indicator), lang)
        for result in cached.results(version, asked, office)
    ]


@kept(32)
def first(version: Version, asked: Period, office: str | None, lang: str) -> list[OverviewRow]:
    """The few rows to look at first, each with a sentence why."""
    found = to_look_at(version, asked, office)
    catalogue = cached.catalogue()
    ready = {row["id"]: row for row in rows(version, asked, office, lang)}
    return [{**ready[item.result.indicator], "why": why(catalogue, item, lang)} for item in found]


def words_of(lang: str, count: int) -> dict[str, str]:
    """The fixed words of the page."""
    keys = (
        "all",
        "indicator",
        "value",
        "standard",
        "status",
        "change",
        "trend",
        "signal",
        "through",
        "any-status",
        "nothing",
    )
    found = {key: say(f"ui-overview-{key}", lang) for key in keys}
    return found | {"first": say("ui-overview-first", lang, count=count), "none": say("ui-overview-calm", lang)}


def statuses(lang: str) -> list[Named]:
    """All statuses, in the order in which they are read."""
    return [{"id": status.value, "name": words.status_word(status, lang)} for status in words.ORDER]


def _row(
    catalogue: Catalogue, result: Result, trends: Mapping[str, tuple[list[Point], list[Point]]], process: Process | None, lang: str
) -> OverviewRow:  # fmt: skip
    key = result.indicator
    change = change_words(catalogue, result, lang)
    evidence = catalogue.indicators[key].measure.kind == "evidence"
    return {
        "id": key,
        "name": catalogue.indicators[key].name.get(lang),
        "dimension": catalogue.dimension_of(key),
        "n": words.n_words(catalogue, result, lang),
        "value": in_column(words.value_words(catalogue, result, lang), lang),
        "standard": standard_text(catalogue, key, result.standard, lang),
        "set": result.standard is not None,
        "status": result.status,
        "word": words.status_word(result.status, lang),
        "reason": sentence(result.reason, lang, catalogue),
        "change": change.text,
        "prior": in_column(" · ".join(filter(None, (change.verdict, change.prior))), lang),
        "through": words.through_words(result, lang),
        "trend": None if evidence else trend(catalogue, result, *trends[key], process, lang),
        "signal": signs_data(signs) if (signs := signs_of(catalogue, process, lang)) else None,
    }


def trend(
    catalogue: Catalogue, result: Result, now: list[Point], before: list[Point], process: Process | None, lang: str
) -> Trend | None:
    """The numbers of a small trend: this year, last year, the standard, special points; and what it shows in words."""
    this, last = _values(now), _values(before)
    if not any(value is not None for value in this + last):
        return None
    known = [(point, found, found.value) for point in now if (found := point.value) and found.value is not None]
    label = say("ui-trend-none", lang)
    if known:
        newest, found, exact = known[-1]
        value = amount(catalogue, result.indicator, exact, lang, qualifier=found.qualifier)
        params = {
            "year": year(newest.month.end, lang),
            "month": month_name(newest.month.start.month, lang),
            "value": value,
        }
        label = say("ui-trend", lang, count=len(known), **params)
    return {
        "now": this, "before": last, "line": [_line(catalogue, result.indicator, point) for point in now],
        "provisional": bool(known) and known[-1][0].provisional, "label": label,
        "special": _special(catalogue, process, result.asked.end.year),
    }  # fmt: skip


def _special(catalogue: Catalogue, process: Process | None, year: int) -> list[tuple[int, str]]:
    """Months of the year (0 is January) that a rule found, each with what it says."""
    if process is None:
        return []
    direction = catalogue.indicators[process.indicator].direction
    flags = [(one.month.start.month, one.flag) for one in process.members if one.flag and one.month.start.year == year]
    return [(month - 1, variation_of(flag, direction).value) for month, flag in flags]


def _values(points: list[Point]) -> list[float | None]:
    return [round(p.value.value, 6) if p.value and p.value.value is not None else None for p in points]


def _line(catalogue: Catalogue, indicator: str, point: Point) -> float | None:
    """The bound in force in a month, where it is one for single months (a bound on a sum is for the whole year)."""
    standard = point.standard
    if standard is None or standard.kind not in (StandardKind.at_least, StandardKind.at_most):
        return None
    return None if catalogue.indicators[indicator].behaviour is Behaviour.flow else standard.value
