"""How slides look in PowerPoint: their size and type, and python-pptx's template dressed in them.

Runs carry no font: family, colour and size stand in theme and master.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from lxml import etree  # type: ignore[import-untyped]  # lxml says no types
from pptx.enum.text import MSO_ANCHOR
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml.ns import qn
from pptx.presentation import Presentation
from pptx.slide import SlideLayout, SlideMaster
from pptx.util import Cm, Pt

from lang import say
from publish.colours import HEADER_FILL, INK, SOFT
from publish.document.slides.looks import (
    BELOW_COVER,
    BOTTOM,
    COVER_AT,
    FOOTER_AT,
    GAP,
    HEIGHT,
    INNER,
    LINE,
    NUMBER_AT,
    SIDE,
    TITLE_AT,
    TOP,
    TYPES,
    WIDTH,
    Box,
)
from publish.document.styles import FAMILIES

COVER, TEXT, TWO, TITLE = "cover", "text", "two", "title"
KEPT = {0: COVER, 1: TEXT, 3: TWO, 5: TITLE}  # layouts of the template, by number


def dress(slides: Presentation, lang: str) -> dict[str, SlideLayout]:
    """Size, theme and master; gives the layouts that are kept, by name, and removes the others."""
    slides.slide_width, slides.slide_height = Cm(WIDTH), Cm(HEIGHT)
    master = slides.slide_master
    _theme(master)
    _styles(master)
    _place(master.placeholders)
    layouts: dict[str, SlideLayout] = {}
    for number, layout in enumerate(list(slides.slide_layouts)):
        if number not in KEPT:
            slides.slide_layouts.remove(layout)
            continue
        name = KEPT[number]
        layout.name = say(f"slides-layout-{name}", lang)
        _place(layout.placeholders, cover=name == COVER, halves=name == TWO)
        layouts[name] = layout
    for part in (slides.part, slides.part.package):
        rels = part.rels if hasattr(part, "rels") else part._rels
        for key, relation in list(rels.items()):
            if relation.reltype in (RT.PRINTER_SETTINGS, RT.THUMBNAIL):
                rels.pop(key)
    return layouts


def _theme(master: SlideMaster) -> None:
    """Our families for Latin and for Chinese text, our colours."""
    part = master.part.part_related_by(RT.THEME)
    text = part.blob.decode("utf-8")
    family = FAMILIES[0]
    text = re.sub(r'<a:latin typeface="[^"]*"/>', f'<a:latin typeface="{family}"/>', text)
    text = re.sub(r'<a:ea typeface="[^"]*"/>', f'<a:ea typeface="{family}"/>', text)
    text = re.sub(r'(<a:font script="Hant" typeface=")[^"]*', rf"\g<1>{family}", text)
    for name, colour in (("dk1", INK), ("dk2", SOFT), ("accent1", HEADER_FILL)):
        before, opens, rest = text.partition(f"<a:{name}>")
        _, closes, after = rest.partition(f"</a:{name}>")
        text = f'{before}{opens}<a:srgbClr val="{colour[1:]}"/>{closes}{after}'
    part._blob = text.encode("utf-8")


def _styles(master: SlideMaster) -> None:
    """Titles and text from the left, in our sizes, without bullets."""
    styles = master._element.find(qn("p:txStyles"))
    for style, key in (("p:titleStyle", "title"), ("p:bodyStyle", "body")):
        for level in styles.find(qn(style)):
            if not level.tag.endswith("pPr"):
                continue
            level.set("algn", "l")
            for side in ("marL", "indent"):
                level.attrib.pop(side, None)
            for child in list(level):
                if etree.QName(child).localname in ("buFont", "buChar", "buNone", "lnSpc", "spcBef", "spcAft"):
                    level.remove(child)
            spacing = etree.SubElement(level, qn("a:spcBef"))
            etree.SubElement(spacing, qn("a:spcPts")).set("val", "0")
            level.insert(0, spacing)
            level.insert(1, etree.SubElement(level, qn("a:buNone")))
            look = level.find(qn("a:defRPr"))
            look.set("sz", f"{TYPES[key].size * 100:.0f}")
            look.set("b", str(int(TYPES[key].bold)))


def _place(placeholders: Iterable[Any], *, cover: bool = False, halves: bool = False) -> None:
    """Where the placeholders of master and layouts stand."""
    half = (INNER - GAP) / 2
    for shape in list(placeholders):
        number = shape.placeholder_format.idx
        kind = shape.placeholder_format.type.name
        if kind in ("TITLE", "CENTER_TITLE"):
            box = COVER_AT if cover else TITLE_AT
            _plain(shape)
        elif kind == "SLIDE_NUMBER":
            box = NUMBER_AT
        elif kind == "FOOTER":
            box = FOOTER_AT
        elif kind == "DATE":
            shape._element.getparent().remove(shape._element)  # a pack says its cut-off itself
            continue
        elif cover:
            box = BELOW_COVER
        elif halves:
            box = Box(SIDE if number == 1 else SIDE + half + GAP, TOP, half, BOTTOM - TOP)
        else:
            box = Box(SIDE, TOP, INNER, BOTTOM - TOP)
        shape.left, shape.top, shape.width, shape.height = map(Cm, (box.left, box.top, box.width, box.height))
        if kind in ("SUBTITLE", "BODY", "OBJECT"):
            _plain(shape)
        if kind in ("SLIDE_NUMBER", "FOOTER"):
            _footing(shape, "r" if kind == "SLIDE_NUMBER" else "l")


def _plain(shape: Any) -> None:
    """As the master says: the template's layouts have sizes, greys and centres of their own."""
    for style in shape._element.iter(qn("a:lstStyle")):
        for child in list(style):
            style.remove(child)
    shape.text_frame.vertical_anchor = (
        MSO_ANCHOR.BOTTOM if "ctrTitle" in etree.tostring(shape._element).decode() else MSO_ANCHOR.TOP
    )


def _footing(shape: Any, align: str) -> None:
    frame = shape.text_frame
    frame.margin_left = frame.margin_right = 0
    for look in shape._element.iter(qn("a:lvl1pPr")):
        look.set("algn", align)
        for run in look.iter(qn("a:defRPr")):
            run.set("sz", f"{TYPES['footer'].size * 100:.0f}")


def exact(size: float) -> Pt:
    """The fixed line of a type size."""
    return Pt(round(size * LINE, 1))
