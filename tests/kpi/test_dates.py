"""Dates, periods and the same days of last year. Golden cases are from the agency's rules and can be checked by hand."""

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kpi.errors import DateError
from kpi.periods import Period, end_in, gaps, merge, month_end, period_in_name, same_days_last_year, window_of
from kpi.roc import parse_date, roc_year

DAYS = st.dates(date(1950, 1, 1), date(2090, 12, 31))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("114 年 12 月 10 日", date(2025, 12, 10)),
        ("民國109年12月11日", date(2020, 12, 11)),
        ("109/2/11", date(2020, 2, 11)),
        ("113.11.01", date(2024, 11, 1)),
        ("88.11.19.", date(1999, 11, 19)),
        ("98-08-06", date(2009, 8, 6)),
        ("98/8/6", date(2009, 8, 6)),
        ("1141210", date(2025, 12, 10)),
        ("20251210", date(2025, 12, 10)),
        ("2025/12/10", date(2025, 12, 10)),
        ("西元2025年12月10日", date(2025, 12, 10)),
        ("2023-04-21 15:43:26", date(2023, 4, 21)),
        ("１１４／１２／１０", date(2025, 12, 10)),
        ("113-02-29", date(2024, 2, 29)),
    ],
)
def test_every_spelling_of_a_day(text, day):
    assert parse_date(text) == day


@pytest.mark.parametrize("text", ["114-02-29", "11412", "46001", "", "12/10", "114/13/01", "十二月", "999999999"])
def test_what_is_no_day_is_refused(text):
    with pytest.raises(DateError):
        parse_date(text)


@given(DAYS)
def test_roc_and_gregorian_agree(day):
    assert parse_date(day.isoformat()) == day
    if roc_year(day) >= 10:
        assert parse_date(f"{roc_year(day)}/{day.month}/{day.day}") == day


@pytest.mark.parametrize(
    ("end", "last_year"),
    [
        (date(2025, 2, 28), date(2024, 2, 29)),  # a month's last day compares with that month's last day
        (date(2025, 2, 27), date(2024, 2, 27)),
        (date(2024, 2, 29), date(2023, 2, 28)),
        (date(2025, 12, 10), date(2024, 12, 10)),
    ],
)
def test_same_days_of_last_year(end, last_year):
    assert same_days_last_year(Period(date(end.year, 1, 1), end)) == Period(date(end.year - 1, 1, 1), last_year)


@pytest.mark.parametrize(
    ("day", "year", "found"),
    [
        (date(2024, 12, 31), 2025, date(2025, 12, 31)),
        (date(2024, 10, 31), 2025, date(2025, 10, 31)),
        (date(2024, 4, 30), 2026, date(2026, 4, 30)),
        (date(2024, 12, 10), 2025, date(2025, 12, 10)),
        (date(2024, 2, 29), 2025, date(2025, 2, 28)),
        (date(2023, 2, 28), 2024, date(2024, 2, 29)),
        (date(2024, 2, 28), 2025, date(2025, 2, 28)),
        (date(2025, 12, 31), 2023, date(2023, 12, 31)),
        (date(2025, 2, 28), 2024, date(2024, 2, 29)),
        (date(2025, 2, 28), 2023, date(2023, 2, 28)),
    ],
)
def test_the_end_of_the_same_days_of_another_year(day, year, found):
    assert end_in(day, year) == found


def test_back_to_last_year_it_is_the_day_that_figures_are_compared_up_to():
    for number in range(366 * 3):
        day = date.fromordinal(date(2023, 1, 1).toordinal() + number)
        assert end_in(day, day.year - 1) == same_days_last_year(Period(date(day.year, 1, 1), day)).end


@pytest.mark.parametrize(
    ("start", "last_year"),
    [
        (date(2024, 2, 29), date(2023, 3, 1)),  # there is no such day: what begins on it begins with the next
        (date(2024, 3, 1), date(2023, 3, 1)),
        (date(2024, 2, 28), date(2023, 2, 28)),
        (date(2025, 2, 28), date(2024, 2, 28)),
        (date(2025, 3, 1), date(2024, 3, 1)),
        (date(2025, 3, 15), date(2024, 3, 15)),
    ],
)
def test_same_days_of_last_year_by_their_first(start, last_year):
    assert same_days_last_year(Period(start, start + timedelta(days=60))).start == last_year


def test_the_leap_day_alone_is_held_against_the_last_of_february():
    leap, last = date(2024, 2, 29), date(2023, 2, 28)
    assert same_days_last_year(Period(leap, leap)) == Period(last, last)


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(0, 500), st.integers(2, 500))
def test_what_lies_side_by_side_does_so_last_year(start, length, more):
    """No day of last year is in both parts of a period, and none in neither: parts add up in both years."""
    first = Period(start, start + timedelta(days=length))
    second = Period(first.end + timedelta(days=1), first.end + timedelta(days=more))
    assume((start.month, start.day, length) != (2, 29, 0))  # the leap day alone
    parts = [same_days_last_year(first), same_days_last_year(second)]
    assert parts[0].end + timedelta(days=1) == parts[1].start
    assert same_days_last_year(Period(first.start, second.end)) == Period(parts[0].start, parts[1].end)


@given(DAYS, st.integers(0, 400))
def test_last_year_is_a_period_of_the_year_before(start, length):
    end = start + timedelta(days=length)
    prior = same_days_last_year(Period(start, end))
    assert prior.end.year == end.year - 1
    assert (prior.end == month_end(prior.end)) >= (end == month_end(end))


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("信箱匯出_11411", date(2025, 11, 1), date(2025, 11, 30)),
        ("資料期間：114年11月", date(2025, 11, 1), date(2025, 11, 30)),
        ("人民陳情_114年", date(2025, 1, 1), date(2025, 12, 31)),
        ("export-2025-02", date(2025, 2, 1), date(2025, 2, 28)),
    ],
)
def test_the_period_that_a_name_states(name, first, last):
    assert period_in_name(name) == Period(first, last)


@pytest.mark.parametrize("name", ["信箱匯出", "11411與11412", "case 7", "1141103"])
def test_a_name_that_states_none_or_two(name):
    assert period_in_name(name) is None


def test_windows_of_four_months_begin_in_january_may_and_september():
    assert window_of(date(2025, 8, 31), 4) == Period(date(2025, 5, 1), date(2025, 8, 31))


@given(st.lists(st.tuples(DAYS, st.integers(0, 40)), max_size=12))
def test_merged_spans_hold_the_same_days(pairs):
    spans = [Period(day, day + timedelta(days=n)) for day, n in pairs]
    days = {span.start + timedelta(days=i) for span in spans for i in range((span.end - span.start).days + 1)}
    merged = merge(spans)
    assert {s.start + timedelta(days=i) for s in merged for i in range((s.end - s.start).days + 1)} == days
    assert all(a.end + timedelta(days=1) < b.start for a, b in zip(merged, merged[1:], strict=False))


@given(st.lists(st.tuples(DAYS, st.integers(0, 40)), max_size=12), DAYS, st.integers(0, 400))
def test_gaps_are_the_days_that_no_span_holds(pairs, start, length):
    whole, spans = (
        Period(start, start + timedelta(days=length)),
        [Period(day, day + timedelta(days=n)) for day, n in pairs],
    )
    held = {day for span in spans for day in span.days()}
    assert [day for gap in gaps(whole, merge(spans)) for day in gap.days()] == [
        d for d in whole.days() if d not in held
    ]
