"""The keeper's commands, as they are typed."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from etl import demo
from etl.demo import load_calendars
from tests.conftest import ACTOR, NOW, ROOT, command, take
from warehouse import Warehouse

HEAD = "案件編號,收文日期,結案日期,承辦單位\n"


@pytest.fixture
def run(warehouse):
    take(warehouse, "petitions", ("陳情_11411.csv", HEAD + "P1,1141103,1141110,甲組\n"))
    take(warehouse, "petitions", ("陳情_11412.csv", HEAD + "P2,1141203,,甲組\n"))

    def call(*words: str, code: int = 0) -> str:
        done = command("etl", *words, KPI_HOME=warehouse.home, KPI_TODAY="2026-01-05")
        assert done.code == code, done.err
        return done.out + done.err

    return call


def test_the_line_starts_as_it_is_typed(warehouse):
    env = os.environ | {"KPI_HOME": str(warehouse.home), "KPI_TODAY": "2026-01-05"}
    line = [sys.executable, "-m", "etl", "status", "--lang", "en"]
    done = subprocess.run(line, capture_output=True, text=True, cwd=ROOT, env=env, timeout=120)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == command(*line[2:], KPI_HOME=warehouse.home, KPI_TODAY="2026-01-05").out


def test_history_undo_redo_diff_verify(run):
    first, *_ = history = json.loads(run("history", "--source", "petitions", "--json"))["loads"]
    assert [record["files"][0]["file"] for record in history] == ["陳情_11412.csv", "陳情_11411.csv"]
    version = first["version"]
    assert f"#{first['load']}" in run("history")
    assert "已復原" in run("undo", str(first["load"]), "-m", "檔案錯了")
    assert "已經復原" in run("undo", str(first["load"]), code=2)
    moved = json.loads(run("diff", str(version), str(version + 1), "--json"))["moves"]
    received = next(move for move in moved if move["indicator"] == "petitions_received")
    assert (received["before"]["value"], received["after"]["value"]) == (2, 1)
    assert "個指標不同" in run("diff", str(version), str(version + 1))
    assert "in force again" in run("redo", str(first["load"]), "--lang", "en")
    assert "完好" in run("verify")
    assert "沒有第 99 版" in run("diff", "1", "99", code=2)


def test_a_month_that_is_not_over_is_loaded_up_to_today_when_that_is_said(run, tmp_path):
    january = tmp_path / "陳情_11501.csv"
    january.write_text(HEAD + "P3,1150102,1150105,甲組\n", encoding="utf-8")
    assert "--so-far" in run("load", "petitions", str(january), code=2)
    loaded = json.loads(run("load", "petitions", str(january), "--so-far", "--json"))
    assert [one["added"] for one in loaded["files"]] == [1]
    assert "2026-01-05" in run("status", "--json")


def test_a_load_says_whether_the_file_or_a_choice_is_wrong(run, tmp_path):
    path = tmp_path / "陳情_11412.csv"
    for content, said in (
        (f"資料期間：114年11月1日至114年11月30日\n{HEAD}P3,1141105,,甲組\n", "檔案不必修改"),
        (f"{HEAD}P3,1141305,,甲組\n", "檔案有錯"),
    ):
        path.write_text(content, encoding="utf-8")
        assert said in run("load", "petitions", str(path), code=2)


def test_closing_backup_and_restore(run, tmp_path):
    assert "王科長" in run("close", "11411", "王科長")
    late = tmp_path / "陳情_11411.csv"
    late.write_text(HEAD + "P3,1141105,,甲組\n", encoding="utf-8")
    assert "114/11" in run("load", "petitions", str(late), code=2)
    refused = json.loads(run("load", "petitions", str(late), "--json", code=2).splitlines()[0])
    assert refused["files"][0]["problems"][0]["severity"] == "error"
    assert (
        json.loads(run("load", "petitions", str(tmp_path / "none.csv"), "--json", code=2).splitlines()[0])["files"]
        == []
    )
    run("load", "petitions", str(late), "-m", "補登")
    assert "已備份" in run("backup", str(tmp_path / "all.zip"))
    assert "已從" in run("restore", str(tmp_path / "all.zip"))
    assert "完好" in run("verify")
    assert "不是" in run("restore", str(late), code=2)


def test_a_dry_run_says_what_would_move_and_writes_nothing(run, tmp_path):
    late = tmp_path / "陳情_11412.csv"
    late.write_text(HEAD + "P2,1141203,1141210,甲組\nP3,1141205,,甲組\n", encoding="utf-8")
    said = run("load", "petitions", str(late), "--dry-run")
    assert "P2  結案日期  — → 2025-12-10" in said
    assert "人民陳情受理件數  114 年  2 件（追蹤） → 3 件（追蹤）" in said
    moved = json.loads(run("load", "petitions", str(late), "--dry-run", "--json"))["moves"]
    received = next(move for move in moved if move["indicator"] == "petitions_received")
    assert (received["before"]["value"], received["after"]["value"]) == (2, 3)
    assert json.loads(run("load", "petitions", str(late), "--json"))["files"][0]["changed"] == 1


def test_a_load_shows_its_progress_and_when_interrupted_says_so_and_changes_nothing(run, warehouse, tmp_path):
    version = warehouse.version()
    rows = "".join(f"X{n},1141203,,甲組\n" for n in range(150_000))
    big = tmp_path / "陳情_11412.csv"
    big.write_text(HEAD + rows, encoding="utf-8")
    env = os.environ | {"KPI_HOME": str(warehouse.home), "KPI_TODAY": "2026-01-05", "TERM": "xterm"}
    ours, terminal = pty.openpty()
    loader = subprocess.Popen(
        [sys.executable, "-m", "etl", "load", "petitions", str(big)], cwd=ROOT, env=env, stdout=terminal, stderr=terminal
    )  # fmt: skip
    os.close(terminal)
    said, at = b"", "讀取檔案".encode()
    with suppress(OSError):  # the terminal closes with its program
        while part := os.read(ours, 65_536):
            if at in part and at not in said:
                loader.send_signal(signal.SIGINT)
            said += part
    os.close(ours)
    text = said.decode("utf-8", "replace")
    assert (loader.wait(60), "已停止，資料沒有變動" in text, "Traceback" in text) == (130, True, False), text[-500:]
    assert warehouse.version() == version


HELD = """
import sys
import {module} as module
done, stays = module.{name}, sys.stdin
def held(*given, **more):
    found = done(*given, **more)
    print("HELD", file=sys.stderr, flush=True)
    stays.read()
    return found
