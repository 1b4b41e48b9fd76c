"""The columns that are worked out on load: scores, next updates, and the timing of every clock."""

from __future__ import annotations

from datetime import date

import numpy as np
import pyarrow as pa  # type: ignore[import-untyped]  # pyarrow says no types
import pyarrow.compute as pc  # type: ignore[import-untyped]  # pyarrow says no types

from kpi.catalogue import Clock, Compare, Scaled, Source, Where
from kpi.dates.time_limits import DAY, Timing, time_cases
from kpi.dates.workdays import WorkCalendar, add_months
from warehouse.reads.reference_lists import Service

NO_DATES = np.datetime64("NaT", "D")


class Limits:
    """Time limits of service items: days and day kind, by the day of receipt."""

    def __init__(self, services: list[Service]) -> None:
        self._found: dict[str, tuple[list[date], list[tuple[float, bool]]]] = {}
        for row in services:  # oldest first
            days, limits = self._found.setdefault(row["item"], ([], []))
            days.append(row["from"] or date.min)
            limits.append((float(row["limit"]), row["days"] == "工作日"))

    def of(self, items: pa.ChunkedArray, days: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Limit in days (NaN: none) and whether it counts working days, for every row.

        ``items`` are the names of service items, ``days`` those of receipt as datetime64[D].
        """
        limits, working = np.full(len(items), np.nan), np.zeros(len(items), dtype=bool)
        coded = items.combine_chunks().dictionary_encode()
        codes = coded.indices.fill_null(-1).to_numpy()
        for code, item in enumerate(coded.dictionary.to_pylist()):
            if item in self._found:
                starts, found = self._found[item]
                rows = np.flatnonzero((codes == code) & ~np.isnat(days))
                place = np.maximum(np.searchsorted(np.array(starts, DAY), days[rows], side="right") - 1, 0)
                limits[rows] = np.array([limit for limit, _ in found])[place]
                working[rows] = np.array([counts for _, counts in found])[place]
        return limits, working


def derive(table: pa.Table, source: Source, calendar: WorkCalendar, limits: Limits) -> dict[str, pa.Array]:
    """Every derived column of a typed table (``as_of`` excepted, which is the file's)."""
    found: dict[str, pa.Array] = {}
    for name, spec in source.derived.items():
        found[name] = (
            _scaled(table, spec) if isinstance(spec, Scaled) else _next_update(table, spec.updated, spec.interval)
        )
    for name, clock in source.clocks.items():
        timing = _timing(table, source, clock, calendar, limits)
        found[f"{name}_due"] = pa.array(timing.due, from_pandas=True)
        found[f"{name}_entered"] = pa.array(timing.entered, from_pandas=True)
        found[f"{name}_days"] = pa.array(timing.days, from_pandas=True)
    return found


def _dates(table: pa.Table, column: str) -> np.ndarray:
    days: np.ndarray = table[column].to_numpy(zero_copy_only=False).astype(DAY)
    return days


def _timing(table: pa.Table, source: Source, clock: Clock, calendar: WorkCalendar, limits: Limits) -> Timing:
    start, size = _dates(table, clock.start), table.num_rows
    if clock.limit == "service":
        service = next(name for name, column in source.columns.items() if column.type.value == "service")
        limit, working = limits.of(table[service], start)
    else:
        limit, working = np.full(size, float(clock.limit)), np.full(size, clock.days == "working")
    limit = np.where(_mask(table, clock.where), limit, np.nan)
    return time_cases(
        calendar, start, _dates(table, clock.end), limit, working,
        completed=_mask(table, clock.completed),
        extended_to=_dates(table, clock.extended_to) if clock.extended_to else None,
        pauses=[(_dates(table, a), _dates(table, b)) for a, b in clock.pauses],
    )  # fmt: skip


def _mask(table: pa.Table, where: Where) -> np.ndarray:
    """Rows that satisfy a declared condition of equality or membership."""
    mask = np.ones(table.num_rows, dtype=bool)
    for column, condition in where.items():
        if isinstance(condition, Compare):
            raise ValueError(f"a clock's condition on {column} must be a value or a list of values")
        values = list(condition) if isinstance(condition, tuple) else [condition]
        inside = pc.is_in(table[column], value_set=pa.array(values, table[column].type))
        mask &= inside.to_numpy(zero_copy_only=False)
    return mask


def _scaled(table: pa.Table, spec: Scaled) -> pa.Array:
    """points / maximum * 100, exactly, and never above 100."""
    top = {kind: sum(parts.values()) for kind, parts in spec.maximum.items()}
    values = zip(table[spec.by].to_pylist(), table[spec.points].to_pylist(), strict=True)
    scores = [None if p is None or kind not in top else min(p / top[kind] * 100, 100.0) for kind, p in values]
    return pa.array(scores, pa.float64())


def _next_update(table: pa.Table, updated: str, interval: str) -> pa.Array:
    days: list[date | None] = []
    for day, step in zip(table[updated].to_pylist(), table[interval].to_pylist(), strict=True):
        if day is None or step is None:
            days.append(None)
            continue
        count, unit = step.split()
        shifted = add_months(day, int(count)) if unit == "month" else day.fromordinal(day.toordinal() + int(count))
        days.append(shifted)
    return pa.array(days, pa.date32())
