"""What a placeholder stands for in a year's form: the evaluated result, and the day up to which it goes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from kpi.book import Book, Scope
from kpi.catalogue import Catalogue
from kpi.evaluate import Result, evaluate
from kpi.form.placeholder import INNOVATIONS, Placeholder, What
from kpi.form.records import Evidence, Innovation, Records, valid_on
from kpi.periods import ONE_DAY, Period
from kpi.roc import roc_year
from kpi.sentence import Sentence

WITHOUT_VALUE = (What.status, What.unit, What.period, What.cut_off, What.day, What.start)
"""What can be said of a figure whatever its value is."""


@dataclass(frozen=True)
class Desk:
    """What the form of a Gregorian ``year`` is written from."""

    catalogue: Catalogue
    book: Book
    records: Records
    year: int
    _kept: dict[date, dict[str, Figure]] = field(default_factory=dict, init=False, compare=False, repr=False)


@dataclass(frozen=True)
class Figure:
    """A filled placeholder. ``period`` is what it covers; ``missing``: why there is nothing to print."""

    placeholder: Placeholder
    result: Result | None
    period: Period
    evidence: Evidence | None = None
    items: tuple[Innovation, ...] = ()
    missing: Sentence | None = None


def period_of(placeholder: Placeholder, year: int, as_of: date) -> Period:
    """From 1 January of the year to the row's cut-off, unless the placeholder says otherwise. A cut-off after the year
    still counts from its beginning; a day that the placeholder states with another year is of that year."""
    end = placeholder.end.of(year) if placeholder.end else as_of
    stated = placeholder.end.year if placeholder.end else None
    start = placeholder.start.of(year) if placeholder.start else date(stated or year, 1, 1)
    return Period(min(start, end), end)


def cutoffs(placeholders: Iterable[Placeholder], year: int, as_of: date) -> set[date]:
    """The days at whose ends a book must be cut for these placeholders."""
    found = {as_of}
    for one in placeholders:
        period = period_of(one, year, as_of)
        found |= {period.end, *([period.start - ONE_DAY] if period.start.day != 1 else [])}
    return found


def figure_of(desk: Desk, placeholder: Placeholder, as_of: date) -> Figure:
    """Evaluate a placeholder; nothing after its cut-off is seen."""
    period = period_of(placeholder, desk.year, as_of)
    if placeholder.name == INNOVATIONS:
        items = desk.records.of_year(desk.year)
        missing = (
            None if items else Sentence("innovations-none", {"year": str(desk.year), "roc": str(roc_year(desk.year))})
        )
        return Figure(placeholder, None, period, items=items, missing=missing)
    scope = Scope(_office(desk.book, placeholder.office))
    result = evaluate(desk.catalogue, desk.book, placeholder.name, period, scope)
    if desk.catalogue.indicators[placeholder.name].measure.kind == "evidence":
        held = valid_on(desk.records.evidence.get(placeholder.name, ()), period.end)
        covers = Period(held.start, held.end) if held else period
        return Figure(placeholder, result, covers, held, missing=_without_evidence(placeholder.what, result, held))
    against = placeholder.what in (What.last_year, What.change) and result.compared
    value = result.compared if against else result.value
    covers = value.period if value else period
    return Figure(placeholder, result, covers, missing=_missing(placeholder.what, result))


def figures_on(desk: Desk, as_of: date) -> dict[str, Figure]:
    """The figure of every indicator on a cut-off by its id, worked out once for a desk."""
    found = desk._kept.get(as_of)
    if found is None:
        found = {key: figure_of(desk, Placeholder(key), as_of) for key in desk.catalogue.indicators}
        desk._kept[as_of] = found
    return found


def _office(book: Book, name: str | None) -> str | None:
    known = (one.name for one in book.offices if name == one.name or name in one.aliases)
    return next(known, name) if name else None


def _without_evidence(what: What, result: Result, held: Evidence | None) -> Sentence | None:
    if what is What.status:
        return None
    if held is None:
        return result.reason
    return Sentence("figure-no-level") if what is What.level and not held.level else None


def _missing(what: What, result: Result) -> Sentence | None:
    value = result.value
    if what in (What.level, What.statement):
        return Sentence("figure-no-statement")
    if what is What.standard:
        return None if result.standard and result.standard.value is not None else Sentence("figure-no-standard")
    if what in WITHOUT_VALUE:
        return None
    if value is None or value.value is None:
        return result.reason
    if (what is What.last_year and result.prior is None) or (what is What.change and result.change is None):
        return result.no_comparison or Sentence("figure-no-prior")
    part = {What.numerator: value.numerator, What.denominator: value.denominator}
    return Sentence("figure-no-parts") if what in part and part[what] is None else None
