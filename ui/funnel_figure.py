"""A `FunnelModel` as a Plotly figure: offices as dots over n, the whole as a line, the limits of chance as a funnel."""

from __future__ import annotations

from html import escape

import plotly.graph_objects as go

from kpi.xmr import Variation
from publish.funnel_model import FunnelModel, FunnelPoint
from publish.scale import axis_ticks, ticks
from ui.charts import HEIGHT, plain_layout, tick_words
from ui.palette import Palette
from ui.process_figure import SHAPES

MARGIN = {"l": 8, "r": 78, "t": 24, "b": 56}
TALL = HEIGHT - MARGIN["t"] - MARGIN["b"]  # pixels of the plot from bottom to top
NARROW = 210  # pixels of the plot on the narrowest screen; names that fit there fit everywhere
LONGEST = 12  # characters of a name that is drawn; all of it is told on hover
WIDE, SLIM, HIGH = 13, 8, 17  # pixels of a Chinese character, of another one, of a line of text
GAP = 9  # pixels between a dot and its name
DASHES = {"998": "dash", "95": "dot"}


def figure(model: FunnelModel, colours: Palette) -> go.Figure:
    """Draw the model. Offices outside differ in shape, size and colour; those of too few cases are hollow."""
    fig = go.Figure()
    steps = axis_ticks(_heights(model), from_zero=False, percent=True, whole=False)
    room = (steps[-1] - steps[0]) * 0.04  # so that a dot on the edge is not cut
    low, high = steps[0] - (room if steps[0] > 0 else room / 2), steps[-1] + room
    for funnel in model.funnels:
        for edge in (funnel.low, funnel.high):
            fig.add_scatter(
                x=funnel.sizes, y=edge, mode="lines", hoverinfo="skip",
                line={"color": colours.soft, "width": 1.2, "dash": DASHES[funnel.role]},
            )  # fmt: skip
    fig.add_scatter(
        x=[0, model.right], y=[model.whole] * 2, mode="lines", hoverinfo="skip",
        line={"color": colours.soft, "width": 1.4},
    )  # fmt: skip
    _draw_points(fig, model, colours)
    _name_points(fig, model, colours, low, high)
    _name_lines(fig, model, colours, low, high)
    numbers = [tick for tick in ticks(0, model.right, whole=True, count=4) if tick <= model.right]
    fig.update_layout(
        **plain_layout(colours), margin=MARGIN, hovermode="closest",
        xaxis={
            "range": [0, model.right], "tickvals": numbers, "ticktext": tick_words(numbers, percent=False), "tickangle": 0,
            "title": {"text": escape(model.axis, quote=False), "font": {"size": 12, "color": colours.soft}, "standoff": 6},
            "showgrid": False, "zeroline": False, "fixedrange": True, "linecolor": colours.line, "showline": True,
        },
        yaxis={
            "range": [low, high], "gridcolor": colours.line, "zeroline": False, "fixedrange": True,
            "tickvals": steps, "ticktext": tick_words(steps, percent=True), "automargin": True,
        },
    )  # fmt: skip
    return fig


def _heights(model: FunnelModel) -> list[float]:
    """What must be seen: every office, the whole, and the limits beside each office that is judged.

    The limits of the fewest cases reach so far that the axis would be theirs alone; they may leave the picture.
    """
    found = [point.value for point in model.points] + [model.whole]
    for funnel in model.funnels:
        for point in model.points:
            place = next((i for i, size in enumerate(funnel.sizes) if size >= point.n), -1)
            found += [funnel.low[place], funnel.high[place]] if not point.few else []
    return found


def _draw_points(fig: go.Figure, model: FunnelModel, colours: Palette) -> None:
    tones = {
        Variation.common_cause: colours.last_year, Variation.improving: colours.improving,
        Variation.concerning: colours.concerning, Variation.neutral: colours.neutral,
    }  # fmt: skip
    texts: dict[tuple[float, float], list[str]] = {}
    for point in model.points:  # offices on the same spot are told together
        lines = "<br>".join(escape(line, quote=False) for line in point.lines)
        texts.setdefault((point.n, point.value), []).append(lines)
    fig.add_scatter(
        x=[point.n for point in model.points], y=[point.value for point in model.points], mode="markers",
        cliponaxis=False,
        marker={
            "size": [13 if point.side else 9 for point in model.points], "opacity": 1,
            "symbol": [SHAPES[point.kind] for point in model.points],
            "color": [colours.paper if point.few else tones[point.kind] for point in model.points],
            "line": {
                "width": [1.6 if point.few else 0 for point in model.points],
                "color": [colours.last_year for _ in model.points],
            },
        },
        text=["<br>".join(texts[point.n, point.value]) for point in model.points],
        hovertemplate="%{text}<extra></extra>",
    )  # fmt: skip


