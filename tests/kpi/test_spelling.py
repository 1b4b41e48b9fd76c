"""What looks alike is spelled alike, and what nobody sees is shown where it is quoted."""

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi.spelling import MARK, UNSEEN, even, fold, shown, visible

UNSEEN_SIGNS = (
    "\u200b\u200c\u200d\u200e\u200f\u202a\u202c\u202d\u202e\u2060\u2066\u2069\ufeff\xad\u034f\u180e"
    "\ufe0f\U000e0101\x00\x01\x16\x0b\x7f\x80"
)
BLANKS = " \t\n\r\xa0\u2002\u2003\u2009\u202f\u205f\u3000\u1680"
HYPHENS = "-‐‑‒–—―−﹣－⁃➖˗"


@given(st.text())
def test_folding_again_changes_nothing(text):
    assert even(even(text)) == even(text)
    assert fold(fold(text)) == fold(text) == fold(even(text))


@given(st.text(alphabet=UNSEEN_SIGNS + "P1甲組-１" + BLANKS))
def test_folding_again_changes_nothing_of_what_is_unseen(text):
    assert even(even(text)) == even(text)
    assert not UNSEEN.search(even(text))


@pytest.mark.parametrize("sign", UNSEEN_SIGNS)
def test_nobody_sees_it_and_so_it_makes_no_other_key(sign):
    assert {even(text) for text in (f"P1{sign}", f"{sign}P1", f"P{sign}1")} == {"P1"}
    assert shown(f"P{sign}1") == f"P⟨U+{ord(sign):04X}⟩1"


@pytest.mark.parametrize("blank", BLANKS)
def test_every_blank_is_the_same_blank(blank):
    assert even(f"{blank}A{blank}{blank}1{blank}") == "A 1"
    assert fold(f"甲{blank}組") == "甲組"


@pytest.mark.parametrize("hyphen", HYPHENS)
def test_every_hyphen_is_the_same_hyphen(hyphen):
    assert even(f"114{hyphen}0012") == "114-0012"


def test_width_is_one():
    assert even("Ｐ１１４１１０１（甲）") == "P1141101(甲)"


def test_a_mark_of_a_note_never_becomes_a_digit_of_the_number_before_it():
    for number in range(sys.maxunicode + 1):
        sign = chr(number)
        hidden = unicodedata.category(sign) != "Nd" and any(
            one.isdecimal() for one in unicodedata.normalize("NFKC", sign)
        )
        assert hidden == bool(MARK.match(sign)), f"U+{number:04X}"
    assert even("P1¹") == "P1¹" != even("P11")


def test_what_everybody_sees_is_quoted_as_it_is():
    for text in ("P1", "甲組", "１１４年　甲組", "29¹", "e\u0301"):
        assert shown(text) == text
    assert visible("甲\n組\u200b") == "甲\n組"
