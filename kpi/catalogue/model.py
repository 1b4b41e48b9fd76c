"""Indicators, reference standards and the form, as ``metrics.yml`` declares them."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field, model_validator

from kpi.catalogue.source import Frozen, Source, Text, Unit, Where
from kpi.errors import UnknownName, did_you_mean


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


class Direction(StrEnum):
    higher = "higher"
    lower = "lower"
    neutral = "neutral"


class NotComparable(Frozen):
    """Why an earlier year cannot be compared; ``before``: only periods that reach back before this day."""

    zh: str
    en: str
    before: date | None = None


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
    decimals: int | None = None
    published: bool = False
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


class Standard(Frozen):
    """A reference standard (參考標準): what was set, by whom, where it is written, and from when it holds."""

    id: str
    indicator: str
    kind: StandardKind
    value: float | None = None
    high: float | None = None  # upper end of a range
    window: Literal[1, 2, 3, 4, 6, 12] | None = None
    each_office: bool = False
    start: date = Field(alias="from")
    end: date | None = Field(None, alias="to")
    set_by: Text
    written: Text | None = None

    @model_validator(mode="after")
    def _complete(self) -> Standard:
        needs_value = {"at_least", "at_most", "range", "frequency", "time_limit"}
        if self.kind.value in needs_value and self.value is None and self.kind is not StandardKind.time_limit:
            raise ValueError(f"a standard of kind {self.kind} needs a value")
        if self.kind is StandardKind.range and self.high is None:
            raise ValueError("a range needs value (low end) and high")
        if self.kind is StandardKind.frequency and self.window is None:
            raise ValueError("a frequency needs its window in months")
        return self


class FrameworkRow(Frozen):
    """One of the 46 reference standards of the yearly self-assessment."""

    dimension: str
    item: Text
    indicator: Text
    standard: Text
    kind: StandardKind


class Settings(Frozen):
    timezone: str
    agency: Text
    agency_names: tuple[str, ...]
    badge_years: int = 3
    late_after: dict[str, int] = {}  # days after the end of a month by which a source is expected


class Catalogue(Frozen):
    settings: Settings
    units: dict[str, Unit]
    dimensions: dict[str, Text]
    framework: dict[str, FrameworkRow]
    sources: dict[str, Source]
    indicators: dict[str, Indicator]
    standards: tuple[Standard, ...]

    @cached_property
    def _standards(self) -> dict[str, list[Standard]]:
        found: dict[str, list[Standard]] = {}
        for standard in sorted(self.standards, key=lambda s: s.start):
            found.setdefault(standard.indicator, []).append(standard)
        return found

    def standards_of(self, indicator: str) -> list[Standard]:
        """All standards of an indicator, oldest first."""
        return self._standards.get(indicator, [])

    def standard_on(self, indicator: str, day: date) -> Standard | None:
        """The standard in force on a day: the one that began last and has not ended."""
        live = [s for s in self.standards_of(indicator) if s.start <= day and (s.end is None or day <= s.end)]
        return live[-1] if live else None

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

    def indicator_by_name(self) -> dict[str, str]:
        """Every spelling by which people name an indicator -> its id."""
        return {name: key for key, item in self.indicators.items() for name in (key, item.name.zh, item.name.en)}
