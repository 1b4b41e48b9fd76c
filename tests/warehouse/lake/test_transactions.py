"""What was committed is said to be committed; a catalog that is gone is told and never replaced; side files are whole."""

from __future__ import annotations

import errno
import json
import os
import signal
from datetime import UTC, datetime

import duckdb
import pytest

from kpi.errors import DiskFailed, StoreLost
from lang import say
from tests.conftest import NOW, command, sql, take
from tests.warehouse.lake.test_migrations import tree
from warehouse import Warehouse
from warehouse.lake.connection import Connection
from warehouse.upkeep import line_files
from warehouse.upkeep.backup import backup
from warehouse.upkeep.restore import restore
from warehouse.upkeep.verify import verify

AT = datetime(2026, 1, 6, tzinfo=UTC)
HEAD = "案件編號,收文日期,結案日期,承辦單位\n"


def petition(warehouse, *numbers: str):
    rows = "".join(f"{number},1141103,1141110,甲組\n" for number in numbers)
    return take(warehouse, "petitions", ("陳情_11411.csv", HEAD + rows))


MANY = [f"P{number}" for number in range(40)]  # a few rows stay in the catalog, and no file is written for them


def full(*given):
    raise OSError(errno.ENOSPC, "No space left on device")


# -- nothing that can fail stands between the commit and the answer ---------------------------------------------------


def test_a_disk_that_is_full_after_the_commit_is_told_and_made_up_for(warehouse, monkeypatch):
    before = warehouse.version()
    monkeypatch.setattr(line_files, "append", full)
    done = petition(warehouse, *MANY)
    assert (done.version, warehouse.version(), done.load) == (before + 1, before + 1, warehouse.loads(limit=1)[0].load)
    assert "No space left on device" in warehouse.unnoted
    assert [(one.severity, one.key) for one in verify(warehouse)] == [("note", "verify-file-unnoted")]
    monkeypatch.undo()
    petition(warehouse, "Q")
    assert (verify(warehouse), warehouse.unnoted) == ([], "")


@pytest.mark.parametrize(
    ("lang", "said"), [("zh-Hant", "資料已儲存；檢查碼沒能記下"), ("en", "The data are saved; their checksums")]
)
def test_the_command_line_says_in_its_language_that_checksums_could_not_be_noted(warehouse, tmp_path, lang, said):
    file = tmp_path / "陳情_11411.csv"
    file.write_text(HEAD + "".join(f"{number},1141103,1141110,甲組\n" for number in MANY), encoding="utf-8")
    place = warehouse.folder / "checksums.txt"
    former = place.read_bytes()
    place.unlink()
    place.mkdir()  # nothing can be written there

    def run(*words: str):
        done = command("etl", *words, "--lang", lang, KPI_HOME=warehouse.home, KPI_TODAY="2026-01-05")
        assert done.code == 0, done.err
        return done

    done = run("load", "petitions", str(file), "--json")
    assert json.loads(done.out)["files"][0]["added"] == len(MANY)
    assert done.err.count("\n") == 1
    assert said in done.err
    load = warehouse.loads(limit=1)[0].load
    assert said in run("undo", str(load)).err
    place.rmdir()
    place.write_bytes(former)
    assert run("redo", str(load)).err == ""
    assert verify(warehouse) == []


def test_an_interrupt_after_the_commit_comes_too_late_to_deny_it(warehouse, monkeypatch):
    import warehouse.lake.transactions as transactions

    monkeypatch.setattr(transactions, "note_new", lambda *given: os.kill(os.getpid(), signal.SIGINT))
    done = petition(warehouse, "P1")
    assert done.version == warehouse.version()
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_an_interrupt_before_the_commit_changes_nothing(warehouse):
    before = warehouse.version()

    def stopped():
        with warehouse.writing() as con:
            con.execute("BEGIN")
            con.execute("DELETE FROM loads")
            os.kill(os.getpid(), signal.SIGINT)

    with pytest.raises(KeyboardInterrupt):
        stopped()
    assert (warehouse.version(), len(warehouse.loads()) > 0) == (before, True)


