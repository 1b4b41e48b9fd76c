"""Load 200,000 applications from one .xlsx, beside pandas with openpyxl only parsing the same file."""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
from datetime import date, timedelta
from pathlib import Path

import xlsxwriter

ROWS = 200_000
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
from etl.demo import load_calendars
from etl.intake import load, prepare
from warehouse import Warehouse, settings
from warehouse.access import local_actor
home, refs, big = map(Path, sys.argv[1:4])
now = datetime.now(timezone.utc)
wh = Warehouse.open(home, settings.catalogue())
if big.name == "-":
    load_calendars(wh, local_actor(), now, "en")
    for name in ("offices", "services"):
        load(wh, prepare(wh, name, [(f"{name}.csv", (refs / f"{name}.csv").read_bytes())], today=now.date()), local_actor(), "", now)
else:
    plan = prepare(wh, "applications", [(big.name, big.read_bytes())], today=now.date(), seen=False)
    print(load(wh, plan, local_actor(), "", now).counts)
"""
PARSE = "import sys, pandas; print(len(pandas.read_excel(sys.argv[1], engine='openpyxl')))"


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
        values = [f"A{row:07d}", rng.choice(items), f"組室{rng.randint(1, 9)}", "線上", day, asked]
        values += [asked and asked + timedelta(days=1), done, 14, "核准"]
        sheet.write_row(row, 0, ["" if value is None else value for value in values])
    book.close()


def references(folder: Path) -> None:
    offices = "\n".join(f"組室{i}" for i in range(1, 10))
    (folder / "offices.csv").write_text(f"組室名稱\n{offices}\n", encoding="utf-8")
    items = "\n".join(f"項目{i:02d},{10 + i % 20},{'工作日' if i % 4 else '日曆日'}" for i in range(58))
    (folder / "services.csv").write_text(f"申辦項目,處理時限,日別\n{items}\n", encoding="utf-8")


def timed(code: str, *args: object) -> tuple[float, float]:
    """Seconds and peak memory (MiB) of a fresh Python that runs ``code``."""
    script = "import resource, time; _t = time.perf_counter()\n" + code
    script += "\nprint('@', time.perf_counter() - _t, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)"
    done = subprocess.run([sys.executable, "-c", script, *map(str, args)], capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(done.stderr)
    seconds, peak = done.stdout.rsplit("@", 1)[1].split()
    return float(seconds), float(peak)


def run() -> list[str]:
    """Lines of the report."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        big = folder / "申辦案件_114年.xlsx"
        write(big)
        references(folder)
        timed(LOAD, folder / "home", folder, "-")
        seconds, peak = timed(LOAD, folder / "home", folder, big)
        parse, parse_peak = timed(PARSE, big)
    return [
        f"load {ROWS:,} applications (read, checked, committed, rolled up): {seconds:.1f} s, peak {peak:.0f} MiB",
        f"pandas.read_excel(engine='openpyxl') of the same file, parsing only: {parse:.1f} s, peak {parse_peak:.0f} MiB",
        f"ratio: {seconds / parse:.2f} (promised: at most 0.25)",
    ]
