"""What moved as rows of a table: each an indicator with both of its values; long lists are counted."""

from __future__ import annotations

from tests.conftest import take
from ui.changes.rows import MOST, table
from ui.shared import cached

HEAD = "案件編號,收文日期,結案日期,承辦單位\n"


def moved(house):
    take(house, "petitions", ("陳情_114年.csv", HEAD + "P1,1140303,1140310,甲組\n"))
    older = house.newest().number
    take(house, "petitions", ("陳情_114年.csv", HEAD + "P2,1140304,1140311,乙組\nP3,1140305,1140312,乙組\n"))
    return cached.moves(cached.version().of(older), cached.version())


def test_a_row_says_from_what_to_what(house):
    moves = moved(house)
    shown = table("<b>標題", moves, moves, "zh-Hant")
    (row,) = [row for row in shown["rows"] if row["id"] == "petitions_received"]
    assert (row["before"]["value"], row["after"]["value"], row["gap"]) == ("1 件", "3 件", "+2 件")
    assert (shown["title"], shown["more"]) == ("<b>標題", "")
    assert len(set(shown["words"].values())) == len(shown["words"])


def test_of_more_than_fit_the_rest_is_counted(house):
    every = moved(house)[:1] * (MOST + 3)
    shown = table("", every, every, "en")
    assert len(shown["rows"]) == MOST
    assert "3" in shown["more"]
