"""Funnel limits (漏斗圖界限): how far may the rate of a part, with n cases, lie from the whole's by chance alone? Pure.

After Spiegelhalter, Funnel plots for comparing institutional performance, Statistics in Medicine 24 (2005): exact
binomial limits, interpolated between counts, with tails of 0.025 (95 %) and 0.001 (99.8 %) on each side.

One departure. The paper interpolates the upper limit at its count r; here it lies one count higher, at the mirror image
of the lower one. With the paper's, 2 of 3 cases would lie outside the 99.8 % limits of a whole of 5 %, although that
comes by chance 7 times in 1,000; and a rate and its complement (dissatisfied, not dissatisfied) could be judged
differently. With the mirror image a part is outside exactly where a result as far out as its own is rarer than the tail.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile
from math import sqrt
from statistics import NormalDist
from typing import NamedTuple

TAIL_95, TAIL_998 = 0.025, 0.001
FEWEST = 10
"""Below this many cases no part is judged. From ten on there is a result beyond chance whatever the whole's rate
(0.5 ** 10 < 0.001); of fewer cases all may stem from one writer."""
MANY = 1_000_000  # beyond it the normal quantile is as good
NOTHING = 1e-18  # a probability, relative to the greatest, that adds nothing


class Cases(NamedTuple):
    """So many cases of ``n``."""

    those: float
    n: float

    @property
    def rate(self) -> float:
        return self.those / self.n


class FunnelLimits(NamedTuple):
    """Limits of a share, each in 0..1; ``low998 <= low95 <= whole <= high95 <= high998``."""

    low95: float
    high95: float
    low998: float
    high998: float


def limits_at(whole: float, n: float) -> FunnelLimits:
    """Limits around the rate of the ``whole`` (0..1) for a part with ``n`` cases; all equal where nothing can vary.

    Raises
    ------
    ValueError
        Where ``whole`` is no share, or ``n`` is no whole number from 1 on.
    """
    _check(whole, n)
    if whole in (0, 1):
        return FunnelLimits(whole, whole, whole, whole)
    (low95, high95), (low998, high998) = _bounds(whole, int(n))
    return FunnelLimits(*(min(max(count / n, 0.0), 1.0) for count in (low95, high95, low998, high998)))


def side_of(numerator: float, denominator: float, whole: float) -> int:
    """Is a part outside the 99.8 % limits around the ``whole``? 1 above, -1 below; 0 inside, or where it is not judged.

    Not judged are fewer than ten cases, what is no count of cases (6.5 of 10 hours, 12 of 10), and a whole of 0 or 1.
    """
    if share_of(numerator, denominator) is None or denominator < FEWEST or not 0 < whole < 1:
        return 0
    _, (low, high) = _bounds(whole, int(denominator))
    return (numerator > high) - (numerator < low)


def share_of(numerator: float | None, denominator: float | None) -> Cases | None:
    """So many cases of so many; None of what is not: a mean, hours, and a rate without its n."""
    if numerator is None or not denominator or not 0 <= numerator <= denominator:
        return None
    counted = float(numerator).is_integer() and float(denominator).is_integer()
    return Cases(numerator, denominator) if counted else None


def _check(whole: float, n: float) -> None:
    if not 0 <= whole <= 1:
        raise ValueError(f"a share lies between 0 and 1, not at {whole}")
    if not (n >= 1 and float(n).is_integer()):
        raise ValueError(f"n must be a whole number of cases from 1 on, not {n}")


def _bounds(whole: float, n: int) -> tuple[tuple[float, float], tuple[float, float]]:
    """Lower and upper limit in cases at both tails; a count strictly beyond one is rarer than the tail."""
    if n > MANY:
        spread = sqrt(n * whole * (1 - whole))
        near, far = (spread * NormalDist().inv_cdf(1 - tail) for tail in (TAIL_95, TAIL_998))
        return (n * whole - near, n * whole + near), (n * whole - far, n * whole + far)
    first, chances = _chances(whole, n)
    last = first + len(chances) - 1
    narrow, wide = ((first + _steps(chances, tail), last - _steps(chances[::-1], tail)) for tail in (TAIL_95, TAIL_998))
    return narrow, wide


def _steps(chances: list[float], tail: float) -> float:
    """How many counts from the end until their chances add up to more than ``tail``, interpolated within the last."""
    total = 0.0
    for step, chance in enumerate(chances):
        total += chance
        if total > tail:
            return step - (total - tail) / chance
    raise AssertionError("chances add up to 1")


def _chances(whole: float, n: int) -> tuple[int, list[float]]:
    """The binomial chances of every count that is worth its name, and the first of these counts.

    Worked outward from the most likely count by the ratio of neighbours and then scaled to 1, so that nothing
    overflows, underflows or cancels.
    """
    middle, odds = min(int((n + 1) * whole), n), whole / (1 - whole)

    def upward() -> Iterator[float]:
        chance = 1.0
        for count in range(middle, n):
            chance *= (n - count) / (count + 1) * odds
            yield chance

    def downward() -> Iterator[float]:
        chance = 1.0
        for count in range(middle, 0, -1):
            chance *= count / (n - count + 1) / odds
            yield chance

    below, above = (list(takewhile(lambda chance: chance > NOTHING, side)) for side in (downward(), upward()))
    chances = [*reversed(below), 1.0, *above]
    total = sum(chances)
    return middle - len(below), [chance / total for chance in chances]
