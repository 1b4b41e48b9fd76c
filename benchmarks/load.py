"""Load 200,000 applications from one .xlsx, beside pandas with openpyxl only parsing it; and a month into a long history."""

from __future__ import annotations

import random
import shutil
import statistics
import subprocess
import sys
import tempfile
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import xlsxwriter

from kpi.dates.periods import Period
from warehouse import Warehouse, settings
from warehouse.commit.load_request import FileIn, Incoming
from warehouse.commit.loading import commit
from warehouse.lake.schema import facts_columns
from warehouse.permissions import Actor

BENCH = Actor("bench", local=True)
ARROW = {
    "DATE": pa.date32(), "BIGINT": pa.int64(), "DOUBLE": pa.float64(), "VARCHAR": pa.string(), "INTEGER": pa.int32(),
    "VARCHAR[]": pa.list_(pa.string()),
}  # fmt: skip

ROWS, ROUNDS = 200_000, 3
HEADERS = [
    "案件編號",
    "申辦項目",
    "承辦組室",
    "申請方式",
    "收件日期",
    "補正通知日",
    "補正完成日",
    "辦結日期",
    "處理時限",
    "案件狀態",
]

LOAD = """
import sys
from datetime import datetime, timezone
from pathlib import Path
import pandas
from etl.demo import load_calendars
from etl.intake import load, prepare
from etl.reading import read, ready
from warehouse import Warehouse, settings
from warehouse.permissions import local_actor
ready()  # as the server and the command line do before they open the warehouse
read("a.csv", b"a\\n1\\n")  # the reader's process has its libraries then, as this one has
home, refs, *files = map(Path, sys.argv[1:])
now = datetime.now(timezone.utc)
wh = Warehouse.open(home, settings.catalogue())
def run(file):
    plan = prepare(wh, "applications", [(file.name, file.read_bytes())], today=now.date())
    return load(wh, plan, local_actor(), "", now).counts
if not files:
    load_calendars(wh, local_actor(), now, "en")
    for name in ("offices", "services"):
        load(wh, prepare(wh, name, [(f"{name}.csv", (refs / f"{name}.csv").read_bytes())], today=now.date()), local_actor(), "", now)
"""
PARSE = "import sys, pandas, openpyxl"


