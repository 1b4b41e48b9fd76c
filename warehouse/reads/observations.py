"""Books as an open transaction sees them: observations, how far the sources reach, offices, and what people set."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache

import duckdb
import pyarrow as pa  # type: ignore[import-untyped]  # pyarrow says no types

from kpi.catalogue import Catalogue
from kpi.dates.periods import ONE_DAY, Period, end_in, merge, month_end
from kpi.observations import Book, Observation, Reach
from warehouse.lake.queries import sql, whole_number
from warehouse.reads.reference_lists import offices, work_calendar
from warehouse.reads.set_on_pages import notes, rebases, standards_set


def book_of(
    con: duckdb.DuckDBPyConnection, catalogue: Catalogue, cutoffs: Iterable[date] = (),
    indicators: Iterable[str] | None = None,
) -> Book:  # fmt: skip
    """The book of some indicators, of all where None, with offices and without categories.

    Daily observations are summed to months, and each month is split after the day of every cutoff that falls in
    that month of any year, and where the deliveries of a source begin or end. So any period that begins with a
    month or after a cutoff, and ends with one, is a sum of whole pieces (see `kpi.dates.periods.cuts_of`); of any other
    there is no value.
    """
    version = whole_number(con.execute("FROM ducklake_current_snapshot('lake')"))
    reach = reach_of_sources(con)
    where, params = (
        ("TRUE", {}) if indicators is None else ("list_contains($keys, indicator)", {"keys": list(indicators)})
    )
    rows = observations(con, catalogue, list(cutoffs), reach, "NULL", where, params)
    return Book(
        version, rows, reach, tuple(offices(con)), standards_set(con, catalogue), rebases(con, catalogue),
        notes(con, catalogue), work_calendar(con),
    )  # fmt: skip


def observations(
    con: duckdb.DuckDBPyConnection, catalogue: Catalogue, cutoffs: list[date], reach: dict[str, Reach], category: str,
    where: str, params: Mapping[str, object],
) -> dict[str, list[Observation]]:  # fmt: skip
    """Indicator -> its observations; ``category`` is an SQL expression, ``where`` one with ``params``."""
    _register_pieces(con, cutoffs, reach)
    daily = [name for name, source in catalogue.sources.items() if source.kind == "cases"]
    query = sql("book").format(category=category, filter=where)
    rows: dict[str, list[Observation]] = {}
    for row in con.execute(query, {**params, "daily": daily}).fetchall():
        rows.setdefault(row[0], []).append(Observation(*row))
    return rows


def with_categories(
    con: duckdb.DuckDBPyConnection, catalogue: Catalogue, cutoffs: list[date], reach: dict[str, Reach], indicator: str
) -> dict[str, list[Observation]]:  # fmt: skip
    """The observations of one indicator, each with its category."""
    return observations(con, catalogue, cutoffs, reach, "category", "indicator = $key", {"key": indicator})


def reach_of_sources(con: duckdb.DuckDBPyConnection) -> dict[str, Reach]:
    spans: dict[str, list[Period]] = {}
    days: dict[str, set[date]] = {}
    for source, start, end, as_of in con.execute('SELECT source, "from", "to", as_of FROM coverage').fetchall():
        if as_of is not None:
            days.setdefault(source, set()).add(as_of)
        else:
            spans.setdefault(source, []).append(Period(start, end))
    demo = demo_sources(con)
    return {
        name: Reach(tuple(merge(spans.get(name, []))), tuple(sorted(days.get(name, ()))), name in demo)
        for name in {*spans, *days, *demo}
    }


def demo_sources(con: duckdb.DuckDBPyConnection) -> set[str]:
    """Sources whose rows are demonstration rows (the first real load of a source removes them)."""
    return {source for source, demo in con.execute(sql("demo_sources")).fetchall() if demo}


def _register_pieces(con: duckdb.DuckDBPyConnection, cutoffs: list[date], reach: dict[str, Reach]) -> None:
    """Table ``pieces``: each covered day and the piece it lies in, a month or a part of one after the given days, which
    are mapped to every year as comparisons do."""
    spans = [span for one in reach.values() for span in one.spans]
    edges = [*cutoffs, *(span.end for span in spans), *(span.start - ONE_DAY for span in spans)]
    months = merge([month for span in spans for month in span.months()])
    years = range(months[0].start.year, months[-1].end.year + 1) if months else ()
    con.register("pieces", _pieces(frozenset(end_in(edge, year) for edge in edges for year in years), tuple(months)))


@lru_cache(maxsize=32)
def _pieces(ends: frozenset[date], months: tuple[Period, ...]) -> pa.Table:
    """Of stretches of whole months, every day with the first and the last day of its piece."""
    rows = []
    for stretch in months:
        start = stretch.start
        for day in stretch.days():
            if day in ends or day == month_end(day):
                rows += [(one, start, day) for one in Period(start, day).days()]
                start = day + ONE_DAY
    columns = zip(*rows, strict=True) if rows else ((), (), ())
    return pa.table(dict(zip(("day", "from", "to"), (pa.array(c, pa.date32()) for c in columns), strict=True)))
