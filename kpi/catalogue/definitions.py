"""Indicators and the form, as ``metrics.yml`` declares them, and the catalogue of all."""

from __future__ import annotations

from enum import Enum, StrEnum
from functools import cached_property
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from kpi.catalogue.source import Day, Frozen, Name, Source, Text, Unit, Where
from kpi.catalogue.standard import Standard, StandardKind
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