def write(path: Path, rows: int = ROWS) -> None:
    """One tidy export of a year, 200,000 rows."""
    rng = random.Random(1)
    items = [f"項目{i:02d}" for i in range(58)]
    book = xlsxwriter.Workbook(str(path), {"constant_memory": True, "default_date_format": "yyyy/mm/dd"})
    sheet = book.add_worksheet("申辦案件")
    sheet.write_row(0, 0, HEADERS)
    for row in range(1, rows + 1):
        day = date(2025, 1, 1) + timedelta(days=row * 330 // rows)
        took = rng.randint(0, 25)
        asked = day + timedelta(days=1) if rng.random() < 0.06 and took > 3 else None
        done = day + timedelta(days=took)
        item = rng.randrange(len(items))
        values = [f"A{row:07d}", items[item], f"組室{item % 9 + 1}", "線上", day, asked]
        values += [asked and asked + timedelta(days=1), done, 14, "核准"]
        sheet.write_row(row, 0, ["" if value is None else value for value in values])
    book.close()


def references(folder: Path) -> None:
    offices = "\n".join(f"組室{i}" for i in range(1, 10))
    (folder / "offices.csv").write_text(f"組室名稱\n{offices}\n", encoding="utf-8")
    items = "\n".join(f"項目{i:02d},{10 + i % 20},{'工作日' if i % 4 else '日曆日'}" for i in range(58))
    (folder / "services.csv").write_text(f"申辦項目,處理時限,日別\n{items}\n", encoding="utf-8")


def timed(prepared: str, *args: object, code: str = "") -> tuple[list[float], float]:
    """Seconds that ``code`` took for each of the files in ``args``, and the peak memory (MiB), in a fresh Python.

    What ``prepared`` does (imports, opening the warehouse) is not counted.
    """
    script = f"""{prepared}
import resource, time
for _file in sys.argv[3:] if {code!r} else ():
    _begun = time.perf_counter()
    {code}
    print("@", time.perf_counter() - _begun)
print("@", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""
    done = subprocess.run([sys.executable, "-c", script, *map(str, args)], capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(done.stderr)
    *seconds, peak = (float(line[1:]) for line in done.stdout.splitlines() if line.startswith("@"))
    return seconds, peak


def fill(home: Path, rows: int, months: int = 120) -> None:
    """Put this many applications into a warehouse, spread over ten years, a million at a time."""
    warehouse = Warehouse.open(home, settings.catalogue())
    types = {
        name: ARROW[kind] for name, kind in facts_columns(warehouse.catalogue.sources["applications"]).items() if name != "load"
    }  # fmt: skip
    step = min(rows, 1_000_000)
    for start in range(0, rows, step):
        made = _applications(np.arange(start, start + step), months * 30, rows)
        columns = {
            name: pa.array(made[name], kind) if name in made else pa.nulls(step, kind) for name, kind in types.items()
        }
        file = FileIn("a.xlsx", "", step, Period(date(2015, 1, 1), date(2024, 12, 31)))
        commit(warehouse, Incoming("applications", pa.table(columns), (file,), False), BENCH, "", datetime.now(UTC))
    warehouse.close()


def _applications(n: np.ndarray, days: int, rows: int) -> dict[str, object]:
    """Columns of the applications with these numbers, spread evenly over the days from 2015 on."""
    day = np.datetime64("2015-01-01") + n * days // rows
    months, took = pc.strftime(pa.array(day), "%Y%m").to_pylist(), n % 20
    size = len(n)
    return {
        "case_no": [f"A{month}{number:08d}" for month, number in zip(months, n.tolist(), strict=True)],
        "item": [f"項目{number:02d}" for number in (n % 58).tolist()],
        "office": [f"組室{number}" for number in (n % 9 + 1).tolist()],
        "method": ["線上"] * size, "received": day, "completed": day + took, "limit": np.full(size, 14),
        "status": ["核准"] * size, "case_due": day + 14, "case_entered": day + took, "case_days": took.astype(float),
        "file": np.zeros(size, np.int32), "row": n,
    }  # fmt: skip


def month(folder: Path, number: int) -> Path:
    """An export of 3,000 applications of one month of 2025."""
    rng = random.Random(number)
    lines = [",".join(HEADERS)]
    for row in range(3000):
        day = date(2025, number, 1) + timedelta(days=row % 28)
        done = day + timedelta(days=rng.randint(0, 25))
        lines.append(f"A2025{number:02d}{row:08d},項目{row % 58:02d},組室{row % 9 + 1},線上,{day},,,{done},14,核准")
    path = folder / f"申辦案件_114{number:02d}.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def run() -> list[str]:
    """Lines of the report."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        big = folder / "申辦案件_114年.xlsx"
        write(big)
        references(folder)
        homes = {rows: folder / f"home-{rows}" for rows in (0, 100_000, 10_000_000)}
        timed(LOAD, homes[0], folder)
        loads, parses = [], []
        for turn in range(ROUNDS):  # in turns, so that both meet the same moods of the machine
            shutil.copytree(homes[0], folder / f"turn-{turn}")
            loads.append(timed(LOAD, folder / f"turn-{turn}", folder, big, code="run(Path(_file))"))
            parses.append(timed(PARSE, "-", "-", big, code="pandas.read_excel(_file, engine='openpyxl')"))
        seconds, parse = (statistics.median(found[0] for found, _ in runs) for runs in (loads, parses))
        peak, parse_peak = (max(peak for _, peak in runs) for runs in (loads, parses))
        for rows in (100_000, 10_000_000):
            shutil.copytree(homes[0], homes[rows])
            fill(homes[rows], rows)
        files = [month(folder, number) for number in range(1, 8)]
        few, many = (
            statistics.median(timed(LOAD, homes[rows], folder, *files, code="run(Path(_file))")[0][1:])
            for rows in (100_000, 10_000_000)
        )
    return [
        f"load {ROWS:,} applications (read, checked, committed, rolled up): {seconds:.1f} s, peak {peak:.0f} MiB",
        f"pandas.read_excel(engine='openpyxl') of the same file, parsing only: {parse:.1f} s, peak {parse_peak:.0f} MiB",
        f"ratio: {seconds / parse:.3f} (promised: at most 0.125)",
        f"load a month of 3,000 applications into 100,000: {few:.2f} s; into 10,000,000: {many:.2f} s",
        f"ratio: {many / few:.2f} (promised: at most 1.30)",
    ]
