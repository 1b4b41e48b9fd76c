"""A year of months as a picture: this year over earlier ones, standards dashed, each labelled where it ends."""

from __future__ import annotations

from typing import Literal, TypedDict

import altair as alt

from kpi.json_text import json_text
from lang.figures import number
from lang.precision import decimal_of, places_as_set
from present.charts.axis import axis_ticks
from present.charts.year import ChartModel, Mark, Series, beyond
from present.text_width import width_of, wrap  # fmt: skip
from publish.pictures.canvas import (
    EARLIER,
    LAST_YEAR,
    LAST_YEAR_TEXT,
    PAPER,
    STANDARD,
    THIS_YEAR,
    Sheet,
    Words,
    rows_chart,
    rule,
    spread,
)

WIDTH, HEIGHT = 720, 330
GAP = 18


class LineStyle(TypedDict):
    color: str
    strokeWidth: float
    strokeCap: Literal["butt", "round", "square"]
    clip: bool


COLOURS = {"this_year": THIS_YEAR, "last_year": LAST_YEAR}


def draw_year(model: ChartModel, font: str) -> alt.LayerChart:
    marks = ticks_of(model)
    low, high = marks[0], marks[-1]
    labels, inner = _end_labels(model, low, high)
    right = max([40, *(28 + width_of(words.text, words.size) for words in labels)])
    left = max([76, *(40 + width_of(word, 12) for word in _tick_words(marks, model).values())])
    note = "\n".join(
        part
        for part in (model.note, model.band and model.band.label, *(remark.line for remark in model.remarks))
        if part
    )
    sheet = Sheet(model.title, model.subtitle, note, WIDTH, HEIGHT, left, right)
    keys = [(step.label, STANDARD) for step in model.steps]
    top, texts, key_texts = sheet.heading(list(dict.fromkeys(keys)), "" if model.percent else model.unit)
    bottom, notes = sheet.footing(30)
    y_axis = alt.Axis(
        title=None, values=marks, labelExpr=_lookup(marks, model), domain=False, ticks=False, labelPadding=8
    )
    y = alt.Y("value:Q", scale=alt.Scale(domain=[low, high], nice=False, zero=False), axis=y_axis)
    x_axis = alt.Axis(
        title=None, values=[m + 0.5 for m in range(1, 13)], grid=False, ticks=False, labelPadding=8, labelOverlap=False,
        labelExpr=f"{json_text(model.months)}[floor(datum.value) - 1]",
    )  # fmt: skip
    x = alt.X("month:Q", scale=alt.Scale(domain=[1, 13], nice=False), axis=x_axis)
    layers: list[alt.Chart] = [*_remarks(model, x), *_band(model, x, y), _steps(model, x, y), *_path(model, x, y)]
    for place, series in enumerate(model.series):
        layers += _line(series, place, x, y)
    empty = []
    if model.empty:
        lines = wrap(model.summary, 15, WIDTH - 80)
        empty = [
            Words(t, WIDTH / 2, HEIGHT * 0.45 + 22 * i, 15, align="center", halo=True) for i, t in enumerate(lines)
        ]
    numbers = [Words(str(one.number), (one.place - 1) * WIDTH / 12, -8, 12, align="center") for one in model.remarks]
    for words in [*texts, *key_texts, *numbers, *labels, *inner, *notes, *empty]:
        layers += words.marks(font)
    layers += [_key(words) for words in key_texts]
    return sheet.finish(layers, font, top, bottom)


def ticks_of(model: ChartModel) -> list[float]:
    values = [value for series in model.series for _, value in _known(series)]
    values += [step.value for step in model.steps if values or not model.percent]
    values += beyond(model)
    return axis_ticks(values, from_zero=model.from_zero, percent=model.percent, whole=model.decimals == 0)


def _known(series: Series) -> list[tuple[Mark, float]]:
    """The marks that are no gaps, each with its value."""
    return [(mark, mark.value) for mark in series.marks if mark.value is not None]


def _tick_words(marks: list[float], model: ChartModel) -> dict[str, str]:
    places = max((len(f"{mark:.6f}".rstrip("0").split(".")[1]) for mark in marks), default=0)
    return {f"{mark:.6f}": number(mark, places) + ("%" if model.percent else "") for mark in marks}


def _lookup(marks: list[float], model: ChartModel) -> str:
    return f"{json_text(_tick_words(marks, model))}[format(datum.value, '.6f')]"


def _colour(series: Series, place: int) -> str:
    return COLOURS.get(series.role) or EARLIER[place % len(EARLIER)]


