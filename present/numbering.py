"""The marks of numbered items as documents of the government count them: 一、 （一） 1. （1）."""

from __future__ import annotations

from present.text_width import is_wide

KINDS = ("一、", "（一）", "1.", "（1）")
"""The first mark of each kind, from the highest rank down."""
_SIGNS = "〇一二三四五六七八九"


def mark(kind: str, number: int, lang: str) -> str:
    """The mark of an item: mark("（一）", 12, "zh-Hant") is （十二）. In English the brackets are narrow."""
    text = kind.replace("一", chinese(number)) if "一" in kind else kind.replace("1", str(number))
    return text if lang != "en" else text.replace("（", "(").replace("）", ")")


def chinese(number: int) -> str:
    """1 to 99 in Chinese numerals; beyond that digits."""
    if not 0 < number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    if not tens:
        return _SIGNS[ones]
    return ("" if tens == 1 else _SIGNS[tens]) + "十" + (_SIGNS[ones] if ones else "")


def room_behind(sign: str) -> float:
    """Em between a mark and its text: one that is wide all through, as 一、 and （一）, brings room of its own."""
    return 0.1 if all(map(is_wide, sign)) else 0.5


def spaced(sign: str) -> str:
    """A mark before its text in plain writing: with a space, unless it brings room of its own."""
    return sign if is_wide(sign[-1]) else f"{sign} "
