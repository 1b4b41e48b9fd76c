"""The hand-counted figures (人工統計) of one month as a grid: what stands in it, and what stands beside it."""

from __future__ import annotations

from datetime import timedelta

import streamlit as st

from kpi.catalogue import Behaviour, Indicator
from kpi.dates.periods import Period, month_of, same_days_last_year
from kpi.dates.roc import roc_year
from kpi.observations import Observation
from kpi.told import NO_VALUE, NOT_APPLICABLE, NOT_YET
from kpi.values import ABOUT_AT_LEAST, POINTS, Value, value_of
from lang import amount, day, month_name, number, period, say, unit_of, year
from ui.shared import cached
from ui.shared.memory import kept
from ui.shell import controls
from ui.upload.contract import Grid, GridAnswer, GridBeside, GridGroup, GridRow
from warehouse import Version
from warehouse.permissions import local_actor

SOURCE = "figures"
BACK = 36  # months that can be chosen
STATED = {NO_VALUE: "up-grid-no-value", NOT_YET: "up-grid-not-yet", NOT_APPLICABLE: "up-grid-not-applicable"}
FIELDS = ("value", "numerator", "denominator", "qualifier")


@kept(4)
def stated(version: Version) -> dict[str, list[Observation]]:
    """The hand-counted observations by indicator, oldest first."""
    found: dict[str, list[Observation]] = {key: [] for key in by_hand()}
    for row in cached.warehouse().figures():
        found.setdefault(row.indicator, []).append(row)
    return found


def by_hand() -> dict[str, Indicator]:
    return {key: item for key, item in cached.catalogue().indicators.items() if item.source == SOURCE}


def months() -> list[Period]:
    """The months that can be entered, newest first: those that are over."""
    last = month_of(cached.today().replace(day=1) - timedelta(days=1))
    found = [last]
    while len(found) < BACK:
        found.append(month_of(found[-1].start - timedelta(days=1)))
    return found


def chosen(version: Version) -> Period:
    """The month of the address (``for=11411``); else the one that is due."""
    known = months()
    asked = next((month for month in known if code(month) == st.query_params.get("for")), None)
    return asked or _due(version, known)


