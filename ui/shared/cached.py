"""The only door of the pages to data. Everything is kept per version of the warehouse, and computed once for all readers.

What is kept is frozen and shared, never copied into a session.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime, tzinfo

import streamlit as st

from kpi import extent
from kpi.catalogue import Catalogue
from kpi.dates.periods import Period, month_end
from kpi.differences import Move
from kpi.errors import KpiError, Problem, StoreLost, StoreNewer
from kpi.evaluate import Point, Result, evaluate, monthly
from kpi.forecast.outlook import Outlook, outlook_of
from kpi.observations import ALL, Book, Scope
from kpi.spc.control_chart import Process, process_of
from present.charts.breakdown import OfficeDots, category_chart, office_chart
from present.charts.funnel import FunnelModel, funnel_chart
from present.charts.laney import LaneyModel, laney_chart
from present.charts.year import ChartModel, year_chart
from ui.shared import version_watcher
from ui.shared.house import House
from ui.shared.memory import kept
from warehouse import LoadRecord, Version, Warehouse, settings
from warehouse.commit.closing import Closing, Edition, restated_months
from warehouse.commit.closing import closings as _closings
from warehouse.commit.closing import open_months as _open_months
from warehouse.commit.undo import blocked_by as _blocked_by
from warehouse.reads.evidence import Statement
from warehouse.reads.provenance import Rows
from warehouse.reads.provenance import rows_behind as _rows_behind
from warehouse.reads.provenance import rows_of_load as _rows_of_load
from warehouse.reads.set_on_pages import Remark
from warehouse.reads.version_differences import moves_between

ALL_LOADS = 100_000
ROWS = 50  # on a page
LEAP = 2024


@st.cache_resource(show_spinner=False)
def _house() -> House:
    return House()


def catalogue() -> Catalogue:
    """The catalogue in force."""
    return _house().catalogue


def mistakes() -> tuple[Problem, ...]:
    """What is wrong with metrics.yml as it stands now; the last one without a mistake is in force."""
    return settings.in_force().problems or _house().untaken


def zone() -> tzinfo | None:
    """The agency's time zone."""
    return settings.now().tzinfo


def today() -> date:
    return settings.today()


def warehouse() -> Warehouse:
    """The warehouse, upgraded and with every indicator as it is declared now."""
    return _house().warehouse


@st.cache_resource(show_spinner=False)
def watcher() -> version_watcher.Watcher:
    """The one thread of the process that asks the warehouse for its version."""
    return version_watcher.Watcher(_house().newest, _read_ahead)


def _read_ahead(version: Version) -> Iterator[None]:
    """Read what the first look at any indicator needs, before somebody looks; the categories of one with each step."""
    day = newest(version)
    for key, item in catalogue().indicators.items():
        if day and catalogue().sources[item.source].category:
            yield
            _category_book(version, key, _cuts([day]))


def version() -> Version:
    """The newest version that the watcher has seen (no query of its own).

    Raises
    ------
    StoreLost, StoreNewer
        When the warehouse cannot be read any more.
    """
    if wrong := watcher().trouble:
        raise wrong
    return watcher().version


def trouble() -> KpiError | None:
    """What is wrong with the warehouse itself, None while it can be read."""
    try:
        return watcher().trouble
    except (StoreLost, StoreNewer) as error:
        return error


def replaced(store: str) -> bool:
    """Has another store taken the place of the one that a page was drawn from? What it shows by number is then another thing.
    Asks the warehouse itself.

    Raises
    ------
    StoreLost, StoreNewer
    """
    watcher().look()
    return version().store != store


def book(version: Version, *cutoffs: date) -> Book:
    """Observations that can be summed up to each cut-off and to the last day of every source."""
    return _book(version, _cuts(cutoffs))


def _cuts(days: Iterable[date]) -> tuple[date, ...]:
    """The months and days at which a book is cut, in a leap year: it is cut there in every year, and at every month's end."""
    return tuple(sorted({day.replace(year=LEAP) for day in days if day != month_end(day)}))


@kept(12)
def _book(version: Version, cuts: tuple[date, ...]) -> Book:
    """The one place where books are kept, by `_cuts`; the yearly form's are cut at many days."""
    return warehouse().book(cutoffs=cuts)


@kept(16)
def newest(version: Version) -> date | None:
    """The default cut-off: the latest day that more than half of the case sources in use reach."""
    return extent.default_cutoff(catalogue(), book(version))


@kept(16)
def last_day(version: Version) -> date | None:
    """The last day of which any source tells something."""
    return extent.last_day(catalogue(), book(version))


