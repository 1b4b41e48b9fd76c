"""The schema has a number: older stores are upgraded whole, newer ones are refused, and the catalogue widens without one."""

from __future__ import annotations

import hashlib
import os
import re
import resource
import signal
import subprocess
import sys
import tarfile
from datetime import date
from pathlib import Path

import duckdb
import pytest

from etl.retime import clocks_again, redo_load, undo_load
from kpi.dates.periods import Period
from kpi.errors import StoreNewer
from kpi.evaluate import evaluate
from lang import say
from tests.conftest import ACTOR, NOW, sql, take
from warehouse import Warehouse
from warehouse.commit.loading import refresh_definitions
from warehouse.lake import migrations
from warehouse.lake.migrations import NEWEST
from warehouse.reads.provenance import rows_of_load
from warehouse.upkeep.backup import backup
from warehouse.upkeep.restore import restore
from warehouse.upkeep.verify import verify

ROOT = Path(__file__).parents[3]
STORES = sorted((Path(__file__).parents[2] / "stores").glob("*.tar.gz"))
ROWS = "SELECT case_no, received, closed, office, load FROM facts_petitions ORDER BY case_no"
HEAD = "案件編號,收文日期,結案日期,承辦單位\n"


def unpacked(path: Path, home: Path) -> Path:
    with tarfile.open(path) as archive:
        archive.extractall(home, filter="data")
    return home


def tree(home: Path) -> dict[str, str]:
    """Every file with its content; of SQLite's journal only that it is there."""
    return {
        str(path.relative_to(home)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(home.rglob("*"))
        if path.is_file() and not path.name.endswith(("-wal", "-shm"))
    }


def numbered(warehouse: Warehouse, number: int) -> None:
    with warehouse.writing() as con:
        con.execute("INSERT INTO schema_numbers VALUES (?)", [number])


@pytest.fixture(params=STORES, ids=lambda path: path.name.split(".")[0])
def older(request, tmp_path):
    return unpacked(request.param, tmp_path / "home")


def test_a_store_of_an_earlier_program_is_upgraded_and_tells_the_same(older, catalogue):
    seen = Warehouse(older, catalogue)
    rows, loads = sql(seen, ROWS), sql(seen, "SELECT load, message, added, changed FROM loads ORDER BY load")
    before = tree(older)
    told = {one.key: one for one in verify(seen)}
    assert told["verify-upgrade"].params == {"found": 0, "known": NEWEST}
    assert {one.severity for one in told.values()} == {"note"}
    assert tree(older) == before  # to look at it makes and widens nothing
    seen.close()
    warehouse = Warehouse.open(older, catalogue)
    refresh_definitions(warehouse, ACTOR, "metrics.yml", clocks_again(warehouse))
    assert (warehouse.schema_number(), len(rows)) == (NEWEST, 13)
    assert re.fullmatch("[0-9a-f]{12}", warehouse.newest().store)
    assert sql(warehouse, ROWS) == rows
    assert sql(warehouse, "SELECT load, message, added, changed FROM loads ORDER BY load") == loads
    assert verify(warehouse) == []
    november = Period(date(2025, 11, 1), date(2025, 11, 30))
    assert evaluate(catalogue, warehouse.book(), "petitions_received", november).value.value == 13
    for one in warehouse.loads():  # what an old load did is told with the columns of today, and can be undone
        rows_of_load(warehouse, one.load)
    offices = warehouse.loads(limit=1, source="offices")[0]
    assert undo_load(warehouse, offices.load, ACTOR, "試試", NOW).load
    redo_load(warehouse, offices.load, ACTOR, "", NOW)
    take(warehouse, "petitions", ("陳情_11412.csv", HEAD + "P40,1141203,,甲組\n"))
    warehouse.close()
    Warehouse.open(older, catalogue).close()
    (beside,) = older.glob("before-upgrade-0-*.zip")  # made once, and it can be restored
    restore(older, beside, catalogue, NOW)
    assert sql(Warehouse.open(older, catalogue), ROWS) == rows


def test_an_upgrade_that_fails_leaves_the_store_as_it_was(tmp_path, catalogue, monkeypatch):
    home = unpacked(STORES[0], tmp_path / "home")
    wrong = tmp_path / "wrong.sql"
    wrong.write_text("CREATE TABLE half (a INTEGER); SELECT no_such_column FROM loads;", encoding="utf-8")
    monkeypatch.setitem(migrations.FILES, NEWEST, wrong)
    with pytest.raises(duckdb.Error):
        Warehouse.open(home, catalogue)
    monkeypatch.undo()
    seen = Warehouse(home, catalogue)
    assert seen.schema_number() == 0
    assert sql(seen, "SELECT count(*) FROM duckdb_tables() WHERE table_name IN ('half', 'schema_numbers')") == [(0,)]
    seen.close()
    assert Warehouse.open(home, catalogue).schema_number() == NEWEST


def test_without_room_for_the_backup_nothing_is_upgraded(tmp_path, catalogue):
    """The backup is of some 200 kB; the disk of the process that upgrades ends before."""
    home = unpacked(STORES[0], tmp_path / "home")
    seen = Warehouse(home, catalogue)
    before = tree(home / "warehouse" / "files"), sql(seen, ROWS)
    seen.close()

    def small():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))

    done = subprocess.run(
        [sys.executable, "-m", "etl", "status"], cwd=ROOT, env=os.environ | {"KPI_HOME": str(home)},
        capture_output=True, text=True, timeout=300, preexec_fn=small,
    )  # fmt: skip
    assert done.returncode == 2, done.stdout + done.stderr
    assert "磁碟" in done.stderr
    assert "Traceback" not in done.stderr
    seen = Warehouse(home, catalogue)
    assert (tree(home / "warehouse" / "files"), sql(seen, ROWS)) == before
    assert seen.schema_number() == 0
    seen.close()
    assert list(home.glob("*.zip")) == []
    assert list(home.glob(".*.zip.*")) == []
    assert Warehouse.open(home, catalogue).schema_number() == NEWEST


