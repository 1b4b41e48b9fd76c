"""The keeper renames, removes or breaks what metrics.yml declares: every page is drawn, and what could not be taken is told."""

from __future__ import annotations

import logging
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from etl.retime import undo_load
from kpi.errors import CatalogueError, UnknownName
from lang import LANGUAGES
from lang.problem import mistake
from tests.conftest import ACTOR, NOW, take
from ui.shared.house import House
from warehouse import Warehouse, settings
from warehouse.commit.closing import close
from warehouse.upkeep.line_files import append_record

ROOT = Path(__file__).parents[2]
HEAD = "案件編號,收文日期,結案日期,承辦單位\n"
GOOD = settings.catalogue_path().read_text(encoding="utf-8")
RENAMED = re.sub(
    r"\bpetitions_(\w+)",
    r"citizens_\1",
    re.sub(r"(\n  |source: )petitions\b", r"\1citizens", GOOD).replace(", petitions: 10", ", citizens: 10"),
)

DRAWN = """
import sys
from streamlit.testing.v1 import AppTest
from ui.shell import last_visit
last_visit.follow = lambda version: None  # there is no browser
for asked in sys.argv[2:]:
    name, _, query = asked.partition("?")
    page = AppTest.from_file(sys.argv[1], default_timeout=120)
    if query:
        key, _, page.query_params[key] = query.partition("=")
    page.switch_page(f"pages/{name}.py").run()
    print(asked, "failed" if page.error or page.exception else "drawn", flush=True)
"""


@pytest.fixture
def file(warehouse, tmp_path, monkeypatch):
    path = tmp_path / "metrics.yml"
    path.write_text(GOOD, encoding="utf-8")
    monkeypatch.setenv("KPI_METRICS", str(path))
    monkeypatch.setenv("KPI_HOME", str(warehouse.home))
    monkeypatch.setenv("KPI_TODAY", "2026-01-05")
    return path


def test_every_page_is_drawn_after_a_source_with_loads_has_another_name(file, warehouse):
    first = take(warehouse, "petitions", ("陳情_11411.csv", HEAD + "P1,1141103,1141110,甲組\n"))
    close(warehouse, date(2025, 11, 1), ACTOR, "王科長", "", NOW)
    take(warehouse, "petitions", ("陳情_11411.csv", HEAD + "P2,1141104,1141111,甲組\n"))
    append_record(
        warehouse.home / "runtime" / "refusals.jsonl", {"source": "petitions", "at": "2026-01-06T00:00:00+00:00"}
    )
    file.write_text(RENAMED, encoding="utf-8")
    pages = ["overview", "history", "history?tab=closing", "history?tab=compare", f"history?load={first.load}", "changes", "months",
             "upload", "downloads", "assessment"]  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-c", DRAWN, str(ROOT / "app.py"), *pages], cwd=ROOT, capture_output=True, text=True
    )
    assert done.stdout.splitlines() == [f"{page} drawn" for page in pages], done.stderr[-3000:]
    renamed = Warehouse.open(warehouse.home, settings.catalogue())
    with pytest.raises(UnknownName, match="unknown-source"):
        undo_load(renamed, first.load, ACTOR, "", NOW)
    renamed.close()


def test_one_that_cannot_be_taken_is_told_and_the_former_stays(file, warehouse, monkeypatch, caplog):
    house = House()
    former, was = house.catalogue, house.warehouse
    file.write_text(GOOD.replace("首長信箱不滿意率", "信箱不滿意比率"), encoding="utf-8")
    with caplog.at_level(logging.ERROR), monkeypatch.context() as broken:
        broken.setattr(Warehouse, "book", lambda self, cutoffs=(): 1 / 0)
        house.newest()
        house.newest()
    assert (house.catalogue, house.warehouse) == (former, was)
    (problem,) = house.untaken
    assert [text for text in caplog.messages if text.startswith("metrics.yml:")] == [mistake(problem, "zh-Hant")]
    assert all("division by zero" in mistake(problem, lang) for lang in LANGUAGES)
    file.write_text(GOOD.replace("首長信箱不滿意率", "信箱不滿意之比率"), encoding="utf-8")
    house.newest()
    assert house.untaken == ()
    assert house.catalogue.indicators["mailbox_dissatisfied_rate"].name.zh.startswith("信箱不滿意之比率")
    house.warehouse.close()


def test_the_log_gets_the_lines_once(file, caplog):
    house = House()
    file.write_text(GOOD.replace("kind: at_least, value: 3", "kind: at_least, value: three", 1), encoding="utf-8")
    with caplog.at_level(logging.ERROR):
        house.newest()
        house.newest()
    (told,) = caplog.messages
    assert re.match(r"metrics\.yml:\d+: .*「three」", told)
    house.warehouse.close()


def test_the_log_gets_the_lines_once_where_there_never_was_a_good_one(file, caplog):
    file.write_text(GOOD.replace("kind: at_least, value: 3", "kind: at_least, value: nought", 1), encoding="utf-8")
    for _ in range(2):  # each page tries again
        with pytest.raises(CatalogueError):
            House()
    (told,) = caplog.messages
    assert re.match(r"metrics\.yml:\d+: .*「nought」", told)
