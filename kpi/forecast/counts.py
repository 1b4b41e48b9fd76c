"""Where a year of counts is likely to end, by a plain seasonal method: a table of months in, a band for each month out.

The shape of a year comes from the past years' months; its level from this year's whole months and, as long as they are
few, from last year's. (Reserving calls these the chain ladder and the credibility of Bornhuetter and Ferguson: Mack,
Distribution-free calculation of the standard error of chain ladder reserve estimates, ASTIN Bulletin 23, 1993.)

What is assumed of the errors:

- A month varies about its expectation, with a variance in proportion to the expectation. How much is measured on the
  months themselves, so that what swings more than chance gets the wider band.
- Months err independently of each other, unless the years at hand wandered more than that explains: then as they did.
- The level of a year is one number. Its error is common to all remaining months and does not cancel out.
- From one year to the next the level moves as the years at hand did; one more is imagined that moved by the noise of a
  month. So last year's level speaks about as loud as a month of this year.
- The shape is an estimate too. Where the months differ no more than their noise, it is flattened accordingly.

What has never happened in these years is in none of this. Where nothing varied, the band has no width.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from statistics import NormalDist
from typing import NamedTuple

MONTHS = 12
LEVEL = 0.8
"""How sure a band is: four ends of five inside. A few years of months can't show what happens once in twenty years."""
ROUNDS = 100  # of fitting, where months are missing


class Band(NamedTuple):
    low: float
    middle: float
    high: float


Table = Mapping[tuple[int, int], float]
"""(year, month 1 to 12) -> count, not negative."""


@dataclass(frozen=True)
class Season:
    """Past years as level times shape: in a month is expected its year's level times its share.

    ``shares`` of January to December sum to 1. ``sizes`` is what the cells sum to in years, holes left out: 1.5 of
    eighteen months.
    """

    levels: dict[int, float]
    shares: tuple[float, ...]
    sizes: float

    def expected(self, year: int, month: int) -> float:
        return self.levels[year] * self.shares[month - 1]


def season_of(past: Table) -> Season | None:
    """Fit levels and shares by turns, until both sums agree; at once where no month is missing.

    None where a calendar month was never seen, and where nothing was ever counted.
    """
    if {month for _, month in past} != set(range(1, MONTHS + 1)) or not any(past.values()):
        return None
    years = sorted({year for year, _ in past})
    shares = (1 / MONTHS,) * MONTHS
    for _ in range(ROUNDS):
        levels = {year: _level(past, year, shares) for year in years}
        counted = [
            sum(n for (_, at), n in past.items() if at == month)
            / (sum(levels[year] for year, at in past if at == month) or 1.0)
            for month in range(1, MONTHS + 1)
        ]
        before, shares = shares, tuple(share / sum(counted) for share in counted)
        if all(math.isclose(one, two, rel_tol=1e-12) for one, two in zip(before, shares, strict=True)):
            break
    return Season({year: _level(past, year, shares) for year in years}, shares, len(past) / MONTHS)


def _level(past: Table, year: int, shares: Sequence[float]) -> float:
    seen = [month for at, month in past if at == year]
    share = sum(shares[month - 1] for month in seen)
    return sum(past[year, month] for month in seen) / share if share else 0.0


def flow_bands(past: Table, known: Sequence[float], level: float = LEVEL) -> list[Band] | None:
    """Bands of the year's count to the end of each month after the ``known`` ones (January first).

    None where `season_of` finds no season, or too few months are left to measure their noise on.
    """
    season = season_of(past)
    if season is None:
        return None
    runs = list(_runs(season, past, known))
    noise, freedom = _noise(season, runs, len(past), len(known))
    if freedom < 1:
        return None
    shares, kept = _flattened(season, noise)
    counted, share = sum(known), sum(shares[: len(known)])
    size, unsure, weight = _size(season, noise, counted, share)
    shape = kept * noise / sum(season.levels.values())
    times = student(level, freedom) * math.sqrt(_wander(runs, noise))
    bands = []
    for ahead in accumulate(shares[len(known) :]):
        # the shares of one shape vary as those of a multinomial: what is ahead is too large where what is known is small
        split = ahead * (1 - ahead) + 2 * weight * ahead**2
        split += weight**2 * ahead**2 * (1 - share) / share if share else 0.0
        variance = ahead**2 * unsure + noise * size * ahead + size**2 * shape * split
        band = _around(size * ahead, times * math.sqrt(max(variance, 0.0)))
        bands.append(Band(*(counted + part for part in band)))
    return bands


def _around(middle: float, half: float) -> Band:
    """A band about a count, even on the scale of square roots: counts are skewed, and never below zero."""
    if half < 2 * middle:
        skew = half**2 / (4 * middle)
        return Band(min(max(middle - half + skew, 0.0), middle), middle, middle + half + skew)
    return Band(0.0, middle, middle + 1.5 * half)


