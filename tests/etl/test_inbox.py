"""Files that are dropped into the inbox are loaded, archived or refused, and no person stays."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from etl.inbox import folders, run_once
from kpi.errors import Busy
from tests.conftest import ACTOR, NOW
from tests.etl.test_copies import PEOPLE, ROWS, texts
from tests.samples import books

ROOT = Path(__file__).parents[2]
LONG_AGO = time.time() - 60


def dropped(warehouse, name: str, content: bytes, source: str = "petitions", age: float = 60) -> Path:
    folders(warehouse)
    path = warehouse.home / "inbox" / source / name
    path.write_bytes(content)
    os.utime(path, (time.time() - age, time.time() - age))
    return path


def run(warehouse):
    return list(run_once(warehouse, ACTOR, lambda: NOW, "zh-Hant"))


def test_good_bad_and_unreadable_files_go_their_ways(warehouse):
    good = dropped(warehouse, "a_11411.xlsx", books.xlsx(("陳情", ROWS)))
    bad_rows = [[*books.HEADERS, "陳情人"], ["P7", "1141303", "", "甲組", "興革", "王小明"]]
    bad = dropped(warehouse, "b_11411.csv", books.csv(bad_rows))
    broken = dropped(warehouse, "c_11411.xlsx", b"PK\x03\x04 no")
    taken = {one.file: one.state for one in run(warehouse)}
    assert taken == {"a_11411.xlsx": "loaded", "b_11411.csv": "refused", "c_11411.xlsx": "unreadable"}
    assert (good.exists(), bad.exists(), broken.exists()) == (False, False, True)
    assert warehouse.fetch("SELECT count(*) FROM facts_petitions") == [(2,)]
    assert len(list((warehouse.home / "archive" / "petitions").glob("*_a_11411.xlsx"))) == 1
    names = sorted(path.suffix for path in (warehouse.home / "refused" / "petitions").iterdir())
    assert names == [".txt", ".txt", ".xlsx"]
    for content in texts(warehouse.home):
        assert not any(person.encode() in content for person in PEOPLE)
    assert run(warehouse) == []
    dropped(warehouse, "c_11411.xlsx", books.xlsx(("陳情", [books.HEADERS, ["P3", "1141105", "", "甲組", "興革"]])))
    assert [one.state for one in run(warehouse)] == ["loaded"]


def test_the_same_content_again_is_archived_and_changes_nothing(warehouse):
    for _ in range(2):
        dropped(warehouse, "a_11411.csv", books.csv())
        last = run(warehouse)
    assert [one.state for one in last] == ["unchanged"]
    assert warehouse.fetch("SELECT count(*) FROM facts_petitions") == [(2,)]


def test_what_is_not_whole_or_no_file_is_left_alone(warehouse, tmp_path):
    dropped(warehouse, "new_11411.csv", books.csv(), age=0)
    dropped(warehouse, "~$a_11411.xlsx", books.csv())
    dropped(warehouse, "b_11411.csv.part", books.csv())
    (tmp_path / "secret.csv").write_bytes(books.csv())
    (warehouse.home / "inbox" / "petitions" / "link_11411.csv").symlink_to(tmp_path / "secret.csv")
    assert run(warehouse) == []


def test_two_cannot_take_one_inbox(warehouse):
    dropped(warehouse, "a_11411.csv", books.csv())
    first = run_once(warehouse, ACTOR, lambda: NOW, "zh-Hant")
    next(first)
    with pytest.raises(Busy):
        run(warehouse)
    first.close()


def test_the_watcher_loads_what_is_dropped_and_ends_when_told(warehouse):
    folders(warehouse)
    env = os.environ | {"KPI_HOME": str(warehouse.home), "KPI_TODAY": "2026-01-05"}
    watcher = subprocess.Popen(
        [sys.executable, "-m", "etl", "watch", "--every", "0.2"], cwd=ROOT, env=env, stdout=subprocess.PIPE, text=True
    )
    try:
        watcher.stdout.readline()
        path = dropped(warehouse, "a_11411.csv", books.csv())
        for _ in range(150):
            if not path.exists():
                break
            time.sleep(0.2)
        assert not path.exists()
        watcher.send_signal(signal.SIGTERM)
        assert watcher.wait(20) == 0
    finally:
        watcher.kill()
        watcher.wait()
    assert warehouse.fetch("SELECT count(*) FROM facts_petitions") == [(2,)]
