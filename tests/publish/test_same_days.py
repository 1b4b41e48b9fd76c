"""What was compared is what is shown: its days, its value, its qualifier; and who is missing from a sum."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
from openpyxl import load_workbook

from kpi.attention import Attention, Signal
from kpi.dates.periods import Period, month_of
from kpi.dates.time_limits import RECKONED
from kpi.evaluate import evaluate
from kpi.observations import Book, Observation, Office
from lang import LANGUAGES, sentence
from present.charts.breakdown import OfficeDots, office_chart
from present.charts.year import year_chart
from present.sentences.attention import why
from present.sentences.change import change_words, compared_words, moved_words
from present.sentences.questions import questions
from present.sentences.result import n_words
from publish.one_value import as_dict, as_words
from publish.summary import to_csv, to_xlsx
from publish.summary.figures import summarise
from publish.summary.table import table_of

FLOW, STOCK = "helpdesk_calls", "downloadable_forms"
OFFICES = (Office("甲組"), Office("乙組"))
NONE = OfficeDots("", "", "", False, (), None, "", "")
YEAR = Period(date(2025, 1, 1), date(2025, 12, 31))


def book(*rows: Observation) -> Book:
    found: dict[str, list[Observation]] = {}
    for row in rows:
        found.setdefault(row.indicator, []).append(row)
    return Book(7, found, {}, OFFICES)


def told(key, start, end, value, office=None, qualifier=None):
    return Observation(key, start, end, office, None, None, value, None, qualifier)


def monthly(year, last, value=10, office=None, qualifier=None):
    months = Period(date(year, 1, 1), month_of(date(year, last, 1)).end).months()
    return [told(FLOW, one.start, one.end, value, office, qualifier) for one in months]


def point(when, value, office=None, qualifier=None):
    return told(STOCK, when, when, value, office, qualifier)


# ---- days ---------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def narrowed(real_catalogue):
    """Told to 12/10, last year by whole months: 1/1-11/30 of both are compared."""
    last = told(FLOW, date(2025, 12, 1), date(2025, 12, 10), 3)
    made = book(*monthly(2025, 11, 10, None, "約"), last, *monthly(2024, 12, 8, None, "以上"))
    return evaluate(real_catalogue, made, FLOW, Period(date(2025, 1, 1), date(2025, 12, 10)))


def test_json_holds_the_days_found_and_the_value_that_was_compared_with_its_own(real_catalogue, narrowed):
    found = as_dict(real_catalogue, narrowed, None, 7, "zh-Hant")
    assert (found["value"], found["from"], found["to"], found["qualifier"]) == (113, "2025-01-01", "2025-12-10", "約")
    assert found["compared"] == {"value": 110, "from": "2025-01-01", "to": "2025-11-30", "qualifier": "約"}
    assert found["prior"] == {"value": 88, "from": "2024-01-01", "to": "2024-11-30", "qualifier": "以上"}
    assert found["change"]["absolute"] == found["compared"]["value"] - found["prior"]["value"]
    assert found["no_comparison"] is None


def test_the_file_holds_the_value_that_was_compared_with_its_last_day(real_catalogue):
    """To 12/10 it is 113, of which 110 to 11/30 are compared; what is compared whole has no second value."""
    last = told(FLOW, date(2025, 12, 1), date(2025, 12, 10), 3)
    now, end = [*monthly(2025, 11), last], date(2025, 12, 10)

    def cells(*before):
        summary = summarise(real_catalogue, book(*now, *before), Period(date(2025, 1, 1), end))
        place = [row.indicator for row in summary.rows].index(FLOW)
        table = table_of(summary, "zh-Hant")
        found = zip((column.key for column in table.columns), table.rows[place], strict=True)
        return {key: cell.value for key, cell in found}

    narrower = cells(*monthly(2024, 12, 8))
    assert (narrower["value"], narrower["to"], narrower["prior"]) == (113, end, 88)
    assert (narrower["compared"], narrower["compared-to"]) == (110, date(2025, 11, 30))
    assert (narrower["change"], narrower["prior-to"]) == (22, date(2024, 11, 30))
    whole = cells(*monthly(2024, 11, 8), told(FLOW, date(2024, 12, 1), date(2024, 12, 10), 2))
    assert (whole["value"], whole["prior"], whole["compared"], whole["compared-to"]) == (113, 90, None, None)


def test_json_says_why_nothing_was_compared(real_catalogue):
    result = evaluate(real_catalogue, book(*monthly(2025, 11)), FLOW, YEAR)
    found = as_dict(real_catalogue, result, None, 7, "zh-Hant")
    assert (found["prior"], found["compared"]) == (None, None)
    assert "113/1/1–11/30" in found["no_comparison"]
    assert (found["from"], found["to"]) == ("2025-01-01", "2025-11-30")


def test_the_words_hold_the_value_that_was_compared_with_its_own_days(real_catalogue, narrowed):
    lines = "\n".join(as_words(real_catalogue, narrowed, None, 7, "zh-Hant"))
    assert "約 113 人次" in lines
    assert "去年同期 113/1/1–11/30：88 人次以上；增減約 +25.0%" in lines
    assert "本期比較的是 114/1/1–11/30：約 110 人次" in lines
    assert "114/1/1–11/30 的約 110 人次與 113/1/1–11/30" in compared_words(real_catalogue, narrowed, "zh-Hant")
    change, _, below = change_words(real_catalogue, narrowed, "zh-Hant")
    assert change.startswith("約 ")
    assert "88以上" in below.replace(" ", "")
    assert "113/1/1–11/30" in below
    assert "約" in moved_words(real_catalogue, narrowed, "zh-Hant")


def notes_of(summary, lang="zh-Hant"):
    """The comments of the workbook's sheets by the place of their cells."""
    sheets = load_workbook(BytesIO(to_xlsx(summary, lang))).worksheets
    return {
        (sheet.title, cell.coordinate): cell.comment.text
        for sheet in sheets for row in sheet.iter_rows() for cell in row if cell.comment
    }  # fmt: skip


