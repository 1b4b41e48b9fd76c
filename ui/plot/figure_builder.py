"""A Plotly figure that is put together first and checked once: piece by piece Plotly takes four times as long."""

from __future__ import annotations

from typing import TypeAlias

import plotly.graph_objects as go  # type: ignore[import-untyped]  # Plotly says no types

Figure: TypeAlias = go.Figure


class Sketch:
    """Collects what is drawn, with the names that Plotly's own figure has for it."""

    def __init__(self) -> None:
        self._data: list[dict[str, object]] = []
        self._annotations: list[dict[str, object]] = []
        self._shapes: list[dict[str, object]] = []
        self._layout: dict[str, object] = {
            "template": {"data": {}}, "annotations": self._annotations, "shapes": self._shapes,
        }  # fmt: skip

    def add_scatter(self, **trace: object) -> None:
        self._data.append({"type": "scatter", **trace})

    def add_annotation(self, **annotation: object) -> None:
        self._annotations.append(annotation)

    def add_shape(self, **shape: object) -> None:
        self._shapes.append(shape)

    def update_layout(self, **layout: object) -> None:
        self._layout |= layout

    def figure(self) -> Figure:
        """The figure, checked."""
        return go.Figure({"data": self._data, "layout": self._layout})
