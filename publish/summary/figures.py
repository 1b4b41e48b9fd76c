"""The indicator summary (服務指標彙總) of a period: every indicator evaluated once, before it is a file."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from kpi.catalogue import Behaviour, Catalogue
from kpi.dates.periods import Period, same_days_last_year
from kpi.errors import UnknownName, did_you_mean
from kpi.evaluate import Point, Result, evaluate, monthly
from kpi.extent import reached
from kpi.observations import Book, Scope
from kpi.spc.control_chart import Process, process_of


@dataclass(frozen=True)
class Months:
    """Both years of an indicator by month; ``this_year`` stops at the cut-off, ``last_year`` is whole."""

    indicator: str
    this_year: tuple[Point, ...]
    last_year: tuple[Point, ...]

    @property
    def known(self) -> int:
        """Months of this year that have a value."""
        return sum(1 for point in self.this_year if point.value and point.value.value is not None)

    @property
    def moves(self) -> bool:
        """Is there any month that is not zero?"""
        return any(point.value and point.value.value for point in (*self.this_year, *self.last_year))


@dataclass(frozen=True)
class Summary:
    """All results of one version of the warehouse, by dimension in the order of the framework."""

    catalogue: Catalogue
    book: Book = field(repr=False)
    period: Period
    prior: Period
    office: str | None
    version: int
    demo: bool
    rows: tuple[Result, ...]
    months: tuple[Months, ...]
    processes: dict[str, Process | None] = field(default_factory=dict, repr=False)

    @property
    def scope(self) -> Scope:
        return Scope(self.office)


def summarise(catalogue: Catalogue, book: Book, period: Period, office: str | None = None) -> Summary:
    """Evaluate every indicator over ``period``, as far as there are data, and its months of this year and last.

    Raises
    ------
    UnknownName
        When the warehouse knows no office of that name or alias.
    """
    scope, period = Scope(office_named(book, office)), reached(catalogue, book, period)
    order = {code: place for place, code in enumerate(catalogue.framework)}
    dimensions = list(catalogue.dimensions)
    keys = sorted(
        catalogue.indicators,
        key=lambda key: (dimensions.index(catalogue.dimension_of(key)), order[catalogue.indicators[key].framework]),
    )
    rows = tuple(evaluate(catalogue, book, key, period, scope) for key in keys)
    months = (
        _months(catalogue, book, key, period.end, scope)
        for key in keys
        if catalogue.indicators[key].behaviour is not Behaviour.evidence
    )
    return Summary(
        catalogue=catalogue,
        book=book,
        period=period,
        prior=same_days_last_year(period),
        office=scope.office,
        version=book.version,
        demo=any(row.demo for row in rows),
        rows=rows,
        months=tuple(found for found in months if found is not None),
        processes={key: process_of(catalogue, book, key, period.end, scope) for key in keys},
    )


def _months(catalogue: Catalogue, book: Book, key: str, end: date, scope: Scope) -> Months | None:
    now = monthly(catalogue, book, key, end.year, end, scope)
    before = monthly(catalogue, book, key, end.year - 1, date(end.year - 1, 12, 31), scope)
    if not any(point.value and point.value.value is not None for point in (*now, *before)):
        return None
    return Months(key, tuple(now), tuple(before))


def office_named(book: Book, name: str | None) -> str | None:
    """The office of that name or alias; None is the agency as a whole."""
    if name is None:
        return None
    for office in book.offices:
        if name == office.name or name in office.aliases:
            return office.name
    known = [office.name for office in book.offices]
    raise UnknownName("unknown-office", found=name, near=did_you_mean(name, known) or known)
