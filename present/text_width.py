"""How wide a text is, near enough, and where its lines break: what pictures, pages and documents measure with."""

from __future__ import annotations

import unicodedata


def is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WF"


def has_cjk(text: str) -> bool:
    return any(is_wide(character) for character in text)


def width_of(text: str, size: float) -> float:
    """Pixels that a text takes, near enough: a Chinese character is as wide as it is high."""
    return sum(size if is_wide(c) else size * (0.62 if c.isupper() or c.isdigit() else 0.54) for c in text)


def wrap(text: str, size: float, width: float) -> list[str]:
    """Lines no wider than ``width``; Chinese breaks anywhere but before punctuation, English between words."""
    lines, line = [], ""
    for word in _words(text):
        if line and width_of(line + word.rstrip(), size) > width:
            lines.append(line.rstrip())
            line = word.lstrip()
        else:
            line += word
    return [*lines, line.rstrip()] if line.strip() else lines


def _words(text: str) -> list[str]:
    words: list[str] = []
    for character in text:
        closing = character in "，。；：、）％」』！？"
        joined = words and not is_wide(character) and not is_wide(words[-1][-1]) and not words[-1].endswith(" ")
        if words and (closing or joined or (character == " " and not words[-1].endswith(" "))):
            words[-1] += character
        else:
            words.append(character)
    return words
