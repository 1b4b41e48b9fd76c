"""Text on slides of PowerPoint."""

from __future__ import annotations

from collections.abc import Iterable

from pptx.dml.color import RGBColor
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.oxml.xmlchemy import BaseOxmlElement
from pptx.shapes.base import BaseShape
from pptx.text.text import TextFrame, _Paragraph, _Run
from pptx.util import Emu, Pt

from lang.locales import tag_of
from lang.printable import printable
from publish.colours import INK
from publish.document.elements import Heading, Items, Run
from publish.document.pptx.lists import hang
from publish.document.pptx.styles import exact
from publish.document.slides.heights import Text, type_of
from publish.document.slides.looks import TYPES, Type
from publish.document.slides.marks import Sign, signs_of


def write(frame: TextFrame, blocks: Iterable[Text], lang: str) -> None:
    """Fill a text frame that holds nothing yet."""
    bare(frame)
    first = True
    for block in blocks:
        if isinstance(block, Items):
            for item, sign in zip(block.items, signs_of(block, lang), strict=True):
                put(frame, item, TYPES["body"], lang, first=first, sign=sign)
                first = False
            continue
        runs = (Run(block.text),) if isinstance(block, Heading) else block.runs
        put(frame, runs, type_of(block), lang, first=first)
        first = False


def bare(frame: TextFrame) -> None:
    """No margins, lines that wrap, nothing that grows or shrinks by itself."""
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = Emu(0)
    frame.auto_size = None


def put(
    frame: TextFrame, runs: Iterable[Run], look: Type, lang: str, *, first: bool, sign: Sign | None = None,
    align: str = "",
) -> None:  # fmt: skip
    """One paragraph at the end of a frame (``first``: the one that is there)."""
    paragraph = frame.paragraphs[0] if first else frame.add_paragraph()  # type: ignore[no-untyped-call]  # python-pptx says none of it
    paragraph.line_spacing, paragraph.space_after = exact(look.size), Pt(look.after)
    properties = paragraph._p.get_or_add_pPr()
    if align == "end":
        properties.set("algn", "r")
    if sign:
        hang(properties, sign, look.size)
        if sign.words:
            add_run(paragraph, Run(""), look, lang).text = sign.words  # with a tab, which texts of people lose
    for run in runs:
        if run.text:
            add_run(paragraph, run, look, lang)
    end = parse_xml(f'<a:endParaRPr {nsdecls("a")} lang="{tag_of(lang)}" sz="{look.size * 100:.0f}"/>')
    paragraph._p.append(end)


def add_run(paragraph: _Paragraph, run: Run, look: Type, lang: str) -> _Run:
    made = paragraph.add_run()
    made.text = printable(run.text)
    made.font.size = Pt(look.size)
    made.font.bold = True if look.bold or run.strong else None
    if look.colour != INK:
        made.font.color.rgb = rgb(look.colour)
    language(made._r.get_or_add_rPr(), run.lang or lang)
    return made


def rgb(colour: str) -> RGBColor:
    """Of #1b2430."""
    made: RGBColor = RGBColor.from_string(colour[1:].upper())  # type: ignore[no-untyped-call]  # python-pptx says no types of it
    return made


def language(properties: BaseOxmlElement, lang: str) -> None:
    """The language of a text, and the one of what it holds in the other script."""
    properties.set("lang", tag_of(lang))
    properties.set("altLang", "en-GB" if lang != "en" else "zh-TW")


def named(shape: BaseShape, name: str, about: str = "") -> None:
    """What a screen reader and the selection pane call a shape; ``about``: its text alternative."""
    properties = next(shape._element.iter(qn("p:cNvPr")))
    properties.set("name", printable(name)[:120])
    if about:
        properties.set("descr", printable(about))
