"""Loaders that are killed, and many at once: ``python -m tests.faults kill HOME COUNT`` or ``crowd HOME SECONDS``.

Every loader is a process of its own, forked before anything of the database is opened.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time
import traceback
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

from etl.intake import load, prepare
from kpi.errors import Busy
from tests.conftest import sql
from warehouse import Warehouse, settings
from warehouse.permissions import Actor
from warehouse.upkeep.verify import verify

ACTOR, NOW, TODAY = Actor("tester", local=True), datetime(2026, 1, 5, 8, tzinfo=UTC), date(2026, 1, 5)
HEAD = "案件編號,收文日期,結案日期,承辦單位,案件類別\n"
STATE = """
SELECT (SELECT count(*) FROM facts_petitions),
       (SELECT coalesce(sum(numerator), 0) FROM observations WHERE indicator = 'petitions_received'),
       (SELECT coalesce(sum(added - removed), 0) FROM loads WHERE source = 'petitions'),
       (SELECT count(*) FROM (SELECT split_part(case_no, '-', 1) AS tag, count(*) AS n FROM facts_petitions GROUP BY ALL) t
        WHERE n <> 30)
"""


def forked(work: Callable[[], int]) -> int:
    """Run in a process of its own; gives its id."""
    pid = os.fork()
    if pid:
        return pid
    code = 1
    try:
        code = work()
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(code)


def finished(pid: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def load_one(home: Path, tag: str) -> int:
    """Load a file of 30 petitions that bear this tag, spread over the months of a year."""
    rows = "".join(f"{tag}-{i},114{i % 12 + 1:02d}{i % 27 + 1:02d},,甲組,興革\n" for i in range(30))
    warehouse = Warehouse(home, settings.catalogue())
    content = (HEAD + rows).encode()
    plan = prepare(warehouse, "petitions", [(f"{tag}_114年.csv", content)], today=TODAY)
    try:
        load(warehouse, plan, ACTOR, tag, NOW)
    except Busy:
        return 2
    return 0


def sound(home: Path) -> int:
    """Is every load whole or absent, and do facts, observations and history agree?"""
    facts, observed, added, torn = sql(Warehouse(home, settings.catalogue()), STATE)[0]
    if not facts == observed == added or torn:
        print(f"facts {facts}, observations {observed}, history {added}, torn {torn}", flush=True)
        return 1
    return 0


def kill(home: Path, count: int) -> int:
    """Kill loaders at random moments; after each, another process opens the store and looks."""
    chance = random.Random(7)
    begun = time.monotonic()
    if finished(forked(lambda: load_one(home, "W"))):
        return 1
    usual = time.monotonic() - begun
    whole = 0
    for number in range(count):
        pid = forked(lambda number=number: load_one(home, f"K{number}"))
        time.sleep(chance.uniform(0.2, 1.3) * usual)
        os.kill(pid, signal.SIGKILL)
        whole += finished(pid) == 0
        if finished(forked(lambda: sound(home))):
            print(f"not sound after kill {number}", flush=True)
            return 1
    print(f"{count} killed, {whole} were done before", flush=True)
    return finished(forked(lambda: _verified(home)))


def _verified(home: Path) -> int:
    wrong = [one for one in verify(Warehouse(home, settings.catalogue())) if one.severity == "error"]
    print(wrong[:3] if wrong else "verified", flush=True)
    return 1 if wrong else 0


def crowd(home: Path, seconds: float) -> int:
    """Four loaders and four readers at once; every reader looks again and again."""
    end = time.monotonic() + seconds

    def loader(name: str) -> int:
        number = 0
        while time.monotonic() < end:
            while load_one(home, f"{name}{number}") == 2:
                pass
            number += 1
        return 0

    def reader() -> int:
        looked = 0
        warehouse = Warehouse(home, settings.catalogue())
        while time.monotonic() < end:
            facts, observed, added, torn = sql(warehouse, STATE)[0]
            if not facts == observed == added or torn:
                print(f"a reader saw facts {facts}, observations {observed}, history {added}, torn {torn}", flush=True)
                return 1
            looked += 1
        print(f"a reader looked {looked} times", flush=True)
        return 0

    pids = [forked(lambda name=name: loader(name)) for name in "ABCD"] + [forked(reader) for _ in range(4)]
    codes = [finished(pid) for pid in pids]
    return max(map(abs, codes)) or finished(forked(lambda: sound(home))) or finished(forked(lambda: _verified(home)))


if __name__ == "__main__":
    what, folder, amount = sys.argv[1:4]
    sys.exit(
        {"kill": lambda: kill(Path(folder), int(amount)), "crowd": lambda: crowd(Path(folder), float(amount))}[what]()
    )
