"""Which rows of the form share the cell of an item and of an indicator: the same on screen and in every file."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from present.form.filled import shared_cells


@pytest.mark.parametrize(("rows", "cells"), [
    ("", []),
    ("D/a/x D/a/x D/a/y D/b/y", [(1, 1), (1, 1), (1, 2), (2, 3)]),
    ("D/a/x E/a/x", [(1, 1), (2, 2)]),  # a heading stands between two dimensions
    ("D/a/x D/b/x D/a/x", [(1, 1), (2, 2), (3, 3)]),  # others stand between them
])  # fmt: skip
def test_rows_that_follow_each_other_with_the_same_words_share_a_cell(rows, cells):
    made = [
        SimpleNamespace(**dict(zip(("dimension", "item", "indicator"), row.split("/"), strict=True)))
        for row in rows.split()
    ]
    assert shared_cells(made) == cells
