"""The form of 114 prints every figure that was published for it, in its row, with its qualifier and its own cut-off.

What is expected is spelled here from the published figures themselves, by rules of this file.
"""

from __future__ import annotations

import csv
import re
from datetime import date
from pathlib import Path

import pytest

from kpi.form.template import parse
from warehouse.settings import catalogue as real_catalogue

REFERENCE = Path(__file__).parents[2] / "reference"
MONTHS = {7: "July", 11: "November", 12: "December"}
OTHER_WORDS = {"subscribers": "people", "followers": "people"}  # what our English units call them
RULES = ("frequency", "threshold", "time_limit")  # published as a rule, not as an observation


def rows(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader((REFERENCE / name).read_text(encoding="utf-8-sig").splitlines()))


FIGURES = [pytest.param(row, id=row["id"]) for row in rows("published-figures.csv")]
TITLES = [row["title_zh"] for row in rows("innovations.csv")]


def chinese(row: dict[str, str]) -> str:
    """33,748 件; 1.15 億元; 26萬1,111 人, where it was published so; 57%; 約 before, 以上 behind."""
    if row["value"] == "AAA":
        return "AAA"
    value, unit = int(row["value"]), row["unit_zh"]
    if unit == "%":
        text = f"{value}%"
    elif value >= 10**8:
        text = f"{value / 10**8:g} 億{unit}"
    elif "萬" in row["note"]:
        tens, rest = divmod(value, 10**4)
        text = f"{tens}萬{rest:,} {unit}" if rest else f"{tens} 萬{unit}"
    else:
        text = f"{value:,} {unit}"
    if row["behaviour"] in RULES:
        return text
    return {"about": f"約 {text}", "at least": f"{text}以上"}.get(row["qualifier"], text)


def english(row: dict[str, str]) -> str:
    """33,748 case(s); 115 million TWD; 261,111 people; 57%; about and at least before."""
    if row["value"] == "AAA":
        return "AAA"
    value, unit = int(row["value"]), OTHER_WORDS.get(row["unit_en"], row["unit_en"])
    if unit == "%":
        text = f"{value}%"
    elif value >= 10**9:
        text = f"{value / 10**9:g} billion {unit}"
    elif value >= 10**8:
        text = f"{value / 10**6:g} million {unit}"
    else:
        text = f"{value:,} {unit.removesuffix('s')}"
    return text if row["behaviour"] in RULES or not row["qualifier"] else f"{row['qualifier']} {text}"


def lines_with(text: str, found: str) -> list[str]:
    """The lines that hold a figure as a whole: 1 次 is not in 11 次, nor 4 件 in 94 件."""
    whole = re.compile(rf"(?<![\d.,]){re.escape(found)}")
    return [line for line in text.splitlines() if whole.search(line)]


@pytest.mark.parametrize("row", FIGURES)
def test_every_published_figure_stands_in_its_row(form_zh, row):
    text = form_zh.row(row["framework_code"]).text
    assert lines_with(text, chinese(row)), text


@pytest.mark.parametrize("row", FIGURES)
def test_every_published_figure_stands_in_its_row_in_english(form_en, row):
    text = form_en.row(row["framework_code"]).text
    assert lines_with(text, english(row)), text


@pytest.mark.parametrize("row", [one for one in FIGURES if one.values[0]["period_to"] not in ("", "2025-12-10")])
def test_a_figure_with_a_cut_off_of_its_own_says_so_beside_it(form_zh, form_en, row):
    day = date.fromisoformat(row["period_to"])
    code = row["framework_code"]
    assert any(f"{day.month} 月 {day.day} 日" in line for line in lines_with(form_zh.row(code).text, chinese(row)))
    assert any(f"{day.day} {MONTHS[day.month]}" in line for line in lines_with(form_en.row(code).text, english(row)))


