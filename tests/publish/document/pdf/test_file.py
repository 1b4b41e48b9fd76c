"""The PDF: tagged, in its language, searchable, its fonts inside; and nothing of a person's text is read as markup."""

from __future__ import annotations

import io
import re
from collections import Counter
from dataclasses import replace

import pypdf
import pypdfium2
import pytest

from lang import say
from publish.document.elements import Cell, Items, Paragraph, Run, Section, Table
from publish.document.pdf import file as pdf_file
from publish.document.pdf.file import to_pdf
from publish.pictures.fonts import NoCjkFont
from tests.publish.document.sample import HOSTILE_SHOWN, WORDS, cell, text


@pytest.fixture(scope="module", params=["zh-Hant", "en"])
def lang(request) -> str:
    return request.param


@pytest.fixture(scope="module")
def opened(printed, lang) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(printed("pdf", lang)))


def elements(node) -> list[dict]:
    """The structure tree, flat."""
    node = node.get_object()
    if isinstance(node, list):
        return [one for child in node for one in elements(child)]
    if not isinstance(node, dict):
        return []  # the number of a piece of content
    return [node, *(elements(node["/K"]) if "/K" in node else [])]


def kinds(reader: pypdf.PdfReader) -> Counter:
    return Counter(element.get("/S") for element in elements(reader.trailer["/Root"]["/StructTreeRoot"]))


def unspaced(words: str) -> str:
    return re.sub(r"\s", "", words)


def all_text(reader: pypdf.PdfReader) -> str:
    return unspaced("".join(page.extract_text() for page in reader.pages))


def one_block(document, *blocks):
    return replace(document, sections=(Section("", blocks),))


def test_it_says_what_it_is(opened, lang):
    about, root, words = opened.metadata, opened.trailer["/Root"], WORDS[lang]
    assert (about.title, about.author) == (words["title"], words["author"])
    assert about["/CreationDate"].startswith("D:20251210")
    assert words["indicator"] in about["/Keywords"]
    assert root["/Lang"] == {"zh-Hant": "zh-TW", "en": "en-GB"}[lang]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]


def test_it_claims_to_be_accessible(opened):
    assert re.search(rb"<pdfuaid:part>1<", opened.trailer["/Root"]["/Metadata"].get_data())


def test_its_structure_is_told(opened, lang):
    found = kinds(opened)
    assert (found["/Table"], found["/Figure"]) == (1, 1)
    assert found["/TH"] == 6 + 3  # the head's cells and the groups
    assert found["/TR"] == 2 + 3 + 9 * 3
    assert found["/L"] == 9 * 2 + 3
    assert (found["/Title"], found["/H1"], found["/H2"], found["/H3"]) == (1, 3, 1, 1)
    assert found["/P"] > 100
    figure = next(e for e in elements(opened.trailer["/Root"]["/StructTreeRoot"]) if e.get("/S") == "/Figure")
    assert len(figure["/Alt"]) > 20


def test_other_languages_are_marked(opened, lang):
    other = {"zh-Hant": "en-GB", "en": "zh-TW"}[lang]
    drawn = b"".join(page.get_contents().get_data() for page in opened.pages)
    assert f"/Lang({other})".encode() in drawn


def test_every_font_is_embedded_in_part_and_one_has_chinese(opened):
    fonts = [font.get_object() for page in opened.pages for font in page["/Resources"]["/Font"].values()]
    for font in fonts:
        inner = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font
        descriptor = inner["/FontDescriptor"]
        assert any(name in descriptor for name in ("/FontFile", "/FontFile2", "/FontFile3"))
        assert re.match(r"/[A-Z]{6}\+", descriptor["/FontName"])
    assert any("CJK" in font["/BaseFont"] for font in fonts)


def test_every_word_can_be_searched(opened, lang):
    found, words = all_text(opened), WORDS[lang]
    for part in (*words["heading"], *words["about"], *words["groups"], *words["steps"], words["lead"], words["item"]):
        assert unspaced(part) in found, part
    assert "\ufffd" not in found


def test_hostile_text_comes_back_as_text(opened):
    assert all_text(opened).count(unspaced(HOSTILE_SHOWN)) >= 2


def test_the_head_is_repeated_and_each_page_says_its_number(opened, lang):
    words = WORDS[lang]
    pages = [unspaced(page.extract_text()) for page in opened.pages]
    assert len(pages) >= 4
    with_table = [page for page in pages if "97.2%" in page and "1,825" in page]
    assert len(with_table) >= 3
    for page in with_table:
        assert all(unspaced(name) in page for name in words["columns"])
    for number, page in enumerate(pages, start=1):
        assert unspaced(say("document-page", lang, page=str(number), pages=str(len(pages)))) in page
        assert unspaced(words["footer"]) in page


def test_the_page_is_a4_upright_and_lies_where_sections_are_pages(printed, opened, lang):
    assert [round(float(side)) for side in opened.pages[0].mediabox[2:]] == [595, 842]
    lying = pypdf.PdfReader(io.BytesIO(printed("pdf", lang, pages=True)))
    assert [round(float(side)) for side in lying.pages[0].mediabox[2:]] == [842, 595]
    starts = [unspaced(page.extract_text()) for page in lying.pages]
    for name in ("results", "title", "method"):
        assert any(start.startswith(unspaced(WORDS[lang][name])) for start in starts[1:]), name
    assert unspaced(WORDS[lang]["heading"][0]) in starts[0]


