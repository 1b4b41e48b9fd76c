"""What a browser sends becomes typed values in one place, or is refused whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.messages import FIELDS, NAME, ROWS, TEXT, Heard, Message, Unheard, read, told_by

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)


def test_a_control_is_a_key_and_a_text_with_what_stands_beside_it():
    found = read("choose", {"key": "save", "value": "文字", "basis": 12, "sources": True, "as_of": None})
    assert found == Message("choose", "save", "文字", more={"basis": "12", "sources": "1"})
    assert found.number("basis") == 12
    assert (found.number("sources"), found.number("nothing")) == (1, 0)


def test_no_value_is_not_an_empty_one():
    assert read("choose", {"key": "draft", "value": None}).given is False
    assert read("choose", {"key": "draft", "value": ""}).given is True


def test_a_form_a_grid_and_names():
    found = read(
        "choose", {"key": "figures", "cells": {"a": {"value": "1"}}, "fields": {"text": "x"}, "names": ["a", "b"]}
    )
    assert (found.cells, found.fields, found.names) == ({"a": {"value": "1"}}, {"text": "x"}, frozenset("ab"))


def test_what_is_opened_is_a_name_a_load_or_a_choice():
    assert read("open", "mailbox_handled").value == "mailbox_handled"
    assert read("open", 12).value == "12"
    assert read("open", {"year": 2026, "month": "10"}).more == {"year": "2026", "month": "10"}


@pytest.mark.parametrize("sent", [
    "text", ["list"], {"key": ["a"]}, {"key": "a", "value": {"b": "c"}}, {"key": "a", "cells": ["b"]}, {"key": "a", "cells": {"b": "c"}},
    {"key": "a", "fields": {"b": {"c": "d"}}}, {"key": "a", "names": {"b": 1}}, {"key": "a", "value": 1.5}, {"key": "a", "value": 10**20},
    {"key": "a" * (NAME + 1)}, {"key": "a", "value": "b" * (TEXT + 1)}, {"key": "a", "names": ["b"] * (ROWS + 1)},
    {"key": "a", "fields": {str(n): "" for n in range(FIELDS + 1)}}, {"key": "a", "cells": {str(n): {} for n in range(ROWS + 1)}},
    {"key": "a", "cells": {str(n): {"b": "c" * TEXT} for n in range(100)}}, {"value": "a"},
])  # fmt: skip
def test_what_is_no_message_or_too_large_is_refused_whole(sent):
    with pytest.raises(Unheard):
        read("choose", sent)


@given(what=st.sampled_from(["choose", "open", "lang", "other"]), sent=JSON)
def test_whatever_a_browser_sends_is_typed_or_refused(what, sent):
    try:
        found = read(what, sent)
    except Unheard:
        return
    texts = [found.key, found.value, *found.more.values(), *found.fields.values(), *found.names]
    assert all(isinstance(text, str) for text in texts)
    assert found.number("x") >= 0


@pytest.mark.parametrize("sent", [
    None, "text", [], {}, {"line": "a", "number": 0, "what": "lang"}, {"line": "a", "number": True, "what": "lang"},
    {"line": "a", "number": 1.5, "what": "lang"}, {"line": "a", "number": 10**9, "what": "lang"},
    {"line": ["a"], "number": 1, "what": "lang"}, {"line": "a", "number": 1}, {"line": "a" * (NAME + 1), "number": 1, "what": "lang"},
])  # fmt: skip
def test_what_has_no_number_on_a_line_is_refused(sent):
    with pytest.raises(Unheard):
        told_by(sent)


def test_what_is_told_twice_is_heard_once():
    first, second = (told_by({"line": "a", "number": n, "what": "lang", "value": "en"}) for n in (1, 2))
    assert Heard().before(first)
    assert not Heard("a", 1).before(first)
    assert Heard("a", 1).before(second)
    assert Heard("b", 7).before(first)  # another page begins to count anew


@given(sent=JSON)
def test_whatever_is_told_is_numbered_or_refused(sent):
    try:
        found = told_by(sent)
    except Unheard:
        return
    assert found.number > 0
