"""The keeper's commands, as they are typed."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from tests.conftest import take

ROOT = Path(__file__).parents[2]
HEAD = "案件編號,收文日期,結案日期,承辦單位\n"


@pytest.fixture
def run(warehouse):
    take(warehouse, "petitions", ("陳情_11411.csv", HEAD + "P1,1141103,1141110,甲組\n"))
    take(warehouse, "petitions", ("陳情_11412.csv", HEAD + "P2,1141203,,甲組\n"))

    def command(*words: str, code: int = 0) -> str:
        env = os.environ | {"KPI_HOME": str(warehouse.home), "KPI_TODAY": "2026-01-05"}
        done = subprocess.run(
            [sys.executable, "-m", "etl", *words], capture_output=True, text=True, cwd=ROOT, env=env, timeout=120
        )
        assert done.returncode == code, done.stderr
        assert "Traceback" not in done.stderr
        return done.stdout + done.stderr

    return command


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


@pytest.mark.parametrize("at", ["讀取檔案", "寫入"])
def test_a_load_shows_its_progress_and_when_interrupted_says_so_and_changes_nothing(run, warehouse, tmp_path, at):
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
    said = b""
    with suppress(OSError):  # the terminal closes with its program
        while part := os.read(ours, 65_536):
            if at.encode() in part and at.encode() not in said:
                loader.send_signal(signal.SIGINT)
            said += part
    os.close(ours)
    text = said.decode("utf-8", "replace")
    assert (loader.wait(60), "已停止，資料沒有變動" in text, "Traceback" in text) == (130, True, False), text[-500:]
    assert warehouse.version() == version
