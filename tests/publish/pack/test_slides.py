"""The .pptx read back: native charts with the model's values, words in one language, alternatives for those who listen."""

from __future__ import annotations

import re

import pytest
from pptx.enum.dml import MSO_LINE
from pptx.oxml.ns import qn

from lang.locales import tag_of
from publish.document.elements import Chart
from publish.document.pptx.chart import MONTHS, standards_of
from tests.publish.document.ooxml_schema import faults_of

LANGUAGES = ("zh-Hant", "en")
NAMES = {"MIT", "YouTube", "Facebook", "MyEGov", "n"}


@pytest.fixture(params=LANGUAGES)
def lang(request):
    return request.param


def shapes(presentation):
    return [(slide, shape) for slide in presentation.slides for shape in slide.shapes]


def test_charts_are_native_and_hold_the_values_of_the_model(packs, slides, lang):
    models = [block.model for section in packs(lang).sections for block in section.blocks if isinstance(block, Chart)]
    charts = [shape.chart for _, shape in shapes(slides(lang)) if shape.has_chart]
    assert len(charts) == len(models) > 0
    for chart, model in zip(charts, models, strict=True):
        plot = chart.plots[0]
        assert tuple(plot.categories) == model.months
        made = list(plot.series)
        for series, drawn in zip(model.series, made, strict=False):
            known = {mark.month: mark.value for mark in series.marks}
            assert drawn.name == series.name
            assert list(drawn.values) == [known.get(month) for month in MONTHS]  # None is a gap
        lines = made[len(model.series) :]
        assert {line.name: list(line.values) for line in lines} == {
            name: [held.get(month) for month in MONTHS] for name, held in standards_of(model).items()
        }
        assert all(line.format.line.dash_style == MSO_LINE.DASH for line in lines)
        colours = [str(one.format.line.color.rgb) for one in made]
        assert colours[: len(model.series)] == ["A9B2BD", "174A84"][-len(model.series) :]
        assert set(colours[len(model.series) :]) <= {"981B14"}
        assert chart._chartSpace.find(f".//{qn('c:dispBlanksAs')}").get("val") == "gap"
        assert ("%" in chart.value_axis.tick_labels.number_format) == model.percent


def test_charts_and_tables_have_text_alternatives(packs, slides, lang):
    alts = {block.alt for section in packs(lang).sections for block in section.blocks if isinstance(block, Chart)}
    found = [shape for _, shape in shapes(slides(lang)) if shape.has_chart or shape.has_table]
    descriptions = [next(shape._element.iter(qn("p:cNvPr"))).get("descr") for shape in found]
    assert len(found) > 10
    assert all(descriptions)
    assert alts <= set(descriptions)


def test_every_slide_has_its_title_number_and_footer(packs, slides, lang):
    made = slides(lang)
    titles = [slide.shapes.title.text_frame.text for slide in made.slides]
    assert len(set(titles)) == len(titles)  # continued ones are numbered
    assert titles[0] == packs(lang).heading[-1]
    for slide in made.slides:
        assert len(list(slide._element.iter(qn("a:fld")))) == 1
        assert any(shape.has_text_frame and shape.text_frame.text == packs(lang).footer for shape in slide.shapes)
        ids = [element.get("id") for element in slide._element.iter(qn("p:cNvPr"))]
        assert len(set(ids)) == len(ids)


def test_language_and_properties_are_set(packs, slides, lang):
    made, tag = slides(lang), tag_of(lang)
    runs = [run for slide in made.slides for run in slide._element.iter(qn("a:r"))]
    assert len(runs) > 500
    languages = {run.find(qn("a:rPr")).get("lang") for run in runs}
    assert languages == ({tag} if lang != "en" else {tag, "zh-TW"})  # offices have Chinese names only
    about = made.core_properties
    assert (about.title, about.author, about.language) == (packs(lang).title, "王小明", tag)
    assert about.created.isoformat() == "2026-01-05T08:00:00"


def test_fonts_of_the_theme_know_chinese(slides):
    master = slides("zh-Hant").slide_master
    theme = next(r.target_part for r in master.part.rels.values() if r.reltype.endswith("/theme")).blob.decode()
    assert len(re.findall('<a:ea typeface="Microsoft JhengHei"/>', theme)) == 2


def test_the_chinese_slides_hold_no_english(slides):
    texts = [text.text or "" for slide in slides("zh-Hant").slides for text in slide._element.iter(qn("a:t"))]
    texts += [layout.name for layout in slides("zh-Hant").slide_layouts]
    texts += [shape.name for _, shape in shapes(slides("zh-Hant"))]
    assert {word for text in texts for word in re.findall(r"[A-Za-z]+", text)} <= NAMES


def test_everything_stands_inside_its_slide(slides, lang):
    made = slides(lang)
    for slide, shape in shapes(made):
        height = sum(row.height for row in shape.table.rows) if shape.has_table else shape.height
        assert shape.left >= 0, slide.shapes.title.text_frame.text
        assert shape.top >= 0
        assert shape.left + shape.width <= made.slide_width
        assert shape.top + height <= made.slide_height


def test_office_takes_the_file_without_repair(files, lang):
    assert faults_of(files(lang), ".pptx") == []
