"""A `ChartModel` as a Plotly figure: one axis, ROC years at the lines' ends, the standard as a dashed step line."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from html import escape
from pathlib import Path

import streamlit as st

from lang.figures import number
from present.charts.annotations import Remark
from present.charts.axis import axis_ticks
from present.charts.laney import LaneyModel
from present.charts.process import ProcessModel
from present.charts.year import ChartModel, Mark, Series, beyond
from present.text_width import width_of
from ui.plot.figure_builder import Figure, Sketch
from ui.plot.palette import Palette

CONFIG = {"displayModeBar": False, "responsive": True, "scrollZoom": False, "doubleClick": False, "showTips": False}
HEIGHT = 390
LONG = 40
QUICK = {"ticklabeloverflow": "allow", "tickangle": 0}  # Plotly then need not measure every label of an axis
DASHES = ("dot", "dashdot", "dash", "longdash")


@cache
def _rooms() -> str:
    return Path(__file__).with_name("rooms.js").read_text(encoding="utf-8")


def known() -> None:
    """Let the browser know of each chart what draws it anew, before the first is drawn (a fixed text, never data)."""
    with st.container(key="rooms"):
        st.html(f"<script>{_rooms()}</script>", unsafe_allow_javascript=True)


def figure(model: ChartModel, colours: Palette, unfinished: str) -> Figure:
    """Draw the model; ``unfinished`` is the word beside a month that is not over."""
    fig = Sketch()
    ticks = _ticks(model)
    room = (ticks[-1] - ticks[0]) * 0.04  # so that a line on the edge is not cut
    low, high = ticks[0], ticks[-1]
    _draw_steps(fig, model, colours)
    _draw_band(fig, model, colours)
    _draw_path(fig, model, colours)
    older = 0
    for series in model.series:
        older += series.role == "earlier"
        dash = DASHES[(older - 1) % len(DASHES)] if series.role == "earlier" else "solid"
        others = {mark.month: value for other in model.series if other is not series for mark, value in _known(other)}
        _draw(fig, series, colours, dash, unfinished, others)
    _draw_hover(fig, model)
    _name_lines(fig, model, colours, low, high)
    draw_remarks(fig, model.remarks, colours)
    months, after = _month_words(model)
    if after:
        fig.add_annotation(
            text=after, xref="paper", yref="paper", x=1, y=0, xanchor="left", yanchor="top", yshift=-3, showarrow=False
        )
    names = tick_words(ticks, percent=model.percent)
    fig.update_layout(
        **plain_layout(colours), margin={"l": left_of(names), "r": 64, "t": 44, "b": 32}, hovermode="x",
        xaxis={
            "range": [1, 13], "tickvals": [month + 0.5 for month in range(1, 13)], "ticktext": months, "showgrid": False, "zeroline": False,
            "fixedrange": True, **QUICK, "linecolor": colours.line, "showline": True,
        },
        yaxis={
            "range": [low, high + room], "gridcolor": colours.line, "zeroline": False, "fixedrange": True, **QUICK,
            "tickvals": ticks, "ticktext": names,
        },
    )  # fmt: skip
    if not model.percent:
        name_unit(fig, model.unit, colours)
    return fig.figure()


def plain_layout(colours: Palette) -> dict[str, object]:
    """What every chart looks like: no legend, no dragging, the page's own background, the theme's type."""
    return {
        "height": HEIGHT, "showlegend": False, "dragmode": False, "separators": ".,",
        "paper_bgcolor": "rgba(0,0,0,0)", "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": colours.font, "size": 13, "color": colours.soft},
        "hoverlabel": {
            "bgcolor": colours.paper, "bordercolor": colours.line, "align": "left",
            "font": {"family": colours.font, "size": 13, "color": colours.ink},
        },
    }  # fmt: skip


def draw_remarks(fig: Sketch, remarks: tuple[Remark, ...], colours: Palette) -> None:
    """What happened, as thin verticals with the number that its text has below the chart."""
    for remark in remarks:
        fig.add_shape(
            type="line", xref="x", yref="paper", x0=remark.place, x1=remark.place, y0=0, y1=1,
            line={"color": colours.soft, "width": 1, "dash": "dot"}, layer="below",
        )  # fmt: skip
        fig.add_annotation(
            x=remark.place, y=1, xref="x", yref="paper", text=str(remark.number), showarrow=False, yanchor="bottom",
            font={"size": 11, "color": colours.paper}, bgcolor=colours.soft, borderpad=2, hovertext=escape(remark.text, quote=False),
        )  # fmt: skip


def name_unit(fig: Sketch, unit: str, colours: Palette) -> None:
    """The unit above the value axis."""
    if unit:
        fig.add_annotation(
            text=unit, xref="paper", yref="paper", x=0, y=1, xanchor="left", yanchor="bottom", yshift=8,
            showarrow=False, font={"color": colours.soft, "size": 12},
        )  # fmt: skip


def over_months(
    fig: Sketch,
    model: ProcessModel | LaneyModel,
    colours: Palette,
    ticks: list[float],
    ends: tuple[float, float],
    margin: Mapping[str, int],
) -> None:
    """Axes of a chart of limits: the months of several years below, values at the side, the unit above."""
    names, last = tick_words(ticks, percent=model.percent), model.dots[-1].place
    fig.update_layout(
        **plain_layout(colours), margin={**margin, "l": left_of(names)}, hovermode="closest",
        xaxis={
            "range": [-0.5, last + 0.5], "tickvals": [place for place, _ in model.months], "ticktext": [text for _, text in model.months],
            "showgrid": False, "zeroline": False, "fixedrange": True, **QUICK, "linecolor": colours.line, "showline": True,
        },
        yaxis={
            "range": list(ends), "gridcolor": colours.line, "zeroline": False, "fixedrange": True, **QUICK,
            "tickvals": ticks, "ticktext": names,
        },
    )  # fmt: skip
    if not model.percent:
        name_unit(fig, model.unit, colours)


def left_of(words: list[str]) -> float:
    """The margin that the words of a value axis need; measured by Plotly itself it would draw each chart twice."""
    return 12 + max(width_of(word, 13) for word in words)


def tick_words(ticks: list[float], *, percent: bool) -> list[str]:
    places = max(len(f"{tick:.6f}".rstrip("0").split(".")[1]) for tick in ticks)
    return [number(tick, places) + ("%" if percent else "") for tick in ticks]


def _month_words(model: ChartModel) -> tuple[list[str], str]:
    """Month names short enough for a narrow screen: 1, 2, 3 ... and 月 once, behind the last."""
    if all(month.endswith("月") for month in model.months):
        return [month.removesuffix("月").strip() for month in model.months], "月"
    return list(model.months), ""


def _ticks(model: ChartModel) -> list[float]:
    """The same round steps as in pictures and workbooks."""
    values = [value for series in model.series for _, value in _known(series)]
    values += [step.value for step in model.steps if values or not model.percent]
    values += beyond(model)
    return axis_ticks(values, from_zero=model.from_zero, percent=model.percent, whole=model.decimals == 0)


def _known(series: Series) -> list[tuple[Mark, float]]:
    """The marks that are no gaps, each with its value."""
    return [(mark, mark.value) for mark in series.marks if mark.value is not None]


def _draw(fig: Sketch, series: Series, colours: Palette, dash: str, unfinished: str, others: dict[int, float]) -> None:
    now = series.role == "this_year"
    colour = colours.this_year if now else colours.last_year
    whole = [mark for mark in series.marks if not mark.provisional]
    fig.add_scatter(
        x=[mark.month + 0.5 for mark in whole], y=[mark.value for mark in whole], name=series.name,
        mode="lines+markers" if now else "lines", connectgaps=False, hoverinfo="skip",
        line={"color": colour, "width": 2.4 if now else 1.8, "dash": dash}, marker={"size": 8 if now else 4, "color": colour},
    )  # fmt: skip
    for mark, value in _known(series):
        if not mark.provisional:
            continue
        before = next((m for m in reversed(whole) if m.month < mark.month and m.value is not None), None)
        pair = [before, mark] if before and before.month == mark.month - 1 else [mark]
        fig.add_scatter(
            x=[m.month + 0.5 for m in pair], y=[m.value for m in pair], mode="lines+markers", hoverinfo="skip",
            line={"color": colour, "width": 1.4, "dash": "dot"},
            marker={
                "size": [0] * (len(pair) - 1) + [9], "color": colours.paper, "line": {"color": colour, "width": 2},
                "opacity": 1,
            },
        )  # fmt: skip
        first = pair[0].value
        falls = len(pair) > 1 and first is not None and first > value
        if mark.month in others:  # keep clear of the other year's line and its name
            falls = others[mark.month] > value
        fig.add_annotation(
            x=mark.month + 0.5, y=value, text=unfinished, showarrow=False, yshift=-18 if falls else 16,
            font={"size": 12, "color": colours.soft}, bgcolor=colours.paper, borderpad=0,
        )  # fmt: skip


def _draw_steps(fig: Sketch, model: ChartModel, colours: Palette) -> None:
    named = set()
    for place, step in enumerate(model.steps):
        joined = place and model.steps[place - 1].end == step.start
        x = [step.start, step.start, step.end] if joined else [step.start, step.end]
        y = [model.steps[place - 1].value, step.value, step.value] if joined else [step.value, step.value]
        fig.add_scatter(
            x=x, y=y, mode="lines", hoverinfo="skip", line={"color": colours.not_met, "width": 1.4, "dash": "dash"}
        )
        if step.label not in named:
            named.add(step.label)
            late = step.start > 6  # a label that begins there would be cut on a narrow screen
            fig.add_annotation(
                x=step.end if late else step.start, y=step.value, text=_folded(escape(step.label, quote=False)),
                showarrow=False, xanchor="right" if late else "left", yanchor="bottom", xshift=-4 if late else 4,
                font={"size": 12, "color": colours.not_met},
            )  # fmt: skip


def _draw_band(fig: Sketch, model: ChartModel, colours: Palette) -> None:
    if model.band is None:
        return
    places, low, high = zip(*model.band.points, strict=True)
    fig.add_scatter(
        x=[*places, *reversed(places)], y=[*low, *reversed(high)], fill="toself", mode="lines", hoverinfo="skip",
        line={"width": 0}, fillcolor=colours.this_year, opacity=0.16,
    )  # fmt: skip
    fig.add_annotation(
        x=1, y=0, xref="paper", yref="paper", text=model.band.label, showarrow=False, xanchor="right", yanchor="bottom", yshift=4,
        font={"size": 12, "color": colours.soft},
    )  # fmt: skip


def _draw_path(fig: Sketch, model: ChartModel, colours: Palette) -> None:
    if model.path is None:
        return
    x, y = zip(*model.path.points, strict=True)
    fig.add_scatter(
        x=x, y=y, mode="lines", hoverinfo="skip", line={"color": colours.not_met, "width": 1.2, "dash": "dot"}
    )
    place = len(x) // 3  # above it, where neither the years' names nor the band stand
    fig.add_annotation(
        x=x[place], y=y[place], text=model.path.label, showarrow=False, xanchor="right", yanchor="bottom", yshift=4,
        font={"size": 12, "color": colours.not_met},
    )  # fmt: skip


def _folded(label: str) -> str:
    """A long label in two lines, so that it fits a narrow screen."""
    return label.replace(" (", "<br>(", 1) if len(label) > LONG else label


def _draw_hover(fig: Sketch, model: ChartModel) -> None:
    """One invisible point a month that tells value and n of all years, this year first."""
    texts: dict[int, list[str]] = {}
    heights: dict[int, float] = {}
    for series in reversed(model.series):
        for mark, value in _known(series):
            texts.setdefault(mark.month, []).append(mark.label)
            heights.setdefault(mark.month, value)
    months = sorted(texts)
    fig.add_scatter(
        x=[m + 0.5 for m in months], y=[heights[m] for m in months], mode="markers", marker={"size": 26, "opacity": 0},
        text=["<br>".join(texts[m]) for m in months], hovertemplate="%{text}<extra></extra>",
    )  # fmt: skip


def _name_lines(fig: Sketch, model: ChartModel, colours: Palette, low: float, high: float) -> None:
    """The year at the end of its line; names that would touch are moved apart."""
    ends = [(series, known[-1]) for series in model.series if (known := _known(series))]
    placed: list[tuple[float, float]] = []
    for series, (mark, height) in sorted(ends, key=lambda end: end[0].role != "this_year"):
        gap = (high - low) * 0.065
        for _ in range(6):
            near = [y for x, y in placed if abs(x - mark.month) < 1.2 and abs(y - height) < gap]
            if not near:
                break
            height = near[0] + (gap if height >= near[0] else -gap)
        placed.append((mark.month, height))
        now = series.role == "this_year"
        fig.add_annotation(
            x=mark.month + 0.5, y=height, text=f"<b>{series.name}</b>" if now else series.name, showarrow=False,
            xanchor="left", xshift=8, font={"size": 13, "color": colours.this_year if now else colours.soft},
            bgcolor=colours.paper, borderpad=1,
        )  # fmt: skip
