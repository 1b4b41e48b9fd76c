"""Number formats that look like dates and are none: ``Standard``, ``0 days``. The reader would turn 49 into 18 February 1900.
And those that show a number in per cent: it is 100 times as large as what is stored."""

from __future__ import annotations

TOKENS = frozenset("dmyhs")
DATED = TOKENS | set("egbap")  # with those of eras, and of morning and afternoon
LAPSED = "]"  # stands for [h], [m], [s]


def misleading(code: str) -> bool:
    """Does a format code hold letters of dates, but no date?

    It is a date where a word of it has only letters of dates (``emd``) or a doubled one (``ddThh``), and no digit is asked
    for but for parts of a second (ECMA-376, part 1, 18.8.31).
    """
    shown = _shown(code[:300]).lower()
    if not set(shown) & TOKENS:
        return False
    before = ["", *shown][:-1]
    digits = [
        one
        for at, one in enumerate(shown)
        if one in "#?" or (one == "0" and "." not in before[max(at - 3, 0) : at + 1])
    ]
    words = "".join(one if "a" <= one <= "z" else " " for one in shown).split()
    dated = any(set(word) <= DATED or any(one * 2 in word for one in TOKENS) for word in words)
    return bool(digits) or not (dated or LAPSED in shown)


def percent(code: str) -> bool:
    """Does a format code show its numbers in per cent?"""
    return "%" in _shown(code[:300])


def _shown(code: str) -> str:
    """The first section without quoted and escaped signs and what stands in brackets."""
    kept, signs = [], iter(code)
    for sign in signs:
        if sign == ";":
            break
        if sign in "\\_*":
            next(signs, "")
        elif sign == '"':
            for one in signs:
                if one == '"':
                    break
        elif sign == "[":
            inside = ""
            for one in signs:
                if one == "]":
                    break
                inside += one
            if inside and set(inside.lower()) <= set("hms"):
                kept.append(LAPSED)
        else:
            kept.append(sign)
    return "".join(kept)