@pytest.mark.parametrize(
    ("qualifier", "zh", "en"),
    [("約", "數值為約數。", "The value is approximate."), ("以上", "數值為下限。", "The value is a lower bound."),
     ("約以上", "合計大約是這麼多以上", "at least about so much"), (RECKONED, "按週一至週五推算", "counted by weekday")],
)  # fmt: skip
def test_a_month_of_the_workbook_bears_what_qualifies_it(real_catalogue, qualifier, zh, en):
    """約 1,612 in one month of this year, and in one of last year."""
    plain, march = monthly(2025, 12), told(FLOW, date(2024, 3, 1), date(2024, 3, 31), 1612, None, qualifier)
    summary = summarise(real_catalogue, book(*plain[:-1], plain[-1]._replace(qualifier=qualifier), march), YEAR)
    for lang, words in (("zh-Hant", zh), ("en", en)):
        found = notes_of(summary, lang)
        assert [place for _, place in found] == ["G7", "P8"], found  # March of 113, December of 114
        assert all(words in text for text in found.values())


@pytest.mark.parametrize(("lang", "last", "before"), [
    ("zh-Hant", "約 10 人次", "8 人次以上，增加約 2 人次"), ("en", "about 10 calls", "at least 8 calls"),
])  # fmt: skip
def test_the_text_of_a_chart_bears_the_qualifiers_of_the_months_that_it_names(real_catalogue, lang, last, before):
    made = book(*monthly(2025, 11, 10, None, "約"), *monthly(2024, 12, 8, None, "以上"))
    text = year_chart(real_catalogue, made, FLOW, date(2025, 11, 30), lang).summary
    assert last in text
    assert before in text


