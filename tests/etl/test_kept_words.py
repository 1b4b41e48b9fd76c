"""What is stored of names, titles and labels is what is recognised; whoever is named there is named nowhere else."""

from __future__ import annotations

import io
import os
import time
from datetime import UTC, datetime

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.styles import NamedStyle
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation

from etl.commands.inbox import run_once
from etl.intake import load
from etl.kept_words import Recognised
from etl.reading import read
from etl.redacted_copies import problem_workbook
from kpi.dates.periods import period_in_name
from tests.conftest import ACTOR, NOW, check, sql
from tests.etl.test_redacted_copies import texts
from tests.samples import books
from tests.samples.books import HEADERS
from warehouse import settings

PLANTED = ("王小明", "陳大文", "林經辦", "李小華", "23119999", "0912345678", "someone@example.com", "A123456789")
NAME = "王小明_0912345678_首長陳情_11411"
ROWS = [
    ["聯絡電話 02-23119999 承辦科員 王小明 製表者： 陳大文"],
    ["114年11月人民陳情統計表", "林經辦 彙整", "身分證 A123456789"],
    ["單位：件", "someone@example.com"],
    [*HEADERS, "王小明 欄", "李小華", ""],
    ["P1", "1141103", "1141120", "甲組/李小華", "興革", "林經辦", "0912345678", "陳大文"],
    ["一、甲組 王小明"],
    ["P2", "1141104", "", "乙組", "檢舉", "王小明", "", ""],
    ["甲組 王小明 小計", "", "", "", "", "2", "0912345678", ""],
    ["共2件", "", "", "", "", "", "", ""],
    ["註：請洽 王小明 02-23119999"],
    ["製表人：", "林經辦", "", "主管：", "陳大文"],
]


@pytest.fixture(scope="module")
def words(catalogue):
    return Recognised(catalogue, ["甲組", "乙組", "產業政策組"])


@pytest.mark.parametrize(
    ("given", "stored"),
    [
        ("王小明_首長信箱_11411.xlsx", "首長信箱_11411.xlsx"), ("a_11411.csv", "a_11411.csv"),
        ("王小明_11411.csv", "11411.csv"), ("王小明.csv", "人民陳情.csv"),
        ("陳情_11401~11411.csv", "陳情_11401~11411.csv"), ("陳情_114年1-11月.ods", "陳情_114年1-11月.ods"),
        ("0912-345-678 陳情 114年度.xls", "陳情_114年度.xls"), ("陳情_1141020-1141130.csv", "陳情_1141020-1141130.csv"),
        ("人民陳情統計表-陳大文製-1141203.ods", "人民陳情統計表_1141203.ods"), ("產業政策組陳情(2).csv", "產業政策組陳情(2).csv"),
        ("A123456789_petitions_2025-11.csv", "petitions_2025-11.csv"), ("陳情_20260105161500.xlsx", "陳情_20260105161500.xlsx"),
        ("陳情_23119999.csv", "陳情.csv"), ("創新_114.csv", "創新_114.csv"), ("陳情 02-2011-1144.csv", "陳情.csv"),
        ("陳情.王小明", "陳情"), ("王" * 5000 + ".csv", "人民陳情.csv"),
    ],
)  # fmt: skip
def test_of_a_files_name_what_is_recognised_is_stored(words, catalogue, given, stored):
    assert words.file_name(given, catalogue.source("petitions")) == stored


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        ("經濟部產業發展署114年度人民陳情案件統計表", "經濟部產業發展署114年度人民陳情案件統計表"),
        ("單位：件", "單位：件"), ("單位：王小明", ""),
        ("資料期間：114年1月1日至114年11月30日", "資料期間：114年1月1日至114年11月30日"),
        ("聯絡電話 02-23119999 承辦科員 王小明 製表者： 陳大文", ""),
        ("114年第1季 王小明", "114年第1季"), ("甲組 計數", "甲組 計數"), ("分機 2305 林經辦 A", ""), ("新北市王新民", ""),
    ],
)  # fmt: skip
def test_of_a_title_periods_sources_and_units_are_kept(words, title, kept):
    assert words.kept(title) == kept
    assert period_in_name(kept) == period_in_name(title)


def test_the_demonstrations_names_are_recognised_whole(words, catalogue):
    names = [
        path
        for path in (settings.ROOT / "data").rglob("*.*")
        if path.suffix in (".csv", ".xlsx") and "demo" in path.parts
    ]
    assert len(names) > 50
    for path in names:
        source = catalogue.sources.get(path.parent.name) or catalogue.sources[path.stem]
        assert words.file_name(path.name, source) == path.name


