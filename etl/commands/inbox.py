"""The inbox: files dropped into a folder for each source are loaded, then archived or refused; no person stays.

``inbox/SOURCE/`` is where files are dropped, ``archive/SOURCE/`` holds the clean copies of what was loaded and
``refused/SOURCE/`` the problem workbooks and a text with the sentences. What comes is deleted once its clean copy is
stored. A file of which none can be made (it cannot be read at all) stays where it is, and is not tried again until it
changes.
"""

from __future__ import annotations

import hashlib
import stat
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePath

from filelock import FileLock, Timeout

from etl.intake import FileReport, Plan, load, note_refusal, prepare
from etl.kept_words import Recognised
from etl.reading import content_of, readable_name
from etl.redacted_copies import clean_copy, problem_ending, problem_workbook
from etl.refusal_words import explained
from etl.verdict import files_are_right
from kpi.errors import Busy, KpiError, MonthClosed, Problem
from lang import say
from lang.problem import words
from warehouse import Warehouse, settings
from warehouse.permissions import Actor
from warehouse.upkeep.line_files import append_record, records, replace

LEFT = "inbox-left.jsonl"  # in runtime: what stays where it is
SETTLED = 2.0  # seconds for which a file must not have changed
UNFINISHED = (".part", ".tmp", ".crdownload", ".partial", ".filepart")


@dataclass(frozen=True)
class Taken:
    """What became of one file: ``state`` is loaded, unchanged, refused or unreadable; ``text`` says it."""

    source: str
    file: str
    state: str
    text: str
    load: int | None = None


def folders(warehouse: Warehouse) -> list[Path]:
    """The inbox folder of every source, made where it was missing."""
    found = [warehouse.home / "inbox" / name for name in warehouse.catalogue.sources]
    for folder in found:
        folder.mkdir(parents=True, exist_ok=True)
    return found


def run_once(warehouse: Warehouse, actor: Actor, now: Callable[[], datetime], lang: str) -> Iterator[Taken]:
    """Take what lies in the inbox, one load for each file, so that a bad one doesn't hold up the others.

    Raises
    ------
    Busy
        When another process takes this inbox.
    """
    folders(warehouse)
    runtime = warehouse.home / "runtime"
    runtime.mkdir(parents=True, exist_ok=True)
    lock = FileLock(runtime / "inbox.lock", timeout=0)
    try:
        lock.acquire()
    except Timeout:
        raise Busy("inbox-busy") from None
    try:
        for source in warehouse.catalogue.sources:
            for path in _ready(warehouse.home / "inbox" / source):
                try:
                    taken = _take(warehouse, source, path, actor, now(), lang)
                except (KpiError, OSError):
                    raise
                except Exception as error:  # a fault of ours with one file must not hold up the others
                    _leave(warehouse, source, path, hashlib.sha256(content_of(path)).hexdigest())
                    why = say("inbox-fault", lang, why=type(error).__name__)
                    taken = Taken(source, _called(warehouse, source, path), "unreadable", why)
                if taken is not None:
                    yield taken
    finally:
        lock.release()


def _ready(folder: Path) -> list[Path]:
    """Regular files that are whole: not temporary, and unchanged for a while."""
    found = []
    for path in sorted(folder.iterdir()):
        if path.name.startswith((".", "~$")) or path.name.lower().endswith(UNFINISHED):
            continue
        with suppress(FileNotFoundError):
            about = path.lstat()
            if stat.S_ISREG(about.st_mode) and time.time() - about.st_mtime >= SETTLED:
                found.append(path)
    return found