def _line(series: Series, place: int, x: alt.X, y: alt.Y) -> list[alt.Chart]:
    """A line that breaks at months without a value, dashed into a provisional month, which is hollow."""
    this = series.role == "this_year"
    colour = _colour(series, place)
    runs: list[dict[str, float]] = []
    dashed: list[dict[str, float]] = []
    before: dict[str, float] | None = None
    for mark in series.marks:
        if mark.value is None:
            before = None
            continue
        row = {"month": mark.month + 0.5, "value": mark.value}
        if mark.provisional:
            dashed += [dict(before, run=len(runs)), dict(row, run=len(runs))] if before else []
        else:
            runs.append(dict(row, run=len(runs) if before is None else runs[-1]["run"]))
        before = row
    points = [
        {"month": m.month + 0.5, "value": m.value, "provisional": m.provisional, "label": m.label} for m in series.known
    ]  # fmt: skip
    style: LineStyle = {"color": colour, "strokeWidth": 3 if this else 2, "strokeCap": "round", "clip": False}
    layers: list[alt.Chart] = [rows_chart(runs).mark_line(**style).encode(x=x, y=y, detail="run:N")] if runs else []
    if dashed:
        layers.append(rows_chart(dashed).mark_line(**style, strokeDash=[2, 6]).encode(x=x, y=y, detail="run:N"))
    size = 60 if this else 26
    for hollow in (False, True):
        chosen = [point for point in points if point["provisional"] is hollow]
        if chosen:
            dot = rows_chart(chosen).mark_point(
                filled=True, size=size + 30 * hollow, fill=PAPER if hollow else colour, stroke=colour, strokeWidth=2,
                opacity=1, clip=False,
            )  # fmt: skip
            layers.append(dot.encode(x=x, y=y, description="label:N"))
    return layers


def _steps(model: ChartModel, x: alt.X, y: alt.Y) -> alt.Chart:
    rows = [{"month": s.start, "month2": s.end, "value": s.value} for s in model.steps]
    line = rows_chart(rows or [{"month": None, "month2": None, "value": None}]).mark_rule(
        color=STANDARD, strokeDash=[7, 4], strokeWidth=2, clip=False
    )
    made: alt.Chart = line.encode(x=x, x2="month2:Q", y=y)
    return made


def _remarks(model: ChartModel, x: alt.X) -> list[alt.Chart]:
    """What happened, as thin verticals."""
    rows = [{"month": remark.place} for remark in model.remarks]
    return (
        [rows_chart(rows).mark_rule(color=LAST_YEAR_TEXT, strokeDash=[2, 3], strokeWidth=1).encode(x=x)] if rows else []
    )


def _band(model: ChartModel, x: alt.X, y: alt.Y) -> list[alt.Chart]:
    """Where the year is likely to end."""
    rows = [{"month": p, "value": low, "high": high} for p, low, high in model.band.points] if model.band else []
    area = rows_chart(rows or [{}]).mark_area(color=THIS_YEAR, opacity=0.16, clip=False)
    return [area.encode(x=x, y=y, y2="high:Q")] if rows else []


def _path(model: ChartModel, x: alt.X, y: alt.Y) -> list[alt.Chart]:
    """Where a target for the year should stand."""
    rows = [{"month": place, "value": value} for place, value in model.path.points] if model.path else []
    line = rows_chart(rows).mark_line(color=STANDARD, strokeDash=[2, 4], strokeWidth=2, clip=False)
    return [line.encode(x=x, y=y)] if rows else []


def _key(words: Words) -> alt.Chart:
    """A sample of the dashed line beside the standard's words."""
    return rule(words.x - 40, words.x - 10, words.y, words.y, color=STANDARD, strokeDash=[7, 4], strokeWidth=2)


def _end_labels(model: ChartModel, low: float, high: float) -> tuple[list[Words], list[Words]]:
    """Names at the line ends: in the right margin, kept apart; of a line that ends early, at its last point."""

    def height(value: float) -> float:
        return HEIGHT * (high - value) / (high - low)

    wanted, inner = [], []
    for place, series in enumerate(model.series):
        known = _known(series)
        if not known:
            continue
        last, stands = known[-1]
        colour = LAST_YEAR_TEXT if series.role != "this_year" else THIS_YEAR
        x = (last.month - 0.5) * WIDTH / 12
        if last.month == 12:
            wanted.append((height(stands), series.name, colour, series.role == "this_year"))
            continue
        others = [
            value
            for i, other in enumerate(model.series)
            if i != place
            for mark, value in _known(other)
            if abs(mark.month - last.month) <= 1
        ]
        others += [step.value for step in model.steps]
        below = any(0 <= other - stands < (high - low) * 0.2 for other in others)
        y = height(stands) + (22 if below else -20)
        inner.append(Words(series.name, x, y, 14, colour, series.role == "this_year", "center", halo=True))
    for value in sorted({step.value for step in model.steps if step.end >= 13}):
        sign = "%" if model.percent else ""
        wanted.append((height(value), f"{number(value, places_as_set(decimal_of(value)))}{sign}", STANDARD, False))
    places = spread([row[0] for row in wanted], GAP)
    labels = [
        Words(text, WIDTH + 8, y, 14 if colour != STANDARD else 13, colour, bold)
        for y, (_, text, colour, bold) in zip(places, wanted, strict=True)
    ]  # fmt: skip
    return labels, inner
