"""The source of a figure is that of the number which is printed: its days, its counts, and the files behind it alone."""

from __future__ import annotations

from datetime import date

import pytest

from kpi.dates.periods import Period, year_of
from kpi.form.figure import Desk, cutoffs, figure_of
from kpi.form.placeholder import read
from present.form.edition import freeze, thaw
from present.form.figure_text import text_of
from present.form.fill import build
from present.form.filled import Printed
from present.form.provenance import source_of
from publish.form.files import files_behind
from tests.conftest import CUTOFF, YEAR, take


@pytest.fixture(scope="module")
def behind(demo):
    return files_behind(demo)


@pytest.fixture
def noted(demo, desk, behind):
    """What a placeholder prints, and what is said of where it came from."""

    def note(text: str, lang: str = "zh-Hant") -> tuple[str, str]:
        one = read(text, desk.catalogue)
        mine = Desk(desk.catalogue, demo.book(cutoffs=sorted(cutoffs([one], YEAR, CUTOFF))), desk.records, YEAR)
        figure = figure_of(mine, one, CUTOFF)
        text = text_of(mine, figure, lang)
        return text, source_of(mine, Printed(text, figure), behind, lang)

    return note


def test_last_year_s_figure_bears_last_year_s_days_counts_and_files(noted):
    """42 of 748 letters are 5.6 %; this year 39 of 825."""
    text, source = noted("mailbox_dissatisfied_rate|last year")
    assert text == "5.6%"
    assert "113/1/1–12/10；分子 42、分母 748；檔案：首長信箱_113年.xlsx；" in source
    assert "825" not in source
    assert "114" not in source


def test_last_year_s_stock_bears_the_day_on_which_it_was_counted(noted):
    text, source = noted("open_datasets|last year")
    assert text == "120 個"
    assert "，113/9/30；檔案：資料集目錄_1130930.csv；" in source


def test_a_change_names_both_sides(noted):
    text, source = noted("mailbox_dissatisfied_rate|change")
    assert text == "減少 0.9 個百分點"
    assert "114/1/1–12/10；分子 39、分母 825；與 113/1/1–12/10 比較；分子 42、分母 748；" in source
    assert "檔案：首長信箱_114年.xlsx、首長信箱_113年.xlsx；" in source
    assert "against 1 Jan – 10 Dec 2024" in noted("mailbox_dissatisfied_rate|change", "en")[1]


def test_a_change_of_whole_months_is_of_those_months_on_both_sides(noted):
    """The demonstration's calls go up to 10 December; of last year there are whole months."""
    _, source = noted("helpdesk_calls|change")
    assert "114/1/1–11/30；與 113/1/1–11/30 比較；" in source


def test_only_files_of_its_own_days_stand_behind_a_figure(noted):
    """The mailbox was loaded as three files in one load, the datasets as thirteen."""
    assert "檔案：首長信箱_114年.xlsx；" in noted("mailbox_handled")[1]
    assert "檔案：資料集目錄_1141210.csv；" in noted("open_datasets")[1]
    assert (
        "檔案：線上申辦案件_11402.xlsx、線上申辦案件_11403.xlsx；"
        in noted("applications_completed|from 2/10 to 3/5")[1]
    )


def test_a_standard_bears_who_set_it_and_from_when_and_no_figure(noted):
    text, source = noted("mailbox_second_answer_on_time_rate|standard")
    assert text == "5 日"
    assert source.startswith(
        "不滿意信件 5 日內再次說明率的參考標準：5 日，經濟部產業發展署（機關自訂作法）訂定，114/1/1 起適用；資料版本"
    )
    assert "≥ 3 ways" in noted("website_category_browsing|standard", "en")[1]


def test_a_standard_of_times_says_in_how_many_months(noted):
    assert "：每月 ≥ 1 次，" in noted("website_link_checks|standard")[1]
    source = noted("website_link_checks|standard", "en")[1]
    assert "in force from 1 Jan 2025; version" in source
    assert "numerator" not in source


def test_the_list_of_innovations_bears_its_year_and_its_file(noted):
    source = noted("innovations")[1]
    assert source.startswith("114 年（2025）創新服務清單，9 項；檔案：innovations.xlsx；資料版本：第 ")
    assert (
        "innovative services of 2025 (ROC 114), 9 of them; files: innovations.xlsx; version"
        in noted("innovations", "en")[1]
    )


def test_only_files_with_rows_of_the_year_stand_behind_a_list_of_innovations(warehouse):
    for year, title in ((113, "舊"), (114, "新")):
        take(warehouse, "innovations", (f"創新_{year}.csv", f"年度,編號,服務名稱\n{year},1,{title}\n"))
    behind = files_behind(warehouse)
    assert [behind("innovations", year_of(year)) for year in (2023, 2024, 2025)] == [
        [],
        ["創新_113.csv"],
        ["創新_114.csv"],
    ]


HEAD = "案件編號,收文日期,結案日期,承辦單位,案件類別\n"


def test_a_case_that_came_in_before_the_days_of_its_file_is_still_behind_a_figure_of_then(warehouse):
    """The file of 114 holds a case that was received in December 113; no other file does."""
    rows = "P1,1131220,1140106,甲組,興革\nP2,1140301,1140306,甲組,興革\n"
    take(warehouse, "petitions", ("陳情_114.csv", HEAD + rows), period=Period(date(2025, 1, 1), date(2025, 11, 30)))
    behind = files_behind(warehouse)
    assert behind("petitions_received", Period(date(2024, 12, 1), date(2024, 12, 31))) == ["陳情_114.csv"]
    assert behind("petitions_received", Period(date(2025, 3, 1), date(2025, 3, 31))) == ["陳情_114.csv"]
    assert behind("petitions_received", Period(date(2025, 5, 1), date(2025, 5, 31))) == []


def test_a_hand_counted_figure_names_the_file_whose_row_it_is(behind, noted):
    """All years come in one load, and their files state no period."""
    assert "檔案：人工統計_114年.xlsx；" in noted("press_releases")[1]
    for year in (2023, 2024, 2025):
        assert behind("press_releases", Period(date(year, 1, 1), date(year, 11, 30))) == [
            f"人工統計_{year - 1911}年.xlsx"
        ]


def test_a_signed_edition_keeps_the_source_of_what_it_prints(desk, behind, with_records):
    from tests.present.form.test_fill import text

    written = text(template="去年 {mailbox_dissatisfied_rate|last year}。", shown="去年 5.6%。")
    form = build(with_records(written=(written,)), CUTOFF, "zh-Hant")
    kept = thaw(freeze({"zh-Hant": form}, lambda printed, lang: source_of(desk, printed, behind, lang)), "zh-Hant")
    (figure,) = kept.row("E2.1b").figures
    assert (figure.text, "分子 42、分母 748" in figure.source) == ("5.6%", True)
