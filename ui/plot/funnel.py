"""A `FunnelModel` as a Plotly figure: offices as dots over n, the whole as a line, the limits of chance as a funnel."""

from __future__ import annotations

from html import escape
from itertools import pairwise

from kpi.spc.xmr import Variation
from present.charts.axis import ticks
from present.charts.funnel import FunnelModel, FunnelPoint
from ui.plot.end_labels import LINE, ROOM, End, name_ends
from ui.plot.figure_builder import Figure, Sketch
from ui.plot.palette import Palette
from ui.plot.process import SHAPES
from ui.plot.year import HEIGHT, QUICK, left_of, plain_layout, tick_words

MARGIN = {"l": 8, "r": ROOM, "t": 24, "b": 56}
TALL = HEIGHT - MARGIN["t"] - MARGIN["b"]  # pixels of the plot from bottom to top
NARROW = 180  # pixels of the plot on the narrowest screen; names that fit there fit everywhere
LONGEST = 110  # pixels of a name that is drawn; all of it is told on hover
WIDE, SLIM = 13, 8  # pixels of a Chinese character, and of another one
GAP = 9  # pixels between a dot and its name
DASHES = {"998": "dash", "95": "dot"}
Anchor = dict[str, str | int]
Box = tuple[float, float, float, float]  # left, bottom, right, top in pixels


