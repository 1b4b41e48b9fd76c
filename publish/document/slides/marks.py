"""Marks of list items on slides.

DrawingML counts 1. and (1) by itself, but knows neither 一、 nor brackets of full width (its ea1ChtPeriod prints 一．):
those marks are text, their paragraphs hang as in a list.
"""

from __future__ import annotations

from dataclasses import dataclass

from present.numbering import mark, room_behind
from present.text_width import is_wide, width_of
from publish.document.elements import Items

BULLET = "•"
HANGING = 1.1  # em, of a bullet
MIXED = 0.3  # em, more for （1）: between wide and narrow characters programs put room


@dataclass(frozen=True)
class Sign:
    """The mark of an item on its level. ``hanging``: how far the text stands to the right of it, in em; ``scheme``: how
    DrawingML counts it, from ``start`` on."""

    text: str
    level: int
    hanging: float = HANGING
    scheme: str = ""
    start: int = 1

    @property
    def indent(self) -> float:
        """Where the text stands, in em."""
        return self.level + self.hanging

    @property
    def words(self) -> str:
        """What stands before the item's text where the mark is text itself."""
        return "" if self.scheme or self.text == BULLET else f"{self.text}\t"


def signs_of(block: Items, lang: str) -> list[Sign]:
    """The marks of a list's items, in their order."""
    if not block.ordered:
        return [Sign(BULLET, block.level)] * len(block.items)
    scheme = {"1.": "arabicPeriod", "(1)": "arabicParenBoth"}.get(mark(block.marks, 1, lang), "")
    texts = [mark(block.marks, number, lang) for number in range(block.start, block.start + len(block.items))]
    hanging = max(map(_hanging, texts), default=0.0)
    return [Sign(text, block.level, hanging, scheme, block.start) for text in texts]


def _hanging(text: str) -> float:
    wide = [is_wide(sign) for sign in text]
    return width_of(text, 1) + room_behind(text) + MIXED * (any(wide) and not all(wide))
