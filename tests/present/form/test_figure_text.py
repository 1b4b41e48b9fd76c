"""Figures as such documents print them. Each line of the tables can be checked by hand."""

from __future__ import annotations

from datetime import date

import pytest

from kpi.dates.periods import Period
from kpi.form.figure import Desk, figure_of
from kpi.form.figure_parts import INNOVATIONS, What, parts_of
from kpi.form.placeholder import Placeholder, Scale, read
from kpi.form.saved_records import Evidence, Innovation, Records
from kpi.observations import Book, Observation, Reach
from lang import say, sentence
from present.form.figure_text import long_day, month_day, scaled, span, text_of

CUTOFF = date(2025, 12, 10)


def printed(catalogue, text: str, lang: str, *rows: Observation, records: Records | None = None) -> str:
    found: dict[str, list[Observation]] = {}
    for row in rows:
        found.setdefault(row.indicator, []).append(row)
    reach = {name: Reach((Period(date(2024, 1, 1), CUTOFF),)) for name in ("mailbox", "petitions", "applications")}
    desk = Desk(catalogue, Book(1, found, reach), records or Records(), 2025)
    return text_of(desk, figure_of(desk, read(text, catalogue), CUTOFF), lang)


def year_to_date(key: str, value: float, of: float | None = None, qualifier: str | None = None, year: int = 2025):
    return Observation(key, date(year, 1, 1), date(year, 12, 10), None, None, None, value, of, qualifier)


def on_day(key: str, value: float, qualifier: str | None = None, day: date = CUTOFF):
    return Observation(key, day, day, None, None, None, value, None, qualifier)


@pytest.mark.parametrize(
    ("text", "row", "zh", "en"),
    [
        ("instant_messages", year_to_date("instant_messages", 458_477), "458,477 則", "458,477 messages"),
        ("instant_messages|number", year_to_date("instant_messages", 458_477), "458,477", "458,477"),
        ("instant_messages|unit", year_to_date("instant_messages", 458_477), "則", "messages"),
        ("press_releases", year_to_date("press_releases", 1), "1 則", "1 release"),
        ("press_releases", year_to_date("press_releases", 0), "0 則", "0 releases"),
        ("helpdesk_calls", year_to_date("helpdesk_calls", 1612, qualifier="約"), "約 1,612 人次", "about 1,612 calls"),
        ("helpdesk_calls|數字", year_to_date("helpdesk_calls", 1612, qualifier="約"), "1,612", "1,612"),
        ("recovery_grants_amount|億", year_to_date("recovery_grants_amount", 115_000_000), "1.15 億元", "115 million TWD"),
        (
            "recovery_grants_amount|億", year_to_date("recovery_grants_amount", 115_000_000, qualifier="約"), "約 1.15 億元",
            "about 115 million TWD",
        ),
        ("innovation_grants_amount|億", year_to_date("innovation_grants_amount", 4_250_000_000), "42.5 億元", "4.25 billion TWD"),
        ("innovation_grants_amount", year_to_date("innovation_grants_amount", 4_250_000_000), "4,250,000,000 元", "4,250,000,000 TWD"),
        ("facebook_followers|萬", on_day("facebook_followers", 261_111), "26萬1,111 人", "261,111 people"),
        ("facebook_followers|萬|數字", on_day("facebook_followers", 261_111), "26萬1,111", "261,111"),
        ("facebook_followers|萬", on_day("facebook_followers", 9_999), "9,999 人", "9,999 people"),
        ("facebook_followers|萬", on_day("facebook_followers", 540_000, "約"), "約 54 萬人", "about 540,000 people"),
        ("staff_survey_response_rate", year_to_date("staff_survey_response_rate", 0.9, qualifier="以上"), "90.0%以上", "at least 90.0%"),
        ("staff_survey_response_rate|整數", year_to_date("staff_survey_response_rate", 0.9, qualifier="以上"), "90%以上", "at least 90%"),
        ("mailbox_dissatisfied_rate", year_to_date("mailbox_dissatisfied_rate", 39, 825), "4.7%", "4.7%"),
        ("mailbox_dissatisfied_rate|整數", year_to_date("mailbox_dissatisfied_rate", 39, 825), "5%", "5%"),
        ("mailbox_dissatisfied_rate|分子", year_to_date("mailbox_dissatisfied_rate", 39, 825), "39", "39"),
        ("mailbox_dissatisfied_rate|分母", year_to_date("mailbox_dissatisfied_rate", 39, 1825), "1,825", "1,825"),
        ("email_availability", year_to_date("email_availability", 1), "100%", "100%"),
        ("email_availability", year_to_date("email_availability", 0), "0%", "0%"),
        ("mailbox_second_answer_on_time_rate|標準", year_to_date("mailbox_second_answer_on_time_rate", 1, 1), "5 日", "5 days"),
        ("website_category_browsing|標準", on_day("website_category_browsing", 4), "3 種", "3 ways"),
        ("website_category_browsing|狀態", on_day("website_category_browsing", 4), "達標", "Met"),
        ("website_category_browsing|截止日", on_day("website_category_browsing", 4), "12 月 10 日", "10 December"),
        ("website_category_browsing|日期", on_day("website_category_browsing", 4), "114 年 12 月 10 日", "10 December 2025"),
        ("instant_messages|期間", year_to_date("instant_messages", 5), "1 月 1 日至 12 月 10 日", "1 January to 10 December"),
        ("instant_messages|起日", year_to_date("instant_messages", 5), "1 月 1 日", "1 January"),
    ],
)  # fmt: skip
def test_a_figure_prints_as_documents_write_it(catalogue, text, row, zh, en):
    assert printed(catalogue, text, "zh-Hant", row) == zh
    assert printed(catalogue, text, "en", row) == en


