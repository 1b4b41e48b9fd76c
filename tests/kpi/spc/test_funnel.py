"""Funnel limits: exact, honest for small offices, the same for a rate and its complement."""

from __future__ import annotations

from fractions import Fraction
from math import comb, exp, lgamma, log, sqrt
from time import perf_counter

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kpi.spc.funnel import FEWEST, MANY, TAIL_998, FunnelLimits, limits_at, share_of, side_of

TAILS = (Fraction(1, 40), Fraction(1, 1000))
RATES = (Fraction(1, 20), Fraction(39, 825), Fraction(1, 3), Fraction(1, 2), Fraction(97, 100))


def chance(count, n, rate):
    """Exactly how likely ``count`` of ``n`` are."""
    return comb(n, count) * rate**count * (1 - rate) ** (n - count)


def paper(n, rate, p):
    """(r_p - alpha) / n of the paper, in exact fractions: the first count with P(R <= r) > p, interpolated."""
    total = Fraction(0)
    for count in range(n + 1):
        total += chance(count, n, rate)
        if total > p:
            return (count - (total - p) / chance(count, n, rate)) / n
    raise AssertionError


def test_three_cases_by_hand():
    """Of a whole of 5 %: 0 of 3 come with .857375, 1 with .135375, 2 with .007125, 3 with .000125.

    From the top, .000125 + .007125 pass .001 within count 2: limit 2 + .00625 / .007125 = 2.877 cases. One count more
    passes .025: 1 + (.142625 - .025) / .135375 = 1.869. From below, no count is rare.
    """
    found = limits_at(0.05, 3)
    assert found == pytest.approx((0, 1.868883 / 3, 0, 2.877193 / 3), abs=1e-6)
    assert found._fields == ("low95", "high95", "low998", "high998")


@pytest.mark.parametrize("n", [3, 20, 100])
@pytest.mark.parametrize("rate", RATES)
def test_the_limits_are_those_of_exact_fractions(n, rate):
    low = [max(paper(n, rate, tail), 0) for tail in TAILS]
    high = [min(1 - paper(n, 1 - rate, tail), 1) for tail in TAILS]
    expected = (low[0], high[0], low[1], high[1])
    assert limits_at(float(rate), n) == pytest.approx([float(one) for one in expected], abs=1e-9)


@pytest.mark.parametrize("n", [20, 100])
@pytest.mark.parametrize("rate", RATES)
def test_the_upper_limit_lies_one_case_above_the_papers(n, rate):
    for tail, high in zip(TAILS, (limits_at(float(rate), n).high95, limits_at(float(rate), n).high998), strict=True):
        assert high == pytest.approx(min(float(paper(n, rate, 1 - tail) + Fraction(1, n)), 1), abs=1e-9)


@pytest.mark.parametrize("n", [10, 20, 57, 100])
@pytest.mark.parametrize("rate", RATES)
def test_outside_is_exactly_what_is_rarer_than_one_in_a_thousand(n, rate):
    for count in range(n + 1):
        above = sum(chance(k, n, rate) for k in range(count, n + 1)) < TAILS[1]
        below = sum(chance(k, n, rate) for k in range(count + 1)) < TAILS[1]
        assert side_of(count, n, float(rate)) == above - below, count


def test_the_verdict_and_the_limits_that_are_drawn_agree():
    for n in (10, 25, 231, 825):
        limits = limits_at(39 / 825, n)
        for count in range(n + 1):
            side = (count / n > limits.high998) - (count / n < limits.low998)
            assert side == side_of(count, n, 39 / 825)


@pytest.mark.parametrize(
    ("numerator", "denominator", "side"),
    [
        (1, 3, 0), (3, 3, 0),  # three letters are never the worst office
        (9, 9, 0), (5, 10, 1), (3, 10, 0),
        (19, 231, 0), (25, 231, 1),  # 8.2 % of 231 may be chance; 10.8 % is not
        (0, 100, 0), (0, 142, 0), (0, 143, -1),  # 0.9527 ** n falls below 0.001 at 143
        (0, 0, 0),
    ],
)  # fmt: skip
def test_offices_of_a_whole_of_39_in_825(numerator, denominator, side):
    assert side_of(numerator, denominator, 39 / 825) == side


