"""Amounts in narrow columns: grouped as officials write them, to the last digit, and breaking at their blanks."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lang import in_column, number


@pytest.mark.parametrize(
    ("printed", "chinese", "english"),
    [
        ("4,250,000,000 元", "42 億 5,000 萬元", "4.25 billion 元"),
        ("約 124,470,000 元", "約 1 億 2,447 萬元", "約 124.47 million 元"),
        ("6,149,247,000 元", "61 億 4,924 萬 7,000 元", "6,149,247,000 元"),
        ("100,000,001 元", "1 億 1 元", "100,000,001 元"),
        ("−421,700,000 元", "−4 億 2,170 萬元", "−421.7 million 元"),
        ("300,000,000", "3 億", "300 million"),
        ("99,999,999 元", "99,999,999 元", "99,999,999 元"),
        ("280,576 款", "280,576 款", "280,576 款"),
        ("98.3%", "98.3%", "98.3%"),
        ("1,234,567,890.5 元", "1,234,567,890.5 元", "1,234,567,890.5 元"),
        ("—", "—", "—"),
    ],
)
def test_amounts_are_grouped(printed, chinese, english):
    assert in_column(printed, "zh-Hant") == chinese
    assert in_column(printed, "en") == english


def told(text: str) -> int:
    """What a grouped amount says."""
    sizes = {"億": 10**8, "萬": 10**4, "": 1}
    return sum(int(n.replace(",", "")) * sizes[word] for n, word in re.findall(r"([\d,]+) ?([億萬]?)", text))


@given(st.integers(0, 10**15))
def test_no_digit_is_lost_and_no_part_is_long(value):
    text = in_column(f"{number(value)} 元", "zh-Hant")
    assert told(text) == value
    assert value > 10**12 or max(map(len, text.split())) <= len("99,999,999")
