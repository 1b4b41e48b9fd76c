"""The pages of the dashboard and the bar that leads to them."""

from __future__ import annotations

import streamlit as st

from lang import say

PAGES = ("overview", "months", "changes", "indicator", "assessment", "upload", "history", "downloads")
ENTERED = "ui-entered"


def chosen(lang: str):
    """The page that was asked for. Draws the bar."""
    pages = [
        st.Page(
            f"pages/{name}.py", title=say(f"ui-page-{name}", lang), url_path=name, icon="", default=name == PAGES[0]
        )
        for name in PAGES
    ]
    st.session_state[ENTERED] = True
    return st.navigation(pages, position="top")


def ensure(lang: str) -> None:
    """Start again through the entry where it has not run.

    When the very first request of a process names a page, Streamlit takes the folder ``pages`` for the old kind of
    app and runs that page alone; it stops doing so once the navigation is declared.
    """
    if ENTERED not in st.session_state:
        chosen(lang)
        st.rerun()
