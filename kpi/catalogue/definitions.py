"""Indicators, reference standards and the form, as ``metrics.yml`` declares them."""

from __future__ import annotations

from datetime import date
from enum import Enum, StrEnum
from functools import cached_property
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from kpi.catalogue.source import Day, Frozen, Name, Source, Text, Unit, Where
from kpi.errors import UnknownName, did_you_mean
from kpi.spelling import fold


class Count(Frozen):
    kind: Literal["count"]
    where: Where = {}
    of: Where = {}
    date: str | None = None


class Share(Frozen):
    kind: Literal["share"]
    where: Where
    of: Where = {}
    date: str | None = None


class Mean(Frozen):
    kind: Literal["mean"]
    column: str
    of: Where = {}
    date: str | None = None


class OnTime(Frozen):
    kind: Literal["on_time"]
    clock: str


class Days(Frozen):
    kind: Literal["days"]
    clock: str
    quantile: float = Field(gt=0, lt=1)


class Coverage(Frozen):
    kind: Literal["coverage"]
    of: Where = {}
    date: str | None = None


class FigureMeasure(Frozen):
    kind: Literal["figure"]
    parts: bool = False  # numerator and denominator are no counts: hours, money


class EvidenceMeasure(Frozen):
    kind: Literal["evidence"]


Measure = Annotated[
    Count | Share | Mean | OnTime | Days | Coverage | FigureMeasure | EvidenceMeasure, Field(discriminator="kind")
]


class Behaviour(StrEnum):
    """How values of an indicator combine over time."""

    flow = "flow"  # summed
    ratio = "ratio"  # numerators and denominators summed, divided last
    mean = "mean"  # sums and counts summed, divided last
    quantile = "quantile"  # histograms summed
    stock = "stock"  # a point in time
    cumulative = "cumulative"  # a point in time, never summed
    coverage = "coverage"  # offices reached, of the offices in force
    evidence = "evidence"  # a statement that is valid on a day


class Direction(Enum):
    higher = "higher"
    lower = "lower"
    neutral = "neutral"


class NotComparable(Frozen):
    """Why an earlier year cannot be compared; ``before``: only periods that reach back before this day."""

    zh: str
    en: str
    before: Day | None = None


class Indicator(Frozen):
    name: Text
    definition: Text
    source: str
    measure: Measure
    unit: str
    behaviour: Behaviour
    direction: Direction = Direction.neutral
    framework: str
    window: Literal[1, 2, 3, 4, 6, 12] | None = None  # months of the window that its value counts
    decimals: int | None = Field(None, ge=0, le=6)
    by_workday: bool = False  # does the count depend on the days worked?
    not_comparable: NotComparable | None = None


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


class Standard(Frozen):
    """A reference standard (參考標準): what was set, by whom, where it is written, and from when it holds.

    ``value`` is the minimum that decides; ``good`` and ``excellent`` are further levels. On a flow a bound is one for the
    year, with an interim path. One with an ``office`` holds for that office, in place of the agency's.
    """

    id: str
    indicator: str
    kind: StandardKind
    office: str | None = None
    value: float | None = None
    high: float | None = None  # upper end of a range
    good: float | None = None
    excellent: float | None = None
    window: Literal[1, 2, 3, 4, 6, 12] | None = None
    rolling: bool = False  # windows that end with every month, not those of the calendar
    each_office: bool = False
    path: Literal["even", "season"] | None = None  # of a bound on a flow; even where nothing is said
    start: Day = Field(alias="from")
    end: Day | None = Field(None, alias="to")
    set_by: Text
    written: Text | None = None
    reason: Text | None = None

    @model_validator(mode="after")
    def _complete(self) -> Standard:
        kind, bounds = self.kind, (self.value, self.good, self.excellent)
        levels = [bound for bound in bounds if bound is not None]
        leveled = kind in (StandardKind.at_least, StandardKind.at_most)
        faults = {
            "standard-needs-value": (leveled or kind in (StandardKind.range, StandardKind.frequency)) and self.value is None,
            "standard-needs-high": kind is StandardKind.range and (self.high is None or self.high < (self.value or 0)),
            "standard-needs-window": kind is StandardKind.frequency and self.window is None,
            "standard-ends-early": self.end is not None and self.end < self.start,
            "standard-no-levels": not leveled and (self.good, self.excellent) != (None, None),
            "standard-levels-order": leveled and levels != sorted(levels, reverse=kind is StandardKind.at_most),
        }  # fmt: skip
        for key, wrong in faults.items():
            if wrong:
                raise PydanticCustomError(key, FAULTS[key])
        return self

    @property
    def levels(self) -> tuple[tuple[Level, float], ...]:
        """The levels that were set, the minimum first; only the minimum where there are no others."""
        bounds = (self.value, self.good, self.excellent)
        return tuple((level, bound) for level, bound in zip(Level, bounds, strict=True) if bound is not None)

    def holds_on(self, day: date) -> bool:
        return self.start <= day and (self.end is None or day <= self.end)


