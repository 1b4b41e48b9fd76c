"""JSON never holds what is none: one function writes it, and it refuses numbers that are not finite."""

import re
from pathlib import Path

import pytest

from kpi.json_text import json_text

ROOT = Path(__file__).parents[1]
ROOMS = ("etl", "kpi", "lang", "opendocument", "pages", "present", "publish", "ui", "warehouse")


@pytest.mark.parametrize("value", [float("inf"), float("-inf"), float("nan"), {"a": [1, float("nan")]}])
def test_what_is_not_finite_is_never_written(value):
    with pytest.raises(ValueError, match="not JSON compliant"):
        json_text(value)


def test_letters_are_written_as_they_are():
    assert json_text({"組": 1.5}) == '{"組": 1.5}'


def test_nothing_else_writes_json():
    writing = re.compile(r"\bjson\.dumps?\(|\bto_json\(|\borjson\b")
    files = [path for room in ROOMS for path in (ROOT / room).rglob("*.py") if path.name != "json_text.py"]
    assert len(files) > 100
    assert [path.name for path in files if writing.search(path.read_text(encoding="utf-8"))] == []
