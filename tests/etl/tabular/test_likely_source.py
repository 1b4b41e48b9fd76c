"""What a file seems to hold: known by its headers, its name and its titles; asked about where that is open."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from etl.commands.template import template
from etl.intake import newest_month
from etl.reading import read
from etl.tabular.likely_source import likely, recognise, spellings_of
from kpi.dates.periods import Period
from tests.conftest import check, take

DEMO = Path(__file__).parents[3] / "data" / "demo"
PETITIONS = "案件編號,收文日期,結案日期,承辦單位\nP1,1141103,1141120,甲組\n"
LETTERS = "郵件編號,收信日期,承辦單位,回覆日期\nM1,1141103,甲組,1141110\n"
FILES = ("applications", "petitions", "mailbox", "phone_tests", "datasets", "figures", "evidence", "offices", "services",
         "calendar", "closures", "framework", "innovations")  # fmt: skip


@pytest.fixture(scope="module")
def spellings(catalogue):
    return spellings_of(catalogue)


def seems(catalogue, spellings, name: str, text: str):
    return likely(read(name, text.encode()), catalogue, spellings)


def test_every_source_that_comes_as_files_can_be_told(catalogue, spellings):
    assert set(spellings) == set(FILES)


@pytest.mark.parametrize("source", FILES)
def test_a_template_is_known_whatever_it_is_called(catalogue, spellings, source):
    document = read("匯出.xlsx", template(catalogue, source, "zh-Hant", [], []))
    document = replace(document, sheets=[replace(sheet, name="Sheet1") for sheet in document.sheets])
    assert likely(document, catalogue, spellings).source == source


@pytest.mark.parametrize(
    "path", [min(folder.iterdir()) for folder in sorted(DEMO.iterdir()) if folder.is_dir()], ids=lambda p: p.parent.name
)
def test_an_export_is_known_whatever_it_is_called(catalogue, spellings, path):
    document = replace(read(path.name, path.read_bytes()), name="匯出.csv")
    assert likely(document, catalogue, spellings).source == path.parent.name


@pytest.mark.parametrize(
    ("name", "text", "source"),
    [
        ("a.csv", PETITIONS, "petitions"),
        ("a.csv", LETTERS, "mailbox"),
        ("首長信箱_11411.csv", PETITIONS, "petitions"),  # what it is called counts less than what it holds
        ("a.csv", PETITIONS.replace("收文日期", "收文日其"), "petitions"),
        ("a.csv", "序," + ",".join(f"其他{n}" for n in range(25)) + "," + PETITIONS, "petitions"),
        ("a.csv", "經濟部114年度統計表\n\n" + PETITIONS, "petitions"),
        ("a.csv", "日期,原因\n1140703,颱風\n", "closures"),
        ("電話.csv", "測試日期,類別,組室,總分\n1141103,總機,甲組,45\n", "phone_tests"),
        ("a.csv", "名稱,電話,地址\n甲,1,2\n", None),
        ("a.csv", "年,月,值\n114,1,2\n", None),
        ("a.csv", "案件編號,承辦單位\nP1,甲組\n", None),  # petitions, applications or letters
    ],
)
def test_what_is_clear_is_named_and_what_is_open_is_not(catalogue, spellings, name, text, source):
    assert seems(catalogue, spellings, name, text).source == source


def test_what_is_open_is_offered_likeliest_first(catalogue, spellings):
    found = seems(catalogue, spellings, "陳情.csv", "案件編號,承辦單位\nP1,甲組\n")
    assert found.among[0] == "petitions"
    assert 1 < len(found.among) <= 3
    assert seems(catalogue, spellings, "a.csv", "年,月,值\n114,1,2\n").among == ()


def test_confirmed_headers_count_and_a_file_that_cannot_be_read_is_no_source(warehouse):
    odd = PETITIONS.replace("收文日期", "進件").replace("結案日期", "出件")
    files = [("a.csv", odd.encode()), ("b.xlsx", b"PK\x03\x04 broken")]
    assert [one.source for one in recognise(warehouse, files)[0]] == [None, None]
    take(warehouse, "petitions", ("a_11411.csv", odd), confirmed={"進件": "received", "出件": "closed"})
    found, opened = recognise(warehouse, files)
    assert [one.source for one in found] == ["petitions", None]
    assert len(opened) == 1


# -- where it is checked ---------------------------------------------------------------------------------------------


def keys(plan) -> dict[str, str]:
    return {problem.key: problem.severity for report in plan.files for problem in report.problems}


def test_a_file_of_another_source_is_refused_with_that(warehouse):
    plan = check(warehouse, "mailbox", ("a_11411.csv", PETITIONS))
    assert plan.refused
    assert next(iter(keys(plan).items())) == ("looks-like", "error")
    assert plan.files[0].problems[0].params["source"] == "petitions"


def test_a_file_that_would_load_as_another_source_is_told(warehouse):
    """Applications hold all that petitions need: they would be taken for petitions without a word."""
    text = (
        "案件編號,申辦項目,承辦組室,申請方式,收件日期,補正通知日,補正完成日,辦結日期,案件狀態\n"
        "A1,退稅,甲組,線上,1141103,,,1141105,核准\n"
    )
    assert keys(check(warehouse, "petitions", ("a_11411.csv", text)))["looks-like"] == "warning"
    assert "looks-like" not in keys(check(warehouse, "applications", ("a_11411.csv", text)))


@pytest.mark.parametrize(("source", "text"), [("petitions", PETITIONS), ("mailbox", LETTERS)])
def test_of_the_right_source_nothing_is_said(warehouse, source, text):
    wide = (
        text.replace("\n", ",案件類別,備註,申請方式\n", 1)
        .replace("組\n", "組,其他,,\n")
        .replace("1141110\n", "1141110,其他,,\n")
    )
    for one in (text, wide):
        assert "looks-like" not in keys(check(warehouse, source, ("a_11411.csv", one)))


# -- a month that is not over ----------------------------------------------------------------------------------------

MIDDLE = date(2025, 11, 20)
OPEN = "案件編號,收文日期,結案日期,承辦單位\nP1,1141103,1141119,甲組\n"


def test_a_month_that_is_not_over_waits_for_a_word_and_then_counts_up_to_today(warehouse):
    asked = check(warehouse, "petitions", ("a_11411.csv", OPEN), today=MIDDLE)
    assert asked.refused
    assert "period-not-over" in keys(asked)
    plan = check(warehouse, "petitions", ("a_11411.csv", OPEN), today=MIDDLE, so_far=True)
    assert not plan.refused
    assert plan.files[0].period == Period(date(2025, 11, 1), MIDDLE)


def test_each_file_ends_where_it_did_and_a_month_to_come_is_refused(warehouse):
    october = OPEN.replace("11411", "11410").replace("P1", "P2")
    plan = check(warehouse, "petitions", ("a_11410.csv", october), ("a_11411.csv", OPEN), today=MIDDLE, so_far=True)
    assert [report.period.end for report in plan.files] == [date(2025, 10, 31), MIDDLE]
    later = check(warehouse, "petitions", ("a_11412.csv", OPEN.split("\n")[0] + "\n"), today=MIDDLE, so_far=True)
    assert keys(later)["period-in-future"] == "error"


# -- what a load brought ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "files", "month"),
    [
        ("petitions", [("a_11410.csv", OPEN.replace("11411", "11410")), ("a_11411.csv", OPEN.replace("P1", "P2"))], date(2025, 11, 1)),
        ("petitions", [("a_114年.csv", OPEN)], date(2025, 11, 1)),  # the year is covered, rows reach to November
        ("petitions", [("a_11410.csv", OPEN)], date(2025, 10, 1)),  # what lies after the period is not counted yet
        ("petitions", [("a_11412.csv", OPEN.split("\n")[0] + "\n")], date(2025, 12, 1)),  # covered, without cases
        ("figures", [("a.csv", "指標,起日,迄日,數值\n線上申辦客服電話,114/9/1,114/9/30,5\n")], date(2025, 9, 1)),
        ("closures", [("a.csv", "日期,原因\n114/7/3,颱風\n")], None),
    ],
)  # fmt: skip
def test_the_newest_month_of_a_load(warehouse, catalogue, source, files, month):
    plan = check(warehouse, source, *files)
    assert not plan.refused, keys(plan)
    assert newest_month(plan, catalogue.sources[source]) == month
