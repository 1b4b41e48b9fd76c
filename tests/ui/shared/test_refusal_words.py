"""A refusal is a sentence wherever it is told, and what was committed is said with what could not be noted beside it."""

from __future__ import annotations

import pytest

from kpi.errors import Busy, DateError, KpiError, UndoRefused
from lang import LANGUAGES, say
from ui.shared.refusal_words import behind, saved, sentence


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_refusal_is_said_as_the_page_says_it(lang):
    assert sentence(DateError("date-unreadable", found="<b>114/13"), lang) == say(
        "up-date-unreadable", lang, found="<b>114/13"
    )
    assert sentence(Busy("warehouse-busy"), lang) == say("up-busy", lang)
    assert sentence(KpiError("dates-swapped"), lang) == say("dates-swapped", lang)


def test_the_loads_that_stand_in_the_way_are_named():
    error = UndoRefused("undo-later", loads=[7, 9], load=5)
    assert all(f"#{load}" in sentence(error, "en") for load in (7, 9))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_could_not_be_noted_is_told_behind_what_was_done(house, lang):
    assert saved("好了。", lang) == "好了。"
    assert behind("", lang) == ""
    assert "disk <full>" in behind("disk <full>", lang)
