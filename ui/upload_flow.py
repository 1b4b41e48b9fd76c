"""An upload from files to a load: what is kept of it between two runs of the page, and the two steps of `etl.intake`.

Files are read where they are checked and where they are loaded; neither their bytes nor their rows are kept.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

import streamlit as st

from etl.intake import FileReport, Plan, load, note_refusal, prepare
from kpi.errors import DateError, KpiError, Problem
from kpi.periods import Period
from kpi.roc import parse_date
from lang import say
from ui import address, data, frame
from warehouse import settings
from warehouse.access import local_actor
from warehouse.loading import Counts

PAGE = "upload"
TABS = ("files", "figures")
MOST = 200  # problems that are shown
ORDER = {"error": 0, "warning": 1, "note": 2}
GENERATION, OPTIONS, OUTCOME, DONE, NOTED, GO = (
    "up-generation", "up-options", "up-outcome", "up-done", "up-noted", "up-go",
)  # fmt: skip
ASKS = {"as-of-needed", "period-needed"}  # an answer is missing; the file itself is not refused yet


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


def arrive() -> None:
    """Coming from another page, the last upload is over. To be called before `frame.begin`."""
    if st.session_state.get(address.PAGE) != PAGE:
        forget()


def forget() -> None:
    """Begin anew: a new uploader (the old one's files go), no options, no result."""
    st.session_state[GENERATION] = st.session_state.get(GENERATION, 0) + 1
    for key in (OPTIONS, OUTCOME, DONE, GO):
        st.session_state.pop(key, None)


def generation() -> int:
    return st.session_state.get(GENERATION, 0)


def tab() -> str:
    found = st.query_params.get("tab")
    return found if found in TABS else TABS[0]


def source() -> str:
    known = data.catalogue().sources
    found = st.query_params.get("source")
    return found if found in known else next(iter(known))


def options() -> dict[str, str]:
    """What was stated about the files: ``from``, ``to``, ``as_of``, ``load`` (add or replace)."""
    return dict(st.session_state.get(OPTIONS, {}))


def replaces() -> bool:
    """Are rows of the covered period that are not in the files removed? As chosen, else as the source does by default."""
    item = data.catalogue().sources[source()]
    default = "replace" if item.load == "replace" or item.kind == "snapshot" else "add"
    return options().get("load", default) == "replace"


def heard(what: str, value: object) -> None:
    """A control of this page was used; what is not ours goes to the frame."""
    key = value.get("key") if what == "choose" and isinstance(value, Mapping) else None
    if key in ("source", "tab"):
        forget()
        st.query_params[key] = str(value.get("value", ""))
    elif key == "option":
        st.session_state[OPTIONS] = options() | {str(value.get("name")): str(value.get("value", "")).strip()}
    elif key == "clear":
        forget()
    elif key == "load":
        st.session_state[GO] = str(value.get("value", "")).strip()[:500]
    else:
        frame.heard(what, value)


def run(files: list, version: int, lang: str, tell) -> tuple[Outcome | None, Done | None]:
    """Check what was uploaded, or load it when that was asked for. ``tell``: progress, as of `etl.intake.prepare`."""
    message = st.session_state.pop(GO, None)
    if files and message is not None:
        st.session_state[DONE] = _load(files, message, lang, tell)
        if not st.session_state[DONE].trouble:
            st.session_state[GENERATION] = generation() + 1
            for key in (OPTIONS, OUTCOME):
                st.session_state.pop(key, None)
            st.rerun()
    elif files:
        st.session_state.pop(DONE, None)
    return _outcome(files, version, lang, tell) if files else None, st.session_state.get(DONE)


def _outcome(files: list, version: int, lang: str, tell) -> Outcome:
    """The check of these files with these options, made once."""
    key = (source(), tuple(file.file_id for file in files), tuple(sorted(options().items())), version, lang)
    kept = st.session_state.get(OUTCOME)
    if kept is None or kept[0] != key:
        kept = (key, _check(files, lang, tell))
        st.session_state[OUTCOME] = kept
    return kept[1]


def _check(files: list, lang: str, tell) -> Outcome:
    try:
        plan = _prepare(files, tell)
    except KpiError as error:
        return Outcome(source(), trouble=sentence(error, lang))
    found = [problem for report in plan.files for problem in report.problems]
    errors = [problem for problem in found if problem.severity == "error"]
    if plan.refused and {problem.key for problem in errors} - ASKS:
        _note(plan)
    return Outcome(
        source=plan.source,
        files=tuple(replace(report, problems=()) for report in plan.files),
        problems=tuple(sorted(found, key=lambda problem: ORDER[problem.severity])[:MOST]),
        errors=len(errors),
        warnings=sum(problem.severity == "warning" for problem in found),
        count=len(found),
        total=plan.total,
        refused=plan.refused,
        demo=plan.source in data.warehouse().demo_sources(),
    )


def _load(files: list, message: str, lang: str, tell) -> Done:
    """Read once more and commit: nothing was kept since the check, and the warehouse may have moved on."""
    names, at = tuple(file.name for file in files), settings.now()
    demo = source() in data.warehouse().demo_sources()
    try:
        plan = _prepare(files, tell)
        tell(0.95, "progress-writing")
        done = load(data.warehouse(), plan, local_actor(), message, at)
    except KpiError as error:
        return Done(source(), names, Counts(), 0, None, at, trouble=sentence(error, lang))
    data.watcher().version = max(data.watcher().version, done.version)
    return Done(source(), names, plan.total, done.version, done.load, at, demo=demo)


def _prepare(files: list, tell) -> Plan:
    item, said = data.catalogue().sources[source()], options()
    period = as_of = None
    if item.kind == "cases" and (said.get("from") or said.get("to")):
        period = _period([parse_date(said[name]) for name in ("from", "to") if said.get(name)])
    if item.kind == "snapshot" and said.get("as_of"):
        as_of = parse_date(said["as_of"])
    contents = [(file.name, file.getvalue()) for file in files]
    return prepare(
        data.warehouse(), source(), contents, today=data.today(), period=period, as_of=as_of,
        replace_period=replaces(), progress=tell,
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
    params = {name: value for name, value in error.params.items() if name != "report"}
    return say(error.key, lang, **params)
