"""Rows that cannot be are told at their cell, in every source: dates out of order, waiting outside the case, states."""

import shutil
from collections.abc import Iterator
from itertools import combinations

import pytest

from etl.checks.impossible_rows import chains
from lang import say
from lang.catalogue import expected
from tests.conftest import check, sql, take
from warehouse import Warehouse

APPLICATIONS = {
    "案件編號": "A1", "申辦項目": "退稅", "承辦組室": "甲組", "申請方式": "線上", "收件日期": "114/11/03", "補正通知日1": "114/11/04",
    "補正完成日1": "114/11/06", "補正通知日2": "", "補正完成日2": "", "展延至": "114/11/21", "辦結日期": "114/11/12", "案件狀態": "核准",
}  # fmt: skip
PETITIONS = {
    "案件編號": "P1", "收文日期": "114/11/03", "結案日期": "114/11/12", "承辦單位": "甲組", "處理期限": "114/12/16",
    "展延至": "114/12/20", "辦理情形": "依限辦結",
}  # fmt: skip
MAILBOX = {
    "郵件編號": "M1", "收信日期": "114/11/03", "承辦單位": "甲組", "處理狀態": "結案", "回覆日期": "114/11/07", "滿意度": "不滿意",
    "評定日期": "114/11/10", "再次說明日期": "114/11/12",
}  # fmt: skip
LETTERS = "ABCDEFGHIJKL"
SOURCES = {"applications": APPLICATIONS, "petitions": PETITIONS, "mailbox": MAILBOX}


@pytest.fixture(scope="module")
def lists(lists_home, tmp_path_factory, catalogue) -> Iterator[Warehouse]:
    """Calendars, offices and service items; nothing is loaded here."""
    home = tmp_path_factory.mktemp("open") / "home"
    shutil.copytree(lists_home, home)
    opened = Warehouse.open(home, catalogue)
    yield opened
    opened.close()


def told(lists, source: str, **changed: str) -> list[tuple[str, str, str]]:
    """Severity, key and header of what is said of a good row with some cells changed."""
    row = SOURCES[source] | changed
    text = ",".join(row) + "\n" + ",".join(row.values()) + "\n"
    plan = check(lists, source, (f"{source}_11411.csv", text))
    for problem in plan.files[0].problems:
        assert problem.cell == LETTERS[list(row).index(problem.column)] + "2"
        for lang in ("zh-Hant", "en"):
            assert say(problem.key, lang, **{name: str(value) for name, value in problem.params.items()})
            assert expected(problem.key, lang, **{name: str(value) for name, value in problem.params.items()})
    return [(one.severity, one.key, one.column) for one in plan.files[0].problems]


@pytest.mark.parametrize("source", SOURCES)
def test_a_good_row_is_told_nothing(lists, source):
    assert told(lists, source) == []


def pairs(catalogue, source: str) -> Iterator[tuple[str, str]]:
    """Every two columns of dates of which the second may not lie before the first, by their headers in the good row."""
    columns = catalogue.sources[source].columns
    for chain in chains(catalogue.sources[source]):
        heads = [head for name in chain for head in columns[name].headers if head in SOURCES[source]]
        yield from combinations(heads, 2)


@pytest.mark.parametrize(("source", "count"), [("applications", 8), ("petitions", 3), ("mailbox", 6)])
def test_dates_out_of_order_are_refused_in_every_pair(lists, catalogue, source, count):
    found = sorted(set(pairs(catalogue, source)))
    assert len(found) == count
    good, lines = SOURCES[source], [",".join(SOURCES[source])]
    dated = [head for head, cell in good.items() if cell.startswith("114/") or not cell]
    for number, (first, second) in enumerate(found):
        row = good | dict.fromkeys(dated, "") | {dated[0]: "114/11/03", first: "114/11/20", second: "114/11/10"}
        row |= {list(good)[0]: f"N{number}"} | {"案件狀態": "核准", "處理狀態": "", "滿意度": "", "辦理情形": ""}
        lines.append(",".join(row[head] for head in good))
    plan = check(lists, source, (f"{source}_11411.csv", "\n".join(lines) + "\n"))
    said = {(one.cell, one.severity) for one in plan.files[0].problems if one.key == "dates-out-of-order"}
    places = list(good)
    assert said == {(f"{LETTERS[places.index(pair[1])]}{row}", "error") for row, pair in enumerate(found, 2)}


