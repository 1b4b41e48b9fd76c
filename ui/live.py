"""Open pages follow the warehouse: one thread of the process asks for its version, every page only looks at a number."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable

import streamlit as st

ASK_SECONDS = 0.5
LOOK_SECONDS = 0.8


class Watcher:
    """Keeps ``version`` at the newest commit.

    Parameters
    ----------
    ask
        Gives the version of the warehouse; called from one thread only. A failure is logged and asked again.
    """

    def __init__(self, ask: Callable[[], int]) -> None:
        self._ask = ask
        self.version = ask()
        threading.Thread(target=self._run, name="kpi-watcher", daemon=True).start()

    def _run(self) -> None:
        while True:
            time.sleep(ASK_SECONDS)
            try:
                self.version = self._ask()
            except Exception:
                logging.getLogger(__name__).exception("the warehouse did not tell its version")


@st.fragment(run_every=LOOK_SECONDS)
def follow(watcher: Watcher, drawn: int) -> None:
    """Draw the page again when there is a newer version; what was chosen lives in the address and stays."""
    if watcher.version != drawn:
        st.rerun()
