"""The form of a year is cut off within it; a row may keep a day of the January in which the form is handed in."""

from datetime import date

import pytest

from kpi.dates.periods import Period
from kpi.errors import KpiError
from kpi.form.cut_offs import check_cut_off, check_row_cut_off


@pytest.mark.parametrize("day", [date(2025, 1, 1), date(2025, 12, 10), date(2025, 12, 31)])
def test_a_day_of_the_year_is_a_cut_off_of_its_form(day):
    check_cut_off(2025, day)
    check_row_cut_off(2025, day)


@pytest.mark.parametrize("day", [date(2024, 12, 31), date(2026, 1, 1), date(2031, 12, 10)])
def test_a_day_of_another_year_is_none(day):
    with pytest.raises(KpiError) as error:
        check_cut_off(2025, day)
    whole = Period(date(2025, 1, 1), date(2025, 12, 31))
    assert (error.value.key, error.value.params) == ("form-other-year", {"day": day, "year": whole})


def test_a_row_may_go_on_to_the_end_of_january():
    check_row_cut_off(2025, date(2026, 1, 31))
    for day in (date(2026, 2, 1), date(2024, 12, 31)):
        with pytest.raises(KpiError) as error:
            check_row_cut_off(2025, day)
        said = {"day": day, "start": date(2025, 1, 1), "end": date(2026, 1, 31)}
        assert (error.value.key, error.value.params) == ("row-other-year", said)
