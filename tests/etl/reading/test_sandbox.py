"""What is read is read elsewhere, by a process that has little of everything; whatever happens there ends as a sentence."""

from __future__ import annotations

import io
import os
import pickle
import time
from pathlib import Path

import pytest

from etl.reading import Unreadable, read, sandbox
from tests.samples import books
from tests.samples.harm import HARM


def test_an_answer_is_made_of_plain_things_only():
    for harmful in (os.getcwd, Path("x"), eval):
        with pytest.raises(pickle.UnpicklingError):
            sandbox._Answer(io.BytesIO(pickle.dumps(harmful))).load()


def test_a_nursery_that_has_ended_is_started_anew():
    assert read("a.xlsx", books.xlsx()).sheets
    before = sandbox.NURSERY.process
    before.kill()
    before.wait()
    assert read("a.xlsx", books.xlsx()).sheets
    assert sandbox.NURSERY.process.pid != before.pid


def test_a_fork_of_this_process_has_a_nursery_of_its_own(monkeypatch):
    sandbox.ready()
    before = sandbox.NURSERY.process.pid
    monkeypatch.setattr(sandbox.NURSERY, "owner", os.getpid() + 1)
    assert read("a.xlsx", books.xlsx()).sheets
    assert sandbox.NURSERY.process.pid != before


def test_a_child_that_says_nothing_is_one_that_died():
    with pytest.raises(sandbox.Died) as died:
        sandbox.ask("read")
    assert not died.value.slow


def test_what_takes_too_long_is_ended_and_said(monkeypatch):
    monkeypatch.setattr(sandbox, "WAIT", 0.01)
    with pytest.raises(Unreadable) as refused:
        read("a.xlsx", HARM["records of an .xlsb that say nothing"]())
    assert refused.value.problem.key == "file-too-slow"


def test_a_child_ends_when_nobody_waits_for_it(monkeypatch):
    class Stop(Exception):
        pass

    numbers = []
    handle = sandbox._handle
    monkeypatch.setattr(sandbox, "_handle", lambda number: (numbers.append(number), handle(number))[1])

    def tell(share: float) -> None:
        if numbers:
            raise Stop

    with pytest.raises(Stop):
        read("a.xlsx", HARM["records of an .xlsb that say nothing"](), tell)
    while Path(f"/proc/{numbers[0]}").exists():
        time.sleep(0.01)
