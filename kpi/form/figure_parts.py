"""Which parts of a figure can be asked for: a statement of evidence has no numerator, a count has no level."""

from __future__ import annotations

from enum import StrEnum

from kpi.catalogue.definitions import Behaviour, Catalogue

INNOVATIONS = "innovations"


class What(StrEnum):
    """Which part of a figure."""

    amount = "value"  # with its unit and qualifier
    number = "number"  # without them
    unit = "unit"
    cut_off = "cut-off"  # 12 月 10 日
    day = "date"  # 114 年 12 月 10 日
    start = "start"  # the first day of its period; of evidence, since when it holds
    period = "period"  # 1 月 1 日至 12 月 10 日
    last_year = "last year"  # the same days of last year
    change = "change"  # against them
    numerator = "numerator"
    denominator = "denominator"
    standard = "standard"  # the bound that was set
    status = "status"
    level = "level"  # of evidence, such as AAA
    statement = "statement"  # of evidence


LIST = {What.amount, What.cut_off, What.day, What.start, What.period}
EVIDENCE = {*LIST, What.status, What.level, What.statement}
NUMBER = {*LIST, What.number, What.unit, What.last_year, What.change, What.standard, What.status}
DIVIDED = {*NUMBER, What.numerator, What.denominator}
PARTS = {
    Behaviour.flow: NUMBER,
    Behaviour.stock: NUMBER,
    Behaviour.cumulative: NUMBER,
    Behaviour.quantile: NUMBER,
    Behaviour.ratio: DIVIDED,
    Behaviour.mean: DIVIDED,
    Behaviour.coverage: DIVIDED,
    Behaviour.evidence: EVIDENCE,
}
"""The parts that an indicator can have. Whether there is one on a day, such as a standard or last year's value, depends
on the data."""


def parts_of(catalogue: Catalogue, name: str) -> tuple[What, ...]:
    """The parts that can be asked for of an indicator or of the list of innovations, in the order of `What`."""
    found = LIST if name == INNOVATIONS else PARTS[catalogue.indicators[name].behaviour]
    return tuple(what for what in What if what in found)
