"""What somebody asked for is done and answered whole, though another message of the same page has come in meanwhile."""

import subprocess
import sys
import threading
from collections.abc import MutableMapping
from types import SimpleNamespace

import pytest
from streamlit.runtime.state import SafeSessionState
from streamlit.runtime.state.session_state import SessionState

from kpi.errors import StoreLost
from lang import say
from ui.assessment import actions as assessment_actions
from ui.assessment import row_actions
from ui.history import actions as history_actions
from ui.parts import drawing
from ui.shared import version_watcher, whole_run
from ui.upload import actions as upload_actions
from warehouse import Version


class Ended(BaseException):
    """What Streamlit raises at the next access to the state once another message came."""


class Proxy(MutableMapping):
    """The state as pages see it (`st.session_state`)."""

    def __init__(self, state):
        self.state = state

    def __getitem__(self, key):
        return self.state[key]

    def __setitem__(self, key, value):
        self.state[key] = value

    def __delitem__(self, key):
        del self.state[key]

    def __iter__(self):
        return iter(self.state.filtered_state)

    def __len__(self):
        return len(self.state.filtered_state)


class Page:
    """The state of a session whose run is ended at its next access while ``waiting``."""

    def __init__(self, monkeypatch):
        self.waiting = False
        self.state = SafeSessionState(SessionState(), self._yield)
        ctx = SimpleNamespace(session_state=self.state)
        monkeypatch.setattr(whole_run, "get_script_run_ctx", lambda **more: ctx)

    def _yield(self):
        if self.waiting:
            raise Ended


@pytest.fixture
def page(monkeypatch):
    return Page(monkeypatch)


def test_a_block_that_began_ends_with_its_answer(page):
    page.state["asked"] = "undo"
    with whole_run.whole():
        asked = page.state["asked"]
        page.waiting = True
        page.state["said"] = f"{asked} done"
        del page.state["asked"]
    with pytest.raises(Ended):
        page.state["said"]
    page.waiting = False
    assert ("asked" in page.state, page.state["said"]) == (False, "undo done")


def test_without_it_the_answer_is_lost(page):
    """The fault itself, so that nobody takes the block for idle."""
    page.waiting = True
    with pytest.raises(Ended):
        page.state["said"] = "done"
    page.waiting = False
    assert "said" not in page.state


def test_a_block_that_fails_gives_the_state_back(page):
    with pytest.raises(ZeroDivisionError), whole_run.whole():
        raise ZeroDivisionError
    page.waiting = True
    with pytest.raises(Ended):
        page.state["said"] = 1


class Rerun(BaseException):
    pass


@pytest.fixture
def streamlit(page):
    """What the modules of the pages have of Streamlit, with the state of the session whose run can be ended."""

    def rerun():
        raise Rerun

    return SimpleNamespace(session_state=Proxy(page.state), rerun=rerun)


ACTS = {
    "history": (history_actions, "_done", ["undo"], ("en",), Rerun),
    "row": (row_actions, "_done", ["save"], (None,), Rerun),
    "edition": (assessment_actions, "_signed", "sign", (None,), Rerun),
    "upload": (upload_actions, "commit", "a reason", ([SimpleNamespace()], None, "en", None), Ended),
}


@pytest.mark.parametrize("name", ACTS)
def test_an_act_that_was_committed_is_answered(page, streamlit, monkeypatch, name):
    """Another message arrives while the load is being undone, the row saved, the form signed off, the file loaded."""
    flow, act, asked, given, ends = ACTS[name]
    answer = SimpleNamespace(trouble="")

    def done(*given):
        page.waiting = True
        return answer

    monkeypatch.setattr(flow, act, done)
    monkeypatch.setattr(flow, "st", streamlit)
    monkeypatch.setattr(upload_actions, "source", lambda: "petitions")
    monkeypatch.setattr(upload_actions, "asked", lambda: None)
    key, said = (flow.GO, flow.DONE) if flow is upload_actions else (flow.ASKED, flow.SAID)
    page.state[key] = asked
    with pytest.raises(ends):
        (flow.run if flow is upload_actions else flow.act)(*given)
    page.waiting = False
    assert page.state[said] is answer
    assert key not in page.state


