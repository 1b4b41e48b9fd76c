"""What is kept of a version goes by itself: nothing in it holds itself, though the collector never looks at it again."""

from __future__ import annotations

import gc
import weakref
from datetime import date
from unittest.mock import MagicMock

import pytest
from streamlit import config
from streamlit.runtime.scriptrunner import ScriptRunner, ScriptRunnerEvent

from kpi.dates.periods import Period
from kpi.evaluate import evaluate, monthly
from kpi.observations import ALL
from kpi.spc.control_chart import process_of
from present.charts.breakdown import office_chart
from present.charts.year import year_chart
from present.form.fill import build
from publish.form.files import desk_of
from tests.conftest import take
from ui.shared import memory

HEAD = "案件編號,收文日期,結案日期,承辦單位\n"
NOVEMBER = Period(date(2025, 11, 1), date(2025, 11, 30))


@pytest.fixture
def thawed():
    yield
    gc.unfreeze()


def test_what_is_kept_holds_no_cycle(warehouse, catalogue, thawed):
    rows = "".join(f"P{i},11411{i % 28 + 1:02d},1141130,{'甲乙'[i % 2]}組\n" for i in range(60))
    take(warehouse, "petitions", ("陳情_11411.csv", HEAD + rows))

    def work():
        book, end, key = warehouse.book([date(2025, 11, 12)]), NOVEMBER.end, "petitions_received"
        desk = desk_of(warehouse, 2025, end)
        return [
            book, [evaluate(catalogue, book, one, NOVEMBER) for one in catalogue.indicators],
            monthly(catalogue, book, key, 2025, end), process_of(catalogue, book, key, end, ALL),
            year_chart(catalogue, book, key, end, "en"), office_chart(catalogue, book, key, NOVEMBER, "en"),
            build(desk, end, "en"), warehouse.loads(), warehouse.loads_behind(), warehouse.remarks(),
        ]  # fmt: skip

    work()  # what is worked out once for the process
    gc.collect()
    gc.set_debug(gc.DEBUG_SAVEALL)
    try:
        kept = work()
        gc.collect()
        gc.garbage.clear()
        del kept
        gc.collect()
        cyclic = {
            type(one)
            for one in gc.garbage
            if type(one).__module__.startswith(("kpi", "present", "publish", "warehouse"))
        }
    finally:
        gc.set_debug(0)
        gc.garbage.clear()
    assert cyclic == set()


def test_what_was_set_aside_is_freed_when_the_caches_let_go(thawed):
    class Result:
        pass

    @memory.kept(2)
    def result(version: int) -> Result:
        return Result()

    seen = [weakref.ref(result(version)) for version in (1, 2)]
    memory._State.settled = float("-inf")
    assert memory.settle()
    assert gc.get_freeze_count() > 0
    assert result(2) is seen[1]()
    for version in (3, 4):
        result(version)
    assert [one() for one in seen] == [None, None]


def test_a_cycle_of_something_else_that_was_set_aside_is_found_the_next_time(thawed):
    class Ring:
        def __init__(self):
            self.me = self

    lost = weakref.ref(Ring())
    gc.freeze()
    gc.collect()
    assert lost() is not None
    memory._State.filled, memory._State.settled = True, float("-inf")
    assert memory.settle()
    assert lost() is None


def test_it_is_set_aside_only_after_something_was_filled_in_and_not_too_often(thawed):
    clock = [1000.0]
    memory._State.filled, memory._State.settled = True, float("-inf")
    assert memory.settle(lambda: clock[0])
    assert not memory.settle(lambda: clock[0] + 1000)  # nothing was filled in
    memory._State.filled = True
    assert not memory.settle(lambda: clock[0] + memory.SECONDS / 2)
    assert memory.settle(lambda: clock[0] + memory.SECONDS)


@pytest.mark.parametrize("mends", [True, False], ids=["as_it_is_set", "as_streamlit_would"])
def test_no_run_of_a_page_looks_through_the_heap(mends):
    """What Streamlit does when a run has ended; without the setting it looks through everything."""
    found = []

    def begun(phase, about):
        if phase == "start":
            found.append(about["generation"])

    before = config.get_option("runner.postScriptGC")
    gc.disable()  # of itself it may come at any time
    gc.callbacks.append(begun)
    try:
        if not mends:
            config.set_option("runner.postScriptGC", True)
        run = MagicMock(has_script_started=False)
        ScriptRunner._on_script_finished(
            MagicMock(), run, ScriptRunnerEvent.SCRIPT_STOPPED_WITH_SUCCESS, False, MagicMock()
        )
    finally:
        config.set_option("runner.postScriptGC", before)
        gc.callbacks.remove(begun)
        gc.enable()
    assert found == ([] if mends else [2])
