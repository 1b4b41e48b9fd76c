"""A `LaneyModel` as a Plotly figure: the months as a line of dots between limits that step with each month's n."""

from __future__ import annotations

from html import escape

from kpi.spc.xmr import Variation
from present.charts.axis import axis_ticks
from present.charts.laney import LaneyDot, LaneyModel
from ui.plot.end_labels import ROOM, End, name_ends
from ui.plot.figure_builder import Figure, Sketch
from ui.plot.palette import Palette
from ui.plot.process import SHAPES
from ui.plot.year import HEIGHT, draw_remarks, over_months

MARGIN = {"l": 8, "r": ROOM, "t": 44, "b": 44}


def figure(model: LaneyModel, colours: Palette) -> Figure:
    """Draw the model. Months outside differ in shape, size and colour."""
    fig = Sketch()
    tones = {
        Variation.common_cause: colours.last_year, Variation.improving: colours.improving,
        Variation.concerning: colours.concerning, Variation.neutral: colours.neutral,
    }  # fmt: skip
    values = [number for dot in model.dots for number in (dot.value, dot.lower, dot.upper) if number is not None]
    ticks = axis_ticks(values, from_zero=False, percent=model.percent, whole=False)
    room = (ticks[-1] - ticks[0]) * 0.04  # so that a dot on the edge is not cut
    low, high = ticks[0] - room / 2, ticks[-1] + room
    for edge in ("centre", "lower", "upper"):
        x, y = _steps(model.dots, edge)
        fig.add_scatter(
            x=x, y=y, mode="lines", hoverinfo="skip", connectgaps=False,
            line={"color": colours.soft, "width": 1.2, "dash": "solid" if edge == "centre" else "dash"},
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
    end = model.dots[-1]
    if model.names and end.centre is not None and end.lower is not None and end.upper is not None:
        centre, lower, upper = model.names
        names = [End(end.upper, upper), End(end.lower, lower)]
        name_ends(fig, End(end.centre, centre), names, colours, low, high, HEIGHT - MARGIN["t"] - MARGIN["b"])
    draw_remarks(fig, model.remarks, colours)
    over_months(fig, model, colours, ticks, (low, high), MARGIN)
    return fig.figure()


def _steps(dots: tuple[LaneyDot, ...], edge: str) -> tuple[list[float | None], list[float | None]]:
    """A level over each month, joined to its neighbour's; broken where a month is not there, or the process changed."""
    x: list[float | None] = []
    y: list[float | None] = []
    for place, dot in enumerate(dots):
        before = dots[place - 1] if place else dot
        if before.place + 1 < dot.place or before.centre != dot.centre:
            x.append(None)
            y.append(None)
        x += [dot.place - 0.5, dot.place + 0.5]
        y += [getattr(dot, edge)] * 2
    return x, y