def _due(version: Version, known: list[Period]) -> Period:
    """The month after the last one that more than half of the indicators in use reach; while there are no real figures, the
    last month that is over. ``known``: the months that can be entered, newest first."""
    if SOURCE in cached.book(version).demo:
        return known[0]
    ends = sorted((max(row.end for row in rows) for rows in stated(version).values() if rows), reverse=True)
    if not ends:
        return known[0]
    after = month_of(ends[len(ends) // 2] + timedelta(days=1))
    return min(max(after, known[-1]), known[0])


def code(month: Period) -> str:
    return f"{roc_year(month.start)}{month.start.month:02d}"


def shown(version: Version, lang: str, said: GridAnswer | None) -> Grid:
    """Everything that the grid shows; ``said``: what the last save did."""
    month = chosen(version)
    before = month_of(month.start - timedelta(days=1))
    prior = same_days_last_year(month)
    keys = ("hint", "indicator", "or", "qualifier", "numerator", "denominator", "save", "saving", "sure")
    found: dict[str, str | list[str]] = {key: say(f"up-grid-{key}", lang) for key in keys}
    found |= {"title": say("up-grid-title", lang, month=_name(month, lang)), "value": _name(month, lang)}
    found |= {"last": say("up-grid-last", lang, month=_name(before, lang))}
    found |= {
        "prior": say("up-grid-prior", lang, month=_name(prior, lang)),
        "who": say("up-who", lang, who=local_actor().name),
    }
    found |= {key: say(f"up-{key}", lang) for key in ("message", "message-hint")}
    found["filled"] = [say("up-grid-filled", lang, n=n) for n in range(len(by_hand()) + 1)]
    options = [controls.option(code(one), _name(one, lang)) for one in months()]
    demo = SOURCE in cached.book(version).demo
    return {
        "stamp": str(version),
        "month": code(month),
        "control": controls.select("for", say("up-grid-month", lang), code(month), options),
        "qualifiers": [controls.option("", say("up-grid-exact", lang)), controls.option("約", say("up-grid-about", lang)),
                       controls.option("以上", say("up-grid-bound", lang)), controls.option(ABOUT_AT_LEAST, say("up-grid-both", lang)),
                       *(controls.option(value, say(key, lang)) for value, key in STATED.items())],
        "demo": say("up-grid-demo", lang) if demo else "",
        "groups": _groups(version, month, before, prior, demo, lang),
        "said": said,
        "words": found,
    }  # fmt: skip


def _name(month: Period, lang: str) -> str:
    name, in_year = month_name(month.start.month, lang), year(month.start, lang)
    return f"{name} {in_year}" if lang == "en" else f"{in_year} {name}"


def _groups(version: Version, month: Period, before: Period, prior: Period, demo: bool, lang: str) -> list[GridGroup]:
    catalogue = cached.catalogue()
    rows: dict[str, list[GridRow]] = {}
    for key in by_hand():
        rows.setdefault(catalogue.dimension_of(key), []).append(_row(version, key, month, before, prior, demo, lang))
    return [{"name": text.get(lang), "rows": rows[key]} for key, text in catalogue.dimensions.items() if key in rows]


def _row(version: Version, key: str, month: Period, before: Period, prior: Period, demo: bool, lang: str) -> GridRow:
    catalogue, known = cached.catalogue(), stated(version)[key]
    item = catalogue.indicators[key]
    point = item.behaviour in POINTS
    inside = [row for row in known if row.start <= month.end and month.start <= row.end and row.office is None]
    exact = next((row for row in inside if row.end == month.end and (point or row.start == month.start)), None)
    others = [row for row in inside if row is not exact]
    note, locked = "", False
    if any(row.office for row in known):
        note, locked = say("up-grid-offices", lang), True
    elif others:
        note, locked = _others(key, others, point, lang), not point and not demo
    rate = item.behaviour is Behaviour.ratio
    parts = rate and (not known or any(row.denominator is not None for row in known))
    unit = unit_of(catalogue, key, None, lang)
    return {
        "id": key, "name": item.name.get(lang), "unit": unit, "sign": "%" if item.unit == "percent" else "",
        "point": say("up-grid-point", lang) if point else "", "parts": parts, "whole": not parts or not known,
        "last": _there(version, key, before, lang), "prior": _there(version, key, prior, lang),
        "cells": _cells(exact if not demo else None, item, parts), "note": note, "locked": locked,
    }  # fmt: skip


def _others(key: str, rows: list[Observation], point: bool, lang: str) -> str:
    def value(row: Observation) -> str:
        if row.numerator is None:
            return say(STATED[row.qualifier or ""], lang)
        if row.denominator:
            return f"{number(row.numerator, 1)}/{number(row.denominator, 1)}"
        return amount(cached.catalogue(), key, row.numerator, lang, qualifier=row.qualifier, unit=False)

    if point:
        return say("up-grid-there", lang, day=day(rows[-1].end, lang), value=value(rows[-1]))
    colon, mark = (": ", "; ") if lang == "en" else ("：", "；")
    what = mark.join(f"{period(Period(row.start, row.end), lang)}{colon}{value(row)}" for row in rows)
    return say("up-grid-overlap", lang, what=what)


def _there(version: Version, key: str, month: Period, lang: str) -> GridBeside:
    """The value of another month, with its days where they are not that month."""
    found = value_of(cached.catalogue(), cached.book(version), key, month)
    if not isinstance(found, Value) or found.value is None:
        return {"text": "—", "small": ""}
    text = amount(cached.catalogue(), key, found.value, lang, qualifier=found.qualifier, unit=False)
    small = "" if found.period in (month, Period(month.end, month.end)) else period(found.period, lang)
    if (
        found.denominator
        and found.numerator is not None
        and cached.catalogue().indicators[key].behaviour is Behaviour.ratio
    ):
        small = f"{number(found.numerator, 0)}/{number(found.denominator, 0)} {small}".strip()
    return {"text": text, "small": small}


def _cells(row: Observation | None, item: Indicator, parts: bool) -> dict[str, str]:
    """What stands in the cells of a row: texts, "" where there is nothing."""
    cells = dict.fromkeys(FIELDS, "")
    if row is None:
        return cells
    if parts:
        return cells | {"numerator": _plain(row.numerator), "denominator": _plain(row.denominator)}
    value = row.numerator * 100 if item.unit == "percent" and row.numerator is not None else row.numerator
    return cells | {"value": _plain(value), "qualifier": row.qualifier or ""}


def _plain(value: float | None) -> str:
    return "" if value is None else f"{round(value, 6):,.6f}".rstrip("0").rstrip(".")
