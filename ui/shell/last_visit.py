"""When this browser was here last, and which version it saw: kept by the browser alone, in a cookie of this site.

A visit lasts while a page of ours is in view and ends `PAUSE` after the last one was, so what is compared with stays the
same during one visit. The cookie holds the id of the store and four numbers, and nothing about the reader:
``store.before.at.version.at``, the version seen last in the visit before this one and in this one, each with its moment
(0.0 where there was none before). After a restore the numbers name other versions, so the visits begin anew. The rule is
here; `last_visit.js` only writes down what it is told. What comes back from a browser is input: it counts only
where it names versions that are there, at moments that have been.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

import streamlit as st

from ui.shared import contract
from ui.shell import address
from warehouse import Version, settings

KEY = "ui-visit"
COOKIE = "kpi-seen"
PAUSE = 30 * 60  # seconds
SKEW = 60  # seconds by which a browser's clock may run ahead
FORM = re.compile(r"([0-9a-f]{12})\.([0-9]{1,9})\.([0-9]{1,10})\.([0-9]{1,9})\.([0-9]{1,10})")
ASKING = ("overview", "changes")  # pages that show it; elsewhere no run is disturbed for it


@dataclass(frozen=True)
class Seen:
    """A version and the last moment at which it was in view, in seconds since 1970."""

    version: int
    at: int


@dataclass(frozen=True)
class Visit:
    store: str
    before: Seen | None
    now: Seen


def read(text: str | None, newest: Version, now: int) -> Visit | None:
    """What a browser says that it kept; None where it kept nothing or nothing that can be."""
    found = FORM.fullmatch(text or "")
    if not found:
        return None
    store, before, before_at, version, at = found[1], *map(int, found.groups()[1:])
    if not (store == newest.store and 0 < version <= newest.number and 0 < at <= now + SKEW):
        return None
    if not (0 < before <= newest.number and 0 < before_at <= at):
        return Visit(store, None, Seen(version, at)) if before == before_at == 0 else None
    return Visit(store, Seen(before, before_at), Seen(version, at))


def arrive(kept: Visit | None, newest: Version, now: int) -> Visit:
    """The visit that goes on, or a new one with what was seen last as what it is compared with."""
    seen = Seen(newest.number, now)
    if kept is None:
        return Visit(newest.store, None, seen)
    return Visit(newest.store, kept.now if now - kept.now.at > PAUSE else kept.before, seen)


def follow(version: Version) -> None:
    """Begin or go on with the visit of this session, which sees ``version`` now."""
    visit = st.session_state.get(KEY)
    if visit is None or visit.store != version.store:
        now = _now()
        visit = arrive(read(st.context.cookies.get(_name()), version, now), version, now)
    st.session_state[KEY] = replace(visit, now=replace(visit.now, version=version.number))


def back_in_view(text: str, newest: Version) -> None:
    """A page came into view again and found that another kept something else since, or that the visit is over."""
    now = _now()
    kept = read(text, newest, now)
    if kept is not None:
        st.session_state[KEY] = arrive(kept, newest, now)


def before() -> Seen | None:
    """What the visit before this one saw last; None at the first visit, or where the browser keeps nothing."""
    visit: Visit | None = st.session_state.get(KEY)
    return visit.before if visit else None


def told() -> contract.Seen | None:
    """What the browser is to keep."""
    visit: Visit | None = st.session_state.get(KEY)
    if visit is None:
        return None
    last = visit.before or Seen(0, 0)
    return {
        "name": _name(), "before": f"{visit.store}.{last.version}.{last.at}", "version": visit.now.version, "at": visit.now.at,
        "pause": PAUSE, "asks": st.session_state.get(address.PAGE) in ASKING,
    }  # fmt: skip


def _name() -> str:
    """Cookies don't know ports: two dashboards on one machine keep two."""
    port = urlsplit(st.context.url or "").port
    return f"{COOKIE}-{port}" if port else COOKIE


def _now() -> int:
    return int(settings.now().timestamp())
