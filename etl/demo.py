"""Fill an empty warehouse from the bundled calendars and demonstration exports."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from etl.intake import load, prepare
from lang import say
from warehouse import Warehouse
from warehouse.permissions import Actor
from warehouse.settings import ROOT

CALENDARS = ROOT / "data" / "calendar"
DEMO = ROOT / "data" / "demo"
ORDER = (
    "closures",
    "offices",
    "services",
    "petitions",
    "phone_tests",
    "datasets",
    "figures",
    "evidence",
    "framework",
    "innovations",
    "mailbox",
    "applications",
)
SUFFIXES = {".xlsx", ".xls", ".ods", ".csv"}


def load_calendars(warehouse: Warehouse, actor: Actor, now: datetime, lang: str) -> None:
    """The bundled office calendars; without one no working day can be counted."""
    if not warehouse.calendar_years():
        files = [(path.name, path.read_bytes()) for path in sorted(CALENDARS.glob("*.csv"))]
        plan = prepare(warehouse, "calendar", files, today=now.date())
        load(warehouse, plan, actor, say("calendar-message", lang), now)


def load_demo(
    warehouse: Warehouse, actor: Actor, now: datetime, lang: str, progress: Callable[[float, str], None] | None = None
) -> bool:  # fmt: skip
    """Load the demonstration exports that are not there yet, marked as such: where an earlier run was stopped, the rest.
    False when all are there, or data of another kind."""
    load_calendars(warehouse, actor, now, lang)
    there = [record for record in warehouse.loads(limit=1000) if record.source != "calendar"]
    tell = progress or (lambda share, what: None)
    loaded = {record.source for record in there}
    found = [(name, files) for name in ORDER if name not in loaded and (files := _files(name))]
    if not found or not all(record.demo for record in there):
        return False
    total, done = sum(path.stat().st_size for _, files in found for path in files) or 1, 0
    for name, files in found:
        tell(done / total, warehouse.catalogue.sources[name].name.get(lang))
        contents = [(path.name, path.read_bytes()) for path in files]
        plan = prepare(warehouse, name, contents, today=now.date(), demo=True)
        load(warehouse, plan, actor, say("demo-message", lang), now)
        done += sum(len(content) for _, content in contents)
    tell(1.0, "")
    return True


def _files(source: str) -> list[Path]:
    folder = DEMO / source
    paths = folder.iterdir() if folder.is_dir() else DEMO.glob(f"{source}.*")
    return sorted(path for path in paths if path.suffix in SUFFIXES)
