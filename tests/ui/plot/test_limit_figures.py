"""Funnel plots and p′ charts as figures: names that are text, that fit a narrow screen, and never cover another's."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kpi.catalogue import Catalogue
from kpi.dates.periods import Period
from kpi.spc.xmr import Variation
from kpi.values import Value
from present.charts.funnel import funnel_chart
from present.charts.laney import LaneyDot, LaneyModel
from ui.plot import funnel as funnel_figure
from ui.plot import laney as laney_figure
from ui.plot.palette import Palette

PERIOD = Period(date(2025, 1, 1), date(2025, 12, 10))
COLOURS = Palette(*["#123456"] * 10, font="sans-serif")
NASTY = "<b>甲</b><a href='x'>&amp;"


def funnel(catalogue: Catalogue, offices: dict[str, tuple[int, int]], lang="zh-Hant"):
    def value(bad, n):
        return Value(bad / n, PERIOD, float(bad), float(n), float(n))

    whole = value(sum(bad for bad, _ in offices.values()), sum(n for _, n in offices.values()))
    parts = [(name, value(*pair)) for name, pair in offices.items()]
    return funnel_chart(catalogue, "mailbox_dissatisfied_rate", parts, whole, lang, demo=False)


OFFICES = {"甲組": (2, 380), "乙組": (24, 140), "丙組": (5, 122), "丁室": (2, 20), "戊室": (1, 3), "己組": (18, 340)}


def dots(fig):
    return next(trace for trace in fig.data if trace.mode == "markers")


def named(fig):
    return {note.text: note for note in fig.layout.annotations}


def test_an_office_outside_is_named_and_differs_in_shape(catalogue):
    fig = funnel_figure.figure(funnel(catalogue, OFFICES), COLOURS)
    assert {"甲組", "乙組"} <= named(fig).keys()
    assert "戊室" not in named(fig)  # too few to be judged
    assert list(dots(fig).marker.symbol) == ["square", "diamond", "circle", "circle", "circle", "circle"]


def test_limits_have_no_line_where_chance_can_do_anything(catalogue):
    fig = funnel_figure.figure(funnel(catalogue, OFFICES), COLOURS)
    lower = next(trace for trace in fig.data if trace.line.dash == "dash")
    assert lower.y[0] is None
    assert lower.y[-1] > 0


def test_markup_in_an_offices_name_is_drawn_as_text(catalogue):
    model = funnel(catalogue, OFFICES | {NASTY: (60, 200)})
    fig = funnel_figure.figure(model, COLOURS)
    text = dots(fig).text[-1]
    assert text.startswith("&lt;b&gt;甲&lt;/b&gt;&lt;a href='x'&gt;&amp;amp;")
    assert text.count("<") == text.count("<br>") == 1
    assert all(note.text.count("<") == note.text.count("<br>") for note in fig.layout.annotations)


def test_offices_on_one_spot_are_told_together(catalogue):
    fig = funnel_figure.figure(funnel(catalogue, {"甲組": (3, 30), "乙組": (3, 30), "丙組": (1, 40)}), COLOURS)
    first, second, other = dots(fig).text
    assert first == second
    assert "甲組" in first
    assert "乙組" in first
    assert "甲組" not in other


def test_the_axis_need_not_begin_at_zero(catalogue):
    fig = funnel_figure.figure(funnel(catalogue, {"甲組": (96, 100), "乙組": (190, 200), "丙組": (150, 150)}), COLOURS)
    ticks = fig.layout.yaxis.tickvals
    assert 60 <= ticks[0] < 90
    assert ticks[-1] == 100


@pytest.mark.parametrize(
    "offices", [{"甲組": (0, 30), "乙組": (0, 50)}, {"甲組": (9, 9)}, {"甲組": (1, 3), "乙組": (0, 4)}]
)
def test_a_funnel_without_limits_can_be_drawn(catalogue, offices):
    fig = funnel_figure.figure(funnel(catalogue, offices, "en"), COLOURS)
    assert len(dots(fig).x) == len(offices)


NAMES = (
    "甲組",
    "產業政策組",
    "國際事務及南方服務中心籌備小組",
    "IT",
    "Office of the Secretary",
    "己組",
    "庚辛壬",
    "癸室",
)


@settings(max_examples=60)
@given(
    st.lists(st.tuples(st.integers(0, 100), st.integers(1, 900)), min_size=2, max_size=len(NAMES)),
    st.sampled_from([180, 400, 900]),
)
def test_no_name_covers_another_or_a_dot_on_any_width(catalogue, pairs, wide):
    offices = {name: (n * share // 100, n) for name, (share, n) in zip(NAMES, pairs, strict=False)}
    model = funnel(catalogue, offices)
    fig = funnel_figure.figure(model, COLOURS)
    low, high = fig.layout.yaxis.range

    def spot(n, value):
        return n / model.right * wide, (value - low) / (high - low) * funnel_figure.TALL

    boxes = []
    for note in (note for note in fig.layout.annotations if note.xref != "paper"):
        x, y = spot(note.x, note.y)
        x, y, width = x + (note.xshift or 0), y + (note.yshift or 0), funnel_figure._width(note.text)
        left = x - {"left": 0, "right": width, None: width / 2}[note.xanchor]
        bottom = y - {"bottom": 0, "top": funnel_figure.LINE, None: funnel_figure.LINE / 2}[note.yanchor]
        boxes.append((left, bottom, left + width, bottom + funnel_figure.LINE))
    for one, two in combinations(boxes, 2):
        assert not funnel_figure._touch(one, two)
    for box in boxes:
        assert box[0] >= -1e-6
        assert box[2] <= wide + 1e-6
        for point in model.points:
            x, y = spot(point.n, point.value)
            assert not funnel_figure._touch(box, (x - 2, y - 2, x + 2, y + 2))


def laney(places, uppers):
    marks = tuple(
        LaneyDot(place, 5.0, 5.0, 1.0, upper, Variation.common_cause, ("<b>x</b>", "y"))
        for place, upper in zip(places, uppers, strict=True)
    )
    names = (("平均", "5%"), ("下限",), ("上限",))
    return LaneyModel("題", "副題", "%", True, marks, names, (), ((0, "1 月<br>114 年"),), "", "")


def test_limits_step_with_each_month_and_break_at_a_gap():
    fig = laney_figure.figure(laney([0, 1, 3], [9.0, 8.0, 7.0]), COLOURS)
    upper = [trace for trace in fig.data if trace.line.dash == "dash"][1]
    assert list(upper.x) == [-0.5, 0.5, 0.5, 1.5, None, 2.5, 3.5]
    assert list(upper.y) == [9, 9, 8, 8, None, 7, 7]


def test_months_without_limits_can_be_drawn():
    model = laney([0, 1], [9.0, 8.0])
    bare = replace(model.dots[1], centre=None, lower=None, upper=None)
    fig = laney_figure.figure(replace(model, dots=(model.dots[0], bare), names=()), COLOURS)
    assert list(fig.data[0].y) == [5, 5, None, None, None]
    assert fig.layout.annotations == ()


def test_words_of_a_month_are_text():
    fig = laney_figure.figure(laney([0, 1], [9.0, 8.0]), COLOURS)
    assert fig.data[-1].text[0] == "&lt;b&gt;x&lt;/b&gt;<br>y"


def test_names_of_lines_that_would_touch_are_moved_apart():
    fig = laney_figure.figure(laney([0, 1], [5.01, 5.01]), COLOURS)
    low, high = fig.layout.yaxis.range
    tall = laney_figure.HEIGHT - laney_figure.MARGIN["t"] - laney_figure.MARGIN["b"]
    heights = sorted((note.y - low) / (high - low) * tall + note.yshift for note in fig.layout.annotations)
    assert all(above - below >= 25 for below, above in zip(heights, heights[1:], strict=False))
