"""What is done on the page of one row: type, save, evidence, attached files. Only the answer to the last act is kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, date, datetime

import streamlit as st

from etl.typed_in.evidence import attach, carry_over, confirm, state, withdraw
from etl.typed_in.form_entry import write_row
from kpi.errors import DateError, KpiError, LoadRefused, Overtaken, Problem
from kpi.form.cut_offs import check_row_cut_off
from kpi.form.figure_parts import What
from kpi.form.template import parse
from lang import LANGUAGES, say
from lang.problem import words
from present.form.fill import evidence_indicator, shown
from ui.assessment import actions, cached_form
from ui.assessment.contract import Act
from ui.shared import cached
from ui.shared.messages import Message, Unheard, number_of
from ui.shared.refusal_words import saved, sentence
from ui.shared.whole_run import whole
from ui.shell.page_context import Filled
from warehouse import settings
from warehouse.commit.load_request import Loaded
from warehouse.permissions import local_actor

DRAFT, ASKED, SAID, FETCH, PART = "row-draft", "row-asked", "row-said", "row-fetch", "row-part"
ACTS: tuple[Act, ...] = ("save", "evidence", "attach", "withdraw", "carry", "confirm")
LONGEST = 8000


@dataclass(frozen=True)
class Draft:
    """What is being typed, the row's own cut-off ("" the form's), and the load of the text that it is typed over: its
    number with its store."""

    text: str
    as_of: str
    basis: str


@dataclass(frozen=True)
class RowResult:
    """What the last act did. ``wrong``: what is wrong, each in a sentence; ``mine``: the text that another one was saved
    before."""

    code: str
    act: Act
    good: bool
    text: str
    wrong: tuple[str, ...] = ()
    mine: str | None = None
    number: int = 0


def on_message(message: Message) -> None:
    """A control of this page was used; what is not ours goes to the Self-assessment page."""
    key = message.key
    if key == "draft":
        _keep(message)
    elif key in ACTS:
        _of(message)
        st.session_state[ASKED] = [*st.session_state.get(ASKED, ()), message]
    elif key == "part" and message.value in list(What):
        st.session_state[PART] = message.value
    elif key == "fetch":
        st.session_state[FETCH] = message.value
    else:
        actions.on_message(message)


def _of(message: Message) -> tuple[int, str, str]:
    """The year, row and language that a message is about: those of the page that sent it, whatever is open by now.

    Raises
    ------
    Unheard
    """
    year, code, lang = (message.more.get(name, "") for name in ("year", "code", "lang"))
    of = number_of(year) or 0
    if not (MINYEAR < of < MAXYEAR and code in cached.catalogue().framework and lang in LANGUAGES):
        raise Unheard("message-unheard")
    return of, code, lang


def _act(message: Message) -> Act:
    """Which act a message asks for.

    Raises
    ------
    Unheard
    """
    for one in ACTS:
        if one == message.key:
            return one
    raise Unheard("message-unheard")


def _keep(typed: Message) -> None:
    """Keep what is being typed for a row of a year in a language; nothing typed forgets it."""
    drafts = st.session_state.setdefault(DRAFT, {})
    of = _of(typed)
    drafts.pop(of, None)
    if typed.given:
        drafts[of] = Draft(typed.value[:LONGEST], typed.more.get("as_of", ""), typed.more.get("basis", ""))


def draft(year: int, code: str, lang: str) -> Draft | None:
    found: Draft | None = st.session_state.get(DRAFT, {}).get((year, code, lang))
    return found


def said(code: str) -> RowResult | None:
    found = st.session_state.get(SAID)
    return found if found and found.code == code else None


def part() -> What:
    """Which part of a figure is to be inserted."""
    return What(st.session_state.get(PART, What.amount))


def to_fetch() -> str:
    """The name of the attached file that this run is to hand out."""
    found: str = st.session_state.pop(FETCH, "")
    return found


def act(page: Filled) -> None:
    """Do what was asked for, if anything; the page is then drawn anew."""
    if ASKED not in st.session_state:
        return
    with whole():
        for asked in st.session_state.pop(ASKED):
            st.session_state[SAID] = _done(page, asked)
    st.rerun()


def _done(page: Filled, asked: Message) -> RowResult:
    year, code, lang = _of(asked)
    page = replace(page, lang=lang, choice=replace(page.choice, year=year))
    name, at = _act(asked), settings.now()
    number = int(at.timestamp() * 1000)
    basis = cached.version().numbered(asked.more.get("basis", "0"))
    if cached.replaced(asked.store) or basis is None:  # what it was typed over is of another store
        mine = asked.value if name == "save" else None
        return RowResult(code, name, False, say("store-replaced", page.lang), mine=mine, number=number)
    try:
        done = _save(page, code, asked, basis, at) if name == "save" else _evidence(page, code, asked, basis, at)
    except Overtaken as error:
        mine = asked.value if name == "save" else None
        cached.watcher().look()
        return RowResult(code, name, False, sentence(error, page.lang), mine=mine, number=number)
    except LoadRefused as refused:
        wrong = tuple(dict.fromkeys(_told(problem, page.lang) for problem in _errors(refused)))
        return RowResult(code, name, False, say("form-refused", page.lang), wrong, number=number)
    except KpiError as error:
        return RowResult(code, name, False, sentence(error, page.lang), number=number)
    cached.watcher().look()
    if name == "save":
        _saved(page, code, asked)
    key = "entry-saved-same" if done.load is None else f"form-done-{name}"
    return RowResult(code, name, True, saved(say(key, page.lang), page.lang), number=number)


def _saved(page: Filled, code: str, asked: Message) -> None:
    """What was saved is no draft any more; what was typed since then is."""
    typed = draft(actions.year_of(page), code, page.lang)
    if typed is None or typed.text == asked.value[:LONGEST]:
        _keep(replace(asked, given=False))


def _errors(refused: LoadRefused) -> Iterator[Problem]:
    return (problem for file in refused.report.files for problem in file.problems if problem.severity == "error")


def _told(problem: Problem, lang: str) -> str:
    text, wanted = words(problem, lang)
    return f"{text} {say('up-expected', lang)}{wanted}" if wanted else text


def _save(page: Filled, code: str, asked: Message, basis: int, at: datetime) -> Loaded:
    year, head = actions.year_of(page), actions.as_of(page)
    own = asked.day
    if own is not None:
        check_row_cut_off(year, own)
    text = asked.value[:LONGEST].strip()
    desk = cached_form.desk_for(page.version, year, head, text, own or head)
    reads = shown(desk, parse(text, cached.catalogue()), own or head, page.lang) or "—"
    return write_row(cached.warehouse(), year, code, page.lang, text, own, reads, own or head, local_actor(), at, basis)


def _evidence(page: Filled, code: str, asked: Message, basis: int, at: datetime) -> Loaded:
    house, actor, key = cached.warehouse(), local_actor(), evidence_indicator(cached.catalogue(), code)
    year = actions.year_of(page)
    if key is None:
        raise DateError("evidence-unknown", day=date(year, 1, 1))
    match asked.key:
        case "carry":
            return carry_over(house, key, year, actor, at, page.lang)
        case "confirm":
            return confirm(house, key, asked.dated, actor, at, page.lang)
        case "withdraw":
            return withdraw(house, key, asked.dated, asked.value, actor, at)
        case "attach":
            return attach(house, key, asked.dated, asked.more.get("name", "")[:200], asked.content, actor, at)
    office = cached_form.records(page.version).office(code, year)
    fields = {name: text[:LONGEST] for name, text in asked.fields.items()}
    return state(house, key, office, fields, basis, actor, at)
