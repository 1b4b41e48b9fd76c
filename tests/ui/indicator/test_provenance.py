"""What stands behind a value: its parts add up to it, and every row says in which file it stands."""

from __future__ import annotations

import re

import pytest

from lang import LANGUAGES
from tests.conftest import take
from tests.ui.conftest import draw

KEYS = ("petitions_received", "mailbox_dissatisfied_rate", "applications_on_time_rate")


def behind(handed, key, **query):
    return handed("indicator", **{"lang": "zh-Hant", "indicator": key, **query})["behind"]


@pytest.mark.parametrize("key", KEYS)
def test_parts_add_up_to_the_whole(handed, key):
    def counts(label: str) -> list[int]:
        return [int(text.replace(",", "")) for text in re.findall(r"[\d,]+(?=／|\s?件)", label)]

    for dots in behind(handed, key)["dots"]:
        parts = [counts(row["label"]) for row in dots["rows"]]
        assert dots["whole"] is not None
        assert [sum(column) for column in zip(*parts, strict=True)] == counts(dots["whole"]["label"])


def test_parts_have_names_of_their_own_and_the_worst_comes_first(handed):
    offices, categories = behind(handed, "mailbox_dissatisfied_rate")["dots"]
    for dots in (offices, categories):
        names = [row["key"] for row in dots["rows"]]
        assert len(names) == len(set(names))
        values = [row["value"] for row in dots["rows"] if row["value"] is not None]
        assert values == sorted(values, reverse=True)  # fewer dissatisfied letters are better


def test_the_loads_are_those_of_its_source_and_no_file_of_another_year_is_listed(handed, demo):
    found = behind(handed, "mailbox_dissatisfied_rate")["loads"]
    (load,) = found["rows"]
    assert demo.loads(only={load["load"]}, limit=1)[0].source == "mailbox"
    assert [file["name"] for file in load["files"]] == ["首長信箱_114年.xlsx"]
    assert load["files"][0]["rows"] == "871 列"  # as many as the letters of the year


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_demonstration_load_says_so_once(handed, lang):
    (load,) = behind(handed, "mailbox_dissatisfied_rate", lang=lang)["loads"]["rows"]
    assert load["demo"]
    assert load["message"] == ""


def test_the_rows_behind_a_value_are_as_many_as_it_counts(handed):
    shown = handed("indicator", lang="zh-Hant", indicator="mailbox_dissatisfied_rate", rows="1")["rows"]["rows"]
    assert shown["total"] == 871
    assert len(shown["rows"]) == shown["size"] == 50
    last = handed("indicator", lang="zh-Hant", indicator="mailbox_dissatisfied_rate", rows="850")["rows"]["rows"]
    assert (last["from"], len(last["rows"])) == (850, 21)
    beyond = handed("indicator", lang="zh-Hant", indicator="mailbox_dissatisfied_rate", rows="9000")["rows"]["rows"]
    assert beyond["from"] == 0
    assert handed("indicator", lang="zh-Hant", indicator="mailbox_dissatisfied_rate")["rows"]["rows"] is None


def test_evidence_says_from_when_to_when_and_where(house):
    head = "參考標準,佐證說明,資料日期,有效迄日,等級,連結,組室,複查日期,沿用待確認\n"
    take(
        house,
        "evidence",
        ("佐證.csv", f"{head}barrier_free_inspection,<b>完成</b>檢測,114/03/12,,甲,https://example.gov.tw/1,甲組,,\n"),
    )
    take(house, "petitions", ("陳情_114年.csv", "案件編號,收文日期,結案日期,承辦單位\nP1,1140303,,甲組\n"))
    found = draw("indicator", lang="zh-Hant", indicator="barrier_free_inspection")["behind"]["evidence"]
    (row,) = found["rows"]
    assert (row["text"], row["link"]) == ("<b>完成</b>檢測", "https://example.gov.tw/1")
    assert row["facts"] == ["114/3/12 起", "甲", "甲組"]
