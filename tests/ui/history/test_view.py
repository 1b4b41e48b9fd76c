"""The History page as it is handed to its components: every load, one of them opened, two versions, closed months."""

from __future__ import annotations

from datetime import date

import pytest

from etl.intake import undo_load
from tests.conftest import ACTOR, NOW, take
from tests.ui.conftest import draw
from ui.shared import cached
from warehouse.commit.closing import close

HEAD = "案件編號,收文日期,結案日期,承辦單位\n"
NAME = "陳情_11411.csv"


def body(**query):
    return draw("history", **{"lang": "zh-Hant", **query})["history-body"]


def put(house, rows: str):
    return take(house, "petitions", (NAME, HEAD + rows))


def test_every_load_is_listed_newest_first_with_what_it_moved(handed, demo):
    found = handed("history", lang="zh-Hant")["history-body"]
    loads = demo.loads(limit=100)
    assert [row["load"] for row in found["rows"]] == [load.load for load in loads]
    assert [row["counts"] for row in found["rows"]] == [
        [f"{n:,}" for n in (load.added, load.changed, load.removed)] for load in loads
    ]
    assert (found["total"], found["said"]) == (len(loads), f"共 {len(loads)} 次")


def test_loads_are_found_by_source_file_person_or_checksum(handed, demo):
    petitions = next(load for load in demo.loads(limit=100) if load.source == "petitions")
    for query in ({"source": "petitions"}, {"find": "人民陳情_112"}, {"find": petitions.files[0].sha256[:20]}):
        assert [row["load"] for row in handed("history", lang="en", **query)["history-body"]["rows"]] == [
            petitions.load
        ]
    assert handed("history", lang="en", find="TESTER")["history-body"]["total"] == len(demo.loads(limit=100))
    nothing = handed("history", lang="en", find="<b>nobody")["history-body"]
    assert (nothing["rows"], nothing["total"], nothing["find"]["value"]) == ([], 0, "<b>nobody")


def test_an_opened_load_says_what_it_was_and_shows_its_rows(handed, demo):
    load = next(load for load in demo.loads(limit=100) if load.source == "petitions")
    found = handed("history", lang="zh-Hant", load=str(load.load))
    one = found["history-body"]
    assert [(file["name"], file["sha"]) for file in one["files"]] == [(file.name, file.sha256) for file in load.files]
    assert (one["load"], one["act"], one["later"], one["blocked"]) == (load.load, "undo", [], "")
    assert found["history-rows"]["rows"]["total"] == load.added == 275  # 84 and 91 and 100 petitions
    assert "petitions_received" in [row["id"] for row in found["history-moves"]["moves"]["rows"]]
    assert found["history-head"]["back"]


def test_one_that_there_is_not_is_said_so(handed):
    found = handed("history", lang="en", load="99")
    assert "99" in found["history-body"]["none"]
    assert {"history-moves", "history-rows"} & set(found) == set()


def test_what_stands_in_the_way_of_an_undo_is_named_and_an_undone_load_can_be_redone(house):
    first = put(house, "P1,1141103,,甲組\n")
    second = put(house, "P1,1141103,1141110,甲組\n")
    blocked = body(load=str(first.load))
    assert (blocked["later"], bool(blocked["blocked"])) == ([second.load], True)
    assert body(load=str(second.load))["later"] == []
    undo = undo_load(house, second.load, ACTOR, "看錯了", NOW)
    undone = body(load=str(second.load))
    assert undone["act"] == "redo"
    assert body(load=str(undo.load))["of"] == second.load


def test_two_versions_are_compared_the_older_first_whichever_was_chosen_where(house):
    put(house, "P1,1141103,,甲組\n")
    older = str(cached.version().number)
    put(house, "P2,1141104,,乙組\n")
    newer = str(cached.version().number)
    for sides in ({"older": older, "newer": newer}, {"older": newer, "newer": older}):
        found = body(tab="compare", **sides)
        (row,) = [row for row in found["moves"]["rows"] if row["id"] == "petitions_received"]
        assert (row["before"]["value"], row["after"]["value"]) == ("1 件", "2 件")
    assert [side["select"]["value"].rpartition("-")[2] for side in found["sides"]] == [newer, older]
    same = body(tab="compare", older=newer, newer=newer)
    assert same["moves"]["rows"] == []
    assert "trouble" in body(tab="compare", older="0123456789ab-1")


def test_a_closed_month_is_listed_and_what_was_restated_in_it(house):
    put(house, "P1,1141103,,甲組\n")
    november = {"value": "2025-11-01", "text": "114/11"}
    assert november in body(tab="closing")["months"]
    close(house, date(2025, 11, 1), ACTOR, "王<b>科長", "報出", NOW)
    found = body(tab="closing")
    assert november not in found["months"]
    assert [(one["month"], one["name"], one["message"]) for one in found["closed"]] == [("114/11", "王<b>科長", "報出")]
    assert found["restated"] == []
    put(house, "P1,1141103,,甲組\nP2,1141104,,乙組\n")
    (row,) = [row for row in body(tab="closing")["restated"] if row["id"] == "petitions_received"]
    ((month,),) = [row["months"]]
    assert [(one["edition"], one["value"]) for one in month["editions"]] == [
        ("original", "1 件"),
        ("corrected", "2 件"),
    ]


@pytest.mark.parametrize("tab", ["loads", "compare", "closing"])
def test_the_tab_that_is_open_is_the_one_that_is_on(handed, tab):
    tabs = handed("history", lang="en", tab=tab)["history-head"]["tabs"]
    assert [one["id"] for one in tabs if one["on"]] == [tab]