class Answering:
    """A connection whose COMMIT fails, before or after it was done."""

    def __init__(self, con, done: bool):
        self.con, self.done = con, done

    def execute(self, query, *params):
        if query == "COMMIT":
            if self.done:
                self.con.execute(query)
            raise duckdb.IOException("the answer was lost")
        self.con.execute(query, *params)
        return self

    def __getattr__(self, name):
        return getattr(self.con, name)


@pytest.mark.parametrize("done", [True, False])
def test_a_commit_without_an_answer_is_looked_up(warehouse, monkeypatch, done):
    petition(warehouse, "P0")
    before = warehouse.version()
    cursor = Connection.cursor
    monkeypatch.setattr(Connection, "cursor", lambda self: Answering(cursor(self), done))
    if done:
        assert petition(warehouse, *MANY).version == before + 1
    else:
        with pytest.raises(DiskFailed, match="disk-failed"):
            petition(warehouse, *MANY)
    monkeypatch.undo()
    assert warehouse.version() == before + done
    assert sql(warehouse, "SELECT count(*) FROM facts_petitions") == [(len(MANY) if done else 1,)]
    assert [one for one in verify(warehouse) if one.severity == "error"] == []
    petition(warehouse, "Q")


def test_the_number_that_is_answered_is_the_one_of_the_commit(warehouse):
    for number in range(3):
        assert petition(warehouse, f"P{number}").version == warehouse.version() == warehouse.loads(limit=1)[0].version


# -- a catalog that is gone -------------------------------------------------------------------------------------------


