"""Good files broken at random: each is read, or refused with a sentence; nothing crashes, hangs or shows a traceback.

``python -m tests.fuzz --count 20000 --seed 1`` (``make fuzz``). What fails is kept in ``build/fuzz``.
"""

from __future__ import annotations

import argparse
import faulthandler
import io
import multiprocessing
import os
import pickle
import random
import resource
import signal
import sys
import tempfile
import time
import traceback
import zipfile
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from unittest.mock import patch

from etl.intake import prepare
from etl.reading import sandbox, sandbox_child, xlsx
from etl.reading.limits import MEMORY
from etl.redacted_copies import clean_copy, problem_workbook
from kpi.errors import KpiError
from lang.problem import words
from tests.conftest import TODAY, with_lists
from tests.samples import SAMPLES, formats, layouts, messy
from warehouse import Warehouse, settings

SECONDS, MEGABYTES = 10, 1024  # allowed for one file
KEEP = Path("build/fuzz")
TOKENS = [
    b"", b"0", b"-1", b"1e999", b"NaN", b"99999999999999999999",
    b"2147483648", b"\x00", b"\xff\xfe", b"&lt;", b"&x;", b"]]>", b"<![CDATA[",
    b"<!DOCTYPE x [<!ENTITY x 'y'>]>", b'r="ZZZ9999999"', b'r="A0"', b't="s"><v>99999</v>', b't="e"',
    b"=1+1", b"\r\n\r\n", b",,,,,", b'"', b"\t",
    "１１４年１３月".encode(), b"114/02/30", "合計".encode(), "－".encode(),
    "9成14".encode(), b"<table>" * 40, b"</table>", b"A" * 5000, b"1900-02-29",
    b"#REF!", b"TRUE", b"xmlns", b'count="-5"', b'ref="A1:XFD1048576"', b'rowspan="99999999"', b'colspan="-2"',
    b'table:number-columns-repeated="999999999"', b'table:number-rows-repeated="999999999"',
]  # fmt: skip


@dataclass
class Found:
    """What happened to the mutants. ``failures``: (mutant, what went wrong)."""

    kinds: Counter = field(default_factory=Counter)
    keys: Counter = field(default_factory=Counter)
    slowest: float = 0.0
    megabytes: int = 0
    failures: list[tuple[str, str]] = field(default_factory=list)


def bases() -> list[tuple[str, bytes]]:
    """The good files: every sample of a format or of a messy table that is read, if it is small."""
    kept = []
    for one in SAMPLES.values():
        if one.make.__module__ in (formats.__name__, layouts.__name__, messy.__name__):
            content = one.make()
            if len(content) < 60_000:
                kept.append((one.file, content))
    return kept


def mutate(rng: random.Random, content: bytes, other: bytes) -> bytes:
    """One to five changes; inside a package, to one of its parts, which is then packed again."""
    if content.startswith(b"PK") and rng.random() < 0.75:
        return _repacked(rng, content)
    for _ in range(rng.randint(1, 5)):
        content = _changed(rng, content, other)
    return content


def _changed(rng: random.Random, content: bytes, other: bytes) -> bytes:
    size = len(content)
    start = rng.randrange(size + 1)
    end = min(size, start + rng.choice([1, 1, 2, 4, 16, 64, 256, 4096]))
    way = rng.randrange(8)
    if way == 0:
        return content[:start] + bytes(rng.randrange(256) for _ in range(end - start)) + content[end:]
    if way == 1:
        return content[:start] + content[end:]
    if way == 2:
        return content[:end] + content[start:end] * rng.choice([1, 2, 50]) + content[end:]
    if way == 3:
        return content[:start]
    if way == 4:
        cut = rng.randrange(len(other) + 1)
        return content[:start] + other[cut : cut + 500] + content[end:]
    return content[:start] + rng.choice(TOKENS) + content[start if way == 5 else end :]


def _repacked(rng: random.Random, content: bytes) -> bytes:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError):
        return _changed(rng, content, content)
    name = rng.choice(sorted(parts))
    if rng.random() < 0.1:
        del parts[name]
    else:
        for _ in range(rng.randint(1, 4)):
            parts[name] = _changed(rng, parts[name], rng.choice(sorted(parts.values())))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for one, data in parts.items():
            archive.writestr(one, data)
    return out.getvalue()


