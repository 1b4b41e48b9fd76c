"""Files that are dropped into the inbox are loaded, archived or refused, and no person stays."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest

from etl.commands import inbox
from etl.commands.inbox import folders, run_once
from etl.retime import clocks_again
from kpi.catalogue import parse
from kpi.errors import Busy
from tests.conftest import ACTOR, NOW, sql
from tests.etl.test_redacted_copies import PEOPLE, ROWS, texts
from tests.samples import books
from warehouse import Warehouse, settings
from warehouse.commit.closing import close
from warehouse.commit.loading import refresh_definitions
from warehouse.upkeep.line_files import replace
from warehouse.upkeep.verify import verify

ROOT = Path(__file__).parents[3]
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
    assert sql(warehouse, "SELECT count(*) FROM facts_petitions") == [(2,)]
    assert len(list((warehouse.home / "archive" / "petitions").glob("*_a_11411.xlsx"))) == 1
    names = sorted(path.suffix for path in (warehouse.home / "refused" / "petitions").iterdir())
    assert names == [".txt", ".txt", ".xlsx"]
    for content in texts(warehouse.home):
        assert not any(person.encode() in content for person in PEOPLE)
    assert run(warehouse) == []
    dropped(warehouse, "c_11411.xlsx", books.xlsx(("陳情", [books.HEADERS, ["P3", "1141105", "", "甲組", "興革"]])))
    assert [one.state for one in run(warehouse)] == ["loaded"]


def test_a_file_that_is_right_is_not_said_to_be_mended(warehouse):
    titled = [["資料期間：114年11月1日至114年11月30日"], *ROWS]
    dropped(warehouse, "a_11410.xlsx", books.xlsx(("陳情", titled)))
    dropped(warehouse, "b_11411.csv", books.csv([books.HEADERS, ["P7", "1141303", "", "甲組", "興革"]]))
    texts = {one.file: one.text for one in run(warehouse)}
    assert "檔案不必修改" in texts["a_11410.xlsx"]
    assert "有 1 處需要更正" in texts["b_11411.csv"]


def test_torn_lines_beside_the_inbox_are_skipped_and_told(warehouse):
    """What was noted before and after is known all the same."""
    dropped(warehouse, "a_11411.xlsx", books.xlsx(("陳情", ROWS)))
    dropped(warehouse, "b_11411.xlsx", b"PK\x03\x04 no")
    assert {one.state for one in run(warehouse)} == {"loaded", "unreadable"}
    left, index = (warehouse.home / folder for folder in ("runtime/inbox-left.jsonl", "archive/index.jsonl"))
    for path in (left, index):
        with path.open("ab") as out:
            out.write(b'{"source": "petiti')
    assert run(warehouse) == []
    dropped(warehouse, "c_11411.xlsx", b"PK\x03\x04 nor this")
    assert [one.state for one in run(warehouse)] == ["unreadable"]
    assert run(warehouse) == []  # both are known
    told = [(one.severity, one.key, one.params["file"], one.params["count"]) for one in verify(warehouse)]
    assert told == [
        ("note", "verify-line-torn", file, 1) for file in ("archive/index.jsonl", "runtime/inbox-left.jsonl")
    ]


def test_the_same_content_again_is_archived_and_changes_nothing(warehouse):
    for _ in range(2):
        dropped(warehouse, "a_11411.csv", books.csv())
        last = run(warehouse)
    assert [one.state for one in last] == ["unchanged"]
    assert sql(warehouse, "SELECT count(*) FROM facts_petitions") == [(2,)]


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
    assert sql(warehouse, "SELECT count(*) FROM facts_petitions") == [(2,)]


def test_the_watcher_loads_by_the_definitions_of_now(warehouse, tmp_path):
    metrics, good = tmp_path / "metrics.yml", settings.catalogue_path().read_text(encoding="utf-8")
    metrics.write_text(good, encoding="utf-8")
    env = os.environ | {"KPI_HOME": str(warehouse.home), "KPI_TODAY": "2026-01-05", "KPI_METRICS": str(metrics)}
    watcher = subprocess.Popen(
        [sys.executable, "-m", "etl", "watch", "--every", "0.1", "--lang", "en"], cwd=ROOT, env=env, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        watcher.stdout.readline()
        replace(metrics, good.replace("unit: services\n", "unit: servces\n", 1).encode())
        assert "servces" in watcher.stderr.readline()  # and it goes on by the last good one
        changed = good.replace(
            "        source: petitions\n        measure: {kind: count}",
            "        source: petitions\n        measure: {kind: count, of: {closed: {present: true}}}",
            1,
        )
        assert changed != good
        replace(metrics, changed.encode())
        assert "has changed" in watcher.stdout.readline()
        dropped(warehouse, "a_11411.csv", books.csv())
        assert "a_11411.csv" in watcher.stdout.readline()
        watcher.send_signal(signal.SIGTERM)
        assert watcher.wait() == 0
    finally:
        watcher.kill()
        watcher.communicate()
    newer = Warehouse.open(warehouse.home, parse(changed))
    assert refresh_definitions(newer, ACTOR, "", clocks_again(newer)) is False
    newer.close()


def test_a_file_that_is_moved_to_the_right_folder_is_read_there(warehouse):
    wrong = dropped(warehouse, "a_11411.csv", books.csv(), source="calendar")
    assert [one.state for one in run(warehouse)] == ["unreadable"]
    assert run(warehouse) == []
    wrong.unlink()
    dropped(warehouse, "a_11411.csv", books.csv())
    assert [one.state for one in run(warehouse)] == ["loaded"]


def test_a_name_in_big5_and_a_fault_with_one_file_hold_nobody_up(warehouse, monkeypatch):
    folders(warehouse)
    odd = Path(
        os.fsdecode(os.fsencode(warehouse.home / "inbox" / "petitions") + b"/" + "陳情_11410.csv".encode("cp950"))
    )
    odd.write_bytes(books.csv([books.HEADERS, ["P8", "1141005", "", "甲組", "興革"]]))
    os.utime(odd, (LONG_AGO, LONG_AGO))
    dropped(warehouse, "b_11411.csv", books.csv([books.HEADERS, ["BAD", "1141105", "", "甲組", "興革"]]))
    dropped(warehouse, "c_11411.csv", books.csv())
    truly = inbox.prepare

    def fails(warehouse, source, files, **more):
        if b"BAD" in files[0][1]:
            raise ZeroDivisionError
        return truly(warehouse, source, files, **more)

    monkeypatch.setattr(inbox, "prepare", fails)
    found = {one.file: one.state for one in run(warehouse)}
    assert found == {"陳情_11410.csv": "loaded", "b_11411.csv": "unreadable", "c_11411.csv": "loaded"}
    assert run(warehouse) == []


def test_the_inbox_gives_no_reason_for_a_closed_month(warehouse):
    dropped(warehouse, "a_11411.csv", books.csv())
    run(warehouse)
    close(warehouse, date(2025, 11, 1), ACTOR, "王科長", "", NOW)
    late = dropped(warehouse, "b_11411.csv", books.csv([books.HEADERS, ["P7", "1141105", "", "甲組", "興革"]]))
    taken = run(warehouse)
    assert [one.state for one in taken] == ["refused"]
    assert "檔案不必修改" in taken[0].text
    assert not late.exists()
    text = next((warehouse.home / "refused" / "petitions").glob("*.txt")).read_text(encoding="utf-8")
    assert "114/11 已經關帳" in text
    assert sql(warehouse, "SELECT count(*) FROM facts_petitions") == [(2,)]
