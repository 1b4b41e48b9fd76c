"""The page of changes as data: since when, one sentence, and which parts follow."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import streamlit as st

from kpi.differences import Move
from lang import day, number, say
from present.sentences.difference import parted
from ui.changes import loads
from ui.changes.baseline import LOAD, MONTH, VISIT, WEEK, WORDS, Since, loads_since, since
from ui.changes.contract import ChangesBody, ChangesHead, ChangesWaiting
from ui.changes.rows import table
from ui.shared import cached, freshness
from ui.shared.contract import Control, Option, OptionGroup
from ui.shared.load_rows import source_name
from ui.shared.messages import Message
from ui.shell import address, controls, last_visit, page_context
from ui.shell.page_context import Filled, Frame
from warehouse import LoadRecord, Version, settings

PAGE = "changes"
CHOICES = 60  # loads to choose from


def on_message(message: Message) -> None:
    """Another start was chosen; what else is done on the page goes to the frame."""
    if message.key == "since":
        st.query_params["since"] = message.value[:24]
    else:
        page_context.on_message(message)


def asked(page: Frame) -> Since:
    """As the address says, and the browser remembers."""
    loads = cached.loads(page.version, cached.ALL_LOADS)
    zone = settings.now().tzinfo
    return since(_asked(page.version), loads, page.version.number, last_visit.before(), cached.today(), zone)


def _asked(version: Version) -> str:
    """What the address asks for, a version by its number; "" where it is one of another store."""
    text = st.query_params.get("since", "")
    return text if text in WORDS else str(address.numbered("since", version) or "")


# -- head ------------------------------------------------------------------------------------------------------------


def head(page: Frame, found: Since) -> ChangesHead:
    """Title and the control that says since when."""
    lang, catalogue = page.lang, cached.catalogue()
    title = say("ui-page-changes", lang)
    if not isinstance(page, Filled):
        top = controls.head(title, catalogue.settings.agency.get(lang), [], lang)
        return {"part": "head", "stamp": str(page.version), "head": top, "empty": page_context.empty(lang)}
    return {
        "part": "head",
        "stamp": str(page.version),
        "head": controls.head(title, say("chg-sub", lang), [chooser(page, found)], lang, scope=starting(found, lang)),
        "ribbon": freshness.demo_words(catalogue, cached.book(page.version), lang),
    }


def chooser(page: Frame, found: Since) -> Control:
    """A moment, or one of the loads."""
    lang, loads = page.lang, cached.loads(page.version, cached.ALL_LOADS)
    words_shown = [word for word in (VISIT, LOAD, WEEK, MONTH) if word != VISIT or last_visit.before()]
    zone = settings.now().tzinfo
    moments = [
        controls.option(
            word, starting(since(word, loads, page.version.number, last_visit.before(), cached.today(), zone), lang)
        )
        for word in words_shown
    ]
    chosen = found.word or (str(page.version.of(found.version)) if found.version else st.query_params.get("since", ""))
    stood = [(load, load.version) for load in loads if load.version and load.version < page.version.number][:CHOICES]
    versions = [controls.option(str(page.version.of(number)), _stood(load, lang)) for load, number in stood]
    if not found.word and chosen not in {option["value"] for option in versions}:
        versions.append(controls.option(chosen, starting(found, lang)))
    groups: list[OptionGroup] = [{"text": say("chg-group-moments", lang), "options": moments}]
    if versions:
        groups.append({"text": say("chg-group-versions", lang), "options": versions})
    return {"key": "since", "label": say("chg-since", lang), "value": chosen, "groups": groups}


def _stood(load: LoadRecord, lang: str) -> str:
    return say(
        "chg-stood", lang, version=number(load.version or 0), at=freshness.moment(load.at, cached.today(), lang),
        source=source_name(load.source, lang), who=load.actor,
    )  # fmt: skip


def starting(found: Since, lang: str) -> str:
    """Since when, as the beginning of a sentence and as a choice: 上次來過（昨日 16:20）之後."""
    key = f"chg-since-{found.word or 'version'}"
    params = {} if found.word else {"version": number(found.version or 0)}
    at = found.at
    if at is None:
        return say(f"{key}-undated", lang, **params)
    when = freshness.moment(at, cached.today(), lang) if isinstance(at, datetime) else day(at, lang)
    return say(key, lang, at=when, **params)


# -- body ------------------------------------------------------------------------------------------------------------


def waiting(page: Frame, found: Since) -> ChangesWaiting:
    """While the two versions are being compared."""
    return {
        "part": "waiting",
        "stamp": f"w{page.version}",
        "lead": say("chg-waiting", page.lang),
        "note": note(found, page.lang),
    }


def body(page: Frame, found: Since) -> ChangesBody:
    """One sentence, then statuses that flipped, other values that moved, and the loads since."""
    lang = page.lang
    came = loads_since(found, cached.loads(page.version, cached.ALL_LOADS))
    older = page.version.of(found.version) if found.version and found.version < page.version.number else None
    moved = cached.moves(older, page.version) if older else ()
    flipped, others = parted(cached.catalogue(), moved)
    return {
        "part": "body",
        "stamp": f"{page.version}-{found.word}-{found.version}",
        "lead": summary(found, len(came), flipped, others, lang),
        "note": note(found, lang),
        "others": _others(page, found, bool(came)),
        "tables": [
            table(say(f"chg-{name}", lang), rows, moved, lang)
            for name, rows in (("flipped", flipped), ("moved", others)) if rows
        ],
        "loads": loads.listed(page, came) if came else None,
        "kept": say("chg-kept", lang),
    }  # fmt: skip


def _others(page: Frame, found: Since, came: bool) -> list[Option]:
    """What else to look at where nothing came, or where the browser remembers no visit."""
    if came and not note(found, page.lang):
        return []
    loads, zone = cached.loads(page.version, cached.ALL_LOADS), settings.now().tzinfo
    starts = [since(word, loads, page.version.number, None, cached.today(), zone) for word in (LOAD, WEEK)]
    useful = [
        one.word for one in starts if one.version and one.version < page.version.number and one.word != found.word
    ]
    return [controls.option(word, say(f"chg-see-{word}", page.lang)) for word in useful]


def summary(found: Since, loads: int, flipped: Sequence[Move], others: Sequence[Move], lang: str) -> str:
    """The page in one sentence."""
    start = starting(found, lang)
    if not loads:
        return say("chg-same", lang, since=start)
    if found.version is None:
        return say("chg-before-data", lang, since=start, loads=loads)
    flips, values = (len({move.indicator for move in those}) for those in (flipped, others))
    kind = {(True, True): "both", (True, False): "flips", (False, True): "values"}.get((flips > 0, values > 0), "none")
    what = say(f"chg-what-{kind}", lang, flips=flips, values=values)
    key = "chg-sum-load" if found.word == LOAD else "chg-sum"
    return say(key, lang, since=start, what=what, **({} if found.word == LOAD else {"loads": loads}))


def note(found: Since, lang: str) -> str:
    """That the browser remembers no visit, where that is why another start was taken."""
    asked_for = st.query_params.get("since", "")
    return say("chg-first-visit", lang) if last_visit.before() is None and asked_for in ("", VISIT) else ""
