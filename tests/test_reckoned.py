"""Due dates in a year without an office calendar: the row is told, and every figure that rests on one says so."""

from datetime import date

import pytest

from etl.intake import undo_load
from kpi.dates.periods import Period, month_of
from kpi.dates.time_limits import RECKONED
from kpi.evaluate import evaluate
from lang import amount, say, sentence
from lang.problem import words
from publish.one_value import as_dict, as_words
from publish.summary import summarise
from publish.summary.table import table_of
from tests.conftest import ACTOR, NOW, check, sql, take
from warehouse.upkeep.verify import verify

TODAY = date(2026, 12, 1)  # the bundled calendars end with this year
HEAD = "案件編號,收文日期,結案日期,承辦單位\n"
ROWS = "P1,115/10/01,115/10/20,甲組\nP2,115/11/24,115/11/27,甲組\nP3,115/11/25,115/11/26,乙組\n"
FILE = ("陳情.csv", HEAD + ROWS)
OCTOBER, NOVEMBER = month_of(date(2026, 10, 1)), month_of(date(2026, 11, 1))
BOTH = Period(OCTOBER.start, NOVEMBER.end)
NEXT_YEAR = "西元日期,是否放假\n" + "".join(
    f"{day:%Y%m%d},{2 if day.weekday() >= 5 or day.day == 1 else 0}\n"
    for n in range(365)
    if (day := date.fromordinal(date(2027, 1, 1).toordinal() + n))
)


def rate(warehouse, period):
    return evaluate(warehouse.catalogue, warehouse.book([period.end]), "petitions_on_time_rate", period)


def test_the_rows_are_told_once_for_each_file_at_the_first(warehouse):
    plan = check(warehouse, "petitions", FILE, period=BOTH, today=TODAY)
    (problem,) = plan.files[0].problems
    assert (problem.severity, problem.key, problem.cell) == ("warning", "due-by-weekday", "B3")
    words = say(problem.key, "zh-Hant", **problem.params)
    assert words.startswith("有 2 列的期限在 2027 年，還沒有那一年的辦公日曆")
    assert say(problem.key, "en", **problem.params).startswith("The due dates of 2 rows lie in 2027")


def test_a_figure_that_rests_on_them_is_marked_wherever_it_is_printed(warehouse):
    take(warehouse, "petitions", FILE, period=BOTH, today=TODAY)
    found, catalogue = rate(warehouse, BOTH), warehouse.catalogue
    assert (found.value.numerator, found.value.denominator, found.value.qualifier) == (3, 3, RECKONED)
    assert amount(catalogue, found.indicator, found.value.value, "zh-Hant", qualifier=RECKONED) == "100%（期限推算）"
    assert sentence(found.reason, "zh-Hant", catalogue).endswith(
        "有些期限在 116/1/1 以後，還沒有那一年的辦公日曆，先按週一至週五推算。"
    )
    assert "1 Jan 2027" in as_dict(catalogue, found, None, 1, "en")["reason"]
    assert any("(due dates reckoned)" in line for line in as_words(catalogue, found, None, 1, "en"))
    assert rate(warehouse, OCTOBER).value.qualifier is None
    assert "116/1/1" not in sentence(rate(warehouse, OCTOBER).reason, "zh-Hant", catalogue)


def test_the_calendar_takes_the_mark_away_and_brings_it_back_when_it_goes(warehouse):
    take(warehouse, "petitions", FILE, period=BOTH, today=TODAY)
    before = sql(warehouse, "SELECT case_no, case_due FROM facts_petitions ORDER BY ALL")
    done = take(warehouse, "calendar", ("116.csv", NEXT_YEAR), today=TODAY)
    after = sql(warehouse, "SELECT case_no, case_due FROM facts_petitions ORDER BY ALL")
    assert [one for one in after if one not in before] == [("P2", date(2027, 1, 7)), ("P3", date(2027, 1, 8))]
    assert rate(warehouse, BOTH).value.qualifier is None
    assert check(warehouse, "petitions", FILE, period=BOTH, today=TODAY).files[0].problems == ()
    undo_load(warehouse, done.load, ACTOR, "", NOW)
    assert rate(warehouse, BOTH).value.qualifier == RECKONED
    assert verify(warehouse) == []


def test_the_mark_goes_even_where_no_due_date_moves(warehouse):
    take(warehouse, "petitions", FILE, period=BOTH, today=TODAY)
    plain = NEXT_YEAR.replace("20270101,2", "20270101,0")
    take(warehouse, "calendar", ("116.csv", plain), today=TODAY)
    assert rate(warehouse, BOTH).value.qualifier is None


@pytest.mark.parametrize("rows", ["", "P1,116/01/04,116/01/05,甲組\n", "P1,115/12/30,116/01/05,甲組\n"])
def test_no_source_reaches_into_a_year_without_a_calendar(warehouse, rows):
    """Not even a file without rows: the open cases of December would fall due there."""
    plan = check(warehouse, "petitions", ("陳情_11601.csv", HEAD + rows), today=date(2027, 2, 1))
    assert "calendar-missing" in [one.key for one in plan.files[0].problems if one.severity == "error"]


def test_a_year_in_between_is_asked_for_too(warehouse):
    row = "P1,110/12/30,112/01/05,甲組\n"  # 2021 to 2023; the bundled calendars begin with 2023
    plan = check(warehouse, "petitions", ("陳情_11201.csv", HEAD + row))
    (missing,) = [one for one in plan.files[0].problems if one.key == "calendar-missing"]
    assert missing.params["years"] == "2021、2022"


def test_the_summary_says_it_in_the_remarks(warehouse):
    take(warehouse, "petitions", FILE, period=BOTH, today=TODAY)
    rows = table_of(summarise(warehouse.catalogue, warehouse.book([BOTH.end]), BOTH), "zh-Hant").rows
    said = [cell.value for row in rows for cell in row if cell.value and "還沒有辦公日曆的年度" in str(cell.value)]
    assert len(said) == 1


EXTENDED = (
    "案件編號,收文日期,展延至,結案日期,承辦單位\n"
    "P1,115/3/2,115/3/20,,甲組\n"  # before the limit of 30 working days
    "P2,115/3/2,115/5/20,,甲組\n"
    "P3,115/3/2,,,乙組\n"
)


def test_an_extension_that_ends_before_the_limit_is_told_and_shortens_nothing(warehouse):
    march = month_of(date(2026, 3, 1))
    plan = check(warehouse, "petitions", ("陳情.csv", EXTENDED), period=march, today=TODAY)
    (problem,) = plan.files[0].problems
    assert (problem.severity, problem.key, problem.cell) == ("warning", "extension-before-due", "C2")
    assert (problem.params["count"], problem.params["day"]) == (1, date(2026, 4, 15))
    assert words(problem, "zh-Hant")[0].startswith("有 1 列的展延日期早於原來的期限（這一列的期限是 115/4/15）")
    assert words(problem, "en")[0].startswith("One row has an extended due date that lies before the limit itself")
    take(warehouse, "petitions", ("陳情.csv", EXTENDED), period=march, today=TODAY)
    due = dict(sql(warehouse, "SELECT case_no, case_due FROM facts_petitions"))
    assert due == {"P1": date(2026, 4, 15), "P2": date(2026, 5, 20), "P3": date(2026, 4, 15)}