@kept(64)
def reached(version: Version, period: Period) -> Period:
    """A period as far as there are data."""
    return extent.reached(catalogue(), book(version), period)


@kept(16)
def years(version: Version) -> list[int]:
    """Gregorian years in which any source has rows, newest first."""
    return extent.years(catalogue(), book(version))


@kept(24)
def results(version: Version, period: Period, office: str | None) -> list[Result]:
    """Every indicator over a period, in the order of the catalogue."""
    found = book(version, period.end)
    return [evaluate(catalogue(), found, key, period, Scope(office)) for key in catalogue().indicators]


@kept(8)
def grid(version: Version, year: int, end: date, office: str | None) -> dict[str, tuple[Result, ...]]:
    """Each month of a year up to ``end`` for itself (the last one cut off there), of every indicator that has numbers."""
    found, whole = book(version, end), Period(date(year, 1, 1), date(year, 12, 31))
    months = [Period(month.start, min(month.end, end)) for month in whole.months() if month.start <= end]
    numbers = [key for key, item in catalogue().indicators.items() if item.measure.kind != "evidence"]
    return {key: tuple(evaluate(catalogue(), found, key, month, Scope(office)) for month in months) for key in numbers}


@kept(24)
def trends(version: Version, end: date, office: str | None) -> dict[str, tuple[list[Point], list[Point]]]:
    """The months of this year up to ``end`` and all months of last year, of every indicator that has numbers."""
    now, before = _year(version, end.year, office), _year(version, end.year - 1, office)
    if end == month_end(end):  # whole months are the same whatever the cut-off
        return {key: (points[: end.month], before[key]) for key, points in now.items()}
    found = book(version, end)
    return {key: (monthly(catalogue(), found, key, end.year, end, Scope(office)), before[key]) for key in now}


@kept(32)
def _year(version: Version, year: int, office: str | None) -> dict[str, list[Point]]:
    numbers = [key for key, item in catalogue().indicators.items() if item.measure.kind != "evidence"]
    found, end = book(version), date(year, 12, 31)
    return {key: monthly(catalogue(), found, key, year, end, Scope(office)) for key in numbers}


def result(version: Version, indicator: str, period: Period, scope: Scope = ALL) -> Result:
    return next(r for r in results(version, period, scope.office) if r.indicator == indicator)


@kept(64)
def offices(version: Version, indicator: str, period: Period, lang: str) -> OfficeDots:
    """The indicator by office in force."""
    return office_chart(catalogue(), book(version, period.end), indicator, period, lang)


@kept(64)
def categories(version: Version, indicator: str, period: Period, lang: str, office: str | None) -> OfficeDots:
    """The indicator by category, of the agency or of one office; no rows where its source knows none."""
    found = _category_book(version, indicator, _cuts([period.end]))
    return category_chart(catalogue(), found, indicator, period, lang, Scope(office))


@kept(64)
def months(
    version: Version, indicator: str, end: date, office: str | None, years: int = 2
) -> list[tuple[int, list[Point]]]:  # fmt: skip
    """The months of this year up to ``end`` and of earlier years, newest year first."""
    found, scope = book(version, end), Scope(office)
    ends = [end, *(date(end.year - back, 12, 31) for back in range(1, years))]
    return [(day.year, monthly(catalogue(), found, indicator, day.year, day, scope)) for day in ends]


@kept(64)
def _category_book(version: Version, indicator: str, cuts: tuple[date, ...]) -> Book:
    return warehouse().category_book(_book(version, cuts), indicator, cutoffs=cuts)


@kept(64)
def chart(
    version: Version, indicator: str, end: date, lang: str, office: str | None, cumulative: bool, years: int
) -> ChartModel:  # fmt: skip
    """The chart of an indicator, as every room draws it."""
    return year_chart(
        catalogue(), book(version, end), indicator, end, lang, Scope(office), cumulative=cumulative, years=years
    )


@kept(512)
def process(version: Version, indicator: str, end: date, office: str | None) -> Process | None:
    """The monthly process of an indicator up to a day; only whole months enter, so any book of the version will do."""
    return process_of(catalogue(), book(version), indicator, end, Scope(office))


@kept(16)
def processes(version: Version, end: date, office: str | None) -> dict[str, Process | None]:
    """The process of every indicator that has numbers."""
    numbers = [key for key, item in catalogue().indicators.items() if item.measure.kind != "evidence"]
    return {key: process(version, key, end, office) for key in numbers}


@kept(64)
def outlook(version: Version, indicator: str, end: date, office: str | None) -> Outlook | None:
    """The range in which the year is likely to end."""
    return outlook_of(catalogue(), book(version, end), indicator, end, Scope(office))


