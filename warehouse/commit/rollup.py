"""Facts into observations, by the measure that each indicator declares. Everything here is SQL text and its running."""

from __future__ import annotations

import hashlib
from datetime import date

import duckdb

from kpi.catalogue import (
    Catalogue,
    Compare,
    Count,
    Coverage,
    Days,
    EvidenceMeasure,
    FigureMeasure,
    Indicator,
    Mean,
    OnTime,
    Share,
    Source,
    Where,
)  # fmt: skip
from kpi.dates.periods import Period
from kpi.dates.time_limits import RECKONED, RULES
from warehouse.reads.set_on_pages import YES


def fingerprint(catalogue: Catalogue, key: str) -> str:
    """Changes when an indicator's measure, its source's rules or the rules of timing change, so that its observations are
    made anew."""
    item = catalogue.indicators[key]
    source = catalogue.sources[item.source]
    text = item.measure.model_dump_json() + str(item.unit == "percent")
    if isinstance(item.measure, OnTime | Days):
        text += str(RULES)
    text += source.model_dump_json(include={"office", "category", "date", "clocks", "derived"})
    return hashlib.sha256(text.encode()).hexdigest()


def roll_up(
    con: duckdb.DuckDBPyConnection, catalogue: Catalogue, source_name: str, indicators: list[str],
    periods: list[Period] | None, reach: date | None,
) -> None:  # fmt: skip
    """Make the observations of some indicators of one source anew.

    Parameters
    ----------
    periods
        Only days in these; None for all.
    reach
        The last day to which the source's data reach; nothing is entered after it.
    """
    if not indicators:
        return
    dated = "" if periods is None else " AND " + _within('"from"', periods)
    con.execute(
        f"DELETE FROM observations WHERE source = ? AND indicator IN (SELECT unnest(?::VARCHAR[])){dated}",
        [source_name, indicators],
    )
    source = catalogue.sources[source_name]
    years = [year for (year,) in con.execute("SELECT DISTINCT year(day) FROM facts_calendar ORDER BY ALL").fetchall()]
    stated: dict[type, list[str]] = {FigureMeasure: [], EvidenceMeasure: []}
    queries = []
    for key in indicators:
        item = catalogue.indicators[key]
        if type(item.measure) in stated:
            stated[type(item.measure)].append(key)
        else:
            queries.append(_query(catalogue, source_name, source, key, item, periods, reach, years))
    if keys := stated[FigureMeasure]:
        queries.append(_figures(source_name, keys))
    if keys := stated[EvidenceMeasure]:
        queries.append(_evidence(source_name, source, keys))
    con.execute(f"INSERT INTO observations {' UNION ALL '.join(queries)}")


def _query(
    catalogue: Catalogue, name: str, source: Source, key: str, item: Indicator, periods: list[Period] | None,
    reach: date | None, years: list[int],
) -> str:  # fmt: skip
    measure = item.measure
    bins, denominator, qualifier = "NULL", "NULL", "NULL"
    day, where = selection(key, item, source)
    if isinstance(measure, Count | Coverage):
        numerator = f"count(*) FILTER ({_filter(getattr(measure, 'where', {}))})"
    elif isinstance(measure, Share):
        numerator, denominator = f"count(*) FILTER ({_filter(measure.where)})", "count(*)"
    elif isinstance(measure, Mean):
        numerator, denominator = f'sum("{measure.column}")', f'count("{measure.column}")'
    elif isinstance(measure, OnTime):
        clock = source.clocks[measure.clock]
        due = f"{measure.clock}_due"
        numerator = f'count(*) FILTER (WHERE "{clock.end}" <= "{due}" AND {clause(clock.completed)})'
        denominator, qualifier = "count(*)", _reckoned(due, years)
    elif isinstance(measure, Days):
        bins, numerator, qualifier = f'"{measure.clock}_days"', "count(*)", _reckoned(day, years)
    if reach is not None and source.kind == "cases":
        where.append(f"\"{day}\" <= DATE '{reach}'")
    if periods is not None:
        where.append(_within(f'"{day}"', periods))
    office = f'"{source.office}"' if source.office else "NULL"
    category = f'"{source.category}"' if source.category else "NULL"
    return f"""
        SELECT '{name}', '{key}', "{day}", "{day}", {office}, {category}, {bins}, {numerator}, {denominator}, {qualifier}, load
        FROM facts_{name} WHERE {" AND ".join(where)} GROUP BY ALL"""


