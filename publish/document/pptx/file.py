"""A document as .pptx, by python-pptx.

python-pptx because it writes native charts with their own data sheets; an office suite to convert one is a program to
install, and a picture of a chart cannot be read by a screen reader nor changed by a manager.
"""

from __future__ import annotations

import copy
import io
from datetime import UTC

import pptx
from pptx.enum.chart import XL_CHART_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.shapes.autoshape import Shape
from pptx.shapes.base import BaseShape
from pptx.shapes.graphfrm import GraphicFrame
from pptx.shapes.picture import Picture as PptxPicture
from pptx.slide import Slide as PptxSlide
from pptx.slide import SlideLayout
from pptx.util import Cm, Emu

from lang import say
from lang.locales import tag_of
from lang.printable import printable
from publish.document.chart_sizes import png_of
from publish.document.elements import Document, Run, Section
from publish.document.pptx import chart as pptx_chart
from publish.document.pptx import table as pptx_table
from publish.document.pptx.styles import COVER, TEXT, TITLE, TWO, dress
from publish.document.pptx.text import bare, named, put, write
from publish.document.slides.layout import Picture, Rows, Slide, Words, cover_lines, notes_of, titled_slides
from publish.document.slides.looks import TYPES, Box

NUMBER, FOOTER = 12, 11  # placeholders of the layouts


def to_pptx(document: Document) -> bytes:
    """The document for PowerPoint, 16:9: a cover, then each section on one slide, or on several where it is long."""
    return _Writer(document).written()