def _name_points(fig: go.Figure, model: FunnelModel, colours: Palette, low: float, high: float) -> None:
    """Names beside their dots, those outside first; a name that would touch another or a dot is left to hovering."""
    spots = {id(point): _spot(model, point, low, high) for point in model.points}
    taken = [(x - 6, y - 6, x + 6, y + 6) for x, y in spots.values()]
    wanted = [point for point in model.points if not point.few]
    for point in sorted(wanted, key=lambda one: (not one.side, -abs(one.value - model.whole))):
        name = _shortened(point.name)
        for anchor, box in _boxes(*spots[id(point)], _width(name)):
            if box[0] < 0 or box[2] > NARROW or box[1] < 0 or box[3] > TALL or any(_touch(box, one) for one in taken):
                continue
            taken.append(box)
            fig.add_annotation(
                x=point.n, y=point.value, text=escape(name, quote=False), showarrow=False, **anchor,
                font={"size": 13 if point.side else 12, "color": colours.ink if point.side else colours.soft},
                bgcolor=colours.paper, borderpad=0,
            )  # fmt: skip
            break


def _spot(model: FunnelModel, point: FunnelPoint, low: float, high: float) -> tuple[float, float]:
    """Where a dot lies on the narrowest screen, in pixels from the left and the bottom."""
    return point.n / model.right * NARROW, (point.value - low) / (high - low) * TALL


def _boxes(x: float, y: float, width: float) -> list[tuple[dict, tuple[float, float, float, float]]]:
    """Places for a name beside a dot, the best first: where its text is anchored, and the box that it fills."""
    half = HIGH / 2
    return [
        ({"xanchor": "left", "xshift": GAP}, (x + GAP, y - half, x + GAP + width, y + half)),
        ({"xanchor": "right", "xshift": -GAP}, (x - GAP - width, y - half, x - GAP, y + half)),
        ({"yanchor": "bottom", "yshift": GAP - 2}, (x - width / 2, y + GAP - 2, x + width / 2, y + GAP - 2 + HIGH)),
        ({"yanchor": "top", "yshift": 2 - GAP}, (x - width / 2, y + 2 - GAP - HIGH, x + width / 2, y + 2 - GAP)),
    ]


def _touch(one: tuple[float, float, float, float], two: tuple[float, float, float, float]) -> bool:
    return one[0] < two[2] and two[0] < one[2] and one[1] < two[3] and two[1] < one[3]


def _width(text: str) -> float:
    return sum(WIDE if ord(character) > 0x2E7F else SLIM for character in text)


def _shortened(name: str) -> str:
    return name if len(name) <= LONGEST else name[: LONGEST - 1] + "…"


def _name_lines(fig: go.Figure, model: FunnelModel, colours: Palette, low: float, high: float) -> None:
    """The whole and one pair of limits named at their right ends, moved apart where they would touch.

    The limits are named on the side where they lie farther from the whole: the other may be cut at 0 or 100 %.
    """
    ends = [("<br>".join(escape(part, quote=False) for part in model.whole_name), model.whole, 2 * HIGH)]
    if model.funnels:
        up = model.funnels[0].high[-1] - model.whole >= model.whole - model.funnels[0].low[-1]
        names = [(escape(one.name, quote=False), (one.high if up else one.low)[-1], HIGH) for one in model.funnels]
        ends += sorted(names, key=lambda end: abs(end[1] - model.whole))
    direction = -1 if len(ends) > 1 and ends[1][1] < model.whole else 1
    edge = None
    for text, value, tall in ends:
        natural = (value - low) / (high - low) * TALL
        near = natural - direction * tall / 2  # the side that faces the name before it
        moved = 0.0 if edge is None else max(0.0, (edge - near) * direction) * direction
        edge = natural + moved + direction * tall / 2
        fig.add_annotation(
            text=text, xref="paper", x=1, xanchor="left", xshift=6, y=value, yanchor="middle", yshift=moved, align="left",
            showarrow=False, font={"size": 12, "color": colours.ink if value == model.whole else colours.soft},
        )  # fmt: skip
