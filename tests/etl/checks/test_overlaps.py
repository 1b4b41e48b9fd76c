"""What cannot stand together: hand counts that overlap, and one case with two contents."""

from __future__ import annotations

import pytest

from tests.conftest import check, take

HEAD = "指標,組室,起日,迄日,數值\n"
KEY = "線上申辦客服電話"
CASES = "案件編號,收文日期,結案日期,承辦單位\n"


def keys(plan):
    return [problem.key for report in plan.files for problem in report.problems if problem.severity == "error"]


@pytest.mark.parametrize(
    "rows",
    [
        f"{KEY},,114/01/01,114/11/30,1612\n{KEY},,114/11/01,114/11/30,150\n",  # both end on one day
        f"{KEY},,114/01/01,114/03/31,300\n{KEY},,114/03/01,114/04/30,150\n",
    ],
)
def test_hand_counts_that_overlap_in_a_file_are_refused(warehouse, rows):
    assert keys(check(warehouse, "figures", ("人工.csv", HEAD + rows))) == ["periods-overlap"]


@pytest.mark.parametrize(
    ("row", "key"),
    [
        (f"{KEY},,114/02/01,114/02/28,100\n", "periods-overlap"),
        (f"{KEY},甲組,114/03/01,114/03/31,50\n", "agency-beside-offices"),
        (f"{KEY},,114/01/01,114/03/31,310\n", None),  # the same key is a correction
        (f"{KEY},,114/04/01,114/04/30,90\n", None),
    ],
)
def test_hand_counts_are_held_against_those_that_are_there_and_against_other_files(warehouse, row, key):
    quarter = ("第一季.csv", HEAD + f"{KEY},,114/01/01,114/03/31,300\n")
    both = keys(check(warehouse, "figures", quarter, ("另一份.csv", HEAD + row)))
    take(warehouse, "figures", quarter)
    assert keys(check(warehouse, "figures", ("另一份.csv", HEAD + row))) == ([key] if key else [])
    assert both == ([key] if key else ["key-in-two-files"] if "310" in row else [])


def test_one_case_with_two_contents_in_files_of_one_period_is_refused(warehouse):
    files = [(f"陳情_11411{n}.csv", CASES + f"P1,1141103,114110{n + 5},甲組\n") for n in (0, 1)]
    stated = {"period": check(warehouse, "petitions", ("陳情_11411.csv", CASES + "P9,1141103,,甲組\n")).files[0].period}
    plan = check(warehouse, "petitions", *files, **stated)
    assert keys(plan) == ["key-in-two-files"]
    assert plan.files[1].problems[0].cell == "A2"
    follow = [("陳情_11410.csv", CASES + "P1,1141003,,甲組\n"), ("陳情_11411.csv", CASES + "P1,1141003,1141105,甲組\n")]
    assert keys(check(warehouse, "petitions", *follow)) == []
