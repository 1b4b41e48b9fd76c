"""A figure that is put together piece by piece is the one that Plotly would have made."""

from __future__ import annotations

import plotly.graph_objects as go
import pytest

from ui.plot.figure_builder import Sketch


def test_what_was_drawn_is_there_in_its_order():
    sketch = Sketch()
    sketch.add_scatter(x=[1, 2], y=[3, None], mode="lines")
    sketch.add_scatter(x=[1], y=[2], mode="markers")
    sketch.add_annotation(x=1, y=3, text="甲")
    sketch.add_shape(type="line", x0=0, x1=1, y0=0, y1=1)
    sketch.update_layout(height=390, showlegend=False)
    made, plain = sketch.figure(), go.Figure(layout={"template": {"data": {}}})
    plain.add_scatter(x=[1, 2], y=[3, None], mode="lines")
    plain.add_scatter(x=[1], y=[2], mode="markers")
    plain.add_annotation(x=1, y=3, text="甲")
    plain.add_shape(type="line", x0=0, x1=1, y0=0, y1=1)
    plain.update_layout(height=390, showlegend=False)
    assert made.to_dict() == plain.to_dict()


def test_a_name_that_plotly_does_not_know_is_no_figure():
    sketch = Sketch()
    sketch.add_scatter(x=[1], y=[2], colour="red")
    with pytest.raises(ValueError, match="colour"):
        sketch.figure()
