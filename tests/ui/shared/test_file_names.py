"""Names of files say what is in them, and are names on every system."""

from __future__ import annotations

from datetime import date

import pytest

from kpi.dates.periods import Period
from ui.shared.file_names import FORBIDDEN, span


@pytest.mark.parametrize(
    ("first", "last", "chinese", "english"),
    [
        (date(2025, 1, 1), date(2025, 12, 31), "114年", "2025-01-01_2025-12-31"),
        (date(2025, 11, 1), date(2025, 11, 30), "114年11月", "2025-11-01_2025-11-30"),
        (date(2025, 1, 1), date(2025, 6, 30), "114年1月至6月", "2025-01-01_2025-06-30"),
        (date(2025, 1, 1), date(2025, 12, 10), "114年1月至12月10日", "2025-01-01_2025-12-10"),
        (date(2024, 1, 1), date(2024, 2, 29), "113年1月至2月", "2024-01-01_2024-02-29"),
        (date(2025, 2, 1), date(2025, 2, 27), "114年2月至2月27日", "2025-02-01_2025-02-27"),
    ],
)
def test_a_period_is_named(first, last, chinese, english):
    assert span(Period(first, last), "zh-Hant") == chinese
    assert span(Period(first, last), "en") == english


def test_no_character_that_a_system_refuses_is_left():
    assert not set('/\\:*?"<>|') & set('甲/乙\\丙:丁*戊?己"庚<辛>壬|癸'.translate(FORBIDDEN))