def spoil(path, how: str) -> None:
    content = path.read_bytes()
    if how in ("missing", "folder"):
        path.unlink()
        if how == "folder":
            path.mkdir()
    else:
        parts = {
            "empty": b"",
            "cut": content[: len(content) // 2],
            "torn": content[:8192] + b"\xff" * (len(content) - 8192),
        }
        path.write_bytes({**parts, "foreign": b"hello" * 3000}[how])


@pytest.mark.parametrize(
    ("how", "key"),
    [("missing", "store-missing"), ("empty", "store-empty"), ("cut", "store-damaged"), ("torn", "store-damaged"),
     ("foreign", "store-damaged"), ("folder", "store-unreadable")],
)  # fmt: skip
def test_a_catalog_that_is_gone_is_told_with_what_is_left_and_restored(warehouse, catalogue, how, key):
    petition(warehouse, "P1")
    backup(warehouse, warehouse.home / "all.zip")
    spoil(warehouse.folder / "catalog.sqlite", how)
    before = tree(warehouse.home)
    for opening in (Warehouse, Warehouse.open, Warehouse.open):
        with pytest.raises(StoreLost) as told:
            opening(warehouse.home, catalogue)
        assert told.value.key == key
        for lang in ("zh-Hant", "en"):
            said = say(key, lang, **told.value.params)
            assert f"python -m etl restore {warehouse.home / 'all.zip'}" in said
            assert str(told.value.params["files"]) in said
        assert min(told.value.params["files"], told.value.params["copies"]) > 0
    if how == "missing":  # who had it open is told, too
        with pytest.raises(StoreLost):
            warehouse.loads()
        with pytest.raises(StoreLost):
            petition(warehouse, "P2")
    assert tree(warehouse.home) == before
    restore(warehouse.home, warehouse.home / "all.zip", catalogue, AT)
    again = Warehouse.open(warehouse.home, catalogue)
    assert (sql(again, "SELECT case_no FROM facts_petitions"), verify(again)) == ([("P1",)], [])
    assert sql(warehouse, "SELECT case_no FROM facts_petitions") == [("P1",)]


COMMANDS = (
    "etl status", "etl history --lang en", "etl verify", "publish value petitions_received --from 114-01-01 --to 114-11-30",
)  # fmt: skip


@pytest.mark.parametrize("how", ["missing", "empty", "foreign", "folder"])
def test_every_command_says_what_is_there_and_the_line_that_repairs_it(warehouse, how):
    petition(warehouse, "P1")
    backup(warehouse, warehouse.home / "all.zip")
    spoil(warehouse.folder / "catalog.sqlite", how)
    before = tree(warehouse.folder)
    for line in COMMANDS:
        done = command(*line.split(), KPI_HOME=warehouse.home)
        assert done.code == 2, line
        assert f"python -m etl restore {warehouse.home / 'all.zip'}" in "".join(done.err.split("\n")), line
        assert not done.out or line == "etl verify"  # it says how much it found
    assert tree(warehouse.folder) == before


def test_one_that_cannot_be_opened_is_told_until_it_can(warehouse, catalogue):
    """Whatever the reason: an open page must not go on with what it read before."""
    petition(warehouse, "P1")
    warehouse.close()
    beside = warehouse.folder / "catalog.sqlite-wal"
    beside.mkdir()
    with pytest.raises(StoreLost) as told:
        Warehouse(warehouse.home, catalogue)
    assert (told.value.key, told.value.params["why"]) == ("store-unreadable", "unable to open database file")
    beside.rmdir()
    assert sql(Warehouse(warehouse.home, catalogue), "SELECT case_no FROM facts_petitions") == [("P1",)]


def test_where_nothing_is_only_who_means_to_work_makes_a_warehouse(tmp_path, catalogue):
    with pytest.raises(StoreLost, match="store-absent"):
        Warehouse(tmp_path, catalogue)
    assert list(tmp_path.iterdir()) == []
    Warehouse.open(tmp_path, catalogue).close()
    assert Warehouse(tmp_path, catalogue).loads() == []


def test_one_that_was_killed_while_it_was_made_is_made_again(tmp_path, catalogue):
    (tmp_path / "warehouse").mkdir()
    for content in (b"", b"SQLite format 3\0"):
        (tmp_path / "warehouse" / "catalog.sqlite").write_bytes(content)
        if not content:
            Warehouse.open(tmp_path, catalogue).close()
    with pytest.raises(StoreLost):
        Warehouse.open(tmp_path, catalogue)


# -- files of lines ---------------------------------------------------------------------------------------------------


def test_a_torn_line_is_skipped_and_told_and_spoils_no_other(warehouse):
    path = warehouse.home / "runtime" / "refusals.jsonl"
    whole = {"at": NOW.isoformat(), "source": "petitions", "files": []}
    line_files.append_record(path, whole)
    for torn in (b'{"at": "2026-01-0', b"[]\n", b"\xff\xfe\n", b'{"at": "x"'):
        with path.open("ab") as out:
            out.write(torn)
    line_files.append_record(path, whole | {"source": "mailbox"})
    assert set(warehouse.last_refusals()) == {"petitions", "mailbox"}
    (told,) = verify(warehouse)
    assert (told.severity, told.key, told.params) == (
        "note",
        "verify-line-torn",
        {"file": "runtime/refusals.jsonl", "count": 3},
    )
    for lang in ("zh-Hant", "en"):
        assert "refusals.jsonl" in say(told.key, lang, **told.params)


def test_lines_that_cannot_be_written_leave_the_file_as_it_was(tmp_path, monkeypatch):
    path = tmp_path / "a.jsonl"
    line_files.append_record(path, {"n": 1})
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        line_files.append_record(path, {"n": 2})
    monkeypatch.undo()
    assert json.loads(path.read_text(encoding="utf-8")) == {"n": 1}
    line_files.append_record(path, {"n": 3})
    assert line_files.records(path) == ([{"n": 1}, {"n": 3}], 0)


def test_checksums_that_were_torn_are_noted_again(warehouse):
    petition(warehouse, *MANY)
    path = warehouse.folder / "checksums.txt"
    whole = path.read_text(encoding="utf-8")
    first, *rest = whole.splitlines(keepends=True)
    path.write_text(first[:30] + "\n" + "".join(rest[:-1]) + rest[-1][:60], encoding="utf-8")
    assert {one.key for one in verify(warehouse)} == {"verify-line-torn", "verify-file-unnoted"}
    petition(warehouse, "Q")
    assert verify(warehouse) == []
    assert set(whole.splitlines()) <= set(path.read_text(encoding="utf-8").splitlines())
