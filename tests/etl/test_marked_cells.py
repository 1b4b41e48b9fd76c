"""What stands beside the values is told or refused at its cell, whatever the format; unusual packages are read."""

from __future__ import annotations

from datetime import date

import pytest

from etl.reading import Rows, read, xlsx
from etl.reading.by_kind import read_here
from etl.reading.number_formats import misleading
from lang import say
from tests.conftest import check
from tests.samples import SAMPLES, beside, books, marked, xlsb
from warehouse import Warehouse

NAMES = [name for name, one in SAMPLES.items() if one.make.__module__ in (beside.__name__, marked.__name__)]


@pytest.fixture(scope="module")
def shared(lists_home, catalogue):
    return Warehouse(lists_home, catalogue)


@pytest.mark.parametrize("name", NAMES)
def test_marked_workbooks_load_right_or_say_why_not(shared, name):
    one = SAMPLES[name]
    plan = check(shared, "petitions", (one.file, one.make()), seen=False)
    problems = plan.files[0].problems
    for problem in problems:
        for lang in ("zh-Hant", "en"):
            assert say(problem.key, lang, **problem.params)
    if one.key:
        assert (one.key, one.cell) in {(problem.key, problem.cell if one.cell else None) for problem in problems}
    if one.rows is None:
        assert plan.refused
        return
    assert not plan.refused
    table = plan.incoming.table
    assert table["case_no"].to_pylist() == ["P1", "P2"]
    assert table["received"].to_pylist() == [date(2025, 11, 3), date(2025, 11, 4)]
    assert set(table["office"].to_pylist()) <= {"甲組", "乙組"}


@pytest.mark.parametrize("name", NAMES)
def test_they_say_the_same_when_they_count_as_large(shared, name, monkeypatch):
    one = SAMPLES[name]
    content = one.make()
    if not content.startswith(b"PK"):
        pytest.skip("no workbook of XML")
    try:
        plain = read_here(one.file, content)
    except Exception as error:
        with pytest.raises(type(error)):
            _large(monkeypatch, one.file, content)
        return
    large = _large(monkeypatch, one.file, content)
    for one_way, other in zip(plain.sheets, large.sheets, strict=True):
        assert [list(row) for row in one_way.rows] == [list(row) for row in other.rows]
        for what in ("merged", "hidden", "hidden_rows", "hidden_columns", "formulas", "unvalued", "more"):
            assert getattr(one_way, what) == getattr(other, what), what


def _large(monkeypatch, name: str, content: bytes):
    monkeypatch.setattr(xlsx, "LARGE", -1)
    return read_here(name, content)


@pytest.mark.parametrize("code", ["Standard", "Standaard", "0 days", "0 m²", "USD 0", "#,##0 Std"])
@pytest.mark.parametrize("suffix", [".xlsx", ".xls", ".xlsb"])
def test_points_under_a_format_that_only_looks_like_a_date_are_points(shared, suffix, code, monkeypatch):
    content = marked.points(suffix, code)
    plan = check(shared, "phone_tests", (f"電話測試_11411{suffix}", content), seen=False)
    assert plan.incoming.table["total"].to_pylist() == [51, 49, 48]
    monkeypatch.setattr(xlsx, "LARGE", -1)
    assert read_here(f"a{suffix}", content).sheets[0].rows[2][5] == 49


@pytest.mark.parametrize(
    "code",
    ["yyyy/m/d", "e/m/d", "[$-404]e/m/d", "d", "mm:ss.0", "[h]:mm", "h:mm AM/PM", "yyyymmdd", "yyyy-mm-ddThh:mm:ss", "m/d;@",
     'ggge"年"m"月"d"日"', "General", "0.00", '0"d"', "@"],
)  # fmt: skip
def test_formats_of_dates_and_plain_numbers_are_left_alone(code):
    assert not misleading(code)


def test_merged_cells_are_filled_down_in_every_format(shared):
    for name in ("hidden_row_and_merged_cells_in_single_quotes", "hidden_row_and_merged_cells_of_a_binary_workbook"):
        one = SAMPLES[name]
        assert offices(shared, one.file, one.make()) == ["甲組", "甲組"]


@pytest.mark.parametrize("how", beside.MERGERS)
def test_an_office_that_is_merged_over_its_rows_is_that_of_each(shared, how):
    name, make = beside.MERGERS[how]
    assert read_here(name, make()).sheets[0].merged == ((1, 3, 2, 3),)
    assert offices(shared, name, make()) == ["甲組", "甲組"]


def offices(warehouse, name: str, content: bytes) -> list[str]:
    return check(warehouse, "petitions", (name, content), seen=False).incoming.table["office"].to_pylist()


@pytest.mark.parametrize("how", beside.WIDENERS)
def test_a_header_that_is_merged_over_two_columns_is_that_of_the_one_with_data(shared, how):
    name, make = beside.WIDENERS[how]
    assert read_here(name, make()).sheets[0].merged == ((0, 1, 0, 2),)
    plan = check(shared, "petitions", (name, make()), seen=False)
    assert plan.incoming.table["received"].to_pylist() == [date(2025, 11, 3), date(2025, 11, 4)]
    assert plan.incoming.table["office"].to_pylist() == ["甲組", "乙組"]


@pytest.mark.parametrize(("state", "hidden"), [(0, False), (1, True), (2, True)])
def test_a_hidden_sheet_of_a_binary_workbook_is_known(state, hidden):
    assert read_here("a.xlsb", xlsb.xlsb(books.ROWS, said=xlsb.Layout(state=state))).sheets[0].hidden is hidden


def test_a_sheet_of_xml_2003_that_is_shown_is_not_hidden():
    content = beside.xml2003(more=beside.xml_sheet(beside.OLD, "SheetVisible"))
    assert [sheet.hidden for sheet in read_here("a.xls", content).sheets] == [False, False]


def test_a_cell_that_is_longer_than_any_such_cell_is_refused_where_it_stands(shared):
    for place, column in enumerate("ABCD"):
        row = ["P1", "1141103", "1141120", "甲組", "興革"]
        row[place] = ("1" * 16_000 + " ") * 2
        problems = (
            check(shared, "petitions", ("a_11411.csv", books.csv([books.HEADERS, row])), seen=False).files[0].problems
        )
        assert ("cell-overlong", f"{column}2") in {(one.key, one.cell) for one in problems}


def test_a_formula_that_gives_nothing_is_one_with_a_value_where_it_was_calculated():
    out = books.parts(marked.formulas_that_no_program_has_calculated())
    out["xl/workbook.xml"] = out["xl/workbook.xml"].replace(b' fullCalcOnLoad="1"', b"")
    found = read("a.xlsx", books.zipped(out)).sheets[0]
    assert (found.formulas, found.unvalued) == (1, ())


def test_a_large_sheet_of_formulas_and_errors_is_read_by_its_distinct_cells(monkeypatch):
    monkeypatch.setattr(xlsx, "LARGE", -1)
    for name in ("error_value_between_white_space", "formulas_that_no_program_has_calculated"):
        assert isinstance(read_here("a.xlsx", SAMPLES[name].make()).sheets[0].rows, Rows)
