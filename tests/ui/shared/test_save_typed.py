"""What is typed becomes a load, or comes back with the cells that are wrong, each with its row."""

from __future__ import annotations

from calendar import monthrange

import pytest

from etl.typed_in.enter import TypedRows
from lang import LANGUAGES, say
from ui.shared import cached
from ui.shared.save_typed import save, wrong_cells

KEY, MONTHLY = "helpdesk_calls", "competitiveness_consultations"


def month(number: int, value: int) -> dict[str, str]:
    last = monthrange(2025, number)[1]
    return {"indicator": MONTHLY, "from": f"114/{number}/1", "to": f"114/{number}/{last}", "value": str(value)}


def row(value: str, key: str = KEY) -> dict[str, str]:
    return {"indicator": key, "from": "114/11/1", "to": "114/11/30", "value": value}


def test_what_is_right_is_loaded_each_text_on_one_line(house):
    before = cached.version().number
    done = save(TypedRows("figures", [row("12\n")], " 為什麼 ", "人工統計_11411"), "zh-Hant")
    assert (done.trouble, done.plan, done.asked) == ("", None, False)
    assert cached.version().number == done.done.version > before
    load = cached.load(cached.version(), done.done.load)
    assert (load.message, [file.name for file in load.files], load.added) == ("為什麼", ["人工統計_11411.xlsx"], 1)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_wrong_is_told_at_its_row_and_nothing_is_loaded(house, lang):
    before = cached.version()
    found = save(TypedRows("figures", [row("12"), row("十<二>", "phone_calls_nobody_knows")]), lang)
    assert found.done is None
    wrong = wrong_cells(found.plan, lang)
    assert {place for place, _ in wrong} == {1}
    assert any("十<二>" in text for _, text in wrong)
    assert any(say("up-expected", lang) in text for _, text in wrong)
    assert cached.version() == before


def test_a_figure_far_from_what_came_before_waits_for_an_answer(house):
    usual = [100, 110, 105, 95, 100, 108, 102, 97, 104, 99]
    told = [month(n, value) for n, value in enumerate(usual, start=1)]
    assert save(TypedRows("figures", told), "en").done
    found = save(TypedRows("figures", [month(11, 1010)]), "en")
    assert (found.asked, found.done) == (True, None)
    assert [place for place, _ in wrong_cells(found.plan, "en")] == [0]
    assert save(TypedRows("figures", [month(11, 1010)], sure={0}), "en").done
