"""A check as the page takes it: nothing is written, whatever is found; a commit reads once more and says what it did."""

from __future__ import annotations

import io
from datetime import date
from types import SimpleNamespace

import openpyxl
import pytest

from lang import LANGUAGES, say
from ui.shared import cached
from ui.shared.messages import read
from ui.upload import check, check_words, likely_source
from ui.upload.check import Asked, marked

HEAD = "案件編號,收文日期,結案日期,承辦單位\n"
GOOD = "P1,1141103,1141110,甲組\nP2,1141104,,乙組\n"
STATED = {"from": "114/11/1", "to": "114/11/30"}


def file(rows: str, name: str = "陳情_11411.csv", head: str = HEAD) -> SimpleNamespace:
    content = (head + rows).encode()
    return SimpleNamespace(name=name, file_id=name, size=len(content), getvalue=lambda: content)


def asked(source: str | None = "petitions", **options: str) -> Asked:
    return Asked(source, options, replaces=False)


def told(share, key):
    pass


def test_what_is_right_would_be_loaded_and_nothing_is(house):
    before = cached.version()
    found = check.check(asked(), [file(GOOD)], "zh-Hant", None)
    assert (found.refused, found.errors, found.trouble) == (False, 0, "")
    shown = check_words.plan(found, found.source, "zh-Hant")
    assert shown["total"] == ["2", "0", "0", "0"]  # added, changed, removed, unchanged
    assert shown["problems"] == []
    (one,) = shown["files"]
    assert (one["rows"], one["period"], one["counts"]) == ("2", "114/11/1–11/30", shown["total"])
    assert {(column["ours"], column["same"]) for column in one["columns"]} >= {("案件編號", True), ("收文日期", True)}
    assert cached.version() == before


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_wrong_is_named_at_its_cell_as_it_stands_there(house, lang):
    found = check.check(asked(), [file(GOOD + "P3,114/13/45,,<b>無名組\n")], lang, None)
    shown = check_words.plan(found, found.source, lang)
    assert found.refused
    cells = {one["cell"]: one for one in shown["problems"] if one["severity"] == "error"}
    assert set(cells) == {"B4", "D4"}
    assert (cells["B4"]["found"], cells["D4"]["found"]) == ("114/13/45", "<b>無名組")
    assert all(one["text"] and one["expected"] and one["word"] for one in cells.values())
    assert shown["kinds"]["error"] == len(cells)
    assert shown["files"][0]["counts"] == ["—"] * 4
    assert shown["markable"] == ["陳情_11411.csv"]


def test_the_problem_workbook_is_that_of_the_file_that_was_asked_for(house):
    wrong = [file("P3,114/13/45,,甲組\n"), file("P4,114/13/46,,甲組\n", "陳情_11412.csv")]
    book = openpyxl.load_workbook(io.BytesIO(marked(asked(), wrong, "陳情_11412.csv", "en")))
    cells = {str(cell.value) for sheet in book for row in sheet for cell in row}
    assert "P4" in cells
    assert "P3" not in cells


def test_errors_stand_before_what_is_only_noted(house):
    """The note is about the whole file, and would come first."""
    found = check.check(asked(), [file("P3,114/13/45,,甲組,x\n", head=HEAD.replace("\n", ",心情\n"))], "zh-Hant", None)
    shown = check_words.plan(found, found.source, "zh-Hant")
    assert [(one["severity"], one["cell"]) for one in shown["problems"]] == [("error", "B2"), ("note", "")]
    assert shown["kinds"] == {"error": 1, "warning": 0, "note": 1}


def test_old_and_new_values_stand_side_by_side(house):
    done = check.commit(asked(), [file(GOOD)], "", "zh-Hant", told)
    assert done.trouble == ""
    found = check.check(asked(), [file("P1,1141103,1141112,甲組\n")], "zh-Hant", None)
    shown = check_words.plan(found, found.source, "zh-Hant")
    assert shown["total"][:3] == ["0", "1", "0"]
    (cell,) = [one for one in shown["cells"] if one["column"] == "結案日期"]
    assert (cell["key"], cell["old"], cell["new"]) == ("P1", "114/11/10", "114/11/12")


