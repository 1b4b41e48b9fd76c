"""The .odp: valid OpenDocument 1.2, the same slides as the .pptx, with what a person can edit and a screen reader can read."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import pytest

from publish.document.elements import Chart, Section, Table
from publish.document.odf.odp_file import to_odp
from publish.document.slides.layout import Rows, titled_slides
from tests.publish.document.odf.test_odt_file import find, part, text_of
from tests.publish.document.odf_schema import faults_of
from tests.publish.document.pptx.test_file import spanning
from tests.publish.document.sample import HOSTILE_SHOWN, WORDS

SPACES = {"presentation": "urn:oasis:names:tc:opendocument:xmlns:presentation:1.0"}


@pytest.fixture(scope="module", params=["zh-Hant", "en"])
def lang(request) -> str:
    return request.param


@pytest.fixture(scope="module")
def document(document_in, lang):
    return document_in(lang, pages=True)


@pytest.fixture(scope="module")
def file(document) -> bytes:
    return to_odp(document)


@pytest.fixture(scope="module")
def content(file):
    return part(file, "content.xml")


def of_class(place, name: str) -> list:
    return [
        frame
        for frame in find(place, ".//draw:frame")
        if frame.get(f"{{{SPACES['presentation']}}}class") == name
    ]  # fmt: skip


def test_it_is_valid_opendocument_and_the_same_document_is_the_same_bytes(file, document):
    assert faults_of(file) == []
    assert to_odp(document) == file


def test_each_slide_has_its_title_and_the_footer(content, document):
    titles = [title for section in document.sections for _, title in titled_slides(document, section, drawn=True)]
    pages = find(content, "//draw:page")
    said = [
        "".join(text_of(line) for line in find(frame, ".//text:p"))
        for page in pages
        for frame in of_class(page, "title")
    ]
    assert said == [document.heading[-1], *titles]
    assert {page.get(f"{{{SPACES['presentation']}}}use-footer-name") for page in pages} == {"footer"}
    assert content.xpath("string(//presentation:footer-decl)", namespaces=SPACES) == document.footer


def test_tables_are_tables_whose_rows_fill_the_grid(content, document):
    planned = [slide for section in document.sections for slide, _ in titled_slides(document, section, drawn=True)]
    shown = [one for slide in planned for one in slide.parts if isinstance(one, Rows)]
    tables = find(content, "//table:table")
    assert [len(find(table, "table:table-row")) for table in tables] == [len(one.tall) for one in shown]
    assert not find(content, "//table:table-header-rows")  # which LibreOffice leaves out of slides
    assert {len(row) for table in tables for row in find(table, "table:table-row")} == {
        len(block.widths) for section in document.sections for block in section.blocks if isinstance(block, Table)
    }


def test_a_chart_is_a_vector_with_a_png_and_words(content, file, document):
    charts = [block for section in document.sections for block in section.blocks if isinstance(block, Chart)]
    frames = find(content, "//draw:frame[draw:image]")
    assert [find(frame, "string(svg:desc)") for frame in frames] == [chart.alt for chart in charts]
    with zipfile.ZipFile(io.BytesIO(file)) as package:
        vector, pixels = (package.read(place) for place in find(frames[0], "draw:image/@xlink:href"))
    assert vector.startswith(b"<svg")
    assert pixels.startswith(b"\x89PNG")


def test_hostile_text_comes_back_as_text_and_sources_are_notes(content, lang):
    assert HOSTILE_SHOWN in [text_of(line) for line in find(content, "//draw:text-box/text:p")]
    assert HOSTILE_SHOWN in [text_of(line) for line in find(content, "//table:table-cell/text:p")]
    notes = ["".join(frame.itertext()) for frame in of_class(content, "notes")]
    assert any(WORDS[lang]["note"] in note for note in notes)


def test_every_style_that_is_used_is_there(content, file):
    known = {*find(content, "//@style:name"), *find(part(file, "styles.xml"), "//@style:name")}
    used = {
        *find(content, "//@text:style-name"),
        *find(content, "//@table:style-name"),
        *find(content, "//@draw:style-name"),
    }
    assert used <= known


def test_cells_that_span_more_than_a_slide_and_a_document_without_sections(document):
    assert faults_of(to_odp(replace(document, sections=(Section("", (spanning(2, 3),)),)))) == []
    alone = to_odp(replace(document, sections=()))
    assert faults_of(alone) == []
    assert len(find(part(alone, "content.xml"), "//draw:page")) == 1
