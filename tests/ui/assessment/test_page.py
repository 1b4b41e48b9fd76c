"""The Self-assessment page as it is handed to its components: the form, who owes what, editions, and one row of it."""

from __future__ import annotations

from datetime import date

import pytest

from etl.typed_in.evidence import attach
from etl.typed_in.form_entry import sign_off, write_row
from kpi.form.placeholder import read
from lang import LANGUAGES, say
from present.form.filled import DONE, State
from tests.conftest import ACTOR, CUTOFF, NOW, TODAY, YEAR, take
from tests.samples.attached import good
from tests.ui.conftest import draw
from ui.assessment import cached_form
from ui.assessment.actions import VIEWS, edition_file, place_of
from ui.assessment.row import INSERTED, WORDS, _in_browser
from ui.shared import cached

ROW, CODE = "43", "E2.1b"  # opinions are followed up
EVIDENCE = "barrier_free_inspection"
AT = {"lang": "zh-Hant", "year": "114", "until": CUTOFF.isoformat()}
HARM = "<img src=x onerror=alert(1)>**演練**"


def text_of(lines) -> list[str]:
    return ["".join(piece if isinstance(piece, str) else piece[0] for piece in line["pieces"]) for line in lines]


# -- the form ----------------------------------------------------------------------------------------------------------


def test_every_row_of_the_form_stands_at_its_place_with_its_text(handed, form_zh):
    shown = handed("assessment", **AT)["assessment-form"]
    assert [row["place"] for row in shown["rows"]] == list(range(1, len(form_zh.rows) + 1))
    for row, model in zip(shown["rows"], form_zh.rows, strict=True):
        assert (row["standard"], row["state"], row["office"]) == (model.standard, model.state.value, model.office or "")
        assert text_of(row["lines"]) == [
            "".join(p if isinstance(p, str) else p.text for p in one.pieces) for one in model.lines
        ]
        assert {piece[1] for line in row["lines"] for piece in line["pieces"] if not isinstance(piece, str)} <= {
            "figure",
            "statement",
            "missing",
        }
    assert {state["id"] for state in shown["states"]} == set(State)


def test_progress_is_counted_from_the_rows(handed, form_zh):
    progress = handed("assessment", **AT)["assessment-head"]["progress"]
    done = sum(row.state in DONE for row in form_zh.rows)
    assert (progress["done"], progress["total"], progress["text"]) == (done, 46, f"已完成 {done}／46 列")


@pytest.mark.parametrize("view", VIEWS)
def test_the_view_that_is_open_is_the_one_that_is_on(handed, view):
    found = handed("assessment", view=view, **AT)
    assert [tab["id"] for tab in found["assessment-head"]["tabs"] if tab["on"]] == [view]
    assert f"assessment-{view}" in found


def test_the_cut_off_can_be_any_day_of_the_year(handed):
    year, until = handed("assessment", **AT)["assessment-head"]["head"]["controls"]
    assert (until["value"], until["min"], until["max"]) == ("2025-12-10", "2025-01-01", "2025-12-31")
    assert year["value"] == "114"
    assert "115" in [one["value"] for one in year["options"]]  # this year's form can be begun


# -- who owes what -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGUAGES)
def test_offices_owe_the_rows_that_are_not_done_the_most_first(handed, form_zh, lang):
    shown = handed("assessment", view="offices", **{**AT, "lang": lang})["assessment-offices"]
    owed = [len(office["rows"]) for office in shown["offices"]]
    assert owed == sorted(owed, reverse=True)
    assert sum(owed) == sum(row.state not in DONE for row in form_zh.rows)
    assert sum(office["progress"]["total"] for office in shown["offices"]) == len(form_zh.rows)
    places = [row["place"] for office in shown["offices"] for row in office["rows"]]
    assert len(places) == len(set(places))
    for office in shown["offices"]:
        head, *rows = office["reminder"].split("\n")
        assert office["name"] in head
        assert len(rows) == len(office["rows"])
        assert all(
            row["standard"] in line and row["why"] in line for row, line in zip(office["rows"], rows, strict=True)
        )


# -- one row -----------------------------------------------------------------------------------------------------------


def row(handed, place=ROW, **query):
    (shown,) = handed("assessment", row=place, **{**AT, **query}).values()
    return shown


def test_a_row_shows_its_text_with_its_figures_and_where_each_came_from(handed, form_zh):
    shown = row(handed)
    assert shown["code"] == CODE
    assert text_of(shown["preview"]["lines"]) == text_of(
        handed("assessment", **AT)["assessment-form"]["rows"][int(ROW) - 1]["lines"]
    )
    for line in shown["preview"]["lines"]:
        for piece in line["pieces"]:
            assert isinstance(piece, str) or piece[2], piece  # its source
    assert shown["preview"]["problems"] == []


def test_every_figure_that_can_be_inserted_is_a_placeholder_those_of_the_row_first(handed, catalogue):
    shown = row(handed)
    assert len(shown["figures"]) == len(catalogue.indicators) + 1  # and the list of innovations
    mine = [one["mine"] for one in shown["figures"]]
    assert mine == sorted(mine, reverse=True)
    assert any(mine)
    for one in shown["figures"]:
        assert read(one["insert"].strip("{}"), catalogue).name
    assert [one["value"] for one in shown["whats"]] == [what.value for what in INSERTED]
    assert len({one["text"] for one in row(handed, lang="en")["whats"]}) == len(INSERTED)


def test_the_way_to_the_rows_before_and_after_ends_at_the_ends(handed):
    ways = [(row(handed, place)["nav"]["previous"], row(handed, place)["nav"]["next"]) for place in ("1", ROW, "46")]
    assert ways == [(None, 2), (42, 44), (45, None)]
    for beyond in ("0", "47", "<b>"):
        assert "assessment-form" in handed("assessment", row=beyond, **AT)


