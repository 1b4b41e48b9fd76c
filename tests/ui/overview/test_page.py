"""The Overview as it is handed to its component, held against sums that can be checked by hand."""

from __future__ import annotations

import pytest

from kpi.dates.periods import Period, month_of, year_of
from kpi.evaluate import evaluate
from kpi.observations import Scope
from kpi.status import Status
from lang import LANGUAGES
from tests.conftest import CUTOFF

WHOLE = {"lang": "zh-Hant"}


def rows(handed, **query):
    return {row["id"]: row for row in handed("overview", **{**WHOLE, **query})["overview"]["rows"]}


def test_every_indicator_stands_once_in_the_order_of_the_catalogue(handed, catalogue):
    assert list(rows(handed)) == list(catalogue.indicators)


def test_value_n_and_reason_agree(handed):
    """94 of 98 petitions were in time: 98 - 94 = 4 were not, 94 / 98 = 95.9 %; the letters: 41 / 871 = 4.7 %."""
    shown = rows(handed)
    petitions, letters = shown["petitions_on_time_rate"], shown["mailbox_dissatisfied_rate"]
    assert (petitions["n"], petitions["value"], petitions["status"]) == ("94／98 件", "95.9%", "not_met")
    assert petitions["reason"] == "98 件中有 4 件超過期限。"
    assert (letters["n"], letters["value"], letters["status"], letters["set"]) == (
        "41／871 件",
        "4.7%",
        "tracked",
        False,
    )
    assert shown["petitions_received"]["value"] == "100 件"


def test_the_trend_is_the_months(handed, demo):
    book, key = demo.book(), "petitions_received"
    trend = rows(handed)[key]["trend"]
    for year, found in ((2025, trend["now"]), (2024, trend["before"])):
        months = [evaluate(demo.catalogue, book, key, month, Scope()).value for month in year_of(year).months()]
        assert found == [one.value for one in months]
    assert sum(trend["now"]) == 100
    assert rows(handed)["service_procedures"]["trend"] is None  # evidence has no months


def test_a_period_and_an_office_are_what_is_shown(handed, demo):
    office = "產業政策組"
    shown = rows(handed, year="114", until=CUTOFF.isoformat(), office=office)["petitions_received"]
    asked = Period(year_of(2025).start, CUTOFF)
    value = evaluate(demo.catalogue, demo.book(cutoffs=(CUTOFF,)), "petitions_received", asked, Scope(office)).value
    assert (shown["value"], shown["through"]) == (f"{value.value:.0f} 件", "12/10")
    november = rows(handed, year="114", month="11")["petitions_received"]
    whole = evaluate(demo.catalogue, demo.book(), "petitions_received", month_of(CUTOFF.replace(month=11))).value
    assert november["value"] == f"{whole.value:.0f} 件"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_first_is_a_row_of_the_table_with_a_sentence_why(handed, lang):
    shown = handed("overview", lang=lang)["overview"]
    known = {row["id"]: row for row in shown["rows"]}
    assert shown["first"]
    for one in shown["first"]:
        assert {name: value for name, value in one.items() if name != "why"} == known[one["id"]]
        assert one["why"]
    assert shown["first"][0]["status"] == "not_met"
    assert len({one["id"] for one in shown["first"]}) == len(shown["first"])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_status_can_be_asked_for_by_the_word_that_rows_bear(handed, lang):
    shown = handed("overview", lang=lang)["overview"]
    words = {one["id"]: one["name"] for one in shown["statuses"]}
    assert set(words) == set(Status)
    assert all(row["word"] == words[row["status"]] for row in shown["rows"])


def test_without_an_earlier_visit_nothing_is_said_of_changes(handed):
    assert handed("overview", lang="en")["overview"]["changes"] is None
