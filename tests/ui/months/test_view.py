"""The months of a year as cells: what is new, what is worse, what is compared with which days, and what is said of it."""

from __future__ import annotations

import re
from datetime import date

import pytest

from kpi.catalogue import Direction, standard_from
from kpi.dates.periods import Period, year_of
from kpi.evaluate import Change, evaluate
from kpi.observations import Book, Observation, Office, Reach, Scope
from kpi.status import Status
from present.sentences.change import tone as tone_of
from ui.months import view
from ui.shared import cached

COUNT, BAD, RATE, RATIO, STOCK = (
    "petitions_received", "petitions_dissatisfied", "petitions_on_time_rate", "mailbox_dissatisfied_rate", "online_services",
)  # fmt: skip
CUT = date(2025, 12, 10)
BY = {"zh": "測試", "en": "test"}


def row(key, day, number, of=None, office="甲組"):
    return Observation(key, day, day, office, None, None, float(number), of)


def book(rows, *standards, offices=("甲組",), through=CUT):
    """Daily sources reach from 1 January 2024 to ``through``."""
    observations = {key: [one for one in rows if one.indicator == key] for key in {one.indicator for one in rows}}
    reach = Reach((Period(date(2024, 1, 1), through),))
    by_key = {key: tuple(s for s in standards if s.indicator == key) for key in {s.indicator for s in standards}}
    sources = {"petitions": reach, "mailbox": reach}
    return Book(1, observations, sources, tuple(Office(name) for name in offices), by_key)


def standard(key, kind, **more):
    return standard_from(
        {"id": f"{key}/1", "indicator": key, "kind": kind, "from": date(2024, 1, 1), "set_by": BY, **more}
    )


def months(catalogue, found, key, end=CUT, scope=Scope()):
    year = Period(date(end.year, 1, 1), end)
    return tuple(
        evaluate(catalogue, found, key, Period(month.start, min(month.end, end)), scope) for month in year.months()
    )


def rows(catalogue, found, *keys, lang="zh-Hant", end=CUT, scope=Scope()):
    totals = {key: evaluate(catalogue, found, key, Period(date(end.year, 1, 1), end), scope) for key in keys}
    return view.rows_of(catalogue, {key: months(catalogue, found, key, end, scope) for key in keys}, totals, lang)


def counts(key, now, before=()):
    """So many in each month, on its first day, of 2025 and of 2024."""
    return [
        row(key, date(year, month, 1), count)
        for year, found in ((2025, now), (2024, before))
        for month, count in enumerate(found, start=1)
    ]


def test_a_month_that_is_not_over_is_compared_with_the_same_days_and_says_so(catalogue):
    days = [row(COUNT, date(2025, 12, 5), 3), row(COUNT, date(2024, 12, 5), 2), row(COUNT, date(2024, 12, 20), 50)]
    last = rows(catalogue, book(days), COUNT)[0]["cells"][-1]
    assert last["open"]
    assert last["change"] == "+50.0%"
    assert "114/12/1–12/10 與 113/12/1–12/10" in last["say"]
    assert last["say"][0] == "114 年 12 月（未滿月，至 114/12/10）"


@pytest.mark.parametrize(("lang", "head"), [
    ("zh-Hant", "114 年 11 月（只有 114/11/15–11/30 的資料）"), ("en", "Nov 2025 (15 Nov – 30 Nov 2025 only)"),
])  # fmt: skip
def test_a_month_that_was_told_from_its_middle_on_says_so(catalogue, lang, head):
    part = Observation("helpdesk_calls", date(2025, 11, 15), date(2025, 11, 30), None, None, None, 9.0, None)
    cell = next(r for r in rows(catalogue, book([part]), "helpdesk_calls", lang=lang))["cells"][10]
    assert cell["open"]
    assert cell["say"][0] == head


