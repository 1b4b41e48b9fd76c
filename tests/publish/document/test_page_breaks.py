"""Where lines and pages end: never inside a figure or a word, nor inside a row that a page can hold."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, date, datetime

import pypdfium2
import pytest
from docx.oxml.ns import qn
from lxml import etree

from present.form.fill import build
from publish.document.docx.file import to_docx
from publish.document.elements import Cell, Document, Items, Paragraph, Run, Section, Table
from publish.document.odf.ods_file import to_ods
from publish.document.odf.odt_file import to_odt
from publish.document.pdf.file import to_pdf
from publish.form.document import WIDTHS, document_of
from publish.form.files import desk_of
from tests.publish.document.odf.test_odt_file import find, part
from tests.publish.document.office import converted
from tests.publish.document.sample import cell
from tests.publish.document.test_rendered import unspaced

AT = datetime(2025, 12, 10, 4, 30, tzinfo=UTC)
WRITERS = {"docx": to_docx, "odt": to_odt, "pdf": to_pdf}
FIGURES = "截至 113 年 11 月 30 日達97.9%，占93.0%，共1,234件"
LEAD = "提出創新服務"
LONG = 60  # items: more than a page holds


def table_of(*results: Cell) -> Document:
    rows = tuple((cell(f"列{number}"), result) for number, result in enumerate(results, start=1))
    table = Table((0.3, 0.7), ((cell("項目", role="head"), cell("結果", role="head")),), rows)
    return Document("自評表", "zh-Hant", ("自評表",), (), (Section("", (table,)),), "產發署", AT)


def listing(items: int, lead: str = LEAD) -> Cell:
    """A lead-in with its list. Each item takes two lines in a column of the tables here."""
    return Cell(
        (
            Paragraph((Run(lead),)),
            Items(tuple((Run(f"起{n:02}" + "字" * 38 + f"迄{n:02}"),) for n in range(items)), True),
        )
    )


def shifted() -> Document:
    """The same figures behind ever more characters, so that each place of them comes to a line's end."""
    return table_of(*(cell("字" * count + FIGURES) for count in range(40)))


def rows_and_list(rows: int, items: int) -> Document:
    return table_of(*(cell("一行") for _ in range(rows)), listing(items), cell("完"))


def texts(pdf: bytes) -> list[str]:
    """The text of each page, its line ends kept."""
    return [page.get_textpage().get_text_range().replace("\r\n", "\n") for page in pypdfium2.PdfDocument(pdf)]


def printed(documents: dict[str, Document], *endings: str) -> dict[tuple[str, str], bytes]:
    """Each document as PDF, by its name and ending; one start of LibreOffice for all."""
    files = {(name, kind): WRITERS[kind](one) for name, one in documents.items() for kind in endings}
    office = converted({f"{name}-{kind}.{kind}": file for (name, kind), file in files.items() if kind != "pdf"})
    return {key: office.get(f"{key[0]}-{key[1]}.{key[1]}", file) for key, file in files.items()}


# What the files say


def body_of(document: Document) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(to_docx(document))) as package:
        return etree.fromstring(package.read("word/document.xml"))


def test_a_row_that_a_page_holds_is_kept_whole_and_a_longer_one_is_not():
    document = table_of(listing(9), listing(LONG))
    rows = list(body_of(document).iter(qn("w:tr")))
    assert [row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in rows] == [True, True, False]
    styles = find(part(to_odt(document), "content.xml"), "//table:table/table:table-row/@table:style-name")
    assert styles == ["WholeRow", "Row"]


def test_a_lead_in_is_kept_with_its_list_and_other_paragraphs_are_not():
    document = table_of(listing(3), cell("別的"))
    kept = [p for p in body_of(document).iter(qn("w:p")) if p.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None]
    assert ["".join(text.text for text in p.iter(qn("w:t"))) for p in kept] == [LEAD]
    content = part(to_odt(document), "content.xml")
    assert find(content, "//text:p[@text:style-name='LeadingCell']/text()") == [LEAD]
    look = "//style:style[@style:name='LeadingCell']"
    assert find(content, f"{look}/@style:parent-style-name") == ["Cell"]
    assert find(content, f"{look}/style:paragraph-properties/@fo:keep-with-next") == ["always"]


def test_outside_of_tables_a_lead_in_is_kept_with_its_list_too():
    blocks = (Paragraph((Run("前"),)), Paragraph((Run(LEAD),)), Items(((Run("甲"),),)))
    document = Document("自評表", "zh-Hant", ("自評表",), (), (Section("", blocks),), "產發署", AT)
    (kept,) = body_of(document).iter(qn("w:keepNext"))
    assert kept.getparent().getparent().findtext(f"{qn('w:r')}/{qn('w:t')}") == LEAD
    assert find(part(to_odt(document), "content.xml"), "//text:p[@text:style-name='LeadingBody_20_Text']/text()") == [
        LEAD
    ]