class Run(NamedTuple):
    """The months of one year, oldest first: what was counted, their shares, the year's level; and the variance of their
    errors in units of a month's noise (past years made the shape and miss it by less, this year by more)."""

    counts: list[float]
    shares: list[float]
    level: float
    factor: float

    def errors(self) -> list[float]:
        return [n - self.level * share for n, share in zip(self.counts, self.shares, strict=True)]


def _runs(season: Season, past: Table, known: Sequence[float]) -> Iterator[Run]:
    for year, level in season.levels.items():
        months = [month for at, month in sorted(past) if at == year]
        shares = [season.shares[month - 1] for month in months]
        yield Run([past[year, month] for month in months], shares, level, 1 - 1 / season.sizes)
    if known:
        shares = list(season.shares[: len(known)])
        level = sum(known) / sum(shares) if sum(shares) else 0.0
        yield Run(list(known), shares, level, 1 + 1 / season.sizes)


def _noise(season: Season, runs: Sequence[Run], past: int, known: int) -> tuple[float, float]:
    """Variance of a month over its expectation, and the degrees of freedom that it was measured with."""
    free, own = past - len(season.levels) - (MONTHS - 1), max(known - 1, 0)
    if free + own < 1:
        return 0.0, 0.0
    missed = sum(error**2 for run in runs for error in run.errors())
    mean = sum(sum(run.counts) for run in runs) / (past + known)
    return missed / (free + own * (1 + 1 / season.sizes)) / mean, free + own


def _wander(runs: Sequence[Run], noise: float) -> float:
    """How many times larger the variance of sums is than months that err independently explain; at least 1.

    Where a year runs above its level for months and then below it, the sums of its errors from January on stray further.
    """
    strayed = foreseen = 0.0
    for run in runs:
        whole = sum(run.shares)
        for error, share in zip(accumulate(run.errors()), accumulate(run.shares), strict=True):
            strayed += error**2
            foreseen += run.factor * noise * run.level * share * max(1 - share / whole, 0.0) if whole else 0.0
    return max(1.0, strayed / foreseen) if foreseen > 0 else 1.0


def _flattened(season: Season, noise: float) -> tuple[tuple[float, ...], float]:
    """The shares, drawn to equal ones by how much of their differences is noise; and the part that was kept."""
    flat = 1 / MONTHS
    differ = sum((share - flat) ** 2 for share in season.shares)
    chance = noise * (1 - sum(share**2 for share in season.shares)) / sum(season.levels.values())
    kept = max(0.0, 1 - chance / differ) if differ else 0.0
    return tuple(kept * share + (1 - kept) * flat for share in season.shares), kept


def _size(season: Season, noise: float, counted: float, share: float) -> tuple[float, float, float]:
    """The level of this year, its variance, and the weight that this year's own months (``share`` of a year) have in it.

    The rest of the weight is last year's. The less a month says beside what levels move from year to year, the more it
    has; in January it has all.
    """
    *_, last = levels = list(season.levels.values())
    mean = sum(levels) / len(levels)
    drift = _drift([*levels, counted / share] if share else levels, noise, share)
    moves = drift * mean**2
    before = mean + (moves / (moves + noise * mean) if moves else 1.0) * (last - mean)  # one year alone is noisy too
    prior = drift * before**2 + noise * before
    if not share:
        return before, prior, 0.0
    own = noise * (counted + before) / (share + 1) / share
    weight = prior / (prior + own) if own else 1.0
    return weight * counted / share + (1 - weight) * before, weight * own, weight


def _drift(levels: Sequence[float], noise: float, share: float) -> float:
    """Relative variance of a level from one year to the next: what the years moved, noise taken off; and as one year
    more, the noise of a month.

    Where ``share`` is not 0 the last of the levels is this year's, of which only so much is known.
    """
    known = [1.0] * len(levels)
    if share:
        known[-1] = share
    moved = [
        max((two / one - 1) ** 2 - noise * (1 + 1 / part) / one, 0.0)
        for (one, two), part in zip(pairwise(levels), known[1:], strict=True)
        if one
    ]
    return (noise * MONTHS * len(levels) / sum(levels) + sum(moved)) / (1 + len(moved))


def student(level: float, freedom: float) -> float:
    """The quantile of Student's t that holds ``level`` between its two sides.

    Exact for one and two degrees of freedom; from three on by Abramowitz and Stegun 26.7.5 (right to 0.003 at 0.8).
    """
    place = (1 + level) / 2
    if freedom < 2:
        return math.tan(math.pi * (place - 0.5))
    if freedom < 3:
        return (2 * place - 1) * math.sqrt(2 / (1 - (2 * place - 1) ** 2))
    z = NormalDist().inv_cdf(place)
    first = (z**3 + z) / 4
    second = (5 * z**5 + 16 * z**3 + 3 * z) / 96
    third = (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384
    return z + first / freedom + second / freedom**2 + third / freedom**3
