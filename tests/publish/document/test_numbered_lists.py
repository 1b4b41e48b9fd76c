"""Numbered items are real lists in every file: their kind of mark, where they begin and how deep they lie.

| line    | mark (Chinese, English) | list begins at | level |
|---------|-------------------------|----------------|-------|
| 甲      | 一、  一、              | 1              | 0     |
| 乙, 丙  | （一）（二）  (一) (二) | 1              | 1     |
| 丁      | 二、  二、              | 2              | 0     |
| 戊      | 1.                      | 1              | 1     |
| 己      | （1）  (1)              | 1              | 2     |
| 庚      | 2.                      | 2              | 1     |
| 辛      | •                       | -              | 2     |
| 壬      | 1., after a paragraph   | 1              | 0     |
"""

from __future__ import annotations

import io
import re
import zipfile
from functools import cache

import pptx
import pypdf
import pypdfium2
import pytest
from docx.oxml.ns import qn
from lxml import etree

from present.numbering import KINDS, mark
from publish.document.docx.file import to_docx
from publish.document.elements import Items, Run
from publish.document.odf.odt_file import to_odt
from publish.document.pdf.file import to_pdf
from publish.document.pptx.file import to_pptx
from publish.document.styles import LOOKS
from tests.publish.document import odf_schema, ooxml_schema
from tests.publish.document.numbered import LEVELS, LINES, MARKS, document, shown
from tests.publish.document.office import converted

WRITERS = {"docx": to_docx, "odt": to_odt, "pdf": to_pdf, "pptx": to_pptx}
STARTS = (1, 1, None, 2, 1, 1, 2, None, 1)
"""Of the items: what the first one of a list begins with; none of others and of bullets."""
NAMES = {
    "一、": "Chinese_20_Numbers", "（一）": "Chinese_20_Brackets", "1.": "Numbers", "（1）": "Brackets", "-": "Bullets",
}  # fmt: skip
TEXT, STYLE = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}", "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
TEN = Items(tuple((Run(f"項{number}"),) for number in range(8, 13)), True, "一、", 8)


@pytest.fixture(params=["zh-Hant", "en"])
def lang(request) -> str:
    return request.param


@cache
def written(kind: str, lang: str) -> bytes:
    return WRITERS[kind](document(lang))


def part(file: bytes, name: str) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(file)) as package:
        return etree.fromstring(package.read(name))


def listed(lang: str) -> list[tuple[str, str]]:
    """(first word, kind) of the lines that are items."""
    return [(words, kind) for words, kind in LINES[lang] if kind]


def found_in_order(text: str, lines: list[str]) -> bool:
    place = 0
    for line in lines:
        place = text.find(line, place) + len(line)
        if place < len(line):
            return False
    return True


# .docx


def numbered(file: bytes) -> list[tuple[str, str, int]]:
    """(text, id, level) of the paragraphs that stand in a list."""
    return [
        (
            "".join(text.text for text in paragraph.iter(qn("w:t"))),
            paragraph.find(f".//{qn('w:numId')}").get(qn("w:val")),
            int(paragraph.find(f".//{qn('w:ilvl')}").get(qn("w:val"))),
        )
        for paragraph in part(file, "word/document.xml").iter(qn("w:p"))
        if paragraph.find(f".//{qn('w:numPr')}") is not None
    ]


def definitions(file: bytes) -> dict[str, tuple[etree._Element, dict[int, int]]]:
    """By the id of a list: its definition, and the starts that it sets by level."""
    root = part(file, "word/numbering.xml")
    kinds = {one.get(qn("w:abstractNumId")): one for one in root.iter(qn("w:abstractNum"))}
    return {
        one.get(qn("w:numId")): (
            kinds[one.find(qn("w:abstractNumId")).get(qn("w:val"))],
            {
                int(level.get(qn("w:ilvl"))): int(level.find(qn("w:startOverride")).get(qn("w:val")))
                for level in one.iter(qn("w:lvlOverride"))
            },
        )
        for one in root.iter(qn("w:num"))
    }


def level_of(definition: etree._Element, level: int) -> etree._Element:
    return next(one for one in definition.iter(qn("w:lvl")) if one.get(qn("w:ilvl")) == str(level))


def value(element: etree._Element, name: str) -> str:
    return element.find(f".//{qn(name)}").get(qn("w:val"))


