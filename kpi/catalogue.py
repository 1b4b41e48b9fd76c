"""The catalogue: every source, indicator and reference standard, as ``metrics.yml`` declares them.

``parse`` takes the text of the file and gives a frozen `Catalogue`, or raises `CatalogueError` with every mistake and
its line. Nothing here knows where the file is.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from kpi.errors import CatalogueError, Problem, UnknownName, did_you_mean

Scalar = str | int | float | bool | date


class Frozen(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Text(Frozen):
    """Words for people in both languages."""

    zh: str
    en: str

    def get(self, lang: str) -> str:
        return self.en if lang == "en" else self.zh


class Unit(Frozen):
    """What is counted; ``one`` is the English singular."""

    zh: str
    en: str
    one: str | None = None
    attached: bool = False  # written without a space, as %


class ColumnType(StrEnum):
    text = "text"
    code = "code"
    date = "date"
    integer = "integer"
    number = "number"
    amount = "amount"  # a number that may carry 約 or 以上
    office = "office"
    service = "service"
    indicator = "indicator"
    items = "items"  # several values joined by ;
    interval = "interval"  # 每1年, 每月, 不定期更新
    url = "url"


class Code(Frozen):
    """One value of a closed list: the stored spelling, its English, and other spellings seen."""

    zh: str
    en: str
    also: tuple[str, ...] = ()


class Column(Frozen):
    type: ColumnType
    headers: tuple[str, ...] = Field(min_length=1)
    about: Text
    required: bool = False  # the header must be there
    filled: bool = False  # and no cell of it may be empty
    future: bool = False  # a date that may lie after today
    codes: tuple[Code, ...] = ()
    cut: str | None = None  # what follows this mark is personal and is cut off
    sample: Scalar | None = None
    low: float | None = None
    high: float | None = None

    def spellings(self) -> dict[str, str]:
        return {spelling: code.zh for code in self.codes for spelling in (code.zh, *code.also)}


class Compare(Frozen):
    """A condition on a column other than equality; a bound may be another column of the row."""

    not_: tuple[Scalar, ...] | None = Field(None, alias="not")
    any_of: tuple[str, ...] | None = None
    at_least: Scalar | ColumnRef | None = None
    at_most: Scalar | ColumnRef | None = None
    present: bool | None = None


class ColumnRef(Frozen):
    column: str


Condition = Scalar | tuple[Scalar, ...] | Compare
Where = dict[str, Condition]


class Clock(Frozen):
    """A time limit: from when, until when, how long, what stops it and what moves it."""

    start: str
    end: str
    where: Where = {}  # the rows that have this limit at all
    completed: Where = {}  # the rows whose end is a completion (a withdrawal is not)
    limit: int | Literal["service"] = "service"
    days: Literal["working", "calendar"] | None = None  # None: as the service item says
    extended_to: str | None = None
    pauses: tuple[tuple[str, str], ...] = ()


class Scaled(Frozen):
    """Raw points rescaled to 100 by the maximum of the row's kind, and checked against their parts."""

    kind: Literal["scaled"]
    points: str
    by: str
    maximum: dict[str, dict[str, float]]  # kind -> part -> its maximum


class NextUpdate(Frozen):
    """The day by which a data set should have been updated again: last update plus its stated interval."""

    kind: Literal["next_update"]
    updated: str
    interval: str


Derived = Annotated[Scaled | NextUpdate, Field(discriminator="kind")]


class Source(Frozen):
    name: Text
    about: Text
    kind: Literal["cases", "snapshot", "figures", "evidence", "reference"]
    date: str | None = None  # the day that says to which period a row belongs
    key: tuple[str, ...] = ()
    load: Literal["add", "replace"] = "add"
    office: str | None = None
    category: str | None = None
    columns: dict[str, Column]
    drop: tuple[str, ...] = ()  # headers of personal columns
    order: tuple[tuple[str, str], ...] = ()  # the first date may not come after the second
    clocks: dict[str, Clock] = {}
    derived: dict[str, Derived] = {}
    only_names: str | None = None  # rows of other agencies are left out by this column

    def dates(self) -> list[str]:
        return [name for name, column in self.columns.items() if column.type is ColumnType.date]


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


def parse(text: str, file: str = "metrics.yml") -> Catalogue:
    """Read the catalogue from YAML text.

    Raises
    ------
    CatalogueError
        With one problem for each mistake: its line, the key and what was expected.
    """
    try:
        tree = yaml.compose(text, Loader=_loader())
        if tree is None:
            raise CatalogueError([Problem("error", "catalogue-empty", {}, file=file, line=1)])
        data = _loader()(text)
        try:
            values = data.get_single_data()
        finally:
            data.dispose()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        found = Problem(
            "error",
            "catalogue-syntax",
            {"what": error.problem or str(error)},
            file=file,
            line=mark.line + 1 if mark else 1,
        )
        raise CatalogueError([found]) from None
    lines = _lines(tree)
    try:
        catalogue = Catalogue.model_validate(values)
    except ValidationError as error:
        raise CatalogueError([_problem(item, lines, file) for item in error.errors()]) from None
    problems = list(_cross_checks(catalogue, lines, file)) + list(_repeated(tree, file))
    if problems:
        raise CatalogueError(problems)
    return catalogue


def _loader() -> type:
    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _lines(node: yaml.Node, path: tuple = ()) -> dict[tuple, int]:
    """Path of every key and item -> its line, counted from 1."""
    found = {path: node.start_mark.line + 1}
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            found |= _lines(value, (*path, key.value))
            found[(*path, key.value)] = key.start_mark.line + 1
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            found |= _lines(value, (*path, index))
    return found


