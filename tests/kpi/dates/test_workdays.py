"""Working days and time limits, on the bundled calendars."""

import csv
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from kpi.dates.time_limits import time_cases
from kpi.dates.workdays import WorkCalendar

CALENDARS = Path(__file__).parents[3] / "data" / "calendar"


@pytest.fixture(scope="module")
def calendar() -> WorkCalendar:
    off, years = [], set()
    for path in CALENDARS.glob("*.csv"):
        for row in csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines()):
            day = date(int(row["西元日期"][:4]), int(row["西元日期"][4:6]), int(row["西元日期"][6:]))
            years.add(day.year)
            if row["是否放假"] == "2":
                off.append(day)
    return WorkCalendar(off, years)


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        (date(2025, 1, 1), date(2025, 12, 10), 233),
        (date(2024, 1, 1), date(2024, 12, 10), 236),
        (date(2025, 1, 1), date(2025, 12, 31), 247),
        (date(2024, 1, 1), date(2024, 12, 31), 251),
        (date(2023, 1, 1), date(2023, 12, 31), 249),
    ],
)
def test_working_days_of_the_official_calendar(calendar, start, end, days):
    assert calendar.count(start, end) == days


@pytest.mark.parametrize(
    ("received", "limit", "working", "due"),
    [
        (date(2025, 1, 10), 30, True, date(2025, 2, 27)),
        (date(2025, 9, 19), 6, True, date(2025, 9, 30)),
        (date(2005, 10, 7), 10, False, date(2005, 10, 17)),
        (date(2025, 9, 17), 10, False, date(2025, 9, 30)),  # 9/27 is a Saturday, 9/29 a substitute holiday
    ],
)
def test_golden_due_dates(calendar, received, limit, working, due):
    assert calendar.due(received, limit, working) == due
    timing = one(calendar, received, None, limit, working)
    assert timing.due[0] == np.datetime64(due)


def dates(*values):
    return np.array([np.datetime64("NaT", "D") if v is None else np.datetime64(v, "D") for v in values])


def one(calendar, start, end, limit, working, completed=True, pauses=(), extended=None):
    return time_cases(
        calendar, dates(start), dates(end), np.array([float(limit)]), np.array([working]),
        completed=np.array([completed]), pauses=[(dates(a), dates(b)) for a, b in pauses],
        extended_to=dates(extended),
    )  # fmt: skip


def test_received_and_finished_on_the_same_day_counts_half_a_day(calendar):
    assert one(calendar, date(2025, 3, 3), date(2025, 3, 3), 14, True).days[0] == 0.5


def test_a_supplement_stops_the_clock(calendar):
    pause = [(date(2025, 3, 4), date(2025, 3, 11))]  # five working days
    timing = one(calendar, date(2025, 3, 3), date(2025, 3, 17), 6, True, pauses=pause)
    assert timing.days[0] == 5  # ten working days less five
    assert timing.due[0] == np.datetime64("2025-03-18")


def test_a_supplement_that_is_awaited_has_no_due_date(calendar):
    timing = one(calendar, date(2025, 3, 3), None, 6, True, completed=False, pauses=[(date(2025, 3, 4), None)])
    assert np.isnat(timing.due[0])
    assert np.isnat(timing.entered[0])


def test_an_extension_moves_the_due_date(calendar):
    assert one(calendar, date(2025, 3, 3), None, 6, True, extended=date(2025, 4, 1)).due[0] == np.datetime64(
        "2025-04-01"
    )


def test_an_open_case_enters_on_the_day_after_it_was_due(calendar):
    timing = one(calendar, date(2025, 3, 3), None, 6, True, completed=False)
    assert timing.entered[0] == timing.due[0] + 1


def test_a_case_finished_in_time_enters_on_its_completion(calendar):
    timing = one(calendar, date(2025, 3, 3), date(2025, 3, 5), 6, True)
    assert timing.entered[0] == np.datetime64("2025-03-05")


def test_a_withdrawal_in_time_never_enters_and_a_late_one_does(calendar):
    in_time = one(calendar, date(2025, 3, 3), date(2025, 3, 5), 6, True, completed=False)
    late = one(calendar, date(2025, 3, 3), date(2025, 3, 25), 6, True, completed=False)
    assert np.isnat(in_time.entered[0])
    assert late.entered[0] == late.due[0] + 1
    assert np.isnan(in_time.days[0])
