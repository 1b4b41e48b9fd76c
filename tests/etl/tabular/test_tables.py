"""Messy tables: each sample loads right, or is refused with the right cell and reason."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

import pytest

from etl.checks import history_outliers
from etl.intake import load
from etl.tabular.typed_table import Frame
from kpi.dates.periods import Period
from lang import say
from tests.conftest import ACTOR, NOW, check, sql, take
from tests.samples import SAMPLES, beside, formats, hostile, layouts, marked, messy
from warehouse import Warehouse

NAMES = [name for name, one in SAMPLES.items() if one.make.__module__ in (messy.__name__, layouts.__name__)]
HEAD = "案件編號,收文日期,結案日期,承辦單位,案件類別\n"


def test_there_are_many_samples():
    assert len(SAMPLES) >= 60
    assert {one.make.__module__ for one in SAMPLES.values()} == {
        m.__name__ for m in (beside, formats, hostile, layouts, marked, messy)
    }


@pytest.fixture(scope="module")
def shared(lists_home, catalogue):
    return Warehouse(lists_home, catalogue)


@pytest.mark.parametrize("name", NAMES)
def test_messy_tables_load_right_or_say_why_not(shared, name):
    one = SAMPLES[name]
    plan = check(shared, "petitions", (one.file, one.make()), seen=False)
    problems = plan.files[0].problems
    for problem in problems:
        assert say(problem.key, "en", **problem.params)
        assert "王小明" not in f"{problem.found}{problem.params}"
    if one.key:
        assert one.key in {problem.key for problem in problems}
    if one.cell:
        assert (one.key, one.cell) in {(problem.key, problem.cell) for problem in problems}
    wrong = [problem for problem in problems if problem.severity == "error"]
    if one.rows is None:
        assert plan.refused
        return
    assert not wrong
    table = plan.incoming.table
    assert table.num_rows == one.rows
    assert set(table["office"].to_pylist()) <= {"甲組", "乙組"}
    assert all(date(2025, 10, 3) <= day <= date(2025, 11, 30) for day in table["received"].to_pylist())


def test_every_spelling_of_a_day_is_the_same_day(shared):
    one = SAMPLES["every_spelling_of_a_day"]
    plan = check(shared, "petitions", (one.file, one.make()), seen=False)
    assert set(plan.incoming.table["received"].to_pylist()) == {date(2025, 11, 3)}


def test_monthly_sheets_keep_their_sheet_and_row(warehouse):
    one = SAMPLES["monthly_sheets"]
    take(warehouse, "petitions", (one.file, one.make()))
    rows = sql(warehouse, 'SELECT case_no, sheet, "row" FROM facts_petitions ORDER BY case_no')
    assert rows == [("P0", "10月", 2), ("P1", "11月", 2), ("P2", "11月", 3)]


def test_a_total_says_both_figures(shared):
    one = SAMPLES["subtotal_that_does_not_add_up"]
    problem = next(
        p
        for p in check(shared, "petitions", (one.file, one.make()), seen=False).files[0].problems
        if p.key == "total-differs"
    )
    assert (problem.params["found"], problem.params["sum"], problem.severity) == ("3", "1", "warning")


def test_a_guess_waits_for_an_answer_and_is_remembered(warehouse):
    one = SAMPLES["header_with_a_slip"]
    plan = check(warehouse, "petitions", (one.file, one.make()))
    assert plan.refused
    assert [(guess.header, guess.column, guess.cell) for guess in plan.files[0].guesses] == [
        ("收文日其", "received", "B1")
    ]
    plan = check(warehouse, "petitions", (one.file, one.make()), confirmed={"收文日其": "received"})
    load(warehouse, plan, ACTOR, "", NOW)
    assert warehouse.spellings("petitions") == {"收文日其": "received"}
    assert not check(warehouse, "petitions", (one.file, one.make())).refused


def test_doubtful_characters_wait_for_an_answer_and_those_of_persons_are_not_asked_about(warehouse):
    one = SAMPLES["characters_that_only_hong_kongs_set_can_read"]
    problems = check(warehouse, "petitions", (one.file, one.make())).files[0].problems
    assert [(problem.found, problem.cell) for problem in problems if problem.severity == "error"] == [("堃", "F2")]
    plan = check(warehouse, "petitions", (one.file, one.make()), characters=True)
    load(warehouse, plan, ACTOR, "", NOW)
    assert sql(warehouse, "SELECT category, office FROM facts_petitions") == [("堃", "甲組")]


def far(counted: dict[int, int], spans: list[Period]) -> bool:
    """Is a file of one row in 114/12 told to be far, after these months (month -> rows) of which these spans are covered?"""
    months = {date(2025, month, 1): count for month, count in counted.items()}
    frame = Frame("a.csv", [SimpleNamespace(sheet="")], None, {}, [], [])
    history_outliers._far(frame, date(2025, 12, 1), 1, history_outliers.History(months, spans, set()))
    return bool(frame.problems)


def test_what_is_usual_is_seen_in_whole_months_that_stand_side_by_side():
    year = Period(date(2025, 1, 1), date(2025, 11, 30))
    steady = dict.fromkeys(range(1, 12), 10)
    assert far(steady, [year])
    assert not far(steady, [Period(date(2025, 7, 1), date(2025, 11, 30))])  # five months are no history
    assert not far(dict.fromkeys(range(1, 12, 2), 20), [year])  # a month without a row has none: it goes up and down
    few = Period(date(2025, 1, 1), date(2025, 1, 3))
    assert far(
        {1: 200} | dict.fromkeys(range(5, 12), 10), [few, Period(date(2025, 5, 1), date(2025, 11, 30))]
    )  # but not of it


def test_a_month_far_from_its_history_and_a_missing_month_are_warned_of(warehouse):
    for month in range(1, 9):
        rows = "".join(
            f"P{month}-{i},114{month:02d}{i + 1:02d},,甲組,{'興革檢舉查詢'[i % 3 * 2 :][:2]}\n"
            for i in range(9 + month % 2)
        )
        take(warehouse, "petitions", (f"陳情_114{month:02d}.csv", HEAD + rows))
    text = HEAD + "P1,1141001,,甲組,興單\n"
    problems = {
        problem.key: problem for problem in check(warehouse, "petitions", ("陳情_11410.csv", text)).files[0].problems
    }
    assert problems["month-far"].params["count"] == 1
    assert problems["month-gap"].params["months"] == "114/9"
    assert (problems["category-new"].severity, problems["category-new"].cell) == ("warning", "E2")
    usual = HEAD + "".join(f"P9-{i},11409{i + 1:02d},,甲組,興革\n" for i in range(10))
    keys = {problem.key for problem in check(warehouse, "petitions", ("陳情_11409.csv", usual)).files[0].problems}
    assert not keys & {"month-far", "month-gap", "category-new"}
