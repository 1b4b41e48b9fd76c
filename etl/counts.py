"""A count is whole, unless its unit may come in parts: nobody counts 33.748 forms, nor less than none; 33,748 may be meant."""

from __future__ import annotations

import re

from etl.frame import Frame
from kpi.catalogue import Behaviour, Catalogue, FigureMeasure, Indicator

BOUNDS = ("value", "high", "good", "excellent")
POINTED = re.compile(r"-?\d{1,3}(?:\.\d{3})++")  # as some countries group thousands


def counts_whole(frame: Frame, catalogue: Catalogue) -> None:
    """Hand-counted figures and bounds of standards that have a part where only whole ones are counted."""
    figures = frame.source.kind == "figures"
    if not figures and frame.source is not catalogue.sources.get("standards"):
        return
    for row, key in enumerate(frame.cells["indicator"]):
        item = catalogue.indicators.get(key)
        if item is None:
            continue
        for column in _whole(item, catalogue) if figures else BOUNDS if "value" in _whole(item, catalogue) else ():
            value, raw = frame.cells[column][row], frame.raw(row, column)
            text = str(raw).strip()
            if value is not None and value < 0:
                frame.problem("error", "count-negative", row, column)
            elif value is None or float(value).is_integer() or text.endswith(("%", "％")):
                pass  # a per cent of a count is refused as such
            elif POINTED.fullmatch(text):
                frame.problem("error", "count-or-thousands", row, column, meant=text.replace(".", ","))
            else:
                frame.problem("error", "count-not-whole", row, column)


def _whole(item: Indicator, catalogue: Catalogue) -> set[str]:
    """The columns of an indicator that hold whole numbers: not its value where that is a mean, nor sums of hours."""
    unit, parts = catalogue.units[item.unit], isinstance(item.measure, FigureMeasure) and item.measure.parts
    found = set() if parts else {"denominator"}
    if not parts and (item.unit == "percent" or not unit.parts):
        found.add("numerator")
    if not unit.parts and item.behaviour is not Behaviour.ratio:
        found.add("value")
    return found