def figure(model: FunnelModel, colours: Palette) -> Figure:
    """Draw the model. Offices outside differ in shape, size and colour; those of too few cases are hollow."""
    fig = Sketch()
    steps = _steps(model)
    room = (steps[-1] - steps[0]) * 0.04  # so that a dot on the edge is not cut
    low, high = steps[0] - room / 2, steps[-1] + room
    for funnel in model.funnels:
        for edge, bound in ((funnel.low, 0), (funnel.high, 100)):
            fig.add_scatter(
                x=funnel.sizes, y=_possible(edge, bound), mode="lines", hoverinfo="skip", connectgaps=False,
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
    names = tick_words(steps, percent=True)
    fig.update_layout(
        **plain_layout(colours), margin={**MARGIN, "l": left_of(names)}, hovermode="closest",
        xaxis={
            "range": [0, model.right], "tickvals": numbers, "ticktext": tick_words(numbers, percent=False),
            "title": {"text": escape(model.axis, quote=False), "font": {"size": 12, "color": colours.soft}, "standoff": 6},
            "showgrid": False, "zeroline": False, "fixedrange": True, **QUICK, "linecolor": colours.line, "showline": True,
        },
        yaxis={
            "range": [low, high], "gridcolor": colours.line, "zeroline": False, "fixedrange": True, **QUICK,
            "tickvals": steps, "ticktext": names,
        },
    )  # fmt: skip
    return fig.figure()


def _steps(model: FunnelModel) -> list[float]:
    """Round steps that hold every office, the whole, and the limits beside each office that is judged.

    The limits of the fewest cases reach so far that the axis would be theirs alone; they may leave the picture. Nor
    must the axis begin at zero: distances from the whole are compared, not lengths.
    """
    found = [point.value for point in model.points] + [model.whole]
    for funnel in model.funnels:
        for point in model.points:
            place = next((i for i, size in enumerate(funnel.sizes) if size >= point.n), -1)
            found += [funnel.low[place], funnel.high[place]] if not point.few else []
    low, high = min(found), max(found)
    return ticks(max(low - 1, 0), min(high + 1, 100)) if high - low < 1 else ticks(low, high)


def _possible(edge: tuple[float, ...], bound: float) -> list[float | None]:
    """A limit without its stretch on 0 or 100 %: there chance can do anything, so there is no limit."""
    return [
        None if value == bound and edge[min(i + 1, len(edge) - 1)] == bound else value for i, value in enumerate(edge)
    ]


def _draw_points(fig: Sketch, model: FunnelModel, colours: Palette) -> None:
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


def _name_points(fig: Sketch, model: FunnelModel, colours: Palette, low: float, high: float) -> None:
    """Names beside their dots, those outside first; a name that would touch another or a dot is left to hovering.

    The name of an office inside keeps clear of the lines, too, and stands beside its dot only, so that in a crowd no
    name is taken for another's.
    """
    spots = [_spot(model, point.n, point.value, low, high) for point in model.points]
    dots = [(x - 6, y - 6, x + 6, y + 6) for x, y in spots]
    lines = [(x - 2, y - 2, x + 2, y + 2) for x, y in _line_spots(model, low, high)]
    names: list[Box] = []
    places = [place for place, point in enumerate(model.points) if not point.few]
    for place in sorted(places, key=lambda one: _first_named(model, model.points[one])):
        point, name = model.points[place], _shortened(model.points[place].name)
        taken = names + dots[:place] + dots[place + 1 :] + ([] if point.side else lines)
        boxes = _boxes(*spots[place], _width(name))
        for anchor, box in boxes if point.side else boxes[:2]:
            inside = box[0] >= 0 and box[2] <= NARROW and box[1] >= 0 and box[3] <= TALL
            if inside and not any(_touch(box, one) for one in taken):
                names.append(box)
                fig.add_annotation(
                    x=point.n, y=point.value, text=escape(name, quote=False), showarrow=False, **anchor,
                    font={"size": 13 if point.side else 12, "color": colours.ink if point.side else colours.soft},
                    bgcolor=colours.paper, borderpad=0,
                )  # fmt: skip
                break


def _first_named(model: FunnelModel, point: FunnelPoint) -> tuple[bool, float]:
    return not point.side, -abs(point.value - model.whole) * point.n**0.5


def _line_spots(model: FunnelModel, low: float, high: float) -> list[tuple[float, float]]:
    """Where lines run on the narrowest screen, every few pixels."""
    found: list[tuple[float, float]] = [(x, _spot(model, 0, model.whole, low, high)[1]) for x in range(0, NARROW, 4)]
    for funnel in model.funnels:
        for edge, bound in ((funnel.low, 0), (funnel.high, 100)):
            known = [(n, y) for n, y in zip(funnel.sizes, _possible(edge, bound), strict=True) if y is not None]
            found += [_spot(model, n, y, low, high) for n, y in known]
            for (n, y), (n2, y2) in pairwise(known):  # between the points of the curve
                found += [_spot(model, n + (n2 - n) * k / 4, y + (y2 - y) * k / 4, low, high) for k in (1, 2, 3)]
    return found


def _spot(model: FunnelModel, n: float, value: float, low: float, high: float) -> tuple[float, float]:
    """Where a value lies on the narrowest screen, in pixels from the left and the bottom."""
    return n / model.right * NARROW, (value - low) / (high - low) * TALL


def _boxes(x: float, y: float, width: float) -> list[tuple[Anchor, Box]]:
    """Places for a name beside a dot, the best first: where its text is anchored, and the box that must be free.

    The box begins at the dot itself, so that no dot which lies between the two on a wide screen is covered there.
    """
    half, above, below = LINE / 2, (y + GAP - 2, y + GAP - 2 + LINE), (y + 2 - GAP - LINE, y + 2 - GAP)
    up: Anchor = {"yanchor": "bottom", "yshift": GAP - 2}
    down: Anchor = {"yanchor": "top", "yshift": 2 - GAP}
    return [
        ({"xanchor": "left", "xshift": GAP}, (x, y - half, x + GAP + width, y + half)),
        ({"xanchor": "right", "xshift": -GAP}, (x - GAP - width, y - half, x, y + half)),
        (up, (x - width / 2, above[0], x + width / 2, above[1])),
        (down, (x - width / 2, below[0], x + width / 2, below[1])),
        ({**up, "xanchor": "left", "xshift": -6}, (x - 6, above[0], x - 6 + width, above[1])),
        ({**up, "xanchor": "right", "xshift": 6}, (x + 6 - width, above[0], x + 6, above[1])),
        ({**down, "xanchor": "left", "xshift": -6}, (x - 6, below[0], x - 6 + width, below[1])),
        ({**down, "xanchor": "right", "xshift": 6}, (x + 6 - width, below[0], x + 6, below[1])),
    ]


def _touch(one: Box, two: Box) -> bool:
    return one[0] < two[2] and two[0] < one[2] and one[1] < two[3] and two[1] < one[3]


def _width(text: str) -> float:
    return sum(WIDE if ord(character) > 0x2E7F else SLIM for character in text)


def _shortened(name: str) -> str:
    if _width(name) <= LONGEST:
        return name
    return max((name[:end] for end in range(len(name)) if _width(name[:end]) <= LONGEST - WIDE), key=len) + "…"


def _name_lines(fig: Sketch, model: FunnelModel, colours: Palette, low: float, high: float) -> None:
    """The whole, and the limits on the side where they lie farther from it: the others may be cut at 0 or 100 %."""
    outer = model.funnels[0] if model.funnels else None
    up = outer is not None and outer.high[-1] - model.whole >= model.whole - outer.low[-1]
    ends = [End((one.high if up else one.low)[-1], (one.name,)) for one in model.funnels]
    name_ends(fig, End(model.whole, model.whole_name), ends, colours, low, high, TALL)
