"""Typed columns, as cells and as arrays: both say the same whatever was changed meanwhile."""

from __future__ import annotations

from datetime import date

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from etl.tabular.typed_table import Frame

DAYS = st.one_of(st.none(), st.dates(date(1990, 1, 1), date(2090, 1, 1)))
CHANGES = st.lists(
    st.one_of(st.tuples(st.integers(0, 4), DAYS), st.lists(st.booleans(), min_size=5, max_size=5)), max_size=6
)


@given(days=st.lists(DAYS, min_size=5, max_size=5), changes=CHANGES)
def test_an_array_is_what_the_cells_say_after_every_change(catalogue, days, changes):
    frame = Frame("a.csv", [], catalogue.sources["petitions"], {"received": days}, list(range(5)), [0] * 5)
    for change in changes:
        assert frame.arrow("received").to_pylist() == frame.cells["received"]
        if isinstance(change, tuple):
            if change[0] < len(frame):
                frame.put(change[0], "received", change[1])
        else:
            frame.keep(np.array(change[: len(frame)], bool))
        assert frame.arrow("received").to_pylist() == frame.cells["received"]
        assert frame.dates("received").tolist() == frame.cells["received"]