def test_a_month_that_is_over_is_compared_whole(catalogue):
    cells = rows(catalogue, book(counts(COUNT, [4], [2, 9])), COUNT)[0]["cells"]
    assert not cells[0]["open"]
    assert "114/1/1–1/31 與 113/1/1–1/31" in cells[0]["say"]
    assert "114/2/1–2/28 與 113/2/1–2/29" in cells[1]["say"]  # of a leap year all of it


def test_there_is_no_cell_after_the_cut_off(catalogue):
    assert len(rows(catalogue, book(counts(COUNT, [1] * 12)), COUNT, end=date(2025, 3, 9))[0]["cells"]) == 3


@pytest.mark.parametrize(
    ("direction", "absolute", "tone"),
    [
        (Direction.higher, 0.5, "better"), (Direction.higher, -0.5, "worse"), (Direction.lower, 0.5, "worse"),
        (Direction.lower, -0.5, "better"), (Direction.neutral, 0.5, "neutral"), (Direction.neutral, -0.5, "neutral"),
    ],
)  # fmt: skip
def test_a_change_is_better_or_worse_by_the_direction_of_the_indicator(catalogue, direction, absolute, tone):
    key = next(key for key, item in catalogue.indicators.items() if item.direction is direction)
    result = months(catalogue, book([]), COUNT)[0]._replace(indicator=key, change=Change(absolute, None))
    assert tone_of(catalogue, result) == tone


@pytest.mark.parametrize(
    ("key", "change", "step"),
    [
        (COUNT, Change(4, 0.049), 1), (COUNT, Change(5, 0.05), 2), (COUNT, Change(-19, -0.19), 2),
        (COUNT, Change(-20, -0.2), 3), (COUNT, Change(0, 0), 0), (COUNT, Change(7, None), 1),  # last year was zero
        (RATIO, Change(0.009, None), 1), (RATIO, Change(0.03 - 0.02, None), 2), (RATIO, Change(-0.05, None), 3),
        (RATIO, Change(0.0004, None), 1),  # written as 0.04
        (COUNT, None, 0),
    ],
)  # fmt: skip
def test_the_size_of_a_change_has_three_steps(catalogue, key, change, step):
    result = months(catalogue, book([]), COUNT)[0]._replace(indicator=key, change=change)
    assert view.step_of(catalogue, result) == step


def test_a_rate_changes_in_points_and_its_row_says_so_once(catalogue):
    found = book([row(RATIO, date(2025, 1, 2), 3, 10.0), row(RATIO, date(2024, 1, 2), 1, 10.0)])
    one = rows(catalogue, found, RATIO)[0]
    assert (one["cells"][0]["change"], one["cells"][0]["tone"], one["unit"]) == ("+20.0", "worse", "以百分點計")
    assert one["total"]["change"] == "+20.0 個百分點"
    assert rows(catalogue, found, RATIO, lang="en")[0]["unit"] == "in percentage points"


def test_where_nothing_can_be_compared_there_is_a_dash_and_its_reason(catalogue):
    rates = [row(RATIO, date(2025, 1, 2), 3, 10.0)]  # a denominator of zero last year
    one = rows(catalogue, book(rates), RATIO)[0]["cells"][0]
    assert one["change"] == "—"
    assert "兩年之中有一年沒有案件，無法比較。" in one["say"]
    early = rows(catalogue, book(counts(COUNT, [], [5])), COUNT, end=date(2024, 1, 31))[0]["cells"][0]
    assert early["change"] == "—"
    assert "沒有 112/1/1–1/31 的資料可以比較。" in early["say"]


def test_a_value_of_an_earlier_month_is_nothing_new(catalogue):
    found = book([row(STOCK, date(2025, 1, 31), 60, office=None), row(STOCK, date(2024, 1, 31), 40, office=None)])
    first, second = rows(catalogue, found, STOCK)[0]["cells"][:2]
    assert (first["fresh"], first["step"], first["open"]) == (True, 3, False)
    assert (second["fresh"], second["step"], second["open"]) == (False, 0, False)
    assert "當月沒有新數字，沿用 114/1/31 的。" in second["say"]


