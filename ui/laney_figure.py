"""A `LaneyModel` as a Plotly figure: the months as a line of dots between limits that step with each month's n."""

from __future__ import annotations

from html import escape

import plotly.graph_objects as go

from kpi.xmr import Variation
from publish.laney_model import LaneyDot, LaneyModel
from publish.scale import axis_ticks
from ui.charts import name_unit, plain_layout, tick_words
from ui.palette import Palette
from ui.process_figure import SHAPES


def figure(model: LaneyModel, colours: Palette) -> go.Figure:
    """Draw the model. Months outside differ in shape, size and colour."""
    fig = go.Figure()
    tones = {
        Variation.common_cause: colours.last_year, Variation.improving: colours.improving,
        Variation.concerning: colours.concerning, Variation.neutral: colours.neutral,
    }  # fmt: skip
    values = [number for dot in model.dots for number in (dot.value, dot.lower, dot.upper)]
    ticks = axis_ticks(values, from_zero=False, percent=model.percent, whole=False)
    last = max(dot.place for dot in model.dots)
    fig.add_scatter(
        x=[-0.5, last + 0.5], y=[model.centre] * 2, mode="lines", hoverinfo="skip",
        line={"color": colours.soft, "width": 1.2},
    )  # fmt: skip
    for edge in ("lower", "upper"):
        x, y = _steps(model.dots, edge)
        fig.add_scatter(
            x=x, y=y, mode="lines", hoverinfo="skip", connectgaps=False,
            line={"color": colours.soft, "width": 1.2, "dash": "dash"},
        )  # fmt: skip
    special = [dot.kind is not Variation.common_cause for dot in model.dots]
    fig.add_scatter(
        x=[dot.place for dot in model.dots], y=[dot.value for dot in model.dots], mode="lines+markers",
        line={"color": colours.last_year, "width": 1.6}, cliponaxis=False,
        marker={
            "size": [11 if one else 7 for one in special], "symbol": [SHAPES[dot.kind] for dot in model.dots], "opacity": 1,
            "color": [tones[dot.kind] for dot in model.dots], "line": {"width": 0},
        },
        text=["<br>".join(escape(line, quote=False) for line in dot.lines) for dot in model.dots],
        hovertemplate="%{text}<extra></extra>",
    )  # fmt: skip
    _name_lines(fig, model, colours)
    room = (ticks[-1] - ticks[0]) * 0.04
    fig.update_layout(
        **plain_layout(colours), margin={"l": 8, "r": 16, "t": 44, "b": 44}, hovermode="closest",
        xaxis={
            "range": [-0.5, last + 0.5], "tickvals": [place for place, _ in model.months], "ticktext": [text for _, text in model.months],
            "showgrid": False, "zeroline": False, "fixedrange": True, "linecolor": colours.line, "showline": True, "tickangle": 0,
        },
        yaxis={
            "range": [ticks[0] - room / 2, ticks[-1] + room], "gridcolor": colours.line, "zeroline": False, "fixedrange": True,
            "tickvals": ticks, "ticktext": tick_words(ticks, percent=model.percent), "automargin": True,
        },
    )  # fmt: skip
    if not model.percent:
        name_unit(fig, model.unit, colours)
    return fig


def _steps(dots: tuple[LaneyDot, ...], edge: str) -> tuple[list[float | None], list[float | None]]:
    """A limit as a level over each month, joined to its neighbour's; broken where a month is not there."""
    x: list[float | None] = []
    y: list[float | None] = []
    for place, dot in enumerate(dots):
        if place and dots[place - 1].place + 1 < dot.place:
            x.append(None)
            y.append(None)
        x += [dot.place - 0.5, dot.place + 0.5]
        y += [getattr(dot, edge)] * 2
    return x, y


def _name_lines(fig: go.Figure, model: LaneyModel, colours: Palette) -> None:
    """The centre and the limits named at their left ends: the limits without a value, for it changes."""
    first = model.dots[0]
    levels = zip(model.names, (model.centre, first.lower, first.upper), ("bottom", "top", "bottom"), strict=True)
    for text, level, anchor in levels:
        fig.add_annotation(
            x=first.place - 0.5, y=level, text=escape(text, quote=False), showarrow=False, xanchor="left", yanchor=anchor,
            font={"size": 12, "color": colours.soft}, bgcolor=colours.paper, borderpad=0,
        )  # fmt: skip
