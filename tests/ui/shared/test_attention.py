"""What is to be looked at first is worked out once, from what the pages keep."""

from __future__ import annotations

from kpi.attention import look_first
from kpi.dates.periods import year_of
from kpi.evaluate import evaluate
from kpi.lateness import late_sources
from kpi.observations import Scope
from kpi.spc.control_chart import process_of
from tests.conftest import TODAY
from ui.shared import cached
from ui.shared.attention import to_look_at


def test_pages_name_what_the_rule_names(demo_house):
    catalogue, year = demo_house.catalogue, year_of(2025)
    for office in (None, "產業政策組"):
        book = demo_house.book(cutoffs=(year.end,))
        results = [evaluate(catalogue, book, key, year, Scope(office)) for key in catalogue.indicators]
        numbers = [key for key, item in catalogue.indicators.items() if item.measure.kind != "evidence"]
        processes = {key: process_of(catalogue, book, key, year.end, Scope(office)) for key in numbers}
        expected = look_first(catalogue, results, processes, late_sources(catalogue, book, TODAY))
        found = to_look_at(cached.version(), year, office)
        assert [one.result.indicator for one in found] == [one.result.indicator for one in expected]
        assert found
