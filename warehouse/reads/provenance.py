"""From a figure to the rows behind it, and from a load to the rows that it brought, changed and removed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import duckdb

from kpi.catalogue import Indicator, OnTime, Share, Source
from kpi.dates.periods import Period
from kpi.errors import UnknownName
from warehouse.commit.load_diff import on_key
from warehouse.commit.rollup import clause, selection
from warehouse.lake.queries import one_row, whole_number
from warehouse.lake.schema import feed, typed_columns
from warehouse.reads.observations import book_of
from warehouse.reads.set_on_pages import Row
from warehouse.store import Warehouse


@dataclass(frozen=True)
class Rows:
    """Some rows of a source. Each is a dict of the source's ``columns`` and of where it came from: ``load``, ``file``
    (its name), ``sheet``, ``row``; rows of a load bear ``what`` (added, changed, removed), rows behind a rate ``counted``
    (in the numerator). ``total`` is how many there are in all."""

    columns: tuple[str, ...]
    rows: list[Row]
    total: int


def rows_behind(
    warehouse: Warehouse, indicator: str, period: Period, office: str | None = None, category: str | None = None,
    limit: int = 200, offset: int = 0,
) -> Rows:  # fmt: skip
    """The rows behind an indicator in a period, in the order of their day, file and row."""
    catalogue = warehouse.catalogue
    item = catalogue.indicator(indicator)
    source = catalogue.sources[item.source]

    def found(con: duckdb.DuckDBPyConnection) -> Rows:
        day, where = selection(indicator, item, source)
        reach = one_row(con.execute('SELECT max("to") FROM coverage WHERE source = ?', [item.source]))[0]
        start, end = period.start, min(period.end, reach) if reach and source.kind == "cases" else period.end
        params: dict[str, object] = {"start": start, "end": end}
        if source.kind == "snapshot":
            query = f'SELECT max("{day}") FROM facts_{item.source} WHERE "{day}" <= ?'
            params["start"] = params["end"] = one_row(con.execute(query, [end]))[0]
        where = [*where, f'"{day}" BETWEEN $start AND $end']
        if office is not None and source.office:
            where.append(f'list_contains($offices, "{source.office}")')
            params["offices"] = sorted(book_of(con, catalogue, indicators=[]).lineage(office))
        if category is not None and source.category:
            where.append(f'"{source.category}" = $category')
            params["category"] = category
        return _rows(
            con, item.source, source, " AND ".join(where), params, day, _numerator(item, source), limit, offset
        )

    return warehouse._read(found)


def _numerator(item: Indicator, source: Source) -> str:
    """SQL: does a row count in the numerator of a rate? NULL where the indicator has no such thing."""
    measure = item.measure
    if isinstance(measure, Share):
        return f"({clause(measure.where)})"
    if isinstance(measure, OnTime):
        clock = source.clocks[measure.clock]
        return f'coalesce("{clock.end}" <= "{measure.clock}_due" AND {clause(clock.completed)}, FALSE)'
    return "NULL"


def _rows(
    con: duckdb.DuckDBPyConnection, name: str, source: Source, where: str, params: Mapping[str, object], day: str,
    counted: str, limit: int, offset: int,
) -> Rows:  # fmt: skip
    total = whole_number(con.execute(f"SELECT count(*) FROM facts_{name} WHERE {where}", params))
    columns = typed_columns(source)
    shown = ", ".join(f'f."{c}"' for c in columns)
    query = f"""SELECT {shown}, {counted} AS counted, f.load, n.name AS file, f.sheet, f."row"
        FROM (FROM facts_{name} WHERE {where}) f LEFT JOIN files n ON n.load = f.load AND n.file = f.file
        ORDER BY f."{day}", f.load, f.file, f."row" LIMIT {int(limit)} OFFSET {int(offset)}"""
    found = con.execute(query, params)
    names = [column[0] for column in found.description]
    return Rows(tuple(columns), [dict(zip(names, row, strict=True)) for row in found.fetchall()], total)


def rows_of_load(warehouse: Warehouse, load: int, limit: int = 200, offset: int = 0) -> Rows:
    """What a load did to its source's rows: those that it added and changed (as they became) and those that it removed."""
    records = warehouse.loads(limit=1, only={load})
    version = records[0].version if records else None
    if version is None or records[0].source not in warehouse.catalogue.sources:
        raise UnknownName("unknown-load", found=str(load))
    name = records[0].source
    source = warehouse.catalogue.sources[name]
    key = on_key(source, "a", "b")

    def found(con: duckdb.DuckDBPyConnection) -> list[Row]:
        came, went = (feed(con, source, name, kind, version) for kind in ("insertions", "deletions"))
        query = f"""WITH came AS ({came}), went AS ({went}),
            both_ways AS (
                SELECT *, CASE WHEN EXISTS (FROM went b WHERE {key}) THEN 'changed' ELSE 'added' END AS what FROM came a
                UNION ALL SELECT *, 'removed' FROM went a WHERE NOT EXISTS (FROM came b WHERE {key}))
            SELECT f.* EXCLUDE (file), n.name AS file, count(*) OVER () AS total FROM both_ways f
            LEFT JOIN files n ON n.load = f.load AND n.file = f.file
            ORDER BY what, f.load, f.file, f."row" LIMIT {int(limit)} OFFSET {int(offset)}"""
        rows = con.execute(query)
        columns = [column[0] for column in rows.description]
        return [dict(zip(columns, row, strict=True)) for row in rows.fetchall()]

    rows = warehouse._read(found)
    total = rows[0]["total"] if rows else 0
    kept = (*typed_columns(source), "what", "load", "file", "sheet", "row")
    return Rows(tuple(typed_columns(source)), [{column: row[column] for column in kept} for row in rows], total)