def test_notes_are_numbered_once_in_reading_order_and_linked_both_ways(opened, lang):
    found, note = all_text(opened), unspaced(WORDS[lang]["note"])
    listed = found[found.rindex(unspaced(say("document-notes", lang))) :]
    assert listed.count(note) == 10  # nine items' own, and one that is said ten times
    order = [listed.index(f"[{number}]") for number in range(1, 11)]
    assert order == sorted(order)
    assert f"[1]{note}(0)" in listed
    links = [a.get_object() for page in opened.pages for a in page.get("/Annots", [])]
    assert len(links) == 9 * 2 + 1 + 10


def test_lists_in_cells_each_begin_at_one(document_in):
    lists = [Items(((Run("甲"),), (Run("乙"),)), ordered=True) for _ in range(2)]
    table = Table((1.0, 1.0), (), ((Cell((lists[0],)), Cell((lists[1],))),))
    found = all_text(pypdf.PdfReader(io.BytesIO(to_pdf(one_block(document_in("zh-Hant"), table)))))
    assert found.count("1.") == 2
    assert "3." not in found


def test_a_character_that_no_font_has_is_no_reason_to_refuse(document_in):
    reader = pypdf.PdfReader(io.BytesIO(to_pdf(one_block(document_in("zh-Hant"), text("罕見字\U000323af與\uf8ff")))))
    assert "罕見字" in all_text(reader)
    assert kinds(reader)["/P"]


def test_a_broken_table_is_refused(document_in):
    with pytest.raises(ValueError, match="row 1"):
        to_pdf(one_block(document_in("zh-Hant"), Table((1.0, 1.0), (), ((cell("一"),),))))


def test_an_empty_document_prints(document_in):
    empty = replace(document_in("zh-Hant"), heading=(), about=(), sections=(), footer="", keywords=(), author="")
    assert len(pypdf.PdfReader(io.BytesIO(to_pdf(empty))).pages) == 1


def test_empty_cells_and_paragraphs_print(document_in):
    table = Table((1.0,), (), ((Cell(()),), (Cell((Paragraph(()),)),)))
    assert to_pdf(one_block(document_in("zh-Hant"), Paragraph(()), table)).startswith(b"%PDF")


def test_a_tab_never_joins_two_numbers(document_in):
    table = Table((1.0,), (), ((cell("12\t34"),),))
    document = one_block(document_in("zh-Hant"), table, text("56\t78"))
    document = replace(document, heading=("甲\t1", "乙\t2"), about=("丙\t3",), footer="丁\t4")
    found = pypdf.PdfReader(io.BytesIO(to_pdf(document))).pages[0].extract_text()
    for part in ("12 34", "56 78", "甲 1", "乙 2", "丙 3", "丁 4"):
        assert part in found


LONG = {
    "address": "https://example.gov.tw/" + "averylongname" * 9,
    "file": "final_version_" * 8 + "pdf",
    "just longer": "x" * 31,
}


@pytest.fixture(params=LONG.values(), ids=LONG.keys())
def beside(document_in, request) -> tuple[str, bytes]:
    """A long word, and the PDF in which it stands in the first of four columns."""
    row = (cell(request.param), *(cell("旁邊的格子") for _ in range(3)))
    return request.param, to_pdf(one_block(document_in("zh-Hant"), Table((1.0,) * 4, (), (row,)), text("final word")))


def test_a_long_word_stays_in_its_cell(beside):
    word, file = beside
    page = pypdfium2.PdfDocument(file)[0].get_textpage()
    signs = page.get_text_range()
    start, end = signs.index(word[0]), signs.index("旁")
    assert re.sub(r"\s", "", signs[start:end]) == word
    edge = (2 + 17 / 4) * 72 / 2.54  # margins of 2 cm, 17 cm between
    assert max(page.get_charbox(at)[2] for at in range(start, end) if signs[at].strip()) < edge


def test_a_word_can_be_searched_also_where_another_one_is_long(beside):
    """A zero-width space in one word would come out of the PDF behind the same letter of all words."""
    word, file = beside
    found = pypdf.PdfReader(io.BytesIO(file)).pages[0].extract_text()
    assert "final word" in found
    assert word in unspaced(found)
    assert "\u200b" not in found


def test_the_same_document_is_the_same_file(document_in):
    assert to_pdf(document_in("en")) == to_pdf(document_in("en"))


def missing():
    raise NoCjkFont("no-cjk-font", package="fonts-noto-cjk")


def test_without_a_chinese_font_a_sentence_names_the_package(document_in, monkeypatch):
    monkeypatch.setattr(pdf_file, "cjk_font", missing)
    with pytest.raises(NoCjkFont) as refused:
        to_pdf(document_in("zh-Hant"))
    assert "fonts-noto-cjk" in say(refused.value.key, "zh-Hant", **refused.value.params)


def test_without_a_chinese_font_an_english_document_is_still_printed(document_in, monkeypatch):
    monkeypatch.setattr(pdf_file, "cjk_font", missing)
    assert to_pdf(one_block(document_in("en"), text("Plain words"))).startswith(b"%PDF")


def test_a_font_that_typst_does_not_know_is_never_printed_as_squares(document_in, monkeypatch):
    monkeypatch.setattr(pdf_file, "cjk_font", lambda: "Font Of Nobody")
    with pytest.raises(NoCjkFont):
        to_pdf(document_in("zh-Hant"))
