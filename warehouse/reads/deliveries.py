"""What a source has delivered so far: which days it covers, how many rows a month, which categories."""

from __future__ import annotations

from collections import Counter
from datetime import date

import duckdb

from kpi.catalogue import Catalogue
from kpi.dates.periods import Period, merge


def spans(con: duckdb.DuckDBPyConnection, source: str) -> list[Period]:
    """The periods that a source covers, joined."""
    query = 'SELECT "from", "to" FROM coverage WHERE source = ? AND "from" IS NOT NULL'
    return merge([Period(start, end) for start, end in con.execute(query, [source]).fetchall()])


def rows_by_month(con: duckdb.DuckDBPyConnection, catalogue: Catalogue, source: str, period: Period) -> dict[date, int]:
    """First day of a month -> rows of a source, by the day that dates them."""
    day = catalogue.source(source).day
    if not day:
        return {}
    query = f"""SELECT "{day}", count(*) FROM facts_{source}
        WHERE "{day}" BETWEEN DATE '{period.start}' AND DATE '{period.end}' GROUP BY ALL"""
    found: Counter[date] = Counter()
    for one, count in con.execute(query).fetchall():  # by day: a third of the time that months take DuckDB
        found[one.replace(day=1)] += count
    return dict(found)


def categories(con: duckdb.DuckDBPyConnection, catalogue: Catalogue, source: str) -> set[str]:
    """The categories that a source has had."""
    column = catalogue.source(source).category
    rows = con.execute(f'SELECT DISTINCT "{column}" FROM facts_{source}').fetchall() if column else []
    return {category for (category,) in rows if category}
