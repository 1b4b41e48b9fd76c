"""The pages as they are drawn, without a browser: everything that they hand to their components."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from itertools import count

import pytest
from streamlit.testing.v1 import AppTest

from tests.conftest import ROOT, TODAY
from tests.ui import held
from ui.parts import drawing
from ui.shared import cached
from ui.shell import last_visit
from warehouse import Version, Warehouse

Handed = dict[str, dict]
HOUSES = count(1)


class Watched:
    """A warehouse as the pages have it: every version is seen at once. What is kept of it is kept of no other: copies have
    equal numbers."""

    trouble, untaken = None, ()

    def __init__(self, warehouse: Warehouse) -> None:
        self.warehouse, self.catalogue, self._own = warehouse, warehouse.catalogue, next(HOUSES)

    @property
    def version(self) -> Version:
        return replace(self.warehouse.newest(), definitions=self._own)

    def look(self) -> None:
        """As the pages ask for it after a commit."""

    def put(self, patch: pytest.MonkeyPatch) -> None:
        """Let the pages read it."""
        patch.setenv("KPI_TODAY", TODAY.isoformat())
        patch.setattr(cached, "_house", lambda: self)
        patch.setattr(cached, "watcher", lambda: self)


def draw(page: str, files: Sequence[tuple[str, bytes]] = (), **query: str) -> Handed:
    """What a page hands to each of its components, by the component's key. The app runs as it does, but for the browser.

    ``files``: what is uploaded then, each as its name and what is in it. Whatever is handed is held against its contract.
    """
    found: Handed = {}
    wrong: list[str] = []

    def component(name: str) -> Callable[..., None]:
        def mounted(key: str, data: dict, **_: object) -> None:
            found[key] = data
            wrong.extend(f"{name} is handed {one}" for one in held.wrong(name, data))

        return mounted

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(last_visit, "follow", lambda version: None)
        patch.setattr(drawing, "_component", component)
        app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120)
        for name, value in query.items():
            app.query_params[name] = value
        app.switch_page(f"pages/{page}.py").run()
        if files:
            app.file_uploader[0].set_value([(name, content, "") for name, content in files]).run()
    assert not wrong
    assert not app.exception
    assert not app.error
    return found


@pytest.fixture(scope="session")
def handed(demo) -> Callable[..., Handed]:
    """A page on the demonstration data: ``handed("months", lang="en", year="113")``."""

    watched = Watched(demo)

    @cache
    def shown(page: str, **query: str) -> Handed:
        with pytest.MonkeyPatch.context() as patch:
            watched.put(patch)
            return draw(page, **query)

    return shown


@pytest.fixture
def house(warehouse, monkeypatch) -> Warehouse:
    """The warehouse with lists only, as the pages have it; pages are drawn on it with `draw`."""
    Watched(warehouse).put(monkeypatch)
    return warehouse


@pytest.fixture
def demo_house(demo_copy, monkeypatch) -> Warehouse:
    """A copy of the demonstration, as the pages have it."""
    Watched(demo_copy).put(monkeypatch)
    return demo_copy
