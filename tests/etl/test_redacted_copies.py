"""What is kept of an upload holds no person, and the problem workbook can be mended and loaded."""

from __future__ import annotations

import csv
import io
import zipfile
from dataclasses import replace

import numpy as np
import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl import redacted_copies
from etl.intake import load
from etl.kept_words import Recognised
from etl.reading import Rows, read, sandbox, sandbox_child, xlsx
from etl.redacted_copies import _as_csv, clean_copy, problem_workbook
from etl.tabular.tables import Table
from tests.conftest import ACTOR, NOW, check, sql
from tests.samples import books
from tests.samples.books import HEADERS
from warehouse import settings

PEOPLE = ("王小明", "李小華", "陳大文", "林經辦", "0912-345-678", "someone@example.com")
ROWS = [
    ["陳情統計表"], ["承辦人：林經辦"], [*HEADERS, "陳情人", "備註欄", "聯絡方式"],
    ["P1", "1141103", "1141120", "甲組/李小華", "興革", "王小明", "王小明來電補充", "0912-345-678"],
    ["P2", "1141104", "", "乙組", "檢舉", "陳大文", "", "someone@example.com"],
    ["註：如有疑問請洽承辦人：林經辦"],
]  # fmt: skip


BASE = [HEADERS, ["P1", "1141103", "1141120", "甲組", "興革"]]


def texts(home):
    """Every byte that was kept, archives opened."""
    for path in home.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            yield content
            if zipfile.is_zipfile(io.BytesIO(content)):
                with zipfile.ZipFile(io.BytesIO(content)) as archive:
                    yield from (archive.read(name) for name in archive.namelist())


@pytest.mark.parametrize(
    ("file", "make"), [("a_11411.xlsx", lambda: books.xlsx(("陳情", ROWS))), ("a_11411.csv", lambda: books.csv(ROWS))]
)
def test_no_person_stays_on_the_disk(warehouse, file, make):
    content = make()
    done = load(warehouse, check(warehouse, "petitions", (file, content)), ACTOR, "", NOW)
    kept = warehouse.loads(only={done.load})[0].files[0]
    copy = read(kept.copy, warehouse.copy(kept.copy))
    rows = copy.sheets[0].rows
    assert [cell for cell in rows[3] if cell] == ["P1", "1141103", "1141120", "甲組", "興革"]
    assert rows[2][5] == "陳情人"
    for row in sql(warehouse, "SELECT * FROM facts_petitions"):
        assert not any(person in str(row) for person in PEOPLE)
    for content in texts(warehouse.home):
        for person in PEOPLE:
            assert person.encode() not in content


def test_a_text_with_nothing_but_our_columns_is_kept_as_it_came(warehouse):
    content = books.csv()
    plan = check(warehouse, "petitions", ("a_11411.csv", content))
    assert clean_copy(without_cuts(plan)) == (".csv", content)
    headed = books.csv([[*HEADERS, "王小明"], *[[*row, ""] for row in books.ROWS[1:]]])
    plan = check(warehouse, "petitions", ("a_11411.csv", headed))
    assert "王小明".encode() not in clean_copy(without_cuts(plan))[1]


def test_a_workbook_is_written_anew_with_the_cells_that_were_taken(warehouse):
    plan = check(warehouse, "petitions", ("a_11411.xlsx", books.xlsx()))
    suffix, copy = clean_copy(plan.files[0].origin)
    assert (suffix, read("a.xlsx", copy).sheets[0].rows) == (".xlsx", books.ROWS)
    assert clean_copy(plan.files[0].origin)[1] == copy


@pytest.mark.parametrize(
    "harm", ["=1+1", '=HYPERLINK("http://x","y")', "@SUM(A1)", "+1+1", "-1-cmd|' /C calc'!A0", "\t=1"]
)
def test_no_formula_leaves_with_a_copy(warehouse, harm):
    quoted = '"' + harm.replace('"', '""') + '"'
    plan = check(warehouse, "petitions", ("a_11411.csv", books.csv([HEADERS, ["P1", "1141103", "-", "甲組", quoted]])))
    rows = read("a.csv", clean_copy(without_cuts(plan))[1]).sheets[0].rows
    assert rows[1] == ["P1", "1141103", "-", "甲組", f"'{harm}"]
    workbook = openpyxl.Workbook()
    for row in [HEADERS, ["P1", "1141103", None, "甲組", None]]:
        workbook.active.append(row)
    workbook.active["E2"].value = harm
    plan = check(warehouse, "petitions", ("a_11411.xlsx", books.saved(workbook)))
    book = openpyxl.load_workbook(io.BytesIO(clean_copy(without_cuts(plan))[1]))
    assert not [cell for row in book.worksheets[0].iter_rows() for cell in row if cell.data_type == "f"]


