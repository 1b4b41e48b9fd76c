"""The slides as a person sees them, through LibreOffice: every one there, every letter drawn, nothing outside."""

from __future__ import annotations

import io
import re

import pypdf
import pypdfium2
import pytest

from tests.publish.document.office import converted

pytestmark = pytest.mark.documents
LANGUAGES = ("zh-Hant", "en")
CJK = re.compile("CJK|JhengHei|Source ?Han|NotoSansTC|PingFang|WenQuanYi|Ming")


@pytest.fixture(scope="module")
def pages(files) -> dict[str, bytes]:
    made = converted({f"{lang}.pptx": files(lang) for lang in LANGUAGES})
    return {name.removesuffix(".pptx"): content for name, content in made.items()}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_slide_is_a_page_with_its_title_and_its_last_row(pages, slides, lang):
    shown = pypdfium2.PdfDocument(pages[lang])
    assert len(shown) == len(slides(lang).slides)
    for page, slide in zip(shown, slides(lang).slides, strict=True):
        text = re.sub(r"\s", "", page.get_textpage().get_text_range())
        assert "\ufffd" not in text
        assert re.sub(r"\s", "", slide.shapes.title.text_frame.text) in text
        for shape in slide.shapes:
            if shape.has_table:
                last = shape.table.cell(len(shape.table.rows) - 1, 0).text_frame.text
                assert re.sub(r"\s", "", last)[:12] in text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_letters_are_drawn_with_a_chinese_font_that_is_embedded(pages, lang):
    fonts = set()
    for page in pypdf.PdfReader(io.BytesIO(pages[lang])).pages:
        for font in page["/Resources"].get("/Font", {}).values():
            below = font.get_object().get("/DescendantFonts")
            one = below[0].get_object() if below else font.get_object()
            held = one.get("/FontDescriptor")
            name = str(one["/BaseFont"])
            if held and any(key in held.get_object() for key in ("/FontFile", "/FontFile2", "/FontFile3")):
                fonts.add(name)
    assert any(CJK.search(name) for name in fonts), fonts


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_reaches_into_the_footer_or_over_the_edge(pages, lang):
    """Between the text area and the footer lies an empty strip, and along the right edge another one."""
    for number, page in enumerate(pypdfium2.PdfDocument(pages[lang]), start=1):
        image = page.render(scale=1).to_numpy().min(axis=2)
        high, wide = image.shape
        assert image[int(high * 17.80 / 19.05) : int(high * 18.0 / 19.05)].min() > 200, number
        assert image[:, int(wide * 32.6 / 33.867) :].min() > 200, number