@pytest.mark.parametrize(
    ("numerator", "denominator", "plain", "whole"),
    [
        (9_999, 10_000, "99.9%", "99%"),  # 99.99 %
        (99_999, 100_000, "99.9%", "99%"),
        (996, 1_000, "99.6%", "99%"),
        (994, 1_000, "99.4%", "99%"),
        (1_000, 1_000, "100%", "100%"),
        (1, 3, "33.3%", "33%"),
        (0, 10, "0%", "0%"),
    ],
)
def test_a_rate_is_never_rounded_up_to_a_hundred(catalogue, numerator, denominator, plain, whole):
    row = year_to_date("mailbox_dissatisfied_rate", numerator, denominator)
    assert printed(catalogue, "mailbox_dissatisfied_rate", "zh-Hant", row) == plain
    assert printed(catalogue, "mailbox_dissatisfied_rate|整數", "zh-Hant", row) == whole


@pytest.mark.parametrize(
    ("value", "scale", "zh", "en"),
    [
        (9_999, Scale.wan, "9,999", "9,999"),
        (10_000, Scale.wan, "1 萬", "10,000"),
        (10_001, Scale.wan, "1萬1", "10,001"),
        (261_111, Scale.wan, "26萬1,111", "261,111"),
        (540_000, Scale.wan, "54 萬", "540,000"),
        (115_000_000, Scale.wan, "11,500 萬", "115,000,000"),
        (99_990_000, Scale.yi, "9,999 萬", "99.99 million"),
        (100_000_000, Scale.yi, "1 億", "100 million"),
        (115_000_000, Scale.yi, "1.15 億", "115 million"),
        (1_000_000_000, Scale.yi, "10 億", "1 billion"),
        (4_250_000_000, Scale.yi, "42.5 億", "4.25 billion"),
    ],
)
def test_large_numbers_are_cut_where_the_language_cuts_them(value, scale, zh, en):
    assert (scaled(value, scale, "zh-Hant"), scaled(value, scale, "en")) == (zh, en)


@pytest.mark.parametrize(
    ("now", "before", "zh", "en"),
    [
        (105, 100, "增加 5.0%", "up 5.0%"),
        (95, 100, "減少 5.0%", "down 5.0%"),
        (100, 100, "持平", "unchanged"),
        (3, 0, "增加 3 則", "up 3 releases"),
        (100_001, 100_000, "增加 1 則", "up 1 release"),  # 0.0 % would say nothing
    ],
)
def test_a_change_is_said_in_words(catalogue, now, before, zh, en):
    rows = (year_to_date("press_releases", now), year_to_date("press_releases", before, year=2024))
    assert printed(catalogue, "press_releases|增減", "zh-Hant", *rows) == zh
    assert printed(catalogue, "press_releases|增減", "en", *rows) == en
    assert printed(catalogue, "press_releases|去年同期", "zh-Hant", *rows) == f"{before:,} 則"


