"""Where a year's rate or mean is likely to end: numerators and denominators of months in, a band for each month out.

All months of a year share one rate: it has no season. It comes from this year's whole months, pooled, and as long as
they hold few cases from last year's rate. The denominators to come follow the season of the past years (`kpi.forecast.counts`);
that they are estimates as well moves a rate little, and is left out. A month's numerator varies about its expectation
with a variance in proportion to its denominator, as the months show it, of a share at least by chance.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from kpi.forecast.counts import LEVEL, Band, flow_bands, student


class Parts(NamedTuple):
    """What a rate is divided from."""

    numerator: float
    denominator: float

    @property
    def rate(self) -> float:
        return self.numerator / self.denominator


def rate_bands(
    past: Mapping[tuple[int, int], Parts], known: Sequence[Parts], *, share: bool, level: float = LEVEL
) -> list[Band] | None:  # fmt: skip
    """Bands of the year's rate to the end of each month after the ``known`` ones (January first).

    ``past`` is (year, month) -> parts. ``share``: numerators are part of their denominators, so the rate stays within
    what is possible. None where the denominators have no season, where no case is to be expected, and where too few
    months are left to measure noise on.
    """
    cases = {at: parts.denominator for at, parts in past.items()}
    denominators = flow_bands(cases, [parts.denominator for parts in known], level)
    if denominators is None or not denominators[-1].middle:
        return None
    years = [[parts for (at, _), parts in past.items() if at == year] for year in sorted({year for year, _ in past})]
    noise, freedom = _noise([*years, known], share=share)
    if freedom < 1:
        return None
    now = total(known)
    rate, unsure = _rate([one for one in map(total, years) if one.denominator], now, noise, len(past))
    least = now.numerator if all(parts.numerator >= 0 for parts in (*past.values(), *known)) else -math.inf
    times = student(level, freedom)
    bands = []
    for _, whole, most in denominators:
        ahead = max(whole - now.denominator, 0.0)
        # without a case by then, as far as can be told: the rate of whatever may come
        middle = (now.numerator + rate * ahead) / whole if whole else rate
        half = times * (math.sqrt(ahead**2 * unsure + noise * ahead) / whole if whole else math.sqrt(unsure))
        if share:
            middle = min(middle, 1.0)  # rounding may take it a hair beyond
        low, high = max(middle - half, least / (most or 1.0)), middle + half
        if share:
            high = min(high, (now.numerator + most - now.denominator) / most if most else 1.0, 1.0)
        bands.append(Band(min(low, middle), middle, max(high, middle)))
    return bands


def total(parts: Iterable[Parts]) -> Parts:
    parts = list(parts)
    return Parts(sum(one.numerator for one in parts), sum(one.denominator for one in parts))


def _rate(years: Sequence[Parts], now: Parts, noise: float, months: int) -> tuple[float, float]:
    """The rate of this year and its variance: its own months, and last year's the louder the fewer cases they hold.

    From year to year the rate moves as the years at hand did (noise taken off); one more is imagined that moved by the
    noise of an average month.
    """
    seen = [*years, now] if now.denominator else years
    moved = [
        max((two.rate - one.rate) ** 2 - noise / one.denominator - noise / two.denominator, 0.0)
        for one, two in pairwise(seen)
    ]
    usual = noise * months / total(years).denominator
    prior = (usual + sum(moved)) / (1 + len(moved)) + noise / years[-1].denominator
    if not now.denominator:
        return years[-1].rate, prior
    own = noise / now.denominator
    weight = prior / (prior + own) if own else 1.0
    return weight * now.rate + (1 - weight) * years[-1].rate, weight * own


def _noise(years: Sequence[Sequence[Parts]], *, share: bool) -> tuple[float, float]:
    """Variance of one case about its year's rate, and the degrees of freedom that it was measured with.

    By chance a share varies as p(1 - p), of p with half a case more on either side (Jeffreys): 100 % of few cases may
    well be 99 % of many.
    """
    missed = 0.0
    count = freedom = 0
    for months in years:
        months = [parts for parts in months if parts.denominator]
        if months:
            rate = total(months).rate
            missed += sum((parts.numerator - parts.denominator * rate) ** 2 for parts in months)
            count, freedom = count + len(months), freedom + len(months) - 1
    if freedom < 1:
        return 0.0, 0.0
    whole = total(parts for months in years for parts in months)
    noise = missed / freedom * count / whole.denominator
    if share:
        p = (whole.numerator + 0.5) / (whole.denominator + 1)
        noise = max(noise, p * (1 - p))
    return noise, freedom
