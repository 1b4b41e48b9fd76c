"""A workbook as .ods: valid, the same bytes each time, each value what it is, and shown as a spreadsheet shows it."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from openpyxl.utils import get_column_letter

from etl.reading import read
from opendocument.elements import element, written
from opendocument.ods_file import column_letter, to_ods, typed_value
from opendocument.workbook import Cell, Choices, Column, Covered, Look, Row, Sheet, Shown, Workbook
from tests.publish.document.odf.test_odt_file import find, part, text_of
from tests.publish.document.odf_schema import faults_of

CELLS = ("甲", 12, 0.125, True, date(2025, 11, 3), datetime(2025, 11, 3, 14, 5), "=1+1", None)


def book(*rows: Row, **more) -> Workbook:
    sheet = Sheet("資料 '1'", (Column(3), Column(2, hidden=True)), rows, frozen=(1, 0))
    return Workbook((sheet, Sheet("空", (), (), hidden=True)), "zh-Hant", **more)


def full() -> Workbook:
    looks = (
        Look(bold=True, fill="#E9EDF2", wrap=True),
        *(Look(shown=one) for one in SHOWN),
        Look(struck=True, italic=True),
    )
    rows = [Row(tuple(Cell(value, look) for value in CELLS)) for look in looks]
    rows[0] = Row(rows[0].cells, 1.2, repeated=True)
    spanned = Row(
        (Cell("乙", rows=2, columns=2, notes=("第一句", "第二句")), Covered(looks[0]), Cell("x", choices="kind"))
    )
    rows += [spanned, Row((Covered(), Covered()), hidden=True), Row((Cell(choices="kind"),), times=900)]
    return book(*rows, scale=70, footer="頁尾", choices=(Choices("kind", "資料 '1'", 1, 2, 9),))


SHOWN = (
    Shown("number", 1, signed=True, ending=" 個百分點"), Shown("percent", 1), Shown("day", sign="/", roc=True, short=True),
    Shown("moment", sign="/"), Shown("text"),
)  # fmt: skip


def test_every_look_and_every_kind_is_valid_and_the_same_bytes():
    assert faults_of(to_ods(full())) == []
    assert to_ods(full()) == to_ods(full())


def test_values_are_read_back_as_what_they_are():
    sheet = read("a.ods", to_ods(book(Row(tuple(map(Cell, CELLS)))))).sheets[0]
    assert sheet.rows[0][: len(CELLS) - 1] == list(CELLS[:-1])


@pytest.mark.parametrize(
    ("value", "shown", "text"),
    [
        (0.125, Shown("percent"), "13%"), (2.5, Shown("number"), "3"), (-2.5, Shown("number"), "-3"),
        (1234.25, Shown("number", 1), "1,234.3"),
        (12.0, None, "12"), (0.1 + 0.2, None, "0.3"), (1e15, None, "1000000000000000"), ("", None, ""), (None, None, None),
    ],
)  # fmt: skip
def test_a_number_is_shown_as_a_spreadsheet_shows_it(value, shown, text):
    assert typed_value(value, Look(shown=shown))[1] == text


def test_a_list_names_its_cells_and_the_sheet_in_quotes():
    content = part(to_ods(full()), "content.xml")
    assert find(content, "string(//table:content-validation/@table:condition)") == (
        "of:cell-content-is-in-list([$'資料 ''1'''.$A$2:.$A$9])"
    )
    assert find(content, "//table:table-row[@table:number-rows-repeated]/@table:number-rows-repeated") == ["900"]


@given(st.integers(1, 16384))
def test_columns_have_the_names_that_spreadsheets_give_them(number):
    assert column_letter(number) == get_column_letter(number)


@given(st.text(st.sampled_from("甲a \n\t"), max_size=12))
def test_spaces_and_line_ends_of_people_come_back(text):
    line = etree.fromstring(written(element("text:p", {}, text)))
    assert text_of(line) == text.replace("\t", " ")
