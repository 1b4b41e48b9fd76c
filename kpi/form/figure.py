"""What a placeholder stands for in a year's form: the evaluated result, and the day up to which it goes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from kpi.catalogue import Catalogue, value_set
from kpi.dates.periods import Period, cuts_of
from kpi.dates.roc import roc_year
from kpi.errors import did_you_mean
from kpi.evaluate import Result, evaluate
from kpi.form.figure_parts import INNOVATIONS, What
from kpi.form.placeholder import Placeholder, backwards, lacking
from kpi.form.saved_records import Evidence, Innovation, Records, valid_on
from kpi.observations import Book, Scope
from kpi.sentence import Sentence
from kpi.spelling import fold
from kpi.values import Value

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
    """A filled placeholder. ``period`` is what it covers, in the form's year even where it prints last year's value;
    ``values``: what it prints, of a change this year's value and last year's; ``missing``: why there is nothing to print."""

    placeholder: Placeholder
    result: Result | None
    period: Period
    evidence: Evidence | None = None
    items: tuple[Innovation, ...] = ()
    missing: Sentence | None = None
    values: tuple[Value, ...] = ()

    @property
    def value(self) -> Value | None:
        """The value that is printed; of a change this year's."""
        return self.values[0] if self.values else None


def period_of(placeholder: Placeholder, year: int, as_of: date) -> Period:
    """From 1 January of the year to the row's cut-off, unless the placeholder says otherwise. A cut-off after the year
    still counts from its beginning; a day that the placeholder states with another year is of that year. Of days that run
    backwards, which `figure_of` tells, it is the last."""
    end = placeholder.end.of(year) if placeholder.end else as_of
    stated = placeholder.end.year if placeholder.end else None
    start = placeholder.start.of(year) if placeholder.start else date(stated or year, 1, 1)
    return Period(min(start, end), end)


def cutoffs(placeholders: Iterable[Placeholder], year: int, as_of: date) -> set[date]:
    """The days at whose ends a book must be cut for these placeholders."""
    found = {as_of}
    for one in placeholders:
        found |= cuts_of(period_of(one, year, as_of))
    return found


def figure_of(desk: Desk, placeholder: Placeholder, as_of: date) -> Figure:
    """Evaluate a placeholder; nothing after its cut-off is seen."""
    period, name, what = period_of(placeholder, desk.year, as_of), placeholder.name, placeholder.what
    wrong = lacking(placeholder, desk.catalogue) or backwards(placeholder, desk.year)
    if wrong is not None:
        return Figure(placeholder, None, period, missing=wrong)
    if name == INNOVATIONS:
        items = desk.records.of_year(desk.year)
        missing = (
            None if items else Sentence("innovations-none", {"year": str(desk.year), "roc": str(roc_year(desk.year))})
        )
        return Figure(placeholder, None, period, items=items, missing=missing)
    office = _office(desk.book, placeholder.office)
    if isinstance(office, Sentence):
        return Figure(placeholder, None, period, missing=office)
    result = evaluate(desk.catalogue, desk.book, name, period, Scope(office))
    if desk.catalogue.indicators[name].measure.kind == "evidence":
        held = valid_on(desk.records.evidence.get(name, ()), period.end)
        covers = Period(held.start, held.end) if held else period
        return Figure(placeholder, result, covers, held, missing=_without_evidence(what, result, held))
    against = what in (What.last_year, What.change) and result.compared
    value = result.compared if against else result.value
    covers = value.period if value else period
    return Figure(placeholder, result, covers, missing=_missing(what, result), values=_values(what, result))


def figures_on(desk: Desk, as_of: date) -> dict[str, Figure]:
    """The figure of every indicator on a cut-off by its id, worked out once for a desk."""
    found = desk._kept.get(as_of)
    if found is None:
        found = {key: figure_of(desk, Placeholder(key), as_of) for key in desk.catalogue.indicators}
        desk._kept[as_of] = found
    return found


def _office(book: Book, typed: str | None) -> str | None | Sentence:
    """The office of that name or alias, however it is spaced; the sentence that says that there is none."""
    if typed is None:
        return None
    for one in book.offices:
        if fold(typed) in map(fold, (one.name, *one.aliases)):
            return one.name
    near = did_you_mean(typed, [one.name for one in book.offices])
    return Sentence("figure-no-office", {"found": typed, "near": near, "count": len(near)})


def _values(what: What, result: Result) -> tuple[Value, ...]:
    of = {What.last_year: (result.prior,), What.change: (result.compared, result.prior)}
    return tuple(value for value in of.get(what, (result.value,)) if value is not None)


def _without_evidence(what: What, result: Result, held: Evidence | None) -> Sentence | None:
    if what is What.status:
        return None
    if held is None:
        return result.reason
    return Sentence("figure-no-level") if what is What.level and not held.level else None


def _missing(what: What, result: Result) -> Sentence | None:
    value = result.value
    if what is What.standard:
        return None if result.standard and value_set(result.standard) is not None else Sentence("figure-no-standard")
    if what in WITHOUT_VALUE:
        return None
    if value is None or value.value is None:
        return result.reason
    if (what is What.last_year and result.prior is None) or (what is What.change and result.change is None):
        return result.no_comparison or Sentence("figure-no-prior")
    part = {What.numerator: value.numerator, What.denominator: value.denominator}
    return Sentence("figure-no-parts") if what in part and part[what] is None else None
