"""How a cell looks says what it is: struck out it is asked about, in per cent it is no count, in every format."""

from __future__ import annotations

import io
import shutil

import openpyxl
import pytest
from openpyxl.styles import Font

from etl.reading import read, xlsx
from etl.reading.by_kind import read_here
from etl.redacted_copies import problem_workbook
from tests.conftest import check, sql, take
from tests.etl.tabular.cells.test_cells_in_files import FIGURES, NOVEMBER, PETITIONS, looked_at, petition
from tests.publish.document.office import converted
from tests.samples import books
from tests.samples.looks import MAKERS, Percent, Runs, Struck, by_openpyxl, by_xlsxwriter
from warehouse import Warehouse


@pytest.fixture(scope="module")
def shared(lists_home, tmp_path_factory, catalogue):
    home = tmp_path_factory.mktemp("looks") / "home"
    shutil.copytree(lists_home, home)
    opened = Warehouse.open(home, catalogue)
    yield opened
    opened.close()


@pytest.mark.parametrize("how", MAKERS)
def test_a_cell_that_is_struck_out_is_asked_about_at_its_cell(shared, how):
    name, make = MAKERS[how]
    rows = [PETITIONS, ["P1", "1141103", "", Struck("甲組"), "興革"], ["P2", "1141104", "", "乙組", "檢舉"]]
    said, loaded = looked_at(shared, "petitions", name, make(rows))
    assert (said, loaded) == ({("error", "cell-struck", "D2")}, None)


@pytest.mark.parametrize("how", MAKERS)
def test_a_row_that_is_struck_out_is_asked_about_once(shared, how):
    name, make = MAKERS[how]
    gone = [Struck(one) if one else "" for one in petition("P1")]
    said, loaded = looked_at(shared, "petitions", name, make([PETITIONS, gone, list(petition("P2", office="乙組"))]))
    assert (said, loaded) == ({("error", "row-struck", "A2")}, None)


@pytest.mark.parametrize("how", MAKERS)
def test_a_figure_that_is_struck_out_is_not_counted(shared, how):
    name, make = MAKERS[how]
    said, _ = looked_at(shared, "figures", name, make([FIGURES, [*NOVEMBER, Struck(29)]]))
    assert said == {("error", "cell-struck", "E2")}


@pytest.mark.parametrize("how", [how for how in MAKERS if how != "xlsx, shared"])
def test_a_text_of_which_every_run_is_struck_out_is_not_blank(shared, how):
    name, make = MAKERS[how]
    said, _ = looked_at(shared, "figures", name, make([FIGURES, [*NOVEMBER, Runs((("29", "s"),))]]))
    assert said == {("error", "cell-struck", "E2")}


@pytest.mark.parametrize("how", MAKERS)
@pytest.mark.parametrize(
    ("parts", "value", "key"),
    [((("29", "s"), ("31", "")), 31.0, None), ((("29", ""), ("1", "sup")), None, "number-not-one")],
)
def test_no_digit_of_another_run_joins_a_number(shared, how, parts, value, key):
    name, make = MAKERS[how]
    said, rows = looked_at(shared, "figures", name, make([FIGURES, [*NOVEMBER, Runs(parts)]]))
    assert said == ({("error", key, "E2")} if key else set())
    assert (rows[0]["value"] if rows else None) == value


@pytest.mark.parametrize("how", MAKERS)
@pytest.mark.parametrize("value", [1, 0.25, 2.5])
def test_a_number_in_per_cent_is_no_count(shared, how, value):
    name, make = MAKERS[how]
    said, _ = looked_at(shared, "figures", name, make([FIGURES, [*NOVEMBER, Percent(value)]]))
    assert said == {("error", "percent-of-a-count", "E2")}


@pytest.mark.parametrize("how", MAKERS)
def test_a_rate_in_per_cent_is_what_stands_in_its_cell(shared, how):
    name, make = MAKERS[how]
    row = ["staff_survey_response_rate", *NOVEMBER[1:]]
    said, rows = looked_at(shared, "figures", name, make([FIGURES, [*row, Percent(0.07)]]))
    assert (said, [one["value"] for one in rows]) == (set(), [0.07])
    said, _ = looked_at(shared, "figures", name, make([FIGURES, [*row, Percent(1.05)]]))
    assert said == {("error", "out-of-range", "E2")}


