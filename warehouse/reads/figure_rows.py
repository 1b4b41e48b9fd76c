"""Hand-counted figures, row by row, as they were stated."""

from __future__ import annotations

from datetime import date

import duckdb

from kpi.catalogue import Catalogue
from kpi.dates.periods import Period
from kpi.observations import Observation

Stated = tuple[str, str | None, date | None, date]
"""Indicator, office, first day (None: a point in time), last day: the key of a hand-counted row."""


def figures(con: duckdb.DuckDBPyConnection) -> list[Observation]:
    """The hand-counted observations as they were stated."""
    names = 'indicator, "from", "to", office, category, bin, numerator, denominator, qualifier, load'
    query = f"SELECT {names} FROM observations WHERE source = 'figures' ORDER BY ALL"
    return [Observation(*row) for row in con.execute(query).fetchall()]


def stated(con: duckdb.DuckDBPyConnection) -> list[Stated]:
    """The keys of all hand-counted rows."""
    return con.execute('SELECT indicator, office, "from", "to" FROM facts_figures').fetchall()


def files_of_figures(
    con: duckdb.DuckDBPyConnection, catalogue: Catalogue
) -> list[tuple[str, int, int | None, Period]]:  # fmt: skip
    """Indicator, load, the place of the file in it, and the days of hand-counted rows, the oldest load first."""
    found = []
    for name, source in catalogue.sources.items():
        if source.kind == "figures":
            query = f'SELECT DISTINCT indicator, load, file, "from", "to" FROM facts_{name} ORDER BY load, file, "to"'
            for indicator, load, file, start, end in con.execute(query).fetchall():
                found.append((indicator, load, file, Period(start or end, end)))
    return found
