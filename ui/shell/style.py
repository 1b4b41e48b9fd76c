"""The frame around the pages: width, quiet, and none of the framework's own English texts."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import streamlit as st

COLOURS = {"paper": "secondaryBackgroundColor", "line": "borderColor", "soft": "grayTextColor", "ink": "textColor"}


@cache
def _css() -> str:
    text = Path(__file__).with_name("style.css").read_text(encoding="utf-8")
    pairs = {
        n: [st.get_option(f"theme.{kind}.{option}") for kind in ("light", "dark")] for n, option in COLOURS.items()
    }
    names = "".join(f"--kpi-{name}: light-dark({light}, {dark});" for name, (light, dark) in pairs.items())
    return f".stApp {{ {names} }}\n{text}"


def apply() -> None:
    """Put the style sheet of the frame into the page (a fixed text, never data)."""
    st.html(f"<style>{_css()}</style>")
