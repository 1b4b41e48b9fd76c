"""What the Downloads page has for a meeting: the monthly pack and the brief of a dimension, made when they are asked for."""

from __future__ import annotations

from functools import partial

import streamlit as st

from kpi.dates.periods import Period, month_of
from lang import month_name, say, year
from publish.pack.files import BRIEF_WRITERS, PACK_WRITERS, make_brief, make_pack
from ui.downloads.contract import FileButton, Meeting
from ui.shared import cached
from ui.shared import download as files
from ui.shared.contract import Made
from ui.shared.file_names import FORBIDDEN, span
from ui.shared.messages import Message
from ui.shell import controls
from ui.shell.page_context import Filled
from warehouse import settings
from warehouse.permissions import local_actor

WANTED, OF = "meeting-wanted", "of"
WRITERS = {"pack": PACK_WRITERS, "brief": BRIEF_WRITERS}


def took(message: Message) -> bool:
    """True where it was ours: a file of the meeting was asked for, or a dimension chosen."""
    kind, _, ending = message.value.partition(":")
    if message.key == "make" and ending in WRITERS.get(kind, {}):
        st.session_state[WANTED] = (kind, ending)
        return True
    if message.key == OF:
        st.query_params[OF] = message.value[:40]
        return True
    return False


def dimension() -> str:
    """The dimension that the address names, or the first."""
    known, asked = list(cached.catalogue().dimensions), st.query_params.get(OF)
    return asked if asked in known else known[0]


def shown(page: Filled) -> Meeting:
    """The two, each with its buttons."""
    lang, end = page.lang, page.period.end
    month = say("meet-month", lang, year=year(end, lang), month=month_name(end.month, lang))
    options = [controls.option(key, text.get(lang)) for key, text in cached.catalogue().dimensions.items()]
    return {
        "part": "meeting", "stamp": f"{page.version}-{dimension()}", "title": say("meet-title", lang), "made": made(page),
        "pack": {"title": say("meet-pack", lang, month=month), "text": say("meet-pack-text", lang), "files": _buttons("pack", lang)},
        "brief": {"title": say("meet-brief", lang), "text": say("meet-brief-text", lang), "files": _buttons("brief", lang),
                  "dimension": controls.select(OF, say("ui-dimension", lang), dimension(), options)},
    }  # fmt: skip


def _buttons(kind: str, lang: str) -> list[FileButton]:
    return [
        {
            "id": f"{kind}:{ending}",
            "name": say(f"meet-{ending[1:]}", lang),
            "for": say(f"meet-{kind}-{ending[1:]}-for", lang),
        }
        for ending in WRITERS[kind]
    ]


def made(page: Filled) -> Made | None:
    """The file that was asked for, if any."""
    kind, ending = st.session_state.pop(WANTED, ("", ""))
    if kind not in WRITERS:
        return None
    name = say(
        f"meet-{kind}-name", page.lang, span=span(_told(page, kind), page.lang), dimension=_dimension_name(page.lang)
    )
    return files.made(f"{name}{ending}".translate(FORBIDDEN), partial(_file, page, kind, ending), page.lang)


def _told(page: Filled, kind: str) -> Period:
    """What the file is about: the month of a pack, the year so far of a brief."""
    return month_of(page.period.end) if kind == "pack" else page.period


def _dimension_name(lang: str) -> str:
    return cached.catalogue().dimensions[dimension()].get(lang)


def _file(page: Filled, kind: str, ending: str) -> bytes:
    end, told = page.period.end, (page.lang, settings.now(), local_actor().name)
    if kind == "pack":
        return PACK_WRITERS[ending](make_pack(cached.warehouse(), end.year, end.month, *told))
    return BRIEF_WRITERS[ending](make_brief(cached.warehouse(), end.year, end, dimension(), *told))
