"""Is a change for the better? By the direction of the indicator; where neither is better, only its sign can be told."""

from __future__ import annotations

from enum import StrEnum

from kpi.catalogue import Direction
from kpi.exact import sign


class Tone(StrEnum):
    better = "better"  # 變好
    worse = "worse"  # 變差
    same = "same"  # 持平
    neutral = "neutral"  # 增加／減少 only


def tone_of(direction: Direction, now: float, before: float) -> Tone:
    """What it means that a value is now this and was that."""
    moved = sign(now, before)
    if not moved:
        return Tone.same
    if direction is Direction.neutral:
        return Tone.neutral
    return Tone.better if (moved > 0) is (direction is Direction.higher) else Tone.worse
