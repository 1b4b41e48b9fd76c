"""The pack of a month and the brief of a dimension: of the month and the days that the page shows."""

from __future__ import annotations

import pytest

from kpi.dates.periods import Period
from lang import LANGUAGES
from tests.conftest import CUTOFF
from ui.downloads import meeting
from ui.shared import cached
from ui.shared.messages import Message
from ui.shell.page_context import framed
from ui.shell.reader_choice import Choice


def test_the_pack_is_of_the_month_that_is_shown(handed):
    found = handed("downloads", lang="zh-Hant", year="114", month="3")["downloads-meeting"]
    assert found["pack"]["title"].startswith("114 年 3 月")
    assert "Mar 2025" in handed("downloads", lang="en", year="114", month="3")["downloads-meeting"]["pack"]["title"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_dimension_has_a_brief(handed, catalogue, lang):
    chosen = handed("downloads", lang=lang, of="evaluation")["downloads-meeting"]["brief"]["dimension"]
    assert chosen["value"] == "evaluation"
    assert [one["value"] for one in chosen["options"]] == list(catalogue.dimensions)
    assert handed("downloads", lang=lang, of="<b>")["downloads-meeting"]["brief"]["dimension"]["value"] == next(
        iter(catalogue.dimensions)
    )


def test_a_pack_is_of_a_whole_month_and_a_brief_of_the_days_so_far(demo_house):
    page = framed("en", cached.version(), Choice(until=CUTOFF))
    assert meeting._told(page, "pack") == Period(CUTOFF.replace(day=1), CUTOFF.replace(day=31))
    assert meeting._told(page, "brief") == Period(CUTOFF.replace(month=1, day=1), CUTOFF)


@pytest.mark.parametrize("value", ["pack:.exe", "brief:.pptx", "pack", ":.pdf", "summary:.pdf"])
def test_a_file_that_there_is_not_is_none_of_ours(value):
    assert meeting.took(Message("choose", key="make", value=value)) is False
