"""The entry of the dashboard: language and navigation, then the page."""

from __future__ import annotations

import logging
import re

import streamlit as st

from kpi.errors import CatalogueError, StoreLost, StoreNewer
from lang import say
from lang.problem import mistake
from ui.parts import drawing
from ui.shared import cached, version_watcher
from ui.shell import language, navigation, style

FEW = 20  # mistakes that are shown
MARKUP = re.compile(r"([\\`*_{}\[\]()<>#+.!|~$:-])")


def main() -> None:
    lang = language.current()
    page = navigation.chosen(lang)
    st.set_page_config(page_title=f"{page.title} · {say('ui-title', lang)}", layout="wide")
    style.apply()
    if fault := drawing.fault():
        _trouble(say(fault, lang))
    try:
        page.run()
    except CatalogueError as error:  # and there never was a good one
        _trouble(say(error.key, lang, **error.params))
        st.code("\n".join(mistake(one, lang) for one in error.problems[:FEW]), language=None, wrap_lines=True)
    except (StoreLost, StoreNewer) as error:
        _trouble(say(error.key, lang, **error.params))
        version_watcher.await_repair(cached.trouble)
    except Exception:  # the reader gets a sentence in their language; the log gets the rest
        logging.getLogger(__name__).exception("page %s failed", page.url_path)
        _trouble(say("ui-fault", lang))
        version_watcher.again()
    else:
        version_watcher.fine()


def _trouble(sentence: str) -> None:
    """A sentence as it stands: it may hold names of files, which are no Markdown."""
    st.error(MARKUP.sub(r"\\\1", sentence))


main()
