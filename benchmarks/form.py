"""How long the yearly form takes: filled, a row read again while somebody types, and printed in each form."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

from etl.demo import load_demo
from kpi.form.template import parse
from present.form.bare_numbers import offers
from present.form.fill import build, fill
from present.form.insertable import available
from publish.form.files import WRITERS, desk_of, print_form
from warehouse import Warehouse, settings
from warehouse.permissions import local_actor

AS_OF, ROUNDS = date(2025, 12, 10), 5
TEXT = "1. 受理 {petitions_received}，較去年同期{petitions_received|change}。\n2. 信箱 825 件，不滿意 {mailbox_dissatisfied_rate}。"


def seconds(work: Callable[[], object]) -> float:
    """Median of a few runs."""
    found = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        found.append(time.perf_counter() - start)
    return statistics.median(found)


def run() -> list[str]:
    """Lines of the report."""
    with tempfile.TemporaryDirectory() as name:
        warehouse = Warehouse.open(Path(name), settings.catalogue())
        load_demo(warehouse, local_actor(), datetime.now(UTC), "en")
        start = time.perf_counter()
        desk = desk_of(warehouse, 2025, AS_OF)
        read = time.perf_counter() - start
        start = time.perf_counter()
        form = build(desk, AS_OF, "zh-Hant")
        first = time.perf_counter() - start
        again = seconds(lambda: build(desk, AS_OF, "zh-Hant"))
        document = print_form(desk, form, "x", datetime(2026, 1, 5, tzinfo=UTC))
        files = {ending: seconds(lambda w=writer: w(document)) for ending, writer in WRITERS.items()}

        def typed() -> None:
            fill(desk, parse(TEXT, desk.catalogue), AS_OF, "zh-Hant", head=AS_OF)
            offers(desk, TEXT, AS_OF, "zh-Hant", code="E2.1b")
            available(desk, "E2.1b", AS_OF, "zh-Hant")

        typed()
        keystroke = seconds(typed)
    return [
        f"form of 46 rows: data read {read:.2f} s, filled {first:.2f} s, again {again * 1000:.0f} ms (ratio {again / read:.2f} to reading)",
        f"a row read again while somebody types, with figures to insert and bare numbers: {keystroke * 1000:.0f} ms, "
        f"ratio {keystroke / again:.2f} to the whole form",
        "printed: " + ", ".join(f"{ending} {took:.2f} s" for ending, took in files.items()),
    ]
