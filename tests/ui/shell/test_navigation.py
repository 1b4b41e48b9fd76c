"""Every page has a file, a room, a title in both languages, and a script and a style of its own."""

from __future__ import annotations

import pytest

from lang import say
from tests.conftest import ROOT
from tests.ui.conftest import draw
from ui.parts.drawing import FILES
from ui.shell.navigation import PAGES


def test_every_page_has_a_file_and_a_room():
    assert sorted(path.stem for path in ROOT.glob("pages/[a-z]*.py")) == sorted(PAGES)
    assert sorted(path.parent.name for path in ROOT.glob("ui/*/page.py")) == sorted(PAGES)


@pytest.mark.parametrize("page", PAGES)
def test_every_page_has_a_title_and_draws_with_what_is_its_own(page):
    titles = {say(f"ui-page-{page}", lang) for lang in ("zh-Hant", "en")}
    assert len(titles) == 2
    assert {f"{page}.js", f"{page}.css"} <= set(FILES)


@pytest.mark.parametrize("lang", ["zh-Hant", "en"])
def test_a_language_that_there_is_not_is_the_readers_own(house, lang):
    assert draw("downloads", lang="fr")["downloads-head"]["head"]["lang"] in ("zh-Hant", "en")
    assert draw("downloads", lang=lang)["downloads-head"]["head"]["lang"] == lang
