"""Text of people in ODF, where spaces in a row and line ends are elements."""

from __future__ import annotations

import re

from odf.element import Element
from odf.text import LineBreak, S

from publish.document.printable import printable

PARTS = re.compile(r"(\n|^ +| {2,})")


def add_text(element: Element, text: str) -> None:
    for part in PARTS.split(printable(text)):
        if part == "\n":
            element.addElement(LineBreak())
        elif part and not part.strip(" ") and PARTS.fullmatch(part):
            element.addElement(S(c=len(part)))
        elif part:
            element.addText(part)
