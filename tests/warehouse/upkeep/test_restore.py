"""A restore: another store under the same name, swapped whole whatever happens, and followed by whoever has it open."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from etl.retime import clocks_again
from kpi.catalogue import parse
from kpi.errors import KpiError, UnknownName
from tests.conftest import ACTOR, sql, take
from warehouse import Warehouse, settings
from warehouse.commit.loading import refresh_definitions
from warehouse.lake.presence import half_restored
from warehouse.reads.version_differences import moves_between
from warehouse.upkeep import restore as restoring
from warehouse.upkeep.backup import backup, incomplete
from warehouse.upkeep.kept_files import kept_names, named_copies
from warehouse.upkeep.restore import restore
from warehouse.upkeep.verify import verify

ROOT = Path(__file__).parents[3]
AT = datetime(2026, 1, 6, tzinfo=UTC)
HEAD = "案件編號,收文日期,結案日期,承辦單位\n"
KEYS = "SELECT case_no FROM facts_petitions ORDER BY case_no"


def petition(warehouse, number: str):
    return take(warehouse, "petitions", ("陳情_11411.csv", HEAD + f"{number},1141103,1141110,甲組\n"))


@pytest.fixture
def kept(warehouse, tmp_path):
    """A warehouse that went on after its backup: version N is one thing in it, and another in what follows a restore."""
    petition(warehouse, "P1")
    backup(warehouse, tmp_path / "all.zip")
    petition(warehouse, "OLD")
    return warehouse


def command(home, *words) -> str:
    env = os.environ | {"KPI_HOME": str(home), "KPI_TODAY": "2026-01-05"}
    done = subprocess.run(
        [sys.executable, "-m", "etl", *map(str, words)], cwd=ROOT, env=env, capture_output=True, text=True, timeout=300
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_whoever_has_it_open_follows_a_restore_of_another_process(kept, tmp_path, catalogue):
    stood, cursor = kept.newest(), kept._cursor()
    frozen = kept.at(stood)
    command(kept.home, "restore", tmp_path / "all.zip")
    assert sql(kept, KEYS) == [("P1",)]
    after = petition(kept, "NEW")
    now = kept.newest()
    assert (now.number, after.version) == (stood.number, stood.number)
    assert now != stood  # the same number names another version
    assert now.store != stood.store
    assert [row[0] for row in sql(kept, KEYS)] == ["NEW", "P1"]
    assert sql(kept.at(now), KEYS) == [("NEW",), ("P1",)]
    for ask in (lambda: kept.at(stood), lambda: moves_between(kept, stood, now), lambda: sql(frozen, KEYS)):
        with pytest.raises(UnknownName, match="store-replaced"):
            ask()
    cursor.close()
    other = Warehouse.open(kept.home, catalogue)  # what was written after the restore is in the folder for all
    assert (other.newest(), verify(other)) == (now, [])


def test_what_the_command_restores_is_reckoned_by_the_definitions_of_now(warehouse, tmp_path, catalogue):
    petition(warehouse, "P1")
    text = settings.catalogue_path().read_text(encoding="utf-8")
    count = "source: petitions\n        measure: {kind: count"
    older = Warehouse.open(warehouse.home, parse(text.replace(count, count + ", of: {closed: {present: false}}", 1)))
    assert refresh_definitions(older, ACTOR, "", clocks_again(older)) is True
    backup(older, tmp_path / "all.zip")
    older.close()
    command(warehouse.home, "restore", tmp_path / "all.zip")
    assert refresh_definitions(warehouse, ACTOR, "", clocks_again(warehouse)) is False


def test_every_restore_makes_another_store(kept, tmp_path, catalogue):
    seen = {kept.newest().store}
    for _ in range(2):
        restore(kept.home, tmp_path / "all.zip", catalogue, AT)
        seen.add(kept.newest().store)
    assert len(seen) == 3
    assert len(list(kept.home.glob("before-restore-*"))) == 2  # in the same second, too


def test_what_was_there_before_is_a_whole_warehouse_beside(kept, tmp_path, catalogue):
    _, former = restore(kept.home, tmp_path / "all.zip", catalogue, AT)
    beside = Warehouse.open(former, catalogue)
    assert sql(beside, KEYS) == [("OLD",), ("P1",)]
    assert [one for one in verify(beside) if one.severity == "error"] == []


def test_a_restore_waits_for_whoever_writes_and_what_was_committed_meanwhile_is_beside(
    kept, tmp_path, catalogue, monkeypatch
):
    waiting, done = threading.Event(), []
    lock = restoring.writers_lock

    def told(home):
        waiting.set()
        return lock(home)

    monkeypatch.setattr(restoring, "writers_lock", told)
    other = threading.Thread(target=lambda: done.append(restore(kept.home, tmp_path / "all.zip", catalogue, AT)))
    with kept.writing() as con:
        con.execute("BEGIN")
        con.execute("UPDATE facts_petitions SET office = '乙組' WHERE case_no = 'OLD'")
        other.start()
        assert waiting.wait(60)
        assert not list(kept.home.glob(".restore-*"))
        kept.commit(con, "tester", "late")
    other.join(60)
    ((_, former),) = done
    assert sql(kept, KEYS) == [("P1",)]
    beside = Warehouse.open(former, catalogue)
    assert sql(beside, "SELECT office FROM facts_petitions WHERE case_no = 'OLD'") == [("乙組",)]


def written_again(source: Path, target: Path, change) -> None:
    """A backup with its files and manifest as ``change`` makes them."""
    with zipfile.ZipFile(source) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    manifest = json.loads(parts["manifest.json"])
    change(parts, manifest)
    parts["manifest.json"] = json.dumps(manifest).encode()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


@pytest.mark.parametrize("lost", ["facts_calendar", "kept/"])
def test_a_backup_that_lacks_a_file_of_its_catalog_is_refused_though_its_sums_agree(kept, tmp_path, catalogue, lost):
    gone = []

    def without(parts, manifest):
        gone.append(next(name for name in parts if lost in name))
        del parts[gone[0]], manifest["files"][gone[0]]

    written_again(tmp_path / "all.zip", tmp_path / "less.zip", without)
    before = kept.newest()
    with pytest.raises(KpiError, match="backup-damaged") as refused:
        restore(kept.home, tmp_path / "less.zip", catalogue, AT)
    assert refused.value.params["part"] == gone[0]
    assert kept.newest() == before
    assert list(kept.home.glob(".restore*")) == []


def test_a_backup_whose_catalog_is_of_another_version_is_refused(kept, tmp_path, catalogue):
    def older(parts, manifest):
        manifest["version"] += 1

    written_again(tmp_path / "all.zip", tmp_path / "other.zip", older)
    before = kept.newest()
    with pytest.raises(KpiError, match="backup-damaged"):
        restore(kept.home, tmp_path / "other.zip", catalogue, AT)
    assert kept.newest() == before


def test_a_kept_copy_that_was_lost_before_the_backup_hinders_no_restore(kept, tmp_path, catalogue):
    named = next(iter(kept._read(named_copies)))
    (kept.home / "kept" / named).unlink()
    backup(kept, tmp_path / "second.zip")
    restore(kept.home, tmp_path / "second.zip", catalogue, AT)
    assert [(one.key, one.params["file"]) for one in verify(kept)] == [("verify-copy-missing", named)]


def test_a_backup_of_before_lost_copies_were_noted_is_restored(kept, tmp_path, catalogue):
    def former(parts, manifest):
        del manifest["lacking"]

    written_again(tmp_path / "all.zip", tmp_path / "former.zip", former)
    restore(kept.home, tmp_path / "former.zip", catalogue, AT)
    assert sql(kept, KEYS) == [("P1",)]


def test_no_backup_is_written_that_could_not_be_restored(kept, tmp_path):
    max((kept.folder / "files").rglob("*.parquet"), key=lambda path: path.stat().st_size).unlink()
    with pytest.raises(KpiError, match="backup-incomplete"):
        backup(kept, tmp_path / "second.zip")
    assert not (tmp_path / "second.zip").exists()


KILLED = """
import os, shutil, sys
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from warehouse import settings
from warehouse.upkeep import restore
home, source, runs = Path(sys.argv[1]), Path(sys.argv[2]), map(Path, sys.argv[4:])
if sys.argv[3] == "two steps":  # as on a file system where folders cannot change places in one
    restore.ctypes = SimpleNamespace(CDLL=lambda name, **more: None)
