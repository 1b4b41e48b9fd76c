"""Is a difference more than chance? Simple, well-known tests; None where they do not apply. Pure.

Rates: the two-proportion z-test and funnel limits (Spiegelhalter, Funnel plots for comparing institutional
performance, Statistics in Medicine 24, 2005), both at three standard errors, so that of a hundred looks hardly one
is a false alarm.
"""

from __future__ import annotations

from math import sqrt

from kpi.values import Value

SIGMAS = 3.0
FEWEST = 10  # below this many cases nothing is said


def beyond_chance(now: Value | None, before: Value | None) -> bool | None:
    """Do two rates differ by more than chance explains?"""
    if not (now and before and now.denominator and before.denominator):
        return None
    if min(now.denominator, before.denominator) < FEWEST or now.numerator is None or before.numerator is None:
        return None
    if now.numerator > now.denominator or before.numerator > before.denominator:
        return None  # a mean, not a share
    pooled = (now.numerator + before.numerator) / (now.denominator + before.denominator)
    error = sqrt(pooled * (1 - pooled) * (1 / now.denominator + 1 / before.denominator))
    return error > 0 and abs(now.numerator / now.denominator - before.numerator / before.denominator) > SIGMAS * error


def outside_funnel(share: float, n: float | None, whole: float) -> int:
    """Is a part's share outside the funnel around the whole's? 1 above, -1 below, 0 inside or too few cases."""
    if not n or n < FEWEST or not 0 < whole < 1:
        return 0
    gap = share - whole
    return 0 if abs(gap) <= SIGMAS * sqrt(whole * (1 - whole) / n) else (1 if gap > 0 else -1)