def _repeated(node: yaml.Node, file: str, path: tuple = ()):
    """Keys that stand twice in one mapping (YAML silently keeps the last)."""
    if isinstance(node, yaml.MappingNode):
        seen: dict[str, int] = {}
        for key, value in node.value:
            line = key.start_mark.line + 1
            if key.value in seen:
                yield Problem(
                    "error", "catalogue-repeated", {"path": key.value, "first": seen[key.value]}, file=file, line=line,
                    found=key.value,
                )  # fmt: skip
            seen[key.value] = line
            yield from _repeated(value, file, (*path, key.value))
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from _repeated(value, file, path)


def _line(lines: dict[tuple, int], path: tuple) -> int:
    """Line of the longest beginning of ``path`` that the file has."""
    for length in range(len(path), -1, -1):
        if path[:length] in lines:
            return lines[path[:length]]
    return 1


def _problem(item: dict[str, Any], lines: dict[tuple, int], file: str) -> Problem:
    path = tuple(part for part in item["loc"])
    known = [part for i, part in enumerate(path) if path[: i + 1] in lines or i == len(path) - 1]
    name = ".".join(str(part) for part in known)
    expected = item["msg"]
    if item["type"] == "extra_forbidden":
        return Problem(
            "error", "catalogue-unknown-key", {"path": name}, file=file, line=_line(lines, path), column=name,
            found=str(path[-1]),
        )  # fmt: skip
    if item["type"] == "missing":
        return Problem(
            "error", "catalogue-missing-key", {"path": name}, file=file, line=_line(lines, path), column=name
        )
    return Problem(
        "error", "catalogue-wrong", {"path": name, "expected": expected, "found": str(item.get("input"))[:80]},
        file=file, line=_line(lines, path), column=name, found=str(item.get("input"))[:80], expected=expected,
    )  # fmt: skip


def _cross_checks(catalogue: Catalogue, lines: dict[tuple, int], file: str):
    """Names that must exist elsewhere in the file."""

    def unknown(path: tuple, found: str, known) -> Problem:
        known = sorted(str(name) for name in known)
        near = did_you_mean(found, known)
        return Problem(
            "error", "catalogue-unknown-name",
            {"path": ".".join(map(str, path)), "found": found, "expected": ", ".join(near or known[:8])},
            file=file, line=_line(lines, path), column=".".join(map(str, path)), found=found,
            expected=", ".join(near or known[:8]),
        )  # fmt: skip

    for code, row in catalogue.framework.items():
        if row.dimension not in catalogue.dimensions:
            yield unknown(("framework", code, "dimension"), row.dimension, catalogue.dimensions)
    for name, source in catalogue.sources.items():
        path = ("sources", name)
        columns = set(source.columns) | set(source.derived) | {f"{c}_{p}" for c in source.clocks for p in CLOCK_PARTS}
        if source.kind == "snapshot":
            columns.add("as_of")
        for field in ("date", "office", "category", "only_names"):
            value = getattr(source, field)
            if value and value not in columns:
                yield unknown((*path, field), value, columns)
        for value in source.key:
            if value not in columns:
                yield unknown((*path, "key"), value, columns)
        for clock_name, clock in source.clocks.items():
            used = [clock.start, clock.end, *clock.where, *clock.completed, *(c for pair in clock.pauses for c in pair)]
            used += [clock.extended_to] if clock.extended_to else []
            for value in used:
                if value not in columns:
                    yield unknown((*path, "clocks", clock_name), value, columns)
    for key, item in catalogue.indicators.items():
        path = ("indicators", key)
        if item.framework not in catalogue.framework:
            yield unknown((*path, "framework"), item.framework, catalogue.framework)
        if item.unit not in catalogue.units:
            yield unknown((*path, "unit"), item.unit, catalogue.units)
        if item.source not in catalogue.sources:
            yield unknown((*path, "source"), item.source, catalogue.sources)
            continue
        source = catalogue.sources[item.source]
        columns = set(source.columns) | set(source.derived) | {f"{c}_{p}" for c in source.clocks for p in CLOCK_PARTS}
        measure = item.measure
        if isinstance(measure, OnTime | Days) and measure.clock not in source.clocks:
            yield unknown((*path, "measure", "clock"), measure.clock, source.clocks)
        used = [*getattr(measure, "where", {}), *getattr(measure, "of", {})]
        used += [name for name in (getattr(measure, "date", None), getattr(measure, "column", None)) if name]
        for value in used:
            if value not in columns:
                yield unknown((*path, "measure"), value, columns)
        for field in ("where", "of"):
            for column, condition in getattr(measure, field, {}).items():
                spec = source.columns.get(column)
                if spec is None or not spec.codes or isinstance(condition, Compare):
                    continue
                for value in condition if isinstance(condition, tuple) else (condition,):
                    if value not in {code.zh for code in spec.codes}:
                        yield unknown((*path, "measure", field, column), str(value), {c.zh for c in spec.codes})
    for index, standard in enumerate(catalogue.standards):
        if standard.indicator not in catalogue.indicators:
            yield unknown(("standards", index, "indicator"), standard.indicator, catalogue.indicators)
    seen: set[str] = set()
    for index, standard in enumerate(catalogue.standards):
        if standard.id in seen:
            yield Problem(
                "error", "catalogue-repeated", {"path": standard.id, "first": 0}, file=file,
                line=_line(lines, ("standards", index)), found=standard.id,
            )  # fmt: skip
        seen.add(standard.id)


CLOCK_PARTS = ("due", "entered", "days")
"""What the warehouse works out for each clock of a row: its due date, the day on which it enters the on-time rate, and
its days to complete."""

Compare.model_rebuild()
