"""Closed months: closing one by name, and what later loads changed in it (original, corrected, superseded)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

import duckdb

from kpi.dates.periods import Period
from kpi.differences import told
from kpi.errors import KpiError
from kpi.evaluate import evaluate
from kpi.observations import Book
from warehouse.permissions import Actor, require
from warehouse.reads.observations import book_of
from warehouse.store import Warehouse

Values = dict[tuple[str, date], tuple[float | None, float | None]]
"""Indicator and first day of a month -> its value and n there."""
Restated = tuple[int, float | None, float | None, float | None, float | None, datetime, str, str | None]
"""Of a load that restated a month: its number, value and n before, value and n after, when, by whom, with which message."""


@dataclass(frozen=True)
class Closing:
    """A month that was closed: the first day of it, by whom (the name that was given), and when."""

    month: date
    name: str
    at: datetime
    message: str


@dataclass(frozen=True)
class Edition:
    """A closed month's value of an indicator: ``original`` as it was closed, ``corrected`` as it stands, ``superseded``
    in between. ``load`` and what follows say which load made it; None for the original."""

    month: date
    edition: str
    value: float | None
    n: float | None
    load: int | None = None
    at: datetime | None = None
    actor: str | None = None
    message: str | None = None


def close(warehouse: Warehouse, month: date, actor: Actor, name: str, message: str, at: datetime) -> int:
    """Close a month for all sources, by name; gives the version.

    Raises
    ------
    KpiError
        ``month-closed-already``, or ``month-open-ended`` when no source covers it to its end, or ``name-needed``.
    """
    require(actor, "close")
    month = month.replace(day=1)
    if not name.strip():
        raise KpiError("name-needed")
    with warehouse.writing() as con:
        con.execute("BEGIN")
        if closed_months(con, [month]):
            raise KpiError("month-closed-already", month=month)
        if month not in _covered(con, warehouse):
            raise KpiError("month-open-ended", month=month)
        con.execute("INSERT INTO closings VALUES (?, ?, ?, ?)", [month, name.strip(), at, message.strip()])
        return warehouse.commit(con, actor.name, message, {"closed": month.isoformat()})


def open_months(warehouse: Warehouse) -> list[date]:
    """First days of the months that can be closed, newest first."""

    def found(con: duckdb.DuckDBPyConnection) -> set[date]:
        return _covered(con, warehouse) - set(closed_months(con, None))

    return sorted(warehouse._read(found), reverse=True)


def _covered(con: duckdb.DuckDBPyConnection, warehouse: Warehouse) -> set[date]:
    """First days of the months that some source of figures covers to their end."""
    counted = [name for name, source in warehouse.catalogue.sources.items() if source.kind in ("cases", "snapshot")]
    query = """SELECT "from", "to", as_of FROM coverage WHERE list_contains(?, source)"""
    found = set()
    for start, end, as_of in con.execute(query, [counted]).fetchall():
        span = Period(as_of, as_of) if as_of else Period(start, end)
        found |= {month.start for month in span.months() if month.end <= span.end}
    return found


def closings(warehouse: Warehouse) -> list[Closing]:
    """The closed months, newest first."""
    query = 'SELECT month, name, "at", message FROM closings ORDER BY month DESC'
    return [Closing(*row) for row in warehouse._read(lambda con: con.execute(query).fetchall())]


def restated_months(warehouse: Warehouse) -> list[tuple[str, list[tuple[date, list[Edition]]]]]:
    """Indicator -> its restated months, newest first, each with its editions, the original first. Of one that is no more,
    none."""
    query = """SELECT r.indicator, r.month, r.load, r.before, r.before_n, r.after, r.after_n, l."at", l.actor, l.message
        FROM restatements r JOIN loads l USING (load) ORDER BY r.indicator, r.month DESC, r.load"""
    found: dict[str, dict[date, list[Restated]]] = {}
    rows = warehouse._read(lambda con: con.execute(query).fetchall())
    for indicator, month, load, before, before_n, after, after_n, at, actor, message in rows:
        if indicator in warehouse.catalogue.indicators:
            restated = (load, before, before_n, after, after_n, at, actor, message)
            found.setdefault(indicator, {}).setdefault(month, []).append(restated)
    return [(key, [(month, _editions(month, told)) for month, told in months.items()]) for key, months in found.items()]


def editions(warehouse: Warehouse, indicator: str) -> list[Edition]:
    """Every edition of the restated months of an indicator, by month, the original first."""
    months = dict(restated_months(warehouse)).get(indicator, [])
    return [edition for _, found in reversed(months) for edition in found]


def _editions(month: date, rows: list[Restated]) -> list[Edition]:
    _, before, n, *_ = rows[0]
    found = [Edition(month, "original", before, n)]
    for load, _, _, after, after_n, at, actor, message in rows:
        edition = "corrected" if load == rows[-1][0] else "superseded"
        found.append(Edition(month, edition, after, after_n, load, at, actor, message))
    return found


def closed_months(con: duckdb.DuckDBPyConnection, months: list[date] | None) -> list[date]:
    """Those of the months (first days; None: of all) that are closed."""
    found = con.execute("SELECT month FROM closings ORDER BY month").fetchall()
    return [month for (month,) in found if months is None or month in set(months)]


def monthly_values(
    con: duckdb.DuckDBPyConnection, warehouse: Warehouse, indicators: list[str], months: list[date]
) -> Values:  # fmt: skip
    """Value and n of indicators in single months, as the open transaction sees them."""
    book: Book = book_of(con, warehouse.catalogue, indicators=indicators)
    found: Values = {}
    for key in indicators:
        for month in months:
            result = evaluate(warehouse.catalogue, book, key, Period(month, month).months()[0])
            if result.value is not None:
                found[key, month] = (result.value.value, result.value.n)
    return found


def restate(con: duckdb.DuckDBPyConnection, load: int, old: Values, new: Values) -> list[date]:
    """Record what a load changed in closed months; gives the months in which a figure moved."""
    moved = set()
    for key, month in sorted({*old, *new}):
        before, after = old.get((key, month), (None, None)), new.get((key, month), (None, None))
        if [told(value) for value in before] != [told(value) for value in after]:
            con.execute("INSERT INTO restatements VALUES (?, ?, ?, ?, ?, ?, ?)", [load, key, month, *before, *after])
            moved.add(month)
    return sorted(moved)