def test_rates_change_by_points_and_means_by_their_unit(catalogue):
    rate, score = "mailbox_dissatisfied_rate", "phone_score_mean"
    rates = (year_to_date(rate, 5, 100), year_to_date(rate, 6, 100, year=2024))
    assert printed(catalogue, f"{rate}|增減", "zh-Hant", *rates) == "減少 1.0 個百分點"
    assert printed(catalogue, f"{rate}|增減", "en", *rates) == "down 1.0 points"
    reach = {"phone_tests": Reach((Period(date(2024, 1, 1), CUTOFF),))}
    rows = [year_to_date(score, 905, 10), year_to_date(score, 900, 10, year=2024)]
    desk = Desk(catalogue, Book(1, {score: rows}, reach), Records(), 2025)
    figure = figure_of(desk, read(f"{score}|增減", catalogue), CUTOFF)
    assert text_of(desk, figure, "zh-Hant") == "增加 0.5 分"


def test_last_year_is_written_at_the_scale_that_was_asked_for(catalogue):
    rows = (on_day("facebook_followers", 261_111), on_day("facebook_followers", 253_693, day=date(2024, 12, 10)))
    assert printed(catalogue, "facebook_followers|去年同期|萬", "zh-Hant", *rows) == "25萬3,693 人"


@pytest.mark.parametrize("lang", ["zh-Hant", "en"])
def test_what_is_missing_bears_the_mark_and_no_number(catalogue, lang):
    for option in ("", "|數字", "|去年同期", "|增減", "|標準", "|萬"):
        assert printed(catalogue, f"forms_revised{option}", lang) == say("form-missing", lang)
    assert printed(catalogue, "mailbox_dissatisfied_rate|分子", lang) == say("form-missing", lang)


def test_evidence_prints_its_level_its_statement_and_since_when(catalogue):
    badge = Evidence("website_accessibility_badge", "取得標章", date(2022, 12, 12), date(2025, 12, 11), level="AAA")
    tidy = Evidence("premises_tidy", "三月完成檢視", date(2025, 3, 5), date(2025, 12, 31))
    records = Records(evidence={badge.indicator: (badge,), tidy.indicator: (tidy,)})
    for text, words in {
        "website_accessibility_badge": "AAA",
        "website_accessibility_badge|等級": "AAA",
        "website_accessibility_badge|說明": "取得標章",
        "website_accessibility_badge|起日": "111 年 12 月 12 日",
        "premises_tidy": "三月完成檢視",
        "premises_tidy|起日": "3 月 5 日",
        "premises_tidy|日期": "114 年 3 月 5 日",
    }.items():
        assert printed(catalogue, text, "zh-Hant", records=records) == words


def test_innovations_within_a_sentence_are_all_named(catalogue):
    titles = [f"服務{number}" for number in range(1, 8)]
    records = Records(innovations=tuple(Innovation(2025, n, title, f"Service {n}") for n, title in enumerate(titles)))
    assert printed(catalogue, "innovations", "zh-Hant", records=records) == "、".join(titles)
    assert printed(catalogue, "innovations", "en", records=records).startswith("Service 0, Service 1")


@pytest.mark.parametrize(
    ("day", "zh", "en"),
    [
        (date(2025, 12, 10), "114 年 12 月 10 日", "10 December 2025"),
        (date(2024, 2, 29), "113 年 2 月 29 日", "29 February 2024"),
        (date(2012, 1, 1), "101 年 1 月 1 日", "1 January 2012"),
    ],
)
def test_years_are_roc_in_chinese_and_gregorian_in_english(day, zh, en):
    assert (long_day(day, "zh-Hant"), long_day(day, "en")) == (zh, en)
    assert month_day(day, "zh-Hant", day.year) == zh.split("年 ")[1]
    assert (month_day(day, "zh-Hant", 2000), month_day(day, "en", 2000)) == (zh, en)


def test_a_span_of_one_day_is_that_day():
    assert span(Period(CUTOFF, CUTOFF), "zh-Hant", 2025) == "12 月 10 日"
    assert span(Period(date(2024, 7, 1), CUTOFF), "zh-Hant", 2025) == "113 年 7 月 1 日至 12 月 10 日"


@pytest.mark.parametrize("what", What)
def test_any_part_of_any_figure_prints_something(catalogue, desk, what):
    """With the demonstration data and without any; of what a figure has not, the mark of what is missing."""
    bare = Desk(catalogue, Book(1, {}), Records(), 2025)
    for name in (*catalogue.indicators, INNOVATIONS):
        for mine in (desk, bare):
            figure = figure_of(mine, Placeholder(name, what), CUTOFF)
            for lang in ("zh-Hant", "en"):
                text = text_of(mine, figure, lang)
                assert text, (name, lang)
                if what not in parts_of(catalogue, name):
                    assert text == say("form-missing", lang)
                if figure.missing:
                    assert sentence(figure.missing, lang, catalogue)