def test_paragraphs_of_cells_and_items_are_kept_whole():
    document = table_of(listing(1))
    with zipfile.ZipFile(io.BytesIO(to_docx(document))) as package:
        styles = etree.fromstring(package.read("word/styles.xml"))
    whole = {
        style.get(qn("w:styleId"))
        for style in styles.iter(qn("w:style"))
        if style.find(f".//{qn('w:keepLines')}") is not None
    }
    assert whole == {"Cell", "CellItem", "Item"}
    assert set(
        find(part(to_odt(document), "styles.xml"), "//style:style[*/@fo:keep-together='always']/@style:name")
    ) == {
        "Cell",
        "Cell_20_Item",
        "Item",
    }


# What the pages show


@pytest.fixture(scope="module")
def form_in_english(demo) -> Document:
    day = date(2025, 12, 10)
    return document_of(build(desk_of(demo, 2025, day), day, "en"), "Author", AT)


@pytest.fixture(scope="module")
def pages(form_in_english) -> dict[tuple[str, str], list[str]]:
    documents = {"figures": shifted(), "long": rows_and_list(20, LONG), "form": form_in_english}
    documents |= {f"list-{rows}": rows_and_list(rows, 9) for rows in range(20, 30)}
    return {key: texts(file) for key, file in printed(documents, "docx", "odt", "pdf").items()}


@pytest.fixture(params=WRITERS)
def kind(request) -> str:
    return request.param


@pytest.mark.documents
def test_no_line_ends_inside_a_figure(pages, kind):
    shown = "".join(pages["figures", kind])
    for figure in ("113", "11", "30", "97.9%", "93.0%", "1,234"):
        assert shown.count(figure) >= 40, figure


@pytest.mark.documents
def test_no_line_ends_inside_a_word_of_the_form(pages, kind, form_in_english):
    """Of the first three columns; what people wrote in the fourth may hold words that no column takes."""
    words = {
        word for row in (*form_in_english.sections[0].blocks[0].head, *form_in_english.sections[0].blocks[0].body)
        for one in (row[:-1] if len(row) > 1 else row) for block in one.blocks for word in block.text.split()
    }  # fmt: skip
    assert {"Transparency", "Administrative", "participation"} <= words
    shown = {word for page in pages["form", kind] for word in page.replace("\ufffe\n", "-").replace("-\n", "-").split()}
    assert {word for word in words if word not in shown and "-" not in word} == set()


@pytest.mark.documents
@pytest.mark.parametrize("rows", range(20, 30))
def test_a_list_with_its_lead_in_stands_on_one_page(pages, kind, rows):
    (page,) = [page for page in pages[f"list-{rows}", kind] if LEAD in page]
    for number in range(9):
        assert f"起{number:02}" in unspaced(page)
        assert f"迄{number:02}" in unspaced(page)


@pytest.mark.documents
def test_a_row_longer_than_a_page_is_all_there_and_its_lead_in_is_not_alone(pages, kind):
    shown = [unspaced(page) for page in pages["long", kind]]
    (lead,) = [page for page in shown if LEAD in page]
    assert "起00" in lead
    for number in range(LONG):
        assert [page for page in shown if f"起{number:02}" in page], number
        assert [page for page in shown if f"迄{number:02}" in page], number


@pytest.mark.documents
@pytest.mark.parametrize("lang", WIDTHS)
def test_a_row_of_a_sheet_holds_all_lines_of_its_cells(lang):
    """Below the last line of a long cell there is room for the edge, before the next row's first line."""
    text = "落實 113 年度服務創新及跨機關整合之執行情形" if lang != "en" else "Services were improved across agencies"
    long = Cell((Paragraph((Run(text * 3),)), Items(tuple((Run(f"{text} {number}"),) for number in range(12)), True)))
    rows = tuple((cell("甲"), Cell((*long.blocks, Paragraph((Run("末"),))))) for _ in range(3)) + (
        (cell("甲"), cell("後")),
    )
    table = Table((0.5, 0.5), ((cell("頭", role="head"), cell("尾", role="head")),), rows)
    document = Document("表", lang, ("表",), (), (Section("", (table,)),), "署", AT)
    tops, bottoms, numbers = [], [], []
    file = pypdfium2.PdfDocument(converted({"a.ods": to_ods(document)})["a.ods"])
    for number, page in enumerate(file, start=1):
        letters = page.get_textpage()
        for place in range(letters.count_chars()):
            _, bottom, _, top = letters.get_charbox(place, loose=True)
            sign = letters.get_text_range(place, 1)
            bottoms += [(number, bottom)] if sign == "末" else []
            tops += [(number, top)] if sign in "甲" else []
        numbers.append(f"{number}/{len(file)}" in unspaced(letters.get_text_range()))
    assert all(numbers)
    assert len(bottoms) == 3
    for number, bottom in bottoms:
        below = [top for page, top in tops if page == number and top < bottom + 20]
        assert all(bottom - top >= 2 for top in below), (bottom, below)