def test_word_counts_each_kind_by_itself(lang):
    file = written("docx", lang)
    assert ooxml_schema.faults_of(file, ".docx") == []
    items, lists = numbered(file), definitions(file)
    assert len(items) == 2 * len(LEVELS)  # in the text, then in the cell
    for (text, number, level), (words, kind), wanted in zip(items, listed(lang) * 2, LEVELS * 2, strict=True):
        assert text.startswith(words)
        assert level == wanted
        here = level_of(lists[number][0], level)
        form = {"一": "taiwaneseCountingThousand", "1": "decimal", "-": "bullet"}[kind.strip("（）、.")]
        pattern = "•" if kind == "-" else mark(kind, 1, lang).replace("一", "1").replace("1", f"%{level + 1}")
        assert (value(here, "w:numFmt"), value(here, "w:lvlText")) == (form, pattern)


def test_a_list_of_word_goes_on_where_it_was_interrupted(lang):
    items, lists = numbered(written("docx", lang)), definitions(written("docx", lang))
    seen: set[str] = set()
    for (_, number, level), start in zip(items, STARTS * 2, strict=True):
        assert (number in seen) == (start is None and level == 1)  # 丙 stands in the list of 乙
        if start is not None:
            assert lists[number][1] == {level: start}
        seen.add(number)


def test_deeper_items_of_word_lie_further_in_and_hang(lang):
    for definition, _ in definitions(written("docx", lang)).values():
        indents = [level_of(definition, level).find(f".//{qn('w:ind')}") for level in range(5)]
        lefts = [int(indent.get(qn("w:left"))) - int(indent.get(qn("w:hanging"))) for indent in indents]
        assert lefts[0] == 0
        assert lefts == sorted(set(lefts))


# .odt


def odt_items(file: bytes) -> list[tuple[str, str, int, str | None]]:
    """(text, style of the outermost list, level, start) of the items that hold a paragraph."""
    found = []
    for item in part(file, "content.xml").iter(f"{TEXT}list-item"):
        if item.find(f"{TEXT}p") is not None:
            lists = list(item.iterancestors(f"{TEXT}list"))
            style = lists[-1].get(f"{TEXT}style-name")
            found.append(("".join(item.itertext()), style, len(lists) - 1, item.get(f"{TEXT}start-value")))
    return found


def test_opendocument_counts_each_kind_by_itself(lang):
    file = written("odt", lang)
    assert odf_schema.faults_of(file) == []
    styles = {one.get(f"{STYLE}name"): one for one in part(file, "styles.xml").iter(f"{TEXT}list-style")}
    items = odt_items(file)
    assert len(items) == 2 * len(LEVELS)
    for place, (text, style, level, start) in enumerate(items):
        (words, kind), inside = (listed(lang) * 2)[place], place >= len(LEVELS)
        assert text.startswith(words)
        assert style == ("Cell_20_" if inside else "") + NAMES[kind]
        assert level == (LEVELS * 2)[place]
        wanted = (STARTS * 2)[place]
        assert start == (None if wanted is None else str(wanted))
        here = styles[style][level]
        assert here.get(f"{TEXT}level") == str(level + 1)
        if kind == "-":
            assert here.get(f"{TEXT}bullet-char") == "•"
        else:
            around = here.get(f"{STYLE}num-prefix", ""), here.get(f"{STYLE}num-suffix", "")
            assert here.get(f"{STYLE}num-format") == ("一, 二, 三, ..." if "一" in kind else "1")
            assert "{}1{}".format(*around) == mark(kind, 1, lang).replace("一", "1")


# .pdf


def test_the_pdf_shows_the_marks_in_order(lang):
    reader = pypdf.PdfReader(io.BytesIO(written("pdf", lang)))
    text = re.sub(r"\s", "", "".join(page.extract_text() for page in reader.pages))
    assert found_in_order(text, shown(lang) * 2)
    assert b"<pdfuaid:part>1<" in reader.trailer["/Root"]["/Metadata"].get_data()


def test_deeper_items_of_the_pdf_lie_further_in(lang):
    """The left edge of each mark in the text: an em for each level, less than half of one for the sign's own room."""
    page = pypdfium2.PdfDocument(written("pdf", lang))[0].get_textpage()
    text, place, edges = page.get_text_range(), 0, []
    for sign, (words, kind) in zip(MARKS[lang], LINES[lang], strict=True):
        place = re.compile(rf"{re.escape(sign)}\s*{words}").search(text, place).start()
        if kind:
            edges.append(page.get_charbox(place)[0])
    em = LOOKS["item"].size
    assert [round((edge - edges[0]) / em) for edge in edges] == list(LEVELS)


# .pptx


