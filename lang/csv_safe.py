"""Texts that a spreadsheet would take for formulas, made plain for formats that know no types (.csv)."""

from __future__ import annotations

import re

FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
HARMLESS = re.compile(r"[+\-－＋]?[\d.,]+%?|\W+")  # numbers, and signs such as -- that only stand for something


def csv_safe(text: str) -> str:
    """The text, with an apostrophe in front where a spreadsheet would run it."""
    return f"'{text}" if text.startswith(FORMULA) and not HARMLESS.fullmatch(text) else text
