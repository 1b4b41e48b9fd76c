"""How runs end: what one says last reaches the browser, and the process waits for those that are under way.

A request may come in just when a run has ended. Streamlit gives such a request to a new runner at once, and throws away what
the former one has sent but the event loop has not passed on yet (its own comment in `AppSession.request_rerun` tells so, and
issue 9921 of its repository): the page that was drawn, the answer to what was done, the timer by which an open page follows
the data. Every open page asks again and again, so that happens; the page then stays as it was. Here such a request waits
until the former runner has said its last.

Runs are daemon threads. Python ends one that is inside DuckDB, when the process ends, by aborting the process: an orderly
stop would look like a crash, and a load be cut off. So the process waits for them, not for ever.
"""

from __future__ import annotations

import atexit
import threading
import time

from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.runtime.app_session import AppSession, AppSessionState
from streamlit.runtime.scriptrunner_utils.script_requests import ScriptRequestType

SECONDS = 0.005  # from one look to the next: its last events are under way already
RUN = "ScriptRunner.scriptThread"  # what Streamlit calls the thread of a run
LONGEST_SECONDS = 30.0  # a large load takes some seconds

_at_once = AppSession.request_rerun


def request_rerun(session: AppSession, client_state: ClientState | None) -> None:
    """As `AppSession.request_rerun`, after the last of a runner that has ended."""
    runner = session._scriptrunner
    ended = runner is not None and runner._requests._state is ScriptRequestType.STOP
    if ended and session._state is not AppSessionState.SHUTDOWN_REQUESTED:
        session._event_loop.call_later(SECONDS, request_rerun, session, client_state)
    else:
        _at_once(session, client_state)


def await_runs() -> None:
    """Wait for the runs that are under way; they were told to stop, and do so with what they draw next."""
    end = time.monotonic() + LONGEST_SECONDS
    for thread in threading.enumerate():
        if thread.name == RUN:
            thread.join(max(0.0, end - time.monotonic()))


def install() -> None:
    AppSession.request_rerun = request_rerun  # type: ignore[method-assign,assignment]  # Streamlit has no door to put it in
    atexit.register(await_runs)
