"""What every page shares: the version that it draws, the watcher that follows it, and what its controls do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import streamlit as st

from kpi.dates.periods import Period
from lang import say
from ui.parts import drawing
from ui.shared import cached, version_watcher
from ui.shared.contract import Empty
from ui.shared.messages import Message, number_of
from ui.shell import address, language, last_visit, navigation
from ui.shell.reader_choice import Choice
from warehouse import Version

OPENED = "ui-opened"
OF_PAGE = ("indicator", "view", "rows")  # kept in the address by the page that is open alone


@dataclass(frozen=True)
class Frame:
    """One run of a page."""

    lang: str
    version: Version
    choice: Choice

    @property
    def query(self) -> dict[str, str]:
        """What a link to another page carries along."""
        kept = self.choice.without_filters().params()
        return kept | _lang()


@dataclass(frozen=True)
class Filled(Frame):
    """One run of a page while there are data."""

    newest: date  # the default cut-off
    last: date  # the last day of which any source tells something

    @property
    def period(self) -> Period:
        """What was chosen, as far as there are data."""
        return cached.reached(self.version, self.choice.period(self.newest, self.last))


def framed(lang: str, version: Version, choice: Choice) -> Frame:
    """The run of a page that draws a version, `Filled` where that has data."""
    newest = cached.newest(version)
    if newest is None:
        return Frame(lang, version, choice)
    return Filled(lang, version, choice, newest, cached.last_day(version) or newest)


def begin(page: str) -> Frame:
    """Language, version and choice of this run; goes to what was clicked; follows new versions."""
    navigation.ensure(language.current())
    if opened := st.session_state.pop(OPENED, None):
        st.switch_page(f"pages/{opened[0]}.py", query_params=opened[1])
    lang, version = language.current(), cached.version()
    offices = [office.name for office in cached.book(version).offices]
    chosen = address.choice(cached.catalogue().dimensions, offices, page)
    drawing.begin(version.store)
    last_visit.follow(version)
    version_watcher.follow(cached.watcher(), version)
    return framed(lang, version, chosen)


def on_message(message: Message) -> None:
    """Something was done in a component: a control was set, an indicator or a load opened, the language switched."""
    key, value = message.key, message.value
    if message.what == "lang":
        language.switch(value)
    elif message.what == "choose" and key in OF_PAGE:
        if key == "indicator":
            st.query_params.pop("rows", None)
        st.query_params[key] = value
    elif message.what == "choose" and key == "seen":
        last_visit.back_in_view(value, cached.version())
    elif message.what == "choose":
        address.choose(key, value)
    elif value == "changes":
        _go("changes")
    elif message.more:  # a month that was loaded, of the whole agency
        st.session_state[OPENED] = ("overview", Choice.read(dict(message.more)).params() | _lang())
    elif value in cached.catalogue().indicators:
        _go("indicator", indicator=value)
    elif number_of(value) is not None:
        _go("history", load=message.named)


def _go(page: str, **params: str) -> None:
    """Open another page in the next run, with the reader's period, office and language."""
    kept = st.session_state.get(address.KEY, Choice()).without_filters().params()
    st.session_state[OPENED] = (page, {**params, **kept, **_lang()})


def _lang() -> dict[str, str]:
    return {"lang": st.query_params["lang"]} if "lang" in st.query_params else {}


def empty(lang: str) -> Empty:
    """What a page says while there are no data at all."""
    steps = [say(f"ui-empty-step-{n}", lang) for n in (1, 2, 3)]
    return {"title": say("ui-empty-title", lang), "text": say("ui-empty-text", lang), "steps": steps}
