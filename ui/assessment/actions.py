"""What the controls of the Self-assessment page do. Year, cut-off, view, row and filters live in the address."""

from __future__ import annotations

from datetime import date

import streamlit as st

from etl.typed_in.form_entry import sign_off
from kpi.errors import KpiError
from lang import LANGUAGES, say
from present.form.edition import freeze
from present.form.provenance import source_of
from ui.assessment import cached_form
from ui.shared import cached
from ui.shared import download as files
from ui.shared.contract import Answer
from ui.shared.messages import Message, number_of
from ui.shared.refusal_words import saved, sentence
from ui.shared.whole_run import whole
from ui.shell import address, page_context
from ui.shell.page_context import Filled
from warehouse import Version, settings
from warehouse.permissions import local_actor

PAGE = "assessment"
VIEWS = ("form", "offices", "compare", "editions")
IN_ADDRESS = ("view", "row", "state", "charge", "with", "edition")
ASKED, SAID, SOURCES = "form-asked", "form-said", "form-sources"


def on_message(message: Message) -> None:
    """A control of this page was used; what is not ours goes to the frame."""
    key, text = message.key, message.value.strip()
    if key in IN_ADDRESS:
        _set(key, message.named if key == "edition" else text)
    elif key == "make":
        st.session_state[SOURCES] = bool(message.more.get("sources"))
        files.want(text)
    elif key == "sign":
        st.session_state[ASKED] = message
    else:
        page_context.on_message(message)


def _set(key: str, text: str) -> None:
    st.session_state.pop(SAID, None)
    for name in {"view": ("row", "edition", "state")}.get(key, ()):
        st.query_params.pop(name, None)
    if text:
        st.query_params[key] = text
    else:
        st.query_params.pop(key, None)


def view() -> str:
    found = st.query_params.get("view")
    return found if found in VIEWS else VIEWS[0]


def opened() -> str | None:
    """The code of the row that is open; the address bears its place in the form."""
    place, codes = number_of(st.query_params.get("row", "")) or 0, list(cached.catalogue().framework)
    return codes[place - 1] if 0 < place <= len(codes) else None


def place_of(code: str) -> int:
    return list(cached.catalogue().framework).index(code) + 1


def year_of(page: Filled) -> int:
    return page.choice.year or page.newest.year


def as_of(page: Filled) -> date:
    """The cut-off that was asked for, or else the last day of the data in that year; of a year without any, today."""
    year, asked = year_of(page), page.choice.until
    if asked and asked.year == year:
        return asked
    last = page.newest if page.newest.year >= year else max(cached.today(), date(year, 1, 1))
    return min(last, date(year, 12, 31))


def with_sources() -> bool:
    found: bool = st.session_state.pop(SOURCES, False)
    return found


def act(page: Filled) -> None:
    """Sign an edition off, if that was asked for; the page is then drawn anew."""
    if ASKED not in st.session_state:
        return
    with whole():
        st.session_state[SAID] = _signed(page, st.session_state.pop(ASKED))
    st.rerun()


def _signed(page: Filled, asked: Message) -> tuple[bool, str]:
    year, day, lang = year_of(page), as_of(page), page.lang
    if cached.replaced(asked.store):
        return False, say("store-replaced", lang)
    number = max((one.number for one in cached_form.records(page.version).signed(year)), default=0) + 1
    try:
        who = asked.more.get("name", "").strip()[:60]
        sign_off(
            cached.warehouse(), year, number, day, who, edition_file(page.version, year, day), local_actor(), settings.now(),
            cached.today(), lang,
        )  # fmt: skip
    except KpiError as error:
        return False, sentence(error, lang)
    cached.watcher().look()
    return True, saved(say("form-signed-done", lang, number=number), lang)


def edition_file(version: Version, year: int, day: date) -> bytes:
    """The form in each language as it reads now, with the source of every figure."""
    desk, behind = cached_form.desk(version, year, day), cached_form.files_behind(version)
    forms = {lang: cached_form.form(version, year, day, lang) for lang in LANGUAGES}
    return freeze(forms, lambda printed, lang: source_of(desk, printed, behind, lang))


def edition(version: Version) -> int | None:
    """The number of the edition that is open."""
    return address.numbered("edition", version)


def said(page: Filled) -> Answer | None:
    """The answer to the last act; that the edition in the address is of another store."""
    found = st.session_state.get(SAID)
    if found is None and view() == "editions" and address.replaced("edition", page.version):
        found = False, say("number-replaced", page.lang)
    return {"good": found[0], "text": found[1]} if found else None
