"""What goes onto which slide, and where. Pure: heights are worked out from the text, nothing is drawn here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from lang import say
from publish.document.elements import Block, Chart, Document, Items, Paragraph, Run, Section, Table
from publish.document.slides.heights import Row, Text, height_of, heights, lines_in, size_of
from publish.document.slides.looks import BOTTOM, GAP, INNER, LINE, SIDE, TOP, TYPES, Box, centimetres

CHART_SHARE = 0.64  # of the width, where sentences stand beside it
LEAST_CHART = 8.0


@dataclass(frozen=True)
class Words:
    box: Box
    blocks: tuple[Text, ...]


@dataclass(frozen=True)
class Rows:
    """Some rows of a table under its head; ``tall`` are their heights, those of the head first, ``size`` is their type."""

    box: Box
    table: Table
    rows: tuple[Row, ...]
    tall: tuple[float, ...]
    size: float


@dataclass(frozen=True)
class Picture:
    """A chart: what stands above and below it, and its place between."""

    box: Box
    chart: Chart
    above: Words | None = None
    below: Words | None = None


@dataclass
class Slide:
    parts: list[Words | Rows | Picture] = field(default_factory=list)
    top: float = TOP

    @property
    def left(self) -> float:
        return BOTTOM - self.top


def cover_lines(document: Document) -> tuple[str, list[tuple[str, str]]]:
    """The title of the cover, and its other lines with the look of each."""
    *above, title = document.heading or (document.title,)
    lines = [(text, "agency") for text in above]
    return title, lines + [(text, "lead" if place == 0 else "meta") for place, text in enumerate(document.about)]


def titled_slides(document: Document, section: Section, *, drawn: bool = False) -> list[tuple[Slide, str]]:
    """The slides of a section, each with its title; of several each says which it is. ``drawn``: see `slides_of`."""
    planned, title = slides_of(section, drawn=drawn), section.title or document.title
    if len(planned) == 1:
        return [(planned[0], title)]
    return [
        (slide, say("slides-continued", document.lang, title=title, part=part, parts=len(planned)))
        for part, slide in enumerate(planned, start=1)
    ]


def notes_of(slide: Slide) -> list[str]:
    """Where the texts of a slide came from: its speaker's notes."""
    runs: list[Run] = []
    for part in slide.parts:
        if isinstance(part, Words):
            blocks = part.blocks
        elif isinstance(part, Rows):
            blocks = tuple(block for row in part.rows for cell in row for block in cell.blocks)
        else:
            continue
        for block in blocks:
            if isinstance(block, Items):
                runs += [run for item in block.items for run in item]
            else:
                runs += getattr(block, "runs", ())
    return list(dict.fromkeys(run.note for run in runs if run.note))


def slides_of(section: Section, *, drawn: bool = False) -> list[Slide]:
    """The slides of a section, at least one. Text and tables that do not fit go on to the next.

    ``drawn``: charts are pictures, which hold their heading and their notes.
    """
    slides = [Slide()]
    blocks = list(section.blocks)
    while blocks:
        block = blocks.pop(0)
        if isinstance(block, Table):
            _table(slides, block, _below(blocks))
        elif isinstance(block, Chart):
            beside = _texts(blocks)
            del blocks[: len(beside)]
            _chart(slides, block, beside, drawn)
        else:
            text = [block, *_texts(blocks)]
            del blocks[: len(text) - 1]
            _words(slides, text)
    return slides


def _texts(blocks: Sequence[Block]) -> list[Text]:
    """The text blocks up to the next table or chart."""
    found: list[Text] = []
    for block in blocks:
        if isinstance(block, Table | Chart):
            break
        found.append(block)
    return found


def _below(blocks: Sequence[Block]) -> float:
    """What must stay below a table: the remarks after it, or the chart that it belongs to."""
    if blocks and isinstance(blocks[0], Chart):
        return LEAST_CHART
    text = _texts(blocks)
    return height_of(text, INNER) + GAP if text else 0.0


def _words(slides: list[Slide], text: list[Text]) -> None:
    rest: list[Text] = []
    while text and height_of(text, INNER) > slides[-1].left:
        rest.insert(0, text.pop())
    if text:
        slide, high = slides[-1], height_of(text, INNER)
        slide.parts.append(Words(Box(SIDE, slide.top, INNER, high), tuple(text)))
        slide.top += high + GAP
    if rest:
        if not text and not slides[-1].parts:  # one block, longer than a slide: better cramped than lost
            slides[-1].parts.append(Words(Box(SIDE, TOP, INNER, BOTTOM - TOP), (rest.pop(0),)))
        if rest:
            slides.append(Slide())
            _words(slides, rest)


