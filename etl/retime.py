"""Derived columns worked out again: due dates follow from the calendar, the closures and the limits of service items."""

from __future__ import annotations

from datetime import datetime

import pyarrow as pa  # type: ignore[import-untyped]  # pyarrow says no types

from etl.derived_columns import Limits, derive
from kpi.dates.workdays import WorkCalendar
from warehouse import Warehouse
from warehouse.commit.apply import Derive
from warehouse.commit.load_request import Loaded
from warehouse.commit.undo import redo, undo
from warehouse.permissions import Actor
from warehouse.reads.reference_lists import Service


def clocks_again(warehouse: Warehouse) -> Derive:
    """What `warehouse.commit.loading.commit` asks when a rule of time changes: the timing of a source's rows."""

    def again(name: str, table: pa.Table, calendar: WorkCalendar, services: list[Service]) -> dict[str, pa.Array]:
        columns = derive(table, warehouse.catalogue.sources[name], calendar, Limits(services))
        return {name: values for name, values in columns.items() if name.endswith(("_due", "_entered", "_days"))}

    return again


def undo_load(warehouse: Warehouse, load: int, actor: Actor, message: str, at: datetime) -> Loaded:
    """Take back a load; see `warehouse.commit.undo.undo`."""
    return undo(warehouse, load, actor, message, at, clocks_again(warehouse))


def redo_load(warehouse: Warehouse, load: int, actor: Actor, message: str, at: datetime) -> Loaded:
    """Do an undone load again; see `warehouse.commit.undo.redo`."""
    return redo(warehouse, load, actor, message, at, clocks_again(warehouse))
