"""Spanned cells laid on a grid."""

from __future__ import annotations

import pytest

from publish.document.grid import is_whole, laid
from publish.document.model import Cell, Paragraph, Run
from tests.publish.documents.sample import cell


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


def test_a_row_is_kept_on_one_page_unless_a_cell_of_it_is_long():
    long, short = cell("字" * 400), cell("字")
    assert is_whole(laid(((short, short),), 2)[0])
    assert not is_whole(laid(((short, long),), 2)[0])
    spanning = Cell((Paragraph((Run("字" * 400),)),), rows=2)
    assert is_whole(laid(((short, spanning), (short,)), 2)[0])
    assert is_whole(laid(((cell("字" * 400, role="group", columns=2),),), 2)[0])
