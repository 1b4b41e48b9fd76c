"""The real app on the demonstration data, in the system's Chromium."""

import shutil
from urllib.parse import urlsplit

import pytest

from tools.serving import LOGS, browser, serve


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """A test that fails says what stood on its page, and what the browser and the server wrote."""
    report = yield
    seen = getattr(item, "funcargs", {}).get("page") or getattr(item, "funcargs", {}).get("narrow")
    if call.when == "call" and report.failed and seen is not None and not seen.is_closed():
        texts = seen.locator("body, main, [data-root]").all_inner_texts()
        report.sections.append((f"the page {seen.url}", "\n".join(texts)[:4000]))
        told = [f"{one.type}: {one.text}" for one in seen.console_messages()]
        report.sections.append(("the browser", "\n".join(told)[-2000:]))
        log = LOGS.get(urlsplit(seen.url).port or 0)
        if log is not None and log.exists():
            report.sections.append(("the server", log.read_text(encoding="utf-8")[-4000:]))
    return report


PATIENCE = 90_000  # ms: a machine that is busy with something else is slow, not wrong


@pytest.fixture(scope="session")
def chrome():
    with browser() as started:
        yield started


@pytest.fixture(scope="session")
def app(demo_home):
    """Read only: the demonstration data as they are bundled."""
    with serve(demo_home) as url:
        yield url


@pytest.fixture
def live(demo_home, tmp_path):
    """A server and its folder, to load into while pages are open."""
    home = tmp_path / "home"
    shutil.copytree(demo_home, home)
    with serve(home) as url:
        yield url, home


@pytest.fixture(scope="module")
def shared(demo_home, tmp_path_factory):
    """A server and its folder for all tests of a module, each of which leaves alone what the others write."""
    home = tmp_path_factory.mktemp("shared") / "home"
    shutil.copytree(demo_home, home)
    with serve(home) as url:
        yield url, home


@pytest.fixture
def page(chrome):
    """A wide page of a reader in Taiwan; fails when the page logged an error."""
    context = chrome.new_context(viewport={"width": 1440, "height": 900}, locale="zh-TW")
    context.set_default_timeout(PATIENCE)
    opened = context.new_page()
    faults = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    yield opened
    context.close()
    assert not faults


@pytest.fixture
def narrow(chrome):
    context = chrome.new_context(viewport={"width": 390, "height": 844}, locale="en-GB", color_scheme="dark")
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()
