"""What moved between two versions: each side with its own value, n, period and status; long lists are counted."""

from __future__ import annotations

from tests.conftest import take
from ui.shared import cached, differences

HEAD = "案件編號,收文日期,結案日期,承辦單位\n"


def moved(house):
    take(house, "petitions", ("陳情_114年.csv", HEAD + "P1,1140303,1140310,甲組\nP2,1140304,1140311,乙組\n"))
    older = cached.warehouse().newest()
    take(house, "petitions", ("陳情_114年.csv", HEAD + "P3,1140305,1141031,甲組\n"))  # long after its limit
    return cached.moves(cached.version().of(older.number), cached.version())


def test_each_side_is_what_it_was_and_what_it_is(house):
    rows = {row["id"]: row for row in differences.shown(moved(house), "zh-Hant")["rows"]}
    received, on_time = rows["petitions_received"], rows["petitions_on_time_rate"]
    assert (received["before"]["value"], received["after"]["value"]) == ("2 件", "3 件")
    assert (on_time["before"]["n"], on_time["after"]["n"]) == ("2／2 件", "2／3 件")
    assert (on_time["before"]["status"], on_time["after"]["status"], on_time["flipped"]) == ("met", "not_met", True)
    assert received["name"] == cached.catalogue().indicators["petitions_received"].name.zh


def test_before_there_were_data_there_is_no_number(house):
    first = cached.version()
    moved(house)
    shown = differences.shown(cached.moves(first, cached.version()), "zh-Hant", "那時", "現在")
    side = next(row for row in shown["rows"] if row["id"] == "petitions_received")["before"]
    assert (side["value"], side["n"], side["period"], side["status"]) == ("—", "", "", "no_data")
    assert (shown["words"]["before"], shown["words"]["after"]) == ("那時", "現在")


def test_of_more_than_fit_the_rest_is_counted(house):
    moves = moved(house)
    every = (moves * (differences.MOST + 7))[: differences.MOST + 7]
    assert len(differences.shown(every, "en")["rows"]) == differences.MOST
    assert "7" in differences.shown(every, "en")["more"]
    assert differences.shown(every[: differences.MOST], "en")["more"] == ""
