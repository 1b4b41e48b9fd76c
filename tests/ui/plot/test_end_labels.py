"""Names at the ends of lines never cover each other, and stand in the order of their lines."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.ui.plot.test_limit_figures import COLOURS
from ui.plot.end_labels import LINE, End, name_ends
from ui.plot.figure_builder import Sketch

VALUES = st.integers(0, 1000).map(float)
TALL = 314.0


def placed(middle: End, others: list[End]) -> list[tuple[float, float, str]]:
    """Height of the middle, half of how tall, and text of each name, the lowest first."""
    sketch = Sketch()
    name_ends(sketch, middle, others, COLOURS, 0.0, 1000.0, TALL)
    found = [
        (note.y / 1000 * TALL + note.yshift, LINE * (note.text.count("<br>") + 1) / 2, note.text)
        for note in sketch.figure().layout.annotations
    ]
    return sorted(found)


@given(middle=VALUES, others=st.lists(st.tuples(VALUES, st.integers(1, 2)), max_size=5))
def test_no_two_names_touch(middle, others):
    ends = [End(value, tuple(f"線{place}" for _ in range(lines))) for place, (value, lines) in enumerate(others)]
    found = placed(End(middle, ("平均",)), ends)
    assert len(found) == len(others) + 1
    for (low, low_half, _), (high, high_half, _) in zip(found, found[1:], strict=False):
        assert high - low >= low_half + high_half - 1e-6


def test_the_middle_one_stands_at_its_line_and_far_ones_at_theirs():
    found = placed(End(500.0, ("平均",)), [End(900.0, ("上限",)), End(100.0, ("下限",))])
    assert [(text, round(height / TALL * 1000)) for height, _, text in found] == [
        ("下限", 100),
        ("平均", 500),
        ("上限", 900),
    ]


def test_a_name_is_text_whatever_it_holds():
    (_, _, text), *_ = placed(End(1.0, ("<img src=x>", "甲&乙")), [])
    assert text == "&lt;img src=x&gt;<br>甲&amp;乙"
