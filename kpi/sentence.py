"""Sentences before they are words: a key of the language catalogue and the typed values that fill it.

Rules are worked out once, here in kpi/; the screen, the file and the command line each print the same sentence in the
language of the reader.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Amount:
    """A value of an indicator, printed with its unit (a rate as a percentage)."""

    indicator: str
    value: float


@dataclass(frozen=True)
class Bound(Amount):
    """A bound of a standard, printed as it was set: 80 分, not 80.0 分."""


@dataclass(frozen=True)
class Difference:
    """A difference of two values of an indicator, printed with its sign (of rates: in percentage points)."""

    indicator: str
    value: float
    signed: bool = True


@dataclass(frozen=True)
class Sentence:
    """``params`` hold `Amount`, `Bound`, `Difference`, dates, `Period`, numbers, lists of names, or catalogue texts."""

    key: str
    params: dict[str, Any] = field(default_factory=dict, hash=False)
