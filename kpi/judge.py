"""A value held against its reference standard: a status, and the sentence that explains it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from kpi.book import ALL, Book, Scope
from kpi.catalogue import Catalogue, Direction, Level, Standard, StandardKind
from kpi.exact import sign
from kpi.periods import Period, first_window, rolling_windows, windows
from kpi.sentence import Amount, Bound, Difference, Distance, Sentence
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


@dataclass(frozen=True)
class Window:
    """One window of a frequency standard: done, missed, or still open with its last day."""

    period: Period
    count: float
    state: str  # done, missed, open
    missing: tuple[str, ...] = ()  # offices without enough, where the standard holds for each


class Judgement(NamedTuple):
    status: Status
    reason: Sentence
    windows: tuple[Window, ...] = ()
    level: Level | None = None  # reached, where the standard has levels


def judge(
    catalogue: Catalogue, book: Book, key: str, found: Value | Missing, standard: Standard | None,
    prior: Value | None, scope: Scope = ALL,
) -> Judgement:  # fmt: skip
    """Status of a value by the standard in force on its last day (None: not set).

    A denominator of zero is ``no_cases``, never 0 % or 100 %.
    """
    if isinstance(found, Missing):
        if found.status == "evidence_missing" and (standard is None or standard.kind is not StandardKind.evidence):
            return Judgement(Status.no_data, found.reason)
        return Judgement(STATUSES[found.status], found.reason)
    if standard is not None and of_the_whole(catalogue.indicators[key], standard, scope):
        return Judgement(Status.tracked, Sentence("whole-only", {}))
    if standard is not None and standard.kind is StandardKind.frequency:
        return _frequency(catalogue, book, found, standard, scope)
    if standard is not None and standard.kind is StandardKind.evidence:
        return Judgement(Status.met, Sentence("evidence-valid", {"period": found.period}))
    if found.value is None and found.text is None and catalogue.indicators[key].measure.kind != "evidence":
        return Judgement(Status.no_cases, Sentence("no-cases", {"period": found.period}))
    if standard is None or standard.kind is StandardKind.tracked:
        if not found.rows and not found.value:
            return Judgement(Status.no_cases, Sentence("no-cases", {"period": found.period}))
        return Judgement(Status.tracked, Sentence("tracked", {}))
    return _bounds(catalogue, key, found, standard, prior)


def _bounds(catalogue: Catalogue, key: str, found: Value, standard: Standard, prior: Value | None) -> Judgement:
    value, bound = found.value, standard.value
    if standard.kind is StandardKind.time_limit:
        late = round(found.denominator - found.numerator)
        reason = Sentence(
            "time-limit-missed" if late else "time-limit-met", {"late": late, "n": round(found.denominator)}
        )
        return Judgement(Status.not_met if late else Status.met, reason)
    if standard.kind is StandardKind.not_worse_than_last_year:
        if prior is None or prior.value is None:
            return Judgement(Status.no_data, Sentence("last-year-missing", {}))
        worse = sign(value, prior.value) == (1 if catalogue.indicators[key].direction is Direction.lower else -1)
        params = {"prior": Amount(key, prior.value, beside=(value,)), "gap": Difference(key, value, prior.value)}
        reason = Sentence("last-year-worse" if worse else "last-year-held", params)
        return Judgement(Status.not_met if worse else Status.met, reason)
    if standard.kind is StandardKind.range:
        held = sign(value, bound) >= 0 and sign(value, standard.high) <= 0
        edge = bound if sign(value, bound) < 0 else standard.high
        name = "range"
        params = {"low": Bound(key, bound), "high": Bound(key, standard.high)}
    else:
        held = sign(value, bound) != (-1 if standard.kind is StandardKind.at_least else 1)
        edge, name, params = bound, standard.kind.value.replace("_", "-"), {"bound": Bound(key, bound)}
    params["gap"] = Distance(key, value, edge)
    if held and len(standard.levels) > 1:
        return level_of(key, value, standard)
    return Judgement(Status.met if held else Status.not_met, Sentence(f"{name}-{'met' if held else 'missed'}", params))


def level_of(key: str, value: float, standard: Standard) -> Judgement:
    """The highest level that a value reaches, and how far the next one is."""
    short = -1 if standard.kind is StandardKind.at_least else 1
    reached = [(level, bound) for level, bound in standard.levels if sign(value, bound) != short]
    beyond = [(level, bound) for level, bound in standard.levels if sign(value, bound) == short]
    level, bound = reached[-1]
    params = {"level": level.value, "bound": Bound(key, bound)}
    if not beyond:
        return Judgement(Status.met, Sentence("level-highest", params), level=level)
    above, next_bound = beyond[0]
    params |= {"next": above.value, "next_bound": Bound(key, next_bound)}
    params["gap"] = Distance(key, value, next_bound)
    return Judgement(Status.met, Sentence("level-next", params), level=level)


def _frequency(catalogue: Catalogue, book: Book, found: Value, standard: Standard, scope: Scope) -> Judgement:
    """Holds when every closed window of the year is satisfied; the open one shows its last day."""
    end, key = found.period.end, standard.indicator
    rows = book.of(key, scope).rows
    states = []
    for window in _windows(catalogue, book, rows, standard, end):
        inside = [row for row in rows if window.start <= row.start and row.end <= min(window.end, end)]
        count = sum(row.numerator or 0 for row in inside)
        missing: tuple[str, ...] = ()
        if standard.each_office:
            offices = [o.name for o in book.offices if book.held_throughout(o, window)]
            if scope.office is not None:
                offices = [name for name in offices if name == scope.office]
            if not offices:
                continue  # nobody to be held against it
            missing = tuple(
                name for name in offices
                if sign(sum(r.numerator or 0 for r in inside if r.office in book.lineage(name)), standard.value) < 0
            )  # fmt: skip
            enough = not missing
        else:
            enough = sign(count, standard.value) >= 0
        state = "done" if enough else "missed" if window.end <= end else "open"
        states.append(Window(window, count, state, missing))
    return _windows_judged(states, standard, key, end) if states else Judgement(Status.tracked, Sentence("tracked", {}))


def _windows(catalogue: Catalogue, book: Book, rows: list, standard: Standard, end: date) -> list[Period]:
    """The windows of the year up to ``end``: those of the calendar that the standard meets, or those that roll with every
    month and lie wholly after the standard and the data began (the one that is open where there is none yet)."""
    year = Period(min(max(standard.start, date(end.year, 1, 1)), end), end)
    if not standard.rolling:
        return windows(year, standard.window)
    reach = book.reach.get(catalogue.indicators[standard.indicator].source)
    begins = min(
        [span.start for span in reach.spans] if reach and reach.spans else [row.start for row in rows] or [end]
    )
    earliest = max(standard.start, begins)
    found = [one for one in rolling_windows(year, standard.window) if one.start >= earliest]
    return found or [first_window(earliest, standard.window)]


def _windows_judged(states: list[Window], standard: Standard, key: str, end: date) -> Judgement:
    missed = [w for w in states if w.state == "missed"]
    last = states[-1]
    if missed:
        params = {"windows": [w.period for w in missed], "count": len(missed), "offices": list(missed[-1].missing)}
        name = "frequency-missed-offices" if missed[-1].missing else "frequency-missed"
        return Judgement(Status.not_met, Sentence(name, params), tuple(states))
    if last.period.end > end:
        params = {"count": Amount(key, last.count), "need": Bound(key, standard.value), "day": last.period.end}
        params["earlier"] = len(states) - 1
        name = "frequency-open"
        if standard.each_office:
            params |= {"offices": list(last.missing)}
            name = "frequency-open-offices" if last.missing else "frequency-open-all-offices"
        return Judgement(Status.met, Sentence(name, params), tuple(states))
    return Judgement(Status.met, Sentence("frequency-met", {"count": len(states)}), tuple(states))
