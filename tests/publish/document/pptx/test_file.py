"""Any document can be slides: spans, lists, hostile text, drawn charts and notes included."""

from __future__ import annotations

import io
from dataclasses import replace

import pptx
import pytest

from publish.document.elements import Cell, Paragraph, Run, Section, Table
from publish.document.pptx.file import to_pptx
from publish.document.slides.layout import Rows, Words, slides_of
from tests.publish.document.ooxml_schema import faults_of
from tests.publish.document.sample import HOSTILE_SHOWN, WORDS


@pytest.mark.parametrize("lang", ["zh-Hant", "en"])
def test_a_document_with_everything_is_written_and_read_back(document_in, lang):
    file = to_pptx(document_in(lang, pages=True))
    assert faults_of(file, ".pptx") == []
    made = pptx.Presentation(io.BytesIO(file))
    text = "\n".join(
        shape.text_frame.text for slide in made.slides for shape in slide.shapes if shape.has_text_frame
    )  # fmt: skip
    cells = [
        cell.text_frame.text
        for slide in made.slides for shape in slide.shapes if shape.has_table for cell in shape.table.iter_cells()
    ]  # fmt: skip
    assert HOSTILE_SHOWN in text
    assert HOSTILE_SHOWN in cells
    assert sum(WORDS[lang]["item"] in cell for cell in cells) == 9
    assert any(
        WORDS[lang]["note"] in slide.notes_slide.notes_text_frame.text for slide in made.slides if slide.has_notes_slide
    )
    assert any(shape.shape_type == 13 for slide in made.slides for shape in slide.shapes)  # a drawn chart


def long_table(rows: int, words: str = "字") -> Table:
    def one(text, **more):
        return Cell((Paragraph((Run(text),)),), **more)

    return Table(
        (1, 1),
        ((one("甲", role="head"), one("乙", role="head")),),
        tuple((one(f"{n}"), one(words)) for n in range(rows)),
    )


@pytest.mark.parametrize("rows", [1, 8, 40, 200])
def test_no_row_of_a_long_table_is_lost_and_each_part_fits(rows):
    planned = slides_of(Section("", (Paragraph((Run("前言"),)), long_table(rows), Paragraph((Run("註"),), "small"))))
    parts = [part for slide in planned for part in slide.parts if isinstance(part, Rows)]
    shown = [row[0].blocks[0].text for part in parts for row in part.rows]
    assert shown == [str(n) for n in range(rows)]
    assert all(slide.top <= 17.7 + 0.5 for slide in planned)
    assert all(len(part.tall) == len(part.rows) + 1 for part in parts)
    assert [part for slide in planned for part in slide.parts if isinstance(part, Words)][-1].blocks[0].text == "註"


def test_a_row_taller_than_a_slide_and_a_text_longer_than_one_do_not_loop():
    tall = slides_of(Section("", (long_table(3, "很長的說明。" * 600),)))
    assert sum(len(part.rows) for slide in tall for part in slide.parts) == 3
    long = slides_of(Section("", tuple(Paragraph((Run("很長的說明。" * 300),)) for _ in range(4))))
    assert sum(len(part.blocks) for slide in long for part in slide.parts) == 4


def spanning(*rows: int, words: str = "很長的說明。" * 300) -> Table:
    """Items that span so many rows each, every row half a slide high or more."""

    def one(text, **more):
        return Cell((Paragraph((Run(text),)),), **more)

    body = [
        (one(f"項{item}", rows=count), one(f"{row} {words}")) if row == 0 else (one(f"{row} {words}"),)
        for item, count in enumerate(rows)
        for row in range(count)
    ]
    return Table((1, 1), ((one("甲", role="head"), one("乙", role="head")),), tuple(body))


@pytest.mark.parametrize("rows", [(3,), (2, 3), (1, 2, 1)])
def test_cells_that_span_more_than_a_slide_stay_whole(document_in, rows):
    table = spanning(*rows)
    planned = slides_of(Section("", (table,)))
    parts = [part for slide in planned for part in slide.parts]
    assert [len(part.rows) for part in parts] == list(rows)
    document = replace(document_in("zh-Hant", pages=True), sections=(Section("", (table,)),))
    assert faults_of(to_pptx(document), ".pptx") == []


def test_a_heading_row_at_the_end_of_a_table_is_not_lost():
    table = spanning(2, 1)
    last = (Cell((Paragraph((Run("小計"),)),), columns=2, role="group"),)
    planned = slides_of(Section("", (replace(table, body=(*table.body, last)),)))
    assert [row for slide in planned for part in slide.parts for row in part.rows][-1] == last


def test_a_table_without_rows_is_its_head():
    planned = slides_of(Section("", (replace(long_table(1), body=()),)))
    assert [len(part.tall) for slide in planned for part in slide.parts] == [1]


def test_a_document_without_sections_is_its_cover(document_in):
    made = pptx.Presentation(io.BytesIO(to_pptx(replace(document_in("en", pages=True), sections=()))))
    assert len(made.slides) == 1
