"""No file holds the process that reads it: others go on meanwhile, and it ends as a sentence, or as a sheet."""

from __future__ import annotations

import threading
import time

import pytest

from etl.reading import Unreadable, read
from kpi.errors import Problem
from lang import say
from tests.samples.harm import HARM

READ = {"an enormous dimension", "a format code without end", "a merged area larger than any sheet"}
"""Those that are nothing but odd."""
HELD = 0.5  # seconds of this process's work in which another thread may get no turn; what held the lock took eight


class Beside:
    """Another thread of the same process; ``worst``: the most processor time that passed between two turns of it."""

    def __init__(self) -> None:
        self.worst, self.done = 0.0, threading.Event()
        self.thread = threading.Thread(target=self._turns)

    def _turns(self) -> None:
        last = time.process_time()
        while not self.done.wait(0.005):
            now = time.process_time()
            self.worst, last = max(self.worst, now - last), now

    def __enter__(self) -> Beside:
        self.thread.start()
        return self

    def __exit__(self, *_) -> None:
        self.done.set()
        self.thread.join()


@pytest.mark.parametrize("name", HARM)
def test_a_hostile_file_is_refused_while_others_go_on(name):
    content = HARM[name]()
    with Beside() as other:
        try:
            found = read("a.xlsx", content)
        except Unreadable as refused:
            found = refused.problem
    assert other.worst < HELD
    if isinstance(found, Problem):
        assert found.key.startswith(("file-", "cell-"))
        for lang in ("zh-Hant", "en"):
            assert say(found.key, lang, **found.params)
    else:
        assert name in READ
