"""A load in one row: what it was, how much it moved, and whether it still counts."""

from __future__ import annotations

from datetime import date

from etl.intake import undo_load
from tests.conftest import ACTOR, NOW, TODAY, take
from ui.shared import cached
from ui.shared.load_rows import edition, load_row, month_words, source_name
from warehouse.commit.closing import Edition

HEAD = "案件編號,收文日期,結案日期,承辦單位\n"


def test_a_load_is_told_and_one_that_was_undone_says_so(house):
    first = take(house, "petitions", ("陳情_11411.csv", HEAD + "P1,1141103,,甲組\nP2,1141104,,乙組\n"))
    take(house, "petitions", ("陳情_11411.csv", HEAD + "P1,1141103,1141110,甲組\n"))
    before, row = (load_row(load, TODAY, "zh-Hant") for load in reversed(cached.loads(cached.version())[:2]))
    assert (before["load"], before["files"], before["source"]) == (first.load, "陳情_11411.csv", "人民陳情")
    assert (before["counts"], row["counts"]) == (["2", "0", "0"], ["0", "1", "0"])  # added, changed, removed
    assert (row["who"], row["message"], row["demo"], row["undone"]) == ("tester", "test", "", False)
    undo_load(house, row["load"], ACTOR, "看錯了", NOW)
    undo, undone = (load_row(load, TODAY, "zh-Hant") for load in cached.loads(cached.version())[:2])
    assert (undone["undone"], undone["state"]) == (True, "載入（已復原）")
    assert (undo["message"], str(row["load"]) in undo["state"]) == ("看錯了", True)


def test_a_source_that_has_gone_keeps_its_key(house):
    assert source_name("petitions", "en") == cached.catalogue().sources["petitions"].name.en
    assert source_name("gone", "en") == "gone"


def test_an_edition_of_a_closed_month_says_what_it_was(house):
    assert (month_words(date(2025, 3, 1), "zh-Hant"), month_words(date(2025, 3, 1), "en")) == ("114/3", "2025-03")
    one = Edition(date(2025, 3, 1), "corrected", 0.25, 8, load=3, actor="王<i>", at=NOW, message="更正")
    shown = edition("petitions_on_time_rate", one, "zh-Hant")
    assert (shown["value"], shown["n"], shown["load"], shown["message"]) == ("25.0%", "n = 8 件", 3, "更正")
    assert "王<i>" in shown["by"]
    nothing = edition("petitions_on_time_rate", Edition(date(2025, 3, 1), "original", None, None), "zh-Hant")
    assert (nothing["value"], nothing["n"], nothing["by"], nothing["load"]) == ("—", "", "", 0)
