"""Derived columns worked out again: due dates follow from the calendar, the closures and the limits of service items."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pyarrow as pa

from etl.derive import Limits, derive
from warehouse import Warehouse
from warehouse.commit.load_request import Loaded
from warehouse.commit.undo import redo, undo
from warehouse.permissions import Actor


def clocks_again(warehouse: Warehouse) -> Callable[[object, str, pa.Table], dict[str, pa.Array]]:
    """What `warehouse.commit.loading.commit` asks when a rule of time changes: the timing of a source's rows."""

    def again(con, name: str, table: pa.Table) -> dict[str, pa.Array]:
        limits = Limits(warehouse.services(con))
        columns = derive(table, warehouse.catalogue.sources[name], warehouse.work_calendar(con), limits)
        return {name: values for name, values in columns.items() if name.endswith(("_due", "_entered", "_days"))}

    return again


def undo_load(warehouse: Warehouse, load: int, actor: Actor, message: str, at: datetime) -> Loaded:
    """Take back a load; see `warehouse.commit.undo.undo`."""
    return undo(warehouse, load, actor, message, at, clocks_again(warehouse))


def redo_load(warehouse: Warehouse, load: int, actor: Actor, message: str, at: datetime) -> Loaded:
    """Do an undone load again; see `warehouse.commit.undo.redo`."""
    return redo(warehouse, load, actor, message, at, clocks_again(warehouse))
