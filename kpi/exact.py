"""Equal or not, where a rule asks: sums and quotients of floats are compared as exact arithmetic would compare them.

0.1 + 0.2 misses 0.3 in its last bit alone. What differs by no more is the same number: two shares of fewer than a million
cases each, or two amounts of twelve digits, lie further apart than that. Whole numbers are compared as they are.
"""

from __future__ import annotations

from math import fsum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

LAST_BITS = 1e-13  # of a number: what sums of floats may lose
NOTHING = 1e-15  # beside zero


def sign(one: float, other: float) -> int:
    """1 where ``one`` is above ``other``, -1 where it is below, 0 where they are the same number."""
    apart = one - other
    near = abs(apart) <= max(LAST_BITS * max(abs(one), abs(other)), NOTHING)
    if near and not (one == int(one) and other == int(other)):
        return 0
    return (apart > 0) - (apart < 0)


def mean(values: Sequence[float]) -> float:
    """The mean, rounded once."""
    return fsum(values) / len(values)