def test_what_is_missing_is_said_in_words(handed):
    shown = row(handed, "44")  # the demonstration has no evidence for it
    assert shown["state"]["id"] == "evidence_missing"
    assert text_of(shown["preview"]["lines"]) == ["［缺佐證］"]
    assert shown["preview"]["problems"] == ["定期演練及檢討處理機制：尚未提供佐證。"]
    assert shown["evidence"]["rows"] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_word_of_the_editor_is_there(handed, lang):
    words = row(handed, lang=lang)["words"]
    assert set(WORDS) < set(words)
    assert all(words.values())


@pytest.mark.parametrize(
    ("text", "place", "there"), [("收辦 5 件", 3, 3), ("𠮷家 5 件", 3, 4), ("😀😀5", 2, 4), ("", 0, 0)]
)
def test_places_are_counted_as_browsers_do(text, place, there):
    """A browser counts a rare character or an emoji as two."""
    assert _in_browser(text, place) == there


# -- what was written, evidence, editions ------------------------------------------------------------------------------


def written(house, text: str):
    return write_row(house, YEAR, CODE, "zh-Hant", text, None, text, CUTOFF, ACTOR, NOW, 0)


def test_a_text_that_was_saved_is_shown_as_it_was_typed_with_who_and_when(demo_house):
    done = written(demo_house, f"{HARM}：收辦 {{首長信箱收辦件數}}。")
    (shown,) = draw("assessment", row=ROW, **AT).values()
    assert shown["editor"]["text"] == f"{HARM}：收辦 {{首長信箱收辦件數}}。"
    assert shown["editor"]["current"] == shown["editor"]["basis"] == str(cached.version().of(done.load))
    assert (shown["editor"]["dirty"], shown["state"]["by"]) == (
        False,
        say("row-written", "zh-Hant", who="tester", at="今日 16:00"),
    )
    (line,) = shown["preview"]["lines"]
    assert line["pieces"][0] == f"{HARM}：收辦 "
    assert line["pieces"][1][0] == "825 件"  # up to 10 December


def test_evidence_is_shown_with_its_files_and_its_state_on_the_cut_off(house):
    head = "參考標準,佐證說明,資料日期,有效迄日,等級,連結,組室,複查日期,沿用待確認\n"
    take(house, "petitions", ("陳情_114年.csv", "案件編號,收文日期,結案日期,承辦單位\nP1,1140303,,甲組\n"))
    take(
        house,
        "evidence",
        ("佐證.csv", f"{head}{EVIDENCE},{HARM},114/03/12,,甲,https://example.gov.tw/1,甲組,114/11/30,\n"),
    )
    attach(house, EVIDENCE, date(2025, 3, 12), "報告.pdf", good()[".pdf"], ACTOR, NOW)
    place = str(place_of(house.catalogue.indicators[EVIDENCE].framework))

    def shown(until: str) -> dict:
        ((_, found),) = draw("assessment", row=place, **{**AT, "until": until}).items()
        return found["evidence"]

    (statement,) = shown("2025-12-10")["rows"]
    assert (statement["statement"], statement["from"], statement["span"]) == (HARM, "2025-03-12", "114/3/12–12/31")
    assert (statement["level"], statement["office"], statement["link"]) == ("甲", "甲組", "https://example.gov.tw/1")
    (file,) = statement["files"]
    assert file["name"] == "報告.pdf"
    assert cached.warehouse().copy(file["kept"])
    states = {
        until: [one["state"] for one in shown(until)["rows"]] for until in ("2025-03-11", "2025-03-12", "2025-12-31")
    }
    assert states == {"2025-03-11": ["later"], "2025-03-12": ["valid"], "2025-12-31": ["valid"]}


def test_a_signed_edition_is_listed_and_what_moved_since_stands_beside_it(demo_house):
    version = cached.version()
    file = edition_file(version, YEAR, CUTOFF)
    sign_off(demo_house, YEAR, 1, CUTOFF, "王<b>科長", file, ACTOR, NOW, TODAY, "zh-Hant")
    (edition,) = draw("assessment", view="editions", **AT)["assessment-editions"]["editions"]
    assert (edition["number"], edition["open"]) == (1, False)
    assert "王<b>科長" in edition["by"]
    opened = draw("assessment", view="editions", edition="1", **AT)["assessment-editions"]
    assert (opened["editions"][0]["open"], opened["opened"]["rows"]) == (True, [])
    written(demo_house, "現在這樣寫。")
    (moved,) = draw("assessment", view="editions", edition="1", **AT)["assessment-editions"]["opened"]["rows"]
    assert moved["place"] == place_of(CODE) == int(ROW)
    assert "現在這樣寫" in "".join(piece[0] for piece in moved["after"])
    assert cached_form.records(cached.version()).signed(YEAR)


# -- two years ---------------------------------------------------------------------------------------------------------


def test_two_years_are_held_against_each_other_on_the_same_day(handed):
    shown = handed("assessment", view="compare", **AT)["assessment-compare"]
    assert (shown["with"], [one["value"] for one in shown["years"]]) == ("113", ["113", "112", "111"])
    assert shown["heads"][1:] == ["113 年（113/12/10）", "114 年（114/12/10）"]
    for pair in shown["rows"]:
        assert all(piece[1] in ("same", "gone") for piece in pair["before"])
        assert all(piece[1] in ("same", "new") for piece in pair["after"])
        assert pair["said"]
    other = handed("assessment", view="compare", **AT, **{"with": "112"})["assessment-compare"]
    assert other["with"] == "112"