@pytest.mark.parametrize(("lang", "days", "shorter"), [
    ("zh-Hant", "114/11/15–11/30", "114/6/1–6/10"), ("en", "15 Nov – 30 Nov 2025", "1 Jun – 10 Jun 2025"),
])  # fmt: skip
def test_a_month_that_is_told_in_part_is_never_drawn_as_the_whole_month(real_catalogue, lang, days, shorter):
    """Of November 15-30 alone; June, long over, was told to its tenth."""
    rows = [row for row in monthly(2025, 12) if row.start.month not in (6, 11)]
    rows += [told(FLOW, date(2025, 11, 15), date(2025, 11, 30), 99), told(FLOW, date(2025, 6, 1), date(2025, 6, 10), 1)]
    model = year_chart(real_catalogue, book(*rows, *monthly(2024, 12, 8)), FLOW, YEAR.end, lang)
    marks = {mark.month: mark for mark in model.series[-1].marks}
    assert [month for month, mark in marks.items() if mark.provisional] == [6, 11]
    assert days in marks[11].label
    assert days in model.note
    assert shorter in model.note
    assert "尚未結束" not in model.note
    assert "99" not in model.summary  # neither the highest month nor the lowest
    summary = summarise(real_catalogue, book(*rows), YEAR)
    cells = load_workbook(BytesIO(to_xlsx(summary, lang))).worksheets[1]
    assert [cell.font.italic for cell in cells[8][4:]] == [month in (6, 11) for month in range(1, 13)]
    assert days in cells["O8"].comment.text
    assert shorter in cells["J8"].comment.text


def test_the_whole_months_of_last_year_are_named_only_where_they_are_whole(real_catalogue):
    """December is not over; of last year's November only a part was told."""
    now = [*monthly(2025, 11), told(FLOW, date(2025, 12, 1), date(2025, 12, 10), 3)]
    part = [*monthly(2024, 10, 8), told(FLOW, date(2024, 11, 15), date(2024, 11, 30), 4)]
    whole = year_chart(real_catalogue, book(*now, *monthly(2024, 12, 8)), FLOW, date(2025, 12, 10), "zh-Hant")
    assert "往年為整月" in whole.note
    made = year_chart(real_catalogue, book(*now, *part), FLOW, date(2025, 12, 10), "zh-Hant")
    assert "往年為整月" not in made.note
    assert "113/11/15–11/30" in made.note
    november = year_chart(real_catalogue, book(*now[:-1], *part), FLOW, date(2025, 11, 30), "zh-Hant")
    assert "同月為" not in november.summary


@pytest.mark.parametrize(("lang", "value", "before"), [
    ("zh-Hant", "約 20 人次以上", "前一年的數值有些是約數"), ("en", "at least about 20 calls", "Some of last year's counts"),
])  # fmt: skip
def test_a_sum_of_about_and_at_least_bears_both(real_catalogue, lang, value, before):
    def mixed(year):
        return [*monthly(year, 12, 10, "甲組", "約")[-1:], *monthly(year, 12, 10, "乙組", "以上")[-1:]]

    made, december = book(*mixed(2024), *mixed(2025)), month_of(YEAR.end)
    result = evaluate(real_catalogue, made, FLOW, december)
    assert as_dict(real_catalogue, result, None, 7, lang)["qualifier"] == "約以上"
    assert value in "\n".join(as_words(real_catalogue, result, None, 7, lang))
    assert before in to_csv(summarise(real_catalogue, made, december), lang).decode("utf-8-sig")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_same_days_is_not_said_of_a_point_of_another_day(real_catalogue, lang):
    """Of last year's December nothing is known; what was told on 113/9/30 is not the same day."""
    made = book(point(date(2024, 9, 30), 20), point(date(2025, 12, 31), 29))
    other = evaluate(real_catalogue, made, STOCK, YEAR)
    day = {"zh-Hant": "113/9/30", "en": "30 Sep 2024"}[lang]

    def large(result):
        asked = questions(real_catalogue, result, NONE, lambda: NONE, None)
        return next(sentence(ask, lang, real_catalogue) for ask in asked if ask.key.startswith("ui-ask-large"))

    said = {
        "large": large(other),
        "cell": change_words(real_catalogue, other, lang).prior,
        "why": why(real_catalogue, Attention(other, Signal.not_met), lang),
        "words": "\n".join(as_words(real_catalogue, other, None, 7, lang)),
    }
    for text in said.values():
        assert day in text
        assert "去年同期" not in text
        assert "ame days of last year" not in text
        assert "on last year" not in text
    same = evaluate(real_catalogue, book(point(date(2024, 12, 31), 20), point(date(2025, 12, 31), 29)), STOCK, YEAR)
    assert {"zh-Hant": "去年同期", "en": "last year"}[lang] in large(same)
    assert {"zh-Hant": "去年同期", "en": "last year"}[lang] in change_words(real_catalogue, same, lang).prior
    assert {"zh-Hant": "去年同期", "en": "last year"}[lang] in why(
        real_catalogue, Attention(same, Signal.not_met), lang
    )


