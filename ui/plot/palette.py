"""The colours of the theme for pictures that Python draws; they stand once, in ``.streamlit/config.toml``."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st


@dataclass(frozen=True)
class Palette:
    ink: str
    soft: str
    line: str
    paper: str
    this_year: str
    last_year: str
    not_met: str
    improving: str
    concerning: str
    neutral: str
    font: str


def palette() -> Palette:
    """Colours of the theme that the reader sees (light until the browser has said)."""
    kind = "dark" if st.context.theme.type == "dark" else "light"

    def colour(name: str) -> str:
        found: str = st.get_option(f"theme.{kind}.{name}")
        return found

    return Palette(
        ink=colour("textColor"), soft=colour("grayTextColor"), line=colour("borderColor"),
        paper=colour("secondaryBackgroundColor"), this_year=colour("blueColor"), last_year=colour("grayColor"),
        not_met=colour("redTextColor"), improving=colour("greenColor"),
        concerning=colour("orangeColor"), neutral=colour("violetColor"), font=st.get_option("theme.font"),
    )  # fmt: skip
