"""Text from people as documents print it."""

from __future__ import annotations

from lang.xml_safe import xml_safe


def printable(text: str) -> str:
    """``text`` without characters that would make a file unreadable; line ends become ``\\n``, a tab a space.

    A space, because Typst and Excel show no tab at all: two numbers pasted from a worksheet would print as one.
    """
    return xml_safe(text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " "))
