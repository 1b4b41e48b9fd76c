"""Offices or categories as dots on one scale, each with its value and n in words."""

from __future__ import annotations

import altair as alt

from lang.figures import number
from present.charts.axis import axis_ticks
from present.charts.breakdown import OfficeDots
from present.text_width import width_of, wrap
from publish.pictures.canvas import INK, LINE, SOFT, THIS_YEAR, Align, Sheet, Words, rows_chart, rule

WIDTH, ROW = 380, 30


def draw_dots(model: OfficeDots, font: str) -> alt.LayerChart:
    rows = model.rows
    empty = [] if rows else wrap(model.summary, 13, WIDTH)
    height = ROW * len(rows) or 20 * len(empty) + 10
    names = [_short(row.name) for row in rows]
    values = [row.label.removeprefix(row.name).lstrip("：: ") for row in rows]
    left = 40 + max([80, *(width_of(name, 14) for name in names)])
    right = 48 + max([60, *(width_of(text, 13) for text in values)])
    known = [row.value for row in rows]
    whole = model.whole
    inside = whole is not None and bool(known) and min(known) <= whole.value <= max(known)  # a total lies far outside
    marks = axis_ticks(known, from_zero=not inside, percent=model.percent, whole=False)
    low, high = marks[0], marks[-1]

    def place(value: float) -> float:
        return WIDTH * (value - low) / (high - low)

    sheet = Sheet(model.title, model.subtitle, model.note, WIDTH, height, left, right)
    top, texts, _ = sheet.heading([], model.unit)
    texts = texts[:-1]  # the unit stands beside every value
    bottom, notes = sheet.footing(28 if whole else 8)
    layers: list[alt.Chart] = []
    for index, (row, name, value) in enumerate(zip(rows, names, values, strict=True)):
        y = ROW * (index + 0.5)
        layers.append(rule(0, WIDTH, y, y, color=LINE, strokeWidth=1))
        texts += [Words(name, -14, y, 14, INK, align="right"), Words(value, WIDTH + 22, y, 13, SOFT)]
        layers.append(
            rows_chart([{}]).mark_point(
                x=place(row.value), y=y, filled=True, size=110, color=THIS_YEAR, opacity=1, clip=False
            )
        )
    sign = "%" if model.percent else ""
    ends: tuple[tuple[float, Align], ...] = ((low, "left"), (high, "right")) if rows else ()
    for tick, align in ends:
        places = 0 if float(tick).is_integer() else 1
        texts.append(Words(number(tick, places) + sign, place(tick), -10, 11, SOFT, align=align))
    if whole and inside:
        x = place(whole.value)
        layers.insert(0, rule(x, x, 0, height, color=SOFT, strokeDash=[3, 3], strokeWidth=1.5))
    if whole:
        x = place(whole.value) if inside else WIDTH / 2
        half = width_of(whole.label, 12) / 2
        x = min(max(x, half - left + 24), WIDTH + right - 24 - half)
        texts.append(Words(whole.label, x, height + 16, 12, SOFT, align="center"))
    texts += [Words(line, 0, 11 + 20 * index, 13) for index, line in enumerate(empty)]
    for words in [*texts, *notes]:
        layers += words.marks(font)
    return sheet.finish(layers, font, top, bottom)


def _short(name: str) -> str:
    """A name that fits beside the plot; a long one is cut with a sign that it was."""
    lines = wrap(name, 14, 280)
    return lines[0] if len(lines) == 1 else f"{wrap(name, 14, 266)[0]}…"
