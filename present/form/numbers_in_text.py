"""Numbers as people write them in such documents: 33,748; ３３，７４８; 26萬1,111; 1.15 億; 4.7%; 4.25 billion."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from unicodedata import normalize

from kpi.form.template import BRACES, MARK
from kpi.spelling import MARK as RAISED_DIGIT

_D = "[0-9０-９]"
RAISED = RAISED_DIGIT.pattern
_N = (  # up to ten groups: from each of them on it is looked at again
    rf"(?:[0-9]{{1,3}}(?:,[0-9]{{3}}(?![0-9])){{1,10}}|[０-９]{{1,3}}(?:[，,][０-９]{{3}}(?![０-９])){{1,10}}|{_D}++)(?:[.．]{_D}++)?+"
)
NUMBER = re.compile(
    rf"(?<![.．\d])(?:(?P<yi>{_N})\s?億(?:\s?(?P<yi_wan>{_N})\s?萬)?|(?P<wan>{_N})\s?萬|(?P<plain>{_N}))"
    rf"(?P<rest>(?<=[億萬])\s?{_N}(?!\s?[億萬%％]))?(?P<word>\s(?:thousand|million|billion)\b)?(?P<percent>\s?[%％])?"
)
_SIZES = {"yi": 10**8, "yi_wan": 10**4, "wan": 10**4, "plain": 1, "rest": 1}
_WORDS = {"": 1, "thousand": 10**3, "million": 10**6, "billion": 10**9}

_MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"
_FIRST = f"(?<!{_D})"  # a run of digits is looked at from its first one only: from each it would take too long
_RUN = f"{_FIRST}{_D}++"
NO_FIGURE = re.compile(
    "|".join(
        (
            r"https?://[^\s，。；、）)]+|(?<![A-Za-z0-9_.+-])[A-Za-z0-9_.+-]++@[A-Za-z0-9_.-]+",
            rf"{_D}{{1,2}} {_MONTH}\b(?: {_D}{{4}}\b)?|{_MONTH} {_D}{{1,2}}\b(?:, {_D}{{4}}\b)?|{_MONTH} {_D}{{4}}\b",
            rf"{_FIRST}{_D}[0-9０-９,，.．]{{0,40}}+{RAISED}[0-9０-９,，.．{RAISED[1:-1]}]{{0,40}}+|{RAISED}{_D}[0-9０-９,，.．]{{0,40}}+",
            rf"[A-Za-z][A-Za-z0-9]*(?:[.-][A-Za-z0-9]+)*|{_FIRST}{_N}-?[A-Za-z][A-Za-z0-9]*",  # B2.1, 3D, 800kW
            rf"第\s?{_N}",
            rf"{_RUN}(?:[./:-]{_D}++){{2,}}|{_RUN}[/:]{_D}++",  # 114/12/10, 12/10, 10:30
            rf"{_FIRST}{_N}\s?[-–~～]\s?{_N}",  # from one to another
            rf"(?:{_RUN}\s?)?月(?:\s?{_D}++(?:(?:\s?日)?\s?[、及至]\s?{_D}++)*\s?日)?",
            rf"{_RUN}\s?(?:年|個月|季|小時|分鐘|時|秒|週|號|樓|歲)",
        )
    )
)
"""What holds digits and is no figure: dates, ordinals, parts of words, addresses, and what a raised, circled or broken digit
stands at: of 10² and 3½ the first digits are another number, of 33,748² nobody knows."""


@dataclass(frozen=True)
class Number:
    """A number in a text; the ``value`` of 4.7% is 4.7. ``spelling`` is how it is written, but for what parts digits."""

    start: int
    end: int
    value: Decimal
    percent: bool
    spelling: str


def numbers_in(text: str) -> Iterator[Number]:
    """The figures that stand in a text, from left to right; of 114 年 12 月 10 日 none."""
    for match in NUMBER.finditer(_without_digits(NO_FIGURE, text)):
        value = sum((Decimal(folded(match[name])) * size for name, size in _SIZES.items() if match[name]), Decimal(0))
        value *= _WORDS[(match["word"] or "").strip()]
        yield Number(*match.span(), value, bool(match["percent"]), folded(match[0]))


def folded(text: str) -> str:
    """Of one width, without separators: ３３，７４８ and 33,748 are 33748."""
    return re.sub(r"[,\s]", "", normalize("NFKC", text))


def words_only(text: str) -> str:
    """A result text as typed, of the same length, with no digits in its placeholders and list marks."""
    text = BRACES.sub(lambda match: " " * len(match[0]) if match[1] is not None else match[0], text)
    return "\n".join(_without_digits(MARK, line) for line in text.split("\n"))


def _without_digits(pattern: re.Pattern[str], text: str) -> str:
    return pattern.sub(lambda match: re.sub(_D, "\0", match[0]), text)
