"""Round steps for a value axis, the same in pictures and in workbooks."""

from __future__ import annotations

import math
from collections.abc import Iterable


def ticks(low: float, high: float, *, whole: bool = False, count: int = 5) -> list[float]:
    """Round steps that hold both ends: 0, 2, 4, 6, 8 for 0 to 6.7."""
    span = high - low or abs(high) or 1.0
    rough = span / count
    power = 10 ** math.floor(math.log10(rough))
    step = next(factor * power for factor in (1, 2, 2.5, 5, 10) if factor * power >= rough * 0.999)
    if whole:
        step = max(1.0, math.ceil(step))
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    if first == last:
        last += 1
    return [round(index * step, 10) for index in range(first, last + 1)]


def axis_ticks(values: Iterable[float], *, from_zero: bool, percent: bool, whole: bool) -> list[float]:
    """Steps with room above the highest point.

    Counts start at zero; a line of high rates or of a stock may start where it lives. Rates (in per cent) never pass
    100. ``whole``: no steps between whole numbers.
    """
    values = list(values)
    low, high = min(values, default=0.0), max(values, default=100.0 if percent else 1.0)
    if high == low == 0:
        high = 100.0 if percent else 1.0
    if not values or (low > 0 and (from_zero or (high - low) > 0.3 * high)):
        low = 0.0
    elif low > 0:
        low = max(0.0, low - (high - low or high * 0.02) * 0.35)
    found = ticks(low, high, whole=whole and not percent)
    if percent and high <= 100:
        return [tick for tick in found if tick <= 100] if found[-1] > 100 else found
    crowded = high > found[-1] - 0.04 * (found[-1] - found[0])
    return [*found, round(2 * found[-1] - found[-2], 10)] if crowded else found
