"""A file that is made when it is asked for, and handed to the browser by the component that asked.

Not the framework's own deferred download: it deletes what it made after the second run of any script, and the pages look
for a new version every 0.8 seconds, so that a file could be gone before the browser came for it.
"""

from __future__ import annotations

import base64
import logging
from collections.abc import Callable
from pathlib import PurePath
from uuid import uuid4

import streamlit as st

from kpi.errors import KpiError
from lang import say
from ui.shared.contract import Made

WANTED = "ui-wanted"
TYPES = {
    ".csv": "text/csv",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".ods": "application/vnd.oasis.opendocument.spreadsheet",
    ".odp": "application/vnd.oasis.opendocument.presentation",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
}


def want(ending: str) -> None:
    """A file was asked for; this run makes it."""
    if ending in TYPES:
        st.session_state[WANTED] = ending


def wanted() -> str | None:
    """The ending of the file that this run is to make."""
    found: str | None = st.session_state.pop(WANTED, None)
    return found


def made(name: str, make: Callable[[], bytes], lang: str) -> Made:
    """The file for `saveOnce` of the component; or, where it could not be made, a sentence."""
    token = uuid4().hex
    try:
        content = make()
    except KpiError as error:
        return {"token": token, "content": "", "trouble": say(error.key, lang, **error.params)}
    except Exception:
        logging.getLogger(__name__).exception("the file %s could not be made", name)
        return {"token": token, "content": "", "trouble": say("dl-failed", lang)}
    kind = TYPES.get(PurePath(name).suffix, "application/octet-stream")
    return {
        "token": token,
        "name": name,
        "type": kind,
        "content": base64.b64encode(content).decode("ascii"),
        "trouble": "",
    }
