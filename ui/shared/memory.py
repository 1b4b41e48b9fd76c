"""What is kept of a version is not looked through by every collection of garbage.

A version's books and results are some hundred thousand objects that live until the next one comes, and are freed by the
count of their references when the caches let go of them: they hold no cycles. Python's collector would look through all of
them again and again. So they are set aside (`gc.freeze`) after they were filled in; before more is set aside, everything
that was is looked through once more, so that no cycle of something else that was set aside with it stays for ever.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from functools import wraps
from threading import Condition
from typing import ParamSpec, TypeVar

from cachetools import LRUCache, cached

SECONDS = 20.0  # at least, from one time to the next: to look through everything takes some tenths of a second


class _State:
    filled = True  # what the process began with is to be set aside, too
    settled = float("-inf")


Asked = ParamSpec("Asked")
Found = TypeVar("Found")


def kept(max_entries: int) -> Callable[[Callable[Asked, Found]], Callable[Asked, Found]]:
    """Keep what a function gives for this many of its arguments, the least recently used go; shared by all readers.

    Whoever asks for what is being worked out waits for it. (Streamlit's own cache takes a quarter of a millisecond to make a
    key of some arguments, and a page asks for some thirty things.)
    """

    def decorate(work: Callable[Asked, Found]) -> Callable[Asked, Found]:
        @cached(LRUCache(max_entries), condition=Condition())
        @wraps(work)
        def filling(*args: Asked.args, **more: Asked.kwargs) -> Found:
            found = work(*args, **more)
            _State.filled = True
            return found

        return filling

    return decorate


def settle(now: Callable[[], float] = time.monotonic) -> bool:
    """Set aside what was filled in since the last time, not too often. Called by one thread only."""
    if not _State.filled or now() - _State.settled < SECONDS:
        return False
    _State.filled = False
    gc.unfreeze()
    gc.collect()
    gc.freeze()
    _State.settled = now()
    return True
