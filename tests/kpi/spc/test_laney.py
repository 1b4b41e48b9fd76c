"""p-prime and u-prime charts: a case by hand, a published series, and what must hold of every series."""

from __future__ import annotations

from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi.spc.laney import D2, Kind, laney_of
from kpi.spc.xmr import LEAST

SEEN = [
    266501, 264225, 276532, 281461, 269071, 261215, 270409, 279778, 270483, 270320,
    267923, 271478, 255353, 256820, 261835, 259144, 255910, 260863, 264465, 260989,
]  # fmt: skip
CAME = [
    280443, 276823, 291681, 296155, 282343, 275888, 283867, 295251, 284468, 282529,
    279618, 283932, 266629, 268091, 276803, 271578, 266005, 273520, 278574, 273772,
]  # fmt: skip
"""Patients seen within four hours, of all who came to England's emergency departments, in twenty weeks: Mohammed,
Panesar, Laney and Wilson, Statistical process control charts for attribute data involving very large sample sizes,
BMJ Quality & Safety 22 (2013), 362-368; also the data set nhs_accidents of the R package qicharts2."""


def test_a_share_by_hand():
    """Months of 100, 100, 25 and 100 cases, 10, 20, 5 and 30 of them bad: centre 65 / 325 = 0.2, sigma of one case 0.4.

    z = -2.5, 0, 0, 2.5; moving ranges 2.5, 0, 2.5, mean 5/3; sigma_z = 5/3 / 1.128 = 1.4775. Limits at n = 100:
    0.2 +/- 3 x 0.04 x 1.4775 = 0.2 +/- 0.1773; at n = 25 twice as far, 0.2 +/- 0.3546, and never below 0.
    """
    found = laney_of([10, 20, 5, 30], [100, 100, 25, 100])
    assert found.centre == pytest.approx(0.2)
    assert found.sigma_z == pytest.approx(1.4775, abs=1e-4)
    assert [point.upper for point in found.points] == pytest.approx([0.3773, 0.3773, 0.5546, 0.3773], abs=1e-4)
    assert [point.lower for point in found.points] == pytest.approx([0.0227, 0.0227, 0, 0.0227], abs=1e-4)
    assert [point.side for point in found.points] == [0, 0, 0, 0]
    assert found.trial


def test_counts_per_case_by_hand():
    """Faults in 4, 4, 1 and 4 sheets: 12, 16, 6 and 18, so 3, 4, 6 and 4.5 a sheet; centre 52 / 13 = 4, unit 2.

    z = (u - 4) x sqrt(n) / 2 = -1, 0, 1, 0.5; moving ranges 1, 1, 0.5; sigma_z = 0.8333 / 1.128 = 0.7388. Limits at
    n = 4: 4 +/- 3 x 1 x 0.7388 = 4 +/- 2.2163; at n = 1: 4 +/- 4.4326, and never below 0.
    """
    found = laney_of([12, 16, 6, 18], [4, 4, 1, 4], Kind.per_case)
    assert (found.centre, found.sigma_z) == (pytest.approx(4), pytest.approx(0.7388, abs=1e-4))
    assert [point.upper for point in found.points] == pytest.approx([6.2163, 6.2163, 8.4326, 6.2163], abs=1e-4)
    assert [point.lower for point in found.points] == pytest.approx([1.7837, 1.7837, 0, 1.7837], abs=1e-4)


def test_the_published_series():
    """On a p chart most weeks lie outside, which is absurd of a stable process; on the p-prime chart none does."""
    found = laney_of(SEEN, CAME)
    centre = sum(SEEN) / sum(CAME)
    p_chart = [3 * sqrt(centre * (1 - centre) / n) for n in CAME]
    values = [above / below for above, below in zip(SEEN, CAME, strict=True)]
    assert sum(abs(value - centre) > reach for value, reach in zip(values, p_chart, strict=True)) > 10
    assert (found.centre, found.sigma_z) == (pytest.approx(0.95290, abs=5e-6), pytest.approx(10.640, abs=5e-4))
    assert [point.side for point in found.points] == [0] * 20
    assert not found.trial


def test_the_published_series_another_way():
    """The binomial's sigma cancels: the reach at n is 3 / 1.128 x the mean moving range of sqrt(n) x (p - centre)."""
    centre = sum(SEEN) / sum(CAME)
    scaled = [sqrt(below) * (above / below - centre) for above, below in zip(SEEN, CAME, strict=True)]
    mean = sum(abs(scaled[i + 1] - scaled[i]) for i in range(19)) / 19
    for point in laney_of(SEEN, CAME).points:
        assert point.upper == pytest.approx(centre + 3 / 1.128 * mean / sqrt(point.n), abs=1e-12)
        assert point.lower == pytest.approx(centre - 3 / 1.128 * mean / sqrt(point.n), abs=1e-12)


def test_a_month_outside_is_told_by_its_side():
    usual = [4, 6] * 8
    found = laney_of([*usual, 20, 0], [100] * 18)
    assert [point.side for point in found.points] == [0] * 16 + [1, 0]
    low = laney_of([*[96, 94] * 8, 60], [100] * 17)
    assert [point.side for point in low.points] == [0] * 16 + [-1]


def test_the_same_rate_is_outside_with_many_cases_and_not_with_few():
    usual, cases = [40, 60] * 8, [1000] * 16
    assert laney_of([*usual, 2], [*cases, 20]).points[-1].side == 0
    assert laney_of([*usual, 200], [*cases, 2000]).points[-1].side == 1


