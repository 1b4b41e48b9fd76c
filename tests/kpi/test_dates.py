"""Dates, periods and the same days of last year. Golden cases are from the agency's rules and can be checked by hand."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi.errors import DateError
from kpi.periods import Period, merge, month_end, period_in_name, same_days_last_year, window_of
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
