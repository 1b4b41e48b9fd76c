"""The .docx: real structure for Word, which a person can edit and a screen reader can read."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import UTC, datetime

import docx
import pytest
from docx.oxml.ns import qn
from lxml import etree

from publish.document.docx.file import to_docx
from publish.document.elements import Section, Table
from publish.document.styles import FAMILIES
from tests.publish.document.ooxml_schema import faults_of
from tests.publish.document.sample import HOSTILE_SHOWN, WORDS, cell, text

LANGUAGES = ("zh-Hant", "en")
TWIP = 635  # EMU


@pytest.fixture(scope="module", params=LANGUAGES)
def lang(request) -> str:
    return request.param


@pytest.fixture(scope="module")
def file(printed, lang) -> bytes:
    return printed("docx", lang)


@pytest.fixture(scope="module")
def opened(file):
    return docx.Document(io.BytesIO(file))


def part(file: bytes, name: str) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(file)) as package:
        return etree.fromstring(package.read(name))


@pytest.mark.parametrize("pages", [False, True])
def test_office_takes_it_without_repair(printed, lang, pages):
    assert faults_of(printed("docx", lang, pages=pages), ".docx") == []


def test_the_check_of_validity_can_fail(file):
    broken = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(file)) as before, zipfile.ZipFile(broken, "w") as after:
        for member in before.infolist():
            after.writestr(member, before.read(member).replace(b"<w:tblGrid>", b"<w:tblGrid><w:jc/>"))
    assert faults_of(broken.getvalue(), ".docx")


def test_it_says_what_it_is(opened, lang):
    about, words = opened.core_properties, WORDS[lang]
    assert (about.title, about.author, about.last_modified_by) == (words["title"], words["author"], words["author"])
    assert about.language == {"zh-Hant": "zh-TW", "en": "en-GB"}[lang]
    assert about.created.replace(tzinfo=UTC) == datetime(2025, 12, 10, 4, 30, tzinfo=UTC)
    assert words["indicator"] in about.keywords
    assert about.comments == ""


def test_the_title_block_and_the_headings_are_styles(opened, lang):
    words = WORDS[lang]
    named = [(paragraph.style.name, paragraph.text) for paragraph in opened.paragraphs]
    assert named[:5] == [
        ("Subtitle", words["heading"][0]), ("Subtitle", words["heading"][1]), ("Title", words["heading"][2]),
        ("About", words["about"][0]), ("About Last", words["about"][1]),
    ]  # fmt: skip
    assert {("Heading 1", words["results"]), ("Heading 2", words["method"]), ("Heading 3", words["results"])} <= set(
        named
    )
    assert ("Lead", words["lead"]) in named


def test_no_run_carries_a_font_of_its_own(file):
    """Only a style, or a language, may stand in a run."""
    allowed = {qn("w:rStyle"), qn("w:lang")}
    looks = {child.tag for run in part(file, "word/document.xml").iter(qn("w:rPr")) for child in run} - {
        qn("w:noProof")
    }
    assert looks <= allowed


def test_every_style_that_is_used_is_defined_and_names_the_font_for_chinese_too(file):
    styles = part(file, "word/styles.xml")
    known = {style.get(qn("w:styleId")) for style in styles.iter(qn("w:style"))}
    for name in ("word/document.xml", "word/comments.xml", "word/footer1.xml"):
        used = {
            element.get(qn("w:val")) for tag in ("w:pStyle", "w:rStyle", "w:tblStyle")
            for element in part(file, name).iter(qn(tag))
        }  # fmt: skip
        assert used <= known, name
    fonts = styles.find(f"{qn('w:docDefaults')}//{qn('w:rFonts')}")
    assert {fonts.get(qn(f"w:{script}")) for script in ("ascii", "hAnsi", "eastAsia", "cs")} == {FAMILIES[0]}


def test_the_language_is_set_and_other_languages_are_marked(file, lang):
    """Latin letters and digits are English in Chinese too: Word does so, and LibreOffice would end lines inside them."""
    tag, other = {"zh-Hant": ("zh-TW", "en-GB"), "en": ("en-GB", "zh-TW")}[lang]
    language = part(file, "word/styles.xml").find(f"{qn('w:docDefaults')}//{qn('w:lang')}")
    assert (language.get(qn("w:val")), language.get(qn("w:eastAsia"))) == ("en-GB", "zh-TW")
    setting = part(file, "word/settings.xml").find(qn("w:themeFontLang"))
    assert (setting.get(qn("w:val")), setting.get(qn("w:eastAsia"))) == (tag, "zh-TW")
    marked = [
        run
        for run in part(file, "word/document.xml").iter(qn("w:r"))
        if run.find(f"{qn('w:rPr')}/{qn('w:lang')}") is not None
    ]
    assert [
        (
            run.findtext(qn("w:t")),
            *(run.find(f"{qn('w:rPr')}/{qn('w:lang')}").get(qn(f"w:{of}")) for of in ("val", "eastAsia")),
        )
        for run in marked
    ] == [("Service Quality Award" if lang == "zh-Hant" else "政府服務獎", "en-GB", other)]


def test_the_page_is_a4_upright_and_lies_where_sections_are_pages(printed, opened, lang):
    page = opened.sections[0]
    assert (round(page.page_width.cm, 1), round(page.page_height.cm, 1)) == (21.0, 29.7)
    lying = docx.Document(io.BytesIO(printed("docx", lang, pages=True)))
    assert (round(lying.sections[0].page_width.cm, 1), round(lying.sections[0].page_height.cm, 1)) == (29.7, 21.0)
    breaks = [p for p in lying.paragraphs if p._p.find(f".//{qn('w:pageBreakBefore')}") is not None]
    assert [p.text for p in breaks] == [WORDS[lang][name] for name in ("results", "title", "method")]


def test_the_footer_says_which_page_of_how_many(opened, lang):
    line = opened.sections[0].footer.paragraphs[0]
    assert line.style.name == "Footer"
    fields = [field.get(qn("w:instr")) for field in line._p.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]
    shown = "".join(element.text or "" for element in line._p.iter(qn("w:t")))
    assert shown == WORDS[lang]["footer"] + {"zh-Hant": "第 1 頁，共 1 頁", "en": "Page 1 of 1"}[lang]


def test_the_head_of_the_table_is_repeated_and_never_broken(opened):
    rows = opened.tables[0]._tbl.tr_lst
    heads = [row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in rows]
    assert heads == [True, True] + [False] * (len(rows) - 2)
    assert all(row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in rows[:2])


def test_cells_span_rows_and_columns(opened, lang):
    table = opened.tables[0]
    assert table.cell(0, 2)._tc is table.cell(0, 3)._tc  # the head over two columns
    assert table.cell(2, 0)._tc is table.cell(2, 4)._tc  # the first group, over all
    assert table.cell(2, 0).text == WORDS[lang]["groups"][0]
    item = table.cell(3, 0)
    assert item._tc is table.cell(4, 0)._tc is table.cell(5, 0)._tc
    assert item._tc is not table.cell(6, 0)._tc
    assert item.text == f"1. {WORDS[lang]['item']}"


def test_the_table_is_as_wide_as_the_text_and_says_what_it_is(opened, lang):
    table, page = opened.tables[0]._tbl, opened.sections[0]
    widths = [int(column.get(qn("w:w"))) for column in table.iter(qn("w:gridCol"))]
    assert sum(widths) == pytest.approx((page.page_width - page.left_margin - page.right_margin) / TWIP, abs=2)
    assert table.find(f".//{qn('w:tblDescription')}").get(qn("w:val")) == WORDS[lang]["title"]


def test_each_list_begins_at_one(file):
    document, numbering = part(file, "word/document.xml"), part(file, "word/numbering.xml")
    numbers = [int(element.get(qn("w:val"))) for element in document.iter(qn("w:numId"))]
    runs = list(dict.fromkeys(numbers))
    assert len(runs) == 9 * 2 + 3  # in each item's cell a numbered and a plain one, and three below the table
    assert numbers == sorted(numbers)
    kinds = {
        definition.get(qn("w:abstractNumId")): definition.find(f".//{qn('w:numFmt')}").get(qn("w:val"))
        for definition in numbering.iter(qn("w:abstractNum"))
    }
    for number in numbering.iter(qn("w:num")):
        assert number.find(f".//{qn('w:startOverride')}").get(qn("w:val")) == "1"
        assert kinds[number.find(qn("w:abstractNumId")).get(qn("w:val"))] in ("decimal", "bullet")


def test_a_note_is_a_comment_at_its_words(opened, file, lang):
    comments = list(opened.comments)
    assert len(comments) == 9 * 2 + 1
    assert comments[0].text == f"{WORDS[lang]['note']} (0)"
    assert comments[0].author == WORDS[lang]["author"]
    assert comments[0].timestamp == datetime(2025, 12, 10, 4, 30, tzinfo=UTC)
    document = part(file, "word/document.xml")
    marked = {mark.get(qn("w:id")) for mark in document.iter(qn("w:commentReference"))}
    assert marked == {str(comment.comment_id) for comment in comments}


def test_a_chart_is_a_vector_with_a_png_for_old_programs_and_words_for_those_who_do_not_see_it(
    opened, file, document_in, lang
):
    (shape,) = opened.inline_shapes
    assert (
        shape._inline.docPr.get("descr")
        == next(b for b in document_in(lang).sections[0].blocks if hasattr(b, "svg")).alt
    )
    blip = shape._inline.graphic.graphicData.pic.blipFill.blip
    assert opened.part.related_parts[blip.embed].blob.startswith(b"\x89PNG")
    (vector,) = blip.iter("{http://schemas.microsoft.com/office/drawing/2016/SVG/main}svgBlip")
    svg = opened.part.related_parts[vector.get(qn("r:embed"))]
    assert svg.content_type == "image/svg+xml"
    assert f"{FAMILIES[0]}, ".encode() in svg.blob
    assert shape.width.cm <= 17.0


def test_hostile_text_comes_back_as_text(opened):
    assert HOSTILE_SHOWN in [paragraph.text for paragraph in opened.paragraphs]
    assert opened.tables[0].cell(3, 1).text == HOSTILE_SHOWN


def test_line_ends_inside_a_run_are_breaks(opened, lang):
    assert "\n".join(WORDS[lang]["steps"]) in [paragraph.text for paragraph in opened.paragraphs]


def test_two_tables_do_not_grow_together(document_in):
    table = Table((1.0,), (), ((cell("一"),),))
    document = replace(document_in("zh-Hant"), sections=(Section("", (table, table, text("後"))),))
    body = docx.Document(io.BytesIO(to_docx(document))).element.body
    tags = [etree.QName(child).localname for child in body]
    assert tags[-6:] == ["tbl", "p", "tbl", "p", "p", "sectPr"]


def test_it_carries_nothing_of_the_library_s_template(file):
    with zipfile.ZipFile(io.BytesIO(file)) as package:
        names = package.namelist()
        assert not [name for name in names if "customXml" in name or "thumbnail" in name or "stylesWithEffects" in name]
        assert not [
            name
            for name in names
            if b"Cambria" in package.read(name) and name != "word/theme/theme1.xml" and name != "word/settings.xml"
        ]