def test_a_window_that_was_missed_counts_in_the_month_in_which_it_ended(catalogue):
    monthly = standard(COUNT, "frequency", window=1, value=1)
    found = book(counts(COUNT, [1, 0, 1, 1, 0, 1]), monthly)
    shown = rows(catalogue, found, COUNT, end=date(2025, 6, 30))
    cells = shown[0]["cells"]
    assert [one["status"] for one in cells] == ["met", *["not_met"] * 5]  # the year bears it to its end
    assert [one["fresh"] for one in cells] == [True, True, False, False, True, False]
    assert "合計" not in view.summary(shown, "zh-Hant")["status"]
    assert "共 2 個月" in view.summary(shown, "zh-Hant")["status"]


def test_the_sentence_counts_the_marks_that_are_there(catalogue):
    bound = standard(RATIO, "at_most", value=0.1)
    rates = [row(RATIO, date(2025, month, 1), 2 if month < 4 else 0, 10.0) for month in range(1, 13)]
    late = [row(RATE, date(2025, month, 1), 9 if month == 6 else 10, 10.0) for month in range(1, 13)]
    found = book([*rates, *late], bound)  # of the other the catalogue says that none may be late
    shown = rows(catalogue, found, RATIO, RATE)
    name = catalogue.indicators[RATIO].name
    assert (
        view.summary(shown, "zh-Hant")["status"]
        == f"有標準的 2 項裡，2 項有月份未達標，合計 4 個月；最多的是「{name.zh}」，有 3 個月。"
    )
    english = view.summary(rows(catalogue, found, RATIO, RATE, lang="en"), "en")["status"]
    assert english == f"Of 2 with a standard, 2 missed it in some month, 4 months in all; most often {name.en}, in 3."
    assert view.summary(shown[1:], "en")["status"].endswith("in one month.")
    met = book(rates[3:], bound)
    assert view.summary(rows(catalogue, met, RATIO), "zh-Hant")["status"] == "有標準的 1 項，沒有任何一個月未達標。"


def test_of_two_that_have_as_many_months_none_is_called_the_most(catalogue):
    """Both missed their standard in three months; both grew worse in two."""
    bound = standard(RATIO, "at_most", value=0.1)
    rates = [row(RATIO, date(2025, month, 1), 2 if month < 4 else 0, 10.0) for month in range(1, 13)]
    late = [row(RATE, date(2025, month, 1), 9 if month < 4 else 10, 10.0) for month in range(1, 13)]
    made, end = book([*rates, *late], bound), date(2025, 6, 30)
    said = {
        lang: view.summary(rows(catalogue, made, RATIO, RATE, lang=lang, end=end), lang) for lang in ("zh-Hant", "en")
    }
    assert said["zh-Hant"]["status"].endswith("合計 6 個月；最多的 2 項各有 3 個月。")
    assert said["en"]["status"].endswith("6 months in all; most often 2 of them, in 3 each.")
    worse = book([row(key, date(year, month, 1), n, 10.0)
                  for key, better in ((RATIO, 0), (RATE, 9)) for month in (1, 2)
                  for year, n in ((2024, better), (2025, better + 1 if key == RATIO else better - 1))])  # fmt: skip
    for lang, words in (
        ("zh-Hant", "最常變差的 2 項各有 2 個月。"),
        ("en", "most often worse were 2 of them, in 2 months each."),
    ):
        assert words in view.summary(rows(catalogue, worse, RATIO, RATE, lang=lang), lang)["change"]
    alone = rows(catalogue, worse, RATIO, lang="en")
    assert (
        f"most often worse was {catalogue.indicators[RATIO].name.en}, in 2 months."
        in view.summary(alone, "en")["change"]
    )


@pytest.mark.parametrize("lang", ["zh-Hant", "en"])
def test_what_has_no_standard_or_no_change_is_said_too(catalogue, lang):
    said = view.summary(rows(catalogue, book(counts(COUNT, [3])), COUNT, lang=lang), lang)
    assert said == {"status": view.say("ui-months-unjudged", lang), "change": view.say("ui-months-unmoved", lang)}
    fewer = rows(catalogue, book(counts(BAD, [1, 5], [2, 4])), BAD, lang=lang)
    assert re.search(r"\b1\b.*\b1\b", view.summary(fewer, lang)["change"])


