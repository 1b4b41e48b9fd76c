"""Sentences before they are words: a key of the language catalogue and the typed values that fill it.

Rules are worked out once, here in kpi/; the screen, the file and the command line each print the same sentence in the
language of the reader.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from kpi.dates.periods import Period


@dataclass(frozen=True)
class Amount:
    """A value of an indicator, printed with its unit (a rate as a percentage) and its qualifier (約, 以上).

    In print it stands to its ``bounds`` as it does in truth, and differs from what stands ``beside`` it where it does so.
    """

    indicator: str
    value: float
    bounds: tuple[float, ...] = ()
    beside: tuple[float, ...] = ()
    qualifier: str | None = None


@dataclass(frozen=True)
class Bound(Amount):
    """A bound of a standard, printed as it was set: 80 分, not 80.0 分."""


@dataclass(frozen=True)
class Difference:
    """What lies between two values of an indicator, without its sign (of rates in percentage points)."""

    indicator: str
    now: float
    before: float


@dataclass(frozen=True)
class Distance:
    """How far a value lies from an ``edge`` (of rates in percentage points); printed as the two are, so that it is what
    one gets who subtracts them."""

    indicator: str
    value: float
    edge: float


@dataclass(frozen=True)
class Share:
    """A part of a whole, 0 to 1; printed in whole per cent, 41%, with as many places more as tell it from ``beside``."""

    value: float
    beside: float | None = None


@dataclass(frozen=True)
class Named:
    """An office or a category that a sentence names; printed as its ``name``. ``key``: as the data spell it."""

    name: str
    kind: str  # offices, categories
    key: str


@dataclass(frozen=True)
class Part:
    """An office, or another part of a whole, with the days of it that are meant; none: all of it."""

    name: str
    spans: tuple[Period, ...] = ()


@dataclass(frozen=True)
class Month:
    """The calendar month of a day, printed by its name: 114 年 11 月."""

    day: date


@dataclass(frozen=True)
class Sentence:
    """``params`` hold `Amount`, `Bound`, `Difference`, `Distance`, `Part`, `Month`, dates, `Period`, numbers, lists of names,
    `Named`, `Share`, or catalogue texts."""

    key: str
    params: dict[str, Any] = field(default_factory=dict, hash=False)