class _Writer:
    def __init__(self, document: Document) -> None:
        self.document, self.lang = document, document.lang
        self.slides = pptx.Presentation()
        self.layouts = dress(self.slides, document.lang)

    def written(self) -> bytes:
        self._describe()
        self._cover()
        for section in self.document.sections:
            self._section(section)
        out = io.BytesIO()
        self.slides.save(out)
        return out.getvalue()

    def _describe(self) -> None:
        document, about = self.document, self.slides.core_properties
        about.title, about.author = printable(document.title)[:255], printable(document.author)[:255]
        about.last_modified_by, about.comments = about.author, ""
        about.created = about.modified = document.at.astimezone(UTC).replace(tzinfo=None)
        about.language = tag_of(self.lang)
        about.keywords = ", ".join(printable(word) for word in document.keywords)[:255]

    def _cover(self) -> None:
        title, lines = cover_lines(self.document)
        slide = self._new(COVER, title)
        frame = slide.placeholders[1].text_frame
        bare(frame)
        for place, (text, look) in enumerate(lines):
            put(frame, (Run(text),), TYPES[look], self.lang, first=place == 0)

    def _section(self, section: Section) -> None:
        for slide, title in titled_slides(self.document, section):
            self._slide(slide, title)

    def _slide(self, planned: Slide, title: str) -> None:
        texts = [part for part in planned.parts if isinstance(part, Words)]
        made = self._new((TITLE, TEXT, TWO)[min(len(texts), 2)], title)
        holders = [shape for shape in made.placeholders if shape.placeholder_format.idx in (1, 2)]
        for part in planned.parts:
            if isinstance(part, Words):
                self._words(made, part, holders.pop(0) if holders else None)
            elif isinstance(part, Rows):
                self._rows(made, part, title)
            else:
                self._picture(made, part)
        notes = notes_of(planned)
        if notes and (frame := made.notes_slide.notes_text_frame) is not None:
            frame.text = "\n".join(printable(note) for note in notes)

    def _new(self, layout: str, title: str) -> PptxSlide:
        slide: PptxSlide = self.slides.slides.add_slide(self.layouts[layout])
        holder = slide.shapes.title
        if holder is None:
            raise ValueError(f"the layout {layout} has no title")
        named(holder, say("slides-title-name", self.lang))
        bare(holder.text_frame)
        put(
            holder.text_frame,
            (Run(title),),
            TYPES["cover" if layout == COVER else "title"],
            self.lang,
            first=True,
        )
        for shape in slide.placeholders:
            if shape.placeholder_format.idx in (1, 2):
                named(shape, say("slides-text-name", self.lang))
        self._footing(slide, self.layouts[layout])
        return slide

    def _footing(self, slide: PptxSlide, layout: SlideLayout) -> None:
        """python-pptx leaves the footer and the number of the layout out; here they are."""
        for shape in layout.placeholders:  # type: ignore[misc]  # python-pptx declares it without its self
            number = shape.placeholder_format.idx
            if number not in (NUMBER, FOOTER):
                continue
            element = copy.deepcopy(shape._element)
            body = element.find(qn("p:txBody"))
            for paragraph in body.findall(qn("a:p")):
                body.remove(paragraph)
            text = f"<a:t>{'‹#›' if number == NUMBER else ''}</a:t>"
            kind = 'fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"' if number == NUMBER else "r"
            run = f'<a:{kind}><a:rPr lang="{tag_of(self.lang)}"/>{text}</a:{kind.split()[0]}>'
            body.append(parse_xml(f"<a:p {nsdecls('a')}>{run}</a:p>"))
            if number == FOOTER:
                body.find(f".//{qn('a:t')}").text = printable(self.document.footer)
            slide.shapes._spTree.append(element)
            made = slide.shapes[-1]
            element.nvSpPr.cNvPr.set("id", str(1000 + number))
            named(made, say("slides-number-name" if number == NUMBER else "slides-footer-name", self.lang))

    def _words(self, slide: PptxSlide, words: Words, holder: Shape | None) -> None:
        if holder is None:
            holder = slide.shapes.add_textbox(Cm(0), Cm(0), Cm(0), Cm(0))
            named(holder, say("slides-text-name", self.lang))
        _put_at(holder, words.box)
        write(holder.text_frame, words.blocks, self.lang)

    def _rows(self, slide: PptxSlide, part: Rows, title: str) -> None:
        table, box = part.table, part.box
        frame = slide.shapes.add_table(len(part.tall), len(table.widths), *_emu(box))
        named(frame, say("slides-table-name", self.lang, title=title), table.about or title)
        pptx_table.fill(frame.table, table, part.rows, part.tall, box.width, part.size, self.lang)

    def _picture(self, slide: PptxSlide, picture: Picture) -> None:
        chart, model = picture.chart, picture.chart.model
        if model is None or model.empty:
            shown: BaseShape = _fitted(
                slide.shapes.add_picture(io.BytesIO(png_of(chart.svg)), *_emu(picture.box)[:2]), picture.box
            )
        else:
            data = pptx_chart.data_of(model)
            # python-pptx says another class of data than its own writers take, and a chart where it gives its frame
            frame: GraphicFrame = slide.shapes.add_chart(XL_CHART_TYPE.LINE_MARKERS, *_emu(picture.box), data)  # type: ignore[arg-type,assignment]
            pptx_chart.dress(frame.chart, model, self.lang)
            shown = frame
        named(shown, say("slides-chart-name", self.lang, title=model.title if model else chart.alt), chart.alt)
        for words in (picture.above, picture.below):
            if words:
                self._words(slide, words, None)


def _emu(box: Box) -> tuple[Cm, Cm, Cm, Cm]:
    return Cm(box.left), Cm(box.top), Cm(box.width), Cm(box.height)


def _put_at(shape: Shape, box: Box) -> None:
    shape.left, shape.top, shape.width, shape.height = _emu(box)


def _fitted(picture: PptxPicture, box: Box) -> PptxPicture:
    """As large as its place allows, its sides in proportion."""
    factor = min(Cm(box.width) / picture.width, Cm(box.height) / picture.height)
    picture.width, picture.height = Emu(int(picture.width * factor)), Emu(int(picture.height * factor))
    return picture
