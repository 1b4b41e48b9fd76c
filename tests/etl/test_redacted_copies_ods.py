"""A problem workbook comes back in the format in which its file came: an .ods as .ods, all else as .xlsx."""

from __future__ import annotations

import os
import time
from datetime import UTC, date, datetime

import pytest

from etl.commands.inbox import run_once
from etl.copied_book import OdsBook, XlsxBook
from etl.intake import load
from etl.reading import read
from etl.redacted_copies import problem_ending, problem_workbook
from opendocument.workbook import Look
from tests.conftest import ACTOR, NOW, check
from tests.publish.document.odf.test_odt_file import find, part
from tests.publish.document.odf_schema import faults_of
from tests.samples import books, looks
from tests.samples.books import HEADERS

ROWS = [
    [*HEADERS, "陳情人"],
    ["P1", "1141303", "", "丁組", "@SUM(A1)", "王小明"],
    ["P2", "1141104", "", "乙組", "檢舉", "陳大文"],
]


def sent_back(warehouse, name: str, content: bytes) -> bytes:
    report = check(warehouse, "petitions", (name, content)).files[0]
    return problem_workbook(report.origin, report.problems, "zh-Hant")


@pytest.mark.parametrize(
    ("name", "make", "kind"),
    [
        ("a.ods", books.ods, "ods"),
        ("a.xls", books.xls, "xlsx"),
        ("a.csv", books.csv, "xlsx"),
        ("a.xls", books.ods, "ods"),
    ],
)
def test_it_comes_back_as_it_came_whatever_the_name_says(warehouse, name, make, kind):
    report = check(warehouse, "petitions", (f"{name[0]}_11411{name[1:]}", make(ROWS))).files[0]
    content = problem_workbook(report.origin, report.problems, "zh-Hant")
    assert (read("a", content).kind, problem_ending(report.kind)) == (kind, f".{kind}")


def test_wrong_cells_are_marked_and_explained_and_no_person_is_in_it(warehouse):
    file = sent_back(warehouse, "a_11411.ods", books.ods(ROWS))
    assert faults_of(file) == []
    content = part(file, "content.xml")
    rows = find(content, "//table:table[1]/table:table-row")
    day, office = (find(rows[1][place], "string(office:annotation)") for place in (1, 3))
    assert "不是讀得懂的日期" in day
    assert "甲組" in office
    style = find(rows[1][1], "string(@table:style-name)")
    assert find(content, f"//style:style[@style:name='{style}']//@fo:background-color") == ["#FBD9D6"]
    assert find(rows[1][4], "string(text:p)") == "@SUM(A1)"
    heads = [
        "".join(cell.itertext()) for cell in find(content, "//table:table[last()]/table:table-row[1]/table:table-cell")
    ]
    assert heads == ["工作表", "儲存格", "程度", "目前寫的", "哪裡不對", "應該是"]
    assert not any("王小明".encode() in one for one in books.parts(file).values())


def test_it_is_mended_and_loads(warehouse):
    found = books.parts(sent_back(warehouse, "a_11411.ods", books.ods(ROWS)))
    for wrong, right in (("1141303", "1141103"), ("丁組", "甲組")):
        found["content.xml"] = found["content.xml"].replace(
            f"<text:p>{wrong}</text:p>".encode(), f"<text:p>{right}</text:p>".encode()
        )
    plan = check(warehouse, "petitions", ("a_11411.ods", books.zipped(found)))
    assert [p.key for p in plan.files[0].problems if p.severity == "error"] == []
    assert load(warehouse, plan, ACTOR, "", NOW).counts[0].added == 2


def test_what_was_struck_out_is_still(warehouse):
    rows = [HEADERS, ["P1", "1141103", "", looks.Struck("甲組"), "興革"], ["P2", "1141303", "", "乙組", "檢舉"]]
    content = sent_back(warehouse, "a_11411.ods", looks.ods(rows))
    assert read("a.ods", content).sheets[0].struck == {(1, 3)}


def test_the_inbox_names_it_so(warehouse):
    folder = warehouse.home / "inbox" / "petitions"
    folder.mkdir(parents=True)
    path = folder / "陳情_11411.ods"
    path.write_bytes(books.ods(ROWS))
    os.utime(path, (time.time() - 60,) * 2)
    (taken,) = run_once(warehouse, ACTOR, lambda: datetime(2026, 1, 5, 8, tzinfo=UTC), "zh-Hant")
    (kept,) = (warehouse.home / "refused" / "petitions").glob("*.problems.*")
    assert kept.suffix == ".ods"
    assert kept.name in taken.text


@pytest.mark.parametrize("make", [XlsxBook, lambda: OdsBook("zh-Hant")], ids=["xlsx", "ods"])
def test_both_books_write_the_same_cells(make):
    book = make()
    page = book.page("頁")
    cells = ["甲", 12, 0.5, True, date(2025, 11, 3), datetime(2025, 11, 3, 14, 5), "=1+1"]
    for column, cell in enumerate(cells):
        page.put(1, column, cell, Look(fill="#FBD9D6"))
    page.put(0, 0, "頭")
    page.merge(2, 0, 3, 1)
    page.merge(3, 1, 4, 1)  # meets the one before: left out
    page.merge(5, 0, 5, 0)  # one cell alone
    page.hide_row(1)
    page.set_column(2, 10, hidden=True)
    page.freeze(1)
    kind = "ods" if isinstance(book, OdsBook) else "xlsx"
    sheet = read(f"a.{kind}", book.written()).sheets[0]
    assert book.names == [sheet.name] == ["頁"]
    assert sheet.rows[1][: len(cells)] == cells
    assert [tuple(area) for area in sheet.merged] == [(2, 0, 3, 1)]
    assert (set(sheet.hidden_rows), set(sheet.hidden_columns)) == ({1}, {2})
