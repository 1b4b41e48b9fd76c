"""The months of a year as data: of every indicator each month's status, and its change against the same month of last year."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from kpi.catalogue import Behaviour, Catalogue
from kpi.dates.periods import Period, month_of, year_of
from kpi.evaluate import Result, in_part
from kpi.status import Status
from kpi.values import POINTS
from lang import change, day, in_column, month_name, period, places_of, say, sentence, unit_of, year
from present.charts.labels import value_with_n
from present.sentences import result as words
from present.sentences.change import DASH, compared_words, is_of_another_day, moved_words, tone
from present.sentences.questions import LARGE
from present.sentences.standard import standard_text
from ui.months.contract import Legend, MonthCell, MonthHead, MonthsRow
from ui.shared import cached
from ui.shared.memory import kept
from warehouse import Version

VIEWS = ("status", "change")
CLEAR = 0.05  # from here on a change is more than slight
CLEAR_POINTS, LARGE_POINTS = 0.01, 0.05  # the same of rates, whose changes are differences
JUDGED = (Status.met, Status.not_met, Status.at_risk)
DIFFERENCES = (Behaviour.ratio, Behaviour.coverage, Behaviour.mean, Behaviour.quantile)  # changes in a unit, not in %


@kept(16)
def rows(version: Version, asked: Period, office: str | None, lang: str) -> list[MonthsRow]:
    """One row for each indicator that has numbers and applies, in the order of the catalogue."""
    months = cached.grid(version, asked.start.year, asked.end, office)
    totals = {result.indicator: result for result in cached.results(version, asked, office)}
    return rows_of(cached.catalogue(), months, totals, lang)


def rows_of(
    catalogue: Catalogue, months: Mapping[str, tuple[Result, ...]], totals: Mapping[str, Result], lang: str
) -> list[MonthsRow]:  # fmt: skip
    """Rows of what was evaluated: ``months`` by indicator from January on, ``totals`` the year to date."""
    return [_row(catalogue, found, totals[key], lang) for key, found in months.items() if _applies(found)]


def _applies(found: Iterable[Result]) -> bool:
    return any(result.status is not Status.not_applicable for result in found)


def _row(catalogue: Catalogue, found: tuple[Result, ...], total: Result, lang: str) -> MonthsRow:
    key = total.indicator
    item = catalogue.indicators[key]
    in_unit = item.behaviour in DIFFERENCES
    unit = say("ui-months-points", lang) if item.unit == "percent" else unit_of(catalogue, key, None, lang)
    return {
        "id": key,
        "name": item.name.get(lang),
        "dimension": catalogue.dimension_of(key),
        "standard": standard_text(catalogue, key, total.standard, lang) if total.standard else "",
        "unit": say("ui-months-in", lang, unit=unit) if in_unit and unit else "",
        "cells": [cell(catalogue, result, lang, short=in_unit) for result in found],
        "total": {
            **cell(catalogue, total, lang),
            "open": False,
            "value": in_column(words.value_words(catalogue, total, lang), lang),
        },
    }


def cell(catalogue: Catalogue, result: Result, lang: str, *, short: bool = False) -> MonthCell:
    """One month (or the year to date): its status, its change, and all that there is to say about it, line by line.

    ``short`` leaves the unit of a change to the head of its row. ``fresh``: the figure, or the miss, is of this month.
    """
    text = change(catalogue, result, lang) or DASH
    step = step_of(catalogue, result)
    fresh = is_fresh(result)
    return {
        "status": result.status,
        "open": is_open(catalogue, result),
        "fresh": fresh,
        "change": in_column(text.split(" ")[0] if short or not step else text, lang),
        "tone": tone(catalogue, result).value if step and fresh else "",
        "step": step if fresh else 0,
        "say": _said(catalogue, result, lang),
    }


def is_open(catalogue: Catalogue, result: Result) -> bool:
    """Is the value of a part of its month only?"""
    return in_part(catalogue, result.indicator, result.value, month_of(result.asked.end))


def is_fresh(result: Result) -> bool:
    """Does the month tell something new? Not where its figure is of an earlier month, nor where only earlier windows of a
    frequency were missed, or not delivered (the year bears them to its end)."""
    if result.value is not None and result.value.period.end < result.asked.start:
        return False
    found = [[window for window in result.windows if window.state == state] for state in ("missed", "unknown")]
    said = next(filter(None, found), [])
    return not said or any(window.period.end >= result.asked.start for window in said)


def step_of(catalogue: Catalogue, result: Result) -> int:
    """How large the change is: 1 slight, 2 clear, 3 large; 0 where there is none.

    Of a prior value of zero nothing says how large it is: slight.
    """
    moved = result.change
    if moved is None or not moved.absolute:
        return 0
    if catalogue.indicators[result.indicator].unit == "percent":
        size, clear, large = round(abs(moved.absolute), 9), CLEAR_POINTS, LARGE_POINTS
    else:
        size, clear, large = round(abs(moved.relative or 0), 9), CLEAR, LARGE
    return 1 + (size >= clear) + (size >= large)


def _said(catalogue: Catalogue, result: Result, lang: str) -> list[str]:
    key, value, digits = result.indicator, result.value, places_of(catalogue, result)
    said = [_when(catalogue, result, lang)]
    if value is not None and value.value is not None:
        said.append(value_with_n(catalogue, key, value, lang, digits=digits))
        if value.period.end < result.asked.start:
            said.append(say("ui-months-held", lang, day=day(value.period.end, lang)))
    status = words.status_word(result.status, lang)
    said.append(say("ui-months-status", lang, status=status, reason=sentence(result.reason, lang, catalogue)))
    if result.change is not None and result.prior is not None:
        before = value_with_n(catalogue, key, result.prior, lang, digits=digits)
        when = {"same": int(not is_of_another_day(result)), "day": day(result.prior.period.end, lang)}
        said.append(say("ui-months-prior", lang, before=before, moved=moved_words(catalogue, result, lang), **when))
        said.append(compared_words(catalogue, result, lang))
    elif result.no_comparison is not None:
        said.append(sentence(result.no_comparison, lang, catalogue))
    elif value is not None and result.prior is not None:
        said += [say("ui-months-no-change", lang), compared_words(catalogue, result, lang)]
    return said


def _when(catalogue: Catalogue, result: Result, lang: str) -> str:
    """Which month, or which part of the year; of a month that is not over up to which day."""
    asked, end = result.asked, result.asked.end
    if asked.start.month == asked.end.month and asked != year_of(asked.end.year):
        params = {"year": year(asked.end, lang), "month": month_name(asked.start.month, lang)}
        if result.value is not None and is_open(catalogue, result):
            own = result.value.period
            if own.start > asked.start:
                return say("ui-months-when-part", lang, **params, days=period(own, lang))
            return say("ui-months-when-open", lang, **params, day=day(own.end, lang))
        return say("ui-months-when", lang, **params)
    if result.value is not None and catalogue.indicators[result.indicator].behaviour not in POINTS:
        end = min(end, result.value.period.end)
    if asked == year_of(end.year) and end == asked.end:
        return say("ui-months-when-year", lang, year=year(end, lang))
    return say("ui-months-when-to-date", lang, year=year(end, lang), day=day(end, lang))


def heads(end: date, lang: str) -> list[MonthHead]:
    """The twelve columns: name of the month, short where there is no room, and where it is cut off."""
    found: list[MonthHead] = []
    for month in year_of(end.year).months():
        cut = month.start <= end < month.end
        name = month_name(month.start.month, lang)
        found.append({
            "name": name, "short": name if lang == "en" else str(month.start.month),
            "note": say("ui-months-until", lang, day=end.day) if cut else "",
        })  # fmt: skip
    return found


def summary(shown: list[MonthsRow], lang: str) -> dict[str, str]:
    """One sentence for each view: what of the rows that are shown meets the eye."""
    return {"status": _missed(shown, lang), "change": _moved(shown, lang)}


def _missed(shown: list[MonthsRow], lang: str) -> str:
    judged = [row for row in shown if any(one["status"] in JUDGED for one in row["cells"])]
    if not judged:
        return say("ui-months-unjudged", lang)
    counts = _counts(judged, lambda one: one["status"] == Status.not_met and one["fresh"])
    months = sum(count for _, count in counts)
    return say("ui-months-missed", lang, judged=len(judged), count=len(counts), months=months, **_most(counts))


def _moved(shown: list[MonthsRow], lang: str) -> str:
    better = sum(count for _, count in _counts(shown, lambda one: one["tone"] == "better"))
    worse = _counts(shown, lambda one: one["tone"] == "worse")
    if not better and not worse:
        return say("ui-months-unmoved", lang)
    total = sum(count for _, count in worse)
    return say("ui-months-moved", lang, better=better, worse=total, **_most(worse))


def _most(counts: list[tuple[str, int]]) -> dict[str, str | int]:
    """The most months of any indicator, how many indicators have as many, and the first of them."""
    most = max((count for _, count in counts), default=0)
    names = [name for name, count in counts if count == most]
    return {"most": most, "tied": len(names), "name": names[0] if names else ""}


def _counts(shown: list[MonthsRow], wanted: Callable[[MonthCell], bool]) -> list[tuple[str, int]]:
    """Names with how many of their months are wanted, those with any."""
    found = [(row["name"], sum(map(wanted, row["cells"]))) for row in shown]
    return [(name, count) for name, count in found if count]


def left_out(shown: int, office: str | None, lang: str) -> str:
    """Which indicators with numbers have no row: those that do not apply to the office."""
    numbers = sum(item.measure.kind != "evidence" for item in cached.catalogue().indicators.values())
    return say("ui-months-left-out", lang, count=numbers - shown, office=office) if office and shown < numbers else ""


def legend(shown: list[MonthsRow], lang: str) -> Legend:
    """What the marks that are there mean, for each view."""
    cells = [one for row in shown for one in (*row["cells"], row["total"])]
    met = {one["status"] for one in cells}
    return {
        "label": say("ui-months-legend", lang),
        "statuses": [
            {"id": status.value, "name": words.status_word(status, lang)} for status in words.ORDER if status in met
        ],
        "tones": [{"id": tone, "name": say(f"ui-months-{tone}", lang)} for tone in ("better", "worse", "neutral")],
        "steps": say("ui-months-steps", lang),
        "open": say("ui-months-open", lang) if any(one["open"] for one in cells) else "",
        "carried": say("ui-months-carried", lang) if not all(one["fresh"] for one in cells) else "",
        "grey": say("ui-months-grey", lang),
        "dash": say("ui-months-dash", lang),
    }


def words_of(asked: Period, lang: str) -> dict[str, str]:
    """The fixed words of the page."""
    whole = asked == year_of(asked.end.year)
    return {
        "all": say("ui-months-all", lang),
        "indicator": say("ui-overview-indicator", lang),
        "total": say("ui-months-year" if whole else "ui-part-ytd", lang),
        "views": say("ui-months-views", lang),
        "nothing": say("ui-months-none", lang),
    }
