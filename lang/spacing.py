"""Blanks in Chinese sentences: one between Chinese and Latin letters or digits, none between Chinese characters or beside
full-width marks. What fills a sentence is set into it by this rule; inside, what came from a file or a person stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

OPEN, CLOSE = "\u2068", "\u2069"  # Fluent's marks around what fills a pattern
_JOINTS = re.compile(f"(?<! ) *+(?:[{OPEN}{CLOSE}] *+)+")
CHINESE = "\u3005-\u3007\u3100-\u312f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
FULL_WIDTH = "\u3001-\u3003\u3008-\u301f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65"
LATIN = "0-9A-Za-z\u00c0-\u024f+±\u2212≥≤#"
_CHINESE, _FULL_WIDTH, _LATIN = (re.compile(f"[{signs}]") for signs in (CHINESE, FULL_WIDTH, LATIN))


def set_in(text: str) -> str:
    """A filled pattern whose fillings are marked, without the marks and with the right blanks at their edges."""
    return _JOINTS.sub(_joint, text) if OPEN in text else text


def unmarked(text: str) -> str:
    """A text without the marks, which are ours."""
    return text.replace(OPEN, "").replace(CLOSE, "") if OPEN in text or CLOSE in text else text


def joined(parts: Iterable[str], lang: str) -> str:
    """Sentences, or parts of one, one after the other."""
    parts = [part for part in parts if part]
    return " ".join(parts) if lang == "en" else set_in(f"{CLOSE}{OPEN}".join(parts))


def faults(text: str) -> list[str]:
    """Where a Chinese text breaks the rule."""
    found = re.findall(
        f".?[{CHINESE}] +[{CHINESE}].?|(?:[^ ]|(?<! )) ++[{FULL_WIDTH}]|[{FULL_WIDTH}] +.?"
        f"|.?[{CHINESE}][0-9A-Za-z].?|.?[0-9A-Za-z][{CHINESE}].?|  +",
        text,
    )
    return list(found)


def _joint(match: re.Match[str]) -> str:
    text, start, end = match.string, match.start(), match.end()
    blanks = match[0].replace(OPEN, "").replace(CLOSE, "")
    if not start or end == len(text):
        return blanks
    before, after = text[start - 1], text[end]
    if _FULL_WIDTH.match(before) or _FULL_WIDTH.match(after):
        return ""
    chinese = [bool(_CHINESE.match(sign)) for sign in (before, after)]
    if all(chinese):
        return ""
    if any(chinese) and _LATIN.match(after if chinese[0] else before):
        return " "
    return blanks
