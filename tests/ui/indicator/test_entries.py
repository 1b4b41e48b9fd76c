"""What people set under an indicator, from the form to the page: kept letter by letter, with who and when, and a load."""

from __future__ import annotations

import pytest

from kpi.catalogue import StandardKind
from lang import LANGUAGES
from tests.conftest import take
from tests.ui.conftest import draw
from ui.indicator import entries, entries_actions
from ui.indicator.entries_actions import fields_of, save
from ui.shared import cached

KEY, RATE = "petitions_received", "mailbox_dissatisfied_rate"
HARM = "<img src=x onerror=alert(1)>**颱風**"
HEAD = "案件編號,收文日期,結案日期,承辦單位\n"


@pytest.fixture
def shown(house):
    take(house, "petitions", ("陳情_114年.csv", HEAD + "P1,1140303,1140310,甲組\n"))
    return lambda indicator=KEY, lang="zh-Hant": draw("indicator", lang=lang, indicator=indicator)["entries"]


def test_a_note_is_shown_as_it_was_typed(shown):
    done = save("note", KEY, {"from": "114/10/31", "to": "", "office": "甲組", "text": HARM}, "zh-Hant")
    assert (done.good, done.wrong) == (True, ())
    (note,) = shown()["notes"]
    assert (note["text"], note["office"], note["when"]) == (HARM, "甲組", "114/10/31")
    assert cached.load(cached.version(), note["load"]).source == "notes"
    assert shown(RATE)["notes"] == []


def test_a_standard_in_per_cent_is_one_and_is_in_force(shown):
    fields = {"kind": "at_most", "value": "5", "from": "114/1/1", "set_by": "首長<b>", "reason": "會議決議"}
    assert save("standard", RATE, fields, "en").good
    (standard,) = shown(RATE)["standards"]
    assert (standard["now"], standard["when"], standard["reason"]) == (True, "114/1/1 起", "會議決議")
    assert "5%" in standard["what"]
    assert "首長<b>" in standard["by"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_missing_is_told_and_nothing_is_loaded(shown, lang):
    before = cached.version()
    done = save("standard", RATE, {"kind": "at_most", "value": "", "from": "", "set_by": "", "reason": ""}, lang)
    assert not done.good
    assert done.wrong
    assert len(done.wrong) == len(set(done.wrong))
    assert cached.version() == before


def test_a_question_is_answered_and_settled_in_its_thread(shown):
    assert save("question", KEY, {"text": "為什麼？"}, "zh-Hant").good
    (thread,) = shown()["threads"]
    assert save("answer", KEY, {"thread": thread["id"], "text": "因為颱風"}, "zh-Hant").thread == thread["id"]
    assert [row["text"] for row in shown()["threads"][0]["rows"]] == ["為什麼？", "因為颱風"]
    assert save("settled", KEY, {"thread": thread["id"], "text": "好"}, "zh-Hant").good
    assert save("question", KEY, {"text": "另一個"}, "zh-Hant").good
    assert [(one["settled"], len(one["rows"])) for one in shown()["threads"]] == [(False, 1), (True, 3)]


def test_a_change_of_process_says_from_when(shown):
    assert save("rebase", KEY, {"from": "114/7/1", "until": "", "office": "", "reason": "系統更新"}, "zh-Hant").good
    (change,) = shown()["rebases"]
    assert (change["when"], change["text"], change["office"]) == ("114/7/1 起", "系統更新", "")


def test_every_kind_that_fits_has_its_own_fields_and_every_field_is_in_the_form(house):
    for key in house.catalogue.indicators:
        for kind, fields in entries._kinds(key).items():
            assert fields == list(fields_of(key, StandardKind(kind)))
            assert set(fields) <= set(entries_actions.ALL_OF_KINDS) < set(entries.FORMS["standard"])
    assert "path" in fields_of(KEY, StandardKind.at_most)  # a sum for the year has a path to it
    assert "path" not in fields_of(RATE, StandardKind.at_most)
    assert set(entries.FORMS["standard"]) == set(entries_actions.FORMS["standard"].fields)


def test_only_offices_in_force_can_be_named(shown):
    (office,) = [field for field in shown()["forms"]["note"] if field["name"] == "office"]
    assert [one["value"] for one in office["options"]] == ["", "甲組", "乙組"]
