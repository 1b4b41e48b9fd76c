"""The .odt: valid OpenDocument 1.2, with the structure that a person can edit and a screen reader can read."""

from __future__ import annotations

import io
import zipfile

import pytest
from lxml import etree

from publish.document.odf.odt_file import to_odt
from tests.publish.document.odf_schema import faults_of
from tests.publish.document.sample import HOSTILE_SHOWN, WORDS

SPACES = {
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0", "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0", "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0", "xlink": "http://www.w3.org/1999/xlink",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0", "dc": "http://purl.org/dc/elements/1.1/",
    "meta": "urn:oasis:names:tc:opendocument:xmlns:meta:1.0", "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
}  # fmt: skip


@pytest.fixture(scope="module", params=["zh-Hant", "en"])
def lang(request) -> str:
    return request.param


@pytest.fixture(scope="module")
def file(printed, lang) -> bytes:
    return printed("odt", lang)


@pytest.fixture(scope="module")
def content(file) -> etree._Element:
    return part(file, "content.xml")


@pytest.fixture(scope="module")
def styles(file) -> etree._Element:
    return part(file, "styles.xml")


def part(file: bytes, name: str) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(file)) as package:
        return etree.fromstring(package.read(name))


def find(element: etree._Element, path: str) -> list:
    return element.xpath(path, namespaces=SPACES)


def text_of(element: etree._Element) -> str:
    """The text of a paragraph; notes apart."""
    found = find(element, ".//text()[not(ancestor::text:note)] | .//text:s | .//text:line-break")
    return "".join(
        " " * int(p.get(f"{{{SPACES['text']}}}c"))
        if getattr(p, "tag", "").endswith("}s")
        else "\n"
        if hasattr(p, "tag")
        else p
        for p in found
    )


@pytest.mark.parametrize("pages", [False, True])
def test_it_is_valid_opendocument(printed, lang, pages):
    assert faults_of(printed("odt", lang, pages=pages)) == []


def test_the_same_document_is_the_same_bytes(document_in, file, lang):
    assert to_odt(document_in(lang)) == file


def test_it_says_what_it_is(file, lang):
    about, words = part(file, "meta.xml"), WORDS[lang]
    assert find(about, "string(//dc:title)") == words["title"]
    assert find(about, "string(//dc:creator)") == words["author"]
    assert find(about, "string(//dc:language)") == {"zh-Hant": "zh-TW", "en": "en-GB"}[lang]
    assert find(about, "string(//meta:creation-date)").startswith("2025-12-10T")
    assert [word.text for word in find(about, "//meta:keyword")] == ["KPI", words["indicator"]]


def test_the_title_block_and_the_headings_are_named_styles(content, styles, lang):
    words = WORDS[lang]
    lines = [(p.get(f"{{{SPACES['text']}}}style-name"), text_of(p)) for p in find(content, "//office:text/text:p")]
    assert lines[:5] == [
        ("Subtitle", words["heading"][0]), ("Subtitle", words["heading"][1]), ("Title", words["heading"][2]),
        ("About", words["about"][0]), ("About_20_Last", words["about"][1]),
    ]  # fmt: skip
    headings = [(h.get(f"{{{SPACES['text']}}}outline-level"), text_of(h)) for h in find(content, "//text:h")]
    assert headings == [
        ("1", words["results"]),
        ("1", words["method"]),
        ("2", words["method"]),
        ("3", words["results"]),
    ]
    used = set(find(content, "//@text:style-name")) | set(find(content, "//@table:style-name"))
    known = set(find(styles, "//@style:name")) | set(find(content, "//@style:name"))
    assert used <= known


def test_the_language_is_set_and_other_languages_are_marked(content, styles, lang):
    """Latin letters and digits are English in Chinese too: where they are Chinese, LibreOffice ends lines inside them."""
    (default,) = find(styles, "//style:default-style[@style:family='paragraph']/style:text-properties")
    assert find(default, "@fo:language | @fo:country") == ["en", "GB"]
    assert find(default, "@style:language-asian | @style:country-asian") == ["zh", "TW"]
    (span,) = find(content, "//text:span[starts-with(@text:style-name, 'Language')]")
    name = span.get(f"{{{SPACES['text']}}}style-name")
    marked = f"//style:style[@style:name='{name}']/style:text-properties"
    assert find(content, f"{marked}/@fo:language | {marked}/@fo:country") == ["en", "GB"]
    other = ["en", "GB"] if lang == "zh-Hant" else ["zh", "TW"]
    assert find(content, f"{marked}/@style:language-asian | {marked}/@style:country-asian") == other


