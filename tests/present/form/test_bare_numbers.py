"""Typing a bare number where an indicator has that value offers the placeholder."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kpi.form.template import parse
from present.form.bare_numbers import MOST, offers
from present.form.fill import fill
from tests.conftest import CUTOFF


def offered(desk, text: str, code: str | None = None, lang: str = "zh-Hant") -> list[tuple[str, str]]:
    return [(one.found, one.placeholder) for one in offers(desk, text, CUTOFF, lang, code=code)]


@pytest.mark.parametrize(
    ("code", "text", "found", "placeholder"),
    [
        ("D1.2b", "審查完成 33,748 件", "33,748 件", "{線上申辦案件審查完成數}"),
        ("D1.2b", "審查完成33748件", "33748件", "{線上申辦案件審查完成數}"),
        ("D1.2b", "審查完成３３，７４８件", "３３，７４８件", "{線上申辦案件審查完成數}"),
        ("D1.2b", "審查完成 33748 案", "33748", "{線上申辦案件審查完成數|數字}"),
        ("D1.2b", "審查完成33748", "33748", "{線上申辦案件審查完成數|數字}"),
        ("O1", "追蹤者 26萬1111人", "26萬1111人", "{Facebook 追蹤者|萬}"),
        ("O1", "追蹤者 26萬1,111 人", "26萬1,111 人", "{Facebook 追蹤者|萬}"),
        ("O1", "追蹤者 261,111 人", "261,111 人", "{Facebook 追蹤者}"),
        ("O1", "每月約 54 萬次", "約 54 萬次", "{Facebook 每月平均瀏覽|萬}"),
        ("D1.2a", "補助約1.15 億元", "約1.15 億元", "{災後復原補助金額|億|自 7/6 至 12/16}"),
        ("D1.2a", "補助 42.5億元", "42.5億元", "{產業升級創新平台補助金額|億|截至 12/31}"),
        ("D1.2a", "投資占 57％", "57％", "{生醫諮詢—投資合作占比|整數}"),
        ("E2.1b", "占 4.7%", "4.7%", "{首長信箱不滿意率（以收辦件數計）}"),
        ("E2.1b", "不滿意 0 件", "0 件", "{人民陳情不滿意件數}"),
        ("D1.4c", "協助約 1,612 人次", "約 1,612 人次", "{線上申辦客服電話}"),
        ("D1.4c", "協助 1,612 人次", "1,612 人次", "{線上申辦客服電話}"),
        ("E1.1b", "回收率 90%以上", "90%以上", "{內部滿意度調查回收率|整數|截至 12/31}"),
        ("O2", "提出 9 項", "9 項", "{創新服務項數|截至 12/31}"),
        ("O1", "截至 12 月 28 日累積觀看 14,725 次", "14,725 次", "{YouTube 累積觀看次數|截至 12/28}"),
    ],
)
def test_a_number_as_people_type_it_gets_its_placeholder(desk, code, text, found, placeholder):
    assert offered(desk, text, code)[0] == (found, placeholder)


@pytest.mark.parametrize(
    ("code", "text", "found", "placeholder"),
    [
        ("D1.4c", "took about 1,612 calls", "about 1,612 calls", "{Helpdesk calls on online applications}"),
        ("D1.4d", "27 forms were revised", "27 forms", "{Forms revised}"),
        ("D1.2a", "4.25 billion TWD", "4.25 billion TWD", "{Innovation-platform grants amount|100m|as of 12/31}"),
        ("E1.1b", "a rate of at least 90%", "at least 90%", "{Staff survey response rate|whole|as of 12/31}"),
        ("E2.1b", "825 were handled", "825", "{Mailbox letters handled|number}"),
    ],
)
def test_in_english_it_gets_an_english_one(desk, code, text, found, placeholder):
    assert offered(desk, text, code, "en")[0] == (found, placeholder)


@pytest.mark.parametrize(
    "text",
    [
        "94 年", "12 月 9 日 33,749 件", "第 94 件", "94/12/10", "B94", "94D", "{petitions_received} 件", "9 個月", "9", "達 9 成", "0 次",
        "27 人", "27", "58", "2025", "1. 線上申辦",
    ],
)  # fmt: skip
def test_what_is_no_figure_of_an_indicator_gets_none(desk, text):
    """Neither dates, ordinals and parts of words, nor small numbers that say nothing without their unit."""
    assert offered(desk, text) == []


def test_a_year_is_none_and_with_the_unit_of_an_indicator_it_is_one(desk):
    figures = desk.book.observations | {
        "press_releases": [one._replace(numerator=2025.0 if one.end == CUTOFF else 0.0) for one in desk.book.observations["press_releases"]]
    }  # fmt: skip
    other = replace(desk, book=replace(desk.book, observations=figures, _kept={}))
    assert offered(other, "2025 目標", "E2.1b") == []
    assert offered(other, "發布新聞稿 2025 則", "E2.1b") == [("2025 則", "{發布新聞稿}")]


def test_indicators_of_the_row_come_first_then_those_of_the_unit(desk):
    """108 releases were issued; with 108 letters, calls, forms and items there are five for one number."""
    same = ("mailbox_handled", "forms_revised", "programme_site_items", "helpdesk_calls")
    rows = {key: [one._replace(numerator=0.0) for one in desk.book.observations[key]] for key in same}
    for key in same:
        ends = [(one.end, place) for place, one in enumerate(rows[key]) if one.end <= CUTOFF and one.end.year == 2025]
        _, last = max(ends)
        rows[key][last] = rows[key][last]._replace(numerator=108.0)
    other = replace(desk, book=replace(desk.book, observations=desk.book.observations | rows, _kept={}))
    found = [one.indicator for one in offers(other, "辦理 108 筆", CUTOFF, "zh-Hant", code="E2.1b")]
    assert len(found) == MOST
    assert set(found[:2]) == {"mailbox_handled", "press_releases"}
    assert found[2] == "programme_site_items"
    assert offers(other, "辦理 108 筆", CUTOFF, "zh-Hant")[0].indicator == "programme_site_items"


def test_in_place_of_the_number_the_text_reads_the_same(desk, form_zh, form_en):
    """Every figure of the printed form, typed by hand, comes back as a placeholder that prints it."""
    for form, lang in ((form_zh, "zh-Hant"), (form_en, "en")):
        for row in form.rows:
            for one in offers(desk, row.text, CUTOFF, lang, code=row.code):
                (line,) = fill(desk, parse(one.placeholder, desk.catalogue), CUTOFF, lang, head=None)
                assert line.text == one.value
                assert row.text[one.start : one.end] == one.found
                typed, prints = one.found.replace(" ", ""), line.text.replace(" ", "")
                assert typed in (prints, prints.removeprefix("約").removeprefix("about"))


@pytest.mark.parametrize("code", ["D1.2a", "D1.2b", "D1.4c", "E2.1b", "O1"])
def test_nearly_every_figure_of_a_printed_row_is_found_again(desk, form_zh, code):
    row = form_zh.row(code)
    named = {one.figure.placeholder.name for one in row.figures if one.figure.placeholder.what == "value"}
    found = {one.indicator for one in offers(desk, row.text, CUTOFF, "zh-Hant", code=code)}
    assert named <= found


def test_all_numbers_of_a_text_are_told_in_their_order(desk):
    text = "1. 人民陳情受理 94 件。\n2. 首長信箱收辦 {mailbox_handled}，不滿意者 39 件；發布新聞稿 108 則（114 年 12 月 10 日）。"
    found = offered(desk, text, "E2.1b")
    assert [one for one, _ in found] == ["94 件", "39 件", "108 則"]
