"""What may be put into a result text: every indicator with what it prints now, those of the row first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kpi.form.figure import Desk, Figure, figure_of, figures_on
from kpi.form.figure_parts import INNOVATIONS, What, parts_of
from kpi.form.placeholder import Placeholder, name_of
from lang import sentence
from present.form.figure_text import text_of


@dataclass(frozen=True)
class Available:
    """``text`` is what ``placeholder``, spelled for the reader, would print; of a ``missing`` one the reason why nothing.

    ``mine``: it belongs to the row. ``dimension`` is "" of the list of innovations.
    """

    key: str
    name: str
    text: str
    placeholder: str
    mine: bool
    missing: bool
    dimension: str


def available(desk: Desk, code: str, as_of: date, lang: str, what: What = What.amount) -> tuple[Available, ...]:
    """The indicators of a row, then those of its dimension, then the others as the catalogue has them, and the list of
    innovations: of each that has it the part ``what``. ``as_of`` is the row's cut-off, at which the desk's book must be cut."""
    catalogue = desk.catalogue
    own, dimensions = catalogue.framework[code].dimension, list(catalogue.dimensions)

    def place(key: str) -> tuple[bool, bool, int]:
        dimension = catalogue.dimension_of(key)
        return catalogue.indicators[key].framework != code, dimension != own, dimensions.index(dimension)

    def figure(key: str) -> Figure:
        plain = figures.get(key) if what is What.amount else None
        return plain or figure_of(desk, Placeholder(key, what), as_of)

    figures = figures_on(desk, as_of)
    names = [*sorted(figures, key=place), INNOVATIONS]
    return tuple(_one(desk, figure(key), code, lang) for key in names if what in parts_of(catalogue, key))


def _one(desk: Desk, figure: Figure, code: str, lang: str) -> Available:
    catalogue, key = desk.catalogue, figure.placeholder.name
    listed = key == INNOVATIONS
    return Available(
        key, name_of(catalogue, key, lang),
        sentence(figure.missing, lang, catalogue) if figure.missing else text_of(desk, figure, lang),
        figure.placeholder.spelled(catalogue, lang),
        not listed and catalogue.indicators[key].framework == code, figure.missing is not None,
        "" if listed else catalogue.dimension_of(key),
    )  # fmt: skip
