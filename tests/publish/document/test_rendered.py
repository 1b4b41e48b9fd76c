"""The pages as a person sees them: .docx and .odt through LibreOffice, and the PDF itself."""

from __future__ import annotations

import io
import re

import numpy as np
import pypdf
import pypdfium2
import pytest

from lang import say
from tests.publish.document.office import converted
from tests.publish.document.sample import HOSTILE_SHOWN, WORDS

pytestmark = pytest.mark.documents

CASES = [
    (kind, lang, pages) for kind in ("docx", "odt", "pdf") for lang in ("zh-Hant", "en") for pages in (False, True)
]
CM = 72 / 2.54


def name_of(case) -> str:
    kind, lang, pages = case
    return f"{kind}-{lang}{'-pages' if pages else ''}.{kind}"


@pytest.fixture(scope="module")
def all_pages(printed) -> dict[str, bytes]:
    files = {name_of(case): printed(case[0], case[1], pages=case[2]) for case in CASES}
    office = {name: content for name, content in files.items() if not name.endswith(".pdf")}
    return files | converted(office)


@pytest.fixture(scope="module", params=CASES, ids=name_of)
def case(request):
    return request.param


@pytest.fixture(scope="module")
def shown(all_pages, case) -> bytes:
    return all_pages[name_of(case)]


@pytest.fixture(scope="module")
def pages(shown) -> pypdfium2.PdfDocument:
    return pypdfium2.PdfDocument(shown)


@pytest.fixture(scope="module")
def texts(pages) -> list[str]:
    """The letters of each page; a hyphen at a line's end, which PDFium gives as U+FFFE, is a hyphen."""
    return [re.sub(r"\s", "", page.get_textpage().get_text_range()).replace("\ufffe", "-") for page in pages]


def unspaced(words: str) -> str:
    return re.sub(r"\s", "", words)


def test_every_word_is_there(texts, case):
    words, everything = WORDS[case[1]], "".join(texts)
    for part in (*words["heading"], *words["about"], *words["groups"], words["lead"], words["small"], words["point"]):
        assert unspaced(part) in everything, part
    assert everything.count(unspaced(words["value"])) >= 27


def test_hostile_text_is_shown_as_it_was_written(texts):
    assert unspaced(HOSTILE_SHOWN) in "".join(texts)


def test_no_square_stands_for_a_character(shown, texts):
    assert not [text for text in texts if "\ufffd" in text]
    fonts = {
        str(font.get_object()["/BaseFont"]) for page in pypdf.PdfReader(io.BytesIO(shown)).pages
        for font in page["/Resources"]["/Font"].values()
    }  # fmt: skip
    assert any("CJK" in font for font in fonts), fonts


def test_the_head_stands_on_each_page_of_the_table(texts, case):
    words = WORDS[case[1]]
    with_rows = [text for text in texts if "1,825" in text or "2,825" in text]
    assert len(with_rows) >= 3
    for text in with_rows:
        assert all(word in text for name in words["columns"] for word in name.split())


def test_each_page_says_its_number(texts, case):
    for number, text in enumerate(texts, start=1):
        assert unspaced(say("document-page", case[1], page=str(number), pages=str(len(texts)))) in text


def test_numbers_of_lists_begin_anew_in_each_cell(texts, case):
    """Three steps for each item and twice below the table: no list goes on to four."""
    everything, steps = "".join(texts), [unspaced(step)[:6] for step in WORDS[case[1]]["steps"]]
    assert everything.count(f"1.{steps[0]}") >= 9
    assert everything.count(f"3.{steps[2]}") >= 9
    assert f"4.{steps[0]}" not in everything


def test_no_letter_lies_outside_the_margins(pages):
    """The margin is 2 cm, the footer 1 cm above the edge; a letter's box may reach a little further than its ink."""
    for page in pages:
        width, height = page.get_size()
        text = page.get_textpage()
        for place in range(text.count_chars()):
            left, bottom, right, top = text.get_charbox(place)
            if right > left:
                assert left >= 1.9 * CM, place
                assert right <= width - 1.9 * CM, place
                assert bottom >= 0.6 * CM, place
                assert top <= height - 1.5 * CM, place


def test_ink_stays_inside_the_margins_and_no_page_is_empty(pages):
    for page in pages:
        ink = np.asarray(page.render(scale=1).to_pil().convert("L")) < 200
        edge = int(1.5 * CM)
        assert ink[edge:-edge, edge:-edge].any()
        assert not ink[:, :edge].any()
        assert not ink[:, -edge:].any()
        assert not ink[:edge].any()


def test_the_page_has_the_size_of_a4(pages, case):
    size = (842, 595) if case[2] else (595, 842)
    assert {tuple(map(round, page.get_size())) for page in pages} == {size}


def test_sections_begin_pages_in_a_pack(texts, case):
    if not case[2]:
        pytest.skip("one flowing text")
    for name in ("results", "title", "method"):
        assert any(text.startswith(unspaced(WORDS[case[1]][name])) for text in texts[1:]), name