def misfit(item: Indicator, kind: StandardKind) -> str | None:
    """Why a kind of standard does not fit an indicator (a key of `FAULTS`), or None."""
    if kind is StandardKind.tracked:
        return None
    if (kind is StandardKind.evidence) != (item.behaviour is Behaviour.evidence):
        return "standard-only-evidence"
    if kind is StandardKind.time_limit and item.measure.kind != "on_time":
        return "standard-only-on-time"
    if kind is StandardKind.frequency and item.behaviour is not Behaviour.flow:
        return "standard-only-counts"
    if kind is StandardKind.not_worse_than_last_year and item.direction is Direction.neutral:
        return "standard-no-direction"
    return None


class FrameworkRow(Frozen):
    """One of the 46 reference standards of the yearly self-assessment. ``result``: what its result says until an office
    writes it, with placeholders (see `kpi.form.placeholder`)."""

    dimension: str
    item: Text
    indicator: Text
    standard: Text
    kind: StandardKind
    result: Text | None = None


def _zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (OSError, ValueError, LookupError):
        raise PydanticCustomError("wanted-zone", "a time zone") from None
    return name


class Settings(Frozen):
    timezone: Annotated[str, AfterValidator(_zone)]
    agency: Text
    ministry: Text | None = None  # above the agency, on the form's title
    agency_names: tuple[str, ...]
    attachment_mb: int = Field(10, gt=0)  # how large a file that is attached to evidence may be, in MiB
    late_after: dict[
        str, Annotated[int, Field(ge=0, le=3660)]
    ] = {}  # days after the end of a month by which a source is expected


class Catalogue(Frozen):
    settings: Settings
    units: dict[str, Unit]
    dimensions: dict[str, Text]
    framework: dict[str, FrameworkRow]
    sources: dict[Name, Source]
    indicators: dict[str, Indicator]
    standards: tuple[Standard, ...]

    @cached_property
    def _standards(self) -> dict[str, tuple[Standard, ...]]:
        found: dict[str, list[Standard]] = {}
        for standard in self.standards:
            found.setdefault(standard.indicator, []).append(standard)
        return {key: tuple(those) for key, those in found.items()}

    def standards_of(self, indicator: str) -> tuple[Standard, ...]:
        """The standards that ``metrics.yml`` declares for an indicator; `kpi.standards` adds those set on the pages."""
        return self._standards.get(indicator, ())

    def indicator(self, name: str) -> Indicator:
        """The indicator of that id; raises `UnknownName` with the nearest ones."""
        try:
            return self.indicators[name]
        except KeyError:
            raise UnknownName("unknown-indicator", found=name, near=did_you_mean(name, list(self.indicators))) from None

    def source(self, name: str) -> Source:
        try:
            return self.sources[name]
        except KeyError:
            raise UnknownName("unknown-source", found=name, near=list(self.sources)) from None

    def dimension_of(self, indicator: str) -> str:
        return self.framework[self.indicators[indicator].framework].dimension

    @cached_property
    def spellings(self) -> dict[str, str]:
        """Every spelling by which people name an indicator, its width and case folded -> its id."""
        return {fold(spelling).lower(): key for spelling, key in self.indicator_by_name().items()}

    def indicator_by_name(self) -> dict[str, str]:
        """Every spelling by which people name an indicator -> its id."""
        return {name: key for key, item in self.indicators.items() for name in (key, item.name.zh, item.name.en)}
