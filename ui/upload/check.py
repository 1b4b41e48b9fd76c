"""The two steps of `etl.intake` as the page takes them.

Files are read where they are checked and where they are loaded; neither their bytes nor their rows are kept.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from etl.intake import FileReport, Plan, Progress, load, newest_month, note_refusal, prepare
from etl.reading import Document
from etl.redacted_copies import problem_workbook
from etl.tabular.likely_source import Likely, recognise
from etl.verdict import ASKS
from kpi.dates.periods import Period
from kpi.dates.roc import parse_date
from kpi.errors import KpiError, Problem
from ui.shared import cached
from ui.shared.refusal_words import sentence
from warehouse import settings
from warehouse.commit.loading import Counts, Preview
from warehouse.permissions import local_actor

MOST = 1000  # problems that go to the page
ORDER = {"error": 0, "warning": 1, "note": 2}
NOTED = "up-noted"
OTHER = "looks-like"


@dataclass(frozen=True)
class Asked:
    """What was stated about files. ``options``: ``from``, ``to`` or ``as_of`` as they were typed."""

    source: str | None  # None: nobody has said, and the files do not tell
    options: dict[str, str]
    replaces: bool
    confirmed: tuple[tuple[str, str], ...] = ()  # headers that were answered for, with their column ("": left out)
    characters: bool = False  # the doubtful characters were said to be right
    so_far: bool = False  # a period that is not over was said to count up to today

    @property
    def known_source(self) -> str:
        """The source, without which nothing can be read. Raises LookupError."""
        if self.source is None:
            raise LookupError("nobody has said what the files are")
        return self.source


@dataclass(frozen=True)
class Outcome:
    """What a check found. ``trouble``: a sentence, where nothing could be checked at all; ``source`` None: what the files
    are is still to be said."""

    source: str | None
    files: tuple[FileReport, ...] = ()
    problems: tuple[Problem, ...] = ()
    others: tuple[Problem, ...] = ()  # that a file looks like another source than the chosen one
    errors: int = 0
    warnings: int = 0
    count: int = 0
    total: Counts = Counts()
    refused: bool = True
    demo: bool = False
    trouble: str = ""
    preview: Preview | None = None


@dataclass(frozen=True)
class Done:
    """What a load did; ``load`` is None where the content was there already. ``trouble``: why nothing was loaded."""

    source: str
    files: tuple[str, ...]
    total: Counts
    version: int
    load: int | None
    at: datetime
    demo: bool = False
    trouble: str = ""
    newest: date | None = None  # first day of the newest month that it brought
    unnoted: str = ""  # see `warehouse.lake.transactions.Store`


def look(files: list[UploadedFile], tell: Progress) -> tuple[list[Likely], dict[str, Document]]:
    """What each file seems to hold, and what was read of it."""
    return recognise(cached.warehouse(), [(file.name, file.getvalue()) for file in files], tell)


def check(
    asked: Asked, files: list[UploadedFile], lang: str, tell: Progress, opened: dict[str, Document] | None = None
) -> Outcome:  # fmt: skip
    """Read and check files; nothing is written, but a refusal is noted. ``tell``: progress; ``opened``: read already."""
    if asked.source is None:
        return Outcome(None)
    try:
        plan = _prepare(asked, files, tell, seen=True, opened=opened)
    except KpiError as error:
        return Outcome(asked.source, trouble=sentence(error, lang))
    every = [problem for report in plan.files for problem in report.problems]
    others, found = (tuple(p for p in every if (p.key == OTHER) is other) for other in (True, False))
    errors = [problem for problem in found if problem.severity == "error"]
    keys = {problem.key for problem in errors}
    if plan.refused and keys - ASKS and not others:  # of another source nothing was refused
        _note(plan)
    return Outcome(
        source=plan.source,
        files=tuple(replace(report, problems=(), origin=None) for report in plan.files),
        others=others,
        problems=tuple(sorted(found, key=lambda problem: ORDER[problem.severity])[:MOST]),
        errors=len(errors),
        warnings=sum(problem.severity == "warning" for problem in found),
        count=len(found),
        total=plan.total,
        refused=plan.refused,
        demo=plan.source in cached.warehouse().demo_sources(),
        preview=plan.preview,
    )


def commit(asked: Asked, files: list[UploadedFile], message: str, lang: str, tell: Progress) -> Done:
    """Read once more and commit: nothing was kept since the check, and the warehouse may have moved on."""
    names, at, source = tuple(file.name for file in files), settings.now(), asked.known_source
    demo = source in cached.warehouse().demo_sources()
    try:
        plan = _prepare(asked, files, tell)
        tell(0.85, "progress-writing")
        done = load(
            cached.warehouse(),
            plan,
            local_actor(),
            message,
            at,
            lambda share: tell(0.85 + share * 0.15, "progress-writing"),
        )
    except KpiError as error:
        return Done(source, names, Counts(), 0, None, at, trouble=sentence(error, lang))
    unnoted = cached.warehouse().unnoted
    cached.watcher().look()
    newest = newest_month(plan, cached.catalogue().sources[source])
    total = Counts.total(done.counts)
    return Done(source, names, total, done.version, done.load, at, demo=demo, newest=newest, unnoted=unnoted)


def marked(asked: Asked, files: list[UploadedFile], name: str, lang: str) -> bytes:
    """The problem workbook of one of the files: read once more, since nothing of it was kept."""
    chosen = [file for file in files if file.name == name][:1]
    report = _prepare(asked, chosen, None).files[0]
    if report.origin is None:
        raise KpiError("mend-none", file=name)
    return problem_workbook(report.origin, report.problems, lang)


def _prepare(
    asked: Asked, files: list[UploadedFile], tell: Progress | None, seen: bool = False, opened: dict[str, Document] | None = None
) -> Plan:  # fmt: skip
    item, said = cached.catalogue().sources[asked.known_source], asked.options
    period = as_of = None
    if item.kind == "cases" and (said.get("from") or said.get("to")):
        period = _period([parse_date(said[name]) for name in ("from", "to") if said.get(name)])
    if item.kind == "snapshot" and said.get("as_of"):
        as_of = parse_date(said["as_of"])
    contents = [(file.name, file.getvalue()) for file in files]
    return prepare(
        cached.warehouse(), asked.known_source, contents, today=cached.today(), period=period, as_of=as_of,
        replace_period=asked.replaces, progress=tell, seen=seen, confirmed=dict(asked.confirmed),
        characters=asked.characters, so_far=asked.so_far, opened=opened,
    )  # fmt: skip


def _period(days: list[date]) -> Period:
    if len(days) != 2:
        raise KpiError("up-both-days")
    if days[1] < days[0]:
        raise KpiError("dates-swapped")
    return Period(*days)


def _note(plan: Plan) -> None:
    """A refused file is noted once, however often the page is drawn or the options change."""
    mark = (plan.source, *(report.sha256 for report in plan.files))
    noted = st.session_state.setdefault(NOTED, set())
    if mark not in noted:
        noted.add(mark)
        note_refusal(cached.warehouse(), plan, settings.now())
