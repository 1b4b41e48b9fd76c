"""The line that leads to what has changed: only where data came since the last visit, and how many loads."""

from __future__ import annotations

import pytest

from tests.conftest import NOW, take
from ui.overview.changes_line import line
from ui.shared import cached
from ui.shell import last_visit
from ui.shell.last_visit import Seen

HEAD = "案件編號,收文日期,結案日期,承辦單位\n"


@pytest.fixture
def visit(monkeypatch):
    """The visit before this one."""
    return lambda seen: monkeypatch.setattr(last_visit, "before", lambda: seen)


def test_so_many_loads_have_come_since(house, visit):
    seen = cached.version()
    for number in (1, 2):
        take(house, "petitions", ("陳情_11411.csv", HEAD + f"P{number},1141103,,甲組\n"))
    visit(Seen(seen.number, int(NOW.timestamp())))
    shown = line(cached.version(), "zh-Hant")
    assert "2 次" in shown["text"]
    assert "今日 16:00" in shown["text"]  # in Taipei
    assert shown["open"] != line(cached.version(), "en")["open"]


def test_nothing_is_said_where_nothing_came_or_nobody_was_here(house, visit):
    visit(None)
    assert line(cached.version(), "en") is None
    visit(Seen(cached.version().number, int(NOW.timestamp())))
    assert line(cached.version(), "en") is None
