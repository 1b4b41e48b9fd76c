"""The slides as a person sees them, through LibreOffice: every one there, every letter drawn, nothing outside."""

from __future__ import annotations

import io
import re

import pypdf
import pypdfium2
import pytest

from publish.document.odf.odp_file import to_odp
from tests.publish.document.office import converted

pytestmark = pytest.mark.documents
LANGUAGES = ("zh-Hant", "en")
FORMS = [f"{lang}{ending}" for ending in (".odp", ".pptx") for lang in LANGUAGES]
CJK = re.compile("CJK|JhengHei|Source ?Han|NotoSansTC|PingFang|WenQuanYi|Ming")


@pytest.fixture(scope="module")
def pages(files, packs) -> dict[str, bytes]:
    """The file by its name, language and ending, as PDF. One start of the program for each form: it names what it makes by
    the language alone."""
    opened = converted({f"{lang}.odp": to_odp(packs(lang)) for lang in LANGUAGES})
    return opened | converted({f"{lang}.pptx": files(lang) for lang in LANGUAGES})


@pytest.mark.parametrize("name", FORMS)
def test_each_slide_is_a_page_with_its_title_and_its_last_row(pages, slides, name):
    lang = name.partition(".")[0]
    shown = pypdfium2.PdfDocument(pages[name])
    assert len(shown) == len(slides(lang).slides)
    for page, slide in zip(shown, slides(lang).slides, strict=True):
        text = re.sub(r"\s", "", page.get_textpage().get_text_range())
        assert "\ufffd" not in text
        assert re.sub(r"\s", "", slide.shapes.title.text_frame.text) in text
        for shape in slide.shapes:
            if shape.has_table:
                last = shape.table.cell(len(shape.table.rows) - 1, 0).text_frame.text
                assert re.sub(r"\s", "", last)[:12] in text


@pytest.mark.parametrize("name", FORMS)
def test_letters_are_drawn_with_a_chinese_font_that_is_embedded(pages, name):
    fonts = set()
    for page in pypdf.PdfReader(io.BytesIO(pages[name])).pages:
        for font in page["/Resources"].get("/Font", {}).values():
            below = font.get_object().get("/DescendantFonts")
            one = below[0].get_object() if below else font.get_object()
            held = one.get("/FontDescriptor")
            family = str(one["/BaseFont"])
            if held and any(key in held.get_object() for key in ("/FontFile", "/FontFile2", "/FontFile3")):
                fonts.add(family)
    assert any(CJK.search(family) for family in fonts), fonts


@pytest.mark.parametrize("name", FORMS)
def test_nothing_reaches_into_the_footer_or_over_the_edge(pages, name):
    """Between the text area and the footer lies an empty strip, and along the right edge another one."""
    for number, page in enumerate(pypdfium2.PdfDocument(pages[name]), start=1):
        image = page.render(scale=1).to_numpy().min(axis=2)
        high, wide = image.shape
        assert image[int(high * 17.80 / 19.05) : int(high * 18.0 / 19.05)].min() > 200, number
        assert image[:, int(wide * 32.6 / 33.867) :].min() > 200, number
