"""What every page shares: the period that was chosen, as far as there are data, and what links carry along."""

from __future__ import annotations

from datetime import date

from kpi.dates.periods import Period
from tests.conftest import take
from ui.shared import cached
from ui.shell.page_context import Frame, empty, framed
from ui.shell.reader_choice import Choice

HEAD = "案件編號,收文日期,結案日期,承辦單位\n"


def frame(**chosen) -> Frame:
    return framed("en", cached.version(), Choice(**chosen))


def test_the_period_ends_where_the_data_do(house, monkeypatch):
    take(
        house,
        "petitions",
        ("陳情_11401至11406.csv", HEAD + "P1,1140303,1140310,甲組\n"),
        period=Period(date(2025, 1, 1), date(2025, 6, 30)),
    )
    assert frame().period == Period(date(2025, 1, 1), date(2025, 6, 30))
    assert frame(part="q1").period == Period(date(2025, 1, 1), date(2025, 3, 31))
    assert frame(until=date(2025, 2, 10)).period == Period(date(2025, 1, 1), date(2025, 2, 10))


def test_a_page_without_data_says_how_to_begin():
    for lang in ("zh-Hant", "en"):
        found = empty(lang)
        assert len(set(found["steps"])) == 3
        assert all(found["steps"])
    assert empty("en")["title"] != empty("zh-Hant")["title"]


def test_links_carry_the_period_and_the_office_but_no_filter(handed):
    chosen = {"year": "113", "month": "11", "office": "資訊室", "status": "met", "dimension": "basic"}
    shown = handed("overview", lang="en", **chosen)["overview"]
    assert shown["query"] == {"year": "113", "month": "11", "office": "資訊室", "lang": "en"}
    assert shown["filter"] == {"status": "met", "dimension": "basic"}
    assert handed("overview", lang="en", office="nobody", year="x", month="13")["overview"]["query"] == {"lang": "en"}