def test_one_wrong_date_is_told_once(lists):
    assert told(lists, "mailbox", 再次說明日期="114/11/01") == [("error", "dates-out-of-order", "再次說明日期")]
    assert told(lists, "petitions", 展延至="114/10/01") == [("error", "dates-out-of-order", "展延至")]


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"補正通知日2": "114/11/13"}, [("error", "pause-after-end", "補正通知日2")]),
        ({"補正通知日2": "114/11/13", "補正完成日2": "114/11/14"}, [("error", "pause-after-end", "補正通知日2")]),
        ({"補正通知日2": "114/11/10", "補正完成日2": "114/11/14"}, [("warning", "answer-after-end", "補正完成日2")]),
        ({"補正通知日2": "114/10/10", "補正完成日2": "114/11/10"}, [("error", "dates-out-of-order", "補正通知日2")]),
        ({"補正完成日2": "114/11/10"}, [("error", "pause-without-notice", "補正完成日2")]),
        ({"補正通知日2": "114/13/10", "補正完成日2": "114/11/10"}, [("error", "not-a-date", "補正通知日2")]),
        ({"補正通知日2": "114/11/12"}, []),  # asked on the last day: no day of waiting is left
        ({"補正通知日2": "114/11/10"}, []),  # never answered: it waits up to the end
        ({"補正通知日1": "114/11/10", "補正完成日1": "", "補正通知日2": "114/11/04", "補正完成日2": "114/11/06"}, []),
    ],
)  # fmt: skip
def test_waiting_lies_inside_the_life_of_the_case(lists, changed, said):
    found = told(lists, "applications", **changed)
    assert found == said


OVER, OPEN = "state-over-without-day", "state-open-with-day"


@pytest.mark.parametrize(
    ("source", "changed", "said"),
    [
        ("applications", {"辦結日期": ""}, ("error", OVER, "辦結日期")),
        ("applications", {"辦結日期": "-", "案件狀態": "駁回"}, ("error", OVER, "辦結日期")),
        ("applications", {"辦結日期": "", "案件狀態": "撤件"}, ("error", OVER, "辦結日期")),
        ("applications", {"案件狀態": "處理中"}, ("error", OPEN, "辦結日期")),
        ("applications", {"案件狀態": "補正中"}, ("error", OPEN, "辦結日期")),
        ("petitions", {"辦理情形": "處理中"}, ("error", OPEN, "結案日期")),
        ("petitions", {"辦理情形": "逾期待辦"}, ("error", OPEN, "結案日期")),
        ("petitions", {"結案日期": ""}, ("error", OVER, "結案日期")),
        ("petitions", {"結案日期": "", "辦理情形": "逾期辦結"}, ("error", OVER, "結案日期")),
        ("mailbox", {"處理狀態": "處理中"}, ("warning", OPEN, "回覆日期")),
        ("mailbox", {"回覆日期": ""}, ("warning", OVER, "回覆日期")),
        ("mailbox", {"評定日期": "", "再次說明日期": ""}, ("warning", OVER, "評定日期")),
    ],
)
def test_a_state_that_its_day_contradicts_is_told(lists, source, changed, said):
    assert told(lists, source, **changed) == [said]


@pytest.mark.parametrize(
    ("source", "changed"),
    [
        ("applications", {"辦結日期": "", "案件狀態": "審查中"}),
        ("applications", {"案件狀態": "撤回"}),
        ("petitions", {"結案日期": "", "辦理情形": "逾期待辦"}),
        ("petitions", {"結案日期": "", "辦理情形": ""}),
        ("mailbox", {"回覆日期": "", "處理狀態": "錄存續辦"}),
        ("mailbox", {"滿意度": "", "評定日期": "", "再次說明日期": ""}),
    ],
)
def test_a_state_that_its_day_bears_out_is_told_nothing(lists, source, changed):
    assert told(lists, source, **changed) == []


def test_the_sentence_says_what_the_file_says(lists):
    """處理中 is read as 審查中; the clerk looks for the word that stands there."""
    row = APPLICATIONS | {"案件狀態": "處理中"}
    plan = check(lists, "applications", ("a_11411.csv", ",".join(row) + "\n" + ",".join(row.values()) + "\n"))
    (problem,) = plan.files[0].problems
    assert say(problem.key, "zh-Hant", **problem.params) == "寫的是「處理中」，卻有辦結日期「114/11/12」。"
    assert say(problem.key, "en", **problem.params) == "The row says “處理中”, yet there is a 辦結日期: “114/11/12”."


def test_a_row_that_is_only_odd_is_loaded_with_what_counts(warehouse):
    row = APPLICATIONS | {"補正通知日2": "114/11/10", "補正完成日2": "114/11/20"}
    take(warehouse, "applications", ("a_11411.csv", ",".join(row) + "\n" + ",".join(row.values()) + "\n"))
    assert sql(warehouse, "SELECT case_days FROM facts_applications") == [(3.0,)]  # seven, less 11/5-6 and 11/11-12
