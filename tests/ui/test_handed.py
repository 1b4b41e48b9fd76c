"""What holds of everything that any page hands to its components."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from kpi.json_text import json_text
from lang import LANGUAGES
from tests.conftest import ROOT
from tests.ui.conftest import draw
from ui.indicator.view import VIEWS

PAGES = {
    "overview": ({}, {"office": "資訊室"}, {"month": "11", "year": "113"}),
    "months": ({}, {"view": "change", "dimension": "basic"}),
    "changes": ({}, {"since": "week"}),
    "indicator": (
        *({"indicator": "mailbox_dissatisfied_rate", "view": view} for view in VIEWS),
        {"indicator": "service_procedures"}, {"indicator": "petitions_received", "rows": "1"}, {"indicator": "mit_firms"},
    ),
    "assessment": ({}, {"row": "3"}, {"row": "43"}, {"row": "44"}, {"view": "offices"}, {"view": "compare"}, {"view": "editions"}),
    "upload": ({}, {"source": "petitions"}, {"tab": "figures"}),
    "history": ({}, {"load": "5"}, {"load": "99"}, {"tab": "compare"}, {"tab": "closing"}),
    "downloads": ({}, {"indicator": "petitions_received", "view": "office"}),
}  # fmt: skip
EVERY = [(page, query) for page, queries in PAGES.items() for query in queries]
KEYS = set(re.findall(r"^([a-z][\w-]+) =", "".join(p.read_text("utf-8") for p in ROOT.glob("lang/en/*.ftl")), re.M))
NOT_WORDS = ("id", "key", "value", "focus", "stamp", "part", "svg", "fields", "name")  # names of ours and of people


def leaves(data: object, path: tuple = ()) -> Iterator[tuple[tuple, object]]:
    """Every single value with the way to it."""
    if isinstance(data, dict):
        for name, value in data.items():
            yield from leaves(value, (*path, name))
    elif isinstance(data, list | tuple):
        for place, value in enumerate(data):
            yield from leaves(value, (*path, place))
    else:
        yield path, data


def shape(data: object) -> object:
    """Names and lengths, without what is said. (Sentences are cut at what they name: as many pieces as the language needs.)"""
    if isinstance(data, dict):
        return {
            name: shape(value)
            for name, value in data.items()
            if name not in ("pieces", "asks", "svg", "before", "after")
        }
    if isinstance(data, list | tuple):
        return [shape(value) for value in data]
    return bool(data)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("page", "query"), EVERY)
def test_what_is_handed_is_json_and_every_number_in_it_is_one(handed, page, query, lang):
    for key, data in handed(page, lang=lang, **query).items():
        assert json_text(data), key


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("page", "query"), EVERY)
def test_no_text_is_the_key_of_a_message_nor_half_filled(handed, page, query, lang):
    for path, text in leaves(handed(page, lang=lang, **query)):
        if isinstance(text, str) and path[-1] not in NOT_WORDS:
            assert not ("-" in text and text in KEYS), path
            assert not re.search(r"\{ ?\$|\bNone\b|\bnan\b|\u2068|\u2069", text), (path, text)


@pytest.mark.parametrize(("page", "query"), EVERY)
def test_both_languages_are_handed_the_same_things(handed, page, query):
    chinese, english = (handed(page, lang=lang, **query) for lang in LANGUAGES)
    assert [key.removesuffix("-zh-Hant") for key in chinese] == [key.removesuffix("-en") for key in english]
    for one, other in zip(chinese.values(), english.values(), strict=True):
        assert shape(one) == shape(other)


@pytest.mark.parametrize(("page", "query"), EVERY)
def test_the_words_of_a_page_are_in_the_language_of_the_page(handed, page, query):
    for data in handed(page, lang="zh-Hant", **query).values():
        for name, word in data.get("words", {}).items():
            for text in word if isinstance(word, list) else [word]:
                assert re.search(r"[\u4e00-\u9fff]", text), (name, text)
    for data in handed(page, lang="en", **query).values():
        for name, word in data.get("words", {}).items():
            for text in word if isinstance(word, list) else [word]:
                assert not re.search(r"[\u4e00-\u9fff]", text), (name, text)


@pytest.mark.parametrize(("page", "query"), EVERY)
def test_every_indicator_load_and_row_of_the_form_that_is_led_to_is_there(handed, demo, page, query):
    """A row that names an indicator carries its name beside it; so does a load, and a row of the form its standard."""
    known = demo.catalogue.indicators | demo.catalogue.sources
    named = {(key, item.name.get("en")) for key, item in known.items()}
    names = {name for _, name in named}
    loads = {load.load for load in demo.loads(limit=1000)}
    standards = [row.standard.get("en") for row in demo.catalogue.framework.values()]
    for data in handed(page, lang="en", **query).values():
        for row in rows_of(data):
            if "id" in row and row.get("name") in names:
                assert (row["id"], row["name"]) in named
            if "load" in row and isinstance(row["load"], int):
                assert row["load"] in loads
            if "place" in row and "standard" in row:
                assert row["standard"] == standards[row["place"] - 1]


def rows_of(data: object) -> Iterator[dict]:
    if isinstance(data, dict):
        yield data
        for value in data.values():
            yield from rows_of(value)
    elif isinstance(data, list | tuple):
        for value in data:
            yield from rows_of(value)


def test_pages_without_data_say_how_to_begin(house):
    for page in PAGES:
        for lang in LANGUAGES:
            found = draw(page, lang=lang)
            assert found
            for data in found.values():
                assert json_text(data)
            if page not in ("upload", "history"):
                (empty,) = [data["empty"] for data in found.values() if "empty" in data]
                assert len(empty["steps"]) == 3
                assert len(set(empty["steps"])) == 3
