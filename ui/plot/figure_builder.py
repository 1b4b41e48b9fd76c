"""A Plotly figure that is put together first and checked once: piece by piece Plotly takes four times as long."""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go


class Sketch:
    """Collects what is drawn, with the names that Plotly's own figure has for it."""

    def __init__(self) -> None:
        self._data: list[dict[str, Any]] = []
        self._layout: dict[str, Any] = {"template": {"data": {}}, "annotations": [], "shapes": []}

    def add_scatter(self, **trace: Any) -> None:
        self._data.append({"type": "scatter", **trace})

    def add_annotation(self, **annotation: Any) -> None:
        self._layout["annotations"].append(annotation)

    def add_shape(self, **shape: Any) -> None:
        self._layout["shapes"].append(shape)

    def update_layout(self, **layout: Any) -> None:
        self._layout |= layout

    def figure(self) -> go.Figure:
        """The figure, checked."""
        return go.Figure({"data": self._data, "layout": self._layout})