def one(warehouse: Warehouse, source: str, name: str, content: bytes, rng: random.Random) -> str:
    """Put one file through reading, checking, its problem workbook and its clean copy; gives the key of what was found."""
    try:
        plan = prepare(warehouse, source, [(name, content)], today=TODAY, seen=rng.random() < 0.02)
    except KpiError as error:
        return error.key
    report = plan.files[0]
    for problem in report.problems:
        for lang in ("zh-Hant", "en"):
            said, _ = words(problem, lang)
            if not said or "Traceback" in said:
                raise AssertionError(f"{problem.key} says nothing: {said!r}")
    if report.origin and report.origin.tables and rng.random() < 0.1:
        if report.problems:
            problem_workbook(report.origin, report.problems, "zh-Hant")
        clean_copy(report.origin)
    return next((problem.key for problem in report.problems if problem.severity == "error"), "loads")


def forked(what: str, *args) -> object:
    """What `sandbox.ask` has done, in a fork of this process, so that what is patched here holds there too."""
    out, into = os.pipe()
    pid = os.fork()
    if not pid:
        faulthandler.disable()
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        mine = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (mine + MEMORY, mine + MEMORY))
        with os.fdopen(into, "wb") as answer:
            pickle.dump(sandbox_child.JOBS[what](*args), answer, protocol=5)
        os._exit(0)
    os.close(into)
    try:
        with os.fdopen(out, "rb") as answer:
            said = answer.read()
    finally:
        os.kill(pid, signal.SIGKILL)
        code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    if not said or code not in (0, -signal.SIGKILL):
        raise sandbox.Died(slow=False)
    return pickle.loads(said)


def run(home: Path, count: int, seed: int, truly: float = 0.1) -> Found:
    """``count`` mutants of ``seed``; a share of ``truly`` is read in a real child, the others in a fork of this process."""
    rng, files, found = random.Random(seed), bases(), Found()
    warehouse = Warehouse.open(home, settings.catalogue())
    sources = list(warehouse.catalogue.sources)
    ask = sandbox.ask

    def near(what, *args, tell):
        return ask(what, *args, tell=tell) if rng.random() < truly else forked(what, *args)

    def late(*_):
        raise TimeoutError(f"more than {SECONDS} seconds")

    signal.signal(signal.SIGALRM, late)
    with patch.object(sandbox, "ask", near):
        for index in range(count):
            name, content = rng.choice(files)
            mutant = mutate(rng, content, rng.choice(files)[1])
            source = "petitions" if rng.random() < 0.6 else rng.choice(sources)
            begun = time.monotonic()
            signal.alarm(SECONDS)
            try:
                with patch.object(xlsx, "LARGE", rng.choice([-1, xlsx.LARGE])):
                    found.keys[one(warehouse, source, name, mutant, rng)] += 1
            except BaseException as error:
                if isinstance(error, KeyboardInterrupt):
                    raise
                KEEP.mkdir(parents=True, exist_ok=True)
                path = KEEP / f"{seed}-{index}-{source}-{name}"
                path.write_bytes(mutant)
                found.failures.append((str(path), "".join(traceback.format_exception(error)[-4:])))
            finally:
                signal.alarm(0)
            found.kinds[Path(name).suffix] += 1
            found.slowest = max(found.slowest, time.monotonic() - begun)
    found.megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    warehouse.close()
    return found


def _worker(args: tuple[int, int]) -> Found:
    count, seed = args
    with tempfile.TemporaryDirectory() as name:
        resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))
        return run(with_lists(Path(name), settings.catalogue()), count, seed)


def main() -> int:
    asked = argparse.ArgumentParser()
    asked.add_argument("--count", type=int, default=20_000)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--processes", type=int, default=2)
    options = asked.parse_args()
    share = 500
    jobs = [(share, options.seed * 1000 + n) for n in range(-(-options.count // share))]
    total = Found()
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(options.processes, context) as pool:  # raises where a process of it dies
        for found in pool.map(_worker, jobs):
            total.kinds += found.kinds
            total.keys += found.keys
            total.failures += found.failures
            total.slowest, total.megabytes = max(total.slowest, found.slowest), max(total.megabytes, found.megabytes)
            print(f"{sum(total.kinds.values()):,} mutants, {len(total.failures)} failures", file=sys.stderr)
    for path, why in total.failures[:20]:
        print(path, why, sep="\n")
    print(f"{sum(total.kinds.values()):,} mutants of {len(bases())} files: {dict(total.kinds)}")
    print(f"loads or refused: {dict(total.keys.most_common())}")
    print(f"slowest {total.slowest:.1f} s, most memory {total.megabytes:,} MB, failures {len(total.failures)}")
    return 1 if total.failures or total.megabytes > MEGABYTES else 0


if __name__ == "__main__":
    sys.exit(main())
