"""What must hold of reference standards that people set."""

from __future__ import annotations

from pydantic import ValidationError

from etl.checks.around import Around
from etl.checks.whole_counts import BOUNDS
from etl.tabular.typed_table import Frame
from kpi.catalogue import FAULTS, fields_of_kind, misfit
from warehouse.reads.set_on_pages import NO, standard_kind, standard_of

OF_KINDS = ("value", "high", "window", "rolling", "each_office", "path")
"""Columns that only some kinds of standards have; the levels are refused where they do not fit."""


def standards_fit(frame: Frame, around: Around) -> None:
    """A reference standard is one that its indicator can be held against; bounds of rates become fractions."""
    cells, readable = frame.cells, frame.readable(BOUNDS)
    for row in range(len(frame)):
        item = around.catalogue.indicators.get(cells["indicator"][row])
        if item is None or not readable[row] or cells["kind"][row] is None or cells["from"][row] is None:
            continue  # told already
        kind = standard_kind(frame.source, cells["kind"][row])
        if key := misfit(item, kind):
            frame.problem("error", key, row, "kind")
            continue
        for column in OF_KINDS:
            if column not in fields_of_kind(kind) and cells[column][row] not in (None, NO):
                frame.problem("warning", "standard-unread", row, column, kind=cells["kind"][row])
        fits = [_bound_fits(frame, row, column, percent=item.unit == "percent") for column in BOUNDS]
        if not all(fits):
            continue
        try:
            standard_of(frame.source, {name: values[row] for name, values in cells.items()})
        except ValidationError as error:
            wrong = error.errors()[0]
            key = "standard-needs-window" if wrong["loc"][-1:] == ("window",) else wrong["type"]
            frame.problem("error", key if key in FAULTS else "standard-wrong", row, "kind")


def _bound_fits(frame: Frame, row: int, column: str, *, percent: bool) -> bool:
    """A bound of a rate becomes a fraction: 5 and 5% are five per cent; of 0.5 that is written without % nobody knows."""
    bound, raw = frame.cells[column][row], frame.raw(row, column)
    if bound is None:
        return True
    signed = isinstance(raw, str) and raw.strip().endswith(("%", "％"))
    if not percent:
        if signed:
            frame.problem("error", "percent-of-a-count", row, column)
        return not signed
    if isinstance(raw, str) and not signed and 0 < bound <= 1:
        params = {"one": f"{bound:.10g}%", "two": f"{bound * 100:.10g}%"}
        frame.problem("error", "percent-ambiguous", row, column, bound, **params)
        return False
    fraction: float = bound if signed or bound <= 1 else bound / 100
    frame.put(row, column, fraction)
    if not 0 <= fraction <= 1:
        frame.problem("error", "out-of-range", row, column, raw, low="0%", high="100%")
    return 0 <= fraction <= 1
