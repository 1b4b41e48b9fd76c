"""The outlook of a year: hand-checked cases, what never may happen whatever the months are, and how often it holds."""

from __future__ import annotations

import math
import random
import statistics
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.outlook import tries
from kpi.catalogue import Behaviour, NotComparable
from kpi.dates.periods import Period, month_end, month_of
from kpi.forecast.counts import LEVEL, flow_bands, season_of, student
from kpi.forecast.outlook import outlook_of
from kpi.forecast.rates import Parts, rate_bands
from kpi.observations import ALL, Book, Observation, Office, Reach, Scope

FLOW, RATE, MEAN = "petitions_received", "petitions_on_time_rate", "phone_score_mean"
SOURCES = {FLOW: "petitions", RATE: "petitions", MEAN: "phone_tests"}
SHAPE = [10, 10, 20, 10, 10, 20, 10, 10, 20, 10, 10, 20]  # 160 a year


def days(count: int, first: date = date(2023, 1, 1)) -> list[date]:
    """First days of so many months."""
    return [date(first.year + (first.month - 1 + n) // 12, (first.month - 1 + n) % 12 + 1, 1) for n in range(count)]


def book(months, key=FLOW, first=date(2023, 1, 1), through=None, office="甲組") -> Book:
    """A book in which each month has one observation, on its first day: a count, or numerator and denominator."""
    pairs = [month if isinstance(month, tuple) else (month, None) for month in months]
    begins = days(len(pairs), first)
    rows = [
        Observation(key, day, day, office, None, None, float(n), None if d is None else float(d))
        for day, (n, d) in zip(begins, pairs, strict=True)
    ]
    reach = Reach((Period(begins[0], through or month_end(begins[-1])),))
    return Book(1, {key: rows}, {SOURCES[key]: reach}, (Office("甲組"), Office("乙組")))


def seen(catalogue, months, key=FLOW, first=date(2023, 1, 1), end=None, **more):
    """The outlook at the end of the last of these months."""
    return outlook_of(catalogue, book(months, key, first), key, end or month_end(days(len(months), first)[-1]), **more)


def same(*values: float):
    return [pytest.approx(value, rel=1e-9) for value in values]


# --- cases that can be checked by hand ------------------------------------------------------------------------------


def test_a_year_that_runs_a_tenth_above_two_equal_ones_ends_a_tenth_above(catalogue):
    """| 2023 | 10 10 20 10 10 20 10 10 20 10 10 20 = 160 |
    | 2024 | the same                                = 160 |
    | 2025 | 11 11 22 11 11 22 (88 so far)           → 176 |"""
    found = seen(catalogue, SHAPE * 2 + [n * 1.1 for n in SHAPE[:6]])
    assert [found.low, found.middle, found.high] == same(176, 176, 176)
    assert (found.so_far, found.through, found.year) == (pytest.approx(88), date(2025, 6, 30), 2025)
    assert (found.months_used, found.level, found.indicator, found.scope) == (30, LEVEL, FLOW, ALL)


def test_the_path_is_the_years_count_to_the_end_of_each_month_to_come(catalogue):
    found = seen(catalogue, SHAPE * 2 + [n * 1.1 for n in SHAPE[:9]])
    assert [step.month for step in found.path] == [month_of(date(2025, month, 1)) for month in (10, 11, 12)]
    assert [step.middle for step in found.path] == same(143, 154, 176)
    assert found.path[-1][1:] == (found.low, found.middle, found.high)


def test_what_comes_late_in_the_year_is_waited_for(catalogue):
    """A survey of every November: nothing by October is no sign of a bad year."""
    november = [0] * 10 + [1, 0]
    found = seen(catalogue, november * 2 + [0] * 10)
    assert (found.so_far, found.middle) == (0, pytest.approx(1))


def test_one_month_that_is_far_out_moves_the_year_less_than_a_steady_run(catalogue):
    """Months swing between 8 and 12 around 10. A January of 20 says less of the year than six months of 20 do."""
    usual = [8, 12, 10, 9, 11, 10, 12, 8, 10, 11, 9, 10] + [12, 8, 10, 11, 9, 10, 8, 12, 10, 9, 11, 10]
    one, six = seen(catalogue, [*usual, 20]), seen(catalogue, usual + [20] * 6)
    level = {name: (found.middle - found.so_far) / len(found.path) for name, found in (("one", one), ("six", six))}
    assert 10 < level["one"] < level["six"] <= 20.5
    assert level["six"] > 18


def test_in_january_the_past_years_speak_alone(catalogue):
    found = outlook_of(catalogue, book(SHAPE * 2, through=date(2025, 1, 15)), FLOW, date(2025, 1, 15))
    assert (found.year, found.through, found.so_far, len(found.path)) == (2025, date(2024, 12, 31), 0, 12)
    assert found.middle == pytest.approx(160)


def test_the_band_closes_as_the_year_goes_on(catalogue):
    rng = random.Random(3)
    months = [rng.randint(80, 120) for _ in range(36)]
    widths = [(found := seen(catalogue, months[:n])).high - found.low for n in range(25, 36)]
    assert widths[0] > 1.4 * widths[5] > 2.5 * widths[10] > 0


def test_an_unfinished_month_is_a_floor_and_nothing_else(catalogue):
    """June has 90 by the 10th, where the whole year was to end at 160: no longer."""
    months = SHAPE * 2 + SHAPE[:5]
    day = date(2025, 6, 10)
    quiet, loud = (outlook_of(catalogue, book([*months, count], through=day), FLOW, day) for count in (3, 500))
    assert (quiet.so_far, quiet.through) == (63, date(2025, 5, 31))
    assert [quiet.low, quiet.middle, quiet.high] == same(160, 160, 160)
    assert (loud.so_far, loud.low, loud.path[0].low) == (560, 560, 560)


def test_a_rate_is_pooled_over_this_years_cases(catalogue):
    """Twice 80 % of 100, then 90 % of 50 a month: what is to come is about 90 %, with half the cases of before."""
    found = seen(catalogue, [(80, 100)] * 24 + [(45, 50)] * 6, RATE)
    assert found.so_far == pytest.approx(0.9)
    assert 0.85 < found.low < found.middle < found.high < 0.95
    assert found.middle == pytest.approx(0.9, abs=0.01)


def test_the_year_of_a_rate_weighs_months_by_their_cases():
    """Known: 10 of 100. To come, by last year's season: 300 cases at the same rate of 10 %."""
    past = {(2024, month): Parts(20.0, 200.0) if month > 6 else Parts(10.0, 100.0) for month in range(1, 13)}
    past |= {(2023, month): parts for (_, month), parts in past.items()}
    bands = rate_bands(past, [Parts(10.0, 100.0)] * 6, share=False)
    assert [band.middle for band in bands] == same(*[0.1] * 6)


def test_a_mean_without_any_spread_has_no_width_and_may_be_above_one(catalogue):
    found = seen(catalogue, [(180, 2)] * 24 + [(186, 2)] * 4, MEAN)
    assert [found.so_far, found.low, found.high] == same(93, 93, 93)


def test_a_hundred_per_cent_of_few_cases_is_no_certainty(catalogue):
    few, many = (seen(catalogue, [(n, n)] * 30, RATE) for n in (2, 2000))
    assert few.high == many.high == 1
    assert few.low < many.low < 1
    assert few.middle == 1


def test_a_rate_without_a_case_this_year_goes_by_last_year(catalogue):
    found = seen(catalogue, [(8, 10), (16, 20)] * 6 + [(16, 20), (8, 10)] * 6 + [(0, 0)] * 2, RATE)
    assert (found.so_far, found.months_used) == (None, 26)
    assert found.middle == pytest.approx(0.8)
    assert found.low < found.middle < found.high


def test_months_that_wander_have_a_wider_band_than_the_same_months_shuffled():
    """The same deviations in a run (above, then below) and in turns."""
    turns, run = [12, 8] * 6, [12] * 6 + [8] * 6
    level = {name: {(2024, m): float(a) for m, a in enumerate(shape, 1)} | {(2023, m): float(20 - a) for m, a in enumerate(shape, 1)}
             for name, shape in (("turns", turns), ("run", run))}  # fmt: skip
    width = {name: (band := flow_bands(past, [10.0] * 6)[-1]).high - band.low for name, past in level.items()}
    assert width["run"] > 1.5 * width["turns"]


def test_a_season_of_noise_is_flattened():
    """Three months of one case, of twelve with about one: no reason to expect none in the others."""
    past = {(year, month): float((month + 5 * year) % 4 == 0) for year in (2023, 2024) for month in range(1, 13)}
    bands = flow_bands(past, [])
    steps = [band.middle for band in bands]
    assert steps[0] > 0
    assert steps == sorted(steps)
    assert max(two - one for one, two in zip(steps, steps[1:], strict=False)) < 0.5


def test_holes_in_the_past_are_not_zeros():
    """January and February of 2023 were twice those of 2024, the rest was not delivered: its level is twice 160."""
    past = {(2024, month): float(n) for month, n in enumerate(SHAPE, 1)} | {(2023, 1): 20.0, (2023, 2): 20.0}
    found = season_of(past)
    assert found.levels == {2023: pytest.approx(320), 2024: pytest.approx(160)}
    assert found.shares == tuple(same(*(n / 160 for n in SHAPE)))


@pytest.mark.parametrize(
    ("freedom", "table"), [(1, 3.0777), (2, 1.8856), (3, 1.6377), (5, 1.4759), (10, 1.3722), (22, 1.3212), (60, 1.2958)]
)
def test_quantiles_are_those_of_the_printed_table(freedom, table):
    assert student(0.8, freedom) == pytest.approx(table, abs=0.003)


# --- when there is none ---------------------------------------------------------------------------------------------


def test_none_under_24_months(catalogue):
    first = date(2024, 3, 1)
    months = [10, 12, 9, 11] * 6
    assert seen(catalogue, months[:-1], first=date(2023, 2, 1), end=date(2024, 12, 31)) is None
    assert seen(catalogue, months[:-1], first=first) is None
    assert seen(catalogue, months, first=first).months_used == 24
    assert seen(catalogue, months[:15], least=12) is not None


def test_none_of_a_year_that_is_complete(catalogue):
    assert seen(catalogue, SHAPE * 3) is None
    assert seen(catalogue, (SHAPE * 3)[:-1]) is not None


def test_none_where_a_calendar_month_was_never_seen(catalogue):
    """Every December was left out: nothing tells what this one brings."""
    whole = book(SHAPE * 3)
    rows = [row for row in whole.observations[FLOW] if row.start.month != 12]
    spans = tuple(Period(date(year, 1, 1), date(year, 11, 30)) for year in (2023, 2024, 2025))
    holed = Book(1, {FLOW: rows}, {"petitions": Reach(spans)}, whole.offices)
    assert outlook_of(catalogue, holed, FLOW, date(2025, 11, 30)) is None


def test_none_where_nothing_was_ever_counted(catalogue):
    assert seen(catalogue, [0] * 30) is None
    assert seen(catalogue, [(0, 0)] * 30, RATE) is None
    assert outlook_of(catalogue, Book(1, {}), FLOW, date(2025, 6, 30)) is None


def test_none_of_a_rate_that_expects_no_case(catalogue):
    """Ten cases in every month of two years, and then none: it has ended, and there is no rate of nothing."""
    assert seen(catalogue, [(8, 10)] * 24 + [(0, 0)] * 2, RATE) is None


def test_none_where_earlier_years_are_not_comparable(catalogue):
    def barred(before):
        item = catalogue.indicators[FLOW].model_copy(
            update={"not_comparable": NotComparable(zh="", en="", before=before)}
        )
        return catalogue.model_copy(update={"indicators": {**catalogue.indicators, FLOW: item}})

    months = SHAPE * 3 + SHAPE[:6]
    assert seen(barred(None), months) is None
    assert seen(barred(date(2025, 1, 1)), months) is None  # 12 + 6 months are left
    assert seen(barred(date(2024, 1, 1)), months).months_used == 30


def test_this_years_months_count_up_to_the_first_that_is_missing(catalogue):
    whole = book(SHAPE * 2 + SHAPE[:6])
    spans = (Period(date(2023, 1, 1), date(2025, 3, 31)), Period(date(2025, 5, 1), date(2025, 6, 30)))
    rows = [row for row in whole.observations[FLOW] if row.start != date(2025, 4, 1)]
    found = outlook_of(catalogue, Book(1, {FLOW: rows}, {"petitions": Reach(spans)}), FLOW, date(2025, 6, 30))
    assert (found.through, found.path[0].month.start) == (date(2025, 3, 31), date(2025, 4, 1))


def test_an_office_has_its_own(catalogue):
    months = book(SHAPE * 2 + SHAPE[:6])
    assert outlook_of(catalogue, months, FLOW, date(2025, 6, 30), Scope("甲組")).middle == pytest.approx(160)
    assert outlook_of(catalogue, months, FLOW, date(2025, 6, 30), Scope("乙組")) is None


def test_what_is_not_summed_over_a_year_has_none(catalogue, demo):
    read, day = demo.book(), date(2025, 10, 31)
    for key, item in catalogue.indicators.items():
        sums = item.behaviour in (Behaviour.flow, Behaviour.ratio, Behaviour.mean)
        if not sums or item.window or catalogue.sources[item.source].kind == "snapshot":
            assert outlook_of(catalogue, read, key, day) is None


# --- whatever the months are ----------------------------------------------------------------------------------------

COUNTS = st.lists(st.integers(0, 500), min_size=24, max_size=47)
SHARES = st.lists(
    st.integers(0, 30).flatmap(lambda d: st.tuples(st.integers(0, d), st.just(d))), min_size=24, max_size=47
)


@given(COUNTS)
def test_a_count_ends_in_order_and_never_below_what_was_counted(catalogue, months):
    found = seen(catalogue, months)
    if found is None:
        return
    counted = sum(months[len(months) // 12 * 12 :])
    assert found.so_far == counted
    for step in found.path:
        assert counted <= step.low <= step.middle <= step.high
    middles = [step.middle for step in found.path]
    assert middles == sorted(middles)
    assert len(found.path) == 12 - len(months) % 12


@given(SHARES)
def test_a_share_stays_within_what_is_possible(catalogue, months):
    found = seen(catalogue, months, RATE)
    if found is None:
        return
    for step in found.path:
        assert 0 <= step.low <= step.middle <= step.high <= 1


@given(COUNTS, st.sampled_from([0.001, 0.5, 3, 1000]))
def test_the_unit_does_not_matter(catalogue, months, times):
    """Counted in thousands or in single cases: the same outlook."""
    one, other = seen(catalogue, months), seen(catalogue, [n * times for n in months])
    if one is None:
        assert other is None
        return
    scaled = [pytest.approx(value * times, rel=1e-6, abs=1e-6 * times) for value in (one.low, one.middle, one.high)]
    assert [other.low, other.middle, other.high] == scaled


@given(COUNTS, st.lists(st.integers(0, 5000), min_size=1, max_size=12), st.sampled_from([0, 10]))
def test_nothing_after_the_cutoff_is_seen(catalogue, months, later, ahead):
    """On the last day of a month, and ten days later; what is still to come lies on the 20th of each month."""
    day = month_end(days(len(months))[-1]) + timedelta(days=ahead)
    before, after = book(months, through=day), book([*months, *later])
    after.observations[FLOW][len(months) :] = [
        row._replace(start=row.start.replace(day=20), end=row.start.replace(day=20))
        for row in after.observations[FLOW][len(months) :]
    ]
    assert outlook_of(catalogue, after, FLOW, day) == outlook_of(catalogue, before, FLOW, day)


@given(
    st.dictionaries(st.tuples(st.integers(2020, 2024), st.integers(1, 12)), st.integers(0, 9), min_size=12),
    st.lists(st.integers(0, 9), max_size=11),
)
def test_whatever_months_are_missing_a_band_is_in_order_or_there_is_none(past, known):
    for band in flow_bands(past, known) or ():
        assert sum(known) <= band.low <= band.middle <= band.high < math.inf
    rates = {at: Parts(n // 2, n) for at, n in past.items()}
    for band in rate_bands(rates, [Parts(n // 3, n) for n in known], share=True) or ():
        assert 0 <= band.low <= band.middle <= band.high <= 1


@given(st.lists(st.integers(0, 500), min_size=1, max_size=23), st.integers(0, 11))
def test_never_under_24_months(catalogue, months, start):
    assert seen(catalogue, months, first=date(2022, 1 + start, 1)) is None


# --- how often it holds ---------------------------------------------------------------------------------------------


def poisson(rng: random.Random, rate: float) -> int:
    """Arrivals within one unit of time."""
    count, clock = 0, rng.expovariate(rate)
    while clock < 1:
        count, clock = count + 1, clock + rng.expovariate(rate)
    return count


@pytest.mark.parametrize(("size", "swing", "moves"), [(4, 0.0, 0.1), (40, 0.1, 0.1), (200, 0.15, 0.05)])
def test_about_four_made_up_years_of_five_end_inside(size, swing, moves):
    """Seasons, levels and months by chance; the band is 80 %, its noise is measured on 24 to 35 months."""
    rng = random.Random(size)
    held = []
    for trial in range(150):
        shape, level, months = [rng.uniform(0.7, 1.3) for _ in range(12)], size, []
        for _ in range(3):
            months.append([poisson(rng, level * share * rng.lognormvariate(0, swing)) for share in shape])
            level *= rng.lognormvariate(0, moves)
        past = {(2023 + year, month): float(n) for year in (0, 1) for month, n in enumerate(months[year], 1)}
        band = flow_bands(past, [float(n) for n in months[2][: 3 + trial % 8]])[-1]
        held.append(band.low <= sum(months[2]) <= band.high)
    assert 0.72 <= statistics.mean(held) <= 0.92


def test_about_four_years_of_five_of_the_bundled_ones_end_inside(catalogue, demo):
    made = list(tries(catalogue, demo.book(), 2025))
    for behaviour in (Behaviour.flow, Behaviour.ratio, Behaviour.mean):
        some = [one.held for one in made if one.behaviour is behaviour]
        assert len(some) > 100
        assert 0.75 <= statistics.mean(some) <= 0.92
