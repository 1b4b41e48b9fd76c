"""What the heads of several pages say."""

from __future__ import annotations

from datetime import date

from kpi.dates.periods import Period
from ui.shell.headings import dimensions, subtitle


def test_both_ranges_of_days_stand_below_the_title(house):
    catalogue, leap = house.catalogue, Period(date(2024, 1, 1), date(2024, 2, 29))
    agency = catalogue.settings.agency
    chinese, english = (subtitle(catalogue, leap, None, lang) for lang in ("zh-Hant", "en"))
    assert chinese.startswith(agency.zh)
    assert "113/1/1–2/29" in chinese
    assert "112/1/1–2/28" in chinese  # the same days of a year without a leap day
    assert english.startswith(agency.en)
    assert "2024 / 2023" in english
    assert "甲<b>組" in subtitle(catalogue, leap, "甲<b>組", "en")


def test_dimensions_stand_in_the_order_of_the_form(house):
    assert [one["id"] for one in dimensions("en")] == list(house.catalogue.dimensions)
    assert [one["name"] for one in dimensions("zh-Hant")] == [text.zh for text in house.catalogue.dimensions.values()]
