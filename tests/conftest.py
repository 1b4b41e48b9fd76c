"""Real warehouses for tests: one with the reference lists only, one with all demonstration data, each copied per use."""

from __future__ import annotations

import hashlib
import io
import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout, suppress
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NamedTuple

import hypothesis
import pytest

import etl.__main__
import publish.__main__
from etl.commands.stopping import begun
from etl.demo import load_calendars, load_demo
from etl.intake import load, prepare
from kpi.form.figure import Desk
from present.form.fill import build
from present.form.filled import Form
from publish.form.files import desk_of
from warehouse import Warehouse, settings
from warehouse.permissions import Actor

ROOT = Path(__file__).parents[1]
ACTOR = Actor("tester", local=True)
NOW = datetime(2026, 1, 5, 8, tzinfo=UTC)
TODAY = date(2026, 1, 5)
YEAR, CUTOFF = 2025, date(2025, 12, 10)  # of the form that the demonstration fills in

OFFICES = "組室名稱,別名,起日,迄日,承接組室\n甲組,第一組,,,\n乙組,,,,\n舊組,,,112/09/25,乙組\n"
SERVICES = "申辦項目,處理時限,日別,起日\n退稅,5,工作日,\n減免,10,日曆日,\n"

hypothesis.settings.register_profile("ours", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow])
hypothesis.settings.load_profile("ours")  # how long one example takes depends on what else the machine does

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # as a shell leaves it to what it starts in the background
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def catalogue():
    return settings.catalogue()


@pytest.fixture(scope="session")
def lists_home(tmp_path_factory) -> Path:
    return with_lists(tmp_path_factory.mktemp("lists"), settings.catalogue())


def with_lists(home: Path, catalogue) -> Path:
    """Calendars, offices and service items in a new folder."""
    warehouse = Warehouse.open(home, catalogue)
    load_calendars(warehouse, ACTOR, NOW, "zh-Hant")
    for name, text in (("offices", OFFICES), ("services", SERVICES)):
        take(warehouse, name, (f"{name}.csv", text))
    warehouse.close()
    return home


@pytest.fixture(scope="session")
def demo_home(tmp_path_factory) -> Path:
    """A folder with all demonstration data; read only, please."""
    kept = Path(tempfile.gettempdir()) / f"service-kpi-demo-{os.getuid()}-{_content()}"
    if not kept.exists():
        half = tmp_path_factory.mktemp("demo") / "home"
        warehouse = Warehouse.open(half, settings.catalogue())
        load_demo(warehouse, ACTOR, NOW, "zh-Hant")
        warehouse.close()
        beside = kept.with_name(f"{kept.name}.{os.getpid()}")
        shutil.copytree(half, beside)
        with suppress(OSError):  # another run was first
            beside.rename(kept)
        shutil.rmtree(beside, ignore_errors=True)
    home = tmp_path_factory.mktemp("demo") / "home"
    shutil.copytree(kept, home)
    return home


def _content() -> str:
    """What the demonstration warehouse is made from, and what makes it: it is made anew where any of it differs."""
    rooms = ("kpi", "lang", "warehouse", "etl", "data/demo", "data/calendar")
    paths = [path for room in rooms for path in (ROOT / room).rglob("*") if path.is_file() and path.suffix != ".pyc"]
    found = hashlib.sha256()
    for path in sorted([*paths, ROOT / "metrics.yml", ROOT / "requirements.txt"]):
        found.update(f"{path.relative_to(ROOT)}\0".encode() + path.read_bytes())
    return found.hexdigest()[:16]


@pytest.fixture(scope="session")
def demo(demo_home, tmp_path_factory) -> Warehouse:
    """All demonstration data; read only, please. In a folder of its own: ``demo_home`` is copied while this is open."""
    home = tmp_path_factory.mktemp("open") / "home"
    shutil.copytree(demo_home, home)
    return Warehouse.open(home, settings.catalogue())


@pytest.fixture(scope="session")
def desk(demo) -> Desk:
    return desk_of(demo, YEAR, CUTOFF)


@pytest.fixture(scope="session")
def form_zh(desk) -> Form:
    return build(desk, CUTOFF, "zh-Hant")


@pytest.fixture(scope="session")
def form_en(desk) -> Form:
    return build(desk, CUTOFF, "en")


@pytest.fixture
def with_records(desk):
    """The desk with other records: ``with_records(written=(…))``."""
    return lambda **fields: replace(desk, records=replace(desk.records, **fields))


@pytest.fixture
def demo_copy(demo_home, tmp_path) -> Iterator[Warehouse]:
    yield from _copied(demo_home, tmp_path / "home")


@pytest.fixture
def warehouse(lists_home, tmp_path) -> Iterator[Warehouse]:
    """Calendars, two offices (and one that went), two service items; no cases."""
    yield from _copied(lists_home, tmp_path / "home")


def _copied(home: Path, to: Path) -> Iterator[Warehouse]:
    shutil.copytree(home, to)
    opened = Warehouse.open(to, settings.catalogue())
    yield opened
    opened.close()


def check(warehouse: Warehouse, source: str, *files: tuple[str, str | bytes], **more):
    """Prepare a load from (name, content) pairs; without the preview, unless it is ``seen``."""
    contents = [(name, text if isinstance(text, bytes) else text.encode("utf-8")) for name, text in files]
    return prepare(warehouse, source, contents, **{"today": TODAY, **more})


def take(warehouse: Warehouse, source: str, *files: tuple[str, str | bytes], **more):
    """Prepare and load; gives what the commit says."""
    return load(warehouse, check(warehouse, source, *files, **more), ACTOR, "test", NOW)


class Said(NamedTuple):
    """What a command answered: its exit code, and what it printed."""

    code: int
    out: str
    err: str


def command(*words: object, cwd: Path | None = None, **env: object) -> Said:
    """A line behind ``python -m`` in this process: ``command("etl", "status", KPI_HOME=home)``.

    That the line starts at all, and what a signal does to it, is tested with processes.
    """
    room, *words = map(str, words)
    said, told, code, former = io.StringIO(), io.StringIO(), 0, signal.getsignal(signal.SIGINT)
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(said), redirect_stderr(told):
        patch.setattr(sys, "argv", [room, *words])
        for name, value in env.items():
            patch.setenv(name, str(value))
        if cwd is not None:
            patch.chdir(cwd)
        try:
            {"etl": etl.__main__, "publish": publish.__main__}[room].main()
        except SystemExit as stop:
            code = stop.code or 0
    signal.signal(signal.SIGINT, former)  # a process ends, and with it what it said and opened
    begun.clear()
    while etl.__main__.opened:
        etl.__main__.opened.pop().close()
    return Said(code, said.getvalue(), told.getvalue())


def sql(warehouse: Warehouse, query: str, params=None) -> list[tuple]:
    """What a test asks the store itself."""
    return warehouse._read(lambda con: con.execute(query, params).fetchall())
