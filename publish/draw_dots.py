"""Offices or categories as dots on one scale, each with its value and n in words."""

from __future__ import annotations

import altair as alt

from publish.dots import OfficeDots
from publish.scale import ticks
from publish.sheet import INK, LINE, SOFT, THIS_YEAR, Sheet, Words, rows_chart, rule, width_of, wrap

WIDTH, ROW = 380, 30


def draw_dots(model: OfficeDots, font: str) -> alt.LayerChart:
    rows = model.rows
    height = max(ROW * len(rows), ROW)
    names = [wrap(row.name, 14, 240)[0] for row in rows]
    values = [row.label.removeprefix(row.name).lstrip("：: ") for row in rows]
    left = 40 + max([80, *(width_of(name, 14) for name in names)])
    right = 48 + max([60, *(width_of(text, 13) for text in values)])
    known = [row.value for row in rows] + ([model.whole.value] if model.whole else [])
    marks = ticks(min([0.0, *known]), max(known, default=1.0), count=4)
    low, high = marks[0], marks[-1]

    def place(value: float) -> float:
        return WIDTH * (value - low) / (high - low)

    sheet = Sheet(model.title, model.subtitle, model.note, WIDTH, height, left, right)
    top, texts, _ = sheet.heading([], model.unit)
    texts = texts[:-1]  # the unit stands beside every value
    bottom, notes = sheet.footing(28 if model.whole else 8)
    layers: list = []
    for index, (row, name, value) in enumerate(zip(rows, names, values, strict=True)):
        y = ROW * (index + 0.5)
        layers.append(rule(0, WIDTH, y, y, color=LINE, strokeWidth=1))
        texts += [Words(name, -14, y, 14, INK, align="right"), Words(value, WIDTH + 22, y, 13, SOFT)]
        layers.append(
            rows_chart([{}]).mark_point(
                x=place(row.value), y=y, filled=True, size=110, color=THIS_YEAR, opacity=1, clip=False
            )
        )
    if model.whole:
        x = place(model.whole.value)
        layers.insert(0, rule(x, x, 0, height, color=SOFT, strokeDash=[3, 3], strokeWidth=1.5))
        texts.append(Words(model.whole.label, min(max(x, 60), WIDTH), height + 16, 12, SOFT, align="center"))
    for words in [*texts, *notes]:
        layers += words.marks(font)
    return sheet.finish(layers, font, top, bottom)