def test_the_page_is_a4_upright_and_lies_where_sections_are_pages(printed, styles, lang):
    assert find(styles, "//@fo:page-width | //@fo:page-height") == ["21.0cm", "29.7cm"]
    lying = printed("odt", lang, pages=True)
    assert find(part(lying, "styles.xml"), "//@fo:page-width | //@fo:page-height") == ["29.7cm", "21.0cm"]
    breaks = find(part(lying, "content.xml"), "//text:h[@text:outline-level='1']/@text:style-name")
    assert breaks == ["TopHeading_20_1"] * 3
    assert find(part(lying, "content.xml"), "//style:style[@style:name='TopHeading_20_1']/*/@fo:break-before") == [
        "page"
    ]


def test_the_footer_says_which_page_of_how_many(styles, lang):
    (line,) = find(styles, "//style:footer/text:p")
    assert len(find(line, "text:page-number")) == len(find(line, "text:page-count")) == 1
    ending = {"zh-Hant": "第 1 頁，共 1 頁", "en": "Page 1 of 1"}[lang]
    assert text_of(line) == WORDS[lang]["footer"] + "\n" + ending or text_of(line).endswith(ending)


def test_the_head_of_the_table_is_repeated(content):
    (table,) = find(content, "//table:table")
    assert len(find(table, "table:table-header-rows/table:table-row")) == 2
    assert len(find(table, "table:table-row")) == 9 * 3 + 3


def test_a_heading_row_is_kept_with_the_next_one(file, styles):
    wish = find(part(file, "settings.xml"), "string(//*[local-name()='config-item'][@*='TableRowKeep'])")
    look = find(styles, "//style:style[@style:name='Cell_20_Group']/style:paragraph-properties/@fo:keep-with-next")
    assert (wish, look) == ("true", ["always"])


def test_every_row_fills_the_grid_with_cells_and_covered_places(content):
    for row in find(content, "//table:table-row"):
        assert len(row) == 5
    (row,) = find(content, "//table:table/table:table-row[2]")
    assert find(row[0], "@table:number-rows-spanned") == ["3"]
    below = row.getnext()
    assert [etree.QName(cell).localname for cell in below] == [
        "covered-table-cell",
        *["table-cell"] * 3,
        "covered-table-cell",
    ]


def test_a_group_goes_over_the_whole_width(content, lang):
    groups = find(content, "//table:table-cell[@table:number-columns-spanned='5']")
    assert [text_of(group) for group in groups] == list(WORDS[lang]["groups"])


def test_the_table_says_what_it_is(content, lang):
    assert find(content, "string(//table:table/table:desc)") == WORDS[lang]["title"]


def test_lists_are_lists_and_each_begins_anew(content, styles):
    lists = find(content, "//text:list")
    assert len(lists) == 9 * 2 + 3
    assert not find(content, "//@text:continue-numbering")
    assert set(find(content, "//text:list/@text:style-name")) <= set(find(styles, "//text:list-style/@style:name"))
    assert len(find(content, "//table:table-cell//text:list[@text:style-name='Cell_20_Numbers']")) == 9


def test_a_note_is_an_endnote_and_keeps_its_number_when_it_is_said_again(content, lang):
    notes = find(content, "//text:note[@text:note-class='endnote']")
    assert [find(note, "string(text:note-citation)") for note in notes] == [str(number) for number in range(1, 11)]
    assert find(notes[0], "string(text:note-body)") == f"{WORDS[lang]['note']} (0)"
    again = find(content, "//text:note-ref")
    assert {(ref.text, *find(ref, "@text:ref-name")) for ref in again} == {("2", "note2")}
    assert len(again) == 9


def test_a_chart_is_a_vector_with_a_png_and_words(content, file, document_in, lang):
    (frame,) = find(content, "//draw:frame")
    chart = next(block for block in document_in(lang).sections[0].blocks if hasattr(block, "svg"))
    assert find(frame, "string(svg:desc)") == chart.alt
    vector, pixels = find(frame, "draw:image/@xlink:href")
    with zipfile.ZipFile(io.BytesIO(file)) as package:
        assert package.read(vector).startswith(b"<svg")
        assert package.read(pixels).startswith(b"\x89PNG")


def test_hostile_text_comes_back_as_text(content):
    assert HOSTILE_SHOWN in [text_of(p) for p in find(content, "//office:text/text:p")]
    assert HOSTILE_SHOWN in [text_of(p) for p in find(content, "//table:table-cell/text:p")]


def test_line_ends_inside_a_run_are_breaks(content, lang):
    assert "\n".join(WORDS[lang]["steps"]) in [text_of(p) for p in find(content, "//office:text/text:p")]
