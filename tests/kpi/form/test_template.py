"""A text keeps every word that was typed: placeholders, braces, paragraphs and lists, and what is wrong with it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi.form.placeholder import Placeholder
from kpi.form.template import parse, respelled
from warehouse.settings import catalogue as real_catalogue

CATALOGUE = real_catalogue()
SHIPPED = [
    pytest.param(text, id=f"{code}-{lang}")
    for code, row in CATALOGUE.framework.items()
    if row.result
    for lang, text in (("zh", row.result.zh), ("en", row.result.en))
]


def pieces(text):
    """Each line as texts, placeholders as they are stored."""
    return [
        [piece.stored() if isinstance(piece, Placeholder) else piece for piece in line.pieces]
        for line in parse(text, CATALOGUE).lines
    ]


def test_words_and_placeholders_stand_in_their_order():
    assert pieces("收辦 {首長信箱收辦件數}，{mailbox_dissatisfied}不滿意。") == [
        ["收辦 ", "{mailbox_handled}", "，", "{mailbox_dissatisfied}", "不滿意。"]
    ]


@pytest.mark.parametrize(
    ("text", "listed", "body"),
    [
        ("1. 人民陳情", "1.", "人民陳情"),
        ("12．人民陳情", "1.", "人民陳情"),
        ("1、人民陳情", "1.", "人民陳情"),
        ("1) 人民陳情", "1.", "人民陳情"),
        ("（1）人民陳情", "（1）", "人民陳情"),
        ("(一) 人民陳情", "（一）", "人民陳情"),
        ("一、人民陳情", "一、", "人民陳情"),
        ("  十二、人民陳情", "一、", "人民陳情"),
        ("- 人民陳情", "-", "人民陳情"),
        ("* 人民陳情", "-", "人民陳情"),
        ("•人民陳情", "-", "人民陳情"),
        ("・人民陳情", "-", "人民陳情"),
        ("1.15 億元", "", "1.15 億元"),
        ("33,748 件", "", "33,748 件"),
        ("-5 度", "", "-5 度"),
        ("一般案件", "", "一般案件"),
        ("  人民陳情 ", "", "人民陳情"),
        ("114 年", "", "114 年"),
    ],
)
def test_a_line_that_begins_as_a_list_item_does_is_one(text, listed, body):
    (line,) = parse(text, CATALOGUE).lines
    assert (line.listed, "".join(line.pieces)) == (listed, body)


def test_blank_lines_and_the_line_ends_of_windows_part_paragraphs_only():
    assert pieces("甲\r\n\r\n  \n乙\n") == [["甲"], ["乙"]]


def test_two_braces_are_one():
    template = parse("寫成 {{首長信箱收辦件數}}", CATALOGUE)
    assert pieces("寫成 {{首長信箱收辦件數}}") == [["寫成 {首長信箱收辦件數}"]]
    assert not template.problems


@pytest.mark.parametrize("text", ["收辦 {首長信箱收辦件數", "收辦 首長信箱收辦件數}", "甲 { 乙"])
def test_a_brace_without_its_partner_is_told_and_stays(text):
    template = parse(text, CATALOGUE)
    assert [problem.key for problem in template.problems] == ["placeholder-brace"]
    assert pieces(text) == [[text]]


def test_a_placeholder_does_not_run_over_a_line():
    assert [problem.key for problem in parse("{首長信箱\n收辦件數}", CATALOGUE).problems] == ["placeholder-brace"] * 2


def test_all_problems_are_told_and_such_a_placeholder_stays_as_it_was_typed():
    text = "甲 {首長信箱收件}，乙 {mailbox_handled|去年}，丙 {mailbox_handled}"
    template = parse(text, CATALOGUE)
    assert [problem.key for problem in template.problems] == ["placeholder-unknown", "placeholder-option"]
    assert pieces(text) == [["甲 {首長信箱收件}，乙 {mailbox_handled|去年}，丙 ", "{mailbox_handled}"]]


@given(st.text(alphabet="甲1.、-• {}|\n截至", max_size=40))
def test_any_text_is_read_without_an_error(text):
    template = parse(text, CATALOGUE)
    assert all(line.pieces or line.listed for line in template.lines)


@pytest.mark.parametrize("text", SHIPPED)
def test_our_own_texts_can_be_edited_in_either_language_and_stored_again(text):
    for lang in ("zh-Hant", "en"):
        spelled = respelled(text, CATALOGUE, lang)
        assert not parse(spelled, CATALOGUE).problems
        stored = respelled(spelled, CATALOGUE, None)
        assert stored == respelled(text, CATALOGUE, None)
        assert pieces(stored) == pieces(text)


def test_respelling_leaves_braces_and_what_is_no_placeholder():
    text = "{{甲}} {首長信箱收件} { {首長信箱收辦件數}"
    assert respelled(text, CATALOGUE, None) == "{{甲}} {首長信箱收件} { {mailbox_handled}"
