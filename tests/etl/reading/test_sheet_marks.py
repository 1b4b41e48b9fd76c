"""What stands in a sheet beside its values is found however the sheet is written, in every format."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.reading import Rows, xlsx
from etl.reading.by_kind import read_here
from tests.samples import books
from tests.samples.written import Cell, Layout, Way, sheet

CELLS = st.one_of(
    st.floats(1, 9999).map(lambda value: Cell("number", float(f"{value:g}"))),
    st.sampled_from(["甲組", "P1", "a<b", "x & y", "#"]).map(lambda text: Cell("text", text)),
    st.sampled_from(["#N/A", "#DIV/0!", "#REF!"]).map(lambda word: Cell("error", word)),
    st.sampled_from([Cell("blank"), Cell("unvalued"), Cell("formula", 7.0), Cell("text formula", "乙組")]),
)
WAYS = st.builds(
    Way, quote=st.sampled_from("\"'"), prefix=st.sampled_from(["", "", "x:"]), refs=st.booleans(),
    gap=st.sampled_from(["", "", " ", "\n  "]), section=st.booleans(),
    comment=st.sampled_from(["", "", '<!-- <c r="A9" t="e"><v>#N/A</v></c></row> -->', "<?x <c?>"]),
    encoding=st.sampled_from(["utf-8", "utf-8", "utf-16", "big5"]), type_first=st.booleans(),
)  # fmt: skip


@st.composite
def written(draw) -> tuple[list[list[Cell]], Layout]:
    rows = draw(st.lists(st.lists(CELLS, min_size=1, max_size=5), min_size=1, max_size=8))
    last = Cell("number", 1.0)
    rows = [[last] * 5, *rows, [last] * 5]
    hidden = draw(st.sets(st.integers(0, len(rows) - 1), max_size=3))
    columns = draw(st.sets(st.integers(0, 4), max_size=2))
    merged = draw(st.sampled_from([[], [(0, 0, 1, 0)], [(0, 1, 0, 3), (1, 4, 2, 4)]]))
    return rows, Layout(hidden, columns, merged)


def check(found, rows: list[list[Cell]], said: Layout) -> None:
    assert found.hidden_rows == said.hidden_rows
    assert found.hidden_columns == said.hidden_columns
    assert list(found.merged) == said.merged
    flat = [(r, c, cell) for r, row in enumerate(rows) for c, cell in enumerate(row)]
    assert found.formulas == sum("formula" in cell.kind or cell.kind == "unvalued" for _, _, cell in flat)
    assert set(found.unvalued) == {(r, c) for r, c, cell in flat if cell.kind == "unvalued"}
    for r, c, cell in flat:
        assert found.rows[r][c] == cell.value, (r, c)


@settings(max_examples=150)
@given(written(), WAYS, st.booleans())
def test_a_sheet_says_the_same_however_it_is_written(sheet_said, way, large):
    rows, said = sheet_said
    content = books.with_sheet(sheet(rows, said, way))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(xlsx, "LARGE", -1 if large else 10**9)
        found = read_here("a.xlsx", content).sheets[0]
    check(found, rows, said)


@settings(max_examples=60)
@given(written(), st.booleans())
def test_a_large_sheet_that_is_plainly_written_is_read_by_its_distinct_cells(sheet_said, gap):
    rows, said = sheet_said
    content = books.with_sheet(sheet(rows, said, Way(gap="\n" if gap else "")))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(xlsx, "LARGE", -1)
        found = read_here("a.xlsx", content).sheets[0]
    assert isinstance(found.rows, Rows)
    check(found, rows, said)
