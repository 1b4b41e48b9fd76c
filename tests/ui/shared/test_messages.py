"""What a browser sends becomes typed values in one place, or is refused whole."""

from __future__ import annotations

import base64
import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.shared.messages import (
    DATED,
    DIGITS,
    FIELDS,
    NAME,
    NUMBERED,
    ROWS,
    TEXT,
    Heard,
    Message,
    Unheard,
    number_of,
    read,
    unheard,
)

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)


def test_a_control_is_a_key_and_a_text_with_what_stands_beside_it():
    found = read("choose", {"key": "save", "value": "文字", "basis": 12, "sources": True, "as_of": None}, "s")
    assert found == Message("choose", "save", "文字", more={"basis": "12", "sources": "1"}, store="s")


def test_no_value_is_not_an_empty_one():
    assert read("choose", {"key": "draft", "value": None}, "s").given is False
    assert read("choose", {"key": "draft", "value": ""}, "s").given is True


def test_a_form_a_grid_and_names():
    found = read(
        "choose", {"key": "figures", "cells": {"a": {"value": "1"}}, "fields": {"text": "x"}, "names": ["a", "b"]}, "s"
    )
    assert (found.cells, found.fields, found.names) == ({"a": {"value": "1"}}, {"text": "x"}, frozenset("ab"))


def test_what_is_opened_is_a_name_a_load_or_a_choice():
    assert read("open", "mailbox_handled", "s").value == "mailbox_handled"
    assert read("open", 12, "s").value == "12"
    assert read("open", {"year": 2026, "month": "10"}, "s").more == {"year": "2026", "month": "10"}


@pytest.mark.parametrize("sent", [
    "text", ["list"], {"key": ["a"]}, {"key": "a", "value": {"b": "c"}}, {"key": "a", "cells": ["b"]}, {"key": "a", "cells": {"b": "c"}},
    {"key": "a", "fields": {"b": {"c": "d"}}}, {"key": "a", "names": {"b": 1}}, {"key": "a", "value": 1.5}, {"key": "a", "value": 10**20},
    {"key": "a" * (NAME + 1)}, {"key": "a", "value": "b" * (TEXT + 1)}, {"key": "a", "names": ["b"] * (ROWS + 1)},
    {"key": "a", "fields": {str(n): "" for n in range(FIELDS + 1)}}, {"key": "a", "cells": {str(n): {} for n in range(ROWS + 1)}},
    {"key": "a", "cells": {str(n): {"b": "c" * TEXT} for n in range(100)}}, {"value": "a"},
])  # fmt: skip
def test_what_is_no_message_or_too_large_is_refused_whole(sent):
    with pytest.raises(Unheard):
        read("choose", sent, "s")


@pytest.mark.parametrize("key", sorted(NUMBERED))
def test_a_number_is_one_that_can_be_ours(key):
    assert read("choose", {"key": key, "value": "12"}, "s").number == 12
    assert read("choose", {"key": key, "value": 12}, "s").number == 12
    for odd in ("", "x", "-1", "1.5", "1e3", "１２", "²", "1" * (DIGITS + 1), "1" * TEXT, None):
        with pytest.raises(Unheard):
            read("choose", {"key": key, "value": odd}, "s")


@pytest.mark.parametrize("key", sorted(DATED))
def test_a_day_is_a_day(key):
    more = {"value": "AAAA"} if key == "attach" else {}
    found = read("choose", {"key": key, **more, DATED[key]: "2025-10-01"}, "s")
    assert found.day == date(2025, 10, 1)
    for odd in ("x", "114/10/1", "2025-02-29", "2025-10-01T00:00", "9" * TEXT):
        with pytest.raises(Unheard):
            read("choose", {"key": key, **more, DATED[key]: odd}, "s")
    left_out = {"key": key, **more, DATED[key]: ""}
    if key == "save":
        assert read("choose", left_out, "s").day is None
    else:
        with pytest.raises(Unheard):
            read("choose", left_out, "s")


def test_a_file_is_its_bytes():
    sent = {
        "key": "attach",
        "value": base64.b64encode(bytes(range(256))).decode(),
        "from": "2025-05-20",
        "name": "a.pdf",
    }
    found = read("choose", sent, "s")
    assert (found.content, found.value) == (bytes(range(256)), "")
    assert read("choose", sent | {"value": ""}, "s").content == b""
    for odd in ("文字", "AAA", "A A=", "data:"):
        with pytest.raises(Unheard):
            read("choose", sent | {"value": odd}, "s")


@given(text=st.text(max_size=12) | st.integers().map(str))
def test_a_number_in_an_address_is_read_or_none(text):
    found = number_of(text)
    assert found is None or 0 <= found < 10**DIGITS
    assert (found is None) == (re.fullmatch("[0-9]{1,9}", text) is None)


@given(
    key=st.sampled_from([*NUMBERED, *DATED, "draft"]),
    more=st.dictionaries(st.sampled_from(["value", "from", "as_of", "basis", "fields", "cells", "names"]), JSON),
)
def test_what_has_the_key_of_ours_is_typed_or_refused(key, more):
    try:
        found = read("choose", {"key": key, **more}, "s")
    except Unheard:
        return
    assert (type(found.number), type(found.content)) == (int, bytes)
    assert isinstance(found.day, date) or key not in DATED or key == "save"


@given(what=st.sampled_from(["choose", "open", "lang", "other"]), sent=JSON)
def test_whatever_a_browser_sends_is_typed_or_refused(what, sent):
    try:
        found = read(what, sent, "s")
    except Unheard:
        return
    texts = [found.key, found.value, *found.more.values(), *found.fields.values(), *found.names]
    assert all(isinstance(text, str) for text in texts)
    assert 0 <= found.number < 10**DIGITS


def sent(*numbers, line="a"):
    return {"line": line, "unheard": [{"number": n, "what": "lang", "value": "en", "store": "s"} for n in numbers]}


@pytest.mark.parametrize("odd", [
    None, "text", [], {}, {"line": "a"}, {"line": "a", "unheard": {}}, {"line": "a", "unheard": ["b"]}, sent(0), sent(True), sent(1.5),
    sent(10**9), sent(1, line=["a"]), sent(1, line="a" * (NAME + 1)), sent(*range(1, ROWS + 2)), {"line": "a", "unheard": [{"number": 1}]},
])  # fmt: skip
def test_what_has_no_number_on_a_line_is_refused(odd):
    with pytest.raises(Unheard):
        unheard(odd, Heard())


def numbers(told, heard):
    line, new = unheard(told, heard)
    return line, [one.number for one in new]


def test_what_is_told_again_is_heard_once_and_in_order():
    assert numbers(sent(1), Heard()) == ("a", [1])
    assert numbers(sent(1, 2), Heard("a", 1)) == ("a", [2])
    assert numbers(sent(3, 2), Heard("a", 1)) == ("a", [2, 3])
    assert numbers(sent(1, 2), Heard("a", 2)) == ("a", [])
    assert numbers(sent(1), Heard("b", 7)) == ("a", [1])  # another page begins to count anew


@given(told=JSON)
def test_whatever_is_told_is_numbered_or_refused(told):
    try:
        _, new = unheard(told, Heard())
    except Unheard:
        return
    assert all(one.number > 0 for one in new)
