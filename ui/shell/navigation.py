"""The pages of the dashboard and the bar that leads to them."""

from __future__ import annotations

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from lang import say

PAGES = ("overview", "months", "changes", "indicator", "assessment", "upload", "history", "downloads")
HOME = PAGES[0]
ENTERED = "ui-entered"


def chosen(lang: str) -> StreamlitPage:
    """The page that was asked for. Draws the bar.

    The first page stands at the root of the site; the address that bears its name leads there.
    """
    pages = [
        st.Page(
            f"pages/{name}.py", title=say(f"ui-page-{name}", lang), url_path="start" if name == HOME else name, icon="",
            default=name == HOME,
        )
        for name in PAGES
    ]  # fmt: skip
    alias = st.Page(_home, title=say(f"ui-page-{HOME}", lang), url_path=HOME, icon="", visibility="hidden")
    st.session_state[ENTERED] = True
    return st.navigation([*pages, alias], position="top")


def _home() -> None:
    st.switch_page(f"pages/{HOME}.py", query_params=st.query_params.to_dict())


def entitle(what: str, lang: str) -> None:
    """Say in the browser's tab what is open."""
    st.set_page_config(page_title=f"{what} · {say('ui-title', lang)}")


def ensure(lang: str) -> None:
    """Start again through the entry where it has not run.

    When the very first request of a process names a page, Streamlit takes the folder ``pages`` for the old kind of
    app and runs that page alone; it stops doing so once the navigation is declared.
    """
    if ENTERED not in st.session_state:
        chosen(lang)
        st.rerun()
