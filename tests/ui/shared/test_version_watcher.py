"""One thread asks for the version; what keeps the warehouse from being read is kept, and gone once it can be read."""

from __future__ import annotations

import logging
import threading

import pytest

from kpi.errors import StoreLost
from ui.shared.version_watcher import Watcher
from warehouse import Version

FIRST, SECOND = Version("store", 1), Version("store", 2)


class Store:
    """Gives what it was told to, or raises it."""

    def __init__(self) -> None:
        self.answer: Version | Exception = FIRST

    def __call__(self) -> Version:
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


@pytest.fixture
def watched():
    store, prepared = Store(), []
    second = threading.Event()

    def prepare(version):
        prepared.append(version)
        if version == SECOND:
            second.set()
        yield

    watcher = Watcher(store, prepare)
    yield watcher, store, prepared, second
    watcher.end()


def test_a_new_version_is_seen_and_prepared_once(watched):
    watcher, store, prepared, second = watched
    store.answer = SECOND
    watcher.look()
    assert (watcher.version, watcher.trouble) == (SECOND, None)
    assert second.wait(30)
    assert prepared == [FIRST, SECOND] or prepared == [SECOND]


def test_what_is_wrong_with_the_warehouse_is_kept_until_it_can_be_read(watched, caplog):
    watcher, store, _, _ = watched
    store.answer = StoreLost("store-lost", path="x")
    with caplog.at_level(logging.ERROR):
        watcher.look()
        watcher.look()
    assert (watcher.version, watcher.trouble) == (FIRST, store.answer)
    assert sum("cannot be read" in text for text in caplog.messages) == 1  # once, however often it is asked
    store.answer = SECOND
    watcher.look()
    assert (watcher.version, watcher.trouble) == (SECOND, None)


def test_a_fault_of_ours_is_logged_and_changes_nothing(watched, caplog):
    watcher, store, _, _ = watched
    store.answer = ZeroDivisionError("once")
    with caplog.at_level(logging.ERROR):
        watcher.look()
    assert (watcher.version, watcher.trouble) == (FIRST, None)
    assert "could not read" in caplog.text


def test_an_end_ends_the_thread(watched):
    watcher, _, _, _ = watched
    watcher.end()
    assert not watcher._thread.is_alive()
