"""A funnel plot in words: who is outside, of whom nothing can be said, and no ranking of the rest."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from kpi.dates.periods import Period
from kpi.spc.funnel import FEWEST, limits_at, side_of
from kpi.spc.xmr import Variation
from kpi.values import Value
from lang import say
from present.charts.funnel import funnel_chart

KEY = "mailbox_dissatisfied_rate"
PERIOD = Period(date(2025, 1, 1), date(2025, 12, 10))
LANG = Path(__file__).parents[3] / "lang"


def value(numerator, denominator):
    share = numerator / denominator if numerator is not None and denominator else None
    return Value(share, PERIOD, numerator, denominator, denominator)


OFFICES = {
    "產業政策組": (2, 380), "金屬機電組": (24, 140), "產業園區組": (5, 122), "資訊室": (2, 20), "秘書室": (1, 3),
    "民生化工組": (18, 340), "停辦組": (0, 0),
}  # fmt: skip
WHOLE = (52, 1005)


def chart(catalogue, lang="zh-Hant", offices=None, whole=WHOLE, key=KEY, *, demo=False):
    parts = [(name, value(*pair)) for name, pair in (OFFICES if offices is None else offices).items()]
    return funnel_chart(catalogue, key, parts, value(*whole), lang, demo=demo)


def test_the_offices_outside_are_those_of_the_limits(catalogue):
    model = chart(catalogue)
    sides = {point.name: point.side for point in model.points}
    rate = WHOLE[0] / WHOLE[1]
    assert sides == {name: side_of(*pair, rate) for name, pair in OFFICES.items() if pair[1]}
    assert {name for name, side in sides.items() if side} == {"產業政策組", "金屬機電組"}
    assert {point.name: point.kind for point in model.points if point.side} == {
        "產業政策組": Variation.improving, "金屬機電組": Variation.concerning,
    }  # fmt: skip


def test_the_summary_tells_of_them_in_chinese(catalogue):
    assert chart(catalogue).summary == (
        "金屬機電組 17.1%（24／140 件），比全機關的 5.2% 高，超出隨機波動的範圍。"
        "產業政策組 0.5%（2／380 件），比全機關的 5.2% 低，超出隨機波動的範圍。"
        "3 個組室與全機關（5.2%）的差距，都在隨機波動的範圍內，不宜據此排名次。"
        "秘書室的數量太少，看不出差別。"
    )


def test_the_summary_tells_of_them_in_english(catalogue):
    assert chart(catalogue, "en").summary == (
        "金屬機電組 has 17.1% (24 of 140 letters), above the agency's 5.2% by more than chance explains. "
        "產業政策組 has 0.5% (2 of 380 letters), below the agency's 5.2% by more than chance explains. "
        "3 offices are within the range of chance around the agency's 5.2%; ranking them would mean nothing. "
        "Too few to tell: 秘書室."
    )


def test_an_office_with_three_letters_is_never_the_worst(catalogue):
    model = chart(catalogue, offices=OFFICES | {"秘書室": (3, 3)})
    point = next(point for point in model.points if point.name == "秘書室")
    assert (point.few, point.side, point.kind) == (True, 0, Variation.common_cause)
    assert point.lines == ("秘書室：100%（3／3 件）", "只有 3 件，太少，看不出差別")
    assert "秘書室 100%" not in model.summary
    english = next(p for p in chart(catalogue, "en").points if p.name == "秘書室")
    assert english.lines == ("秘書室: 33.3% (1 of 3 letters)", "only 3 letters: too few to tell")


def test_an_office_inside_is_said_to_be_so(catalogue):
    lines = {point.name: point.lines for point in chart(catalogue).points}
    assert lines["資訊室"] == ("資訊室：10.0%（2／20 件）", "在隨機波動的範圍內")
    assert lines["金屬機電組"][1] == "高於隨機波動的範圍"


def test_an_office_without_cases_is_named_and_not_drawn(catalogue):
    model = chart(catalogue, offices=OFFICES | {"手填組": (None, None)})
    assert {"停辦組", "手填組"}.isdisjoint(point.name for point in model.points)
    assert "停辦組、手填組" in model.note


def test_the_curves_are_the_limits_in_per_cent(catalogue):
    model = chart(catalogue)
    assert [funnel.role for funnel in model.funnels] == ["998", "95"]
    for funnel in model.funnels:
        assert (funnel.sizes[0], funnel.sizes[-1]) == (FEWEST, int(model.right))
        assert len(funnel.sizes) <= 60
        assert list(funnel.sizes) == sorted(set(funnel.sizes))
    for place in (0, 20, -1):
        n = model.funnels[0].sizes[place]
        limits = limits_at(WHOLE[0] / WHOLE[1], n)
        drawn = [f.low[place] for f in model.funnels] + [f.high[place] for f in model.funnels]
        assert drawn == pytest.approx([100 * limits[i] for i in (2, 0, 3, 1)])
    assert model.right > 380
    assert model.whole == pytest.approx(5.174, abs=1e-3)


def test_the_words_around_the_chart(catalogue):
    chinese, english = chart(catalogue, demo=True), chart(catalogue, "en", demo=True)
    assert (chinese.subtitle, chinese.axis, chinese.whole_name) == (
        "漏斗圖｜各組室｜114/1/1–12/10", "母數 n（件）", ("全機關", "5.2%"),
    )  # fmt: skip
    assert (english.subtitle, english.axis, english.whole_name) == (
        "Funnel plot | by office | 1 Jan – 10 Dec 2025", "n (letters)", ("Agency", "5.2%"),
    )  # fmt: skip
    assert chinese.title == catalogue.indicators[KEY].name.zh
    for words in ("示範資料", "橘色菱形", "藍色方塊", "不滿 10"):
        assert words in chinese.note
    for words in ("Demonstration data", "orange diamond", "blue square", "below 10"):
        assert words in english.note
    assert "紫色" not in chinese.note
    assert "示範資料" not in chart(catalogue).note


def test_only_shapes_and_remarks_that_the_chart_needs(catalogue):
    calm = chart(catalogue, offices={"甲組": (5, 100), "乙組": (6, 100)}, whole=(11, 200))
    assert calm.summary == "2 個組室與全機關（5.5%）的差距，都在隨機波動的範圍內，不宜據此排名次。"
    for words in ("菱形", "方塊", "空心圓", "沒有畫出"):
        assert words not in calm.note


def test_offices_of_few_cases_only_are_not_judged_and_have_no_curves(catalogue):
    model = chart(catalogue, offices={"甲組": (1, 3), "乙組": (0, 9)}, whole=(1, 12))
    assert model.funnels == ()
    assert model.summary == "每個組室的數量都太少，看不出與全機關（8.3%）有沒有差別。"


@pytest.mark.parametrize(("bad", "said"), [(0, "全機關是 0%"), (1, "全機關是 100%")])
def test_where_all_are_alike_there_is_nothing_to_compare(catalogue, bad, said):
    model = chart(catalogue, offices={"甲組": (30 * bad, 30), "乙組": (50 * bad, 50)}, whole=(80 * bad, 80))
    assert model.funnels == ()
    assert said in model.summary
    assert not any(point.side for point in model.points)


def test_many_offices_outside_are_told_in_part(catalogue):
    offices = {f"{name}組": (bad, 200) for name, bad in zip("甲乙丙丁戊己", (40, 38, 36, 34, 10, 10), strict=True)}
    offices["庚組"] = (0, 2000)
    model = chart(catalogue, "en", offices, whole=(168, 3200))
    assert model.summary.count("more than chance explains") == 3
    assert "2 more offices are outside the range." in model.summary
    one = chart(catalogue, "en", {k: v for k, v in offices.items() if k != "丁組"}, whole=(168, 3200))
    assert "One more office is outside the range." in one.summary


@pytest.mark.parametrize("key", ["phone_score_mean", "mailbox_handled", "applications_days_median", "mit_firms"])
def test_what_is_no_share_has_no_funnel(catalogue, key):
    assert chart(catalogue, key=key) is None


@pytest.mark.parametrize("whole", [(None, None), (0, 0), (1200, 1000), (52.5, 1005)])
def test_a_whole_that_is_no_share_of_cases_has_none(catalogue, whole):
    assert chart(catalogue, whole=whole) is None


@pytest.mark.parametrize("offices", [{}, {"甲組": (0, 0)}, {"甲組": (None, None)}])
def test_without_an_office_there_is_none(catalogue, offices):
    assert chart(catalogue, offices=offices) is None


@pytest.mark.parametrize("lang", ["zh-Hant", "en"])
def test_markup_in_an_offices_name_stays_text(catalogue, lang):
    name = "<b>甲組</b><a href='x'>%{y} {$n}"
    model = chart(catalogue, lang, OFFICES | {name: (60, 140)})
    point = next(point for point in model.points if point.name == name)
    assert point.lines[0].startswith(name)
    assert name in model.summary


def messages(lang):
    text = (LANG / lang / "funnel.ftl").read_text(encoding="utf-8")
    return dict(re.findall(r"^([\w-]+) =((?:.*)(?:\n[ }].*)*)", text, flags=re.M))


@pytest.mark.parametrize("lang", ["zh-Hant", "en"])
@pytest.mark.parametrize("count", [1, 3])
def test_every_message_can_be_said(lang, count):
    for key, body in messages(lang).items():
        names = set(re.findall(r"\$(\w+)", body))
        assert say(key, lang, **{name: count if name in ("count", "months") else "x" for name in names}).strip(), key


def test_both_languages_have_the_same_variables_and_the_chinese_no_english():
    chinese, english = messages("zh-Hant"), messages("en")
    assert chinese.keys() == english.keys()
    for key, body in chinese.items():
        assert set(re.findall(r"\$\w+", body)) == set(re.findall(r"\$\w+", english[key])), key
        assert set(re.findall(r"[A-Za-z]+", re.sub(r"\{[^}]*\}", "", body))) <= {"n", "p", "u"}, key
