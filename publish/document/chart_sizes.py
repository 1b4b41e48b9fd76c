"""Charts inside documents: how large they are shown, and what programs that cannot draw SVG show instead."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import vl_convert

from publish.document.elements import Document
from publish.document.styles import CHART_HEIGHT, FAMILIES, MARGIN, paper

CM = 2.54 / 96  # of a pixel
SCALE = 2.0


def size_of(svg: bytes, document: Document) -> tuple[float, float]:
    """Width and height in centimetres: its own, made smaller where the page asks for it."""
    root = ElementTree.fromstring(svg)
    width, height = (_length(root.get(side, "")) * CM for side in ("width", "height"))
    most = paper(document)[0] - 2 * MARGIN
    factor = min(1.0, most / width, CHART_HEIGHT[document.pages] / height)
    return width * factor, height * factor


def _length(text: str) -> float:
    """The number that a length begins with. Raises ValueError where there is none."""
    found = re.match(r"[\d.]+", text)
    if found is None:
        raise ValueError(f"no length: {text!r}")
    return float(found.group())


def png_of(svg: bytes) -> bytes:
    return vl_convert.svg_to_png(svg.decode(), scale=SCALE)


def for_offices(svg: bytes) -> bytes:
    """The chart naming further fonts after its own: it is read on machines without the one that it was drawn with."""
    others = ", ".join(FAMILIES)
    return re.sub(r'font-family="([^"]*)"', rf'font-family="\1, {others}, sans-serif"', svg.decode()).encode()
