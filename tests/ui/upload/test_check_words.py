"""The first sentence of a check says what is to be changed: the file, or the choice beside it."""

from __future__ import annotations

import pytest

from kpi.errors import Problem
from ui.upload.check import Outcome
from ui.upload.check_words import _verdict


def said(*keys: str) -> str:
    problems = tuple(Problem("error", key, {}) for key in keys)
    return _verdict(Outcome("petitions", problems=problems, errors=len(problems)), "zh-Hant")


@pytest.mark.parametrize("key", ["period-ambiguous", "period-in-future", "calendar-missing"])
def test_a_file_that_is_right_is_not_to_be_mended(key):
    assert "檔案不必修改" in said(key)
    assert "原檔案" not in said(key, "period-needed")


def test_a_cell_that_is_wrong_is_mended_in_the_file():
    assert "原檔案" in said("not-a-date")
    assert "原檔案" in said("not-a-date", "period-ambiguous")
