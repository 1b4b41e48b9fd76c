"""The frame around the pages: width, quiet, and none of the framework's own English texts."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import streamlit as st


@cache
def _css() -> str:
    return Path(__file__).with_name("style.css").read_text(encoding="utf-8")


def apply() -> None:
    """Put the style sheet of the frame into the page (a fixed text, never data)."""
    st.html(f"<style>{_css()}</style>")
