"""Questions as pieces: together they are the sentence, and what is a link is an office or a category that there is."""

from __future__ import annotations

import pytest

from kpi.dates.periods import year_of
from kpi.sentence import Named
from lang import LANGUAGES, say
from ui.indicator import suggested_questions
from ui.indicator.suggested_questions import pieces
from warehouse import Version


def test_a_sentence_is_cut_at_what_it_names_and_stays_whole():
    names = [Named("乙<b>組", "offices", "乙<b>組"), Named("甲組", "offices", "甲組"), Named("丙組", "offices", "丙組")]
    found = pieces("逾限的 9 件中，甲組占 5 件，乙<b>組占 4 件。", names)
    assert (
        "".join(one if isinstance(one, str) else one["name"] for one in found)
        == "逾限的 9 件中，甲組占 5 件，乙<b>組占 4 件。"
    )
    assert [one["key"] for one in found if not isinstance(one, str)] == ["甲組", "乙<b>組"]  # 丙組 is not in it


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_a_link_stands_in_the_list_below(handed, catalogue, lang):
    asked = [row["id"] for row in handed("overview", lang="zh-Hant")["overview"]["first"]]
    links = 0
    for indicator in asked:
        found = handed("indicator", lang=lang, indicator=indicator)
        parts = {
            (dots["kind"], row["key"]): place
            for dots in found["behind"]["dots"]
            for place, row in enumerate(dots["rows"])
        }
        for ask in found["indicator"]["asks"]:
            assert ask
            for one in ask:
                if not isinstance(one, str):
                    links += 1
                    assert parts[one["kind"], one["key"]] < 12  # among those that are seen at once
    assert links


@pytest.mark.parametrize("lang", LANGUAGES)
def test_where_there_is_nothing_to_ask_that_is_said(monkeypatch, lang):
    monkeypatch.setattr(suggested_questions, "asked", lambda *given: [])
    found = suggested_questions.shown(Version("asks", 1), "petitions_received", year_of(2025), None, lang)
    assert found == [[say("ui-ask-nothing", lang)]]