def without_cuts(plan):
    """What came, as if no column held persons behind a mark: such a file may be kept as it came."""
    origin = plan.files[0].origin
    return replace(origin, tables=[replace(table, cut={}) for table in origin.tables])


@pytest.mark.parametrize(
    ("file", "make"),
    [
        ("a_11411.xlsx", lambda rows: books.xlsx(("陳情", rows))),
        ("a_11411.xls", books.html),
        ("a_11411.csv", books.csv),
    ],
)
def test_the_problem_workbook_is_mended_and_loads(warehouse, file, make):
    rows = [
        [*HEADERS, "陳情人"],
        ["P1", "1141303", "", "丁組", "@SUM(A1)", "王小明"],
        ["P2", "1141104", "", "乙組", "檢舉", "陳大文"],
    ]
    plan = check(warehouse, "petitions", (file, make(rows)))
    assert plan.refused
    report = plan.files[0]
    content = problem_workbook(report.origin, report.problems, "zh-Hant")
    book = openpyxl.load_workbook(io.BytesIO(content))
    sheet = book.worksheets[0]
    assert "不是讀得懂的日期" in sheet["B2"].comment.text
    assert "甲組" in sheet["D2"].comment.text
    assert sheet["B2"].fill.fgColor.rgb == "FFFBD9D6"
    assert (sheet["F2"].value, sheet["F1"].value) == (None, "陳情人")
    assert (sheet["E2"].value, sheet["E2"].data_type) == ("@SUM(A1)", "s")
    assert [cell.value for cell in book.worksheets[-1][1]] == [
        "工作表",
        "儲存格",
        "程度",
        "目前寫的",
        "哪裡不對",
        "應該是",
    ]
    assert not any("王小明".encode() in part for part in books.parts(content).values())
    sheet["B2"], sheet["D2"] = "1141103", "甲組"
    plan = check(warehouse, "petitions", ("a_11411.xlsx", books.saved(book)))
    assert [p.key for p in plan.files[0].problems if p.severity == "error"] == []
    assert load(warehouse, plan, ACTOR, "", NOW).counts[0].added == 2


STRAY = [
    [["承辦人：", "王小明"], *BASE],
    [["114年11月陳情統計表 承辦人 王小明"], *BASE],
    [[*HEADERS, "寄信者"], [*BASE[1], "王小明"]],
    [[*HEADERS, "案由"], [*BASE[1], "王小明檢舉鄰居"]],
    [[*HEADERS, "聯繫方式"], [*BASE[1], 912345678]],
    [HEADERS, [*BASE[1], "王小明", "0912345678"]],
    [*BASE, ["製表人：", "王小明", "", "主管：", "王小明"]],
    [*BASE, ["註：請洽王小明"]],
    *[[HEADERS, ["P1", "1141103", "", f"甲組{mark}王小明", "興革"]] for mark in ("/", "／", " ", "（", "、", "\u3000")],
]


@pytest.mark.parametrize("rows", STRAY)
@pytest.mark.parametrize("file", ["a_11411.xlsx", "a_11411.csv"])
def test_a_person_in_an_unexpected_place_is_kept_nowhere(warehouse, rows, file):
    content = books.xlsx(("陳情", rows)) if file.endswith("xlsx") else books.csv([list(map(str, row)) for row in rows])
    plan = check(warehouse, "petitions", (file, content))
    if plan.refused:  # a row of a text that is wider than its header
        copy = problem_workbook(plan.files[0].origin, plan.files[0].problems, "zh-Hant")
        assert not any("王小明".encode() in part for part in books.parts(copy).values())
        return
    load(warehouse, plan, ACTOR, "", NOW)
    for kept in texts(warehouse.home):
        assert "王小明".encode() not in kept
        assert b"912345678" not in kept


