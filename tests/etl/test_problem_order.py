"""Problems are listed as somebody goes through the file: the whole of it first, then sheet by sheet and row by row."""

from __future__ import annotations

import json
import random

from etl.commands.plan_report import load_json
from etl.problem_order import in_order, place_of
from kpi.errors import Problem
from tests.conftest import check
from tests.samples import books
from tests.samples.books import HEADERS


def test_whatever_rule_found_them_problems_stand_in_the_order_of_rows(warehouse):
    october = [
        ["114年9月陳情統計表"], HEADERS, ["P1", "1141003", "1141002", "丁組", "興革"], ["P2", "", "", "甲組", "興革"],
        ["P1", "1141305", "", "乙組", "檢舉"], ["合計", "", "", "", "9"],
    ]  # fmt: skip
    november = [HEADERS, ["P3", "1141103", "", "戊組", "興革"], ["P4", "x", "", "甲組", "興革"]]
    plan = check(
        warehouse, "petitions", ("陳情_114年.xlsx", books.xlsx(("10月", october), ("11月", november))), seen=False
    )
    problems = plan.files[0].problems
    assert len({problem.key for problem in problems if problem.cell}) > 4
    sheets = [None, "10月", "11月"]
    places = [(sheets.index(one.sheet), *(place_of(one.cell) if one.cell else (-1, -1))) for one in problems]
    assert places == sorted(places)
    printed = json.loads(json.dumps(load_json(plan, 1, "zh-Hant")))["files"][0]["problems"]
    assert [(one["sheet"], one["cell"]) for one in printed] == [(one.sheet, one.cell) for one in problems]


def test_the_order_is_that_of_the_sheets_and_not_of_their_names():
    there = [("乙", "AA2"), ("乙", "B10"), ("甲", None), ("甲", "B2"), ("甲", "AA2"), ("甲", "A10")]
    problems = [Problem("error", "x", {}, sheet=sheet, cell=cell) for sheet, cell in [(None, None), *there]]
    mixed = random.Random(1).sample(problems, len(problems))
    wanted = [(None, None), ("乙", "AA2"), ("乙", "B10"), *there[2:]]
    assert [(one.sheet, one.cell) for one in in_order(mixed, ["乙", "甲"])] == wanted
