"""The style of the frame takes its colours from the theme, in both of its kinds."""

from __future__ import annotations

import re

import streamlit as st

from ui.parts.drawing import _on_paper
from ui.shell.style import COLOURS, _css


def test_every_colour_of_the_frame_is_that_of_the_theme():
    css = _css()
    for name, option in COLOURS.items():
        light, dark = (st.get_option(f"theme.{kind}.{option}") for kind in ("light", "dark"))
        assert f"--kpi-{name}: light-dark({light}, {dark});" in css
        assert re.fullmatch(r"#[0-9a-fA-F]{6}", light)
        assert light != dark
    assert css.count("{") == css.count("}")
    assert set(re.findall(r"var\(--kpi-(\w+)", css)) <= set(COLOURS)


def test_paper_is_white_and_printed_in_the_light_colours():
    css = _on_paper()
    assert "--st-background-color: #ffffff !important;" in css
    assert f"--st-text-color: {st.get_option('theme.light.textColor')} !important;" in css
    assert "None" not in css
