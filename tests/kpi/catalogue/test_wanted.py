"""Every mistake in metrics.yml is told in the reader's language: where it stands, and what belongs there."""

from __future__ import annotations

import copy
import re

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from kpi.catalogue import Catalogue, parse
from kpi.catalogue.shorthand import expand
from kpi.catalogue.wanted import wanted
from kpi.errors import CatalogueError, Problem
from lang.problem import words
from warehouse.settings import catalogue_path

TEXT = catalogue_path().read_text(encoding="utf-8")
VALUES = expand(yaml.load(TEXT, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))).values
OWN_WORDS = re.compile(r"flow|ratio|true|false|zh|en|cases|YAML|[a-z_]+(?=[,。])")


def places(values, path=()):
    """Of every shape of place in the file the first one: entries that differ only in their name or number count once."""
    if path:
        yield path
    items = values.items() if isinstance(values, dict) else enumerate(values) if isinstance(values, list) else ()
    for key, value in items:
        yield from places(value, (*path, key))


def shape(path):
    named = {"indicators", "sources", "framework", "units", "columns", "dimensions", "clocks", "late_after"}
    return tuple("*" if i and (path[i - 1] in named or isinstance(part, int)) else part for i, part in enumerate(path))


PLACES = list({shape(path): path for path in places(VALUES)}.values())


@given(
    path=st.sampled_from(PLACES),
    wrong=st.sampled_from([None, -7, 2.5, True, "?", [], ["?"], {}, {"?": "?"}, float("nan")]),
)
@settings(max_examples=200)
def test_whatever_is_wrong_it_is_told_what_belongs_there(path, wrong):
    values = copy.deepcopy(VALUES)
    place = values
    for part in path[:-1]:
        place = place[part]
    place[path[-1]] = wrong
    try:
        Catalogue.model_validate(values)
    except ValidationError as error:
        for item in error.errors():
            if item["type"] not in ("extra_forbidden", "missing"):
                found = wanted(item)
                assert found.key != "wanted-other", (path, wrong, item)
                told, _ = words(Problem("error", "catalogue-wrong-shape", {"path": "", "expected": found}), "zh-Hant")
                rest = OWN_WORDS.sub("", told)
                assert not re.search("[A-Za-z]{3}", rest), told


GROUP = "    from: 2025-01-01\n    rows:\n"
EACH_DAY = TEXT.replace(GROUP, "    rows:\n").replace(", set_by:", ", from: 2025-01-01, set_by:")
"""Every standard says itself from when it holds."""


def told(before: str, after: str) -> list[str]:
    assert before in EACH_DAY
    with pytest.raises(CatalogueError) as refused:
        parse(EACH_DAY.replace(before, after, 1))
    return [words(problem, lang)[0] for problem in refused.value.problems for lang in ("zh-Hant", "en")]


STANDARD = "indicator: website_category_browsing, kind: at_least, value: 3, from: 2025-01-01"


@pytest.mark.parametrize(("after", "zh", "en"), [
    (STANDARD.replace("3", "three"), "這裡要填數字", "a number belongs here"),
    (STANDARD.replace("at_least", "at_leest"), "只能是 at_least, at_most,", "only at_least, at_most,"),
    (STANDARD.replace(" value: 3,", ""), "這種標準要填標準值", "needs a value"),
    (STANDARD.replace("2025-01-01", "114-13-01"), "這裡要填日期", "a date belongs here"),
    (STANDARD.replace(" kind: at_least,", ""), "standards[website_category_browsing].kind", "[website_category_browsing].kind"),
    (STANDARD + ", window: 4", "standards[website_category_browsing].window", "[website_category_browsing].window"),
    (STANDARD + ", reason: {zh: 略}", "browsing].reason.en", "browsing].reason.en"),
])  # fmt: skip
def test_an_entry_of_a_list_is_named_by_its_id(after, zh, en):
    chinese, english = told(STANDARD, after)
    assert "standards[website_category_browsing]" in chinese
    assert "standards[website_category_browsing]" in english
    assert zh in chinese
    assert en in english


@pytest.mark.parametrize(
    "written", ["114-01-01", "114/1/1", '"1140101"', "1140101", '"114 年 1 月 1 日"', "2025/01/01"]
)
def test_a_day_may_be_written_as_an_roc_date(catalogue, written):
    changed = parse(EACH_DAY.replace(STANDARD, STANDARD.replace("2025-01-01", written), 1))
    key = "website_category_browsing"
    assert changed.standards_of(key)[0].start == catalogue.standards_of(key)[0].start
