"""Several processes write and read at once: nothing is lost, nothing doubled, and no reader sees half a load."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from tests.conftest import sql, take
from warehouse import Warehouse

ROOT = Path(__file__).parents[3]
HEAD = "案件編號,收文日期,結案日期,承辦單位\n"

LOADER = """
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from etl.intake import load, prepare
from warehouse import Warehouse, settings
from warehouse.permissions import Actor
home, who, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
wh = Warehouse.open(home, settings.catalogue())
print("ready", flush=True)
for n in range(count):
    rows = "".join(f"{who}-{n}-{i},1141103,,甲組\\n" for i in range(20))
    plan = prepare(wh, "petitions", [("p_11411.csv", ("案件編號,收文日期,結案日期,承辦單位\\n" + rows).encode())], today=date(2026, 1, 5))
    load(wh, plan, Actor(who, local=True), "", datetime.now(UTC))
"""


def start(home, who, count):
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(
        [sys.executable, "-c", LOADER, str(home), who, str(count)], stdout=subprocess.PIPE, text=True, env=env
    )


def counts(warehouse: Warehouse) -> tuple[int, int, int]:
    """Facts, what the observations sum to, and what the loads say was added: always the same number."""
    query = """SELECT (SELECT count(*) FROM facts_petitions),
        (SELECT coalesce(sum(numerator), 0) FROM observations WHERE indicator = 'petitions_received'),
        (SELECT coalesce(sum(added), 0) FROM loads WHERE source = 'petitions')"""
    facts, rolled, added = sql(warehouse, query)[0]
    return facts, int(rolled), int(added)


def test_three_loaders_and_a_reader(warehouse):
    loaders = [start(warehouse.home, f"w{i}", 5) for i in range(3)]
    seen = set()
    while any(loader.poll() is None for loader in loaders):
        seen.add(counts(warehouse))
        time.sleep(0.02)
    assert [loader.wait() for loader in loaders] == [0, 0, 0]
    seen.add(counts(warehouse))
    assert all(len(set(found)) == 1 for found in seen), f"a reader saw half a load: {seen}"
    assert counts(warehouse) == (300, 300, 300)
    keys = sql(warehouse, "SELECT count(DISTINCT case_no) FROM facts_petitions")[0][0]
    assert keys == 300


def test_a_killed_loader_leaves_a_whole_warehouse(warehouse):
    for wait in (0.05, 0.15, 0.3):
        loader = start(warehouse.home, f"k{wait}", 50)
        assert loader.stdout.readline().strip() == "ready"
        time.sleep(wait)
        loader.send_signal(signal.SIGKILL)
        loader.wait()
        found = counts(warehouse)
        assert len(set(found)) == 1, found
    take(warehouse, "petitions", ("p_11412.csv", HEAD + "after,1141203,,甲組\n"))
    assert len(set(counts(warehouse))) == 1


def test_a_copied_folder_is_a_warehouse(warehouse, tmp_path, catalogue):
    take(warehouse, "petitions", ("p_11411.csv", HEAD + "P1,1141103,,甲組\n"))
    (warehouse.home).rename(tmp_path / "moved")
    moved = Warehouse.open(tmp_path / "moved", catalogue)
    assert counts(moved) == (1, 1, 1)


def test_a_new_indicator_needs_only_yaml(warehouse, tmp_path):
    from etl.retime import clocks_again
    from kpi.catalogue import parse
    from kpi.dates.periods import year_of
    from kpi.evaluate import evaluate
    from tests.conftest import ACTOR
    from warehouse.commit.loading import refresh_definitions

    take(warehouse, "petitions", ("p_114年.csv", HEAD + "P1,1141103,,甲組\nP2,1141104,1141105,甲組\n"))
    text = (ROOT / "metrics.yml").read_text(encoding="utf-8")
    added = """
  petitions_closed:
    name: {zh: 已結陳情, en: Petitions closed}
    definition: {zh: 已結案的陳情, en: Petitions that were closed}
    source: petitions
    measure: {kind: count, of: {closed: {present: true}}, date: closed}
    unit: cases
    behaviour: flow
    framework: E2.1b
"""
    wider = Warehouse.open(warehouse.home, parse(text.replace("\nstandards:\n", added + "\nstandards:\n")))
    assert refresh_definitions(wider, ACTOR, "metrics.yml", clocks_again(wider)) is True
    assert refresh_definitions(wider, ACTOR, "metrics.yml", clocks_again(wider)) is False
    assert evaluate(wider.catalogue, wider.book(), "petitions_closed", year_of(2025)).value.value == 1
