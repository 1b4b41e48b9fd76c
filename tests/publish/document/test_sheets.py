"""The workbooks of a document, .xlsx and .ods: what people wrote stands in their cells as it was written."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import openpyxl
import pytest

from publish.document.elements import Cell, Document, Paragraph, Run, Section, Table
from publish.document.odf.ods_file import to_ods
from publish.document.xlsx import to_xlsx
from tests.publish.document import odf_schema, ooxml_schema
from tests.publish.document.odf.test_odt_file import find, part, text_of
from tests.publish.document.sample import cell

WRITERS = {".xlsx": to_xlsx, ".ods": to_ods}
FAULTS = {".xlsx": lambda file: ooxml_schema.faults_of(file, ".xlsx"), ".ods": odf_schema.faults_of}
TAIPEI = timezone(timedelta(hours=8))


@pytest.fixture(params=WRITERS)
def ending(request) -> str:
    return request.param


def document(*words: str, line: str = "自評表", author: str = "產發署") -> Document:
    table = Table((1.0,), ((cell("說明", role="head"),),), tuple((cell(text),) for text in words))
    at = datetime(2026, 1, 1, 9, tzinfo=TAIPEI)
    return Document(line, "zh-Hant", (line,), (line,), (Section("", (table,)),), author, at)


def lines(file: bytes, ending: str) -> list[str]:
    """What the cells of the first sheet say."""
    if ending == ".xlsx":
        rows = openpyxl.load_workbook(io.BytesIO(file)).worksheets[0].iter_rows(values_only=True)
        return [value for row in rows for value in row if value]
    return [text_of(line) for line in find(part(file, "content.xml"), "//text:p")]


def test_spaces_in_a_row_stay_and_a_tab_is_a_space(ending):
    file = WRITERS[ending](document("  甲  12\t34   乙"))
    assert lines(file, ending)[-1] == "  甲  12 34   乙"
    assert FAULTS[ending](file) == []


def test_spaces_in_a_row_stay_in_a_note(ending):
    noted = Cell((Paragraph((Run("825", note="甲   12\t34"),)),))
    one = document("825")
    table = replace(one.sections[0].blocks[0], body=((noted,),))
    file = WRITERS[ending](replace(one, sections=(Section("", (table,)),)))
    if ending == ".xlsx":
        assert openpyxl.load_workbook(io.BytesIO(file)).worksheets[0]["A4"].comment.text == "甲   12 34"
    else:
        assert "甲   12 34" in lines(file, ending)


def test_characters_that_no_file_holds_are_left_out_everywhere(ending):
    bad = "甲\ud800\ufffe\x0b乙"
    file = WRITERS[ending](document(bad, line=bad, author=bad))
    assert set(lines(file, ending)) == {"甲乙", "說明"}
    assert FAULTS[ending](file) == []


def test_a_text_that_looks_like_an_escape_is_letters(ending):
    assert lines(WRITERS[ending](document("_x0041_")), ending)[-1] == "_x0041_"


def test_the_workbook_says_when_it_was_made_in_universal_time():
    """Its form knows no other: nine in Taipei is one o'clock."""
    made = openpyxl.load_workbook(io.BytesIO(to_xlsx(document("甲")))).properties.created
    assert made.replace(tzinfo=UTC) == datetime(2026, 1, 1, 1, tzinfo=UTC)


def test_each_page_says_the_title_and_its_number():
    """The same in both: at the left the title, at the right which page of how many."""
    sheet = openpyxl.load_workbook(io.BytesIO(to_xlsx(document("甲")))).worksheets[0]
    assert (sheet.oddFooter.left.text, sheet.oddFooter.right.text) == ("自評表", "&P / &N")
    (footer,) = find(part(to_ods(document("甲")), "styles.xml"), "//style:footer")
    assert [text_of(region) for region in footer] == ["自評表", "1 / 1"]
    assert len(find(footer, ".//text:page-number")) == len(find(footer, ".//text:page-count")) == 1


def test_a_row_of_an_ods_is_as_high_as_its_lines():
    """A line of 10 points takes 0.51 cm, and the edge 0.1 above and below."""
    content = part(to_ods(document("甲", "甲\n乙\n丙")), "content.xml")
    heights = find(content, "//style:table-row-properties[@style:use-optimal-row-height='false']/@style:row-height")
    assert heights == ["0.71cm", "1.73cm"]
