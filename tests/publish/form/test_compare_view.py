"""Two forms side by side on the page: the same day of both years, and rows that one of them has no more."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kpi.periods import Period, same_days_last_year
from ui.compare_view import differing, pairs, same_day


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
def test_the_same_day_of_another_year(day, year, found):
    assert same_day(day, year) == found


def test_back_to_last_year_it_is_the_day_that_figures_are_compared_up_to():
    for number in range(366 * 3):
        day = date.fromordinal(date(2023, 1, 1).toordinal() + number)
        assert same_day(day, day.year - 1) == same_days_last_year(Period(date(day.year, 1, 1), day)).end


def test_a_row_that_the_framework_no_longer_has_stands_last_and_bears_its_own_standard(form_zh):
    gone = replace(form_zh.rows[1], code="Z9", standard="從前的標準")
    kept = replace(form_zh, rows=(gone, *form_zh.rows))
    now = replace(form_zh, rows=(replace(form_zh.rows[0], lines=form_zh.rows[1].lines), *form_zh.rows[1:]))
    found = pairs(differing(kept, now), now, "zh-Hant")
    assert [(one["place"], one["standard"]) for one in found] == [(1, form_zh.rows[0].standard), ("", "從前的標準")]
    assert (found[1]["before"] != [], found[1]["after"]) == (True, [])
