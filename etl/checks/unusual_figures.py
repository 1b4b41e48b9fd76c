"""Hand-counted figures beside what came before them: one that is far from it is said, and asked about where it is typed."""

from __future__ import annotations

from datetime import date

from etl.checks.around import Around
from etl.tabular.typed_table import Frame
from kpi.catalogue import Catalogue, Text
from kpi.dates.periods import Period, month_of
from kpi.observations import Scope
from kpi.sentence import Amount, Sentence
from kpi.unusual import unusual
from kpi.values import POINTS
from lang import LANGUAGES, amount

ASKED = frozenset({"figure-far-limits", "figure-far-both", "figure-far-last", "figure-far-prior"})
"""Warnings that wait for an answer where a figure is typed."""


def far_figures(frame: Frame, around: Around) -> None:
    """Warnings only: what is unusual may still be right. Only the value of a single month is looked at.

    Demonstration rows are not looked at, nor is anything beside them.
    """
    if around.demo or around.demonstrated or frame.refused:
        return
    catalogue, cells = around.catalogue, frame.cells
    rows: list[tuple[int, float, Period]] = []
    for row in range(len(frame)):
        value = _value(frame, row)
        if value is not None and (month := _month(frame, catalogue, row)):
            rows.append((row, value, month))
    if not rows:
        return
    keys = {cells["indicator"][row] for row, _, _ in rows}
    book = around.warehouse.book(indicators=keys)
    for row, value, month in rows:
        key, scope = cells["indicator"][row], Scope(cells["office"][row])
        if found := unusual(catalogue, book, key, month, value, scope):
            column = "value" if cells["value"][row] is not None else "numerator"
            params = {"name": catalogue.indicators[key].name, **_texts(found, catalogue)}
            frame.problem("warning", found.key, row, column, frame.raw(row, column), **params)


def _value(frame: Frame, row: int) -> float | None:
    """The value of a row; of a rate that is told in parts, their quotient."""
    value: float | None
    numerator: float | None
    denominator: float | None
    value, numerator, denominator = (frame.cells[name][row] for name in ("value", "numerator", "denominator"))
    if value is not None or numerator is None:
        return value
    if denominator is None:
        return numerator
    return numerator / denominator if denominator else None


def _month(frame: Frame, catalogue: Catalogue, row: int) -> Period | None:
    """The month that a row tells of; None where it tells of another period."""
    key, start, end = (frame.cells[name][row] for name in ("indicator", "from", "to"))
    if key is None or not isinstance(end, date):
        return None
    month = month_of(end)
    point = catalogue.indicators[key].behaviour in POINTS
    return month if point or Period(start or end, end) == month else None


def _texts(found: Sentence, catalogue: Catalogue) -> dict[str, object]:
    """The params of a sentence, each amount as a text of both languages (a problem knows no catalogue)."""

    def text(value: Amount) -> Text:
        zh, en = (amount(catalogue, value.indicator, value.value, lang) for lang in LANGUAGES)
        return Text(zh=zh, en=en)

    return {name: text(value) if isinstance(value, Amount) else value for name, value in found.params.items()}
