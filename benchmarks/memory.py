"""Whether the memory of the process that serves the pages stays flat over many loads and many reruns."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

LOADS, RERUNS = 200, 10_000
WORK = """
import gc, logging, os, sys
from datetime import UTC, date, datetime
from pathlib import Path
logging.disable(logging.CRITICAL)
os.environ["KPI_HOME"] = sys.argv[1]
loads, reruns = int(sys.argv[2]), int(sys.argv[3])
from etl.demo import load_demo
from etl.typed_in.enter import TypedRows, enter
from kpi.dates.periods import Period
from ui.indicator.view import card
from ui.months import view as by_month
from ui.overview import view as overview
from ui.shared import cached, memory
from warehouse import Warehouse, settings
from warehouse.permissions import local_actor
house = Warehouse.open(settings.home(), settings.catalogue())
load_demo(house, local_actor(), datetime.now(UTC), "en")
PAGE = os.sysconf("SC_PAGE_SIZE") / 2**20

def resident():
    return int(Path("/proc/self/statm").read_text().split()[1]) * PAGE

def draw(month):
    version, end = cached.version(), date(2025, month, 28)
    asked = Period(date(2025, 1, 1), end)
    overview.rows(version, asked, None, "en")
    by_month.rows(version, asked, None, "en")
    card(version, "petitions_received", asked, None, "en")

def settle():
    memory._State.settled = float("-inf")
    memory.settle()

def load(number):
    note = {"number": "N1", "indicator": "petitions_received", "from": "114/01/01", "text": str(number)}
    enter(house, TypedRows("notes", [note]), local_actor(), datetime.now(UTC))
    cached.watcher().look()

for number in range(max(loads // 5, 3)):
    load(number)
    draw(number % 12 + 1)
    settle()
before = resident()
for number in range(loads):
    load(number)
    draw(number % 12 + 1)
    settle()
loaded = resident()
for number in range(reruns):
    draw(number % 12 + 1)
print(before, loaded, resident())
"""


def run(loads: int = LOADS, reruns: int = RERUNS) -> list[str]:
    """Lines of the report."""
    with tempfile.TemporaryDirectory() as name:
        command = [sys.executable, "-c", WORK, str(Path(name) / "data"), str(loads), str(reruns)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            raise SystemExit(done.stderr)
        before, loaded, drawn = map(float, done.stdout.split())
    return [
        f"memory: {before:.0f} MiB; after {loads} loads, each drawn on three pages, {loaded:.0f} MiB, ratio {loaded / before:.2f}",
        f"after {reruns:,} reruns {drawn:.0f} MiB, ratio {drawn / loaded:.2f}",
    ]
