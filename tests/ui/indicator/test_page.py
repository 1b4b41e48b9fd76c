"""The Indicator page as it is handed to its components: the value, its parts and its table add up."""

from __future__ import annotations

import re

import pytest

from kpi.dates.periods import year_of
from kpi.evaluate import evaluate
from kpi.observations import Scope
from ui.indicator.view import VIEWS

RATE, COUNT = "mailbox_dissatisfied_rate", "petitions_received"


def shown(handed, indicator=RATE, **query):
    return handed("indicator", **{"lang": "zh-Hant", "indicator": indicator, **query})


def test_value_n_and_last_year_can_be_checked_by_hand(handed):
    """41 of 871 letters: 4.7 %; 44 of 793 the year before: 5.5 %, 0.8 points less."""
    card = shown(handed)["indicator"]
    assert (card["value"], card["n"], card["status"]) == ("4.7%", "41／871 件", "tracked")
    facts = {fact["label"]: fact["text"] for fact in card["facts"]}
    assert facts["去年同期"] == "5.5%（44／793 件），減少 0.8 個百分點，變好"
    assert facts["比較期間"] == "114/1/1–12/31 與 113/1/1–12/31"
    assert all(facts.values())


def test_the_table_is_the_months_of_the_chart(handed):
    """The counts of the twelve months of 114 add up to those of the year."""
    table = shown(handed, view="table")["table"]
    assert table["heads"][:5] == ["月份", "114 年", "n", "113 年", "n"]
    assert {len(row) for row in table["rows"]} == {len(table["heads"])}
    counts = [tuple(map(int, re.findall(r"\d+", row[2]))) for row in table["rows"]]
    assert [sum(column) for column in zip(*counts, strict=True)] == [41, 871]
    for row, (part, whole) in zip(table["rows"], counts, strict=True):
        assert float(row[1].removesuffix("%")) == pytest.approx(part / whole * 100, abs=0.051)


@pytest.mark.parametrize("view", VIEWS)
def test_the_view_that_was_asked_for_is_the_one_that_is_chosen(handed, view):
    tabs = shown(handed, view=view)["tabs"]
    assert tabs["chosen"] == view
    assert view in [one["id"] for one in tabs["views"]]
    assert len({one["name"] for one in tabs["views"]}) == len(tabs["views"])
    assert tabs["title"]
    assert tabs["summary"]


def test_views_that_an_indicator_cannot_have_are_not_offered(handed):
    names = {key: {one["id"] for one in shown(handed, key)["tabs"]["views"]} for key in (COUNT, "mit_firms")}
    assert names[COUNT] & {"funnel", "laney"} == set()  # no share of cases
    assert "running" in names[COUNT]
    assert "running" not in names["mit_firms"]  # a stock is never summed up
    office = {one["id"] for one in shown(handed, office="產業政策組")["tabs"]["views"]}
    assert "funnel" not in office  # of one office there is nothing to compare
    assert shown(handed, COUNT, view="funnel")["tabs"]["chosen"] == VIEWS[0]


def test_evidence_has_no_chart(handed):
    found = shown(handed, "service_procedures")
    assert {"tabs", "table", "note", "rows"} & set(found) == set()
    assert found["behind"]["evidence"]["rows"]


def test_another_indicator_can_be_chosen_and_without_one_the_first_to_look_at_is_open(handed, catalogue):
    (chooser,) = [one for one in shown(handed)["indicator"]["head"]["controls"] if one["key"] == "indicator"]
    assert chooser["value"] == RATE
    options = [one["value"] for group in chooser["groups"] for one in group["options"]]
    assert sorted(options) == sorted(catalogue.indicators)
    first = handed("overview", lang="zh-Hant")["overview"]["first"][0]["id"]
    for asked in ("", "nothing"):
        assert shown(handed, asked)["entries"]["indicator"] == first


def test_an_office_is_shown_by_its_own_figures(handed, demo):
    book, office = demo.book(), "產業政策組"
    value = evaluate(demo.catalogue, book, RATE, year_of(2025), Scope(office)).value
    card = shown(handed, office=office)["indicator"]
    assert card["n"] == f"{value.numerator:.0f}／{value.denominator:.0f} 件"
    assert [dots["kind"] for dots in shown(handed, office=office)["behind"]["dots"]] == ["categories"]
