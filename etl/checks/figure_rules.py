"""What must hold of hand-counted figures."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import numpy as np

from etl.checks.around import Around
from etl.tabular.cells import symbol
from etl.tabular.typed_table import Frame
from kpi.told import NO_VALUE, NOT_APPLICABLE, NOT_YET


def figures_complete(frame: Frame, around: Around) -> None:
    """A hand-counted row has a value or a numerator; a rate in per cent is stored as a fraction; periods do not overlap."""
    cells, catalogue = frame.cells, around.catalogue
    wanted = np.ones(len(frame), dtype=bool)
    spans: dict[tuple[str, str | None], list[tuple[date, date, int]]] = {}
    readable = frame.readable(("value", "numerator", "denominator"))
    for row, key in enumerate(cells["indicator"]):
        value, numerator, denominator = cells["value"][row], cells["numerator"][row], cells["denominator"][row]
        if key is None:
            continue
        item = catalogue.indicators[key]
        if item.source != around.source:
            frame.problem("error", "indicator-not-by-hand", row, "indicator", item.name.zh)
            continue
        if not readable[row]:
            continue  # its cell says what is wrong
        if value is None and numerator is None:
            stated = (
                cells["qualifier"][row] or symbol(frame.raw(row, "numerator")) or symbol(frame.raw(row, "denominator"))
            )
            if stated not in (NO_VALUE, NOT_YET, NOT_APPLICABLE):
                frame.problem("note", "figure-blank", row, "value")
                wanted[row] = False
                continue
            frame.put(row, "qualifier", stated)
            frame.put(row, "denominator", None)
        elif cells["qualifier"][row] in (NO_VALUE, NOT_YET, NOT_APPLICABLE):
            frame.problem("error", "figure-and-none", row, "qualifier", cells["qualifier"][row])
        if cells["denominator"][row] is not None and numerator is None:
            frame.problem("error", "numerator-missing", row, "numerator")
        if item.unit == "percent" and value is not None:
            percent = bool(frame.percents and frame.percents[row])
            if not percent and isinstance(frame.raw(row, "value"), str) and 0 < value <= 1:
                frame.problem(
                    "error", "percent-ambiguous", row, "value", value, one=f"{value:.10g}%", two=f"{value * 100:.10g}%"
                )
                continue
            fraction = value if percent or value <= 1 else value / 100
            frame.put(row, "value", fraction)
            if not 0 <= fraction <= 1:
                frame.problem("error", "out-of-range", row, "value", value, low="0%", high="100%")
        elif value is not None and frame.percents and frame.percents[row]:
            frame.problem("error", "percent-of-a-count", row, "value")
        if numerator is not None and denominator is not None and item.unit == "percent" and numerator > denominator:
            frame.problem("error", "numerator-too-large", row, "numerator", numerator, denominator=f"{denominator:g}")
        end = cells["to"][row]
        if end is not None:
            spans.setdefault((key, cells["office"][row]), []).append((cells["from"][row] or end, end, row))
    offices = {key: {office for k, office in spans if k == key} for key, _ in spans}
    for (key, office), items in spans.items():
        if None in offices[key] and len(offices[key]) > 1 and office is None:
            frame.problem("error", "agency-beside-offices", items[0][2], "office", catalogue.indicators[key].name.zh)
        items.sort()
        for (first, end, _), (start, last, row) in pairwise(items):
            if start <= end and (first, end) != (start, last):  # the same period twice is a key twice
                frame.problem("error", "periods-overlap", row, "from" if cells["from"][row] else "to", end=end)
    frame.keep(wanted)
