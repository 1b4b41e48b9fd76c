"""A number is read however people type it, and a date, an ordinal or a part of a word is none."""

from __future__ import annotations

import time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from present.form.numbers_in_text import numbers_in, words_only


def read(text: str) -> list[tuple[str, Decimal, bool]]:
    return [(text[one.start : one.end], one.value, one.percent) for one in numbers_in(words_only(text))]


@pytest.mark.parametrize(
    ("text", "found", "value", "percent"),
    [
        ("審查完成 33,748 件", "33,748", "33748", False),
        ("審查完成33748件", "33748", "33748", False),
        ("審查完成３３，７４８件", "３３，７４８", "33748", False),
        ("追蹤者 26萬1111 人", "26萬1111", "261111", False),
        ("追蹤者 26萬1,111 人", "26萬1,111", "261111", False),
        ("追蹤者 26 萬 1,111 人", "26 萬 1,111", "261111", False),
        ("約 54 萬次", "54 萬", "540000", False),
        ("補助 1.15 億元", "1.15 億", "115000000", False),
        ("補助 1億1,500萬元", "1億1,500萬", "115000000", False),
        ("補助１．１５億元", "１．１５億", "115000000", False),
        ("4.25 billion TWD", "4.25 billion", "4250000000", False),
        ("about 115 million TWD", "115 million", "115000000", False),
        ("占 4.7%", "4.7%", "4.7", True),
        ("占 57％", "57％", "57", True),
        ("占 57 %", "57 %", "57", True),
        ("MIT微笑標章累計3,102家", "3,102", "3102", False),
        ("總計 94.", "94", "94", False),
    ],
)
def test_a_number_is_read_as_it_is_typed(text, found, value, percent):
    assert read(text) == [(found, Decimal(value), percent)]


@pytest.mark.parametrize(
    "text",
    [
        "1. 人民陳情", "（1）人民陳情", "  2、人民陳情", "114 年", "114年度", "12 月 10 日", "12月", "12/10", "114/12/10", "2025-12-10",
        "113.11.01", "10:30", "第 3 季", "第3項", "3 個月", "10 December 2025", "December 10, 2025", "B2.1", "3D", "800kW", "MyEGov2",
        "Q3", "3-way", "57–60%", "12 月 10、11 日", "02-2754-1255", "https://www.ida.gov.tw/129", "a129@example.tw",
        "{mailbox_handled|as of 12/28}", "每月 10 日", "12 月 10 日至 28 日", "10²件", "33,748² 件", "３３²", "33²7", "3½", "29₁", "12①",
        "①12", "²33", "33,7²48", "1.5²%",
    ],
)  # fmt: skip
def test_what_is_no_figure_is_left_alone(text):
    assert read(text) == []


def test_braces_of_which_two_are_one_hold_words():
    assert [found for found, *_ in read("{{94 件}} {mailbox_handled} 95 件")] == ["94", "95"]


def test_dates_beside_numbers_leave_the_numbers():
    found = read("1. 114 年 12 月 10 日止 33,748 件，12/28 止 14,725 次\n2. 94 件")
    assert [one for one, *_ in found] == ["33,748", "14,725", "94"]


@given(st.text("1234567890,.萬億%％１２，． 年月日第/-件aB{}|\n", max_size=30))
def test_every_place_is_one_of_the_text(text):
    assert len(words_only(text)) == len(text)
    ends = 0
    for one in numbers_in(words_only(text)):
        assert ends <= one.start < one.end <= len(text)
        assert one.value >= 0
        ends = one.end


@given(st.integers(0, 10**9))
def test_grouped_plain_and_full_width_are_one_number(value):
    wide = str.maketrans("0123456789,", "０１２３４５６７８９，")
    spelled = [f"{value:,}", str(value), f"{value:,}".translate(wide)]
    assert {read(f"共 {text} 件")[0][1] for text in spelled} == {Decimal(value)}


@pytest.mark.parametrize("sign", ["1", "１", "1,", "1.", "1 ", "1-", "1億", "1 月", "11/", "a1"])
def test_a_page_full_of_digits_is_read_in_good_time(sign):
    text = (sign * 8000)[:8000]
    start = time.process_time()
    list(numbers_in(words_only(text)))
    assert time.process_time() - start < 1


def test_a_long_run_of_digits_is_one_number():
    assert [found for found, *_ in read(f"共 {'1' * 8000} 件")] == ["1" * 8000]
