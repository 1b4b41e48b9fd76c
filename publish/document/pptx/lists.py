"""Marks of list items in PowerPoint."""

from __future__ import annotations

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.oxml.xmlchemy import BaseOxmlElement

from publish.document.slides.marks import BULLET, Sign

DEEPEST = 8  # level that DrawingML knows


def hang(properties: BaseOxmlElement, sign: Sign, size: float) -> None:
    """Give a paragraph, by its ``a:pPr``, the indent, the level and the mark of an item in type of so many points."""
    properties.set("marL", str(int(sign.indent * size * 12700)))
    properties.set("indent", str(-int(sign.hanging * size * 12700)))
    if sign.level:
        properties.set("lvl", str(min(sign.level, DEEPEST)))
    if sign.scheme:
        start = f' startAt="{sign.start}"' if sign.start != 1 else ""
        properties.append(parse_xml(f'<a:buAutoNum {nsdecls("a")} type="{sign.scheme}"{start}/>'))
    elif sign.text == BULLET:
        properties.append(parse_xml(f'<a:buChar {nsdecls("a")} char="{BULLET}"/>'))