def workbook() -> bytes:
    """A person in every place of an .xlsx that a person may be in."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "王小明"
    for row in ROWS:
        sheet.append([cell or None for cell in row])
    about = book.properties
    about.creator = about.title = about.subject = about.keywords = about.description = about.category = "王小明"
    sheet.oddHeader.center.text = sheet.oddFooter.left.text = "承辦人 王小明"
    sheet["A5"].comment = Comment("請問 陳大文", "林經辦")
    sheet["E5"].hyperlink = "mailto:someone@example.com"
    book.defined_names["王小明"] = DefinedName("王小明", attr_text="'王小明'!$A$1")
    book.add_named_style(NamedStyle(name="李小華"))
    sheet["F7"].number_format = '0"王小明"'
    choice = DataValidation(type="list", formula1='"王小明,陳大文"')
    sheet.add_data_validation(choice)
    choice.add("F5")
    other = book.create_sheet("陳大文")
    other.append(["王小明", "0912345678"])
    other.sheet_state = "hidden"
    return books.zipped(books.parts(books.saved(book)) | {"docProps/custom.xml": "<x>王小明</x>".encode()})


FORMATS = {
    ".xlsx": workbook,
    ".xls": lambda: books.xls(ROWS),
    ".ods": lambda: books.ods(ROWS),
    ".csv": lambda: books.csv(ROWS),
    ".tsv": lambda: books.csv(ROWS, delimiter="\t"),
    ".html": lambda: books.html(
        ROWS, head="<meta charset=utf-8><title>王小明</title><meta name=author content=陳大文>"
    ),
    ".xml": lambda: books.xml2003(ROWS).replace('ss:Name="陳情"'.encode(), 'ss:Name="王小明"'.encode()),
}


def planted(home) -> list[str]:
    found = [str(path) for path in home.rglob("*") if any(one in path.name for one in PLANTED)]
    for content in texts(home):
        found += [one for one in PLANTED if one.encode() in content or one.encode("utf-16-le") in content]
    return found


@pytest.mark.parametrize("ending", FORMATS)
def test_a_person_in_any_place_of_any_format_is_stored_nowhere(warehouse, ending):
    content = FORMATS[ending]()
    plan = check(warehouse, "petitions", (NAME + ending, content), seen=False)
    assert plan.files[0].file == NAME + ending  # who uploads it sees their own name
    done = load(warehouse, plan, ACTOR, "", NOW)
    assert warehouse.loads(only={done.load})[0].files[0].name == f"陳情_11411{ending}"
    assert sql(warehouse, "SELECT case_no, office FROM facts_petitions ORDER BY case_no") == [
        ("P1", "甲組"),
        ("P2", "乙組"),
    ]
    assert not planted(warehouse.home)


@pytest.mark.parametrize("ending", [".xlsx", ".csv", ".html"])
def test_nor_in_a_problem_workbook(warehouse, ending):
    rows = [[cell.replace("1141103", "1141303") for cell in row] for row in ROWS]
    content = FORMATS[ending]() if ending == ".xlsx" else {".csv": books.csv, ".html": books.html}[ending](rows)
    plan = check(warehouse, "petitions", (NAME + ending, content), seen=False, period=None)
    copy = problem_workbook(plan.files[0].origin, plan.files[0].problems, "zh-Hant")
    for part in books.parts(copy).values():
        assert not [one for one in PLANTED if one.encode() in part]
    title = openpyxl.load_workbook(io.BytesIO(copy)).worksheets[0]["A2"].value
    assert period_in_name(title) == period_in_name("114年11月")


@pytest.mark.parametrize(("bad", "state"), [(False, "loaded"), (True, "refused")])
def test_the_inbox_stores_and_says_no_name_either(warehouse, bad, state):
    folder = warehouse.home / "inbox" / "petitions"
    folder.mkdir(parents=True)
    rows = [[cell.replace("1141103", "1141303") if bad else cell for cell in row] for row in ROWS]
    path = folder / f"{NAME}.csv"
    path.write_bytes(books.csv(rows))
    os.utime(path, (time.time() - 60,) * 2)
    taken = list(run_once(warehouse, ACTOR, lambda: datetime(2026, 1, 5, 8, tzinfo=UTC), "zh-Hant"))
    assert [(one.state, one.file) for one in taken] == [(state, "陳情_11411.csv")]
    assert not any(name in taken[0].text for name in PLANTED)
    assert not planted(warehouse.home)


def test_sheets_keep_names_that_say_something_each_once(words):
    names = ["11月", "Sheet1", "王小明", "陳大文 10月", "林經辦10月", "甲組", "陳情"]
    document = words.document(read("a.xlsx", books.xlsx(*((name, books.ROWS) for name in names))))
    assert [sheet.name for sheet in document.sheets] == [
        "11月",
        "Sheet1",
        "工作表3",
        "10月",
        "10月 (2)",
        "甲組",
        "陳情",
    ]


def test_a_header_that_resembles_ours_is_shown_to_who_uploads_it_and_stored_nowhere(warehouse):
    rows = [[*HEADERS[:3], "承辦單位 王小明", HEADERS[4]], ["P1", "1141103", "", "甲組", "興革"]]
    report = check(warehouse, "petitions", ("a_11411.csv", books.csv(rows)), seen=False).files[0]
    near = next(problem for problem in report.problems if problem.key == "column-missing-near")
    assert "王小明" in near.params["near"]
    copy = problem_workbook(report.origin, report.problems, "zh-Hant")
    assert not any("王小明".encode() in part for part in books.parts(copy).values())
