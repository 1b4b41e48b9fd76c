"""The product and an independent recomputation from the exports agree, for every indicator, month and office."""

from datetime import date

import pytest

from kpi.dates.periods import Period, month_of, same_days_last_year
from kpi.observations import Scope
from kpi.values import Missing, value_of
from tests import independent

CUTOFF = date(2025, 12, 10)
MONTHS = [month_of(date(year, month, 1)) for year in (2023, 2024, 2025) for month in range(1, 13)]
TO_DATE = [Period(date(year, 1, 1), date(year, 12, 10)) for year in (2024, 2025)]
QUARTERS = [Period(date(2025, 4, 1), date(2025, 6, 30)), Period(date(2025, 7, 1), date(2025, 12, 31))]


@pytest.fixture(scope="module")
def book(demo):
    return demo.book([CUTOFF, same_days_last_year(TO_DATE[1]).end])


def ours(catalogue, book, key, period, office):
    found = value_of(catalogue, book, key, period, Scope(office))
    if isinstance(found, Missing):
        return None
    return found.value, found.numerator, found.denominator


def agree(mine, theirs) -> bool:
    value = theirs[0]
    if mine is None or mine[0] is None:
        return value is None
    return value is not None and mine[0] == pytest.approx(value, abs=1e-9)


def test_every_indicator_month_and_office_agrees(catalogue, book):
    """About 20,000 values; all that differ are listed."""
    offices = [None, *(office.name for office in book.offices if office.end is None)]
    differ = []
    for key, item in catalogue.indicators.items():
        if item.source == "evidence":
            continue
        for period in [*MONTHS, *TO_DATE, *QUARTERS]:
            for office in offices:
                mine, theirs = (
                    ours(catalogue, book, key, period, office),
                    independent.value(key, period.start, period.end, office),
                )
                if not agree(mine, theirs):
                    differ.append((key, period.start, period.end, office, mine, theirs))
    assert not differ, f"{len(differ)} differ: {differ[:10]}"


def test_rates_agree_in_numerator_and_denominator_too(catalogue, book):
    differ = []
    for key, item in catalogue.indicators.items():
        if item.behaviour.value != "ratio" or item.source in ("evidence", "figures"):
            continue
        for period in [*MONTHS, *TO_DATE]:
            mine, theirs = (
                ours(catalogue, book, key, period, None),
                independent.value(key, period.start, period.end, None),
            )
            if mine is not None and (mine[1], mine[2]) != (theirs[1], theirs[2]):
                differ.append((key, period, mine, theirs))
    assert not differ, f"{len(differ)} differ: {differ[:10]}"


def test_evidence_is_valid_on_the_same_days(catalogue, book):
    differ = []
    for key, item in catalogue.indicators.items():
        if item.source != "evidence":
            continue
        for period in MONTHS:
            found, theirs = value_of(catalogue, book, key, period), independent.evidence(key, period.end)
            mine = None if isinstance(found, Missing) else (found.text, found.period.start)
            if mine != (None if theirs is None else (theirs["level"], theirs["from"])):
                differ.append((key, period.end, mine, theirs))
    assert not differ, f"{len(differ)} differ: {differ[:5]}"