def test_ten_cases_are_the_fewest_that_tell_something_whatever_the_rate():
    assert Fraction(1, 2) ** FEWEST < TAILS[1] < Fraction(1, 2) ** (FEWEST - 1)
    assert [side_of(FEWEST, FEWEST, 0.5), side_of(0, FEWEST, 0.5)] == [1, -1]
    assert [side_of(n, n, 0.01) for n in range(1, FEWEST)] == [0] * (FEWEST - 1)


@pytest.mark.parametrize(
    ("numerator", "denominator"), [(12, 10), (6.5, 10), (9, 10.5), (-1, 10), (None, 10), (3, None)]
)
def test_a_mean_or_hours_have_no_funnel(numerator, denominator):
    assert share_of(numerator, denominator) is None
    assert side_of(numerator, denominator, 0.1) == 0


@pytest.mark.parametrize("whole", [0, 1])
def test_where_nothing_varies_no_one_is_outside(whole):
    assert limits_at(whole, 50) == (whole,) * 4
    assert {side_of(count, 50, whole) for count in (0, 25, 50)} == {0}


@pytest.mark.parametrize(("whole", "n"), [(1.2, 10), (-0.1, 10), (0.5, 0), (0.5, 0.4), (0.5, 12.5), (float("nan"), 10)])
def test_what_is_no_share_and_no_count_is_refused(whole, n):
    with pytest.raises(ValueError, match="must be|lies between"):
        limits_at(whole, n)


SHARES = st.floats(0.0005, 0.9995)
SIZES = st.integers(1, 3000)


@given(SHARES, SIZES)
def test_the_limits_are_in_order_around_the_whole(whole, n):
    found = limits_at(whole, n)
    slack = 1e-12
    assert 0 <= found.low998 <= found.low95 + slack
    assert found.low95 <= whole + slack
    assert whole - slack <= found.high95 <= found.high998 + slack
    assert found.high998 <= 1


@given(SHARES, SIZES)
def test_the_complement_has_the_mirrored_limits(whole, n):
    one, other = limits_at(whole, n), limits_at(1 - whole, n)
    mirrored = (1 - other.high95, 1 - other.low95, 1 - other.high998, 1 - other.low998)
    assert one == pytest.approx(mirrored, abs=1e-7)


@given(SHARES, SIZES)
def test_four_times_the_cases_narrow_the_limits(whole, n):
    few, many = limits_at(whole, n), limits_at(whole, 4 * n)
    assert many.high95 - many.low95 <= few.high95 - few.low95 + 1e-12
    assert many.high998 - many.low998 <= few.high998 - few.low998 + 1e-12


@given(SHARES, st.integers(0, 400), st.integers(0, 400))
def test_a_part_and_its_complement_are_judged_alike(whole, count, rest):
    n = count + rest
    edges = limits_at(whole, n) if n else FunnelLimits(0, 0, 0, 0)
    assume(n and min(abs(count / n - edge) for edge in edges) > 1e-9)
    assert side_of(count, n, whole) == -side_of(rest, n, 1 - whole)


@given(SHARES, st.integers(FEWEST, 2000))
def test_a_false_alarm_comes_at_most_twice_in_a_thousand(whole, n):
    """The chances of all counts outside, by logarithms: another way than the one tested."""
    limits = limits_at(whole, n)
    outside = [count for count in range(n + 1) if not limits.low998 <= count / n <= limits.high998]
    logs = [
        lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1) + k * log(whole) + (n - k) * log(1 - whole) for k in outside
    ]
    assert sum(map(exp, logs)) <= 2 * TAIL_998 + 1e-9


@pytest.mark.parametrize("n", [100_000, MANY])
def test_many_cases_come_near_the_normal_limits_and_in_no_time(n):
    start = perf_counter()
    found = limits_at(0.3, n)
    assert perf_counter() - start < 0.5
    sigma = sqrt(0.3 * 0.7 / n)
    assert [(found.high95 - 0.3) / sigma, (found.high998 - 0.3) / sigma] == pytest.approx([1.96, 3.09], abs=0.02)
    assert limits_at(0.3, 10**12).high998 == pytest.approx(0.3, abs=1e-5)


def test_the_two_ways_meet_where_they_change_over():
    assert limits_at(0.3, MANY) == pytest.approx(limits_at(0.3, MANY + 1), abs=2e-6)