def paragraphs(file: bytes) -> list:
    """Paragraphs of text and of cells, title and footer apart, in their order."""
    found = []
    for slide in list(pptx.Presentation(io.BytesIO(file)).slides)[1:]:
        for shape in slide.shapes:
            if shape.has_table:
                found += [p for cell in shape.table.iter_cells() for p in cell.text_frame.paragraphs]
            elif shape.has_text_frame and shape != slide.shapes.title:
                found += shape.text_frame.paragraphs
    return found


def sign_of(paragraph) -> str:
    """The mark of a paragraph whose mark is no text: as PowerPoint prints its first item."""
    properties = paragraph._p.get_or_add_pPr()
    counted = properties.find("{*}buAutoNum")
    if counted is not None:
        number = counted.get("startAt", "1")
        return {"arabicPeriod": f"{number}.", "arabicParenBoth": f"({number})"}[counted.get("type")]
    bullet = properties.find("{*}buChar")
    return "" if bullet is None else bullet.get("char")


def test_slides_show_the_marks_in_order(lang):
    file = written("pptx", lang)
    assert ooxml_schema.faults_of(file, ".pptx") == []
    first = tuple(words for words, _ in LINES[lang])
    lines = [re.sub(r"\s", "", sign_of(p) + p.text) for p in paragraphs(file)]
    lines = [line for line in lines if any(re.sub(r"\s", "", words) in line for words in first)]
    assert len(lines) == 2 * len(shown(lang))
    assert all(line.startswith(wanted) for line, wanted in zip(lines, shown(lang) * 2, strict=True))


def test_items_on_slides_hang_by_their_level(lang):
    items = [p for p in paragraphs(written("pptx", lang)) if p._p.pPr is not None and p._p.pPr.get("indent")]
    assert [p.level for p in items] == list(LEVELS) * 2
    for p in items:
        size = max(run.font.size for run in p.runs)
        properties = p._p.pPr
        edge = int(properties.get("marL")) + int(properties.get("indent"))  # where the mark stands
        assert edge == pytest.approx(p.level * size, abs=2)
        assert int(properties.get("indent")) < 0


# a list that goes beyond ten, and levels beyond those that there are


def test_all_items_of_a_list_hang_as_its_longest_mark_does():
    many = document("zh-Hant", TEN)
    lists = definitions(to_docx(many))
    first, last = (level_of(lists[number][0], 0) for number in ("1", str(len(lists))))
    assert value(first, "w:lvlText") == value(last, "w:lvlText") == "%1、"
    short, long = (int(level.find(f".//{qn('w:ind')}").get(qn("w:hanging"))) for level in (first, last))
    assert long == short + LOOKS["item"].size * 20  # one wide character
    styles = {one.get(f"{STYLE}name") for one in part(to_odt(many), "styles.xml").iter(f"{TEXT}list-style")}
    assert {"Chinese_20_Numbers", "Chinese_20_Numbers_20_3"} <= styles
    texts = [p.text for p in paragraphs(to_pptx(many)) if "項" in p.text]
    assert texts == ["八、\t項8", "九、\t項9", "十、\t項10", "十一、\t項11", "十二、\t項12"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_list_too_deep_is_printed_on_the_deepest_level(kind):
    deep = document("zh-Hant", Items(((Run("深"),),), True, kind, 3, 12), Items(((Run("點"),),), level=12))
    files = {name: writer(deep) for name, writer in WRITERS.items()}
    assert [ooxml_schema.faults_of(files[name], f".{name}") for name in ("docx", "pptx")] == [[], []]
    assert odf_schema.faults_of(files["odt"]) == []
    assert [level for _, _, level in numbered(files["docx"])][-2:] == [4, 4]
    text = "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(files["pdf"])).pages)
    assert f"{mark(kind, 3, 'zh-Hant')}深" in re.sub(r"\s", "", text)


# as people see it


@pytest.fixture(scope="module")
def office() -> dict[str, bytes]:
    return converted(
        {
            f"{kind}-{lang}.{kind}": WRITERS[kind](document(lang, TEN))
            for kind in ("docx", "odt", "pptx")
            for lang in ("zh-Hant", "en")
        }
    )


@pytest.mark.documents
@pytest.mark.parametrize("kind", ["docx", "odt", "pptx"])
def test_libreoffice_shows_the_same_marks_in_order(office, kind, lang):
    text = "".join(
        page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(office[f"{kind}-{lang}.{kind}"])
    )
    lines = shown(lang) * (1 if kind == "pptx" else 2)  # a row taller than its slide is cut off
    assert found_in_order(
        re.sub(r"\s", "", text), [*lines, "八、項8", "九、項9", "十、項10", "十一、項11", "十二、項12"]
    )
