"""A request that comes when a run has just ended waits for what that run said last."""

import asyncio
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from unittest.mock import MagicMock

from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.runtime.app_session import AppSession, AppSessionState
from streamlit.runtime.scriptrunner_utils.script_requests import ScriptRequestType

from ui.shell import endings


class Runner:
    """A runner that has ended; what it said last still stands in the queue of the event loop."""

    def __init__(self) -> None:
        self._requests = MagicMock(_state=ScriptRequestType.STOP)

    def request_rerun(self, data) -> bool:
        return False


def told(ask) -> list[str]:
    """What a session passes on, in order, when ``ask`` requests a run while the last event of a runner is under way."""
    found: list[str] = []

    async def live() -> None:
        session = MagicMock(spec=AppSession)
        session._event_loop, session._scriptrunner = asyncio.get_running_loop(), Runner()
        session._state = AppSessionState.APP_IS_RUNNING
        session._client_state = ClientState()
        former = session._scriptrunner

        def last() -> None:  # as AppSession._handle_scriptrunner_event_on_event_loop does
            if session._scriptrunner is former:
                found.append("the last of the former run")
                session._scriptrunner = None

        def create(data) -> None:
            session._scriptrunner = MagicMock()
            found.append("the next run")

        session._create_scriptrunner.side_effect = create
        ask(session, ClientState())
        session._event_loop.call_later(0.05, last)
        while len(found) < 2 and session._event_loop.time() < begun + 5:
            await asyncio.sleep(0.01)
            if found == ["the next run"]:
                await asyncio.sleep(0.1)
                return

    begun = time.monotonic()
    with ThreadPoolExecutor(1) as apart:  # the browser of other tests keeps a loop running in this thread
        apart.submit(asyncio.run, live()).result()
    return found


def test_the_next_run_begins_after_the_last_of_the_former():
    assert told(endings.request_rerun) == ["the last of the former run", "the next run"]


def test_streamlit_alone_throws_the_last_of_the_former_away():
    """The fault itself: once it is mended there, this module can go."""
    assert told(endings._at_once) == ["the next run"]


def test_the_process_waits_for_a_run_that_is_under_way():
    """Python would abort it: a run is inside DuckDB nearly all its time."""
    code = """if True:
        import threading, duckdb
        from ui.shell import endings
        begun = threading.Event()
        def run():
            con = duckdb.connect()
            for _ in range(200):
                begun.set()
                con.execute("SELECT sum(range) FROM range(1_000_000)").fetchall()
            print("done")
        endings.install()
        threading.Thread(target=run, name="ScriptRunner.scriptThread", daemon=True).start()
        begun.wait()
    """
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "done\n", "")
