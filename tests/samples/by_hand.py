"""A small warehouse by hand: every figure below can be checked with a pencil."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

import pytest

from kpi.catalogue import Catalogue, parse, standard_from
from kpi.dates.periods import Period
from kpi.observations import Book, Observation, Office, Reach
from warehouse import settings

CUTOFF = date(2025, 12, 10)
OFFICES = (Office("產業政策組"), Office("永續發展組"), Office("裁撤組", end=date(2025, 6, 30), successor="永續發展組"))


def pieces(indicator, year, numerators, denominators=None, office="產業政策組", category=None, until=None):
    """One observation for each month of a year; the last may stop on ``until``."""
    found = []
    for index, numerator in enumerate(numerators):
        month = index + 1
        end = date(year, month, monthrange(year, month)[1])
        if until and until < end:
            end = until
        below = denominators[index] if denominators else None
        found.append(Observation(indicator, date(year, month, 1), end, office, category, None, numerator, below))
    return found


def split(indicator, year, month, day, first, second, office="產業政策組", category=None):
    """A month in two pieces, cut after ``day``: (numerator, denominator) each."""
    last = monthrange(year, month)[1]
    spans = [(1, day, first), (day + 1, last, second)]
    return [
        Observation(indicator, date(year, month, a), date(year, month, b), office, category, None, *pair)
        for a, b, pair in spans
    ]  # fmt: skip


def altered(catalogue: Catalogue, **fields) -> Catalogue:
    """A catalogue with other standards or indicators (``model_copy`` would keep what the old one has looked up)."""
    return Catalogue.model_construct(**{name: getattr(catalogue, name) for name in Catalogue.model_fields} | fields)


@pytest.fixture(scope="session")
def alter():
    return altered


@pytest.fixture(scope="session")
def gap_book() -> Book:
    """A hand-counted flow without its March."""
    rows = [row for row in pieces("website_link_checks", 2025, [1, 2, 1, 3, 2], office=None) if row.start.month != 3]
    return Book(1, {"website_link_checks": rows})


@pytest.fixture(scope="session")
def real_catalogue() -> Catalogue:
    return parse(settings.catalogue_path().read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def catalogue(real_catalogue) -> Catalogue:
    """The real catalogue with standards for rates, as a manager may set them."""
    by = {"zh": "首長（會議決議）", "en": "Director-general (by resolution)"}
    more = [
        {
            "id": "rate",
            "indicator": "mailbox_dissatisfied_rate",
            "kind": "at_most",
            "value": 0.05,
            "from": "2025-07-16",
        },
        {
            "id": "score",
            "indicator": "phone_score_mean",
            "kind": "range",
            "value": 80,
            "high": 98,
            "from": "2024-01-01",
        },
        {"id": "letters", "indicator": "mailbox_handled", "kind": "at_most", "value": 900, "from": "2025-01-01"},
    ]
    standards = tuple(standard_from(row | {"set_by": by}) for row in more)
    return altered(real_catalogue, standards=(*real_catalogue.standards, *standards))


def build(*, demo: bool = True) -> Book:
    """Letters of 2024 (whole) and of 2025 up to 10 December, two offices; a stock and a hand-counted flow."""
    letters = [60, 70, 80, 75, 66, 71, 69, 73, 78, 82, 76]  # 800 up to November
    bad = [3, 4, 2, 5, 3, 4, 2, 3, 4, 3, 5]  # 38
    before, bad_before = [55, 61, 70, 66, 60, 64, 62, 67, 70, 74, 71], [4, 5, 3, 6, 4, 5, 3, 4, 5, 4, 6]
    rate = pieces("mailbox_dissatisfied_rate", 2025, [*bad, 1], [*letters, 25], until=CUTOFF)  # 39 of 825
    rate += pieces("mailbox_dissatisfied_rate", 2024, bad_before, before)
    rate += split("mailbox_dissatisfied_rate", 2024, 12, 10, (1, 20), (2, 40))
    handled = pieces("mailbox_handled", 2025, [*letters, 25], until=CUTOFF) + pieces("mailbox_handled", 2024, before)
    handled += split("mailbox_handled", 2024, 12, 10, (20, None), (40, None))
    handled = [row._replace(office="永續發展組") if row.end.month % 2 else row for row in handled]
    handled = [row._replace(office="裁撤組") if row.end == date(2025, 2, 28) else row for row in handled]
    score = pieces("phone_score_mean", 2025, [950.0, 870.0, 900.0], [10, 10, 10], category="總機語音")
    score += pieces("phone_score_mean", 2025, [880.0, 840.0, 860.0], [10, 10, 10], category="承辦人")
    mit = [
        Observation("mit_firms", date(2025, 11, 30), date(2025, 11, 30), None, None, None, 3102, None, "約"),
        Observation("mit_firms", date(2024, 11, 30), date(2024, 11, 30), None, None, None, 2950, None),
    ]
    checks = pieces("website_link_checks", 2025, [1] * 11, office=None)
    full = Period(date(2024, 1, 1), CUTOFF)
    return Book(
        version=7,
        observations={
            "mailbox_dissatisfied_rate": rate, "mailbox_handled": handled, "phone_score_mean": score,
            "mit_firms": mit, "website_link_checks": checks,
        },
        reach={
            "mailbox": Reach((full,), demo=demo), "figures": Reach(demo=False),
            "phone_tests": Reach((Period(date(2025, 1, 1), date(2025, 3, 31)),)),
        },
        offices=OFFICES,
    )  # fmt: skip


@pytest.fixture(scope="session")
def book() -> Book:
    return build()


@pytest.fixture(scope="session")
def real_data_book() -> Book:
    return build(demo=False)
