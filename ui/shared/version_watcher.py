"""Open pages follow the warehouse: one thread of the process asks for its version, every page only looks at what it found."""

from __future__ import annotations

import atexit
import logging
import threading
import time
from collections.abc import Callable, Iterator

import streamlit as st

from kpi.errors import KpiError, StoreLost
from ui.shared import memory
from warehouse import Version

ASK_SECONDS = 0.3
LOOK_SECONDS = 0.7
AGAIN_SECONDS = 2.0
LONGEST_SECONDS = 60.0
END_SECONDS = 10.0
TRIES = 3  # in vain, one after the other, before it is said that the warehouse cannot be read
FAULTS = "ui-faults"


class Watcher:
    """Keeps ``version`` at the newest commit, and ``trouble`` at what keeps the warehouse from being read (None: nothing).

    Parameters
    ----------
    ask
        Gives the version of the warehouse. A failure is kept and logged, and asked again: no page goes on showing what may
        be old.
    prepare
        Called with each version once it is known: what it does first is done at once, while the pages are about to ask for
        it, and each of its further steps after a pause, so that readers go first.
    """

    def __init__(self, ask: Callable[[], Version], prepare: Callable[[Version], Iterator[None]]) -> None:
        self._ask, self._prepare = ask, prepare
        self._turn, self._ended = threading.Lock(), threading.Event()
        self._failed = 0
        self.version = ask()
        self.trouble: KpiError | None = None
        self._thread = threading.Thread(target=self._run, name="kpi-watcher", daemon=True)
        self._thread.start()
        atexit.register(self.end)

    def end(self) -> None:
        """Stop asking, and wait for the step that is being done: Python ends a thread that is inside DuckDB when the process
        ends by aborting the process."""
        self._ended.set()
        self._thread.join(END_SECONDS)

    def look(self) -> None:
        """Ask now, after something was committed; never raises, what was done is done.

        One at a time, so that no answer from before a commit takes the place of one from after it.
        """
        with self._turn:
            try:
                self.version, self.trouble, self._failed = self._ask(), None, 0
            except KpiError as error:
                if self.trouble is None or self.trouble.key != error.key:
                    logging.getLogger(__name__).error("the warehouse cannot be read: %s", error)
                self.trouble = error
            except Exception as error:  # once it may be of the moment
                self._failed += 1
                if self._failed <= TRIES:
                    logging.getLogger(__name__).exception("the watcher could not read the warehouse")
                if self._failed >= TRIES:
                    why = str(error).splitlines()[0][:160] if str(error) else type(error).__name__
                    self.trouble = StoreLost("store-unanswering", why=why)

    def _run(self) -> None:
        prepared: Version | None = None
        steps: Iterator[None] = iter(())
        while not self._ended.is_set():
            try:
                if prepared != self.version:
                    prepared = self.version
                    steps = self._prepare(prepared)
                next(steps, None)
                memory.settle()
            except Exception:
                logging.getLogger(__name__).exception("the watcher could not prepare a version")
            if not self._ended.wait(ASK_SECONDS):
                self.look()


@st.fragment(run_every=LOOK_SECONDS)
def follow(watcher: Watcher, drawn: Version) -> None:
    """Draw the page again when there is a newer version, or none can be read; what was chosen lives in the address and
    stays."""
    if watcher.version != drawn or watcher.trouble:
        st.rerun()


@st.fragment(run_every=AGAIN_SECONDS)
def await_repair(trouble: Callable[[], object]) -> None:
    """Draw the page again as soon as nothing is wrong with the warehouse."""
    if trouble() is None:
        st.rerun()


def again() -> None:
    """Draw a page that failed again by itself: what was wrong may have been of the moment. Each time it waits longer."""
    faults = st.session_state[FAULTS] = st.session_state.get(FAULTS, 0) + 1
    wait = min(AGAIN_SECONDS * 2 ** min(faults - 1, 10), LONGEST_SECONDS)
    st.fragment(_again, run_every=wait)(time.monotonic() + wait / 2)


def _again(after: float) -> None:
    if time.monotonic() > after:
        st.rerun()


def fine() -> None:
    """The page was drawn."""
    st.session_state.pop(FAULTS, None)