def test_a_value_that_begins_later_than_the_year_says_so(real_catalogue):
    """Told for the second half of the year alone."""
    result = evaluate(real_catalogue, book(told(FLOW, date(2025, 7, 1), date(2025, 12, 31), 60)), FLOW, YEAR)
    assert "114/7/1–12/31" in n_words(real_catalogue, result, "zh-Hant")
    assert "114/1/1" not in n_words(real_catalogue, result, "zh-Hant")
    whole = evaluate(real_catalogue, book(*monthly(2025, 12)), FLOW, YEAR)
    assert "114" not in n_words(real_catalogue, whole, "zh-Hant")


# ---- offices ------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def holed():
    """乙組 has told nothing of June."""
    second = [row for row in monthly(2025, 12, 5, "乙組") if row.start.month != 6]
    points = [point(date(2025, 9, 30), 25, "甲組"), point(date(2025, 6, 30), 4, "乙組")]
    return book(*monthly(2025, 12, 10, "甲組"), *second, *points)


def test_json_names_who_is_missing_from_a_sum_and_of_which_day_each_office_is(real_catalogue, holed):
    found = as_dict(real_catalogue, evaluate(real_catalogue, holed, FLOW, YEAR), None, 7, "zh-Hant")
    assert (found["value"], found["lacking"]) == (
        175, [{"office": "乙組", "spans": [{"from": "2025-06-01", "to": "2025-06-30"}]}],
    )  # fmt: skip
    found = as_dict(real_catalogue, evaluate(real_catalogue, holed, STOCK, YEAR), None, 7, "zh-Hant")
    assert (found["value"], found["to"], found["lacking"]) == (29, "2025-09-30", [])
    assert found["told"] == [
        {"office": "甲組", "to": "2025-09-30", "value": 25}, {"office": "乙組", "to": "2025-06-30", "value": 4},
    ]  # fmt: skip


@pytest.mark.parametrize("lang", LANGUAGES)
def test_pages_and_charts_name_who_is_missing(real_catalogue, holed, lang):
    assert "乙組" in n_words(real_catalogue, evaluate(real_catalogue, holed, FLOW, YEAR), lang)
    model = year_chart(real_catalogue, holed, FLOW, YEAR.end, lang)
    assert "乙組" in model.note
    labels = {mark.month: mark.label for mark in model.series[-1].marks}
    assert "乙組" in labels[6]
    assert "乙組" not in labels[5]
    told_words = n_words(real_catalogue, evaluate(real_catalogue, holed, STOCK, YEAR), lang)
    assert {"zh-Hant": "乙組 114/6/30", "en": "乙組 30 Jun 2025"}[lang] in told_words
    dots = {dot.key: dot.label for dot in office_chart(real_catalogue, holed, STOCK, YEAR, lang).rows}
    assert {"zh-Hant": "114/6/30", "en": "30 Jun 2025"}[lang] in dots["乙組"]


def test_the_workbook_and_the_csv_name_who_is_missing_and_the_qualifier_of_last_year(real_catalogue, holed):
    rows = [row for found in holed.observations.values() for row in found]
    earlier = [told(FLOW, row.start, row.end, 3, row.office, "約") for row in monthly(2024, 12)]
    summary = summarise(real_catalogue, book(*rows, *earlier), YEAR)
    text = to_csv(summary, "zh-Hant").decode("utf-8-sig")
    line = next(line for line in text.splitlines() if real_catalogue.indicators[FLOW].name.zh in line)
    assert "未含乙組" in line
    notes = notes_of(summary).values()
    assert {"未含乙組", "各組室最近一次的數字：甲組 114/9/30、乙組 114/6/30"} <= set(notes)