@kept(64)
def laney(version: Version, indicator: str, end: date, lang: str, office: str | None) -> LaneyModel | None:
    """The p' or u' chart of an indicator."""
    found = process(version, indicator, end, office)
    return laney_chart(catalogue(), book(version), found, lang) if found else None


@kept(64)
def funnel(version: Version, indicator: str, period: Period, lang: str) -> FunnelModel | None:
    """Offices by their n and their rate, in the limits of chance; None where the value is no share of cases."""
    found = book(version, period.end)
    whole = evaluate(catalogue(), found, indicator, period).value
    rows = offices(version, indicator, period, lang).rows
    each = ((row.name, evaluate(catalogue(), found, indicator, period, Scope(row.key)).value) for row in rows)
    parts = [(name, value) for name, value in each if value is not None]
    demo = catalogue().indicators[indicator].source in found.demo
    return funnel_chart(catalogue(), indicator, parts, whole, lang, demo=demo) if whole and len(parts) > 1 else None


@kept(16)
def loads(version: Version, limit: int = 50) -> list[LoadRecord]:
    """Loads, newest first, dated in the agency's time zone."""
    return [_local(load) for load in warehouse().loads(limit=limit)]


def last_data(version: Version) -> LoadRecord | None:
    """The last load of data; what people set on the pages is none."""
    known = catalogue().sources
    found = (one for one in loads(version, ALL_LOADS) if one.source in known and known[one.source].kind != "entries")
    return next(found, None)


@kept(64)
def loads_behind(version: Version, indicator: str, period: Period) -> list[LoadRecord]:
    """The loads whose rows stand behind an indicator in a period, newest first."""
    numbers = {load for load, days in _loads_behind(version).get(indicator, ()) if days.meets(period)}
    return [load for load in loads(version, ALL_LOADS) if load.load in numbers]


@kept(4)
def _loads_behind(version: Version) -> dict[str, list[tuple[int, Period]]]:
    return warehouse().loads_behind()


@kept(64)
def evidence(version: Version, indicator: str) -> list[Statement]:
    return warehouse().evidence(indicator)


@kept(4)
def remarks(version: Version) -> tuple[Remark, ...]:
    """The discussion under all indicators, the oldest first."""
    return warehouse().remarks()


@kept(64)
def load(version: Version, number: int) -> LoadRecord | None:
    """One load, None where there is none of that number."""
    found = warehouse().loads(limit=1, only={number})
    return _local(found[0]) if found else None


@kept(64)
def blocked_by(version: Version, load: int) -> tuple[int, ...]:
    """The later loads that stand in the way of undoing or redoing one."""
    try:
        return tuple(_blocked_by(warehouse(), load))
    except KpiError:
        return ()


@kept(64)
def moves(older: Version, newer: Version) -> tuple[Move, ...]:
    """What two versions tell differently; versions never change, so this is worked out once."""
    return moves_between(warehouse(), older, newer)


@kept(32)
def rows_of_load(version: Version, load: int, offset: int) -> Rows:
    return _rows_of_load(warehouse(), load, ROWS, offset)


@kept(32)
def rows_behind(version: Version, indicator: str, period: Period, office: str | None, offset: int) -> Rows:
    """The rows of files behind an indicator's value."""
    return _rows_behind(warehouse(), indicator, period, office, limit=ROWS, offset=offset)


@kept(4)
def closings(version: Version) -> list[Closing]:
    """Closed months, newest first, dated in the agency's time zone."""
    zone = settings.now().tzinfo
    return [replace(one, at=one.at.astimezone(zone)) for one in _closings(warehouse())]


@kept(4)
def open_months(version: Version) -> list[date]:
    """First days of the months that can be closed, newest first."""
    return _open_months(warehouse())


@kept(4)
def restated(version: Version) -> list[tuple[str, list[tuple[date, list[Edition]]]]]:
    """Indicator -> its restated months, newest first, each with its editions, the original first."""
    zone = settings.now().tzinfo

    def local(one: Edition) -> Edition:
        return replace(one, at=one.at.astimezone(zone)) if one.at else one

    return [
        (indicator, [(month, [local(one) for one in found]) for month, found in months])
        for indicator, months in restated_months(warehouse())
    ]


def last_refusals() -> dict[str, datetime]:
    """When a file of each source was last refused (a refusal leaves no version behind, so nothing is kept)."""
    zone = settings.now().tzinfo
    return {source: at.astimezone(zone) for source, at in warehouse().last_refusals().items()}


def _local(load: LoadRecord) -> LoadRecord:
    return replace(load, at=load.at.astimezone(settings.now().tzinfo))