module.{name} = held
import etl.__main__
etl.__main__.main()
"""
"""A command that stays behind one of its steps until its standard input ends."""


def interrupted(home: Path, step: str, *words: str, meanwhile: Callable[[], object] = lambda: None) -> tuple[int, str]:
    """Interrupt a command as the keyboard does, behind a step such as ``etl.demo.load``; its exit code and all it said."""
    module, name = step.rsplit(".", 1)
    env = os.environ | {"KPI_HOME": str(home), "KPI_TODAY": "2026-01-05"}
    with subprocess.Popen(
        [sys.executable, "-c", HELD.format(module=module, name=name), *words], cwd=ROOT, env=env,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    ) as process:  # fmt: skip
        lines = []
        while not lines or lines[-1] not in ("HELD\n", ""):
            lines.append(process.stdout.readline().decode())
        meanwhile()
        process.send_signal(signal.SIGINT)
        process.stdin.close()
        return process.wait(), "".join(lines) + process.stdout.read().decode()


STOPPED = "已停止。資料現在是第 NOW 版，指令開始時是第 BEFORE 版。"


@pytest.mark.parametrize(
    ("step", "words", "code", "versions", "said"),
    [
        ("warehouse.commit.loading.carry_out", ("load", "petitions", "FILE"), 130, 0, "已停止，資料沒有變動。"),
        ("etl.intake.commit", ("load", "petitions", "FILE"), 130, 1, STOPPED),
        ("etl.__main__.print_plan", ("load", "petitions", "FILE"), 130, 1, STOPPED),
        ("etl.__main__.tell_behind", ("load", "petitions", "FILE"), 0, 1, "已載入，現在是第 NOW 版。"),
        ("etl.commands.upkeep.close_month", ("close", "11411", "王科長"), 130, 1, STOPPED),
        ("etl.commands.inbox._taken", ("inbox",), 130, 1, STOPPED),
        ("etl.commands.inbox._taken", ("watch",), 130, 1, STOPPED),
    ],
)
def test_an_interrupt_is_told_with_what_was_saved_before(run, warehouse, tmp_path, step, words, code, versions, said):
    """Whenever it comes, nothing is called unchanged that was saved."""
    before = warehouse.version()
    for file in (tmp_path / "陳情_11412.csv", warehouse.home / "inbox" / "petitions" / "陳情_11412.csv"):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(HEAD + "P2,1141203,,甲組\nP3,1141205,,甲組\n", encoding="utf-8")
        os.utime(file, (1, 1))
    words = [str(tmp_path / "陳情_11412.csv") if word == "FILE" else word for word in words]
    found, text = interrupted(warehouse.home, step, *words)
    now = warehouse.version()
    assert (found, now - before, "Traceback" in text) == (code, versions, False), text
    assert said.replace("NOW", str(now)).replace("BEFORE", str(before)) in text
    assert ("沒有變動" in text) == (now == before)


def test_an_interrupt_behind_a_restore_is_told_with_it(run, warehouse, tmp_path):
    run("backup", str(tmp_path / "all.zip"))
    before = warehouse.newest()
    code, text = interrupted(warehouse.home, "etl.commands.upkeep.put_back", "restore", str(tmp_path / "all.zip"))
    now = warehouse.newest()
    assert (code, now.store == before.store, "Traceback" in text) == (130, False, False), text
    assert f"已停止。備份已經還原，現在是第 {now.number} 版。" in text


def test_where_nobody_can_see_what_was_saved_that_is_said(run, warehouse):
    gone = (warehouse.folder / "catalog.sqlite").unlink
    code, text = interrupted(
        warehouse.home, "etl.commands.upkeep.close_month", "close", "11411", "王科長", meanwhile=gone
    )
    assert (code, "現在看不出資料有沒有變動" in text, "Traceback" in text) == (130, True, False), text


def test_a_demonstration_that_was_stopped_is_filled_in_by_the_next(tmp_path, catalogue, monkeypatch):
    home = tmp_path / "home"
    warehouse = Warehouse.open(home, catalogue)
    load_calendars(warehouse, ACTOR, NOW, "zh-Hant")
    code, text = interrupted(home, "etl.demo.load", "demo")
    first = warehouse.demo_sources()
    assert (code, len(first), "已停止。資料現在是第" in text) == (130, 1, True), text
    monkeypatch.setattr(demo, "ORDER", demo.ORDER[:3])
    assert demo.load_demo(warehouse, ACTOR, NOW, "zh-Hant")
    assert warehouse.demo_sources() == set(demo.ORDER) > first
    assert len([one for one in warehouse.loads(limit=1000) if one.source in demo.ORDER]) == len(demo.ORDER)
    assert not demo.load_demo(warehouse, ACTOR, NOW, "zh-Hant")
    warehouse.close()
