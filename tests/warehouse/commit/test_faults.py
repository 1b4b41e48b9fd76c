"""Killed, crowded, or out of room: the warehouse holds a whole load or none of it."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import take
from warehouse.upkeep.verify import verify

ROOT = Path(__file__).parents[3]
ROOMS = ("etl", "kpi", "lang", "pages", "present", "publish", "ui", "warehouse")


def run(*words, **more):
    done = subprocess.run(
        [sys.executable, "-m", *map(str, words)], cwd=ROOT, capture_output=True, text=True, timeout=3000, **more
    )
    return done.returncode, done.stdout + done.stderr


@pytest.mark.parametrize("count", [12, pytest.param(300, marks=pytest.mark.long)])
def test_a_loader_that_is_killed_leaves_all_or_nothing(warehouse, count):
    code, said = run("tests.faults", "kill", warehouse.home, count)
    assert code == 0, said
    assert f"{count} killed" in said


@pytest.mark.parametrize("seconds", [6, pytest.param(60, marks=pytest.mark.long)])
def test_four_loaders_and_four_readers(warehouse, seconds):
    code, said = run("tests.faults", "crowd", warehouse.home, seconds)
    assert code == 0, said
    assert said.count("a reader looked") == 4


def test_a_full_disk_is_a_sentence_and_changes_nothing(warehouse, tmp_path):
    take(warehouse, "petitions", ("陳情_11410.csv", "案件編號,收文日期,結案日期,承辦單位\nP0,1141003,,甲組\n"))
    before = warehouse.version()
    rows = "".join(f"P{i * 7919 % 100_003},1141103,,甲組\n" for i in range(60_000))
    big = tmp_path / "陳情_11411.csv"
    big.write_text("案件編號,收文日期,結案日期,承辦單位\n" + rows, encoding="utf-8")

    def small():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))

    env = os.environ | {"KPI_HOME": str(warehouse.home), "KPI_TODAY": "2026-01-05"}
    code, said = run("etl", "load", "petitions", str(big), env=env, preexec_fn=small)
    assert code == 2, said
    assert "磁碟" in said
    assert "Traceback" not in said
    assert warehouse.version() == before
    assert [one for one in verify(warehouse) if one.severity == "error"] == []
    take(warehouse, "petitions", ("陳情_11411.csv", "案件編號,收文日期,結案日期,承辦單位\nP0,1141103,,甲組\n"))


BESIDE = """
import sys, threading
from pathlib import Path
from tests.conftest import sql
from warehouse import Warehouse, settings
house = Warehouse.open(Path(sys.argv[1]), settings.catalogue())
over = threading.Event()
def read():
    while not over.is_set():
        stood = house.at(house.version())
        sql(stood, "SELECT count(*) FROM loads")
        stood.close()
readers = [threading.Thread(target=read) for _ in range(2)]
for one in readers: one.start()
for n in range(int(sys.argv[2])):
    with house.writing() as con:
        con.execute(f"UPDATE loads SET message = '{n}' WHERE load = 1")
over.set()
for one in readers: one.join()
"""


def test_a_server_reads_older_versions_while_it_writes(warehouse):
    """Two copies of SQLite in one process take each other's locks: a bus error, and no server any more."""
    warehouse.close()
    command = [sys.executable, "-c", BESIDE, str(warehouse.home), "20"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert (done.returncode, done.stderr) == (0, "")


def test_nothing_opens_the_catalog_in_a_process_that_has_it_open():
    """Only `warehouse.upkeep.sqlite_process` may, which runs by itself."""
    for path in (*ROOT.glob("*.py"), *(p for room in ROOMS for p in (ROOT / room).rglob("*.py"))):
        if path.name != "sqlite_process.py":
            assert "import sqlite3" not in path.read_text(encoding="utf-8"), path