@pytest.mark.parametrize(
    ("options", "key"),
    [({"from": "114/11/1"}, "up-both-days"), ({"from": "114/11/30", "to": "114/11/1"}, "dates-swapped")],
)
def test_days_that_cannot_be_are_told(house, options, key):
    for lang in LANGUAGES:
        found = check.check(asked(**options), [file(GOOD, "陳情.csv")], lang, None)
        assert (found.trouble, found.refused) == (say(key, lang), True)
        assert check_words.plan(found, found.source, lang)["verdict"] == found.trouble


def test_days_that_are_no_days_are_told_as_they_were_typed(house):
    found = check.check(asked(**STATED | {"to": "<b>"}), [file(GOOD, "陳情.csv")], "en", None)
    assert found.trouble == say("up-date-unreadable", "en", found="<b>")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_commit_says_what_it_did_and_leads_to_its_month(house, lang):
    done = check.commit(asked(), [file(GOOD)], "說明", lang, told)
    assert (done.load, done.version, done.newest) == (
        house.loads(limit=1)[0].load,
        cached.version().number,
        date(2025, 11, 1),
    )
    said = check_words.said(done, lang)
    assert (said["good"], said["load"]) == (True, done.load)
    assert said["see"]["to"] == {"page": "overview", "year": "114", "month": "11"}
    assert house.loads(limit=1)[0].message == "說明"
    again = check_words.said(check.commit(asked(), [file(GOOD)], "", lang, told), lang)
    assert again["good"]
    assert "load" not in again
    assert again["title"] == say("up-done-same", lang)


def test_a_commit_of_what_is_wrong_loads_nothing(house):
    before = house.newest()
    done = check.commit(asked(), [file("P3,114/13/45,,甲組\n")], "", "en", told)
    assert done.trouble
    assert (done.load, house.newest()) == (None, before)
    assert check_words.said(done, "en")["good"] is False


def test_nothing_is_checked_until_somebody_says_what_it_is(house):
    assert check.check(asked(None), [file(GOOD)], "en", None).source is None


def test_where_no_month_was_brought_there_is_no_link():
    assert check_words.to_month(None, "en") is None


# -- what files seem to be ---------------------------------------------------------------------------------------------


@pytest.fixture
def seems(house, monkeypatch):
    """What is said of files of which nobody said what they are; ``chosen``: or of which somebody did."""

    def say_of(files, lang="zh-Hant", chosen=None):
        seen, _ = check.look(files, None)
        monkeypatch.setattr(likely_source.actions, "chosen", lambda: chosen)
        monkeypatch.setattr(likely_source.actions, "likely", lambda: seen)
        sources = {one.source for one in seen if one.among}
        source = chosen or (sources.pop() if len(sources) == 1 else None)
        return likely_source.shown(files, check.check(Asked(source, {}, False), files, lang, None), lang)

    return say_of


LETTERS = file("M1,1141103,甲組,1141110\n", "信箱_11411.csv", "郵件編號,收信日期,承辦單位,回覆日期\n")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_files_of_one_source_say_which(seems, catalogue, lang):
    shown = seems([file(GOOD)], lang)
    assert catalogue.sources["petitions"].name.get(lang) in shown["text"]
    assert {one["value"] for one in shown["answers"]} <= set(catalogue.sources) - {"petitions"}


def test_of_files_of_two_sources_each_kind_can_be_kept_alone(seems):
    shown = seems([file(GOOD), LETTERS])
    heard = [read("choose", {"key": one["key"], "value": one["value"], **one["more"]}, "") for one in shown["answers"]]
    assert [(one.key, one.names) for one in heard] == [("remove", {"信箱_11411.csv"}), ("remove", {"陳情_11411.csv"})]


def test_a_file_of_another_source_than_the_chosen_one_offers_its_own(seems):
    shown = seems([LETTERS], chosen="petitions")
    assert [(one["key"], one["value"]) for one in shown["answers"]] == [("source", "mailbox")]
    assert seems([file(GOOD)], chosen="petitions") is None


def test_a_file_that_is_like_nothing_asks(seems):
    shown = seems([file("1,2\n", "x.csv", "甲,乙\n")])
    assert (shown["text"], shown["answers"]) == (say("up-seems-nothing", "zh-Hant"), [])
