"""The page of changes as it is handed to its components."""

from __future__ import annotations

from ui.changes.baseline import LOAD, MONTH, WEEK


def test_without_a_visit_it_begins_at_the_last_load(handed, demo):
    found = handed("changes", lang="en")
    newest = demo.loads(limit=1)[0]
    (since,) = found["changes-head"]["head"]["controls"]
    assert since["value"] == LOAD
    assert [row["load"] for row in found["changes-body"]["loads"]["rows"]] == [newest.load]
    moments, versions = since["groups"]
    assert [one["value"] for one in moments["options"]] == [LOAD, WEEK, MONTH]
    assert len(versions["options"]) == len({one["value"] for one in versions["options"]}) == newest.version - 2


def test_what_moved_is_an_indicator_of_the_load(handed, demo):
    """The last load of the demonstration brings all applications: before there was no number of any."""
    (table,) = handed("changes", lang="zh-Hant")["changes-body"]["tables"]
    assert [row["id"] for row in table["rows"]] == [
        key for key, item in demo.catalogue.indicators.items() if item.source == "applications"
    ]  # fmt: skip
    assert {row["before"]["value"] for row in table["rows"]} == {"—"}
    assert f"{len(table['rows'])} 個指標" in handed("changes", lang="zh-Hant")["changes-body"]["lead"]


def test_a_week_ago_there_was_nothing_to_compare_with(handed, demo):
    body = handed("changes", lang="zh-Hant", since=WEEK)["changes-body"]
    assert body["tables"] == []
    assert [row["load"] for row in body["loads"]["rows"]] == [load.load for load in demo.loads(limit=100)]


def test_a_version_of_another_store_is_not_compared_with(handed):
    found, usual = (
        handed("changes", lang="en", **since)["changes-body"] for since in ({"since": "0123456789ab-3"}, {})
    )
    assert (found["tables"], found["loads"]) == (usual["tables"], usual["loads"])
    own = handed("changes", lang="en", since="3")["changes-body"]
    assert own["tables"] != usual["tables"]
