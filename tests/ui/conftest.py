"""The pages as they are drawn, without a browser: everything that they hand to their components."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from itertools import count
from types import SimpleNamespace

import pytest
from streamlit.testing.v1 import AppTest

from tests.conftest import ROOT, TODAY
from ui import parts
from ui.shared import cached
from ui.shell import last_visit
from warehouse import Warehouse

Handed = dict[str, dict]
HOUSES = count(1)


@contextmanager
def in_house(warehouse: Warehouse, patch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let the pages read a warehouse. What they keep of its versions is kept of no other: copies have equal numbers."""
    own = next(HOUSES)
    watcher = SimpleNamespace(trouble=None)

    def look() -> None:
        watcher.version = replace(warehouse.newest(), definitions=own)

    watcher.look = look
    look()
    house = SimpleNamespace(catalogue=warehouse.catalogue, warehouse=warehouse, untaken=())
    patch.setenv("KPI_TODAY", TODAY.isoformat())
    patch.setattr(cached, "_house", lambda: house)
    patch.setattr(cached, "watcher", lambda: watcher)
    yield


def draw(page: str, **query: str) -> Handed:
    """What a page hands to each of its components, by the component's key. The app runs as it does, but for the browser."""
    found: Handed = {}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(last_visit, "follow", lambda version: None)
        patch.setattr(parts, "_component", lambda name: lambda key, data, **_: found.update({key: data}))
        app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120)
        for name, value in query.items():
            app.query_params[name] = value
        app.switch_page(f"pages/{page}.py").run()
    assert not app.exception
    assert not app.error
    return found


@pytest.fixture(scope="session")
def handed(demo) -> Callable[..., Handed]:
    """A page on the demonstration data: ``handed("months", lang="en", year="113")``."""

    @cache
    def shown(page: str, **query: str) -> Handed:
        with pytest.MonkeyPatch.context() as patch, in_house(demo, patch):
            return draw(page, **query)

    return shown


@pytest.fixture
def house(warehouse, monkeypatch) -> Iterator[Warehouse]:
    """The warehouse with lists only, as the pages have it; pages are drawn on it with `draw`."""
    with in_house(warehouse, monkeypatch):
        yield warehouse


@pytest.fixture
def demo_house(demo_copy, monkeypatch) -> Iterator[Warehouse]:
    """A copy of the demonstration, as the pages have it."""
    with in_house(demo_copy, monkeypatch):
        yield demo_copy
