"""Lists that others refer to: offices, calendars, service items, and headers that people have confirmed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TypedDict

import duckdb

from kpi.dates.workdays import WorkCalendar
from kpi.observations import Office

Service = TypedDict(
    "Service",
    {"item": str, "aliases": list[str] | None, "limit": int, "days": str, "from": date | None},
)
"""A service item: its names, how many days of which kind it may take, and from when that holds."""


def offices(con: duckdb.DuckDBPyConnection) -> Iterator[Office]:
    query = 'SELECT name, "from", "to", successor, aliases FROM facts_offices ORDER BY load, file, "row"'
    for name, start, end, successor, aliases in con.execute(query).fetchall():
        yield Office(name, start, end, successor, tuple(aliases or ()))


def work_calendar(con: duckdb.DuckDBPyConnection) -> WorkCalendar:
    """The official calendar with the local closures on top."""
    days = con.execute("SELECT day, day_off FROM facts_calendar").fetchall()
    closures = [row[0] for row in con.execute("SELECT day FROM facts_closures").fetchall()]
    return WorkCalendar([day for day, off in days if off != "0"] + closures, {day.year for day, _ in days})


def calendar_years(con: duckdb.DuckDBPyConnection) -> set[int]:
    return {year for (year,) in con.execute("SELECT DISTINCT year(day) FROM facts_calendar").fetchall()}


def services(con: duckdb.DuckDBPyConnection) -> list[Service]:
    """Service items with limit, day kind and from when the limit holds."""
    query = 'SELECT item, aliases, "limit", days, "from" FROM facts_services ORDER BY "from" NULLS FIRST'
    return [
        {"item": item, "aliases": aliases, "limit": limit, "days": days, "from": start}
        for item, aliases, limit, days, start in con.execute(query).fetchall()
    ]


def spellings(con: duckdb.DuckDBPyConnection, source: str) -> dict[str, str]:
    """Headers that a person has confirmed for a source -> column."""
    return dict(con.execute('SELECT header, "column" FROM spellings WHERE source = ?', [source]).fetchall())
