"""The Downloads page: what can be taken home, under which name, and that the files hold what the page says."""

from __future__ import annotations

import csv
import io
import re
from datetime import date

import pytest

from kpi.dates.periods import Period, year_of
from lang import LANGUAGES
from tests.conftest import CUTOFF
from ui.downloads.view import (
    PICTURE,
    SUMMARY,
    VIEWS,
    Asked,
    made,
    picture_file,
    picture_name,
    summary_file,
    summary_name,
)
from ui.shared import cached
from ui.shell.page_context import Frame, framed
from ui.shell.reader_choice import Choice

KEY, CHARTED = "petitions_received", {"lang": "zh-Hant", "indicator": "petitions_received"}
YEAR = year_of(2025)


def frame(lang="zh-Hant", **chosen) -> Frame:
    return framed(lang, cached.version(), Choice(**chosen))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_kind_of_file_has_a_name_and_what_it_is_for(handed, lang):
    found = handed("downloads", lang=lang)
    meeting = found["downloads-meeting"]
    buttons = [*found["downloads-head"]["files"], *meeting["pack"]["files"], *meeting["brief"]["files"]]
    assert [one["id"] for one in found["downloads-head"]["files"]] == list(SUMMARY)
    assert len({one["id"] for one in buttons}) == len(buttons)
    assert all(one["name"] and one["for"] for one in buttons)


def test_only_what_has_numbers_can_be_drawn(handed, catalogue):
    groups = handed("downloads", lang="en")["downloads-chart"]["indicator"]["groups"]
    offered = [one["value"] for group in groups for one in group["options"]]
    assert sorted(offered) == sorted(
        key for key, item in catalogue.indicators.items() if item.measure.kind != "evidence"
    )
    assert "none" in handed("downloads", lang="en", indicator="service_procedures")["downloads-preview"]


@pytest.mark.parametrize("view", VIEWS)
def test_the_preview_is_the_picture_with_what_it_says_in_words(handed, view):
    preview = handed("downloads", view=view, **CHARTED)["downloads-preview"]
    assert preview["svg"].startswith("<svg")
    assert "<script" not in preview["svg"]
    assert "人民陳情受理件數" in preview["alt"]
    assert [one["id"] for one in preview["files"]] == list(PICTURE)


def test_names_of_files_say_what_is_in_them(demo_house):
    page, until = frame(), frame(until=CUTOFF, office="甲/乙組")
    assert summary_name(page, ".xlsx") == "服務品質指標_114年.xlsx"
    assert summary_name(until, ".csv") == "服務品質指標_114年1月至12月10日_甲／乙組.csv"
    name = picture_name(page, KEY, "month", ".png")
    assert name.startswith("人民陳情受理件數_")
    assert name.endswith("_114年.png")
    assert "甲" not in picture_name(until, KEY, "office", ".svg")  # all offices are in it
    assert re.fullmatch(r"[^/\\:*?\"<>|]+\.xlsx", summary_name(frame("en", until=date(2025, 2, 28)), ".xlsx"))


def test_the_summary_holds_the_indicators_of_the_page(demo_house):
    content = summary_file(".csv", cached.version(), Period(YEAR.start, YEAR.end), None, "zh-Hant").decode("utf-8-sig")
    rows = [row for row in csv.reader(io.StringIO(content)) if row]
    names = {item.name.zh for item in demo_house.catalogue.indicators.values()}
    assert {cell for row in rows for cell in row} >= names
    (line,) = [row for row in rows if "人民陳情受理件數" in row]
    assert "100" in line


def test_a_picture_is_made_in_both_kinds(demo_house):
    given = (cached.version(), YEAR, None, KEY, "month", "zh-Hant")
    assert picture_file(".svg", *given).startswith(b"<svg")
    assert picture_file(".png", *given).startswith(b"\x89PNG\r\n\x1a\n")


def test_nothing_is_made_that_was_not_asked_for(demo_house):
    page = frame()
    assert made(page, Asked(KEY, "month"), SUMMARY, None) is None
    assert made(page, Asked(KEY, "month"), SUMMARY, ".png") is None
    assert made(page, Asked(None, "month"), PICTURE, ".png") is None
    found = made(page, Asked(KEY, "month"), PICTURE, ".svg")
    assert (found["type"], found["trouble"]) == ("image/svg+xml", "")
