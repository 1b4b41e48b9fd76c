"""Open pages follow the warehouse: one thread of the process asks for its version, every page only looks at a number."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable

import streamlit as st

ASK_SECONDS = 0.3
LOOK_SECONDS = 0.7


class Watcher:
    """Keeps ``version`` at the newest commit.

    Parameters
    ----------
    ask
        Gives the version of the warehouse; called from one thread only. A failure is logged and asked again.
    prepare
        Called with each version once it is known, so that it is being read while the pages are about to ask for it.
    """

    def __init__(self, ask: Callable[[], int], prepare: Callable[[int], object]) -> None:
        self._ask, self._prepare = ask, prepare
        self.version = ask()
        threading.Thread(target=self._run, name="kpi-watcher", daemon=True).start()

    def _run(self) -> None:
        prepared = None
        while True:
            try:
                if prepared != self.version:
                    prepared = self.version
                    self._prepare(prepared)
                time.sleep(ASK_SECONDS)
                self.version = self._ask()
            except Exception:
                logging.getLogger(__name__).exception("the watcher could not read the warehouse")
                time.sleep(ASK_SECONDS)


@st.fragment(run_every=LOOK_SECONDS)
def follow(watcher: Watcher, drawn: int) -> None:
    """Draw the page again when there is a newer version; what was chosen lives in the address and stays."""
    if watcher.version != drawn:
        st.rerun()
