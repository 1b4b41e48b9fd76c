"""Which part holds most of what went wrong, and is that more than its share of the cases explains? Pure.

A part is named for it only where it is alone at the top and its rate lies outside the funnel limit around the whole's
(`kpi.spc.funnel`). A large part that has many late cases because it has many cases is told with both shares.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from kpi.spc.funnel import FEWEST, side_of


class Lot(NamedTuple):
    """A part of the whole: ``late`` of its ``n`` cases."""

    name: str
    late: float
    n: float


class How(StrEnum):
    alone = "alone"  # one part has most, by more than chance
    share = "share"  # the largest part has most, as its share of the cases has it
    spread = "spread"  # several have some, and none stands out
    few = "few"  # at most one part has any, and that tells nothing


def most_of(lots: Sequence[Lot], late: float, n: float) -> tuple[How, Lot | None] | None:
    """How the ``late`` of all ``n`` cases lie among the parts, and the part that is to be named; None where there is
    nothing to compare: no late case, or fewer than two parts with cases."""
    lots = [lot for lot in lots if lot.n]
    holders = sorted((lot for lot in lots if lot.late > 0), key=lambda lot: -lot.late)
    if len(lots) < 2 or not holders:
        return None
    first = holders[0]
    tied = len(holders) > 1 and holders[1].late == first.late
    if not tied and side_of(first.late, first.n, late / n) > 0:
        return How.alone, first
    if len(holders) < 2:
        return How.few, None
    largest = all(lot.n < first.n for lot in lots if lot is not first)
    return (How.share, first) if largest and not tied and first.n >= FEWEST else (How.spread, None)
