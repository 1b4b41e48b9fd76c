"""What is typed comes out of its workbook letter by letter; only what no file can hold is left out."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.reading import read
from etl.typed_in.evidence import attach
from etl.typed_in.rows_as_file import as_workbook
from lang.xml_safe import xml_safe
from tests.conftest import ACTOR, NOW, take
from tests.samples.attached import good


def through(catalogue, text: str) -> str:
    """A statement of evidence, through the workbook and the reader."""
    source = catalogue.sources["evidence"]
    rows = read("佐證.xlsx", as_workbook(source, [{"indicator": "甲", "statement": text}])).sheets[0].rows
    return rows[1][list(source.columns).index("statement")]


@pytest.mark.parametrize(
    "text",
    [
        "_x0041_",
        "報告_x0031_.pdf",
        "_x005F_x0041_",
        "_x0041_x0042_",
        "_xfffe_",
        "_x000D_",
        "_X0041_",
        "_x41_",
        "__x0041__",
    ],
)
def test_what_looks_like_an_escape_is_kept_letter_by_letter(catalogue, text):
    assert through(catalogue, text) == text


@pytest.mark.parametrize("sign", ["\ufffe", "\uffff", "\ud800", "\x00", "\x0b", "\x1f"])
def test_what_no_file_can_hold_is_left_out(catalogue, sign):
    assert through(catalogue, f"前{sign}後") == "前後"


def test_lines_and_tabs_stay(catalogue):
    assert through(catalogue, "一\n二\t三  四") == "一\n二\t三  四"


@given(
    text=st.lists(st.characters(codec=None, exclude_characters="\r") | st.sampled_from(["_x0041_", "_x", "005F_"])).map(
        "".join
    )
)
@settings(max_examples=150)
def test_any_text_comes_through(catalogue, text):
    assert through(catalogue, f"前{text}後") == xml_safe(f"前{text}後")


def test_an_attachment_keeps_its_name(warehouse):
    head = "參考標準,佐證說明,資料日期,組室\n"
    take(warehouse, "evidence", ("佐證.csv", f"{head}barrier_free_inspection,完成檢測,114/03/12,甲組\n"))
    attach(warehouse, "barrier_free_inspection", date(2025, 3, 12), "報告_x0031_.pdf", good()[".pdf"], ACTOR, NOW)
    assert [one.name for one in warehouse.attachments()] == ["報告_x0031_.pdf"]