def test_what_an_office_has_no_part_in_has_no_row(catalogue):
    whole = [row(STOCK, date(2025, 1, 31), 60, office=None)]
    found, office = book([*whole, *counts(COUNT, [3])]), Scope("甲組")
    assert [one["id"] for one in rows(catalogue, found, STOCK, COUNT, scope=office)] == [COUNT]
    numbers = sum(item.measure.kind != "evidence" for item in catalogue.indicators.values())
    assert f" {numbers - 1} 項" in view.left_out(1, "甲組", "zh-Hant")
    assert view.left_out(1, None, "zh-Hant") == ""


def test_a_month_says_its_value_with_n_its_status_and_why(catalogue):
    found = book([row(RATIO, date(2025, 2, 3), 2, 10.0)], standard(RATIO, "at_most", value=0.1))
    chinese = rows(catalogue, found, RATIO)[0]["cells"][1]
    assert chinese["say"][:3] == ["114 年 2 月", "20.0%（2／10 件）", "未達標：高於標準 10% 達 10.0 個百分點。"]
    english = rows(catalogue, found, RATIO, lang="en")[0]["cells"][1]
    assert english["say"][0] == "Feb 2025"
    assert english["say"][2].startswith("Not met:")


def test_the_chinese_cells_hold_no_english(catalogue):
    found = book([*counts(COUNT, [3, 0], [1]), row(RATIO, date(2025, 1, 2), 3, 10.0)])
    for one in rows(catalogue, found, COUNT, RATIO, STOCK):
        for cell in (*one["cells"], one["total"]):
            assert set(re.findall("[A-Za-z]+", " ".join(cell["say"]))) <= {"n"}


def test_the_heads_are_twelve_months_and_the_one_that_is_cut_off_says_where():
    heads = view.heads(CUT, "zh-Hant")
    assert [head["short"] for head in heads] == [str(n) for n in range(1, 13)]
    assert [head["note"] for head in heads if head["note"]] == ["至 10 日"]
    assert not any(head["note"] for head in view.heads(date(2025, 12, 31), "en"))
    assert view.words_of(year_of(2025), "zh-Hant")["total"] == "全年"
    assert view.words_of(Period(date(2025, 1, 1), CUT), "zh-Hant")["total"] == "年初至今"


def test_the_legend_names_what_is_there_and_nothing_else(catalogue):
    found = book([row(STOCK, date(2025, 1, 31), 60, office=None)])
    legend = view.legend(rows(catalogue, found, STOCK, end=date(2025, 1, 31)), "zh-Hant")
    assert [one["id"] for one in legend["statuses"]] == [Status.tracked]
    assert (legend["open"], legend["carried"]) == ("", "")


def test_the_grid_holds_the_same_results_as_a_month_that_is_asked_for(catalogue, monkeypatch):
    found = book([*counts(COUNT, [3, 5, 2], [1, 1, 1]), row(RATIO, date(2025, 1, 2), 3, 10.0)])
    monkeypatch.setattr(cached, "book", lambda version, *cutoffs: found)
    monkeypatch.setattr(cached, "catalogue", lambda: catalogue)
    grid = cached.grid.__wrapped__(1, 2025, date(2025, 3, 9), None)
    assert set(grid) == {key for key, item in catalogue.indicators.items() if item.measure.kind != "evidence"}
    assert [one.asked for one in grid[COUNT]] == [
        Period(date(2025, 1, 1), date(2025, 1, 31)), Period(date(2025, 2, 1), date(2025, 2, 28)),
        Period(date(2025, 3, 1), date(2025, 3, 9)),
    ]  # fmt: skip
    assert grid[RATIO] == months(catalogue, found, RATIO, date(2025, 3, 9))
