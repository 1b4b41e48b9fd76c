"""Dates, periods and the same days of last year. Golden cases are from the agency's rules and can be checked by hand."""

from datetime import date, datetime, time, timedelta, timezone

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kpi.dates.hours import parse_time
from kpi.dates.periods import Period, end_in, gaps, merge, month_end, period_in_name, same_days_last_year, window_of
from kpi.dates.roc import parse_date, roc_year
from kpi.errors import DateError

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
        ("2025/11/3 上午 12:00:00", date(2025, 11, 3)),
        ("2025/11/5 下午 03:21:05", date(2025, 11, 5)),
        ("2025/11/3 12:00:00 AM", date(2025, 11, 3)),
        ("114年11月03日(一)", date(2025, 11, 3)),
        ("114年11月03日（星期一）", date(2025, 11, 3)),
        ("114/11/3 週一 上午10時20分", date(2025, 11, 3)),
        ("2025-11-03 (Mon)", date(2025, 11, 3)),
        ("中華民國114年11月3日", date(2025, 11, 3)),
        ("中華民國 114 年 11 月 3 日 星期一", date(2025, 11, 3)),
        ("民國元年1月1日", date(1912, 1, 1)),
        ("114 11 03", date(2025, 11, 3)),
        ("114‐11–03", date(2025, 11, 3)),
        ("\u202d114/11\u200b/03\u202c", date(2025, 11, 3)),
        ("114年11月3日10:20", date(2025, 11, 3)),
        ("114/11/3(一)10:20", date(2025, 11, 3)),
        ("114/11/3 上午", date(2025, 11, 3)),
        ("2025年11月3號", date(2025, 11, 3)),
        ("1141103 0900", date(2025, 11, 3)),
        ("20251103T163000", date(2025, 11, 3)),
        ("3 Nov 2025", date(2025, 11, 3)),
        ("November 3, 2025", date(2025, 11, 3)),
        ("03-Nov-2025", date(2025, 11, 3)),
        ("2025-11-02T16:30:00Z", date(2025, 11, 3)),
        ("2025-11-02T15:30:00Z", date(2025, 11, 2)),
        ("2025-11-02T16:30+00:00", date(2025, 11, 3)),
        ("2025-11-02T16:30:00.000Z", date(2025, 11, 3)),
        ("2025-11-03T00:00:00+08:00", date(2025, 11, 3)),
        ("2025-11-02T23:30:00-0500", date(2025, 11, 3)),
        ("2025-11-03 00:30:00 +09:00", date(2025, 11, 2)),
        ("2025-11-02 16:30 UTC", date(2025, 11, 3)),
        ("Mon, 03 Nov 2025 16:30:00 GMT", date(2025, 11, 4)),
        ("Mon Nov 03 2025 00:00:00 GMT+0800 (台北標準時間)", date(2025, 11, 3)),
    ],
)
def test_every_spelling_of_a_day(text, day):
    assert parse_date(text) == day


@pytest.mark.parametrize(
    "text",
    [
        "114-02-29",
        "11412",
        "46001",
        "",
        "12/10",
        "114/13/01",
        "十二月",
        "999999999",
        "03/11/2025",
        "11/3/2025",
        "3/11/25",
        "114/10/3¹",
        "114/10/3①",
        "1141103¹",
        "114/11/0\n3",
        "11411\n03",
        "114/11/031",
        "114/11/03 25:00",
        "114/11/03 10:61",
        "114/11/03 上午 13:00",
        "114/11/0310:20",
        "114/11/03 王小明",
        "114/11/03 10:00-10:30",
        "民國2025年1月1日",
        "2025-11-03T10:00+99:00",
        "1" * 5000,
        "一" * 5000 + "年",
        "114/" * 2000,
    ],
)
def test_what_is_no_day_is_refused(text):
    with pytest.raises(DateError):
        parse_date(text)


def test_a_day_with_the_weekday_of_another_is_refused():
    for text in ("114/11/03(二)", "114年11月3日 星期日", "2025-11-03 (Tue)", "Tue Nov 03 2025"):
        with pytest.raises(DateError) as caught:
            parse_date(text)
        assert caught.value.key == "weekday-differs"


HOURS = {
    "10:20": time(10, 20), "上午 10:20": time(10, 20), "10:20:00 AM": time(10, 20), "1020": time(10, 20), "102000": time(10, 20),
    "920": time(9, 20), "下午1時20分": time(13, 20), "下午 01:20": time(13, 20), "13:20": time(13, 20), "下午 13:20": time(13, 20),
    "上午 12:05": time(0, 5), "下午 12:05": time(12, 5), "中午12點半": time(12, 30), "12:05 a.m.": time(0, 5), "12:05 PM": time(12, 5),
    "晚上 8:00": time(20), "１０：２０": time(10, 20), "10：20": time(10, 20), "10點整": time(10), "10:20:30": time(10, 20, 30),
}  # fmt: skip


@pytest.mark.parametrize(("text", "clock"), HOURS.items())
def test_every_spelling_of_a_time(text, clock):
    assert parse_time(text) == (clock, None)


@pytest.mark.parametrize(
    "text",
    [
        "24:00",
        "10:60",
        "上午13:20",
        "晚上12:00",
        "1 0:20",
        "10.20",
        "99",
        "下午0:30",
        "10:20-10:25",
        "10:00-10:30",
        "",
        "9" * 5000,
    ],
)
def test_what_is_no_time(text):
    assert parse_time(text) is None


@given(st.datetimes(datetime(1950, 1, 1), datetime(2090, 12, 31)), st.integers(-12 * 4, 14 * 4))
def test_a_moment_in_any_zone_is_its_day_in_taipei(moment, quarters):
    zone = timezone(timedelta(minutes=15 * quarters))
    stated = moment.replace(microsecond=0, tzinfo=timezone(timedelta(hours=8))).astimezone(zone)
    assert parse_date(stated.isoformat()) == moment.date()


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


def test_digits_that_a_blank_parts_make_no_other_period():
    assert period_in_name("信箱 No.1 114年11月") == Period(date(2025, 11, 1), date(2025, 11, 30))
    assert period_in_name("信箱 114 11") == Period(date(2025, 11, 1), date(2025, 11, 30))


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
