"""What is kept of an upload between two runs of the page, and what its controls do.

The source that was chosen and the tab live in the address; what the files seem to be, options, what a check found and
what a load did live in the session. Which files were taken out of the list does too: the framework's uploader keeps them.
"""

from __future__ import annotations

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from etl.intake import Progress
from etl.tabular.likely_source import Likely
from ui.shared import cached, download
from ui.shared.messages import Message
from ui.shared.whole_run import whole
from ui.shell import address, page_context
from ui.upload.check import Asked, Done, Outcome, check, commit, look
from warehouse import Version

PAGE = "upload"
TABS = ("files", "figures")
GENERATION, OPTIONS, OUTCOME, DONE, GO = "up-generation", "up-options", "up-outcome", "up-done", "up-go"
ANSWERS, CHARACTERS, MARK, SO_FAR = "up-answers", "up-characters", "up-mark", "up-so-far"
LIKELY, REMOVED = "up-likely", "up-removed"
OF_FILES = (OPTIONS, OUTCOME, ANSWERS, CHARACTERS, SO_FAR)  # what was stated about files, and found in them
SAID = "up-grid-said"  # of the grid of hand-counted figures


def arrive() -> None:
    """Coming from another page, the last upload is over. To be called before `frame.begin`."""
    if st.session_state.get(address.PAGE) != PAGE:
        forget()


def forget() -> None:
    """Begin anew: a new uploader (the old one's files go), no options, no result."""
    st.session_state[GENERATION] = st.session_state.get(GENERATION, 0) + 1
    for key in (*OF_FILES, DONE, GO, SAID, MARK, LIKELY, REMOVED):
        st.session_state.pop(key, None)


def generation() -> int:
    found: int = st.session_state.get(GENERATION, 0)
    return found


def tab() -> str:
    found = st.query_params.get("tab")
    return found if found in TABS else TABS[0]


def chosen() -> str | None:
    """The source that a person has chosen."""
    found = st.query_params.get("source")
    return found if found in cached.catalogue().sources else None


def source() -> str | None:
    """The source that was chosen, else the one that all files clearly seem to be; None where that is open."""
    return chosen() or _seeming()


def likely() -> list[Likely]:
    """What each file seems to hold; nothing where a source was chosen before they came."""
    return st.session_state[LIKELY][1] if LIKELY in st.session_state else []


def _seeming() -> str | None:
    seen = {one.source for one in likely() if one.among}
    return seen.pop() if len(seen) == 1 else None


def there(files: list[UploadedFile]) -> list[UploadedFile]:
    """The files that were not taken out of the list again."""
    gone = st.session_state.get(REMOVED, frozenset())
    return [file for file in files if file.file_id not in gone]


def options() -> dict[str, str]:
    """What was stated about the files: ``from``, ``to``, ``as_of``, ``load`` (add or replace)."""
    return dict(st.session_state.get(OPTIONS, {}))


def replaces() -> bool:
    """Are rows of the covered period that are not in the files removed? As chosen, else as the source does by default."""
    name = source()
    item = cached.catalogue().sources[name] if name else None
    default = "replace" if item and (item.load == "replace" or item.kind == "snapshot") else "add"
    return options().get("load", default) == "replace"


def asked() -> Asked:
    answers = tuple(sorted(st.session_state.get(ANSWERS, {}).items()))
    characters, so_far = (st.session_state.get(key, False) for key in (CHARACTERS, SO_FAR))
    return Asked(source(), options(), replaces(), answers, characters, so_far)


def on_message(message: Message) -> None:
    """A control of this page was used; what is not ours goes to the frame."""
    key, value = message.key, message.value
    if key == "tab":
        forget()
        st.query_params[key] = value
    elif key == "source":  # the files stay: they are looked at as what was chosen now
        for name in (*OF_FILES, DONE, GO, MARK):
            st.session_state.pop(name, None)
        st.query_params[key] = value
    elif key == "remove":
        st.session_state[REMOVED] = st.session_state.get(REMOVED, frozenset()) | message.names
    elif key == "option":
        st.session_state[OPTIONS] = options() | {message.more.get("name", ""): value.strip()}
    elif key == "answer":
        of = source()
        known = cached.catalogue().sources[of].columns if of else {}
        column = message.more.get("column", "")
        answers = st.session_state.get(ANSWERS, {})
        st.session_state[ANSWERS] = answers | {value: column if column in known else ""}
    elif key == "characters":
        st.session_state[CHARACTERS] = True
    elif key == "so-far":
        st.session_state[SO_FAR] = True
    elif key == "mark":
        st.session_state[MARK] = value
    elif key == "make":
        download.want(value)
    elif key == "clear":
        forget()
    elif key == "cancel":  # being heard has ended the run that was loading; what it did is rolled back
        st.session_state.pop(GO, None)
    elif key == "load":
        st.session_state[GO] = value.strip()[:500]
    else:
        page_context.on_message(message)


def to_mark() -> str | None:
    """The name of the file whose problem workbook this run is to make."""
    found: str | None = st.session_state.pop(MARK, None)
    return found


def run(files: list[UploadedFile], version: Version, lang: str, tell: Progress) -> tuple[Outcome | None, Done | None]:
    """Check what was uploaded, or load it when that was asked for. ``tell``: progress, as of `etl.intake.prepare`."""
    if not (files and source()):
        st.session_state.pop(GO, None)
    message = st.session_state.get(GO)
    if message is not None:
        with whole():  # a message that is no "cancel" begins the load again
            st.session_state[DONE] = commit(asked(), files, message, lang, tell)
            st.session_state.pop(GO, None)
        if not st.session_state[DONE].trouble:
            st.session_state[GENERATION] = generation() + 1
            for key in (*OF_FILES, LIKELY, REMOVED):
                st.session_state.pop(key, None)
            st.rerun()
    elif files and MARK not in st.session_state:
        st.session_state.pop(DONE, None)
    return _outcome(files, version, lang, tell) if files else None, st.session_state.get(DONE)


def _outcome(files: list[UploadedFile], version: Version, lang: str, tell: Progress) -> Outcome:
    """The check of these files with these options, made once."""
    kept, ids, opened = st.session_state.get(OUTCOME), tuple(file.file_id for file in files), None
    if kept is not None and kept[0][1] != ids:  # what was confirmed was said of those files
        for name in (CHARACTERS, SO_FAR):
            st.session_state.pop(name, None)
    if chosen() is None and st.session_state.get(LIKELY, (None,))[0] != ids:
        seen, opened = look(files, tell)
        st.session_state[LIKELY] = (ids, seen)
    key = (asked(), ids, version, lang)
    if kept is None or kept[0] != key:
        kept = (key, check(asked(), files, lang, tell, opened))
        st.session_state[OUTCOME] = kept
    outcome: Outcome = kept[1]
    return outcome


def result() -> str:
    """Names what there is to read now, so that it is shown once: another one for other files, sources and answers, and for
    what was loaded; the same one while somebody types what the files cover."""
    done, kept = st.session_state.get(DONE), st.session_state.get(OUTCOME)
    if done is not None:
        return f"done-{done.at.timestamp()}"
    if kept is None:
        return ""
    said, ids = kept[0][:2]
    return str(hash((ids, said.source, said.confirmed, said.characters, said.so_far)))
