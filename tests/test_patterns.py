"""Every regular expression of the project takes linear time, whatever it is handed; the tool that says so is right."""

from __future__ import annotations

import re
import signal
import time
from collections import deque
from re import _parser

import pytest

from tools.patterns import Found, fault, patterns

SIZE, SECONDS = 30_000, 1.0  # signs, seconds of processor time: what is quadratic takes a minute
SLOW = [
    r"(a+)+b", r"(?:\s?x?\s?,)*;", r"\s*([年月日])\s*", r"a*a*b", r"<c\b([^>]*)>(.*?)</c>", r"<svg[^>]* x=", r"\s+$", r"(.+?)\s*to",
    r"[\w.]+@", r"\d+(?=年)", r"(?:a|ab)(?:c|bcd)*(?:d*)$|x*x*y", r"a(?:[ab]*c)?", r"^\s*(.+)$", r"(?<=[\d ])\s+(?=\d)",
    r"x(?=[^y]*z)", r"x(?![^y]*z)", r"x(?=x*)",
    r"(?:a(?=a*b))*c", r"^(?=(a+)+b)", r"^(a+)+b", r"^(a*b?)*c", r"a(?=b(?=[^c]*d))",
]  # fmt: skip
SIMPLE = [
    r"\s+", r"^(\d+)年$", r"(?<!\s)\s++x", r"<svg[^<>]* x=", r"^\s*+(.+)$", r"(?<![\w.])[\w.]++@", r"(a|b)*", r"^(?:\d{3},)*x",
    r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*", r"(?<=\d)\s+(?=\d)", r"\d{1,3}(?:,\d{3}){1,6}x", r"^(?=[^y]*z)x", r"x(?=y{0,9}z)",
    r"x(?=[^x]*z)", r"(?<=a)b(?!c)", r"^(?:a+b)*c", r"^(?:a++,?)*c",
]  # fmt: skip


@pytest.mark.parametrize("pattern", SLOW)
def test_what_takes_long_is_found(pattern):
    assert fault(Found("here", pattern))


@pytest.mark.parametrize("pattern", SIMPLE)
def test_what_is_simple_is_let_through(pattern):
    assert fault(Found("here", pattern)) is None


def test_every_pattern_of_the_project_is_provably_simple():
    found = patterns()
    assert len(found) > 60
    assert [(one.place, why) for one in found if (why := fault(one))] == []


def texts(pattern: str | bytes) -> list[str]:
    """Long texts made of what a pattern asks for: each of its signs and pairs of signs over and over, then what it does not."""
    signs: list[str] = []

    def collect(items) -> None:
        for kind, value in items:
            name = str(kind)
            if name in ("LITERAL", "NOT_LITERAL"):
                signs.append(chr(value))
            elif name == "RANGE":
                signs.append(chr(value[0]))
            elif name == "CATEGORY":
                signs.append({"CATEGORY_DIGIT": "1", "CATEGORY_SPACE": " "}.get(str(value), "a"))
            elif name == "ANY":
                signs.append("a")
            elif name == "IN":
                collect(value)
            elif name.endswith("REPEAT"):
                collect(value[2])
            elif name == "BRANCH":
                for one in value[1]:
                    collect(one)
            elif name == "SUBPATTERN":
                collect(value[3])
            elif name == "ATOMIC_GROUP":
                collect(value)

    collect(_parser.parse(pattern))
    known = list(dict.fromkeys(signs))[:40]
    whole = "".join(signs)[:200]
    words = [
        *known,
        *map("".join, zip(known, known[1:], strict=False)),
        whole,
        *(whole[:n] for n in (2, 3, 5, 8)),
        f"1{whole[:1]} ",
    ]
    return [
        begin + word * (SIZE // len(word)) + "\x01"
        for word in dict.fromkeys(filter(None, words))
        for begin in ("", whole)
    ]


@pytest.mark.parametrize("found", patterns(), ids=lambda found: found.place)
def test_no_text_holds_a_pattern_for_long(found):
    pattern = re.compile(found.pattern, found.flags)

    def late(*_):
        raise AssertionError(f"{found.pattern!r} takes more than {SECONDS} s")

    before = signal.signal(signal.SIGVTALRM, late)
    try:
        for text in texts(found.pattern):
            given = text.encode("latin-1", "replace") if isinstance(found.pattern, bytes) else text
            signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
            begun = time.process_time()
            pattern.match(given) if found.starts else deque(pattern.finditer(given), maxlen=0)
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
            assert time.process_time() - begun < SECONDS
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
