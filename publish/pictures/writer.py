"""Charts as files, drawn on the server without a browser and without a network: .svg and .png."""

from __future__ import annotations

from typing import Any

import vl_convert

from present.charts.breakdown import OfficeDots
from present.charts.year import ChartModel
from present.text_width import has_cjk
from publish.pictures.breakdown import draw_dots
from publish.pictures.fonts import NoCjkFont, cjk_font
from publish.pictures.year import draw_year

SCALE = 2.0
LATIN = "DejaVu Sans"

__all__ = ["NoCjkFont", "cjk_font", "to_png", "to_svg"]


def to_svg(model: ChartModel | OfficeDots) -> str:
    """The chart as SVG text, with its summary as the text alternative.

    Raises
    ------
    NoCjkFont
        When the chart holds Chinese characters and no font here has them.
    """
    return vl_convert.vegalite_to_svg(_spec(model))


def to_png(model: ChartModel | OfficeDots, scale: float = SCALE) -> bytes:
    """The chart as PNG bytes on white, ``scale`` pixels for each unit. Raises as `to_svg`."""
    return vl_convert.vegalite_to_png(_spec(model), scale=scale)


def _spec(model: ChartModel | OfficeDots) -> dict[str, Any]:
    try:
        font = cjk_font()
    except NoCjkFont:
        if _chinese(model):
            raise
        font = LATIN
    picture = draw_dots(model, font) if isinstance(model, OfficeDots) else draw_year(model, font)
    spec = picture.to_dict(validate=False)
    for layer in spec["layer"]:
        layer.setdefault("encoding", {})  # Vega-Lite wants the key even where nothing is encoded
    return {**spec, "description": model.summary}


def _chinese(model: ChartModel | OfficeDots) -> bool:
    texts = [model.title, model.subtitle, model.note, model.unit]
    if isinstance(model, OfficeDots):
        texts += [row.label for row in model.rows]
    else:
        texts += [step.label for step in model.steps] + [series.name for series in model.series]
    return has_cjk("".join(texts))
