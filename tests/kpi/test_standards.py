"""Standards: which one holds on a day and for an office, levels, windows that roll, targets for a year."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from kpi.catalogue import FAULTS, Level, standard_from
from kpi.dates.periods import Period, month_end, rolling_windows, year_of
from kpi.evaluate import evaluate, monthly
from kpi.observations import Book, Observation, Office, Reach, Scope
from kpi.standards import standard_on, standards_of
from kpi.status import Status
from kpi.targets import interim
from tests.conftest import sql

BY = {"zh": "測試", "en": "test"}
FLOW = "petitions_received"


def standard(indicator=FLOW, kind="at_least", start=date(2025, 1, 1), **fields):
    name = f"{indicator}/{fields.get('office')}/{start}"
    return standard_from({"id": name, "indicator": indicator, "kind": kind, "from": start, "set_by": BY, **fields})


def book(counts: dict[int, list[float]], *standards, through=date(2025, 12, 31), office="甲組"):
    """So many cases in each month of each year, all on its first day."""
    rows = [
        Observation(FLOW, date(year, month, 1), date(year, month, 1), office, None, None, float(count), None)
        for year, months in counts.items()
        for month, count in enumerate(months, start=1)
    ]
    spans = (Period(date(min(counts), 1, 1), through),)
    return Book(1, {FLOW: rows}, {"petitions": Reach(spans)}, (Office("甲組"), Office("乙組")), by_key(standards))


def by_key(standards):
    return {key: tuple(s for s in standards if s.indicator == key) for key in {s.indicator for s in standards}}


def so_far(catalogue, found, day, scope=Scope()):
    return evaluate(catalogue, found, FLOW, Period(date(day.year, 1, 1), day), scope)


def test_the_standard_of_a_day_is_the_one_that_began_last_and_has_not_ended(catalogue):
    first = standard(value=10, start=date(2024, 1, 1))
    second = standard(value=20, start=date(2025, 7, 1), to=date(2025, 9, 30))
    found = book({2025: [1]}, second, first)
    on = {day: standard_on(catalogue, found, FLOW, day) for day in (date(2023, 12, 31), date(2025, 6, 30))}
    assert list(on.values()) == [None, first]
    assert standard_on(catalogue, found, FLOW, date(2025, 7, 1)) == second
    assert standard_on(catalogue, found, FLOW, date(2025, 10, 1)) == first


def test_an_offices_own_standard_stands_in_place_of_the_agencys(catalogue):
    general, own = standard(value=10, start=date(2025, 6, 1)), standard(value=5, office="甲組")
    found = book({2025: [1]}, general, own)
    day = date(2025, 12, 31)
    assert standard_on(catalogue, found, FLOW, day) == general
    assert standard_on(catalogue, found, FLOW, day, "甲組") == own
    assert standard_on(catalogue, found, FLOW, day, "乙組") == general
    assert standards_of(catalogue, found, FLOW) == (general,)


def test_one_set_on_the_pages_follows_that_of_metrics_yml(catalogue):
    key = "applications_on_time_rate"  # all within their limit, from 2025-01-01
    later = standard(key, "at_least", date(2025, 7, 1), value=0.95)
    found = Book(1, {}, standards={key: (later,)})
    assert standard_on(catalogue, found, key, date(2025, 6, 30)).kind.value == "time_limit"
    assert standard_on(catalogue, found, key, date(2025, 7, 1)) == later


def test_old_months_keep_the_standard_of_their_time(catalogue):
    found = book({2025: [5] * 12}, standard(value=10), standard(value=20, start=date(2025, 7, 1)))
    points = monthly(catalogue, found, FLOW, 2025, date(2025, 12, 31))
    assert [point.standard.value for point in points] == [10] * 6 + [20] * 6


@pytest.mark.parametrize(
    ("fields", "key"),
    [
        ({"kind": "at_least"}, "standard-needs-value"),
        ({"kind": "range", "value": 5, "high": 4}, "standard-needs-high"),
        ({"kind": "frequency", "value": 1}, "standard-needs-window"),
        ({"kind": "at_least", "value": 1, "to": date(2024, 1, 1)}, "standard-ends-early"),
        ({"kind": "range", "value": 1, "high": 2, "good": 1.5}, "standard-no-levels"),
        ({"kind": "at_least", "value": 5, "good": 4}, "standard-levels-order"),
        ({"kind": "at_most", "value": 5, "good": 6}, "standard-levels-order"),
    ],
)
def test_what_makes_no_standard_is_told(fields, key):
    with pytest.raises(ValidationError) as refused:
        standard(**fields)
    assert refused.value.errors()[0]["type"] == key
    assert key in FAULTS


@pytest.mark.parametrize(
    ("fields", "other"),
    [
        ({"kind": "at_least", "value": 1}, {"window": 4}),
        ({"kind": "time_limit"}, {"high": 1}),
        ({"kind": "frequency", "value": 1, "window": 4}, {"path": "even"}),
        ({"kind": "tracked"}, {"value": 1}),
    ],
)
def test_a_standard_has_the_fields_of_its_kind_and_no_others(fields, other):
    assert standard(**fields).kind == fields["kind"]
    with pytest.raises(ValidationError) as refused:
        standard(**fields, **other)
    assert [(one["type"], one["loc"][-1]) for one in refused.value.errors()] == [("extra_forbidden", *other)]


def test_levels_say_what_was_reached_and_how_far_the_next_one_is(catalogue):
    key = "mailbox_dissatisfied_rate"
    rule = standard(key, "at_most", value=0.06, good=0.05, excellent=0.03)
    found = {}
    for bad in (7, 6, 5, 4, 3, 0):
        rows = [Observation(key, date(2025, 1, 1), date(2025, 1, 1), "甲組", None, None, bad, 100)]
        reach = {"mailbox": Reach((year_of(2025),))}
        found[bad] = evaluate(catalogue, Book(1, {key: rows}, reach, (), {key: (rule,)}), key, year_of(2025))
    assert [found[bad].level for bad in found] == [
        None, Level.minimum, Level.good, Level.good, Level.excellent, Level.excellent,
    ]  # fmt: skip
    assert found[7].status is Status.not_met
    gap = found[4].reason.params["gap"]
    assert abs(gap.value - gap.edge) == pytest.approx(0.01)
    assert found[3].reason.key == "level-highest"


def test_behind_the_even_path_is_at_risk_and_says_what_is_needed(catalogue):
    """1,200 in the year: 181 of 365 days by the end of June are 595; 500 are there, 700 are left, 116.7 a month."""
    found = book({2025: [100, 100, 100, 100, 50, 50] + [0] * 6}, standard(value=1200), through=date(2025, 6, 30))
    result = so_far(catalogue, found, date(2025, 6, 30))
    assert (result.status, result.reason.key) == (Status.at_risk, "year-behind")
    params = result.reason.params
    assert params["path"].value == pytest.approx(1200 * 181 / 365)
    assert (params["need"].value, params["months"], params["each"].value) == (700, 6, pytest.approx(700 / 6))


def test_the_path_may_have_the_season_of_past_years(catalogue):
    """Half of each past year came in January: with 610 of 1,200 by the end of January the year is on its path."""
    past = [60, *[60 / 11] * 11]
    found = book({2023: past, 2024: past, 2025: [610]}, standard(value=1200, path="season"), through=date(2025, 1, 31))
    assert so_far(catalogue, found, date(2025, 1, 31)).reason.key == "year-on-path"
    less = book({2023: past, 2024: past, 2025: [590]}, standard(value=1200, path="season"), through=date(2025, 1, 31))
    result = so_far(catalogue, less, date(2025, 1, 31))
    assert (result.status, result.reason.params["season"]) == (Status.at_risk, 1)
    assert result.reason.params["path"].value == pytest.approx(600)


def test_a_target_for_the_year_is_held_against_the_year_whatever_part_is_asked_for(catalogue):
    found = book({2025: [200] * 6 + [0] * 6}, standard(value=1200))
    june = evaluate(catalogue, found, FLOW, Period(date(2025, 6, 1), date(2025, 6, 30)))
    assert (june.value.value, june.status, june.reason.key) == (200, Status.met, "year-reached")


@pytest.mark.parametrize(
    ("kind", "counts", "day", "status", "key"),
    [
        ("at_most", [100] * 12, date(2025, 12, 31), Status.met, "year-kept"),
        ("at_most", [101] * 12, date(2025, 12, 31), Status.not_met, "year-over"),
        ("at_most", [700, 600], date(2025, 2, 28), Status.not_met, "year-over"),
        ("at_most", [300, 300], date(2025, 2, 28), Status.at_risk, "year-ahead"),
        ("at_most", [80, 80], date(2025, 2, 28), Status.met, "year-within-path"),
        ("at_least", [99] * 12, date(2025, 12, 31), Status.not_met, "year-missed"),
        ("at_least", [700, 600], date(2025, 2, 28), Status.met, "year-reached"),
    ],
)
def test_the_end_of_a_year_and_the_way_to_it(catalogue, kind, counts, day, status, key):
    result = so_far(catalogue, book({2025: counts}, standard(kind=kind, value=1200), through=day), day)
    assert (result.status, result.reason.key) == (status, key)


@given(days=st.integers(0, 363), step=st.integers(1, 200))
def test_a_path_never_falls_and_ends_whole(catalogue, days, step):
    rule = standard(value=1200)
    one = date.fromordinal(date(2025, 1, 1).toordinal() + days)
    two = min(date.fromordinal(one.toordinal() + step), date(2025, 12, 31))
    shares = [interim(catalogue, Book(1, {}), rule, day, Scope()).share for day in (one, two, date(2025, 12, 31))]
    assert 0 < shares[0] <= shares[1] <= shares[2] == 1


def test_windows_that_roll_end_with_every_month():
    found = rolling_windows(Period(date(2025, 1, 1), date(2025, 3, 10)), 4)
    assert found[0] == Period(date(2024, 10, 1), date(2025, 1, 31))
    assert found[-1] == Period(date(2024, 12, 1), date(2025, 3, 31))


@pytest.mark.parametrize(("months", "states"), [((1, 5, 9), ["done"] * 9), ((1, 6, 10), None)])
def test_a_rolling_frequency_finds_a_gap_that_the_calendars_windows_hide(catalogue, months, states):
    """Tests in January, June and October: one in each third of the year, but none from February to May."""
    counts = [float(month in months) for month in range(1, 13)]
    rolling = standard(kind="frequency", value=1, window=4, rolling=True)
    fixed = standard(kind="frequency", value=1, window=4)
    result = so_far(catalogue, book({2025: counts}, rolling), date(2025, 12, 31))
    assert so_far(catalogue, book({2025: counts}, fixed), date(2025, 12, 31)).status is Status.met
    if states:
        assert ([w.state for w in result.windows], result.status) == (states, Status.met)
    else:
        missed = [w.period for w in result.windows if w.state == "missed"]
        assert missed == [Period(date(2025, 2, 1), date(2025, 5, 31))]
        assert result.status is Status.not_met


def test_an_open_window_shows_its_last_day(catalogue):
    rule = standard(kind="frequency", value=2, window=4)
    found = book({2025: [2, 0, 0, 0, 1]}, rule, through=date(2025, 5, 20))
    result = so_far(catalogue, found, date(2025, 5, 20))
    assert [(w.state, w.period.end) for w in result.windows] == [
        ("done", date(2025, 4, 30)), ("open", date(2025, 8, 31)),
    ]  # fmt: skip
    assert result.reason.params["day"] == month_end(date(2025, 8, 1))


def test_per_working_day_is_said_where_the_count_depends_on_the_days_worked(demo, catalogue):
    """1 January to 10 December has 233 working days in 2025 and 236 in 2024."""
    found = demo.book([date(2025, 12, 10)])
    result = evaluate(catalogue, found, "applications_completed", Period(date(2025, 1, 1), date(2025, 12, 10)))
    assert (result.per_day.days, result.per_day.days_before) == (233 - closed(demo, 2025), 236 - closed(demo, 2024))
    assert result.per_day.now == pytest.approx(result.compared.value / result.per_day.days)
    assert (
        evaluate(catalogue, found, "mailbox_dissatisfied_rate", Period(date(2025, 1, 1), date(2025, 12, 10))).per_day
        is None
    )


def closed(warehouse, year):
    """Local closures (typhoon days) on working days, which the official calendar does not hold."""
    query = """SELECT count(*) FROM facts_closures c JOIN facts_calendar d USING (day)
        WHERE d.day_off = '0' AND c.day BETWEEN ? AND ?"""
    return sql(warehouse, query, [date(year, 1, 1), date(year, 12, 10)])[0][0]


def test_a_target_of_the_agency_is_not_held_against_its_offices(catalogue):
    whole = standard(value=1200)
    found = book({2025: [100] * 12}, whole)
    assert so_far(catalogue, found, date(2025, 12, 31)).status is Status.met
    part = so_far(catalogue, found, date(2025, 12, 31), Scope("甲組"))
    assert (part.status, part.reason.key) == (Status.tracked, "whole-only")
    own = book({2025: [100] * 12}, whole, standard(value=1300, office="甲組"))
    assert so_far(catalogue, own, date(2025, 12, 31), Scope("甲組")).status is Status.not_met


def test_levels_of_a_target_for_the_year_are_told_once_it_is_reached(catalogue):
    found = book({2025: [100] * 12}, standard(value=1000, good=1100, excellent=1300))
    result = so_far(catalogue, found, date(2025, 12, 31))
    gap = result.reason.params["gap"]
    assert (result.level, gap.edge - gap.value) == (Level.good, 100)


def test_a_rolling_frequency_is_open_until_its_first_whole_window(catalogue):
    rule = standard(kind="frequency", value=3, window=12, rolling=True, start=date(2025, 11, 1))
    result = so_far(catalogue, book({2025: [0] * 10 + [1]}, rule, through=date(2025, 11, 30)), date(2025, 11, 30))
    assert (result.status, result.windows[0].state) == (Status.met, "open")
    assert result.windows[0].period == Period(date(2025, 11, 1), date(2026, 10, 31))


def test_last_year_is_the_bound_for_the_days_that_both_years_have(catalogue):
    """10 a month last year, 9 in each whole month of this one and 20 in the part of December that there is."""
    key = "innovative_services"
    rows = [
        Observation(key, date(year, month, 1), min(month_end(date(year, month, 1)), date(year, 12, 10 if year == 2025 else 31)), None,
                    None, None, 20.0 if (year, month) == (2025, 12) else 9.0 if year == 2025 else 10.0, None)
        for year in (2024, 2025) for month in range(1, 13)
    ]  # fmt: skip
    rule = standard(key, "not_worse_than_last_year")
    found = Book(1, {key: rows}, standards={key: (rule,)})
    result = evaluate(catalogue, found, key, Period(date(2025, 1, 1), date(2025, 12, 10)))
    assert (result.compared.value, result.prior.value) == (99, 110)
    assert result.status is Status.not_met
