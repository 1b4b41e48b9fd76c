"""The list from which a figure is inserted: every indicator, what it would print now, or why nothing."""

from __future__ import annotations

import pytest

from kpi.form.placeholder import INNOVATIONS, What
from kpi.form.template import parse
from present.form.fill import fill
from present.form.insertable import available
from tests.conftest import CUTOFF

BOTH = pytest.mark.parametrize("lang", ["zh-Hant", "en"])


@BOTH
def test_every_indicator_is_there_once_and_the_list_of_innovations(desk, lang):
    found = available(desk, "E2.1b", CUTOFF, lang)
    assert sorted(one.key for one in found) == sorted([*desk.catalogue.indicators, INNOVATIONS])
    assert found[-1].key == INNOVATIONS


def test_those_of_the_row_come_first_then_those_of_its_dimension(desk):
    found = available(desk, "E2.1b", CUTOFF, "zh-Hant")
    mine = [one.mine for one in found]
    assert mine == sorted(mine, reverse=True)
    assert [one.key for one in found if one.mine] == [
        key for key, item in desk.catalogue.indicators.items() if item.framework == "E2.1b"
    ]
    dimensions = list(dict.fromkeys(one.dimension for one in found))
    assert dimensions == ["evaluation", "basic", "delivery", "capacity", "innovation", ""]


@BOTH
def test_what_is_inserted_prints_what_was_shown(desk, lang):
    for one in available(desk, "D1.2b", CUTOFF, lang):
        template = parse(one.placeholder, desk.catalogue)
        assert not template.problems
        assert [placeholder.name for placeholder in template.placeholders] == [one.key]
        if not one.missing and one.key != INNOVATIONS:
            assert fill(desk, template, CUTOFF, lang, head=None)[0].text == one.text


def test_names_and_texts_are_those_of_the_reader(desk):
    chinese, english = ({one.key: one for one in available(desk, "D1.4c", CUTOFF, lang)} for lang in ("zh-Hant", "en"))
    assert (chinese["helpdesk_calls"].name, chinese["helpdesk_calls"].text) == ("線上申辦客服電話", "約 1,612 人次")
    assert english["helpdesk_calls"].text == "about 1,612 calls"
    assert english["helpdesk_calls"].placeholder == "{Helpdesk calls on online applications}"
    assert chinese[INNOVATIONS].placeholder == "{創新服務清單}"


@BOTH
def test_of_what_cannot_be_printed_stands_the_reason(desk, lang):
    found = {one.key: one for one in available(desk, "E2.1c", CUTOFF, lang)}
    assert found["process_rehearsed"].missing
    assert found["staff_survey_response_rate"].missing  # stated for the whole year only
    assert all(len(one.text) > 5 for one in found.values() if one.missing)
    assert not found["mailbox_handled"].missing


def test_a_year_without_innovations_says_so(with_records):
    last = available(with_records(innovations=()), "O2", CUTOFF, "zh-Hant")[-1]
    assert (last.missing, last.text) == (True, "還沒有 114 年（2025）的創新服務清單。")


@BOTH
@pytest.mark.parametrize("what", What)
def test_what_is_offered_can_be_asked_and_prints_what_the_list_shows(desk, lang, what):
    for one in available(desk, "B2.2h", CUTOFF, lang, what):
        template = parse(one.placeholder, desk.catalogue)
        assert not template.problems
        if not one.missing and one.key != INNOVATIONS:
            assert fill(desk, template, CUTOFF, lang, head=None)[0].text == one.text


def test_a_badge_is_offered_with_its_level_and_without_last_year(desk):
    def offered(what):
        return {one.key for one in available(desk, "B2.2h", CUTOFF, "zh-Hant", what)}

    for what in (What.level, What.statement, What.start):
        assert "website_accessibility_badge" in offered(what)
    for what in (What.last_year, What.numerator, What.number):
        assert "website_accessibility_badge" not in offered(what)
    assert "mailbox_dissatisfied_rate" in offered(What.denominator)
    assert "mailbox_handled" not in offered(What.denominator)
    assert INNOVATIONS not in offered(What.status)
