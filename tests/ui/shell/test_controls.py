"""What can be chosen, and what is chosen: never a day beyond the data, and every choice has a name."""

from __future__ import annotations

from datetime import date

import pytest

from kpi.dates.periods import Period
from kpi.observations import Book, Office
from lang import LANGUAGES
from ui.shell.controls import dimension_control, office_control, part_options, period_controls
from ui.shell.reader_choice import PARTS, Choice

NEWEST, LAST = date(2025, 11, 30), date(2025, 12, 10)
OFFICES = (Office("甲<b>組"), Office("乙組"), Office("舊組", end=date(2023, 9, 25)))


def test_years_are_newest_first_and_the_day_ends_where_the_data_do():
    asked = Period(date(2025, 1, 1), NEWEST)
    year, part, until = period_controls(Choice(), asked, [2024, 2025, 2023], NEWEST, LAST, "zh-Hant")
    assert [one["value"] for one in year["options"]] == ["114", "113", "112"]
    assert (year["value"], part["value"]) == ("114", "ytd")
    assert (until["value"], until["min"], until["max"], until["text"]) == (
        "2025-11-30",
        "2025-01-01",
        "2025-12-10",
        "至 11/30",
    )


def test_of_a_year_that_is_over_every_day_of_a_part_can_be_chosen():
    asked = Period(date(2024, 2, 1), date(2024, 2, 29))
    year, part, until = period_controls(Choice(year=2024, part="2"), asked, [2025], NEWEST, LAST, "en")
    assert [one["value"] for one in year["options"]] == ["114", "113"]  # one without data, as it was asked for
    assert (year["value"], part["value"]) == ("113", "2")
    assert (until["value"], until["min"], until["max"]) == ("2024-02-29", "2024-02-01", "2024-12-31")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_part_of_a_year_has_a_name_of_its_own(lang):
    options = part_options(lang, whole=False)
    assert {one["value"] for one in options} == set(PARTS)
    assert len({one["text"] for one in options}) == len(PARTS)
    assert part_options(lang, whole=True)[0]["text"] != options[0]["text"]  # a year that is over is no year to date


def test_offices_in_force_can_be_chosen_and_one_that_went_while_it_is_open():
    book, now = Book(1, {}, offices=OFFICES), Period(date(2025, 1, 1), NEWEST)
    assert [one["value"] for one in office_control(book, now, None, "en")["options"]] == ["", "甲<b>組", "乙組"]
    kept = office_control(book, now, "舊組", "en")
    assert kept["value"] == "舊組"
    assert "舊組" in [one["value"] for one in kept["options"]]
    before = Period(date(2023, 1, 1), date(2023, 6, 30))
    assert "舊組" in [one["value"] for one in office_control(book, before, None, "en")["options"]]


def test_every_dimension_can_be_chosen(catalogue):
    found = dimension_control(catalogue, "basic", "zh-Hant")
    assert found["value"] == "basic"
    assert [one["value"] for one in found["options"]] == ["", *catalogue.dimensions]


def test_the_head_of_a_page_offers_the_other_language(handed):
    chinese, english = (handed("overview", lang=lang)["overview"]["head"] for lang in LANGUAGES)
    assert (chinese["lang"], chinese["switch"]["value"]) == ("zh-Hant", "en")
    assert (english["lang"], english["switch"]["value"]) == ("en", "zh-Hant")
    assert chinese["printed"]["zone"] == "Asia/Taipei"
