"""XmR charts (process-behaviour charts): is a point of a series more than the usual variation?

The rules are those of NHS England's *Making Data Count*: limits at the mean plus and minus 2.66 times the mean moving
range (Wheeler, Understanding Variation, 1993), and four rules for special causes. Pure: a series in, a judgement out.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from kpi.catalogue import Direction
from kpi.exact import mean, sign

SCALE = 2.66  # 3 / d2 of two values
SCREEN = 3.267  # D4 of two values: a moving range beyond this many mean ones is no usual one
RUN = 7  # points of a trend, and of a shift
LEAST = 12  # points below which limits are on trial


class Rule(StrEnum):
    """Why a point is flagged. Where several apply, the first of these."""

    outside = "outside"  # beyond a limit
    trend = "trend"  # seven points, each above (or below) the one before
    two_of_three = "two_of_three"  # two of three points near the same limit
    shift = "shift"  # seven in a row on one side of the mean


class Variation(StrEnum):
    """What the last point says."""

    common_cause = "common_cause"
    improving = "improving"
    concerning = "concerning"
    neutral = "neutral"  # special cause, where neither direction is better


class Assurance(StrEnum):
    """What the limits say of the standard."""

    passing = "passing"  # will consistently pass
    failing = "failing"  # will consistently fail
    hit_or_miss = "hit_or_miss"


@dataclass(frozen=True)
class Limits:
    """``lower`` and ``upper`` process limit around the ``mean``; ``spread`` is the mean moving range."""

    mean: float
    lower: float
    upper: float
    spread: float
    trial: bool  # from fewer than twelve points
    count: int = 0  # points that they come from


@dataclass(frozen=True)
class Flag:
    """A point that a rule found. ``side``: 1 above the mean or rising, -1 below or falling."""

    rule: Rule
    side: int


def limits_of(values: Sequence[float], gaps: Collection[int] = (), *, screened: bool = False) -> Limits | None:
    """Process limits of a series; None where no two values are neighbours.

    ``gaps``: places before which something is not known, so that the value there is no neighbour of the one before; no
    moving range is taken across. ``screened`` leaves moving ranges of 3.267 times their mean or more out of it, once; that
    is not the default.
    """
    steps = (pair for part in _unbroken(values, gaps) for pair in pairwise(part))
    ranges = [abs(two - one) if sign(two, one) else 0.0 for one, two in steps]
    if not ranges:
        return None
    centre = mean(values)
    spread = mean(ranges)
    if screened and spread:
        usual = [one for one in ranges if one < SCREEN * spread]
        spread = mean(usual)
    return Limits(centre, centre - SCALE * spread, centre + SCALE * spread, spread, len(values) < LEAST, len(values))


def flags_of(values: Sequence[float], limits: Limits, gaps: Collection[int] = ()) -> list[Flag | None]:
    """The flag of every point. Of a trend or a shift every member is flagged; of two in three only the near ones.

    No run goes across a gap (see `limits_of`). A series without variation has no flags: nothing can be told from it.
    """
    if not limits.spread:
        return [None] * len(values)
    return [flag for part in _unbroken(values, gaps) for flag in _flags(part, limits)]


def _unbroken(values: Sequence[float], gaps: Collection[int]) -> list[Sequence[float]]:
    """The stretches of a series between its gaps."""
    edges = [0, *sorted(gaps), len(values)]
    return [values[start:end] for start, end in pairwise(edges) if start < end]


def _flags(values: Sequence[float], limits: Limits) -> list[Flag | None]:
    found: list[Flag | None] = [None] * len(values)
    for rule, sides in (
        (Rule.outside, _outside(values, limits)), (Rule.trend, _trend(values)),
        (Rule.two_of_three, _two_of_three(values, limits)), (Rule.shift, _shift(values, limits.mean)),
    ):  # fmt: skip
        for index, side in enumerate(sides):
            if side and found[index] is None:
                found[index] = Flag(rule, side)
    return found


def _outside(values: Sequence[float], limits: Limits) -> list[int]:
    return [max(sign(value, limits.upper), 0) + min(sign(value, limits.lower), 0) for value in values]


def _runs(sides: Sequence[int], least: int) -> list[tuple[int, int, int]]:
    """Start, end (not included) and side of every run of at least ``least`` equal sides that are not 0."""
    found, start = [], 0
    for index in range(1, len(sides) + 1):
        if index == len(sides) or sides[index] != sides[start]:
            if sides[start] and index - start >= least:
                found.append((start, index, sides[start]))
            start = index
    return found


def _trend(values: Sequence[float]) -> list[int]:
    """Six successive rises or falls make a trend of seven points; a tie breaks it."""
    steps = [sign(two, one) for one, two in pairwise(values)]
    sides = [0] * len(values)
    for start, end, side in _runs(steps, RUN - 1) if steps else ():
        sides[start : end + 1] = [side] * (end + 1 - start)
    return sides


def _shift(values: Sequence[float], centre: float) -> list[int]:
    """Seven in a row on one side of the mean; a point on it breaks the run."""
    sides = [0] * len(values)
    where = [sign(value, centre) for value in values]
    for start, end, side in _runs(where, RUN) if where else ():
        sides[start:end] = [side] * (end - start)
    return sides


def _two_of_three(values: Sequence[float], limits: Limits) -> list[int]:
    """Two of three successive points between two thirds of a limit and the limit, all three on its side of the mean."""
    centre = limits.mean
    high, low = centre + (limits.upper - centre) * 2 / 3, centre - (centre - limits.lower) * 2 / 3
    where = [sign(value, centre) for value in values]
    near = [
        (sign(value, high) > 0 > sign(value, limits.upper)) - (sign(value, low) < 0 < sign(value, limits.lower))
        for value in values
    ]
    sides = [0] * len(values)
    for start in range(len(values) - 2):
        three = range(start, start + 3)
        if where[start] and len({where[index] for index in three}) == 1 and sum(map(abs, near[start : start + 3])) >= 2:
            for index in three:
                sides[index] = near[index] or sides[index]
    return sides


def variation_of(flag: Flag | None, direction: Direction) -> Variation:
    """What a point says, by the direction that is better."""
    if flag is None:
        return Variation.common_cause
    if direction is Direction.neutral:
        return Variation.neutral
    return Variation.improving if (flag.side > 0) == (direction is Direction.higher) else Variation.concerning
