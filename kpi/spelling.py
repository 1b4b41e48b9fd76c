"""One spelling of what looks alike: full width, characters that nobody sees, the many hyphens and blanks."""

from __future__ import annotations

import re
import unicodedata

UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f"  # control characters but tab and line breaks
    "\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
"""Control characters, and what Unicode calls default ignorable (DerivedCoreProperties.txt): zero width, direction marks,
soft hyphens, variation selectors, fillers, byte-order marks in the middle."""
_BLANKS = "\xa0\u1680\u2000-\u200a\u202f\u205f\u2800\u3000"
BLANK = re.compile(f"[{_BLANKS}]")
"""Blanks other than the plain one; the full-width one is seen as what it is."""
_SHOWN = re.compile(f"{UNSEEN.pattern}|[{_BLANKS.replace(chr(0x3000), '')}\x85\u2028\u2029]")
_HYPHENS = dict.fromkeys(map(ord, "‐‑‒–—―⁃−➖˗⸺⸻﹘﹣－"), "-")


MARK = re.compile(
    "[\xb2\xb3\xb9\xbc-\xbe\u2070\u2074-\u2079\u2080-\u2089\u2150-\u215f\u2189\u2460-\u249b\u24ea"
    "\u3251-\u325f\u32b1-\u32cb\u3358-\u3370\u3378\u3379\u339f-\u33a6\u33a8\u33af\u33e0-\u33fe\U0001f100-\U0001f10a]"
)
"""Raised, circled and broken digits: marks of notes and signs of their own, never digits of the number before them."""


WIDE = "\u3000"


def visible(text: str, *, wide: bool = False) -> str:
    """The text without characters that nobody sees, its blanks plain; width, hyphens and line breaks are kept.

    ``wide``: whether the wide blank of Chinese (U+3000) stays, with which people set their lines.
    """
    if text.isascii() and text.isprintable():
        return text
    return BLANK.sub(lambda blank: WIDE if wide and blank.group() == WIDE else " ", UNSEEN.sub("", text))


def even(text: str) -> str:
    """The one spelling of a key: nothing unseen, half width, plain hyphens, single blanks, none around it."""
    if text.isascii() and text.isalnum():
        return text
    folded = _half_width(visible(text)).translate(_HYPHENS)
    return unicodedata.normalize("NFC", " ".join(folded.split()))


def _half_width(text: str) -> str:
    if not MARK.search(text):
        return unicodedata.normalize("NFKC", text)
    parts = re.split(f"({MARK.pattern})", text)
    return "".join(part if index % 2 else unicodedata.normalize("NFKC", part) for index, part in enumerate(parts))


def fold(text: str) -> str:
    """The same without any white space, so that spellings can be compared."""
    return unicodedata.normalize("NFC", even(text).replace(" ", ""))


def shown(text: str) -> str:
    """The text as a sentence quotes it: a character that nobody sees stands there by its number, as in ⟨U+200B⟩."""
    if text.isascii() and text.isprintable():
        return text
    return _SHOWN.sub(lambda found: f"⟨U+{ord(found.group()):04X}⟩", text)
