"""Pictures are drawn here, without a browser, and hold what the chart says."""

from __future__ import annotations

import re
import struct
from datetime import date
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest

from kpi.dates.periods import Period
from present.charts.axis import axis_ticks, ticks
from present.charts.breakdown import office_chart
from present.charts.year import year_chart
from present.text_width import width_of, wrap
from publish.pictures import fonts, writer
from publish.pictures.canvas import LAST_YEAR, STANDARD, THIS_YEAR, spread
from publish.pictures.writer import NoCjkFont, cjk_font, to_png, to_svg

CUTOFF = date(2025, 12, 10)


@pytest.fixture(scope="module")
def model(catalogue, book):
    return year_chart(catalogue, book, "mailbox_dissatisfied_rate", CUTOFF, "zh-Hant")


@pytest.fixture(scope="module")
def svg(model) -> str:
    return to_svg(model)


def texts(svg: str) -> list[str]:
    return ["".join(e.itertext()) for e in ElementTree.fromstring(svg).iter() if e.tag.endswith("}text")]


def test_the_picture_holds_title_series_standard_note_and_months(svg, model):
    words = texts(svg)
    assert model.title in words
    assert {"114 年", "113 年", "1 月", "12 月", "5%"} <= set(words)
    assert model.steps[0].label in words
    assert any("示範資料" in word for word in words)


def test_each_role_has_its_colour(svg):
    assert {THIS_YEAR, LAST_YEAR, STANDARD} <= set(re.findall(r"#[0-9a-f]{6}", svg))


def test_every_point_of_both_years_is_drawn_and_the_provisional_one_is_hollow(svg, model):
    for series in model.series:
        for mark in series.marks:
            assert mark.label in svg
    element = next(e for e in ElementTree.fromstring(svg).iter() if "暫定值" in (e.get("aria-label") or ""))
    assert (element.get("fill"), element.get("stroke")) == ("#ffffff", THIS_YEAR)


def test_a_month_without_value_breaks_the_line(catalogue, gap_book):
    """January, February | April, May: two lines, none across March."""
    drawn = to_svg(year_chart(catalogue, gap_book, "website_link_checks", date(2025, 5, 31), "zh-Hant"))
    thick = [
        e for e in ElementTree.fromstring(drawn).iter() if e.get("stroke") == THIS_YEAR and e.get("stroke-width") == "3"
    ]
    assert [e.get("d").count("L") for e in thick] == [1, 1]


def test_no_text_lies_outside_the_picture(svg):
    root = ElementTree.fromstring(svg)
    width, height = float(root.get("width")), float(root.get("height"))

    def walk(element, x, y):
        place = re.findall(r"translate\(([-\d.]+)[, ]+([-\d.]+)\)", element.get("transform", ""))
        for a, b in place:
            x, y = x + float(a), y + float(b)
        if element.tag.endswith("}text") and "".join(element.itertext()).strip():
            size = float(element.get("font-size", "12px")[:-2])
            length = width_of("".join(element.itertext()), size)
            left = x - {"middle": length / 2, "end": length}.get(element.get("text-anchor"), 0)
            assert left >= 0, "".join(element.itertext())
            assert left + length <= width + 4, "".join(element.itertext())
            assert 0 < y <= height
        for child in element:
            walk(child, x, y)

    walk(root, 0, 0)


def test_a_png_is_twice_as_large_as_the_drawing(model, svg):
    png = to_png(model)
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", png[16:24])
    root = ElementTree.fromstring(svg)
    assert abs(width - 2 * float(root.get("width"))) <= 2
    assert abs(height - 2 * float(root.get("height"))) <= 2


def test_office_dots_show_every_office_with_its_value(catalogue, book):
    dots = office_chart(catalogue, book, "mailbox_handled", Period(date(2025, 1, 1), CUTOFF), "zh-Hant")
    words = texts(to_svg(dots))
    assert {"永續發展組", "499 件", "產業政策組", "326 件", "全機關：825 件"} <= set(words)


def test_without_a_chinese_font_a_sentence_names_the_package(model, monkeypatch, tmp_path):
    from lang import say

    with pytest.raises(NoCjkFont) as refused:
        cjk_font(ask=None, folders=[tmp_path])
    for lang in ("zh-Hant", "en"):
        assert "fonts-noto-cjk" in say(refused.value.key, lang, **refused.value.params)
    monkeypatch.setattr(writer, "cjk_font", lambda: cjk_font(ask=None, folders=[tmp_path]))
    with pytest.raises(NoCjkFont):
        to_svg(model)


def test_without_a_chinese_font_an_english_chart_is_still_drawn(catalogue, book, monkeypatch, tmp_path):
    monkeypatch.setattr(writer, "cjk_font", lambda: cjk_font(ask=None, folders=[tmp_path]))
    assert "2025" in texts(to_svg(year_chart(catalogue, book, "mailbox_handled", CUTOFF, "en")))


def test_a_known_font_file_is_found_without_fontconfig(tmp_path, monkeypatch):
    found: list[str] = []
    monkeypatch.setattr(fonts.vl_convert, "register_font_directory", found.append)
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "NotoSansTC-Regular.otf").touch()
    assert cjk_font(ask=None, folders=[Path("/nowhere"), tmp_path]) == "Noto Sans TC"
    assert found == [str(tmp_path / "deep")]


def test_wrapped_lines_fit_and_lose_nothing():
    text = "12 月尚未結束，為暫定值（資料到 114/12/10）；往年為整月。示範資料，不是實際統計。"
    lines = wrap(text, 12, 200)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert len(lines) > 2
    assert all(width_of(line, 12) <= 200 for line in lines)
    assert not any(line[0] in "，。；）" for line in lines)


def test_labels_are_moved_apart_but_no_further():
    assert spread([100, 104, 300], 18) == [93, 111, 300]
    close = sorted(spread([10, 10, 10, 12], 18))
    assert all(b - a >= 18 - 1e-9 for a, b in pairwise(close))


def test_axis_steps_are_round_and_hold_all_values():
    assert ticks(0, 6.7) == [0, 2, 4, 6, 8]
    assert axis_ticks([82, 60], from_zero=True, percent=False, whole=True) == [0, 20, 40, 60, 80, 100]
    assert axis_ticks([0, 0], from_zero=True, percent=False, whole=True)[-1] >= 1
    rate = axis_ticks([97.2, 99.9, 100], from_zero=False, percent=True, whole=False)
    assert rate[-1] == 100
    assert 90 <= rate[0] < 97.2
