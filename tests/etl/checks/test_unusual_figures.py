"""A figure that is far from what came before it: said of a file, asked about where it is typed, the answer kept."""

from __future__ import annotations

from datetime import date

import pytest

from etl import intake
from etl.typed_in.enter import TypedRows, enter
from kpi.errors import AnswerNeeded, LoadRefused
from lang.problem import words
from tests.conftest import ACTOR, NOW, check, take

HEAD = "指標,起日,迄日,數值,分子,分母\n"
KEY, OTHER = "competitiveness_consultations", "competitiveness_visits"
USUAL = [100, 110, 105, 95, 100, 108, 102, 97, 104, 99, 103]


def month(number, value, key=KEY):
    last = {2: 28, 4: 30, 6: 30, 9: 30, 11: 30}.get(number, 31)
    return {"indicator": key, "from": f"114/{number}/1", "to": f"114/{number}/{last}", "value": str(value)}


def line(row):
    return f"{row['indicator']},{row['from']},{row['to']},{row['value']},,\n"


@pytest.fixture
def told(warehouse):
    """January to November of a figure that moves little."""
    rows = "".join(line(month(n, value)) for n, value in enumerate(USUAL, start=1)) + line(month(11, 40, OTHER))
    take(warehouse, "figures", ("人工統計.csv", HEAD + rows))
    return warehouse


def test_a_file_with_a_digit_too_many_is_told_so_at_its_cell(told):
    plan = check(told, "figures", ("人工統計.csv", HEAD + line(month(12, 1010))))
    found = [problem for problem in plan.files[0].problems if problem.key.startswith("figure-far")]
    assert [(one.severity, one.key, one.cell) for one in found] == [("warning", "figure-far-limits", "D2")]
    assert not plan.refused


def test_what_is_typed_is_asked_once_and_the_answer_is_kept_with_the_load(told):
    version = told.version()
    with pytest.raises(AnswerNeeded):
        enter(told, TypedRows("figures", [month(12, 1010)]), ACTOR, NOW)
    assert told.version() == version
    enter(told, TypedRows("figures", [month(12, 1010)], "十二月", sure={0}), ACTOR, NOW)
    message = told.loads(limit=1)[0].message
    assert message.startswith("十二月")
    assert "已確認沒有打錯" in message
    assert "1,010 件" in message


def test_the_answer_for_one_row_is_none_for_another(told):
    rows = [month(12, 1010), month(12, 400, OTHER)]
    with pytest.raises(AnswerNeeded) as waiting:
        enter(told, TypedRows("figures", rows, sure={0}), ACTOR, NOW)
    cells = [one.cell for one in waiting.value.report.files[0].problems if one.key.startswith("figure-far")]
    assert cells == ["E2", "E3"]


@pytest.mark.parametrize(("day", "zh", "en"), [
    ("114/11/30", "與上月（40 種）", "last month (40 "),
    ("114/6/30", "與最近一次的數字（114/6/30：40 種）", "the latest figure (30 Jun 2025: 40 "),
])  # fmt: skip
def test_the_question_names_the_day_of_a_stock_that_was_not_told_last_month(warehouse, day, zh, en):
    stock = {"indicator": "website_category_browsing", "from": "", "to": day, "value": "40"}
    take(warehouse, "figures", ("人工統計.csv", HEAD + line(stock)))
    plan = check(warehouse, "figures", ("人工統計.csv", HEAD + line(stock | {"to": "114/12/31", "value": "400"})))
    (asked,) = [problem for problem in plan.files[0].problems if problem.key.startswith("figure-far")]
    assert zh in words(asked, "zh-Hant")[0]
    assert en in words(asked, "en")[0]


def test_what_is_wrong_is_refused_before_anything_is_asked(told):
    with pytest.raises(LoadRefused):
        enter(told, TypedRows("figures", [month(12, 1010), month(13, 5)], sure={0, 1}), ACTOR, NOW)


def test_usual_figures_ask_nothing_and_say_nothing_more(told):
    enter(told, TypedRows("figures", [month(12, 104)], "照常"), ACTOR, NOW)
    assert told.loads(limit=1)[0].message == "照常"


def test_what_is_typed_is_loaded_without_a_preview(told, monkeypatch):
    def seen(*args):
        raise AssertionError("a preview was worked out")

    monkeypatch.setattr(intake, "preview", seen)
    done = enter(told, TypedRows("figures", [month(12, 104)]), ACTOR, NOW)
    assert done.counts[0].added == 1
    assert max(row.end for row in told.figures()) == date(2025, 12, 31)
