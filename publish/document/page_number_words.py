"""The page number in words, with places for the two numbers that only the file form knows."""

from __future__ import annotations

import re

from lang import say

PAGE, PAGES = "\ue001", "\ue002"  # never said in a message; stand for the numbers


def page_words(lang: str) -> list[str]:
    """``["第 ", PAGE, " 頁，共 ", PAGES, " 頁"]``: words, and `PAGE` and `PAGES` where the numbers go."""
    words = say("document-page", lang, page=PAGE, pages=PAGES)
    return [part for part in re.split(f"([{PAGE}{PAGES}])", words) if part]
