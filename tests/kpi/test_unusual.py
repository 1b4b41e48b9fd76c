"""Which figures of a month ask the person who typed them."""

from __future__ import annotations

from datetime import date

import pytest

from kpi.dates.periods import month_end, month_of
from kpi.observations import Book, Observation, Office, Scope
from kpi.unusual import unusual
from tests.kpi.spc.test_control_chart import months

FLOW, STOCK, RATE = "competitiveness_consultations", "website_category_browsing", "email_availability"
MONTH = month_of(date(2025, 12, 1))
USUAL = [100, 110, 105, 95, 100, 108, 102, 97, 104, 99, 103, 101]


def book(counts, key=FLOW, last=date(2025, 11, 1), denominator=None):
    """Hand counts of the last months, whole months of a flow or month's ends of a stock; None: nothing told."""
    rows = [
        Observation(
            key, month_end(day) if key == STOCK else day, month_end(day), None, None, None, float(n), denominator
        )
        for day, n in zip(months(len(counts), last), counts, strict=True)
        if n is not None
    ]
    return Book(1, {key: rows})


def asked(catalogue, counts, value, key=FLOW, **more):
    found = unusual(catalogue, book(counts, key, **more), key, MONTH, value)
    return found.key if found else None


@pytest.mark.parametrize(("value", "key"), [(100, None), (118, None), (130, "figure-far-limits"), (1010, "figure-far-limits"),
                                            (10, "figure-far-limits"), (0, "figure-far-limits")])  # fmt: skip
def test_a_value_beyond_the_limits_of_the_control_chart_is_asked_about(catalogue, value, key):
    """100, 110, 105 ... 101: mean 102, mean moving range 6.09, limits 85.8 to 118.2."""
    assert asked(catalogue, USUAL, value) == key


def test_the_limits_are_told_as_they_are_drawn(catalogue):
    params = unusual(catalogue, book(USUAL), FLOW, MONTH, 500).params
    assert (round(params["low"].value, 1), round(params["high"].value, 1), params["months"]) == (85.8, 118.2, 12)
    lower = unusual(catalogue, book([3, 9, 2, 12, 1, 8, 5]), FLOW, MONTH, 500).params["low"].value
    assert lower == 0  # no count is below nothing


@pytest.mark.parametrize(("counts", "value", "key"), [
    ([40], 119, None), ([40], 120, "figure-far-last"), ([40], 14, None), ([40], 13, "figure-far-last"),
    ([40, *[None] * 11], 120, "figure-far-prior"), ([40, *[None] * 10, 41], 125, "figure-far-both"),
    ([400, *[None] * 10, 41], 400, None),  # as much as a year ago
    ([2], 9, None), ([0], 9, None), ([0], 10, "figure-far-last"), ([0], 0, None), ([], 9000, None), ([None, 40, None], 9000, None),
])  # fmt: skip
def test_without_a_control_chart_three_times_off_all_that_is_known_asks(catalogue, counts, value, key):
    assert asked(catalogue, counts, value) == key


def test_a_stock_is_held_against_the_ends_of_months(catalogue):
    assert asked(catalogue, [30] * 20, 300, STOCK) == "figure-far-both"
    assert asked(catalogue, [30] * 20, 31, STOCK) is None


PASSED = [90, 92, 91, 89, 90, 93, 91, 90, 92, 91, 90, 91]  # of a hundred each


@pytest.mark.parametrize(("value", "key"), [(0.90, None), (0.70, "figure-far-limits"), (9.1, "figure-far-limits")])
def test_a_rate_is_held_against_the_limits_of_its_fractions(catalogue, value, key):
    assert asked(catalogue, PASSED, value, RATE, denominator=100.0) == key


def test_the_limits_of_a_rate_end_at_everything(catalogue):
    """99, 100, 97 ... of a hundred: the upper limit lies beyond 100 %."""
    counts = [99, 100, 97, 100, 99, 96, 100]
    params = unusual(catalogue, book(counts, RATE, denominator=100.0), RATE, MONTH, 0.5).params
    assert (params["high"].value, params["value"].value) == (1.0, 0.5)
    assert 0.9 < params["low"].value < 0.99


@pytest.mark.parametrize(
    ("value", "key"), [(0.9, None), (0.28, None), (0.27, "figure-far-last"), (0.0, "figure-far-last")]
)
def test_a_rate_without_a_control_chart_is_asked_about_however_small_its_fractions_are(catalogue, value, key):
    """0.81 of last month: a third of it is 0.27; ten pieces, by which counts may differ, are none of a rate."""
    assert asked(catalogue, [81], value, RATE, denominator=100.0) == key


def test_an_office_is_held_against_its_own_months(catalogue):
    rows = [
        Observation(FLOW, day, month_end(day), office, None, None, float(n), None)
        for day in months(1, date(2025, 11, 1)) for office, n in (("甲組", 10), ("乙組", 1000))
    ]  # fmt: skip
    found = Book(1, {FLOW: rows}, offices=(Office("甲組"), Office("乙組")))

    def last(office, value):
        asked = unusual(catalogue, found, FLOW, MONTH, value, Scope(office))
        return asked and asked.params["last"].value

    assert (last("甲組", 1000), last("乙組", 1000)) == (10, None)
    assert (last("甲組", 12), last("乙組", 12)) == (None, 1000)


@pytest.mark.parametrize(("told", "key", "recent", "day"), [
    ([(date(2025, 11, 10), 30)], "last", 1, date(2025, 11, 10)),
    ([(date(2025, 6, 30), 30)], "last", 0, date(2025, 6, 30)),
    ([(date(2025, 6, 30), 30), (date(2024, 12, 15), 31)], "both", 0, date(2025, 6, 30)),
    ([(date(2024, 12, 31), 30)], "prior", None, None),  # told once, and named once
    ([(date(2025, 6, 30), 30), (date(2023, 6, 30), 290)], "last", 0, date(2025, 6, 30)),  # of no month of last year
    ([(date(2023, 6, 30), 30)], "last", 0, date(2023, 6, 30)),
    ([], None, None, None),
])  # fmt: skip
def test_a_stock_that_was_not_told_last_month_is_called_by_its_day(catalogue, told, key, recent, day):
    rows = [Observation(STOCK, when, when, None, None, None, float(n), None) for when, n in told]
    found = unusual(catalogue, Book(1, {STOCK: rows}), STOCK, MONTH, 300)
    assert (found.key if found else None) == (f"figure-far-{key}" if key else None)
    assert not found or (found.params.get("recent"), found.params.get("day")) == (recent, day)


@pytest.mark.parametrize("span", [(date(2025, 11, 1), date(2025, 11, 10)), (date(2025, 11, 15), date(2025, 11, 30)),
                                  (date(2024, 12, 1), date(2024, 12, 10))])  # fmt: skip
def test_a_count_of_a_part_of_a_month_is_none_of_the_month(catalogue, span):
    found = Book(1, {FLOW: [Observation(FLOW, *span, None, None, None, 30.0, None)]})
    assert unusual(catalogue, found, FLOW, MONTH, 300) is None


def test_where_nothing_ever_varied_the_limits_ask_nobody(catalogue):
    assert asked(catalogue, [50] * 12, 51) is None
    assert asked(catalogue, [50] * 12, 500) == "figure-far-both"