def test_what_a_component_told_is_heard_whole(page, streamlit, monkeypatch):
    """What was said first changes the state; the next message comes in before what was said second is heard."""
    told, heard = {}, []

    def hear(message):
        page.waiting = True
        streamlit.session_state["kept"] = message.value
        heard.append(message.value)

    monkeypatch.setattr(drawing, "st", streamlit)
    monkeypatch.setattr(
        drawing, "_component", lambda name: lambda key, data, on_told_change: told.update(on=on_told_change)
    )
    drawing.begin("s")
    drawing.draw("history", "body", {}, hear)
    said = [{"number": n, "what": "lang", "value": str(n), "store": "s"} for n in (1, 2)]
    page.state["body"] = SimpleNamespace(told={"line": "a", "unheard": said})
    told["on"]()
    page.waiting = False
    assert (heard, page.state["kept"]) == (["1", "2"], "2")


# -- the version that pages follow -----------------------------------------------------------------------------------


def test_no_answer_from_before_a_commit_takes_the_place_of_one_from_after_it():
    """The watcher asks, somebody commits, and the watcher's answer comes late."""
    newest, asking, go_on = [1], threading.Event(), threading.Event()

    def ask():
        found = newest[0]
        if threading.current_thread().name == "slow":
            asking.set()
            go_on.wait(10)
        return Version("a", found)

    watcher = version_watcher.Watcher(ask, lambda version: iter(()))
    slow = threading.Thread(target=watcher.look, name="slow")
    slow.start()
    asking.wait(10)
    newest[0] = 2
    act = threading.Thread(target=watcher.look)
    act.start()
    go_on.set()
    slow.join(10)
    act.join(10)
    assert watcher.version == Version("a", 2)


def test_each_version_is_made_ready_step_by_step_and_the_next_one_first(monkeypatch):
    """What is left to do for a version that is not the newest any more is left undone."""
    monkeypatch.setattr(version_watcher, "ASK_SECONDS", 0.001)
    newest, done, enough = [1], [], threading.Event()

    def ready(version):
        for step in range(4):
            if version.number == 1 and step == 2:
                newest[0] = 2
                while watcher.version.number == 1:
                    watcher.look()
            done.append((version.number, step))
            if version.number == 2 and step == 3:
                enough.set()
            yield

    go_on = threading.Event()

    def begun(version):
        go_on.wait(10)
        yield from ready(version)

    watcher = version_watcher.Watcher(lambda: Version("a", newest[0]), begun)
    go_on.set()
    assert enough.wait(10)
    assert done == [(1, 0), (1, 1), (1, 2), (2, 0), (2, 1), (2, 2), (2, 3)]


def test_a_process_that_ends_while_a_version_is_made_ready_ends_in_order():
    """Python would abort it: the watcher is inside DuckDB nearly all the time here."""
    code = """if True:
        import duckdb
        from ui.shared import version_watcher
        version_watcher.ASK_SECONDS = 0.0
        begun = version_watcher.threading.Event()
        con = duckdb.connect()
        def prepare(version):
            while True:
                begun.set()
                con.execute("SELECT sum(range) FROM range(1_000_000)").fetchall()
                yield
        version_watcher.Watcher(lambda: 1, prepare)
        begun.wait()
    """
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_warehouse_that_is_gone_is_trouble_until_it_is_there_again():
    lost = [None]

    def ask():
        if lost[0]:
            raise lost[0]
        return Version("a", 1)

    watcher = version_watcher.Watcher(ask, lambda version: iter(()))
    lost[0] = StoreLost("store-missing")
    watcher.look()  # never raises: what was committed before it is committed
    assert (watcher.trouble, watcher.version) == (lost[0], Version("a", 1))
    lost[0] = None
    watcher.look()
    assert watcher.trouble is None


def test_what_fails_again_and_again_is_trouble_though_nobody_knows_the_reason():
    """A page must not go on showing what may be old as if it were new; what was of the moment is no trouble."""
    failing = [False]

    def ask():
        if failing[0]:
            raise OSError("the disk\nis gone")
        return Version("a", 1)

    watcher = version_watcher.Watcher(ask, lambda version: iter(()))
    watcher.end()  # asks no more by itself
    for _ in range(2):
        failing[0] = True
        for _ in range(version_watcher.TRIES - 1):
            watcher.look()
            assert watcher.trouble is None
        failing[0] = False
        watcher.look()
    failing[0] = True
    for _ in range(version_watcher.TRIES + 1):
        watcher.look()
    assert (watcher.trouble.key, watcher.trouble.params) == ("store-unanswering", {"why": "the disk"})
    for lang in ("zh-Hant", "en"):
        assert "the disk" in say("store-unanswering", lang, why="the disk")
    failing[0] = False
    watcher.look()
    assert watcher.trouble is None