def test_a_person_in_what_a_workbook_says_about_itself_is_kept_nowhere(warehouse):
    book = openpyxl.Workbook()
    for row in BASE:
        book.active.append(row)
    book.properties.creator = "王小明"
    book.active.oddFooter.center.text = "承辦人 王小明"
    load(warehouse, check(warehouse, "petitions", ("a_11411.xlsx", books.saved(book))), ACTOR, "", NOW)
    assert not any("王小明".encode() in kept for kept in texts(warehouse.home))


def test_a_file_for_another_source_leaves_no_person_in_its_problem_workbook(warehouse):
    rows = [["郵件編號", "陳情人", "陳情內容", "收信日期"], ["M1", "王小明", "王小明來信", "1141303"]]
    report = check(warehouse, "mailbox", ("a_11411.xlsx", books.xlsx(("信箱", rows)))).files[0]
    content = problem_workbook(report.origin, report.problems, "zh-Hant")
    assert not any("王小明".encode() in part for part in books.parts(content).values())


@pytest.mark.parametrize("name", ["一" * 40, "a/b", "[x]", "'q", "需要更正的地方"])
def test_any_name_of_a_sheet_can_be_written(warehouse, name):
    rows = [HEADERS, ["P1", "1141303", "", "甲組", "興革"]]
    report = check(
        warehouse, "petitions", ("a_11411.xls", books.xml2003(rows).replace("陳情".encode(), name.encode()))
    ).files[0]
    assert problem_workbook(report.origin, report.problems, "zh-Hant").startswith(b"PK")


def test_the_copy_of_a_large_sheet_is_the_one_that_is_written_cell_by_cell(warehouse, monkeypatch):
    rows = [["資料期間：114年11月"], [*books.HEADERS, "陳情人"]]
    rows += [[f"P{n}", "1141103", "", "甲組", ("＝1+1", 'a,"b"', "x\ny", "@x")[n % 4], "王小明"] for n in range(40)]
    rows += [["合計：40件"]]
    content = books.xlsx(("陳情", rows))
    origin = check(warehouse, "petitions", ("a_11411.xlsx", content), seen=False).files[0].origin
    monkeypatch.setattr(redacted_copies, "MOST_ROWS", 10)
    slow = clean_copy(origin)
    monkeypatch.setattr(xlsx, "LARGE", -1)
    monkeypatch.setattr(sandbox, "ask", lambda what, *args, tell: sandbox_child.JOBS[what](*args))
    large = check(warehouse, "petitions", ("a_11411.xlsx", content), seen=False).files[0].origin
    assert isinstance(large.document.sheets[0].rows, Rows)
    assert clean_copy(large) == slow
    assert slow[0] == ".csv"
    assert "王小明" not in slow[1].decode("utf-8-sig")
    written = list(csv.reader(io.StringIO(slow[1].decode("utf-8-sig"), newline="")))
    assert written[2][:5] == ["P0", "1141103", "", "甲組", "'＝1+1"]
    assert [row[4] for row in written[3:6]] == ['a,"b"', "x\ny", "'@x"]


CELLS = st.one_of(
    st.sampled_from(["", "甲組", 'a,"b"', "x\r\ny", "=1+1", "@x", "-", "合計", "王小明"]), st.integers(), st.floats(),
    st.dates(), st.text(st.characters(codec="utf-8"), max_size=6),
)  # fmt: skip


@given(
    rows=st.lists(st.lists(CELLS, min_size=4, max_size=4), min_size=1, max_size=8), left_out=st.sets(st.integers(1, 9)),
    columns=st.sets(st.integers(0, 3), min_size=1), catalogue=st.just(settings.catalogue()),
)  # fmt: skip
def test_a_large_sheet_is_copied_as_a_small_one(rows, left_out, columns, catalogue):
    """A cell's value stands for the cell, wherever it stands; what is no data is copied by itself."""
    headers = ["收文日期", "結案日期", "承辦組室", "類別"]
    every = [headers, *rows]
    found = np.empty(sum(map(len, every)) + 1, object)
    found[:-1] = [cell for row in every for cell in row]
    found[-1] = ""
    codes = np.arange(len(found) - 1, dtype=np.int32).reshape(-1, 4)
    codes[np.array([cell == "" for cell in found[:-1]]).reshape(-1, 4)] = len(found) - 1
    words = Recognised(catalogue, {})
    table = Table("a", headers, {headers[place]: place for place in columns}, 1, every, left_out=frozenset(left_out))
    assert _as_csv(replace(table, rows=Rows(found, codes)), words) == _as_csv(table, words)
