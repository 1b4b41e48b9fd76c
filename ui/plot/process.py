"""A `ProcessModel` as a Plotly figure: the months in grey, special causes in shape and colour, mean and limits as lines."""

from __future__ import annotations

from kpi.spc.xmr import Variation
from present.charts.axis import axis_ticks
from present.charts.process import ProcessModel
from ui.plot.figure_builder import Figure, Sketch
from ui.plot.palette import Palette
from ui.plot.year import draw_remarks, over_months

SHAPES = {
    Variation.common_cause: "circle", Variation.improving: "square", Variation.concerning: "diamond", Variation.neutral: "triangle-up",
}  # fmt: skip


def figure(model: ProcessModel, colours: Palette) -> Figure:
    """Draw the model. Special causes differ from the usual in shape, size and colour."""
    fig = Sketch()
    tones = {
        Variation.common_cause: colours.last_year, Variation.improving: colours.improving,
        Variation.concerning: colours.concerning, Variation.neutral: colours.neutral,
    }  # fmt: skip
    values = [dot.value for dot in model.dots] + [line.value for line in model.lines]
    ticks = axis_ticks(values, from_zero=False, percent=model.percent, whole=False)
    for line in model.lines:
        mean = line.role == "mean"
        fig.add_scatter(
            x=[line.start - 0.5, line.end + 0.5], y=[line.value] * 2, mode="lines", hoverinfo="skip",
            line={"color": colours.soft, "width": 1.2, "dash": "solid" if mean else "dash"},
        )  # fmt: skip
        fig.add_annotation(
            x=line.start - 0.5, y=line.value, text=line.label, showarrow=False, xanchor="left",
            xshift=4, yanchor="top" if line.role == "lower" and line.value > ticks[0] else "bottom",
            font={"size": 12, "color": colours.soft}, bgcolor=colours.paper, borderpad=0,
        )  # fmt: skip
    special = [dot.kind is not Variation.common_cause for dot in model.dots]
    fig.add_scatter(
        x=[dot.place for dot in model.dots], y=[dot.value for dot in model.dots], mode="lines+markers",
        line={"color": colours.last_year, "width": 1.6},
        marker={
            "size": [11 if one else 7 for one in special], "symbol": [SHAPES[dot.kind] for dot in model.dots], "opacity": 1,
            "color": [tones[dot.kind] for dot in model.dots], "line": {"width": 0},
        },
        text=[dot.label for dot in model.dots], hovertemplate="%{text}<extra></extra>",
    )  # fmt: skip
    draw_remarks(fig, model.remarks, colours)
    room = (ticks[-1] - ticks[0]) * 0.04
    over_months(fig, model, colours, ticks, (ticks[0], ticks[-1] + room), {"r": 16, "t": 44, "b": 44})
    return fig.figure()
