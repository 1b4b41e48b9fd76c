"""A part is named only where it is alone at the top, and by more than its share of the cases explains."""

from __future__ import annotations

import random

import pytest

from kpi.spc.funnel import FEWEST, side_of
from kpi.spc.standout import How, Lot, most_of


def told(*lots):
    lots = [Lot(f"{place}組", *lot) for place, lot in enumerate(lots)]
    found = most_of(lots, sum(lot.late for lot in lots), sum(lot.n for lot in lots))
    return found and (found[0].value, found[1].name if found[1] else None)


@pytest.mark.parametrize(
    ("lots", "how"),
    [
        ([(20, 100), (2, 500), (3, 600)], ("alone", "0組")),
        ([(41, 410), (30, 300), (29, 290)], ("share", "0組")),  # 41 % of the late, 41 % of the cases
        ([(6, 30), (6, 300), (1, 700)], ("spread", None)),  # a tie at the top, though one of them is far out
        ([(8, 8), (1, 900), (2, 900)], ("spread", None)),  # eight of eight: below ten cases nobody is judged
        ([(8, 9), (0, 900), (0, 900)], ("few", None)),
        ([(10, 10), (1, 900), (2, 900)], ("alone", "0組")),
        ([(5, 100), (4, 400), (3, 300)], ("spread", None)),  # most, but neither beyond chance nor the largest
        ([(1, 500), (0, 500)], ("few", None)),
        ([(0, 500), (0, 500)], None),  # nothing is late
        ([(40, 500)], None),  # one office only
        ([(40, 500), (0, 0)], None),  # and one without cases
        ([(30, 30), (20, 20)], ("share", "0組")),  # all are late
    ],
)
def test_who_is_named(lots, how):
    assert told(*lots) == how


def test_nobody_is_named_within_the_limits_that_the_page_draws():
    rng = random.Random(7)
    named = 0
    for _ in range(400):
        lots = [(rng.randrange(0, n + 1) if rng.random() < 0.2 else rng.randrange(0, 1 + n // 8), n)
                for n in (rng.randrange(1, 400) for _ in range(rng.randrange(2, 9)))]  # fmt: skip
        late, n = sum(lot[0] for lot in lots), sum(lot[1] for lot in lots)
        found = most_of([Lot(str(place), *lot) for place, lot in enumerate(lots)], late, n)
        if found and found[0] is How.alone:
            named += 1
            _, lot = found
            assert [one[0] for one in lots].count(lot.late) == 1
            assert lot.late == max(one[0] for one in lots)
            assert lot.n >= FEWEST
            assert (
                side_of(lot.n - lot.late, lot.n, (n - late) / n) == -1
            )  # as the page's funnel of what is on time has it
            assert lot.late / late > lot.n / n
    assert named > 20