def _take(warehouse: Warehouse, source: str, path: Path, actor: Actor, at: datetime, lang: str) -> Taken | None:
    content = content_of(path)
    digest = hashlib.sha256(content).hexdigest()
    if f"{source} {digest}" in _left(warehouse.home):
        return None
    plan = prepare(warehouse, source, [(readable_name(path), content)], today=settings.today())
    called = plan.files[0].stored
    if not plan.refused:
        try:
            done = load(warehouse, plan, actor, say("inbox-message", lang), at, unattended=True)
        except MonthClosed as error:
            sentence = Problem("error", error.key, explained(error, lang), file=called)
            return _refuse(warehouse, plan.refused_for(sentence), path, digest, at, lang)
        except KpiError as error:
            return Taken(source, called, "waiting", say(error.key, lang, **explained(error, lang)))
        return _taken(warehouse, plan, path, done.load, at, lang)
    note_refusal(warehouse, plan, at)
    return _refuse(warehouse, plan, path, digest, at, lang)


def _taken(warehouse: Warehouse, plan: Plan, path: Path, load: int | None, at: datetime, lang: str) -> Taken:
    """Archive what was loaded. It is committed already: where the archive cannot be written, the file stays where it is
    and both is said; it changes nothing when it is taken again."""
    name, state = plan.files[0].stored, "loaded" if load is not None else "unchanged"
    said = say(f"inbox-{state}", lang, load=str(load or ""))
    origin = plan.files[0].origin
    if origin is None:
        raise ValueError("what was loaded was not read")
    suffix, copy = clean_copy(origin)
    stamp = load if load is not None else f"{at:%Y%m%d%H%M%S}"
    archive = warehouse.home / "archive"
    try:
        replace(archive / plan.source / f"{stamp}_{PurePath(name).stem}{suffix}", copy)
        append_record(archive / "index.jsonl", {"file": name, "sha256": plan.files[0].sha256, "load": load})
        path.unlink()
    except OSError as error:
        said = say("inbox-not-archived", lang, load=str(load or ""), why=error.strerror or str(error))
    return Taken(plan.source, name, state, said, load)


def _refuse(warehouse: Warehouse, plan: Plan, path: Path, digest: str, at: datetime, lang: str) -> Taken:
    folder, report = warehouse.home / "refused" / plan.source, plan.files[0]
    stem = f"{at:%Y%m%d-%H%M%S}_{PurePath(report.stored).stem}"
    text = "\n".join([f"SHA-256 {digest}", *_sentences(report, lang)]) + "\n"
    replace(folder / f"{stem}.txt", text.encode("utf-8"))
    if report.origin is None or not report.origin.tables:
        _leave(warehouse, plan.source, path, digest)
        return Taken(
            plan.source,
            report.stored,
            "unreadable",
            say("inbox-unreadable", lang, why=_sentences(report, lang)[0]),
        )
    marked = f"{stem}.problems{problem_ending(report.kind)}"
    replace(folder / marked, problem_workbook(report.origin, report.problems, lang))
    path.unlink()
    count = sum(problem.severity == "error" for problem in report.problems)
    right = files_are_right(report.problems)
    return Taken(
        plan.source,
        report.stored,
        "refused",
        say("inbox-open" if right else "inbox-refused", lang, count=count, file=marked),
    )


def _called(warehouse: Warehouse, source: str, path: Path) -> str:
    """A file's name as it is kept and told: what is dropped may be named for a person."""
    offices = [alias for office in warehouse.offices() for alias in (office.name, *office.aliases)]
    words = Recognised(warehouse.catalogue, offices)
    return words.file_name(readable_name(path), warehouse.catalogue.source(source))


def _leave(warehouse: Warehouse, source: str, path: Path, digest: str) -> None:
    """Note that a file stays where it is, so that it isn't tried again in this folder."""
    record = {"source": source, "file": _called(warehouse, source, path), "sha256": digest}
    append_record(warehouse.home / "runtime" / LEFT, record)


def _sentences(report: FileReport, lang: str) -> list[str]:
    errors = [problem for problem in report.problems if problem.severity == "error"]
    if report.origin:
        errors = [report.origin.words.problem(problem) for problem in errors]
    return [" ".join(part for part in (one.sheet, one.cell, words(one, lang)[0]) if part) for one in errors]


def _left(home: Path) -> set[str]:
    noted, _ = records(home / "runtime" / LEFT)
    return {f"{one['source']} {one['sha256']}" for one in noted if {"source", "sha256"} <= one.keys()}