def test_a_month_without_cases_is_left_out_and_the_others_keep_their_places():
    found = laney_of([10, 0, 20, None, 5, 30, 3], [100, 0, 100, 100, 25, 100, None])
    assert [point.place for point in found.points] == [0, 2, 4, 5]
    whole = laney_of([10, 20, 5, 30], [100, 100, 25, 100])
    assert (found.sigma_z, found.centre) == (whole.sigma_z, whole.centre)


def test_a_baseline_alone_gives_centre_and_spread():
    found = laney_of([10, 20, 5, 30, 90], [100, 100, 25, 100, 100], baseline=4)
    assert (found.centre, found.sigma_z) == (pytest.approx(0.2), pytest.approx(1.4775, abs=1e-4))
    assert [point.side for point in found.points] == [0, 0, 0, 0, 1]
    assert laney_of([10, 20, 5], [100, 100, 25], baseline=1) is None


@pytest.mark.parametrize("series", [([], []), ([1], [10]), ([1, 0], [10, 0]), ([None, 3], [5, 5])])
def test_fewer_than_two_points_have_no_chart(series):
    assert laney_of(*series) is None


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("share", [0.0, 0.1, 1.0])
def test_where_nothing_varies_nothing_is_outside(kind, share):
    cases = [10, 70, 30, 110, 1730, 90]
    found = laney_of([share * n for n in cases], cases, kind)
    assert found.sigma_z == 0
    assert {(point.lower, point.upper, point.side) for point in found.points} == {(found.centre, found.centre, 0)}


def test_fewer_than_twelve_points_are_on_trial():
    assert [laney_of([1, 2] * half, [10] * 2 * half).trial for half in (5, 6)] == [True, False]
    assert LEAST == 12


@pytest.mark.parametrize(
    ("above", "below", "kind", "said"),
    [
        ([5, 12], [10, 10], Kind.share, "12.0 of 10.0 is no share"), ([5, -1], [10, 10], Kind.per_case, "negative"),
        ([5, 1], [10, -10], Kind.share, "negative"), ([5, 1, 2], [10, 10], Kind.share, "longer|shorter"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused(above, below, kind, said):
    with pytest.raises(ValueError, match=said):
        laney_of(above, below, kind)


SHARES = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), min_size=2, max_size=30).map(
    lambda pairs: ([bad for bad, _ in pairs], [bad + good for bad, good in pairs])
)


@given(SHARES)
def test_limits_hold_the_centre_within_what_is_possible(series):
    found = laney_of(*series)
    for point in found.points if found else ():
        assert 0 <= point.lower <= found.centre + 1e-12
        assert found.centre - 1e-12 <= point.upper <= 1
        assert (point.side > 0) == (point.value > point.upper and found.sigma_z > 0)


@given(SHARES)
def test_more_cases_never_widen_the_limits(series):
    found = laney_of(*series)
    ordered = sorted(found.points, key=lambda point: point.n) if found else []
    for few, many in zip(ordered, ordered[1:], strict=False):
        assert many.upper <= few.upper + 1e-12
        assert many.lower >= few.lower - 1e-12


@given(SHARES)
def test_scaled_by_sigma_z_the_limits_are_those_of_a_p_chart(series):
    """Divided by sigma_z, the reach of every limit that is not cut is that of the p chart; with sigma_z 1 they are it."""
    found = laney_of(*series)
    if found is None or not found.sigma_z:
        return
    for point in found.points:
        if point.upper < 1:
            p_chart = 3 * sqrt(found.centre * (1 - found.centre) / point.n)
            assert (point.upper - found.centre) / found.sigma_z == pytest.approx(p_chart, rel=1e-6, abs=1e-9)


def test_months_that_vary_like_chance_have_the_limits_of_a_p_chart():
    """z-scores of +/- 0.564 in turn: every moving range is 1.128, so sigma_z is 1."""
    n, p = 10_000, 0.5
    step = D2 / 2 * sqrt(p * (1 - p) / n)
    found = laney_of([n * (p + step), n * (p - step)] * 10, [n] * 20)
    assert found.sigma_z == pytest.approx(1)
    assert found.points[0].upper == pytest.approx(p + 3 * sqrt(p * (1 - p) / n))


@given(SHARES)
def test_the_complement_has_the_mirrored_chart(series):
    bad, cases = series
    one, other = laney_of(bad, cases), laney_of([n - b for b, n in zip(bad, cases, strict=True)], cases)
    assert (one is None) == (other is None)
    for left, right in zip(one.points, other.points, strict=True) if one else ():
        assert (left.lower, left.upper) == pytest.approx((1 - right.upper, 1 - right.lower), abs=1e-9)


@given(SHARES, st.sampled_from([0.5, 2, 10, 100]))
def test_counts_per_case_keep_their_limits_in_any_unit(series, factor):
    """Minutes or hours, points or tenths: the chart of a mean does not depend on the unit of its numerator."""
    above, below = series
    one = laney_of(above, below, Kind.per_case)
    other = laney_of([factor * number for number in above], below, Kind.per_case)
    for left, right in zip(one.points, other.points, strict=True) if one else ():
        assert (right.lower, right.upper) == pytest.approx((factor * left.lower, factor * left.upper), abs=1e-9)


def test_no_step_is_taken_across_a_gap():
    """Two months at 10 %, one that no file covers, two at 30 %: what varies within either is nothing."""
    broken = laney_of([10, 10, 30, 30], [100] * 4, gaps={2})
    assert (broken.centre, broken.sigma_z) == (0.2, 0.0)
    assert laney_of([10, 10, 30, 30], [100] * 4).sigma_z > 0
    assert laney_of([10, 30], [100, 100], gaps={1}) is None
