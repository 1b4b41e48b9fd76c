"""Text on slides: how high it stands in a given width, and how it is written."""

from __future__ import annotations

from collections.abc import Iterable

from pptx.dml.color import RGBColor
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.text.text import TextFrame, _Paragraph, _Run
from pptx.util import Pt

from lang.locales import tag_of
from lang.printable import printable
from present.text_width import wrap
from publish.colours import INK
from publish.document.elements import Heading, Items, Paragraph, Run
from publish.document.pptx.lists import Sign, hang, signs_of
from publish.document.pptx.styles import LINE, TYPES, Type, centimetres, exact, points

Text = Paragraph | Items | Heading
WIDEST = "zh-Hant"  # the language whose marks take the most room
SLACK = 0.94  # of a width is counted on: where our font is not there, another one is a little wider


def height_of(blocks: Iterable[Text], width: float) -> float:
    """Centimetres that blocks take on a slide in so many centimetres of width."""
    total = 0.0
    for text, look, indent in _lines(blocks):
        total += lines_in(text, look.size, width - centimetres(indent)) * look.size * LINE + look.after
    return centimetres(total)


def lines_in(text: str, size: float, width: float) -> int:
    """Lines that a text takes in so many centimetres, an empty one too."""
    return sum(max(1, len(wrap(line, size, points(width) * SLACK))) for line in text.split("\n"))


def _lines(blocks: Iterable[Text]) -> Iterable[tuple[str, Type, float]]:
    for block in blocks:
        if isinstance(block, Items):
            for item, sign in zip(block.items, signs_of(block, WIDEST), strict=True):
                yield "".join(run.text for run in item), TYPES["body"], TYPES["body"].size * sign.indent
        else:
            yield block.text, _type(block), 0.0


def _type(block: Paragraph | Heading) -> Type:
    return TYPES["heading"] if isinstance(block, Heading) else TYPES.get(block.style, TYPES["body"])


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
        put(frame, runs, _type(block), lang, first=first)
        first = False


def bare(frame: TextFrame) -> None:
    """No margins, lines that wrap, nothing that grows or shrinks by itself."""
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.auto_size = None


def put(
    frame: TextFrame, runs: Iterable[Run], look: Type, lang: str, *, first: bool, sign: Sign | None = None,
    align: str = "",
) -> None:  # fmt: skip
    """One paragraph at the end of a frame (``first``: the one that is there)."""
    paragraph = frame.paragraphs[0] if first else frame.add_paragraph()
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
        made.font.color.rgb = RGBColor.from_string(look.colour[1:].upper())
    language(made._r.get_or_add_rPr(), run.lang or lang)
    return made


def language(properties, lang: str) -> None:
    """The language of a text, and the one of what it holds in the other script."""
    properties.set("lang", tag_of(lang))
    properties.set("altLang", "en-GB" if lang != "en" else "zh-TW")


def named(shape, name: str, about: str = "") -> None:
    """What a screen reader and the selection pane call a shape; ``about``: its text alternative."""
    properties = next(shape._element.iter(qn("p:cNvPr")))
    properties.set("name", printable(name)[:120])
    if about:
        properties.set("descr", printable(about))
