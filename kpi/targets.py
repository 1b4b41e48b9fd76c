"""A target for the year on a flow: where its interim path stands on a day, and what the rest of the year would need.

The path is even (so much a day), or has the season of the last years: the share of the year that the same days had.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kpi.catalogue import AtMost, Bounded, Catalogue, Range
from kpi.dates.periods import Period, last_year_day, year_of
from kpi.exact import sign
from kpi.observations import Book, Scope
from kpi.sentence import Amount, Bound, Sentence
from kpi.status import Judgement, Status, level_of
from kpi.values import Value, value_of

SEASONS = 3  # past years whose season is looked at


@dataclass(frozen=True)
class Interim:
    """Where the path stands: ``share`` of the year, and whether it has the season of ``years`` (none: it is even)."""

    share: float
    years: tuple[int, ...] = ()


def interim(catalogue: Catalogue, book: Book, standard: Bounded, day: date, scope: Scope) -> Interim:
    """The share of the year that should be done by the end of a day; of a season without a past year the even one."""
    whole = year_of(day.year)
    shares, years = [], []
    past = day
    for _ in range(SEASONS if standard.path == "season" and day != whole.end else 0):
        past = last_year_day(past)
        year = year_of(past.year)
        total = _whole(catalogue, book, standard.indicator, year, scope)
        done = _whole(catalogue, book, standard.indicator, Period(year.start, past), scope)
        if total and done is not None:
            shares.append(done / total)
            years.append(past.year)
    if shares:
        return Interim(sum(shares) / len(shares), tuple(reversed(years)))
    return Interim(((day - whole.start).days + 1) / ((whole.end - whole.start).days + 1))


def _whole(catalogue: Catalogue, book: Book, key: str, period: Period, scope: Scope) -> float | None:
    found = value_of(catalogue, book, key, period, scope)
    return found.value if isinstance(found, Value) and found.period == period and not found.lacking else None


def judge_year(
    catalogue: Catalogue, book: Book, standard: Bounded, value: float, period: Period, scope: Scope
) -> Judgement:
    """The status of a year so far: its value from 1 January to the end of ``period``. At risk: behind the path (or beyond
    it), while the year can still be saved."""
    day, key = period.end, standard.indicator
    low, high = standard.edges
    left = 12 - day.month + (not period.ends_month())  # months that are not over
    if high is not None and sign(value, high) > 0:
        params = {"bound": Bound(key, high), "value": Amount(key, value, bounds=(high,)), "day": day}
        return Judgement(Status.not_met, Sentence("year-over", params))
    if low is not None and sign(value, low) >= 0 and (high is None or not left):
        if not isinstance(standard, Range) and len(standard.levels) > 1:
            return level_of(key, value, standard)
        return Judgement(Status.met, Sentence("year-reached", {"bound": Bound(key, low)}))
    if not left:
        if isinstance(standard, AtMost) and len(standard.levels) > 1:
            return level_of(key, value, standard)
        if low is None:
            return Judgement(Status.met, Sentence("year-kept", {"bound": Bound(key, standard.value)}))
        params = {"bound": Bound(key, low), "value": Amount(key, value, bounds=(low,))}
        return Judgement(Status.not_met, Sentence("year-missed", params))
    path = interim(catalogue, book, standard, day, scope)
    said: dict[str, object] = {"day": day, "season": int(bool(path.years)), "months": left}
    if low is not None and sign(value, low * path.share) < 0:
        need = low - value
        said |= {
            "path": Amount(key, low * path.share, beside=(value,)),
            "bound": Bound(key, low),
            "need": Amount(key, need),
        }
        return Judgement(Status.at_risk, Sentence("year-behind", said | {"each": Amount(key, need / left)}))
    if high is not None and sign(value, high * path.share) > 0:
        room = high - value
        said |= {
            "path": Amount(key, high * path.share, beside=(value,)),
            "bound": Bound(key, high),
            "need": Amount(key, room),
        }
        return Judgement(Status.at_risk, Sentence("year-ahead", said | {"each": Amount(key, room / left)}))
    bound = standard.value
    said |= {"path": Amount(key, bound * path.share, beside=(value,)), "bound": Bound(key, bound)}
    return Judgement(Status.met, Sentence("year-on-path" if low is not None else "year-within-path", said))
