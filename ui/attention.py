"""What to look at first: at most five indicators, each with the reason why. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from kpi.catalogue import Catalogue, Direction
from kpi.evaluate import Point, Result
from kpi.judge import Status
from ui.chance import beyond_chance

MOST = 5
WORSE_BY = 0.05  # of last year's value, before an indicator without a standard is named


@dataclass(frozen=True)
class Attention:
    """``worse`` : did the change go the wrong way? ``streak``: newest months in a row worse than the same of last year."""

    result: Result
    worse: bool
    streak: int


def look_first(
    catalogue: Catalogue, results: list[Result], trends: dict[str, tuple[list[Point], list[Point]]]
) -> list[Attention]:
    """Standards not met come first, then what is at risk, then evidence that is missing, then what grows worse.

    Within each, what moved the wrong way comes before what did not.
    """
    found = []
    for result in results:
        worse = went_worse(catalogue, result)
        weight = _weight(result, worse)
        if weight:
            streak = worse_streak(catalogue, result.indicator, *trends.get(result.indicator, ([], [])))
            found.append((weight, _size(result) if worse else 0.0, Attention(result, worse, streak)))
    found.sort(key=lambda item: (-item[0], -item[2].streak, -item[1]))
    return [item[2] for item in found[:MOST]]


def _weight(result: Result, worse: bool) -> int:
    if result.status is Status.not_met:
        return 40 + worse
    if result.status is Status.at_risk:
        return 30 + worse
    if result.status is Status.evidence_missing:
        return 20
    if result.status in (Status.tracked, Status.met) and worse and _size(result) >= WORSE_BY:
        return 10 + (beyond_chance(result.compared, result.prior) is True)
    return 0


def _size(result: Result) -> float:
    """How large the change is, as a share of last year's value."""
    if result.change is None or not result.prior or not result.prior.value:
        return 0.0
    return abs(result.change.absolute / result.prior.value)


def went_worse(catalogue: Catalogue, result: Result) -> bool:
    """Did the value move against its direction? A neutral one never does."""
    return result.change is not None and _worse(catalogue, result.indicator, result.change.absolute)


def _worse(catalogue: Catalogue, indicator: str, absolute: float) -> bool:
    direction = catalogue.indicators[indicator].direction
    return (direction is Direction.higher and absolute < 0) or (direction is Direction.lower and absolute > 0)


def worse_streak(catalogue: Catalogue, indicator: str, now: list[Point], before: list[Point]) -> int:
    """Newest whole months in a row that were worse than the same month of last year (not told of windows of months)."""
    if (catalogue.indicators[indicator].window or 1) > 1:
        return 0
    count = 0
    for this, last in reversed(list(zip(now, before, strict=False))):
        if this.provisional:
            continue
        if not this.value or not last.value or this.value.value is None or last.value.value is None:
            break
        if not _worse(catalogue, indicator, this.value.value - last.value.value):
            break
        count += 1
    return count
