"""What a choice means in days: never beyond the data, and whatever any source tells can be chosen."""

from datetime import date

import pytest

from kpi.dates.periods import Period, month_of
from ui.shell.controls import period_controls
from ui.shell.reader_choice import Choice

NEWEST, LAST = date(2025, 12, 31), date(2026, 10, 20)


@pytest.mark.parametrize(
    ("params", "start", "end"),
    [
        ({}, date(2025, 1, 1), NEWEST),
        ({"year": "115"}, date(2026, 1, 1), LAST),
        ({"year": "115", "month": "10"}, date(2026, 10, 1), LAST),
        ({"year": "115", "month": "9"}, date(2026, 9, 1), date(2026, 9, 30)),
        ({"year": "115", "month": "h2"}, date(2026, 7, 1), LAST),
        ({"year": "115", "month": "11"}, date(2026, 11, 1), date(2026, 11, 30)),  # not begun: meant whole
        ({"year": "115", "until": "2026-06-30"}, date(2026, 1, 1), date(2026, 6, 30)),
        ({"year": "114", "month": "10"}, date(2025, 10, 1), date(2025, 10, 31)),
    ],
)
def test_a_part_after_the_cut_off_ends_where_the_data_end(params, start, end):
    assert Choice.read(params).period(NEWEST, LAST) == Period(start, end)


def test_any_day_that_a_source_tells_of_can_be_the_cut_off():
    chosen = Choice.read({"year": "115"})
    until = period_controls(chosen, chosen.period(NEWEST, LAST), [2026, 2025], NEWEST, LAST, "en")[-1]
    assert (until["min"], until["max"], until["value"]) == ("2026-01-01", "2026-10-20", "2026-10-20")
    newest = date(2026, 9, 30)  # most sources
    until = period_controls(Choice(), Choice().period(newest, LAST), [2026], newest, LAST, "en")[-1]
    assert (until["value"], until["max"]) == ("2026-09-30", "2026-10-20")
    assert Choice(part="9").period(newest, LAST) == month_of(newest)