STEPS = ("os.rename", "os.link", "os.mkdir", "os.remove", "ctypes.dlsym", "ctypes.dlsym/handle", "ctypes.call_function")
left = None
def step(event, args):
    global left
    if left is not None and event in STEPS:
        left -= 1
        if left < 0:
            os.kill(os.getpid(), 9)
def forked(work):
    pid = os.fork()
    if not pid:
        work()
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
def unpack():
    beside = home / ".restore-1"
    restore._ready(source, beside, settings.catalogue(), restore._unpack(source, beside))
def swap():
    global left
    left = number
    restore._swap(run, run / ".restore-1", datetime(2026, 1, 6, tzinfo=UTC))
sys.addaudithook(step)
assert forked(unpack) == 0
for number, run in enumerate(runs):
    shutil.copytree(home, run)
    code = forked(swap)
    print(code, flush=True)
    if code == 0:
        break
"""


@pytest.mark.parametrize("how", ["one step", "two steps"])
def test_a_restore_that_is_killed_at_any_step_leaves_the_old_or_the_new(kept, tmp_path, catalogue, how):
    kept.close()
    runs = [tmp_path / f"run{number}" for number in range(60)]
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(kept.home), str(tmp_path / "all.zip"), how, *map(str, runs)],
        cwd=ROOT, capture_output=True, text=True, timeout=600,
    )  # fmt: skip
    codes = [int(line) for line in done.stdout.split()]
    killed = codes.count(-9)
    assert killed > 8, (codes, done.stderr[-800:])
    assert codes == [-9] * killed + [0]
    found = []
    for home in runs[: killed + 1]:
        warehouse = Warehouse.open(home, catalogue)
        found.append([key for (key,) in sql(warehouse, KEYS)])
        assert list(incomplete(warehouse, warehouse._cursor())) == []
        named = {name for (name,) in sql(warehouse, 'SELECT "copy" FROM files WHERE "copy" IS NOT NULL')}
        assert named <= kept_names(home)
        assert half_restored(home) == []
        warehouse.close()
    old = next(number for number, one in enumerate(found) if one == ["P1"])
    assert found == [["OLD", "P1"]] * old + [["P1"]] * (len(found) - old)  # one step is the one
    assert old > 3
    restore(runs[0], tmp_path / "all.zip", catalogue, AT)  # and the next one clears what was left unpacked
    assert list(runs[0].glob(".restore*")) == []
