"""Large sheets are read by their distinct cells; what comes out is what calamine gives cell by cell."""

from __future__ import annotations

import io
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from xlsxwriter import Workbook

from etl.reading import Rows, package_parts, xlsx
from etl.reading.by_kind import read_here as read
from etl.reading.distinct_cells import Cells
from tests.samples import SAMPLES, books, formats, messy
from tests.samples.books import ROWS

MODULES = {formats.__name__, messy.__name__}
SHEETS = [
    name for name, one in SAMPLES.items()
    if one.make.__module__ in MODULES and b"xl/workbook.xml" in one.make()
]  # fmt: skip


@pytest.fixture
def every_sheet_is_large(monkeypatch):
    monkeypatch.setattr(xlsx, "LARGE", -1)


def both(content: bytes, name: str = "a.xlsx"):
    """The sheets as they are read cell by cell, and as they are read when all count as large."""
    plain = read(name, content).sheets
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(xlsx, "LARGE", -1)
        large = read(name, content).sheets
    return plain, large


@pytest.mark.parametrize("name", SHEETS)
def test_every_sample_is_the_same_either_way(name):
    one = SAMPLES[name]
    plain, large = both(one.make(), one.file)
    for one_way, other in zip(plain, large, strict=True):
        assert list(one_way.rows) == list(other.rows)
        assert one_way.merged == other.merged
        assert one_way.hidden_rows == other.hidden_rows


def trimmed(rows):
    """Rows without blanks at their ends: an empty text makes a sheet wider for calamine, but says nothing."""
    return [row[: max((n for n, cell in enumerate(row, start=1) if cell != ""), default=0)] for row in rows]


CELLS = st.one_of(
    st.none(), st.booleans(), st.integers(-(10**9), 10**9), st.floats(-1e9, 1e9),
    st.sampled_from(["甲組", "乙組", "<&>\"'", " x ", "a\nb"]),
    st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=8), st.dates(date(1990, 1, 1), date(2090, 1, 1)),
    st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1)).map(lambda at: at.replace(microsecond=0)),
)  # fmt: skip


@settings(max_examples=60)
@given(st.lists(st.lists(CELLS, max_size=6), min_size=1, max_size=12), st.booleans(), st.integers(0, 3))
def test_any_workbook_is_the_same_either_way(rows, inline, offset):
    out = io.BytesIO()
    book = Workbook(out, {"constant_memory": inline, "default_date_format": "yyyy/mm/dd hh:mm:ss"})
    sheet = book.add_worksheet()
    for number, row in enumerate([*rows, ["end"]]):
        for column, cell in enumerate(row):
            if cell is None:
                sheet.write_blank(number + offset, column + offset, None, book.add_format({"bold": True}))
            elif isinstance(cell, str):
                sheet.write_string(number + offset, column + offset, cell)
            else:
                sheet.write(number + offset, column + offset, cell)
    book.close()
    plain, large = both(out.getvalue())
    assert isinstance(large[0].rows, Rows)
    one, two = (trimmed(sheets[0].rows) for sheets in (plain, large))
    assert one == two
    assert [[type(cell) for cell in row] for row in one] == [[type(cell) for cell in row] for row in two]


def test_a_plain_sheet_is_read_by_its_distinct_cells(every_sheet_is_large):
    rows = [ROWS[0], *[[f"P{n}", date(2025, 1, 1) + timedelta(days=n % 300), "", "甲組", "興革"] for n in range(3000)]]
    sheet = read("a.xlsx", books.xlsx(("陳情", rows))).sheets[0]
    assert isinstance(sheet.rows, Rows)
    assert sheet.rows[3000] == ["P2999", date(2025, 10, 27), "", "甲組", "興革"]
    assert (len(sheet.rows), len(sheet.rows[1:3]), len(list(sheet.rows))) == (3001, 2, 3001)


@pytest.mark.parametrize(
    "data",
    [
        '<row r="2"><c s="0" r="A2"><v>2</v></c></row>',
        "<row r='2'><c r='A2'><v>2</v></c></row>",
        '<row r="2"><c><v>2</v></c></row>',
        '<row r="2"><x:c r="A2"><v>2</v></x:c></row>',
        '<row r="2"><c r="A2"><v>2</v></c><c r="B2"',
        '<c r="A2"><v>2</v></c>',
        '<row r="2"><row r="3"></row></row>',
        '<row r="2"><c r="A2"><v>2</v></c></row><x/>',
        '<?x <row r="2"><c r="A2"><v>2</v></c></row> ?>',
    ],
)
def test_what_is_not_one_row_after_another_is_left_to_the_slow_way(data):
    xml = books.sheet_xml(f'<row r="1"><c r="A1"><v>1</v></c></row>{data}')
    assert Cells.of("a.xlsx", [xml]) is None


def test_comments_and_sections_are_taken_out_first(every_sheet_is_large):
    hidden = '<!-- <row r="2" hidden="1"><c r="A2" t="e"><v>#N/A</v></c></row> -->'
    xml = books.sheet_xml(f'{hidden}<row r="1"><c r="A1" t="str"><v><![CDATA[<c r="B1">]]></v></c></row>')
    found = read("a.xlsx", books.with_sheet(xml)).sheets[0]
    assert (list(found.rows), found.hidden_rows) == ([['<c r="B1">']], set())


def test_pieces_that_end_within_a_row_are_left_to_calamine(monkeypatch):
    content = books.xlsx(("陳情", [[f"甲{column}" for column in range(200)]] * 3))
    monkeypatch.setattr(package_parts, "PIECE", 500)
    plain, large = both(content)
    assert list(plain[0].rows) == list(large[0].rows)
    assert not isinstance(large[0].rows, Rows)
