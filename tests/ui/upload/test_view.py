"""The Upload page as it is handed to its components: every source once, its options, and the loads so far."""

from __future__ import annotations

import pytest

from lang import LANGUAGES
from ui.upload import grid
from ui.upload.view import HISTORY


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_source_that_a_file_can_hold_can_be_chosen_once(handed, catalogue, lang):
    head = handed("upload", lang=lang)["upload-head"]
    offered = [one["id"] for group in head["groups"] for one in group["sources"]]
    kinds = ("cases", "snapshot", "figures", "evidence", "reference")
    assert sorted(offered) == sorted(key for key, item in catalogue.sources.items() if item.kind in kinds)
    assert all(one["name"] and one["about"] for group in head["groups"] for one in group["sources"])


def test_a_chosen_source_has_its_own_options(handed):
    names = {
        source: [one["name"] for one in handed("upload", lang="en", source=source)["upload-body"]["options"]]
        for source in ("petitions", "figures", "offices")
    }
    assert names == {"petitions": ["from", "to", "load"], "figures": [], "offices": ["load"]}
    assert handed("upload", lang="en")["upload-body"]["options"] == []


def test_without_a_source_that_is_said_and_none_that_there_is_not_is_chosen(handed):
    for query in ({}, {"source": "<b>nothing"}):
        head = handed("upload", lang="en", **query)["upload-head"]
        assert (head["source"], bool(head["open"]), head["templates"]) == ("", True, [])
    chosen = handed("upload", lang="en", source="petitions")["upload-head"]
    assert (chosen["source"], chosen["open"]) == ("petitions", "")
    assert [one["id"] for one in chosen["templates"]] == [".ods", ".xlsx"]


def test_the_last_loads_are_listed(handed, demo):
    rows = handed("upload", lang="zh-Hant")["upload-history"]["rows"]
    assert [row["load"] for row in rows] == [load.load for load in demo.loads(limit=HISTORY)]


# -- the grid ----------------------------------------------------------------------------------------------------------


def test_every_hand_counted_figure_has_one_row(handed, catalogue):
    shown = handed("upload", lang="zh-Hant", tab="figures")["upload-grid"]
    rows = [row["id"] for group in shown["groups"] for row in group["rows"]]
    assert sorted(rows) == sorted(key for key, item in catalogue.indicators.items() if item.source == grid.SOURCE)
    assert len(shown["words"]["filled"]) == len(rows) + 1  # 0 to all of them
    assert len(shown["control"]["options"]) == grid.BACK


def test_beside_a_cell_stand_the_month_before_and_that_of_last_year(handed):
    shown = handed("upload", lang="zh-Hant", tab="figures", **{"for": "11411"})["upload-grid"]
    assert (shown["month"], shown["control"]["value"]) == ("11411", "11411")
    rows = {row["id"]: row for group in shown["groups"] for row in group["rows"]}
    key = "website_link_checks"
    assert (rows[key]["last"]["text"], rows[key]["prior"]["text"]) == ("1", "1")
    assert set(rows[key]["cells"].values()) == {""}  # demonstration figures are not corrected, they go


def test_another_month_than_can_be_entered_is_the_one_that_is_due(handed):
    for asked in ("11501", "<b>", "99999"):
        assert handed("upload", lang="en", tab="figures", **{"for": asked})["upload-grid"]["month"] == "11412"
