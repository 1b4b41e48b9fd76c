"""Laney's p-prime and u-prime charts (p′、u′ 管制圖): control limits that follow each month's n. Pure.

Laney, Improved control charts for attributes, Quality Engineering 14(4), 2002. An XmR chart gives every month the same
limits, whether it had 5 cases or 500; a p chart follows n, but takes every month for a throw of the same dice. Laney
scales the p (or u) chart's limits by the spread that the months really have: the mean moving range of their z-scores.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from math import sqrt

from kpi.exact import sign
from kpi.spc.xmr import LEAST

D2 = 1.128  # mean range of two values, in standard deviations
SIGMAS = 3.0
NO_SPREAD = 1e-9  # a spread of z-scores below it is rounding


class Kind(StrEnum):
    """What is divided by what."""

    share = "share"  # p': so many cases of so many
    per_case = "per_case"  # u': counts (or points) per case; the numerator may exceed the denominator


@dataclass(frozen=True)
class LaneyPoint:
    """One point: its ``place`` in the series given, its limits, and its ``side`` (1 above, -1 below, 0 within)."""

    place: int
    value: float
    n: float
    lower: float
    upper: float
    side: int


@dataclass(frozen=True)
class Laney:
    """``sigma_z`` 1: the months vary as chance alone would have it; more: they vary more. Only so for real counts."""

    kind: Kind
    centre: float
    sigma_z: float
    points: tuple[LaneyPoint, ...]
    trial: bool  # limits from fewer than twelve points


def laney_of(
    numerators: Sequence[float | None],
    denominators: Sequence[float | None],
    kind: Kind = Kind.share,
    baseline: int | None = None,
    gaps: Collection[int] = (),
) -> Laney | None:
    """The chart of a series; None where no two points with an n are neighbours.

    Centre and spread come from the first ``baseline`` places of the series; None: from all. A point without numerator
    or with no n (0 or None) is left out, and its neighbours are taken for successive; not so across one of the ``gaps``,
    places before which something is not known. Limits never leave what is
    possible: 0 and, for a share, 1. Outside is strictly outside; where nothing varies, nothing is.

    Raises
    ------
    ValueError
        Where the two series differ in length, a number is negative, or a share's numerator exceeds its denominator.
    """
    found = [
        (place, float(above), float(below))
        for place, (above, below) in enumerate(zip(numerators, denominators, strict=True))
        if above is not None and below
    ]
    _check(found, kind)
    usual = [one for one in found if baseline is None or one[0] < baseline]
    pairs = [
        (n, n + 1) for n, (one, two) in enumerate(pairwise(usual)) if not any(one[0] < gap <= two[0] for gap in gaps)
    ]
    if not pairs:
        return None
    centre = sum(above for _, above, _ in usual) / sum(below for _, _, below in usual)
    unit = sqrt(centre * (1 - centre) if kind is Kind.share else centre)  # standard deviation of a single case
    scores = [(above / below - centre) * sqrt(below) / unit for _, above, below in usual] if unit else []
    sigma_z = _spread([abs(scores[two] - scores[one]) for one, two in pairs]) if unit else 0.0
    points = tuple(_point(place, above, below, centre, unit * sigma_z, kind) for place, above, below in found)
    return Laney(kind, centre, sigma_z, points, len(usual) < LEAST)


def _check(found: list[tuple[int, float, float]], kind: Kind) -> None:
    for place, above, below in found:
        if above < 0 or below < 0:
            raise ValueError(f"point {place}: {above} of {below} cannot be negative")
        if kind is Kind.share and above > below:
            raise ValueError(f"point {place}: {above} of {below} is no share; use {Kind.per_case!s}")


def _spread(ranges: list[float]) -> float:
    spread = sum(ranges) / len(ranges) / D2
    return spread if spread > NO_SPREAD else 0.0


def _point(place: int, above: float, below: float, centre: float, unit: float, kind: Kind) -> LaneyPoint:
    value, reach = above / below, SIGMAS * unit / sqrt(below)
    side = max(sign(value, centre + reach), 0) + min(sign(value, centre - reach), 0) if unit else 0
    top = 1.0 if kind is Kind.share else float("inf")
    return LaneyPoint(place, value, below, max(centre - reach, 0.0), min(centre + reach, top), side)
