"""A chart says what was measured, when, of how many, and draws no line that nobody set."""

from __future__ import annotations

from datetime import date

import pytest

from kpi.catalogue import standard_from
from kpi.dates.periods import Period
from kpi.observations import Scope
from present.charts.breakdown import category_chart, office_chart
from present.charts.year import year_chart

CUTOFF = date(2025, 12, 10)


def test_a_rate_is_in_per_cent_and_its_label_holds_both_years_and_n(catalogue, book):
    model = year_chart(catalogue, book, "mailbox_dissatisfied_rate", CUTOFF, "zh-Hant")
    november = model.series[-1].marks[10]
    assert november.value == pytest.approx(5 / 76 * 100)
    assert november.label == "114 年 11 月（2025）：6.6%（5／76 件）"
    english = year_chart(catalogue, book, "mailbox_dissatisfied_rate", CUTOFF, "en").series[-1].marks[10]
    assert english.label == "Nov 2025 (ROC 114): 6.6% (5 of 76 letters)"


def test_running_values_divide_sums_and_end_at_the_published_rate(catalogue, book):
    model = year_chart(catalogue, book, "mailbox_dissatisfied_rate", CUTOFF, "zh-Hant", cumulative=True)
    last = model.series[-1].marks[-1]
    assert last.value == pytest.approx(39 / 825 * 100)
    assert "39／825" in last.label


def test_only_the_unfinished_month_is_provisional_and_the_note_names_it(catalogue, book):
    model = year_chart(catalogue, book, "mailbox_handled", CUTOFF, "zh-Hant")
    last_year, this_year = model.series
    assert [mark.month for mark in this_year.marks if mark.provisional] == [12]
    assert not any(mark.provisional for mark in last_year.marks)
    assert "12 月尚未結束" in model.note
    assert "114/12/10" in model.note


def test_last_year_is_whole_and_this_year_stops_at_the_cut_off(catalogue, book):
    model = year_chart(catalogue, book, "mailbox_handled", date(2025, 9, 30), "zh-Hant")
    assert [len(series.marks) for series in model.series] == [12, 9]
    assert [series.role for series in model.series] == ["last_year", "this_year"]


def test_years_without_values_are_left_out(catalogue, book):
    model = year_chart(catalogue, book, "mailbox_handled", CUTOFF, "zh-Hant", years=5)
    assert [series.name for series in model.series] == ["113 年", "114 年"]


def test_a_standard_set_in_mid_month_starts_there(catalogue, book):
    (step,) = year_chart(catalogue, book, "mailbox_dissatisfied_rate", CUTOFF, "zh-Hant").steps
    assert (step.start, step.end, step.value) == (pytest.approx(7 + 15 / 31), 13.0, 5.0)
    assert step.label == "標準 ≤ 5%（114/7/16 起，首長）"


def test_a_standard_replaced_within_the_year_gives_two_steps(catalogue, book, alter):
    new = standard_from(
        {"id": "new", "indicator": "mailbox_dissatisfied_rate", "kind": "at_most", "value": 0.04, "from": "2025-10-01",
         "set_by": {"zh": "首長", "en": "Head"}}
    )  # fmt: skip
    changed = alter(catalogue, standards=(*catalogue.standards, new))
    steps = year_chart(changed, book, "mailbox_dissatisfied_rate", CUTOFF, "en").steps
    assert [(step.end, step.value) for step in steps] == [(10.0, 5.0), (13.0, 4.0)]
    assert steps[1].start == 10.0


def test_no_standard_no_line(real_catalogue, book):
    model = year_chart(real_catalogue, book, "mailbox_dissatisfied_rate", CUTOFF, "zh-Hant")
    assert model.steps == ()
    assert "未訂標準" in model.summary


def test_a_range_is_two_steps(catalogue, book):
    steps = year_chart(catalogue, book, "phone_score_mean", date(2025, 3, 31), "zh-Hant").steps
    assert [step.value for step in steps] == [80, 98]


def test_a_bound_on_a_count_belongs_to_the_running_values(catalogue, book):
    monthly = year_chart(catalogue, book, "mailbox_handled", CUTOFF, "zh-Hant")
    running = year_chart(catalogue, book, "mailbox_handled", CUTOFF, "zh-Hant", cumulative=True)
    assert monthly.steps == ()
    assert "累計" in monthly.note
    assert [step.value for step in running.steps] == [900]


def test_a_time_limit_is_drawn_at_one_hundred(catalogue, book):
    (step,) = year_chart(catalogue, book, "applications_on_time_rate", CUTOFF, "zh-Hant").steps
    assert step.value == 100.0
    assert "無案件逾限" in step.label


def test_a_frequency_is_drawn_only_where_values_are_per_window(catalogue, book):
    assert [s.value for s in year_chart(catalogue, book, "website_link_checks", CUTOFF, "zh-Hant").steps] == [1]
    each = year_chart(catalogue, book, "phone_tests_office_monthly", CUTOFF, "zh-Hant")
    assert each.steps == ()
    assert "各組室" in each.note
    one = year_chart(catalogue, book, "phone_tests_office_monthly", CUTOFF, "zh-Hant", Scope("產業政策組"))
    assert [step.value for step in one.steps] == [1]


def test_evidence_and_tracked_standards_draw_nothing(catalogue, book):
    assert year_chart(catalogue, book, "staff_competence", CUTOFF, "zh-Hant").steps == ()


def test_demonstration_data_say_so_and_real_data_do_not(catalogue, book, real_data_book):
    for lang, word in (("zh-Hant", "示範資料"), ("en", "Demonstration data")):
        assert word in year_chart(catalogue, book, "mailbox_handled", CUTOFF, lang).note
        assert word not in year_chart(catalogue, real_data_book, "mailbox_handled", CUTOFF, lang).note


def test_the_summary_names_no_unfinished_month_as_the_lowest(catalogue, book):
    summary = year_chart(catalogue, book, "mailbox_handled", CUTOFF, "zh-Hant").summary
    assert "最低 60 件（1 月）" in summary
    assert "最高 82 件（10 月）" in summary


def test_a_chart_without_values_says_so(catalogue, book):
    model = year_chart(catalogue, book, "applications_on_time_rate", CUTOFF, "zh-Hant")
    assert model.empty
    assert "沒有逐月數值" in model.summary


def test_offices_stand_by_value_and_merged_ones_in_their_successor(catalogue, book):
    period = Period(date(2025, 1, 1), CUTOFF)
    dots = office_chart(catalogue, book, "mailbox_handled", period, "zh-Hant")
    assert [(row.name, row.value) for row in dots.rows] == [("永續發展組", 499), ("產業政策組", 326)]
    assert dots.whole.value == 825
    assert "示範資料" in dots.note


def test_an_indicator_of_the_whole_agency_has_no_office_dots(catalogue, book):
    dots = office_chart(catalogue, book, "mit_firms", Period(date(2025, 1, 1), CUTOFF), "zh-Hant")
    assert dots.rows == ()
    assert dots.whole is None


def test_categories_are_named_in_the_readers_language(catalogue, book):
    period = Period(date(2025, 1, 1), date(2025, 3, 31))
    chinese = category_chart(catalogue, book, "phone_score_mean", period, "zh-Hant")
    english = category_chart(catalogue, book, "phone_score_mean", period, "en")
    assert [row.name for row in chinese.rows] == ["總機語音", "承辦人"]
    assert [row.name for row in english.rows] == ["switchboard, voice menu", "office staff"]
    assert [row.n for row in english.rows] == [30, 30]
