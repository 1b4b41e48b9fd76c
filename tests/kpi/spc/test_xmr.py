"""Process limits and the rules for special causes, with golden series that can be checked by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi.catalogue import Direction
from kpi.spc.xmr import LEAST, Flag, Limits, Rule, Variation, flags_of, limits_of, variation_of

GOLDEN = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]
"""One point stands out. Mean and limits are those of the reference; with screening two moving ranges are left out."""


def rules(values, **more):
    return [flag.rule if flag else None for flag in flags_of(values, limits_of(values, **more))]


def test_the_golden_series():
    found = limits_of(GOLDEN)
    assert (round(found.mean, 4), round(found.upper, 4), round(found.lower, 4)) == (1.9444, 6.9515, -3.0626)
    screened = limits_of(GOLDEN, screened=True)
    assert (round(screened.upper, 4), round(screened.lower, 4)) == (4.6044, -0.7156)
    assert [index for index, rule in enumerate(rules(GOLDEN)) if rule is Rule.outside] == [4]


def test_two_values_have_limits_and_one_has_none():
    assert limits_of([5.0]) is None
    assert (limits_of([4, 6]).lower, limits_of([4, 6]).upper) == (pytest.approx(-0.32), pytest.approx(10.32))


def test_fewer_than_twelve_points_are_on_trial():
    assert [limits_of([1.0, 2.0] * half).trial for half in (5, 6)] == [True, False]
    assert LEAST == 12


def test_a_point_on_the_limit_is_not_outside():
    limits = limits_of([4, 6])
    assert flags_of([limits.upper], limits) == [None]
    assert flags_of([limits.upper + 1e-9], limits) == [Flag(Rule.outside, 1)]


@pytest.mark.parametrize(
    ("steps", "flagged"),
    [
        ([1, 2, 3, 4, 5, 6, 7], 7),  # six rises, seven points
        ([1, 2, 3, 4, 5, 6], 0),  # five rises
        ([1, 2, 3, 3, 4, 5, 6], 0),  # a tie breaks it
        ([7, 6, 5, 4, 3, 2, 1], 7),
        ([1, 2, 3, 4, 5, 6, 7, 8, 7], 8),  # every member, and only those
    ],
)
def test_a_trend_is_six_successive_rises_or_falls(steps, flagged):
    wide = Limits(4.1, -100, 108.2, 39.1, False)
    assert sum(flag is not None and flag.rule is Rule.trend for flag in flags_of(steps, wide)) == flagged


def test_seven_in_a_row_on_one_side_are_a_shift_and_a_point_on_the_mean_breaks_it():
    limits = limits_of([0.0, 10.0] * 10)  # mean 5
    low = [4, 4.5, 4, 4.5, 4, 4.5, 4]
    assert [flag.rule for flag in flags_of(low, limits)] == [Rule.shift] * 7
    assert flags_of(low[:6], limits) == [None] * 6
    assert flags_of([*low[:3], 5, *low[3:]], limits) == [None] * 8
    assert {flag.side for flag in flags_of(low, limits)} == {-1}


def test_of_two_in_three_near_a_limit_only_the_near_ones_are_flagged():
    limits = limits_of([0.0, 10.0] * 10)  # mean 5, upper 31.6, two thirds at 22.73
    near = [None, Rule.two_of_three, None, Rule.two_of_three, None]
    assert [flag.rule if flag else None for flag in flags_of([4, 25, 6, 25, 4], limits)] == near
    assert flags_of([4, 25, 4, 25, 4], limits) == [None] * 5  # the middle one lies on the other side
    assert flags_of([25, -15, 25], limits) == [None] * 3


def test_the_first_rule_that_applies_is_said():
    limits = limits_of([0.0, 10.0] * 10)
    rising = [6, 7, 8, 9, 23, 24, 40]
    assert [flag.rule for flag in flags_of(rising, limits)] == [Rule.trend] * 6 + [Rule.outside]


def test_nothing_is_told_from_a_series_without_variation():
    constant = [1.0] * 20
    assert rules(constant) == [None] * 20
    assert flags_of([1.0, 2.0], limits_of(constant)) == [None, None]


@pytest.mark.parametrize(
    ("side", "direction", "said"),
    [
        (1, Direction.higher, Variation.improving), (-1, Direction.higher, Variation.concerning),
        (1, Direction.lower, Variation.concerning), (-1, Direction.lower, Variation.improving),
        (1, Direction.neutral, Variation.neutral),
    ],
)  # fmt: skip
def test_what_a_point_says_depends_on_the_better_direction(side, direction, said):
    assert variation_of(Flag(Rule.shift, side), direction) is said
    assert variation_of(None, direction) is Variation.common_cause


SERIES = st.lists(st.integers(-50, 50), min_size=2, max_size=40)


@given(SERIES, st.integers(-1000, 1000))
def test_moving_a_series_moves_its_limits_and_keeps_its_flags(values, by):
    one, two = limits_of(values), limits_of([value + by for value in values])
    assert two.upper - by == pytest.approx(one.upper, abs=1e-6)
    assert _clear(values, one) != flags_of(values, one) or flags_of([v + by for v in values], two) == flags_of(
        values, one
    )


@given(SERIES)
def test_turning_a_series_over_turns_its_flags_over(values):
    turned = [-value for value in values]
    flags, over = flags_of(values, limits_of(values)), flags_of(turned, limits_of(turned))
    assert [(f.rule, -f.side) if f else None for f in flags] == [(f.rule, f.side) if f else None for f in over]


def _clear(values, limits):
    """Flags, but None where any value lies so near an edge that rounding decides."""
    edges = [limits.mean, limits.upper, limits.lower]
    edges += [limits.mean + (edge - limits.mean) * 2 / 3 for edge in edges[1:]]
    near = any(abs(value - edge) < 1e-6 for value in values for edge in edges)
    return None if near else flags_of(values, limits)


@pytest.mark.parametrize(("low", "high", "on"), [(0.1, 0.6, 0.35), (0.3, 0.9, 0.6), (1.1, 3.3, 2.2), (0.05, 0.15, 0.1)])
def test_a_point_on_the_mean_breaks_a_shift_however_the_mean_was_added_up(low, high, on):
    """Added up, fourteen values of 1.1 and 3.3 by turns and seven of 2.2 have a mean a hair beside 2.2."""
    series = [low, high] * 7 + [on] * 7
    assert not any(flag and flag.rule is Rule.shift for flag in flags_of(series, limits_of(series)))
    above = [low, high] * 7 + [on + (high - low) / 20] * 7
    assert any(flag and flag.rule is Rule.shift for flag in flags_of(above, limits_of(above)))


def test_equal_steps_of_a_trend_are_ties_however_they_were_added_up():
    """0.1 + 0.2 is no rise over 0.3."""
    rising = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7]
    tied = [0.1, 0.2, 0.3, 0.1 + 0.2, 0.5, 0.6, 0.7]
    around = [0.9, -0.1] * 6
    for series, trend in (([*around, *rising], True), ([*around, *tied], False)):
        found = flags_of(series, limits_of(series))
        assert any(flag and flag.rule is Rule.trend for flag in found) is trend


def test_a_series_without_variation_has_none_in_its_last_bits():
    series = [0.3, 0.1 + 0.2] * 8
    limits = limits_of(series)
    assert limits.spread == 0
    assert flags_of(series, limits) == [None] * 16


def test_no_run_and_no_moving_range_goes_across_a_gap():
    """Seven rising months are a trend; with one unknown between the fourth and the fifth they are four and three."""
    rising = [1.0, 2, 3, 4, 5, 6, 7]
    wide = Limits(4, -100, 100, 39, trial=True)
    assert {flag.rule for flag in flags_of(rising, wide)} == {Rule.trend}
    assert flags_of(rising, wide, gaps={4}) == [None] * 7
    high = [5.0] * 8
    assert {flag.rule for flag in flags_of(high, wide)} == {Rule.shift}
    assert flags_of(high, wide, gaps={3}) == [None] * 8
    assert limits_of([1.0, 2, 11, 12], gaps={2}).spread == 1
    assert limits_of([1.0, 2, 11, 12]).spread == pytest.approx(11 / 3)
    assert limits_of([1.0, 2], gaps={1}) is None


@given(st.lists(st.integers(0, 9).map(float), min_size=2, max_size=40), st.data())
def test_a_series_in_stretches_is_judged_stretch_by_stretch(values, data):
    """Under the same limits the flags of a series with gaps are those of its stretches, one after the other."""
    gaps = data.draw(st.sets(st.integers(1, len(values) - 1)))
    limits = limits_of(values)
    edges = [0, *sorted(gaps), len(values)]
    parts = [flags_of(values[one:two], limits) for one, two in zip(edges, edges[1:], strict=False)]
    assert flags_of(values, limits, gaps) == [flag for part in parts for flag in part]
