"""A value held against its reference standard: a status, and the sentence that explains it."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from kpi.catalogue import (
    AtLeast,
    AtMost,
    Catalogue,
    Direction,
    EvidenceStandard,
    Frequency,
    Level,
    NotWorse,
    Range,
    Standard,
    TimeLimit,
    TrackedStandard,
)
from kpi.dates.periods import Period, last_year_day
from kpi.exact import sign
from kpi.frequency import Window, windows_held
from kpi.observations import ALL, Book, Scope
from kpi.sentence import Amount, Bound, Difference, Distance, Part, Sentence
from kpi.standards import of_the_whole
from kpi.values import Missing, Value


class Status(StrEnum):
    met = "met"
    not_met = "not_met"
    at_risk = "at_risk"
    tracked = "tracked"
    no_cases = "no_cases"
    no_data = "no_data"
    not_applicable = "not_applicable"
    evidence_missing = "evidence_missing"


STATUSES = {status.value: status for status in Status}


class Judgement(NamedTuple):
    status: Status
    reason: Sentence
    windows: tuple[Window, ...] = ()
    level: Level | None = None  # reached, where the standard has levels


def judge(
    catalogue: Catalogue, book: Book, key: str, found: Value | Missing, standard: Standard | None,
    prior: Value | None, asked: date, scope: Scope = ALL,
) -> Judgement:  # fmt: skip
    """Status of a value by the standard in force on its last day (None: not set). ``asked``: the last day asked about.

    A denominator of zero is ``no_cases``, never 0 % or 100 %.
    """
    if isinstance(found, Missing):
        if found.status == "no_data" and isinstance(standard, Frequency):
            end = min(
                asked, book.latest
            )  # of this window something is not known; another may have been missed all the same
            windows = windows_held(catalogue, book, standard, end, scope)
            if any(window.state == "missed" for window in windows):
                return _frequency(windows, standard, key, end)
        if found.status == "evidence_missing" and not isinstance(standard, EvidenceStandard):
            return Judgement(Status.no_data, found.reason)
        return Judgement(STATUSES[found.status], found.reason)
    if standard is not None and of_the_whole(catalogue.indicators[key], standard, scope):
        return Judgement(Status.tracked, Sentence("whole-only", {}))
    if isinstance(standard, Frequency):
        end = max(found.period.end, min(asked, book.latest))  # a window that is over is so for a source that is behind
        if windows := windows_held(catalogue, book, standard, end, scope):
            return _frequency(windows, standard, key, end)
        return Judgement(Status.tracked, Sentence("tracked", {}))
    if isinstance(standard, EvidenceStandard):
        return Judgement(Status.met, Sentence("evidence-valid", {"period": found.period}))
    if found.lacking:
        return lacking_judged(found, standard)
    if found.value is None and found.text is None and catalogue.indicators[key].measure.kind != "evidence":
        return Judgement(Status.no_cases, Sentence("no-cases", {"period": found.period}))
    if standard is None or isinstance(standard, TrackedStandard):
        if not found.rows and not found.value:
            return Judgement(Status.no_cases, Sentence("no-cases", {"period": found.period}))
        return Judgement(Status.tracked, Sentence("tracked", {}))
    if isinstance(standard, TimeLimit):
        return _time_limit(found)
    if found.value is None:
        return Judgement(Status.no_cases, Sentence("no-cases", {"period": found.period}))
    if isinstance(standard, NotWorse):
        return _last_year(catalogue, key, found.value, found.period, prior)
    return _bounds(key, found.value, standard)


def lacking_judged(found: Value, standard: Standard | None) -> Judgement:
    """A sum that lacks the count of an office is shown, and held against nothing."""
    bound = standard is not None and not isinstance(standard, TrackedStandard)
    parts = [Part(one.office, one.spans) for one in found.lacking]
    return Judgement(
        Status.no_data if bound else Status.tracked,
        Sentence("sum-lacks", {"offices": parts, "count": len(parts), "judged": int(bound)}),
    )


def _time_limit(found: Value) -> Judgement:
    """Of cases not one may be late."""
    if found.numerator is None or found.denominator is None:
        return Judgement(Status.no_cases, Sentence("no-cases", {"period": found.period}))
    late = round(found.denominator - found.numerator)
    reason = Sentence("time-limit-missed" if late else "time-limit-met", {"late": late, "n": round(found.denominator)})
    return Judgement(Status.not_met if late else Status.met, reason)


def _last_year(catalogue: Catalogue, key: str, value: float, period: Period, prior: Value | None) -> Judgement:
    if prior is None or prior.value is None:
        return Judgement(Status.no_data, Sentence("last-year-missing", {}))
    worse = sign(value, prior.value) == (1 if catalogue.indicators[key].direction is Direction.lower else -1)
    was = Amount(key, prior.value, beside=(value,), qualifier=prior.qualifier)
    params = {
        "prior": was, "gap": Difference(key, value, prior.value), "day": prior.period.end,
        "same": int(prior.period.end == last_year_day(period.end)),  # the last one known may be older
    }  # fmt: skip
    return Judgement(
        Status.not_met if worse else Status.met, Sentence("last-year-worse" if worse else "last-year-held", params)
    )


def _bounds(key: str, value: float, standard: AtLeast | AtMost | Range) -> Judgement:
    bound = standard.value
    if isinstance(standard, Range):
        held = sign(value, bound) >= 0 and sign(value, standard.high) <= 0
        edge = bound if sign(value, bound) < 0 else standard.high
        params: dict[str, object] = {"low": Bound(key, bound), "high": Bound(key, standard.high)}
    else:
        held = sign(value, bound) != (-1 if isinstance(standard, AtLeast) else 1)
        if held and len(standard.levels) > 1:
            return level_of(key, value, standard)
        edge, params = bound, {"bound": Bound(key, bound)}
    name = standard.kind.value.replace("_", "-")
    params["gap"] = Distance(key, value, edge)
    return Judgement(Status.met if held else Status.not_met, Sentence(f"{name}-{'met' if held else 'missed'}", params))


def level_of(key: str, value: float, standard: AtLeast | AtMost) -> Judgement:
    """The highest level that a value reaches, and how far the next one is."""
    short = -1 if isinstance(standard, AtLeast) else 1
    reached = [(level, bound) for level, bound in standard.levels if sign(value, bound) != short]
    beyond = [(level, bound) for level, bound in standard.levels if sign(value, bound) == short]
    level, bound = reached[-1]
    params: dict[str, object] = {"level": level.value, "bound": Bound(key, bound)}
    if not beyond:
        return Judgement(Status.met, Sentence("level-highest", params), level=level)
    above, next_bound = beyond[0]
    params |= {"next": above.value, "next_bound": Bound(key, next_bound)}
    params["gap"] = Distance(key, value, next_bound)
    return Judgement(Status.met, Sentence("level-next", params), level=level)


def _frequency(windows: list[Window], standard: Frequency, key: str, end: date) -> Judgement:
    """Holds when every closed window of the year is satisfied, not where one of them is not known; the open one shows its
    last day."""
    missed, unknown = ([w for w in windows if w.state == state] for state in ("missed", "unknown"))
    last = windows[-1]
    params: dict[str, object] = {"unknown": [w.period for w in unknown], "gaps": len(unknown)}
    if missed:
        params |= {"windows": [w.period for w in missed], "count": len(missed), "offices": list(missed[-1].missing)}
        name = "frequency-missed-offices" if missed[-1].missing else "frequency-missed"
        return Judgement(Status.not_met, Sentence(name, params), tuple(windows))
    if unknown:
        params |= {"offices": list(unknown[-1].unknown)}
        name = "frequency-unknown-offices" if unknown[-1].unknown else "frequency-unknown"
        return Judgement(Status.no_data, Sentence(name, params), tuple(windows))
    if last.period.end > end:
        params = {"count": Amount(key, last.count), "need": Bound(key, standard.value), "day": last.period.end}
        params["earlier"] = len(windows) - 1
        name = "frequency-open"
        if standard.each_office:
            params |= {"offices": list(last.missing)}
            name = "frequency-open-offices" if last.missing else "frequency-open-all-offices"
        return Judgement(Status.met, Sentence(name, params), tuple(windows))
    return Judgement(Status.met, Sentence("frequency-met", {"count": len(windows)}), tuple(windows))