@pytest.mark.parametrize("row", [one for one in FIGURES if one.values[0]["period_from"] not in ("", "2025-01-01")])
def test_a_figure_that_does_not_begin_with_the_year_says_since_when(form_zh, row):
    day = date.fromisoformat(row["period_from"])
    said = f"{day.month} 月 {day.day} 日" if day.year == 2025 else f"{day.year - 1911} 年 {day.month} 月 {day.day} 日"
    assert any(said in line for line in lines_with(form_zh.row(row["framework_code"]).text, chinese(row)))


@pytest.mark.parametrize("row", [one for one in FIGURES if one.values[0]["qualifier"] == "at least"])
def test_at_least_is_said_of_a_figure_that_is_no_exact_one(form_zh, form_en, row):
    code, figure = row["framework_code"], chinese(row)
    before = lines_with(form_zh.row(code).text, figure)[0].split(figure)[0]
    assert "至少" in before or figure.endswith("以上")
    assert f"at least {english(row).removeprefix('at least ')}" in form_en.row(code).text


def test_the_days_to_answer_a_dissatisfied_writer_again_are_printed(form_zh):
    assert lines_with(form_zh.row("E2.1b").text, "5 日")


def test_online_services_are_cited_in_both_rows(form_zh):
    assert all(lines_with(form_zh.row(code).text, "58 項") for code in ("D1.4a", "D1.2b"))


def test_the_rate_is_worked_out_from_the_published_counts(form_zh):
    """39 of 825 letters are 4.7 %."""
    assert lines_with(form_zh.row("E2.1b").text, "4.7%")


def test_the_nine_innovations_are_numbered_items_with_their_titles(form_zh, form_en):
    for form in (form_zh, form_en):
        listed = [line.text for line in form.row("O2").lines if line.listed == "1."]
        assert listed == TITLES
        assert form.row("O2").text.splitlines()[1:] == [f"{n}. {title}" for n, title in enumerate(TITLES, start=1)]


def test_only_rows_without_evidence_print_a_mark_of_what_is_missing_and_it_says_evidence(form_zh, form_en):
    for form, mark, other in ((form_zh, "［缺佐證］", "［無資料］"), (form_en, "[evidence missing]", "[no data]")):
        assert {row.code for row in form.rows if mark in row.text} == {
            row.code for row in form.rows if row.state == "evidence_missing"
        }
        assert not any(other in row.text for row in form.rows)


def test_a_mean_over_whole_months_says_over_which_it_goes(form_zh, form_en):
    """The cut-off is 10 December: the last whole month ends on 30 November."""
    (line,) = lines_with(form_zh.row("O1").text, "約 54 萬次")
    assert "1 月 1 日至 11 月 30 日平均每月瀏覽約 54 萬次" in line
    (line,) = lines_with(form_en.row("O1").text, "about 540,000 view")
    assert "from 1 January to 30 November, a month brought about 540,000 views on average" in line
    assert "截至" not in form_zh.row("O1").text.split("Facebook")[1]


def test_every_row_of_the_framework_is_there_in_its_order(form_zh, form_en):
    codes = [row["code"] for row in rows("framework.csv")]
    assert [row.code for row in form_zh.rows] == [row.code for row in form_en.rows] == codes


def test_the_form_says_that_its_figures_are_synthetic(form_zh):
    assert form_zh.demo


SHIPPED = [
    pytest.param(text, id=f"{code}-{lang}")
    for code, row in real_catalogue().framework.items()
    if row.result
    for lang, text in (("zh", row.result.zh), ("en", row.result.en))
]


@pytest.mark.parametrize("text", SHIPPED)
def test_no_text_that_we_ship_holds_a_figure_itself(catalogue, text):
    template = parse(text, catalogue)
    words = "".join(piece for line in template.lines for piece in line.pieces if isinstance(piece, str))
    assert not re.findall(r"\d|[一二三四五六七八九十百千兩]\s*[件項次則種筆家款類人個日%]", words)
    assert template.placeholders
