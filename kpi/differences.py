"""Which indicators differ between two books, from what to what, and whether a status flips."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kpi.catalogue import Behaviour, Catalogue
from kpi.dates.periods import Period
from kpi.evaluate import Result, evaluate
from kpi.extent import default_cutoff
from kpi.observations import Book


@dataclass(frozen=True)
class Move:
    """One indicator of one year before and after; None where its source had nothing yet."""

    indicator: str
    year: int
    before: Result | None
    after: Result | None

    @property
    def flipped(self) -> bool:
        """Did the status change, between two that are there?"""
        return self.before is not None and self.after is not None and self.before.status != self.after.status


def moves(
    catalogue: Catalogue, before: Book, after: Book, indicators: Iterable[str], years: Iterable[int]
) -> tuple[Move, ...]:  # fmt: skip
    """Every indicator whose value, numbers or status differ.

    Each year is told from where the data begin (1 January where they go on) to the day that each book reaches, evidence as
    it stands on the book's default cut-off. Flipped statuses come first, then the newest year, in the order of the catalogue.
    """
    found = []
    for year in sorted(set(years), reverse=True):
        for key in indicators:
            one, two = _result(catalogue, before, key, year), _result(catalogue, after, key, year)
            if _face(one) != _face(two):
                found.append(Move(key, year, one, two))
    return tuple(sorted(found, key=lambda move: not move.flipped))


def _result(catalogue: Catalogue, book: Book, key: str, year: int) -> Result | None:
    reach = book.reach.get(catalogue.indicators[key].source)
    through = reach.through if reach else None
    if catalogue.indicators[key].behaviour is Behaviour.evidence:  # as the pages do: it holds on their last day, or not
        through = default_cutoff(catalogue, book)
    elif through is None:
        ends = [row.end for row in book.observations.get(key, ())]
        through = max(ends, default=None)
    if through is None or through.year < year:
        return None
    start, end = date(year, 1, 1), min(through, date(year, 12, 31))
    spans = [span for span in reach.spans if span.start <= end and span.end >= end] if reach else []
    return evaluate(catalogue, book, key, Period(max([start, *(span.start for span in spans)]), end))


def _face(result: Result | None) -> tuple[object, ...] | None:
    """What a reader would see differ."""
    if result is None:
        return None
    value = result.value
    if value is None:
        return (result.status,)
    return (told(value.value), told(value.numerator), told(value.denominator), value.period, value.lacks, result.status)


def told(value: float | None) -> float | None:
    """A value without the last bits, in which sums of the same numbers differ with the order of adding."""
    return None if value is None else float(f"{value:.12g}")