@pytest.mark.parametrize("how", MAKERS)
def test_what_is_struck_out_where_nothing_is_taken_is_no_matter(shared, how):
    name, make = MAKERS[how]
    rows = [
        [*PETITIONS, "備忘"],
        [*petition("P1"), Struck("舊")],
        [*petition("P2"), "新"],
        [Struck("合計"), "", "", "", Struck("2"), ""],
    ]
    said, loaded = looked_at(shared, "petitions", name, make(rows))
    assert (said, len(loaded)) == (set(), 2)


@pytest.mark.parametrize("make", [by_openpyxl, by_xlsxwriter])
def test_a_large_sheet_says_the_same(monkeypatch, make):
    rows = [["編號", "數值", "率"], ["1", Struck(29), Percent(1)], ["2", Runs((("29", "s"), ("31", ""))), Percent(0.5)],
            ["3", Runs((("29", ""), ("1", "sup"))), 1], [Struck("4"), 29, Percent(1)]]  # fmt: skip
    content = make([*rows, *([str(n), 29, 1] for n in range(100))])
    plain = read_here("a.xlsx", content).sheets[0]
    monkeypatch.setattr(xlsx, "LARGE", -1)
    large = read_here("a.xlsx", content).sheets[0]
    assert [list(row) for row in large.rows] == [list(row) for row in plain.rows]
    assert large.struck == plain.struck == {(1, 1), (4, 0)}
    assert [row[1:] for row in plain.rows[1:5]] == [[29.0, "100%"], ["31", "50%"], ["29¹", 1.0], [29.0, "100%"]]


@pytest.mark.documents
@pytest.mark.parametrize("kind", ["ods", "xls"])
def test_a_sheet_that_libreoffice_has_written_says_the_same(kind):
    rows = [["編號", "數值", "率"], ["1", Struck(29), Percent(1)], ["2", Runs((("29", "s"), ("31", ""))), Percent(0.5)],
            [Struck("3"), Runs((("29", ""), ("1", "sup"))), 1], ["4", Runs((("29", "s"), ("1", "s"))), 0.5]]  # fmt: skip
    found = read(f"a.{kind}", converted({"a.xlsx": by_openpyxl(rows)}, kind)["a.xlsx"]).sheets[0]
    assert [row[1:] for row in found.rows[1:]] == [[29, "100%"], ["31", "50%"], ["29¹", 1], ["291", 0.5]]
    assert found.struck == {(1, 1), (3, 0), (4, 1)}


def test_a_sheet_of_many_megabytes_hides_no_struck_figure(shared):
    rows = [[*PETITIONS, "備忘"], *([*petition(f"P{n}"), f"{n}" * 40] for n in range(20_000))]
    rows[15_000][3], rows[16_000][3] = Runs((("乙組", "s"), ("甲組", ""))), Struck("甲組")
    said, _ = looked_at(shared, "petitions", "a_11411.xlsx", by_openpyxl(rows))
    assert said == {("error", "cell-struck", "D16001")}


def test_the_marked_workbook_that_comes_back_is_still_struck_out(warehouse):
    book = openpyxl.Workbook()
    for row in (PETITIONS, petition("P1"), petition("P2")):
        book.active.append(row)
    for place in ("A2", "B2", "D2", "E2", "D3"):
        book.active[place].font = Font(strike=True)
    plan = check(warehouse, "petitions", ("a_11411.xlsx", books.saved(book)))
    content = problem_workbook(plan.files[0].origin, plan.files[0].problems, "zh-Hant")
    said = {(one.key, one.cell) for one in check(warehouse, "petitions", ("a_11411.xlsx", content)).files[0].problems}
    assert {("row-struck", "A2"), ("cell-struck", "D3")} <= said
    assert read("a.xlsx", content).sheets[0].struck == {(1, 0), (1, 1), (1, 3), (1, 4), (2, 3)}
    mended = openpyxl.load_workbook(io.BytesIO(content))
    page = mended.worksheets[0]
    for cell in (*page[2], *page[3]):
        cell.font = Font()
    take(warehouse, "petitions", ("a_11411.xlsx", books.saved(mended)))
    assert sql(warehouse, "SELECT count(*) FROM facts_petitions") == [(2,)]
