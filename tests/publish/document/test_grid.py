"""Spanned cells laid on a grid."""

from __future__ import annotations

import pytest

from publish.document.elements import Cell, Items, Paragraph, Run
from publish.document.grid import heights_of, is_whole, laid
from tests.publish.document.sample import cell


def shown(rows, columns: int) -> list[str]:
    """``A`` where a cell starts, ``a`` where it hangs down; once for each column."""
    return [
        "".join((slot.cell.blocks[0].text if slot.starts else slot.cell.blocks[0].text.lower()) * slot.cell.columns for slot in slots)
        for slots in laid(rows, columns)
    ]  # fmt: skip


def test_a_cell_hangs_down_into_the_rows_that_it_spans():
    """
    A A B
    a a C
    D E E
    """
    rows = ((cell("A", rows=2, columns=2), cell("B")), (cell("C"),), (cell("D"), cell("E", columns=2)))
    assert shown(rows, 3) == ["AAB", "aaC", "DEE"]


def test_cells_may_span_in_the_middle_and_at_the_end():
    """
    A B C
    D b c
    E F c
    """
    rows = ((cell("A"), cell("B", rows=2), cell("C", rows=3)), (cell("D"),), (cell("E"), cell("F")))
    assert shown(rows, 3) == ["ABC", "Dbc", "EFc"]


@pytest.mark.parametrize(
    "rows",
    [
        ((cell("A"),),),
        ((cell("A"), cell("B"), cell("C")),),
        ((cell("A", rows=2), cell("B")), (cell("C"), cell("D"))),
        ((cell("A"), cell("B", rows=2)), (cell("C", columns=2),)),
        ((cell("A", rows=2), cell("B")),),
    ],
    ids=["too few", "too many", "too many under a span", "over a span", "below the last row"],
)
def test_a_table_that_does_not_fit_is_refused(rows):
    with pytest.raises(ValueError, match="row|cell"):
        laid(rows, 2)


def whole(*rows: tuple[Cell, ...]) -> bool:
    """Is the first of these rows kept whole, in two columns of 8 cm (23 characters) and on a page of 25 cm?"""
    return is_whole(laid(rows, 2)[0], [8.0, 8.0], 25.0)


def test_a_row_is_kept_on_one_page_unless_a_cell_of_it_is_longer_than_one():
    long, short = cell("字" * 1200), cell("字")
    assert whole((short, short))
    assert whole((short, cell("字" * 600)))
    assert not whole((short, long))
    assert whole((short, Cell((Paragraph((Run("字" * 1200),)),), rows=2)), (short,))
    assert whole((cell("字" * 1200, role="group", columns=2),))


def test_many_short_lines_make_a_row_long_too_and_a_wide_cell_takes_more_of_them():
    assert not whole((cell("字"), Cell((Items(tuple((Run("項"),) for _ in range(40)), True),))))
    assert whole((cell("字" * 900, columns=2),))
    assert not whole((cell("字"), cell("字" * 900)))


def test_of_a_cell_that_spans_rows_the_last_takes_what_is_left_over():
    """
    A B    A wants 5, B 1 and C 2: the second row is 4 high.
    a C    D wants less than the least that a row has.
    D D
    """
    wants = {"A": 5.0, "B": 1.0, "C": 2.0, "D": 0.1}
    rows = ((cell("A", rows=2), cell("B")), (cell("C"),), (cell("D", columns=2),))
    assert heights_of(rows, [1.0, 1.0], lambda one, width: wants[one.blocks[0].text], 0.5) == [1.0, 4.0, 0.5]
