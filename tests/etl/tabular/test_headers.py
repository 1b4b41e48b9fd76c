"""What a hostile file may hold many of, or long: headers, unknown names. Counted, as a clock would say another thing each day."""

from __future__ import annotations

from difflib import SequenceMatcher

import pytest

import etl.tabular.headers
import etl.tabular.near_names
from etl.reading import read
from etl.tabular.headers import LONGEST_HEADER, MOST_COMPARED, Spellings, fold_header, header_block
from etl.tabular.near_names import LONGEST, MOST_WORDS, Nearest
from kpi.errors import did_you_mean
from tests.conftest import check

HEAD = "案件編號,收文日其,結案日期,承辦單位"
SLIPS = [f"收文日{number}" for number in range(MOST_COMPARED * 3)]


@pytest.fixture
def compared(monkeypatch):
    """The pairs of headers that were held against one another."""
    pairs = []

    class Counted(SequenceMatcher):
        def __init__(self, junk, one, two, **more):
            pairs.append((one, two))
            super().__init__(junk, one, two, **more)

    monkeypatch.setattr(etl.tabular.headers, "SequenceMatcher", Counted)
    return pairs


def test_so_many_unknown_headers_are_compared_and_each_once(warehouse, compared):
    plan = check(warehouse, "petitions", ("a_11411.csv", f"{HEAD},{','.join(SLIPS)}\nP1,1141103,,甲組\n"))
    assert plan.refused
    assert len({one for one, _ in compared}) == MOST_COMPARED
    assert len(set(compared)) == len(compared)


def test_the_first_headers_are_asked_about_however_many_come_after_them(warehouse):
    wide = f"{HEAD},{','.join(f'欄{number}' for number in range(MOST_COMPARED * 3))}\nP1,1141103,,甲組\n"
    assert [guess.header for guess in check(warehouse, "petitions", ("a_11411.csv", wide)).files[0].guesses] == [
        "收文日其"
    ]


def test_a_long_header_is_none_of_ours_nor_like_one(warehouse, compared, monkeypatch):
    """Nor is it looked through: not as a header, and not for persons."""
    looked_at = []
    real = etl.tabular.headers.visible
    monkeypatch.setattr(etl.tabular.headers, "visible", lambda text: looked_at.append(len(text)) or real(text))
    long = "收文日期" + " " * LONGEST_HEADER + "．" * 30_000
    plan = check(warehouse, "petitions", ("a_11411.csv", f"{HEAD.replace('收文日其', long)}\nP1,1141103,,甲組\n"))
    assert [one.key for one in plan.files[0].problems if one.severity == "error"] == ["column-missing"]
    assert max(looked_at) <= LONGEST_HEADER
    assert compared == []
    assert fold_header(long) == long


def test_each_cell_above_the_data_is_folded_once(catalogue, monkeypatch):
    calls = []
    monkeypatch.setattr(etl.tabular.headers, "fold_header", lambda text: calls.append(text) or fold_header(text))
    spellings = Spellings(catalogue.source("petitions"), {}, {})
    rows = [[f"甲{row}乙{column}" for column in range(50)] for row in range(40)]
    sheet = read("a.csv", "\n".join(map(",".join, rows)).encode()).sheets[0]
    calls.clear()
    assert header_block(sheet, spellings) is None
    assert len(calls) == 40 * 50


def test_the_nearest_names_are_looked_for_so_many_times(warehouse, monkeypatch):
    words = []
    monkeypatch.setattr(
        etl.tabular.near_names, "did_you_mean", lambda word, names: words.append(word) or did_you_mean(word, names)
    )
    rows = "".join(f"P{number},1141103,,甲組{number}\n" for number in range(MOST_WORDS * 2))
    plan = check(warehouse, "petitions", ("a_11411.csv", f"{HEAD.replace('其', '期')}\n{rows}"))
    problems = plan.files[0].problems
    assert len(problems) == MOST_WORDS * 2
    assert len(words) == MOST_WORDS
    assert problems[0].params["near"].startswith("甲組")
    assert problems[-1].params["near"]  # the names that there are


def test_a_long_word_is_cut_before_names_are_held_against_it(monkeypatch):
    words = []
    monkeypatch.setattr(etl.tabular.near_names, "did_you_mean", lambda word, names: words.append(word) or [])
    assert Nearest(["甲組"])("甲" * 30_000) == []
    assert words == ["甲" * LONGEST]
