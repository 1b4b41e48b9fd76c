"""How long the whole evaluation takes, cold and again, beside pandas that only adds the same observations up."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from etl.demo import load_demo
from warehouse import Warehouse, settings
from warehouse.permissions import local_actor

ROUNDS = 3
COLD = """
import logging, time
import pandas
from kpi.observations import ALL, Scope
from kpi.evaluate import evaluate
from kpi.dates.periods import Period, year_of
from ui.shared import cached, memory
logging.disable(logging.CRITICAL)
catalogue, version = cached.catalogue(), cached.warehouse().version()
memory.settle()  # as a server does when it has started
begun = time.perf_counter()
book = cached.book(version)
read = time.perf_counter()
months = [month for year in (2023, 2024, 2025) for month in year_of(year).months()]
scopes = [ALL, *(Scope(office.name) for office in book.offices)]
found = [evaluate(catalogue, book, key, month, scope) for scope in scopes for key in catalogue.indicators for month in months]
done = time.perf_counter()
frame = pandas.DataFrame([row for rows in book.observations.values() for row in rows], columns=[
    "indicator", "start", "end", "office", "category", "bin", "numerator", "denominator", "qualifier", "load"])
frame["month"] = pandas.to_datetime(frame["start"]).dt.to_period("M")
frame.groupby(["indicator", "month", "office"], dropna=False)[["numerator", "denominator"]].sum()
added = time.perf_counter()
end = months[-1].end
cached.grid(version, 2025, end, None)
again = time.perf_counter()
cached.grid(version, 2025, end, None)
print(len(found), read - begun, done - read, added - done, time.perf_counter() - again)
"""


def run() -> list[str]:
    """Lines of the report."""
    with tempfile.TemporaryDirectory() as name:
        warehouse = Warehouse.open(Path(name), settings.catalogue())
        load_demo(warehouse, local_actor(), datetime.now(UTC), "en")
        warehouse.close()
        rounds = [_cold(Path(name)) for _ in range(ROUNDS)]
    count = rounds[0][0]
    read, done, added, again = (statistics.median(column) for column in list(zip(*rounds, strict=True))[1:])
    return [
        f"read the book {read:.2f} s; evaluate it whole ({count:,.0f} results: every indicator, 36 months, agency and offices) "
        f"{done:.2f} s (promised: under 0.50 s)",
        f"ratio: {done / added:.2f} to pandas adding the same observations up by month and office",
        f"asked again of the same version: {again * 1000:.1f} ms for a year's grid, nothing is worked out",
    ]


def _cold(home: Path) -> list[float]:
    """What a fresh process measured."""
    done = subprocess.run(
        [sys.executable, "-c", COLD], capture_output=True, text=True, check=False,
        env={**os.environ, "KPI_HOME": str(home)},
    )  # fmt: skip
    if done.returncode:
        raise SystemExit(done.stderr)
    return [float(word) for word in done.stdout.split()]
