"""A file that was asked for comes whole, under its name; one that cannot be made says why."""

from __future__ import annotations

import base64
import logging

import pytest

from kpi.errors import KpiError
from lang import LANGUAGES, say
from publish.form.files import WRITERS as FORM
from publish.pack.files import BRIEF_WRITERS, PACK_WRITERS
from publish.summary import WRITERS as SUMMARY
from ui.shared.download import TYPES, made


def test_the_content_comes_whole():
    content = bytes(range(256)) * 5
    found = made("彙總表.xlsx", lambda: content, "zh-Hant")
    assert base64.b64decode(found["content"]) == content
    assert (found["name"], found["type"], found["trouble"]) == ("彙總表.xlsx", TYPES[".xlsx"], "")
    assert found["token"] != made("彙總表.xlsx", lambda: content, "zh-Hant")["token"]  # each is saved once


def test_every_kind_of_file_that_is_made_has_its_type():
    assert {*SUMMARY, *FORM, *PACK_WRITERS, *BRIEF_WRITERS, ".png", ".svg"} == set(TYPES)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_refusal_is_a_sentence(lang):
    def refuse() -> bytes:
        raise KpiError("mend-none", file="<b>a.xlsx")

    found = made("a.xlsx", refuse, lang)
    assert (found["content"], found["trouble"]) == ("", say("mend-none", lang, file="<b>a.xlsx"))


def test_a_fault_of_ours_is_told_and_logged(caplog):
    with caplog.at_level(logging.ERROR):
        found = made("a.xlsx", lambda: [][0], "en")
    assert (found["content"], found["trouble"]) == ("", say("dl-failed", "en"))
    assert "IndexError" in caplog.text
