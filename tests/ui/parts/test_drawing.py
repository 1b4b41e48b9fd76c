"""What a component tells is read, and done, inside the page's handling of faults: a page stands whatever comes."""

from __future__ import annotations

import logging
from types import SimpleNamespace

import pytest

from ui.parts import drawing
from ui.shared.messages import Message

STORE = "0123456789ab"


class Mounted:
    """A component on a page: ``sends`` as its browser does, and keeps what the page heard."""

    def __init__(self, monkeypatch, hear=None):
        self.state, self.heard = {}, []
        monkeypatch.setattr(drawing, "st", SimpleNamespace(session_state=self.state))
        monkeypatch.setattr(drawing, "_component", lambda name: self._mount)
        drawing.begin(STORE)
        drawing.draw("history", "body", {"part": "loads"}, self._on if hear is None else hear)

    def _mount(self, key, data, on_told_change):
        self.data, self.told = data, on_told_change

    def _on(self, message):
        self.heard.append(message)

    def sends(self, told) -> str | None:
        """What the page says then."""
        self.state["body"] = SimpleNamespace(told=told)
        self.told()
        return drawing.fault()


def told(*values, what="choose", **more):
    numbered = enumerate(values, start=1)
    return {
        "line": "a",
        "unheard": [{"number": n, "what": what, "value": v, "store": STORE, **more} for n, v in numbered],
    }


@pytest.fixture
def mounted(monkeypatch):
    return Mounted(monkeypatch)


def test_what_is_sent_is_heard_as_of_the_store_that_was_drawn(mounted):
    assert mounted.data["store"] == STORE
    assert mounted.sends(told({"key": "find", "value": "a"})) is None
    assert mounted.heard == [Message("choose", "find", "a", store=STORE)]


@pytest.mark.parametrize("odd", [
    "text", ["list"], {"line": "a"}, {"line": "a", "unheard": [1]}, told({"key": "undo", "value": "9" * 20_000}),
    told({"key": "undo", "value": "²"}),
    told({"key": "copy", "value": ""}), told({"key": "close", "value": "x"}), told({"key": "attach", "value": "%", "from": "2025-01-01"}),
    told({"key": "a", "value": {"b": "c"}}), told("en", what="other"), told("x" * 200, what="open"),
], ids=range(12))  # fmt: skip
def test_what_is_no_message_is_told_and_nothing_is_done(mounted, odd, caplog):
    with caplog.at_level(logging.WARNING):
        assert mounted.sends(odd) == "message-unheard"
    assert mounted.heard == []
    assert "body sent what is no message" in caplog.text


def test_what_comes_beside_it_is_heard(mounted):
    good = {"key": "find", "value": "a"}
    assert mounted.sends(told(good, {"key": "undo", "value": "9" * 20_000}, good)) == "message-unheard"
    assert [message.key for message in mounted.heard] == ["find", "find"]
    assert mounted.sends(told(good)) is None  # and not heard again
    assert len(mounted.heard) == 2


def test_an_act_that_fails_is_told_once_and_the_next_one_is_done(monkeypatch, caplog):
    heard = []

    def hear(message):
        heard.append(message.value)
        if message.value == "1":
            raise ZeroDivisionError

    mounted = Mounted(monkeypatch, hear)
    assert mounted.sends(told({"key": "a", "value": "1"}, {"key": "a", "value": "2"})) == "ui-fault"
    assert heard == ["1", "2"]
    assert "ZeroDivisionError" in caplog.text
    assert mounted.sends(told({"key": "a", "value": "1"}, {"key": "a", "value": "2"})) is None
    assert heard == ["1", "2"]


def test_nothing_sent_is_nothing_heard(mounted):
    assert mounted.sends(None) is None
    assert mounted.heard == []