def _table(slides: list[Slide], table: Table, below: float) -> None:
    """A long table is cut into parts about as long as each other, each under its head."""
    size = size_of(table, INNER, slides[-1].left - below)
    head, tall = (heights(table, rows, INNER, size) for rows in (table.head, table.body))
    room, first = BOTTOM - TOP - sum(head), slides[-1].left - sum(head)
    if slides[-1].parts and first < min(sum(tall), 4.0):
        slides.append(Slide())
        first = room
    parts = 1
    while not (cut := _cut(table, tall, parts, first, room, below)):
        parts += 1
    start = 0
    for place, end in enumerate(cut):
        if place:
            slides.append(Slide())
        slide, these = slides[-1], (*head, *tall[start:end])
        slide.parts.append(Rows(Box(SIDE, slide.top, INNER, sum(these)), table, table.body[start:end], these, size))
        slide.top += sum(these) + GAP
        start = end


def _cut(table: Table, tall: list[float], parts: int, first: float, room: float, below: float) -> list[int]:
    """Where each of so many parts ends; none where they do not hold the table.

    Where something is taller than a slide, each row stands alone with those that hang together with it.
    """
    whole = _whole(table)
    if parts > len(tall):
        return sorted({*whole, len(tall)})
    total, ends, start = sum(tall), [], 0
    for part in range(parts):
        space = first if part == 0 else room
        fair = (total - sum(tall[:start])) / (parts - part) + 0.01
        end, used = start, 0.0
        while end < len(tall) and used + tall[end] <= space and (used < fair - tall[end] / 2 or part == parts - 1):
            used += tall[end]
            end += 1
        while start < end < len(tall) and end not in whole:
            end -= 1
        if end == start:
            return []
        ends.append(end)
        start = end
    fits = sum(tall[ends[-2] if parts > 1 else 0 :]) + below <= (room if parts > 1 else first) + 0.01
    return ends if start == len(tall) and fits else []


def _whole(table: Table) -> set[int]:
    """After how many rows a table may be cut: where no cell spans on, and not below a group's head."""
    found, until = set(), 0
    for number, row in enumerate(table.body):
        until = max([until, *(number + cell.rows for cell in row)])
        if until <= number + 1 and not (len(row) == 1 and row[0].role == "group"):
            found.add(number + 1)
    return found


def _chart(slides: list[Slide], chart: Chart, beside: list[Text], drawn: bool) -> None:
    if slides[-1].left < LEAST_CHART:
        slides.append(Slide())
    slide = slides[-1]
    wide = INNER * CHART_SHARE if beside else INNER
    slide.parts.append(_picture(Box(SIDE, slide.top, wide, slide.left), chart, drawn))
    narrow = INNER - wide - 2 * GAP
    over: list[Text] = []
    while beside and height_of(beside, narrow) > slide.left:
        over.insert(0, beside.pop())
    if beside:
        slide.parts.append(Words(Box(SIDE + wide + 2 * GAP, slide.top, narrow, slide.left), tuple(beside)))
    slide.top = BOTTOM
    if over:
        slides.append(Slide())
        _words(slides, over)


def _picture(box: Box, chart: Chart, drawn: bool) -> Picture:
    """Above a native chart stands what it shows, below it its notes; a drawn one holds both itself."""
    model = chart.model
    if drawn or model is None or model.empty:
        return Picture(box, chart)

    def words(text: str, top: float) -> Words:
        high = centimetres(lines_in(text, TYPES["caption"].size, box.width) * TYPES["caption"].size * LINE)
        return Words(Box(box.left, top, box.width, high), (Paragraph((Run(text),), "caption"),))

    unit = "" if model.percent else model.unit
    above = words("｜".join(part for part in (model.subtitle, unit) if part), box.top)
    notes = "\n".join(part for part in (model.note, *(remark.line for remark in model.remarks)) if part)
    below = words(notes, 0.0) if notes else None
    bottom = box.top + box.height
    if below:
        bottom -= below.box.height
        below = words(notes, bottom)
    top = box.top + above.box.height
    return Picture(Box(box.left, top, box.width, bottom - top - 0.1), chart, above, below)
