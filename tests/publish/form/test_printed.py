"""The form's pages as LibreOffice prints them: nothing cut off, no squares, the header on every page."""

from __future__ import annotations

import io
import re
from datetime import date

import pypdf
import pypdfium2
import pytest

from present.form.fill import build
from publish.form.files import WRITERS, desk_of, print_form
from tests.conftest import ACTOR, NOW
from tests.publish.document.office import converted

pytestmark = pytest.mark.documents
SHEETS = (".xlsx", ".ods")
DAY = date(2025, 12, 10)
HEADS = {"zh-Hant": ("評核項目", "評核結果說明"), "en": ("Item", "Result")}
CASES = [(ending, lang) for ending in (".docx", ".odt", ".xlsx", ".ods") for lang in HEADS]


@pytest.fixture(scope="module")
def printed(demo) -> dict[str, bytes]:
    """Every file of the form as LibreOffice turns it into pages, and the product's own PDF."""
    desk = desk_of(demo, 2025, DAY)
    documents = {lang: print_form(desk, build(desk, DAY, lang), ACTOR.name, NOW) for lang in HEADS}
    pages = converted({f"{lang}-{e[1:]}{e}": WRITERS[e](documents[lang]) for e, lang in CASES})
    return pages | {f"{lang}-pdf.pdf": WRITERS[".pdf"](documents[lang]) for lang in HEADS}


@pytest.mark.parametrize(("ending", "lang"), [*CASES, (".pdf", "zh-Hant"), (".pdf", "en")])
def test_every_page_bears_the_header_and_holds_all_of_its_text(printed, ending, lang):
    content = printed[f"{lang}-{ending[1:]}{ending}"]
    document, text = pypdfium2.PdfDocument(content), ""
    assert len(document) > 1
    for page in document:
        found, (width, height) = page.get_textpage(), page.get_size()
        words = re.sub(r"\s", "", found.get_text_range())
        assert "\ufffd" not in words
        assert all(re.sub(r"\s", "", head) in words for head in HEADS[lang])
        for index in range(found.count_rects()):
            left, bottom, right, top = found.get_rect(index)
            assert 0 <= left <= right <= width
            if ending not in SHEETS:  # there a cell that began on the page before draws its words above this one
                assert 0 <= bottom <= top <= height
        text += words
    for words in ("33,748", "3D擬真袋包開發"):
        assert words in text


@pytest.mark.parametrize(
    "name", [f"zh-Hant-{e[1:]}{e}" for e, lang in CASES if lang == "zh-Hant"] + ["zh-Hant-pdf.pdf"]
)
def test_chinese_letters_come_from_a_chinese_font_that_is_embedded(printed, name):
    fonts = set()
    for page in pypdf.PdfReader(io.BytesIO(printed[name])).pages:
        for font in page["/Resources"]["/Font"].values():
            fonts.add(str(font.get_object()["/BaseFont"]))
    assert any("CJK" in font or "JhengHei" in font for font in fonts), fonts
