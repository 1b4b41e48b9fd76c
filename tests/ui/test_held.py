"""What the pages hand to their components is what the contracts say. (`tests.ui.conftest.draw` holds all that any test draws.)"""

from __future__ import annotations

import copy

import pytest

from lang import LANGUAGES
from tests.conftest import take
from tests.ui import held
from tests.ui.conftest import draw
from tests.ui.test_handed import EVERY, PAGES
from ui.overview.contract import Fresh, Trend

HEAD = "案件編號,收文日期,結案日期,承辦單位\n"
GOOD, CHANGED = "P1,1141103,1141110,甲組\n", "P1,1141103,1141112,甲組\nP2,1141104,,乙組\n"
WRONG = "P3,114/13/45,,<b>無名組\n"


def test_every_component_is_handed_each_kind_of_data_that_it_may_be(handed, house):
    drawn = [data for page, query in EVERY for data in handed(page, lang="en", **query).values()]
    drawn += [data for page in PAGES for data in draw(page, lang="en").values()]  # without data
    for component, data in held.DATA.items():
        for kind in held.kinds_of(data):
            assert any(not held.faults(kind, held.own(one)) for one in drawn), (component, kind.__name__)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_a_check_of_files_finds_is_handed_as_the_contract_says(house, lang):
    take(house, "petitions", ("陳情_11411.csv", HEAD + GOOD))
    for name, rows in (("陳情_11411.csv", CHANGED), ("陳情_11411.csv", WRONG), ("x.csv", "1,2\n")):
        plan = draw("upload", [(name, (HEAD + rows).encode())], lang=lang, source="petitions")["upload-body"]["plan"]
        assert plan["files"]
        assert plan["refused"] == (rows is not CHANGED)
    assert {"UploadPlan", "CheckedFile", "ColumnPair", "ChangedCell", "UploadProblem", "ListedFile"} <= held.met


# -- the test itself can fail ------------------------------------------------------------------------------------------


@pytest.fixture
def months(handed):
    return copy.deepcopy(handed("months", lang="en")["months"])


def without(data: dict, name: str) -> None:
    del data[name]


@pytest.mark.parametrize(("spoil", "told"), [
    (lambda data: without(data, "legend"), "legend: Field required"),
    (lambda data: without(data["rows"][0]["cells"][0], "say"), "rows.0.cells.0.say: Field required"),
    (lambda data: data.update(surplus=1), "surplus: Extra inputs are not permitted"),
    (lambda data: data["head"].update(surplus=1), "head.surplus: Extra inputs are not permitted"),
    (lambda data: data.update(stamp=1), "stamp: Input should be a valid string"),
    (lambda data: data["rows"][0]["total"].update(open=1), "rows.0.total.open: Input should be a valid boolean"),
    (lambda data: data["rows"][0]["total"].update(step="1"), "rows.0.total.step: Input should be a valid integer"),
    (lambda data: data["rows"][0]["total"].update(status="late"), "rows.0.total.status: Input should be 'met'"),
    (lambda data: data["heard"].update(number=None), "heard.number: Input should be a valid integer"),
])  # fmt: skip
def test_a_key_that_is_missing_or_too_much_and_a_value_of_another_type_are_found(months, spoil, told):
    assert held.wrong("months", months) == []
    spoil(months)
    (found,) = held.wrong("months", months)
    assert found.startswith(told)


def test_data_of_another_component_are_found(handed):
    assert held.wrong("overview", handed("months", lang="en")["months"])


def test_a_pair_is_a_list_of_two_and_a_key_may_be_left_out_where_the_contract_says_so():
    trend = {
        "now": [1, None],
        "before": [],
        "line": [0.5],
        "provisional": False,
        "label": "",
        "special": [(1, "concerning")],
    }
    assert held.faults(Trend, trend) == []
    assert held.faults(Trend, {**trend, "special": [[1]]}) == ["special.0.1: Field required"]
    assert held.faults(Fresh, {"text": ""}) == held.faults(Fresh, {"text": "", "tone": "late"}) == []
