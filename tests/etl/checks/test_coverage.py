"""What a file covers: from its name and titles, and where these contradict each other."""

from __future__ import annotations

from datetime import date

import pytest

from kpi.dates.periods import Period, period_in_name
from tests.conftest import check
from tests.samples import books
from tests.samples.books import HEADERS, ROWS

NOVEMBER, YEAR = Period(date(2025, 11, 1), date(2025, 11, 30)), Period(date(2025, 1, 1), date(2025, 12, 31))
TO_NOVEMBER = Period(date(2025, 1, 1), date(2025, 11, 30))


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("信箱匯出_11411", NOVEMBER), ("114年11月人民陳情統計表", NOVEMBER), ("114年度11月份", NOVEMBER), ("114年度", YEAR),
        ("114年第1季", Period(date(2025, 1, 1), date(2025, 3, 31))), ("114年第四季", Period(date(2025, 10, 1), date(2025, 12, 31))),
        ("114年上半年", Period(date(2025, 1, 1), date(2025, 6, 30))), ("114年下半年", Period(date(2025, 7, 1), date(2025, 12, 31))),
        ("114年1-11月", TO_NOVEMBER), ("114年1月至11月", TO_NOVEMBER), ("11401~11411", TO_NOVEMBER),
        ("資料期間：114年1月1日至114年11月30日", TO_NOVEMBER), ("114/01/01-114/11/30", TO_NOVEMBER),
        ("113年12月至114年2月", Period(date(2024, 12, 1), date(2025, 2, 28))), ("114年11月30日至114年1月1日", None), ("1101-12", None),
    ],
)  # fmt: skip
def test_periods_as_they_are_stated(text, period):
    assert period_in_name(text) == period


def covered(warehouse, name, rows, source="petitions"):
    return check(warehouse, source, (name, books.xlsx(("陳情", rows))), seen=False).files[0]


@pytest.mark.parametrize(
    "titles",
    [
        [["114年11月人民陳情統計表"]],
        [["114年11月人民陳情統計表"], ["單位：件"]],
        [["經濟部產業發展署114年度人民陳情統計表"], ["資料期間：114年11月1日至114年11月30日"], ["單位：件"]],
    ],
)
def test_titles_above_the_headers_state_the_period(warehouse, titles):
    assert covered(warehouse, "a.xlsx", [*titles, *ROWS]).period == NOVEMBER
    headers_only = covered(warehouse, "a.xlsx", [*titles, HEADERS])
    assert (headers_only.period, headers_only.refused) == (NOVEMBER, False)


def test_name_and_title_that_contradict_each_other_are_asked_about(warehouse):
    report = covered(warehouse, "a_11410.xlsx", [["資料期間：114年11月1日至114年11月30日"], *ROWS])
    assert [problem.key for problem in report.problems] == ["period-ambiguous"]


def test_a_month_that_lacks_a_column_is_read_with_the_others(warehouse):
    sheets = [(f"{n}月", [HEADERS, [f"P{n}", f"114{n:02d}03", "", "甲組", "興革"]]) for n in range(1, 13)]
    sheets[2] = ("3月", [HEADERS[:-1], ["P3", "1140303", "", "甲組"]])
    plan = check(warehouse, "petitions", ("114年度.xlsx", books.xlsx(*sheets)), seen=False)
    assert plan.incoming.table.num_rows == 12


def test_supplements_that_repeat_stop_the_clock_each_time(warehouse):
    head = [
        "案件編號",
        "申辦項目",
        "承辦組室",
        "申請方式",
        "收件日期",
        *["補正通知日", "補正完成日"] * 3,
        "辦結日期",
        "案件狀態",
    ]
    days = ["1141103", "1141104", "1141105", "1141106", "1141107", "1141110", "1141112", "1141114"]
    book = books.xlsx(("申辦", [head, ["A1", "退稅", "甲組", "線上", *days, "核准"]]))
    table = check(warehouse, "applications", ("a_11411.xlsx", book), seen=False).incoming.table
    assert table["case_days"].to_pylist() == [9 - 1 - 1 - 2]  # working days 3 to 14 November, less those of three waits


def test_a_month_missing_before_what_is_there_is_warned_of(warehouse):
    from tests.conftest import take

    text = "案件編號,收文日期,結案日期,承辦單位\n"
    take(warehouse, "petitions", ("陳情_11411.csv", text + "P1,1141103,,甲組\n"))
    problems = check(warehouse, "petitions", ("陳情_11407.csv", text + "P2,1140703,,甲組\n")).files[0].problems
    gap = next(problem for problem in problems if problem.key == "month-gap")
    assert gap.params["months"] == "114/8、114/9、114/10"
