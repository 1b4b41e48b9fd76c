"""Numbered lines count anew when they are printed; a list that a deeper one interrupts goes on."""

from __future__ import annotations

import pytest

from kpi.form.template import parse
from present.form.filled import FilledLine, placed, text_of_lines
from present.numbering import chinese, mark
from publish.document.elements import Items, Paragraph
from publish.form.document import blocks_of
from warehouse import settings

TEXT = """一、甲
（一）乙
(二) 丙
九、丁
1. 戊
（1）己
- 點
2. 庚
一段話
1. 辛"""


@pytest.fixture(scope="module")
def lines():
    template = parse(TEXT, settings.catalogue())
    return tuple(FilledLine(line.pieces, line.listed) for line in template.lines)


def test_each_kind_counts_for_itself_and_goes_on_after_a_deeper_one(lines):
    assert [(one.line.text, one.line.listed, one.number, one.level) for one in placed(lines)] == [
        ("甲", "一、", 1, 0),
        ("乙", "（一）", 1, 1),
        ("丙", "（一）", 2, 1),
        ("丁", "一、", 2, 0),
        ("戊", "1.", 1, 1),
        ("己", "（1）", 1, 2),
        ("點", "-", 0, 3),
        ("庚", "1.", 2, 1),
        ("一段話", "", 0, 0),
        ("辛", "1.", 1, 0),
    ]


def test_plain_text_bears_the_marks(lines):
    assert text_of_lines(lines, "zh-Hant").split("\n") == [
        "一、甲", "　（一）乙", "　（二）丙", "二、丁", "　1. 戊", "　　（1）己", "　　　- 點", "　2. 庚", "一段話", "1. 辛",
    ]  # fmt: skip
    assert "(1) 己" in text_of_lines(lines, "en")


def test_documents_get_lists_that_go_on(lines):
    found = blocks_of(lines, "zh-Hant")
    assert [(one.marks, one.start, one.level, len(one.items)) for one in found if isinstance(one, Items) and one.ordered] == [
        ("一、", 1, 0, 1), ("（一）", 1, 1, 2), ("一、", 2, 0, 1), ("1.", 1, 1, 1), ("（1）", 1, 2, 1), ("1.", 2, 1, 1), ("1.", 1, 0, 1),
    ]  # fmt: skip
    assert [one.text for one in found if isinstance(one, Paragraph)] == ["一段話"]


@pytest.mark.parametrize(
    ("number", "words"),
    [(1, "一"), (9, "九"), (10, "十"), (11, "十一"), (20, "二十"), (46, "四十六"), (99, "九十九"), (100, "100")],
)
def test_chinese_numerals(number, words):
    assert chinese(number) == words
    assert mark("（一）", number, "zh-Hant") == f"（{words}）"
    assert mark("（1）", number, "en") == f"({number})"
