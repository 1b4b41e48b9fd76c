"""Open a warehouse for work: made where nothing is, upgraded where its schema is older, widened where the catalogue grew."""

from __future__ import annotations

import logging
import shutil
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from kpi.catalogue import Catalogue
from kpi.errors import StoreLost
from warehouse.lake import presence
from warehouse.lake.connection import Connection
from warehouse.lake.migrations import NEWEST, migrate, number_of
from warehouse.lake.queries import whole_number
from warehouse.lake.schema import create_facts, lacking
from warehouse.lake.transactions import writers_lock
from warehouse.store import Warehouse
from warehouse.upkeep.backup import backup

ACTOR = "service-kpi"


def opened(home: Path, catalogue: Catalogue) -> Warehouse:
    """The warehouse of a folder, ready for this program and this catalogue.

    Raises
    ------
    StoreLost
        When its catalog is missing, empty or damaged beside files: no empty one is made in its place.
    StoreNewer
        When a newer program has written it.
    DiskFailed, KpiError
        When there is no room for the backup before an upgrade; nothing was changed.
    """
    home = Path(home)
    put_back(home)
    if presence.is_new(home):
        _make(home)
    try:
        warehouse = Warehouse(home, catalogue)
    except StoreLost as error:
        if error.key != "store-empty" or any(presence.remains(home)):
            raise
        _make(home)  # killed while it was made: nothing was in it
        warehouse = Warehouse(home, catalogue)
    make_ready(warehouse)
    return warehouse


def put_back(home: Path) -> None:
    """End a restore that was killed between two steps: the former warehouse stands again, unless the new one does."""
    if presence.half_restored(home):
        with writers_lock(home):
            for former in presence.half_restored(home):
                if (home / "warehouse").exists():
                    former.rename(former.with_name("warehouse"))
                else:
                    former.rename(home / "warehouse")
                    shutil.rmtree(former.parent)  # what was unpacked of the backup, and second names of kept copies


def make_ready(warehouse: Warehouse) -> None:
    """Upgrade, name and widen a warehouse that is open, where that is due (after a restore it may be again)."""
    if due(warehouse):
        with warehouse.writing() as con:
            if due(warehouse):  # whoever held the lock before may have done it
                _upgrade(warehouse, con)


def due(warehouse: Warehouse) -> bool:
    """Is it to be upgraded, named or widened before this program writes to it?"""
    return (
        warehouse.schema_number() < NEWEST
        or not warehouse.newest().store
        or bool(warehouse._read(lambda con: lacking(con, warehouse.catalogue)))
    )


def _make(home: Path) -> None:
    (home / "warehouse").mkdir(parents=True, exist_ok=True)
    with writers_lock(home):
        Connection(home, make=True).close()


def _upgrade(warehouse: Warehouse, con: duckdb.DuckDBPyConnection) -> None:
    """Number and columns in one transaction, after a backup beside where there is something to lose."""
    since = number_of(con)
    if since < NEWEST and _filled(con):
        at = datetime.now(UTC)
        beside = warehouse.home / f"before-upgrade-{since}-{at:%Y%m%d-%H%M%S}.zip"
        backup(warehouse, beside)
        logging.getLogger(__name__).warning("The warehouse is upgraded. Backup from before: %s", beside)
    warehouse.name()
    if since < NEWEST or lacking(con, warehouse.catalogue):
        con.execute("BEGIN")
        migrate(con)
        create_facts(con, warehouse.catalogue)
        warehouse.commit(con, ACTOR, f"schema {NEWEST}")


def _filled(con: duckdb.DuckDBPyConnection) -> bool:
    return bool(whole_number(con.execute("SELECT count(*) FROM duckdb_tables() WHERE database_name = 'lake'")))
