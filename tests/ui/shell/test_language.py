"""Which language a reader gets: the address first, then what was chosen earlier, then what the browser asks for."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from lang import LANGUAGES
from ui.shell import language


@pytest.fixture
def asked(monkeypatch):
    """The address, the session and the browser of a reader."""
    found = SimpleNamespace(query_params={}, session_state={}, context=SimpleNamespace(locale="en-GB"))
    monkeypatch.setattr(language, "st", found)
    return found


def test_the_browser_is_asked_where_nothing_was_chosen(asked):
    assert language.current() == "en"
    asked.context.locale = "zh-TW"
    assert language.current() == "zh-Hant"
    asked.context.locale = None
    assert language.current() == "zh-Hant"
    assert (asked.query_params, asked.session_state) == ({}, {})


def test_what_was_chosen_stays_and_goes_into_the_address(asked):
    language.switch("zh-Hant")
    asked.query_params.clear()  # another page
    assert language.current() == "zh-Hant"
    assert asked.query_params == {"lang": "zh-Hant"}
    asked.query_params["lang"] = "en"
    assert language.current() == "en"
    asked.query_params.clear()
    assert language.current() == "en"


@pytest.mark.parametrize("name", ["fr", "", "<b>"])
def test_one_that_there_is_not_changes_nothing(asked, name):
    language.switch(name)
    asked.query_params["lang"] = name
    assert language.current() == "en"
    assert asked.session_state == {}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_switch_offers_the_other_one(lang):
    assert {lang, language.other(lang)} == set(LANGUAGES)
