"""By month as it is handed to its component: twelve cells a row, and only what was asked for."""

from __future__ import annotations

from kpi.dates.periods import year_of
from kpi.evaluate import evaluate
from ui.months.view import VIEWS


def shown(handed, **query):
    return handed("months", **{"lang": "zh-Hant", **query})["months"]


def test_every_indicator_with_numbers_has_a_cell_for_each_month(handed, catalogue):
    data = shown(handed)
    numbers = [key for key, item in catalogue.indicators.items() if item.measure.kind != "evidence"]
    assert [row["id"] for row in data["rows"]] == numbers
    assert {len(row["cells"]) for row in data["rows"]} == {len(data["months"])} == {12}


def test_a_cell_is_the_month_and_the_total_the_year(handed, demo):
    book, key = demo.book(), "petitions_on_time_rate"
    (row,) = [row for row in shown(handed)["rows"] if row["id"] == key]
    months = [evaluate(demo.catalogue, book, key, month) for month in year_of(2025).months()]
    assert [cell["status"] for cell in row["cells"]] == [month.status.value for month in months]
    assert [
        f"{month.value.denominator:.0f} 件" in cell["say"][1] for month, cell in zip(months, row["cells"], strict=True)
    ] == [True] * 12
    assert row["total"]["value"] == "95.9%"  # 94 of 98


def test_a_year_that_is_not_over_ends_at_its_last_day(handed):
    data = shown(handed, year="114", until="2025-11-10")
    assert {len(row["cells"]) for row in data["rows"]} == {11}
    assert [cell["open"] for cell in data["rows"][0]["cells"]] == [False] * 10 + [True]


def test_a_dimension_leaves_the_others_out_and_a_view_that_there_is_not_is_the_first(handed, catalogue):
    data = shown(handed, dimension="evaluation", view="nothing")
    assert {row["dimension"] for row in data["rows"]} == {"evaluation"}
    assert data["filter"]["view"] == VIEWS[0]
    assert shown(handed, view=VIEWS[1])["filter"]["view"] == VIEWS[1]
    assert [one["id"] for one in data["views"]] == list(VIEWS)


def test_the_month_of_the_address_is_not_taken_for_the_year(handed):
    assert shown(handed, year="114", month="3")["rows"] == shown(handed, year="114")["rows"]
    assert [control["key"] for control in shown(handed)["head"]["controls"]] == ["year", "until", "office", "dimension"]
