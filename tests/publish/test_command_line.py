"""``python -m publish`` against a real warehouse: one JSON object, refusals with exit code 2, files that open."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date

import openpyxl
import pytest

from kpi.dates.periods import Period
from kpi.evaluate import evaluate
from publish.one_value import as_dict, as_words
from tests.conftest import ROOT, command, take
from tests.samples import books

KEYS = ["indicator", "value", "from", "to", "qualifier", "numerator", "denominator", "n", "unit", "status", "reason",
        "standard", "prior", "compared", "no_comparison", "change", "version", "per_working_day", "level", "signal", "lacking",
        "told"]  # fmt: skip


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    """The command in an empty home folder."""
    home = tmp_path_factory.mktemp("home")

    return lambda *words: command("publish", *words, KPI_HOME=home)


def result_of(catalogue, book, key: str):
    return evaluate(catalogue, book, key, Period(date(2025, 1, 1), date(2025, 12, 10)))


def test_the_json_of_a_rate_holds_fractions(catalogue, book):
    found = as_dict(catalogue, result_of(catalogue, book, "mailbox_dissatisfied_rate"), None, 7, "zh-Hant")
    assert list(found) == KEYS
    assert round(found["value"], 4) == 0.0473
    assert (found["numerator"], found["denominator"], found["n"], found["unit"]) == (39, 825, 825, "fraction")
    assert (found["status"], found["version"]) == ("met", 7)
    assert found["standard"] == {
        "id": "rate", "kind": "at_most", "value": 0.05, "high": None, "good": None, "excellent": None, "window": None,
        "rolling": False, "each_office": False, "path": None, "office": None, "from": "2025-07-16", "to": None,
        "set_by": "首長（會議決議）",
    }  # fmt: skip
    assert found["prior"] == {"value": 50 / 740, "from": "2024-01-01", "to": "2024-12-10", "qualifier": None}
    assert found["compared"] == {"value": 39 / 825, "from": "2025-01-01", "to": "2025-12-10", "qualifier": None}
    assert found["change"] == {"absolute": pytest.approx(39 / 825 - 50 / 740), "relative": None}
    json.dumps(found)


def test_the_json_of_a_count_names_its_unit(real_catalogue, book):
    found = as_dict(real_catalogue, result_of(real_catalogue, book, "mailbox_handled"), None, 7, "en")
    assert (found["value"], found["n"], found["unit"], found["standard"]) == (825, None, "letters", None)
    assert isinstance(found["value"], int)
    assert found["change"]["relative"] == pytest.approx(85 / 740)


def test_the_words_say_value_n_both_periods_and_demonstration(catalogue, book):
    text = "\n".join(as_words(catalogue, result_of(catalogue, book, "mailbox_dissatisfied_rate"), None, 7, "zh-Hant"))
    for part in ("4.7%（39／825 件）", "114/1/1–12/10", "113/1/1–12/10", "達標", "個百分點", "114/7/16", "示範資料"):
        assert part in text


def test_json_alone_is_printed_and_roc_dates_are_read(tmp_path):
    """As a person runs it."""
    words = ["publish", "value", "mailbox_handled", "--from", "114-01-01", "--to", "114-12-10", "--json"]
    line = [sys.executable, "-m", *words]
    env = {**os.environ, "KPI_HOME": str(tmp_path), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(line, cwd=ROOT, env=env, capture_output=True, text=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (0, "")
    found = json.loads(done.stdout)
    assert list(found) == KEYS
    assert (found["value"], found["status"], found["prior"], found["change"]) == (None, "no_data", None, None)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["value", "mailbox_handle", "--from", "114-01-01", "--to", "114-12-10"], "mailbox_handled"),
        (["value", "mailbox_handled", "--from", "114-02-29", "--to", "114-12-10"], "114-02-29"),
        (["value", "mailbox_handled", "--from", "114-12-10", "--to", "114-01-01"], "早於"),
        (["value", "mailbox_handled", "--from", "114-01-01", "--to", "114-12-10", "--office", "沒有這組"], "沒有這組"),
        (["summary", "--year", "114", "-o", "x.pdf"], ".xlsx"),
        (
            ["summary", "--year", "114", "--month", "13", "-o", "x.csv"],
            "--month 不能是「13」。請用 1 到 12 之間的整數。",
        ),
        (["pack", "--year", "114", "--month=x", "-o", "x.pdf", "--lang", "en"], "--month cannot be “x”."),
        (
            ["form", "--year", "0", "--as-of", "114-12-10", "-o", "x.pdf"],
            "--year 不能是「0」。請用 1 到 2999 之間的整數。",
        ),
        (["form", "--year", "114", "-o", "x.pdf"], "沒有給 --as-of 的值。"),
        (["form", "--year", "114", "-o", "x.pdf", "--lang=en"], "No value was given for --as-of."),
        (["form", "--yaer", "114"], "沒有「--yaer」這個選項。"),
        (
            ["form", "--year", "114", "--as-of", "114-12-10", "-o", "x.pdf", "--lang", "fr"],
            "沒有「fr」這個語言。--lang 請用 zh-Hant 或 en。",
        ),
        (["pack", "--year", "114", "--month", "11", "-o", "x.pdf", "--lang", "fr"], "zh-Hant 或 en"),
        (["brief", "--year", "114", "--dimension", "basic", "-o", "x.pdf", "--lang", "fr"], "zh-Hant 或 en"),
        (["summary", "--year", "114", "-o", "/nowhere/x.csv", "--lang", "en"], "there is no folder “/nowhere”."),
        (["summary", "--year", "114", "-o", "{folder}"], "這個名稱已經是資料夾"),
        (["summary", "--year", "114", "-o", "/nowhere/x.csv"], "/nowhere/x.csv"),
        (["value", "mailbox_handled"], "--from"),
        (["pack", "--year", "114", "--month", "11", "-o", "x.docx"], ".pptx"),
        (["pack", "--year", "114", "--month", "11", "-o", "x.pptx"], "還沒有資料"),
        (["brief", "--year", "114", "--dimension", "basic", "-o", "x.pptx"], ".odt"),
        (["brief", "--year", "114", "--dimension", "basics", "-o", "x.pdf"], "basic"),
    ],
)
def test_refused_input_is_a_sentence_on_standard_error(run, words, said, tmp_path):
    folder = tmp_path / "x.csv"
    folder.mkdir()
    done = run(*(word.format(folder=folder) for word in words))
    assert (done.code, done.out) == (2, "")
    assert said in done.err


def test_a_summary_is_written_where_it_was_asked_for(run, tmp_path):
    path = tmp_path / "114.xlsx"
    done = run("summary", "--year", "114", "--month", "11", "-o", str(path), "--lang", "en")
    assert (done.code, done.out.strip()) == (0, str(path))
    heading = openpyxl.load_workbook(path).worksheets[0]["A3"].value
    assert "1 Nov" in heading
    assert "30 Nov 2025" in heading
    assert "30 Nov 2024" in heading


@pytest.mark.parametrize("words", [
    ["value", "petitions_received", "--from", "114-11-01", "--to", "114-11-30"],
    ["summary", "--year", "114", "-o", "{folder}/x.csv"],
    ["form", "--year", "114", "--as-of", "114-12-10", "-o", "{folder}/x.odt"],
    ["pack", "--year", "114", "--month", "11", "-o", "{folder}/x.pdf"],
    ["brief", "--year", "114", "--dimension", "basic", "-o", "{folder}/x.pdf"],
])  # fmt: skip
def test_figures_that_were_made_by_other_definitions_are_not_printed(warehouse, tmp_path, words):
    """A figure is what metrics.yml says now, or a sentence."""
    take(warehouse, "petitions", ("陳情_11411.csv", books.csv()))
    home, changed = warehouse.home, tmp_path / "metrics.yml"
    warehouse.close()
    text = (ROOT / "metrics.yml").read_text(encoding="utf-8")
    changed.write_text(text.replace("{rating: [不滿意, 非常不滿意]}", "{rating: [不滿意]}"), encoding="utf-8")
    line = ("publish", *(word.format(folder=tmp_path) for word in words))
    assert "定義改過" not in command(*line, KPI_HOME=home).err
    found = command(*line, KPI_HOME=home, KPI_METRICS=changed)
    assert (found.code, found.out) == (2, "")
    assert "人民陳情的定義改過" in found.err
    assert command("etl", "status", KPI_HOME=home, KPI_METRICS=changed).code == 0
    assert "定義改過" not in command(*line, KPI_HOME=home, KPI_METRICS=changed).err
