"""The two steps of `etl.intake` as the page takes them.

Files are read where they are checked and where they are loaded; neither their bytes nor their rows are kept.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

import streamlit as st

from etl.copies import problem_workbook
from etl.doubts import KEYS as DOUBTS
from etl.intake import FileReport, Plan, load, note_refusal, prepare
from etl.refusal import explained
from kpi.errors import DateError, KpiError, Problem
from kpi.periods import Period
from kpi.roc import parse_date
from lang import say
from ui import data
from warehouse import settings
from warehouse.access import local_actor
from warehouse.loading import Counts, Preview

MOST = 1000  # problems that go to the page
ORDER = {"error": 0, "warning": 1, "note": 2}
NOTED = "up-noted"
ASKS = {
    "as-of-needed",
    "period-needed",
    "header-guess",
    *DOUBTS,
}  # an answer is missing; the file itself is not refused yet
CHOICES = {"period-ambiguous", "period-in-future", "calendar-missing"}  # the file is right: something else is to change


@dataclass(frozen=True)
class Asked:
    """What was stated about files. ``options``: ``from``, ``to`` or ``as_of`` as they were typed."""

    source: str
    options: dict[str, str]
    replaces: bool
    confirmed: tuple[tuple[str, str], ...] = ()  # headers that were answered for, with their column ("": left out)
    characters: bool = False  # the doubtful characters were said to be right


@dataclass(frozen=True)
class Outcome:
    """What a check found. ``trouble``: a sentence, where nothing could be checked at all."""

    source: str
    files: tuple[FileReport, ...] = ()
    problems: tuple[Problem, ...] = ()
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


def check(asked: Asked, files: list, lang: str, tell) -> Outcome:
    """Read and check files; nothing is written, but a refusal is noted. ``tell``: progress."""
    try:
        plan = _prepare(asked, files, tell)
    except KpiError as error:
        return Outcome(asked.source, trouble=sentence(error, lang))
    found = [problem for report in plan.files for problem in report.problems]
    errors = [problem for problem in found if problem.severity == "error"]
    if plan.refused and {problem.key for problem in errors} - ASKS:
        _note(plan)
    return Outcome(
        source=plan.source,
        files=tuple(replace(report, problems=(), origin=None) for report in plan.files),
        problems=tuple(sorted(found, key=lambda problem: ORDER[problem.severity])[:MOST]),
        errors=len(errors),
        warnings=sum(problem.severity == "warning" for problem in found),
        count=len(found),
        total=plan.total,
        refused=plan.refused,
        demo=plan.source in data.warehouse().demo_sources(),
        preview=plan.preview,
    )


def commit(asked: Asked, files: list, message: str, lang: str, tell) -> Done:
    """Read once more and commit: nothing was kept since the check, and the warehouse may have moved on."""
    names, at = tuple(file.name for file in files), settings.now()
    demo = asked.source in data.warehouse().demo_sources()
    try:
        plan = _prepare(asked, files, tell, seen=False)
        tell(0.85, "progress-writing")
        done = load(
            data.warehouse(),
            plan,
            local_actor(),
            message,
            at,
            lambda share: tell(0.85 + share * 0.15, "progress-writing"),
        )
    except KpiError as error:
        return Done(asked.source, names, Counts(), 0, None, at, trouble=sentence(error, lang))
    data.watcher().version = max(data.watcher().version, done.version)
    return Done(asked.source, names, Counts.total(done.counts), done.version, done.load, at, demo=demo)


def marked(asked: Asked, files: list, name: str, lang: str) -> bytes:
    """The problem workbook of one of the files: read once more, since nothing of it was kept."""
    chosen = [file for file in files if file.name == name][:1]
    report = _prepare(asked, chosen, None, seen=False).files[0]
    if report.origin is None:
        raise KpiError("mend-none", file=name)
    return problem_workbook(report.origin, report.problems, lang)


def _prepare(asked: Asked, files: list, tell, seen: bool = True) -> Plan:
    item, said = data.catalogue().sources[asked.source], asked.options
    period = as_of = None
    if item.kind == "cases" and (said.get("from") or said.get("to")):
        period = _period([parse_date(said[name]) for name in ("from", "to") if said.get(name)])
    if item.kind == "snapshot" and said.get("as_of"):
        as_of = parse_date(said["as_of"])
    contents = [(file.name, file.getvalue()) for file in files]
    return prepare(
        data.warehouse(), asked.source, contents, today=data.today(), period=period, as_of=as_of,
        replace_period=asked.replaces, progress=tell, seen=seen, confirmed=dict(asked.confirmed),
        characters=asked.characters,
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
        note_refusal(data.warehouse(), plan, settings.now())


def sentence(error: KpiError, lang: str) -> str:
    """A refusal in words."""
    if isinstance(error, DateError):
        return say("up-date-unreadable", lang, found=error.params.get("found", ""))
    if error.key == "warehouse-busy":
        return say("up-busy", lang)
    params = {name: value for name, value in explained(error, lang).items() if name != "report"}
    return say(error.key, lang, **params)