def test_the_next_number_is_one_file_more(warehouse, tmp_path, catalogue, monkeypatch):
    more = tmp_path / "more.sql"
    more.write_text("ALTER TABLE loads ADD COLUMN answer VARCHAR;", encoding="utf-8")
    monkeypatch.setitem(migrations.FILES, NEWEST + 1, more)
    for place in ("warehouse.upkeep.upgrade", "warehouse.upkeep.verify", "warehouse.lake.transactions"):
        monkeypatch.setattr(f"{place}.NEWEST", NEWEST + 1)
    assert [one.key for one in verify(warehouse)] == ["verify-upgrade"]
    upgraded = Warehouse.open(warehouse.home, catalogue)
    assert upgraded.schema_number() == NEWEST + 1
    assert sql(upgraded, "SELECT DISTINCT answer FROM loads") == [(None,)]
    assert len(list(warehouse.home.glob(f"before-upgrade-{NEWEST}-*.zip"))) == 1
    assert verify(upgraded) == []
    monkeypatch.undo()  # and the program before it refuses what this one made
    with pytest.raises(StoreNewer):
        Warehouse.open(warehouse.home, catalogue)


def test_an_older_program_refuses_a_newer_store_and_its_backup_with_a_sentence(
    warehouse, tmp_path, catalogue, monkeypatch
):
    numbered(warehouse, NEWEST + 7)
    monkeypatch.setattr("warehouse.lake.transactions.NEWEST", NEWEST + 7)
    backup(warehouse, tmp_path / "newer.zip")
    monkeypatch.undo()
    warehouse.close()
    before = tree(warehouse.home)
    for opening in (Warehouse.open, Warehouse):
        with pytest.raises(StoreNewer) as refused:
            opening(warehouse.home, catalogue)
        for lang in ("zh-Hant", "en"):
            assert str(NEWEST + 7) in say(refused.value.key, lang, **refused.value.params)
    other = tmp_path / "other"
    with pytest.raises(Exception, match="backup-newer"):
        restore(other, tmp_path / "newer.zip", catalogue, None)
    assert tree(warehouse.home) == before
    assert not (other / "warehouse").exists()


def test_whoever_has_a_store_open_refuses_it_once_a_newer_program_has_upgraded_it(warehouse, catalogue):
    other = Warehouse.open(warehouse.home, catalogue)
    numbered(other, NEWEST + 7)
    before = sql(other, "SELECT count(*) FROM loads")
    with pytest.raises(StoreNewer):
        warehouse.newest()
    with pytest.raises(StoreNewer):
        take(warehouse, "petitions", ("陳情_11412.csv", HEAD + "P40,1141203,,甲組\n"))
    assert sql(other, "SELECT count(*) FROM loads") == before


def test_a_column_more_in_the_catalogue_widens_without_number_or_backup(warehouse, catalogue):
    source = catalogue.sources["petitions"]
    column = source.columns["category"]
    wider = source.model_copy(update={"columns": source.columns | {"colour": column}})
    grown = catalogue.model_copy(update={"sources": catalogue.sources | {"petitions": wider}})
    assert [one.key for one in verify(Warehouse(warehouse.home, grown))] == ["verify-upgrade"]
    again = Warehouse.open(warehouse.home, grown)
    assert again.schema_number() == NEWEST
    assert sql(again, "SELECT colour FROM facts_petitions") == []
    assert list(warehouse.home.glob("before-upgrade-*")) == []
    assert [one for one in verify(Warehouse(warehouse.home, catalogue)) if one.severity == "error"] == []
