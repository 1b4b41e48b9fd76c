"""The summary: real numbers and dates in every form, no formula from a text, native charts, both languages."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date, datetime

import openpyxl
import pandas as pd
import pytest

from kpi.catalogue import Text
from kpi.dates.periods import Period
from kpi.errors import UnknownName
from kpi.observations import Office
from opendocument.ods_file import typed_value
from publish.summary import WRITERS, summarise, to_csv, to_ods, to_xlsx
from publish.summary.ods_file import look_of
from publish.summary.table import COLUMNS, Cell, table_of
from publish.summary.xlsx_charts import MOST
from tests.publish.document.odf.test_odt_file import SPACES, find, part

PERIOD = Period(date(2025, 1, 1), date(2025, 12, 10))
RATE = "首長信箱不滿意率（以收辦件數計）"


@pytest.fixture(scope="module")
def summary(catalogue, book):
    return summarise(catalogue, book, PERIOD)


@pytest.fixture(scope="module")
def workbook(summary):
    return openpyxl.load_workbook(io.BytesIO(to_xlsx(summary, "zh-Hant")))


def header_row(sheet) -> int:
    return next(row[0].row for row in sheet.iter_rows(max_col=1) if row[0].value == "構面")


def cells_of(sheet, name: str) -> dict:
    top = header_row(sheet)
    headers = [cell.value for cell in sheet[top]]
    row = next(row for row in sheet.iter_rows(min_row=top + 1) if row[1].value == name)
    return dict(zip(headers, row, strict=True))


def test_a_rate_is_a_fraction_with_a_percentage_format(workbook):
    row = cells_of(workbook.worksheets[0], RATE)
    assert row["數值"].value == pytest.approx(39 / 825)
    assert row["數值"].data_type == "n"
    assert row["數值"].number_format == "0.0%"
    assert (row["分子"].value, row["分母"].value, row["母數 n"].value) == (39, 825, 825)


def test_last_year_is_the_same_days_and_the_change_is_in_points(workbook):
    row = cells_of(workbook.worksheets[0], RATE)
    prior = 50 / 740  # 49 of 720 up to November, and 1 of 20 in December's first ten days
    assert row["去年同期"].value == pytest.approx(prior)
    assert row["增減（比率為百分點）"].value == pytest.approx((39 / 825 - prior) * 100)
    assert "百分點" in row["增減（比率為百分點）"].number_format
    assert row["增減率"].value is None
    assert row["去年同期迄"].value == datetime(2024, 12, 10)


def test_dates_are_dates_in_roc_years(workbook):
    cell = cells_of(workbook.worksheets[0], RATE)["資料到"]
    assert cell.is_date
    assert cell.value == datetime(2025, 12, 10)
    assert cell.number_format == "[$-404]e/m/d"


def test_counts_compare_in_their_unit_and_in_per_cent(workbook):
    row = cells_of(workbook.worksheets[0], "首長信箱收辦件數")
    assert (row["數值"].value, row["去年同期"].value, row["增減（比率為百分點）"].value) == (825, 740, 85)
    assert row["增減率"].value == pytest.approx(85 / 740)


def test_no_text_is_a_number_and_every_indicator_has_its_row(workbook, catalogue):
    sheet = workbook.worksheets[0]
    top = header_row(sheet)
    assert sheet.max_row - top == len(catalogue.indicators)
    for row in sheet.iter_rows(min_row=top + 1):
        for cell in row:
            if cell.data_type == "s":
                assert not cell.value.replace(",", "").replace("%", "").replace(".", "").isdigit()


def test_statuses_are_words_in_their_colour_and_missing_values_are_blank(workbook):
    met = cells_of(workbook.worksheets[0], RATE)["狀態"]
    assert (met.value, met.font.color.rgb) == ("達標", "000e5f4f")
    absent = cells_of(workbook.worksheets[0], "申辦案件依限辦結率")
    assert absent["數值"].value is None
    assert absent["狀態"].value == "尚無資料"
    assert absent["狀態說明"].value


def test_the_sheet_prints_landscape_with_its_header_on_every_page(workbook):
    sheet = workbook.worksheets[0]
    top = header_row(sheet)
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.print_title_rows == f"${top}:${top}"
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.freeze_panes == f"C{top + 1}"


def test_demonstration_data_are_named_on_every_sheet_and_real_ones_are_not(workbook, catalogue, real_data_book):
    for sheet in workbook.worksheets:
        assert any("示範資料" in str(sheet.cell(row, 1).value) for row in range(1, 7)), sheet.title
    real = openpyxl.load_workbook(io.BytesIO(to_xlsx(summarise(catalogue, real_data_book, PERIOD), "zh-Hant")))
    heads = [str(sheet.cell(row, 1).value) for sheet in real.worksheets for row in range(1, 7)]
    assert not any("示範資料" in head for head in heads)


def test_monthly_values_are_numbers_and_the_unfinished_month_is_italic(workbook):
    sheet = workbook["各月數值"]
    rows = [row for row in sheet.iter_rows(min_row=header_row(sheet) + 1) if row[1].value == "首長信箱收辦件數"]
    values = {row[3].value: [cell.value for cell in row[4:16]] for row in rows}
    assert values["114 年"] == [60, 70, 80, 75, 66, 71, 69, 73, 78, 82, 76, 25]
    assert values["113 年"][-1] == 60
    december = rows[1][15]
    assert december.font.italic
    assert not rows[1][14].font.italic


def test_the_standard_stands_under_the_months_at_whose_end_it_holds(workbook):
    sheet = workbook["各月數值"]
    line = next(row for row in sheet.iter_rows() if str(row[3].value).startswith("標準 ≤ 5%"))
    assert [cell.value for cell in line[4:16]] == [None] * 6 + [0.05] * 6


def test_charts_are_native_labelled_and_have_their_axes(workbook):
    charts = workbook["圖表"]._charts
    assert 3 <= len(charts) <= MOST
    titles = ["".join(run.t for p in chart.title.tx.rich.p for run in p.r or []) for chart in charts]
    assert RATE in titles
    for chart in charts:
        assert chart.x_axis.delete is False
        assert chart.y_axis.delete is False
        assert len(chart.series) >= 2
        assert all("各月數值" in series.val.numRef.f for series in chart.series)


def test_a_text_never_becomes_a_formula(catalogue, book, alter):
    """An office called =HYPERLINK(...) reaches the heading; names of indicators reach their cells."""
    evil = '=HYPERLINK("http://x","y")'
    items = dict(catalogue.indicators)
    items["mailbox_handled"] = items["mailbox_handled"].model_copy(update={"name": Text(zh=evil, en="@SUM(1)")})
    changed = alter(catalogue, indicators=items)
    office = replace(book, offices=(*book.offices, Office("+1+1")))
    report = summarise(changed, office, PERIOD)
    for sheet in openpyxl.load_workbook(io.BytesIO(to_xlsx(report, "zh-Hant"))).worksheets:
        assert not [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    cell = cells_of(openpyxl.load_workbook(io.BytesIO(to_xlsx(report, "zh-Hant"))).worksheets[0], evil)["指標"]
    assert cell.quotePrefix
    assert f"'{evil}".replace('"', '""').encode() in to_csv(report, "zh-Hant")
    assert b",'@SUM(1)," in to_csv(report, "en")
    assert summarise(changed, office, PERIOD, "+1+1").office == "+1+1"


def test_the_csv_opens_in_excel_and_keeps_numbers_plain(summary):
    content = to_csv(summary, "zh-Hant")
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
    row = next(row for row in rows if row["指標"] == RATE)
    assert float(row["數值"]) == pytest.approx(39 / 825)
    assert float(row["增減（比率為百分點）"]) < 0  # a minus sign is no formula
    assert not row["增減（比率為百分點）"].startswith("'")
    assert row["資料到"] == "2025-12-10"
    assert row["資料性質"] == "示範"


def test_the_ods_holds_typed_cells(summary):
    frame = pd.read_excel(io.BytesIO(to_ods(summary, "zh-Hant")), engine="calamine", header=None)
    top = frame.index[frame[0] == "構面"][0]
    frame.columns = frame.loc[top]
    row = frame[frame["指標"] == RATE].iloc[0]
    assert row["數值"] == pytest.approx(39 / 825)
    assert pd.Timestamp(row["資料到"]) == pd.Timestamp(2025, 12, 10)
    assert "示範資料" in frame.iloc[:top, 0].astype(str).str.cat()


def test_the_ods_says_of_each_cell_what_it_is(summary):
    sheet = part(to_ods(summary, "zh-Hant"), "content.xml")
    row = next(row for row in find(sheet, "//table:table-row") if RATE in "".join(row.itertext()))
    kinds = {
        column.key: cell.get(f"{{{SPACES['office']}}}value-type") for column, cell in zip(COLUMNS, row, strict=True)
    }
    assert (kinds["value"], kinds["n"], kinds["change"]) == ("percentage", "float", "float")
    assert (kinds["through"], kinds["indicator"], kinds["relative"]) == ("date", "string", None)


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (Cell("number", 0.5), "1"), (Cell("number", 2.5), "3"), (Cell("number", -2.5), "-3"), (Cell("number", 1234.25, 1), "1,234.3"),
        (Cell("percent", 0.125), "13%"), (Cell("percent", 0.0625, 1), "6.3%"), (Cell("percent", 0.285, 0), "29%"),
        (Cell("points", -0.25, 1), "-0.3"),
    ],
)  # fmt: skip
def test_the_ods_rounds_what_it_shows_as_a_spreadsheet_does(cell, text):
    typed, shown = typed_value(cell.value, look_of(cell, "zh-Hant"))
    assert (shown, typed["office:value"]) == (text, repr(cell.value))


def test_all_forms_hold_the_same_table(summary):
    names = [row[1].value for row in table_of(summary, "en").rows]
    book = openpyxl.load_workbook(io.BytesIO(to_xlsx(summary, "en"))).worksheets[0]
    ods = pd.read_excel(io.BytesIO(to_ods(summary, "en")), engine="calamine", header=None)
    rows = list(csv.reader(io.StringIO(to_csv(summary, "en").decode("utf-8-sig"))))
    assert [row[1] for row in rows[1:]] == names
    assert [book.cell(row, 2).value for row in range(8, 8 + len(names))] == names
    assert ods[1].tolist()[-len(names) :] == names


def test_rows_follow_the_dimensions(summary, catalogue):
    order = [catalogue.dimension_of(row.indicator) for row in summary.rows]
    assert list(dict.fromkeys(order)) == list(catalogue.dimensions)
    assert order == sorted(order, key=list(catalogue.dimensions).index)


def test_a_rate_just_under_everything_is_never_shown_as_everything(summary):
    from publish.summary.table import amount_cell

    cell = amount_cell(summary, "mailbox_on_time_rate", 0.9996)
    assert f"{cell.value:.{cell.decimals}%}" != "100.0%"
    assert amount_cell(summary, "mailbox_on_time_rate", 1.0).decimals <= 1


def test_an_office_may_be_named_by_an_alias_and_an_unknown_one_is_refused(catalogue, book):
    known = replace(book, offices=(Office("產業政策組", aliases=("政策組",)),))
    assert summarise(catalogue, known, PERIOD, "政策組").office == "產業政策組"
    with pytest.raises(UnknownName) as refused:
        summarise(catalogue, known, PERIOD, "產業政組")
    assert refused.value.params["near"] == ["產業政策組"]


@pytest.mark.parametrize("ending", list(WRITERS))
def test_an_empty_warehouse_gives_a_file_all_the_same(catalogue, ending):
    from kpi.observations import Book

    content = WRITERS[ending](summarise(catalogue, Book(1, {}), PERIOD), "en")
    assert len(content) > 1000


def test_a_rate_in_the_csv_is_a_fraction_and_its_unit_says_so(catalogue, book):
    lines = to_csv(summarise(catalogue, book, PERIOD), "en").decode("utf-8-sig").splitlines()
    units = {row["Unit"] for row in csv.DictReader(lines)}
    assert "rate (1 is 100%)" in units
    assert "%" not in units
