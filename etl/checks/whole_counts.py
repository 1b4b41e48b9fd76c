"""A count is whole, unless its unit may come in parts: nobody counts 33.748 forms, nor less than none; 33,748 may be meant."""

from __future__ import annotations

import re

from etl.checks.around import Around
from etl.tabular.cells.cell import LONGEST
from etl.tabular.typed_table import Frame
from kpi.catalogue import Behaviour, Catalogue, FigureMeasure, Indicator
from kpi.spelling import fold

BOUNDS = ("value", "high", "good", "excellent")
POINTED = re.compile(r"(?<![\d.])[1-9]\d{0,2}(?:\.\d{3})++(?![\d.%萬億千])")
"""As some countries group thousands: in a text nobody knows whether 33.748 is 33,748 or a little more than 33."""


def figures_whole(frame: Frame, around: Around) -> None:
    """Hand-counted figures that have a part where only whole ones are counted."""
    _counts_whole(frame, around.catalogue, ("value", "numerator", "denominator"))


def bounds_whole(frame: Frame, around: Around) -> None:
    """Bounds of standards that have a part where only whole ones are counted."""
    _counts_whole(frame, around.catalogue, BOUNDS)


def _counts_whole(frame: Frame, catalogue: Catalogue, columns: tuple[str, ...]) -> None:
    for row, key in enumerate(frame.cells["indicator"]):
        item = catalogue.indicators.get(key)
        if item is None:
            continue
        whole = _whole(item, catalogue)
        for column in columns:
            of_value = column not in ("numerator", "denominator")
            _look(
                frame, row, column, ("value" if of_value else column) in whole, rate=of_value and item.unit == "percent"
            )


def _look(frame: Frame, row: int, column: str, whole: bool, *, rate: bool) -> None:
    value, raw = frame.cells[column][row], frame.raw(row, column)
    text = fold(str(raw)[:LONGEST])
    if value is None or rate or text.endswith("%"):
        return  # a per cent of a count is refused as such
    if whole and value < 0:
        frame.problem("error", "count-negative", row, column)
    elif found := POINTED.search(text) if isinstance(raw, str) or (whole and not float(value).is_integer()) else None:
        key = "count-or-thousands" if whole else "number-or-thousands"
        frame.problem("error", key, row, column, meant=found.group().replace(".", ","), other=f"{found.group()}0")
    elif whole and not float(value).is_integer():
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
