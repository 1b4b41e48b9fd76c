"""Reference standards (參考標準), as ``metrics.yml`` declares them and as they are set on the pages: a model a kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import Field, ModelWrapValidatorHandler, TypeAdapter, ValidationError, model_validator
from pydantic_core import ErrorDetails, PydanticCustomError

from kpi.catalogue.source import Day, Frozen, Text


class StandardKind(StrEnum):
    at_least = "at_least"
    at_most = "at_most"
    range = "range"
    frequency = "frequency"
    time_limit = "time_limit"
    not_worse_than_last_year = "not_worse_than_last_year"
    evidence = "evidence"
    tracked = "tracked"


class Level(StrEnum):
    """How far a value reaches, where a standard has levels."""

    minimum = "minimum"
    good = "good"
    excellent = "excellent"


FAULTS = {
    "standard-needs-value": "a standard of this kind needs a value",
    "standard-needs-high": "a range needs value (low end) and high, which is not below it",
    "standard-needs-window": "a frequency needs its window in months",
    "standard-ends-early": "a standard cannot end before it begins",
    "standard-no-levels": "only at_least and at_most have levels",
    "standard-levels-order": "levels go from the minimum over good to excellent",
    "standard-only-evidence": "evidence is met by a statement: only evidence and tracked fit it, and only it",
    "standard-only-on-time": "a time limit fits only a rate of cases within their limit",
    "standard-only-counts": "a frequency fits only a count",
    "standard-no-direction": "no worse than last year fits only an indicator with a better direction",
}
"""What may be wrong with a standard: a key of the language catalogue, and the same for who reads the code."""


class _Standard(Frozen):
    """What every reference standard (參考標準) says: by whom it was set, where it is written, and from when it holds.

    One with an ``office`` holds for that office, in place of the agency's.
    """

    id: str
    indicator: str
    office: str | None = None
    start: Day = Field(alias="from")
    end: Day | None = Field(None, alias="to")
    set_by: Text
    written: Text | None = None
    reason: Text | None = None

    needs: ClassVar[Mapping[str, str]] = {}
    """A field that its kind cannot be without -> the key of `FAULTS` that says so."""

    @model_validator(mode="wrap")
    @classmethod
    def _complete(cls, given: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        """Where all that is wrong is that its kind needs or has no such field, that is said of the standard as a whole."""
        try:
            found = handler(given)
        except ValidationError as error:
            faults = [cls._fault(item) for item in error.errors()]
            if None in faults:
                raise
            fault = min(filter(None, faults), key=[*FAULTS].index)
        else:
            fault = next(found._faults(), "")
        if fault:
            raise PydanticCustomError(fault, FAULTS[fault])
        return found

    @classmethod
    def _fault(cls, item: ErrorDetails) -> str | None:
        field = str(item["loc"][0]) if len(item["loc"]) == 1 else ""
        if item["type"] == "extra_forbidden":
            return "standard-no-levels" if field in ("good", "excellent") else None
        return cls.needs.get(field) if item["type"] == "missing" or item["input"] is None else None

    def _faults(self) -> Iterator[str]:
        if self.end is not None and self.end < self.start:
            yield "standard-ends-early"

    def holds_on(self, day: date) -> bool:
        return self.start <= day and (self.end is None or day <= self.end)


class _Bounded(_Standard):
    """One whose ``value`` bounds that of the indicator. On a flow it is a bound for the year, with an interim path."""

    value: float
    each_office: bool = False
    path: Literal["even", "season"] | None = None  # of a bound on a flow; even where nothing is said

    needs = {"value": "standard-needs-value"}

    @property
    def levels(self) -> tuple[tuple[Level, float], ...]:
        """The levels that were set, the minimum first; only the minimum where there are no others."""
        return ((Level.minimum, self.value),)


class _Leveled(_Bounded):
    """``value`` is the minimum that decides; ``good`` and ``excellent`` are further levels."""

    good: float | None = None
    excellent: float | None = None

    @property
    def levels(self) -> tuple[tuple[Level, float], ...]:
        bounds = (self.value, self.good, self.excellent)
        return tuple((level, bound) for level, bound in zip(Level, bounds, strict=True) if bound is not None)


class AtLeast(_Leveled):
    """No less than ``value``."""

    kind: Literal[StandardKind.at_least]

    @property
    def edges(self) -> tuple[float, None]:
        """The least and the most that a value may be."""
        return self.value, None

    def _faults(self) -> Iterator[str]:
        yield from super()._faults()
        bounds = [bound for _, bound in self.levels]
        if bounds != sorted(bounds):
            yield "standard-levels-order"


class AtMost(_Leveled):
    """No more than ``value``."""

    kind: Literal[StandardKind.at_most]

    @property
    def edges(self) -> tuple[None, float]:
        """The least and the most that a value may be."""
        return None, self.value

    def _faults(self) -> Iterator[str]:
        yield from super()._faults()
        bounds = [bound for _, bound in self.levels]
        if bounds != sorted(bounds, reverse=True):
            yield "standard-levels-order"


class Range(_Bounded):
    """From ``value`` to ``high``."""

    kind: Literal[StandardKind.range]
    high: float

    needs = {**_Bounded.needs, "high": "standard-needs-high"}

    @property
    def edges(self) -> tuple[float, float]:
        """The least and the most that a value may be."""
        return self.value, self.high

    def _faults(self) -> Iterator[str]:
        if self.high < self.value:
            yield "standard-needs-high"
        yield from super()._faults()


class Frequency(_Standard):
    """At least ``value`` times in every window of so many months."""

    kind: Literal[StandardKind.frequency]
    value: float
    window: Literal[1, 2, 3, 4, 6, 12]
    rolling: bool = False  # windows that end with every month, not those of the calendar
    each_office: bool = False

    needs = {"value": "standard-needs-value", "window": "standard-needs-window"}


class TimeLimit(_Standard):
    """No case later than its limit; ``value``: the days of it, where they are to be told."""

    kind: Literal[StandardKind.time_limit]
    value: float | None = None


class NotWorse(_Standard):
    """No worse than the same days of last year."""

    kind: Literal[StandardKind.not_worse_than_last_year]


class EvidenceStandard(_Standard):
    """A statement that is valid on the day."""

    kind: Literal[StandardKind.evidence]


class TrackedStandard(_Standard):
    """Held against nothing."""

    kind: Literal[StandardKind.tracked]


Bounded = AtLeast | AtMost | Range
Standard = Annotated[
    AtLeast | AtMost | Range | Frequency | TimeLimit | NotWorse | EvidenceStandard | TrackedStandard,
    Field(discriminator="kind"),
]
_STANDARD: TypeAdapter[Standard] = TypeAdapter(Standard)
_KINDS: dict[StandardKind, type[_Standard]] = {
    StandardKind.at_least: AtLeast, StandardKind.at_most: AtMost, StandardKind.range: Range,
    StandardKind.frequency: Frequency, StandardKind.time_limit: TimeLimit,
    StandardKind.not_worse_than_last_year: NotWorse, StandardKind.evidence: EvidenceStandard,
    StandardKind.tracked: TrackedStandard,
}  # fmt: skip


def standard_from(given: object) -> Standard:
    """The standard that a mapping of its fields states. Raises `pydantic.ValidationError`, of `FAULTS` where it is none."""
    return _STANDARD.validate_python(given)


def value_set(standard: Standard) -> float | None:
    """The number that was set: a bound, how often, or the days of a time limit; None of a standard that has none."""
    return None if isinstance(standard, NotWorse | EvidenceStandard | TrackedStandard) else standard.value


def fields_of_kind(kind: StandardKind) -> frozenset[str]:
    """The fields that a kind of standard has, as ``metrics.yml`` spells them."""
    return frozenset(field.alias or name for name, field in _KINDS[kind].model_fields.items())
