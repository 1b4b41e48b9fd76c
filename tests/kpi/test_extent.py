"""How far the data reach: most sources decide, who is behind is named, and every year that has rows can be chosen."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi.dates.periods import Period
from kpi.extent import behind, default_cutoff, in_use, last_day, years
from kpi.observations import Book, Observation, Reach

CASES = ("applications", "petitions", "mailbox", "phone_tests")
SEPTEMBER, OCTOBER, YEAR_END = date(2026, 9, 30), date(2026, 10, 31), date(2025, 12, 31)


def reach(end: date, *, demo: bool = False, start: date = date(2025, 1, 1)) -> Reach:
    return Reach((Period(start, end),), (), demo)


def book(*rows: Observation, **reaches: Reach) -> Book:
    found: dict[str, list[Observation]] = {}
    for row in rows:
        found.setdefault(row.indicator, []).append(row)
    return Book(1, found, reaches)


def stated(key: str, start: date, end: date) -> Observation:
    return Observation(key, start, end, None, None, None, 1.0, None)


@pytest.mark.parametrize(
    ("ends", "cutoff", "late"),
    [
        ([OCTOBER], OCTOBER, 0),
        ([OCTOBER, SEPTEMBER], SEPTEMBER, 0),  # one of two is no more than half
        ([OCTOBER, OCTOBER, SEPTEMBER], OCTOBER, 1),
        ([OCTOBER, SEPTEMBER, YEAR_END], SEPTEMBER, 1),
        ([OCTOBER, OCTOBER, SEPTEMBER, SEPTEMBER], SEPTEMBER, 0),
        ([OCTOBER, OCTOBER, OCTOBER, YEAR_END], OCTOBER, 1),
    ],
)
def test_the_cut_off_is_the_latest_day_that_more_than_half_reach(catalogue, ends, cutoff, late):
    found = book(**{name: reach(end) for name, end in zip(CASES, ends, strict=False)})
    assert default_cutoff(catalogue, found) == cutoff
    assert len(behind(catalogue, found)) == late
    assert all(day < cutoff for day in behind(catalogue, found).values())


@given(st.lists(st.dates(date(2020, 1, 1), date(2030, 1, 1)), min_size=1, max_size=4))
def test_more_than_half_reach_the_cut_off_and_no_later_day_is_reached_by_as_many(catalogue, ends):
    found = book(**{name: reach(end, start=date(2019, 1, 1)) for name, end in zip(CASES, ends, strict=False)})
    cutoff = default_cutoff(catalogue, found)
    assert sum(end >= cutoff for end in ends) * 2 > len(ends)
    assert all(sum(end >= later for end in ends) * 2 <= len(ends) for later in ends if later > cutoff)


def test_demonstration_rows_count_only_while_there_are_no_real_ones(catalogue):
    demo = {name: reach(YEAR_END, demo=True) for name in CASES}
    assert default_cutoff(catalogue, book(**demo)) == YEAR_END
    mixed = book(**{**demo, "petitions": reach(OCTOBER, start=date(2026, 10, 1))})
    assert in_use(catalogue, mixed) == {"petitions": OCTOBER}
    assert default_cutoff(catalogue, mixed) == OCTOBER
    assert behind(catalogue, mixed) == {}


def test_a_source_that_covers_no_day_is_not_in_use(catalogue):
    found = book(petitions=reach(OCTOBER), mailbox=Reach(), applications=Reach())
    assert default_cutoff(catalogue, found) == OCTOBER


def test_without_cases_the_last_day_of_the_data_is_taken(catalogue):
    assert default_cutoff(catalogue, book()) is None
    found = book(stated("helpdesk_calls", date(2026, 10, 1), OCTOBER), datasets=Reach((), (SEPTEMBER,)))
    assert default_cutoff(catalogue, found) == OCTOBER


def test_evidence_is_valid_to_a_day_to_come_and_tells_only_of_the_day_from_which_it_is(catalogue):
    found = book(stated("staff_competence", date(2026, 1, 5), date(2027, 12, 31)), petitions=reach(OCTOBER))
    assert last_day(catalogue, found) == OCTOBER
    assert years(catalogue, found) == [2026, 2025]


def test_every_year_in_which_any_source_has_rows_can_be_chosen_and_no_other(catalogue):
    found = book(
        stated("helpdesk_calls", date(2022, 12, 1), date(2023, 1, 31)),
        stated("mit_firms", date(2010, 1, 1), date(2020, 12, 31)),  # a count since 2010, told on one day
        petitions=reach(SEPTEMBER),
        datasets=Reach((), (date(2027, 1, 5),)),
        calendar=reach(date(2031, 12, 31)),  # a list of days, no data
    )
    assert years(catalogue, found) == [2027, 2026, 2025, 2023, 2022, 2020]
    assert last_day(catalogue, found) == date(2027, 1, 5)
