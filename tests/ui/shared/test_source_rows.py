"""Rows behind a figure, as they are read: cells, their place in the file, and pages of them."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from tests.conftest import take
from ui.shared import cached, source_rows

HEAD = "案件編號,收文日期,結案日期,承辦單位,案由\n"
HARM = "<img src=x onerror=alert(1)>**P**"


@pytest.mark.parametrize(
    ("value", "chinese", "english"),
    [
        (None, "", ""),
        (True, "是", "yes"),
        (False, "否", "no"),
        (date(2024, 2, 29), "113/2/29", "29 Feb 2024"),
        (datetime(2025, 12, 10, 9, 5), "114/12/10 09:05", "10 Dec 2025 09:05"),
        (1234567, "1234567", "1234567"),  # a key is no amount
        (1234.0, "1,234", "1,234"),
        (0.5, "0.5000", "0.5000"),
        (["甲", "乙"], "甲、乙", "甲、乙"),
        ([], "", ""),
        (HARM, HARM, HARM),
    ],
)
def test_a_cell_is_what_a_reader_would_write(value, chinese, english):
    assert source_rows.cell(value, "zh-Hant") == chinese
    assert source_rows.cell(value, "en").casefold() == english.casefold()


@pytest.mark.parametrize(
    ("text", "offset"), [("0", 0), ("49", 0), ("50", 50), ("99", 50), ("1234", 1200), ("-1", 0), ("x", 0), (None, 0)]
)
def test_an_address_names_a_page_of_rows(text, offset):
    assert source_rows.offset_of(text) == offset


def test_each_row_says_where_it_stands_and_columns_without_anything_are_left_out(house):
    rows = "".join(f"P{n},1141103,,甲組,\n" for n in range(1, 61)) + f"{HARM},1141104,,乙組,\n"
    take(house, "petitions", ("陳情_11411.csv", HEAD + rows))
    version = cached.version()
    load = cached.loads(version)[0].load
    shown = source_rows.shown(cached.rows_of_load(version, load, 0), "petitions", 0, "zh-Hant", load)
    assert (len(shown["rows"]), shown["total"], shown["said"]) == (50, 61, "第 1 至 50 列，共 61 列")
    assert {len(row["cells"]) for row in shown["rows"]} == {len(shown["heads"]) - 1}
    assert [row["where"] for row in shown["rows"][:2]] == ["第 2 列", "第 3 列"]
    assert {"案件編號", "收文日期", "承辦單位"} <= set(shown["heads"])
    assert "結案日期" not in shown["heads"]
    last = source_rows.shown(cached.rows_of_load(version, load, 50), "petitions", 50, "en", load)
    assert (len(last["rows"]), last["from"], last["total"]) == (11, 50, 61)
    assert HARM in last["rows"][-1]["cells"]
