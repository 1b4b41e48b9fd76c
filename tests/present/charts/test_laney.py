"""A p′ or u′ chart in words: limits that follow n, what the last month says, and which months were outside."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi.dates.periods import Period, month_end
from kpi.observations import Book, Observation, Office, Reach, Rebase
from kpi.spc.control_chart import process_of
from kpi.spc.laney import Kind, laney_of
from kpi.spc.xmr import Variation
from present.charts.laney import laney_chart
from present.charts.process import ticks

END = date(2025, 12, 31)
SHARE, MEAN = "mailbox_dissatisfied_rate", "phone_score_mean"
USUAL = [(4, 100), (6, 110), (5, 40), (6, 100), (4, 90), (6, 100)] * 2


def read(catalogue, pairs, key=SHARE, *, demo=False, rebases=(), end=END):
    """A book in which each of the last months has so many of so many."""
    first = end.year * 12 + end.month - len(pairs)
    days = [date((first + n) // 12, (first + n) % 12 + 1, 1) for n in range(len(pairs))]
    rows = [
        Observation(key, day, month_end(day), "甲組", None, None, *pair) for day, pair in zip(days, pairs, strict=True)
    ]
    source = catalogue.indicators[key].source
    reach = {source: Reach((Period(days[0], end),), demo=demo)}
    return Book(1, {key: rows}, reach, (Office("甲組"),), rebases=rebases)


def chart(catalogue, pairs, lang="zh-Hant", key=SHARE, **more):
    book = read(catalogue, pairs, key, **more)
    return laney_chart(catalogue, book, process_of(catalogue, book, key, END), lang)


def change(start, until=None):
    return Rebase(SHARE, None, start, "改為線上受理", until)


def test_months_limits_and_centre_are_those_of_the_chart_in_per_cent(catalogue):
    model, found = chart(catalogue, USUAL), laney_of(*zip(*USUAL, strict=True))
    assert [dot.place for dot in model.dots] == list(range(12))
    for name in ("value", "lower", "upper"):
        drawn = [getattr(dot, name) for dot in model.dots]
        assert drawn == pytest.approx([100 * getattr(point, name) for point in found.points])
    assert [dot.centre for dot in model.dots] == pytest.approx([100 * found.centre] * 12)
    assert model.dots[2].upper > model.dots[1].upper  # 40 cases, 110 cases
    assert (model.percent, model.unit) == (True, "%")


def test_a_calm_series_in_both_languages(catalogue):
    chinese, english = chart(catalogue, USUAL), chart(catalogue, USUAL, "en")
    assert chinese.subtitle == "p′ 管制圖｜三年內的完整月份｜全機關"
    assert english.subtitle == "p′ chart | whole months of three years | whole agency"
    assert chinese.summary == "最近一個月（114 年 12 月）在界限之內（看了 12 個月）。沒有任何月份超出界限。"
    assert english.summary == (
        "The last month (Dec 2025) is within its limits (of 12 months). No month is outside its limits."
    )
    assert chinese.names == (("平均", "5.7%"), ("下限",), ("上限",))
    assert english.names == (("Mean", "5.7%"), ("Lower limit",), ("Upper limit",))
    assert chinese.dots[-1].lines[0] == "114 年 12 月（2025）：6.0%（6／100 件）"
    assert chinese.dots[-1].lines[1].startswith("當月界限 ")
    assert english.dots[-1].lines[1].startswith("limits of the month ")
    assert {dot.kind for dot in chinese.dots} == {Variation.common_cause}


def test_a_last_month_outside_is_told_with_its_direction(catalogue):
    high = chart(catalogue, [*USUAL, (60, 100)])
    assert high.summary == "最近一個月（114 年 12 月）高於上限，超出平常的波動。"
    assert high.dots[-1].kind is Variation.concerning
    assert high.dots[-1].lines[-1] == "高於當月上限"
    assert "橘色菱形" in high.note
    assert "orange diamond" in chart(catalogue, [*USUAL, (60, 100)], "en").note
    low = chart(catalogue, [(90, 100), (92, 100)] * 8 + [(40, 100)], "en")
    assert low.summary == "The last month (Dec 2025) is below its lower limit: more than the usual variation."
    assert low.dots[-1].kind is Variation.improving


def test_earlier_months_outside_are_named(catalogue):
    pairs = [*USUAL, (60, 100), *USUAL]
    assert chart(catalogue, pairs).summary.endswith("先前超出界限的月份：113 年 12 月。")
    assert chart(catalogue, pairs, "en").summary.endswith("Earlier months outside their limits: Dec 2024.")


def test_the_same_rate_is_outside_with_many_cases_only(catalogue):
    many, few = chart(catalogue, [*USUAL, (300, 1500)]), chart(catalogue, [*USUAL, (1, 5)])
    assert [many.dots[-1].value, few.dots[-1].value] == [20, 20]
    assert [many.dots[-1].kind, few.dots[-1].kind] == [Variation.concerning, Variation.common_cause]


def test_a_mean_has_a_u_chart_in_its_own_unit(catalogue):
    pairs = [(900.0, 10), (870.0, 10), (1840.0, 20), (440.0, 5)] * 4
    model = chart(catalogue, pairs, key=MEAN)
    assert model.subtitle.startswith("u′ 管制圖")
    assert chart(catalogue, pairs, "en", MEAN).subtitle.startswith("u′ chart")
    assert (model.percent, model.unit, model.names[0]) == (False, "分", ("平均", "90.0 分"))
    found = laney_of(*zip(*pairs, strict=True), Kind.per_case)
    assert [dot.upper for dot in model.dots] == pytest.approx([point.upper for point in found.points])
    assert "起伏" not in model.note  # a mean's sigma_z depends on its unit


def test_the_note_says_how_much_the_months_vary(catalogue):
    wide = chart(catalogue, [(100, 1000), (200, 1000)] * 8)
    assert "純屬隨機時的 7.9 倍，界限已照這個倍數放寬" in wide.note
    narrow = chart(catalogue, [(100, 1000), (102, 1000)] * 8, "en")
    assert "vary only 0.19 times as much as chance alone" in narrow.note


def test_months_without_cases_are_counted_and_not_drawn(catalogue):
    model = chart(catalogue, [*USUAL[:5], (0, 0), *USUAL[5:]])
    assert [dot.place for dot in model.dots] == [0, 1, 2, 3, 4, *range(6, 13)]


def test_few_months_are_on_trial_and_demonstration_data_say_so(catalogue):
    assert "只有 4 個月" in chart(catalogue, USUAL[:4]).note
    assert "12" not in chart(catalogue, USUAL).note
    assert "示範資料" in chart(catalogue, USUAL, demo=True).note
    assert "Demonstration data" in chart(catalogue, USUAL, "en", demo=True).note


def test_a_constant_tells_nothing(catalogue):
    model = chart(catalogue, [(5, 100), (10, 200)] * 7)
    assert model.summary == "14 個月的數值都一樣，無法由波動判斷。"
    assert {(dot.lower, dot.upper, dot.kind) for dot in model.dots} == {(5, 5, Variation.common_cause)}


def test_of_three_years_only_the_half_years_have_a_tick(catalogue):
    months = chart(catalogue, USUAL * 3, "en").months
    assert [place for place, _ in months] == [0, 6, 12, 18, 24, 30]
    assert [months[0][1], months[1][1]] == ["Jan<br>2023", "Jul"]


@given(st.integers(1, 12), st.integers(1, 36))
def test_no_name_of_a_month_stands_too_near_another_and_every_january_has_one(month, count):
    found = ticks(month, count)
    apart = [two - one for one, two in pairwise(found)]
    assert min(apart, default=36) >= (6 if count > 18 else 3 if count > 12 else 2)
    januaries = [place for place in range(count) if (month - 1 + place) % 12 == 0]
    assert set(januaries) <= set(found)
    assert found[0] == 0 or found[0] == januaries[0] < 6  # a year is told at the beginning


def test_what_has_no_n_has_no_such_chart(catalogue):
    assert chart(catalogue, [(10, None), (12, None)] * 6, key="petitions_received") is None


def test_negative_sums_have_none(catalogue):
    assert chart(catalogue, [(90.0, 10), (-3.0, 10)] * 6, key=MEAN) is None


def test_a_change_of_process_begins_limits_of_its_own(catalogue):
    later = [(20, 100), (26, 100), (22, 90), (24, 110)] * 3
    model = chart(catalogue, USUAL + later, rebases=(change(date(2025, 1, 1)),))
    old, new = laney_of(*zip(*USUAL, strict=True)), laney_of(*zip(*later, strict=True))
    assert [dot.centre for dot in model.dots] == pytest.approx([100 * old.centre] * 12 + [100 * new.centre] * 12)
    assert [dot.upper for dot in model.dots[12:]] == pytest.approx([100 * point.upper for point in new.points])
    assert {dot.kind for dot in model.dots} == {Variation.common_cause}
    assert "看了 12 個月" in model.summary
    assert len(model.remarks) == 1
    assert Variation.concerning in {dot.kind for dot in chart(catalogue, USUAL + later[:2]).dots}


def test_a_baseline_gives_the_limits_of_the_months_after_it(catalogue):
    later = [*USUAL, (30, 100)]
    model = chart(catalogue, USUAL[:6] + later, rebases=(change(date(2024, 12, 1), date(2025, 11, 30)),))
    base = laney_of(*zip(*USUAL, strict=True))
    assert model.dots[-1].centre == pytest.approx(100 * base.centre)
    assert model.dots[-1].kind is Variation.concerning


def test_right_after_a_change_nothing_is_judged(catalogue):
    model = chart(catalogue, [*USUAL, (60, 100)], rebases=(change(date(2025, 12, 1)),))
    assert (model.dots[-1].centre, model.dots[-1].upper, model.names) == (None, None, ())
    assert model.dots[-1].kind is Variation.common_cause
    assert model.summary == "作業方式改變後還不滿兩個月（有母數的月份），無法判斷。"
    english = chart(catalogue, [*USUAL, (60, 100)], "en", rebases=(change(date(2025, 12, 1)),))
    assert "too few to judge" in english.summary
