"""The chart of a year and the control chart as figures: every point is one of the model's, and no name is markup."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kpi.observations import ALL
from kpi.spc.control_chart import process_of
from kpi.spc.xmr import Variation
from present.charts.annotations import Remark
from present.charts.process import process_chart
from present.charts.year import year_chart
from present.text_width import width_of
from tests.ui.plot.test_limit_figures import COLOURS
from ui.plot import process, year

CUT = date(2025, 12, 10)
KEYS = ("petitions_received", "mailbox_dissatisfied_rate", "applications_on_time_rate", "website_link_checks")


@pytest.fixture(scope="module")
def book(demo):
    return demo.book(cutoffs=(CUT,))


def points(fig) -> set[tuple[float, float]]:
    return {(x, y) for trace in fig.data for x, y in zip(trace.x, trace.y, strict=True) if y is not None}


@pytest.mark.parametrize("lang", ["zh-Hant", "en"])
@pytest.mark.parametrize("key", KEYS)
def test_every_value_of_the_model_is_drawn_in_its_month_and_inside_the_axes(demo, book, key, lang):
    model = year_chart(demo.catalogue, book, key, CUT, lang)
    fig = year.figure(model, COLOURS, "未滿月")
    assert {(mark.month + 0.5, mark.value) for one in model.series for mark in one.known} <= points(fig)
    low, high = fig.layout.yaxis.range
    assert all(low <= y <= high for _, y in points(fig))
    assert all(1 <= x <= 13 for x, _ in points(fig))
    for step in model.steps:
        assert {(step.start, step.value), (step.end, step.value)} <= points(fig)
    assert len(fig.layout.xaxis.ticktext) == 12


def test_what_is_told_of_a_month_is_what_the_model_says(demo, book):
    model = year_chart(demo.catalogue, book, "petitions_received", CUT, "zh-Hant")
    (hover,) = [trace for trace in year.figure(model, COLOURS, "").data if trace.text]
    assert len(hover.text) == 12
    this, last = model.series[0], model.series[1]
    if this.role != "this_year":
        this, last = last, this
    assert hover.text[2].split("<br>") == [one.known[2].label for one in (this, last)]


def test_a_month_that_is_not_over_says_so(demo, book):
    model = year_chart(demo.catalogue, book, "petitions_received", CUT, "zh-Hant")
    (mark,) = [note for note in year.figure(model, COLOURS, "未滿月").layout.annotations if note.text == "未滿月"]
    assert mark.x == 12.5


def test_remarks_stand_at_their_place_as_text(demo, book):
    model = year_chart(demo.catalogue, book, "petitions_received", CUT, "zh-Hant")
    remark = Remark(number=7, place=3.5, text="<img src=x>颱風", line="")
    fig = year.figure(replace(model, remarks=(remark,)), COLOURS, "")
    (note,) = [one for one in fig.layout.annotations if one.hovertext]
    assert (note.x, note.text, note.hovertext) == (3.5, "7", "&lt;img src=x&gt;颱風")
    (line,) = fig.layout.shapes
    assert (line.x0, line.x1) == (3.5, 3.5)


@pytest.mark.parametrize(
    ("ticks", "percent", "words"),
    [
        ([0, 50, 100], True, ["0%", "50%", "100%"]),
        ([0, 0.5, 1], False, ["0.0", "0.5", "1.0"]),
        ([0, 2000], False, ["0", "2,000"]),
    ],
)
def test_ticks_have_as_many_places_as_they_need(ticks, percent, words):
    assert year.tick_words([float(tick) for tick in ticks], percent=percent) == words
    assert year.left_of(words) >= max(width_of(word, 13) for word in words)


@pytest.mark.parametrize("key", KEYS[:3])
def test_a_control_chart_shows_each_month_once_with_its_mark(demo, book, key):
    found = process_of(demo.catalogue, book, key, CUT, ALL)
    model = process_chart(demo.catalogue, book, found, "zh-Hant")
    fig = process.figure(model, COLOURS)
    (dots,) = [trace for trace in fig.data if trace.mode == "lines+markers"]
    assert list(zip(dots.x, dots.y, dots.text, strict=True)) == [
        (dot.place, dot.value, dot.label) for dot in model.dots
    ]
    assert list(dots.marker.symbol) == [process.SHAPES[dot.kind] for dot in model.dots]
    assert len(set(process.SHAPES.values())) == len(Variation)
    lines = [trace for trace in fig.data if trace.mode == "lines"]
    assert [set(trace.y) for trace in lines] == [{line.value} for line in model.lines]
    low, high = fig.layout.yaxis.range
    assert all(low <= value <= high for trace in fig.data for value in trace.y)