def _reckoned(day: str, years: list[int]) -> str:
    """SQL: whether a day of any row lies in none of the years of the office calendar, so that weekdays were counted."""
    inside = f'year("{day}") IN ({", ".join(map(str, years))})' if years else "FALSE"
    return f"CASE WHEN bool_and({inside}) THEN NULL ELSE {literal(RECKONED)} END"


def selection(key: str, item: Indicator, source: Source) -> tuple[str, list[str]]:
    """The column that dates the rows of an indicator, and the conditions that choose them (its denominator)."""
    measure = item.measure
    if isinstance(measure, EvidenceMeasure):
        return _day_of(source), [f"indicator = {literal(key)}", *_confirmed(source)]
    if isinstance(measure, FigureMeasure):
        return _day_of(source), [f"indicator = {literal(key)}"]
    where = [clause(getattr(measure, "of", {}))]
    if isinstance(measure, OnTime):
        day = f"{measure.clock}_entered"
    elif isinstance(measure, Days):
        day = source.clocks[measure.clock].end
        where.append(f'"{measure.clock}_days" IS NOT NULL')
    else:
        day = measure.date or _day_of(source)
        if isinstance(measure, Mean):
            where.append(f'"{measure.column}" IS NOT NULL')
    return day, [*where, f'"{day}" IS NOT NULL']


def _day_of(source: Source) -> str:
    """The column that dates the rows of a source. Every source that indicators rest on has one."""
    if source.day is None:
        raise ValueError("an indicator rests on a source whose rows nothing dates")
    return source.day


def _figures(name: str, keys: list[str]) -> str:
    """Of all indicators at once: each row is an observation of the one that it names."""
    return f"""
        SELECT '{name}', indicator, coalesce("from", "to"), "to", office, NULL, NULL,
               coalesce(numerator, value), denominator, qualifier, load
        FROM facts_{name}
        WHERE {clause({"indicator": tuple(keys)})} AND coalesce(numerator::VARCHAR, value::VARCHAR, qualifier) IS NOT NULL"""


def _confirmed(source: Source) -> list[str]:
    """What was carried over from an earlier year is evidence only once it is confirmed."""
    return [f"carried IS DISTINCT FROM {literal(YES)}"] if "carried" in source.columns else []


def _evidence(name: str, source: Source, keys: list[str]) -> str:
    """Of all indicators at once, as `_figures`."""
    where = " AND ".join([clause({"indicator": tuple(keys)}), *_confirmed(source)])
    return f"""
        SELECT '{name}', indicator, "from", coalesce(until, make_date(year("from"), 12, 31)), office, NULL, NULL,
               1, NULL, level, load
        FROM facts_{name} WHERE {where}"""


def _within(column: str, periods: list[Period]) -> str:
    return (
        "(" + " OR ".join(f"{column} BETWEEN DATE '{p.start}' AND DATE '{p.end}'" for p in periods) + ")"
        if periods
        else "FALSE"
    )


def _filter(where: Where) -> str:
    return f"WHERE {clause(where)}"


def clause(where: Where) -> str:
    """A declared condition as SQL. Values come from metrics.yml and are written as literals, columns were checked."""
    parts = []
    for column, condition in where.items():
        name = f'"{column}"'
        if isinstance(condition, Compare):
            each = [" AND ".join(_compare(f'"{one}"', condition)) for one in (column, *condition.or_)]
            parts.append(f"({' OR '.join(each)})" if condition.or_ else each[0])
        elif isinstance(condition, tuple):
            parts.append(f"{name} IN ({', '.join(literal(value) for value in condition)})")
        else:
            parts.append(f"{name} = {literal(condition)}")
    return " AND ".join(parts) or "TRUE"


def _compare(name: str, condition: Compare) -> list[str]:
    parts = []
    if condition.present is not None:
        parts.append(f"{name} IS {'NOT ' if condition.present else ''}NULL")
    if condition.at_least is not None:
        parts.append(f"{name} >= {literal(condition.at_least)}")
    if condition.at_most is not None:
        parts.append(f"{name} <= {literal(condition.at_most)}")
    if condition.not_ is not None:
        parts.append(f"{name} NOT IN ({', '.join(literal(value) for value in condition.not_)})")
    if condition.any_of is not None:
        parts.append(f"list_has_any({name}, [{', '.join(literal(value) for value in condition.any_of)}])")
    return parts


def literal(value: object) -> str:
    """A value as an SQL literal; a column reference as that column."""
    if hasattr(value, "column"):
        return f'"{value.column}"'
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return repr(value)
    if isinstance(value, date):
        return f"DATE '{value}'"
    return "'" + str(value).replace("'", "''") + "'"
