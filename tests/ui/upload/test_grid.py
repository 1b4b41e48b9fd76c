"""The grid of hand-counted figures opens at the month that is due, and leads to the month that was saved."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

import pytest

from kpi.dates.periods import Period, month_of
from kpi.observations import Book, Observation, Reach
from ui.shared import cached
from ui.upload import grid, grid_actions
from warehouse import Version

VERSION = Version("due", 1)
AUGUST = month_of(date(2025, 8, 1))


def due(monkeypatch, *told: Period, demo: bool = False) -> date:
    """The first day of the month; ``told``: the last one that each indicator in use was told for. Today is in November."""
    rows = {
        f"figure-{place}": [Observation(f"figure-{place}", one.start, one.end, None, None, None, 5.0, None)]
        for place, one in enumerate(told)
    }
    monkeypatch.setattr(cached, "today", lambda: date(2025, 11, 15))
    monkeypatch.setattr(cached, "book", lambda version: Book(1, rows, {grid.SOURCE: Reach(demo=demo)}))
    monkeypatch.setattr(grid, "stated", lambda version: {**rows, "never told": []})
    return grid._due(VERSION, grid.months()).start


@pytest.mark.parametrize(
    ("last", "month"),
    [
        ((AUGUST,), date(2025, 9, 1)),
        ((AUGUST, AUGUST, month_of(date(2025, 9, 1))), date(2025, 9, 1)),  # one is ahead
        ((AUGUST, AUGUST, month_of(date(2024, 3, 1))), date(2025, 9, 1)),  # one is told no more
        ((month_of(date(2025, 10, 1)),), date(2025, 10, 1)),  # all is told: the last month that is over
        ((Period(date(2025, 1, 1), date(2025, 12, 31)),), date(2025, 10, 1)),  # never a month that is not over
        ((Period(date(2010, 1, 1), date(2010, 1, 31)),), date(2022, 11, 1)),  # the earliest that can be entered
        ((), date(2025, 10, 1)),
    ],
)
def test_the_month_after_the_last_that_most_figures_reach(monkeypatch, last, month):
    assert due(monkeypatch, *last) == month


def test_demonstration_figures_make_no_month_due(monkeypatch):
    assert due(monkeypatch, AUGUST, demo=True) == date(2025, 10, 1)


@pytest.mark.parametrize(("lang", "words"), [("zh-Hant", "看 114 年 8 月"), ("en", "See Aug 2025")])
def test_what_was_saved_can_be_looked_at_in_its_month(monkeypatch, lang, words):
    done = SimpleNamespace(load=3, version=Version("due", 2))
    entered = SimpleNamespace(trouble=None, done=done, number=1)
    monkeypatch.setattr(grid_actions.save_typed, "save", lambda *args, **more: entered)
    monkeypatch.setattr(grid_actions, "by_hand", lambda: {"helpdesk_calls"})
    monkeypatch.setattr(grid_actions, "saved", lambda text, lang: text)
    said = grid_actions.save(AUGUST, {"helpdesk_calls": {"value": "5"}}, (), "", lang)
    assert (said.see["text"], said.see["to"]) == (words, {"page": "overview", "year": "114", "month": "8"})
