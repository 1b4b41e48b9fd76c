"""The small trend of an indicator, in words for those who do not see it."""

from __future__ import annotations

from datetime import date

import pytest

from kpi.dates.periods import year_of
from kpi.evaluate import evaluate, monthly
from kpi.observations import Book, Observation
from tests.kpi.test_values import CATALOGUE, FIGURE, YEAR
from ui.overview.view import trend


@pytest.mark.parametrize(("lang", "words"), [("zh-Hant", "約 1,612 人次"), ("en", "about 1,612 calls")])
def test_the_newest_value_bears_its_qualifier(lang, words):
    rows = [
        Observation(FIGURE, m.start, m.end, None, None, None, 1612, None, "約") for m in year_of(2025).months()[:11]
    ]
    book, end = Book(1, {FIGURE: rows}), date(2025, 11, 30)
    now, before = (monthly(CATALOGUE, book, FIGURE, year, end) for year in (2025, 2024))
    found = trend(CATALOGUE, evaluate(CATALOGUE, book, FIGURE, YEAR), now, before, None, lang)
    assert words in found["label"]
