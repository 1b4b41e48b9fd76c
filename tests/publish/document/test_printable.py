"""Text that no file can hold is made holdable; all else is left alone."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from lang.printable import printable


def test_control_characters_and_lone_surrogates_are_dropped():
    assert printable("控制\x00\x0b\x1f字\ud800元\ufffe") == "控制字元"


def test_every_line_end_is_the_same():
    assert printable("b\r\nc\rd\ne") == "b\nc\nd\ne"


def test_a_tab_is_a_space_so_that_two_numbers_of_a_worksheet_stay_two():
    assert printable("12\t34") == "12 34"


def test_rare_characters_stay():
    assert printable("𠀡\ue000é <&>😀") == "𠀡\ue000é <&>😀"


@given(st.text(st.characters(codec=None)))
def test_any_text_can_stand_in_xml_and_comes_back(text):
    element = etree.Element("a")
    element.text = printable(text)
    assert (etree.fromstring(etree.tostring(element)).text or "") == printable(text)
