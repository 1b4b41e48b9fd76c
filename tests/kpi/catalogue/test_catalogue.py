"""metrics.yml covers the form and the published figures, and its mistakes are named by line."""

import csv
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.kept_words import Recognised
from kpi.catalogue import parse
from kpi.errors import CatalogueError
from lang import LANGUAGES
from lang.problem import mistake

ROOT = Path(__file__).parents[3]
TEXT = (ROOT / "metrics.yml").read_text(encoding="utf-8")
REFERENCE = ROOT / "tests" / "reference"


def rows(name):
    return list(csv.DictReader((REFERENCE / name).read_text(encoding="utf-8-sig").splitlines()))


def test_every_row_of_the_framework_is_there_as_it_is_written():
    catalogue = parse(TEXT)
    assert list(catalogue.framework) == [row["code"] for row in rows("framework.csv")]
    for row in rows("framework.csv"):
        ours = catalogue.framework[row["code"]]
        assert (ours.item.zh, ours.indicator.zh, ours.standard.zh, ours.kind) == (
            row["item_zh"], row["indicator_zh"], row["standard_zh"], row["kind"],
        )  # fmt: skip
        assert any(item.framework == row["code"] for item in catalogue.indicators.values())


def test_every_published_figure_is_an_indicator_or_a_standard_under_its_id():
    catalogue = parse(TEXT)
    known = set(catalogue.indicators) | {standard.id for standard in catalogue.standards}
    assert {row["id"] for row in rows("published-figures.csv")} <= known


def test_no_standard_without_who_set_it():
    assert all(standard.set_by.zh and standard.set_by.en for standard in parse(TEXT).standards)


def line_of(text: str, needle: str) -> int:
    return next(n for n, line in enumerate(text.splitlines(), start=1) if needle in line)


@pytest.mark.parametrize(
    ("before", "after", "where", "key"),
    [
        ("    behaviour: stock\n", "    behavior: stock\n", "behavior: stock", "catalogue-unknown-key"),
        ("    unit: services\n", "    unit: servces\n", "unit: servces", "catalogue-unknown-name"),
        ("    behaviour: stock\n", "    behaviour: stok\n", "behaviour: stok", "catalogue-wrong"),
        (
            "measure: {kind: on_time, clock: case}",
            "measure: {kind: on_time, clock: cse}",
            "clock: cse",
            "catalogue-unknown-name",
        ),
        ("where: {method: 線上}", "where: {method: 網上}", "網上", "catalogue-unknown-name"),
        ("where: {method: 線上}", "where: {metod: 線上}", "metod", "catalogue-unknown-name"),
        ("or: [supplement_notice_2,", "or: [supplement_notice_9,", "supplement_notice_9", "catalogue-unknown-name"),
        ("units:\n", "units: [\n", None, "catalogue-syntax"),
        ("from: 2025-01-01", "from: 2025-02-30", "2025-02-30", "catalogue-wrong"),
        ("from: 2025-01-01", "from: 114-13-01", "114-13-01", "catalogue-wrong"),
        ("from: 2025-01-01", "from: !!timestamp 1/1", "!!timestamp", "catalogue-wrong"),
        ("attachment_mb: 10", "attachment_mb: " + "9" * 5000, "9999", "catalogue-wrong"),
        ("attachment_mb: 10", "attachment_mb: 0x", "attachment_mb", "catalogue-wrong"),
        ("timezone: Asia/Taipei", "timezone: Asia/Taipe", "Asia/Taipe", "catalogue-wrong"),
        ("timezone: Asia/Taipei", "timezone: Asia", "timezone", "catalogue-wrong"),
        ("timezone: Asia/Taipei", "timezone: ../etc", "timezone", "catalogue-wrong"),
        ("late_after: {applications", "late_after: {aplications", "aplications", "catalogue-unknown-name"),
        ("late_after: {applications: 10", "late_after: {applications: 99999999999", "late_after", "catalogue-wrong"),
        ("attachment_mb: 10", "attachment_mb: -3", "attachment_mb", "catalogue-wrong"),
        ("updated: updated", "updated: updatd", "updatd", "catalogue-unknown-name"),
        ("\n  petitions:\n", "\n  petitions-2:\n", "petitions-2", "catalogue-wrong"),
        ("\n  closures:\n", "\n  closed_days:\n", "sources:", "catalogue-missing-key"),
        (
            "[案件編號, 案號, 陳情編號], required: true, filled: true",
            "[案件編號, 案號, 陳情編號]",
            "[案件編號, 案號, 陳情編號]",
            "catalogue-may-be-blank",
        ),
        (
            "[收文日期, 受理日期, 收件日期], required: true, filled: true",
            "[收文日期, 受理日期, 收件日期], required: true",
            "[收文日期, 受理日期, 收件日期]",
            "catalogue-may-be-blank",
        ),
        (
            "document_no: {type: identifier",
            "document_no: {type: code",
            "document_no: {type: code",
            "catalogue-missing-key",
        ),
        ("from: 2025-01-01", "from: 9999-12-31", "9999", "catalogue-wrong"),
        ("from: 2025-01-01", "from: 0001-01-01", "from: 0001", "catalogue-wrong"),
        ("limit: 30, days", "limit: 0, days", "limit: 0", "catalogue-wrong"),
        ("value: 3", "value: .inf", ".inf", "catalogue-wrong"),
        ("value: 3", "value: .nan", ".nan", "catalogue-wrong"),
        ("value: 3", "value: 1.0e+999", "e+999", "catalogue-wrong"),
        ("high: 730", "high: .inf", ".inf", "catalogue-wrong"),
        ("attachment_mb: 10", "attachment_mb: \x0110", "attachment_mb", "catalogue-character"),
        ("attachment_mb: 10", "attachment_mb: " + "[" * 30_000, "attachment_mb", "catalogue-nested"),
        ("attachment_mb: 10", "attachment_mb: &x [*x]", "attachment_mb", "catalogue-nested"),
    ],
)
def test_a_mistake_is_named_with_its_line(before, after, where, key):
    assert before in TEXT
    text = TEXT.replace(before, after, 1)
    with pytest.raises(CatalogueError) as refused:
        parse(text)
    found = {problem.key: problem.line for problem in refused.value.problems}
    assert key in found
    if where:
        assert found[key] == line_of(text, where)


def test_what_may_be_left_out_is_missed_by_nothing():
    text = re.sub(r"\n  ministry: .*", "", TEXT)
    assert text != TEXT
    without = parse(text)
    assert without.settings.ministry is None
    assert Recognised(without, ()).kept(without.settings.agency.zh) == without.settings.agency.zh


def test_what_refers_to_what_refers_again_is_not_written_out():
    rows = [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)]
    with pytest.raises(CatalogueError) as refused:
        parse("\n".join(["a0: &a0 [x]", *rows]))
    assert [problem.key for problem in refused.value.problems] == ["catalogue-nested"]


BROKEN = ("2025-02-30", ".inf", "[]", "{a: 1}", "~", "0x", "-1", "9" * 30, "true", "!!int x", "&z [*z]", "*ratings", "[[1]]", "'", "\x01",
          "!!set {a}", "{not: [1], at_least: {column: q}}", "\t", ": ", "!!binary gICA", "", "-", "2025-01-01 25:00:00")  # fmt: skip
SPOTS = [place.span(1) for place in re.finditer(r"[:,\[] ([^\s,\[\]{}][^,\[\]{}\n]{0,80})", TEXT)]


@settings(max_examples=25)
@given(st.sampled_from(SPOTS), st.sampled_from(BROKEN))
def test_whatever_stands_there_is_good_or_named_with_its_line_in_both_languages(spot, broken):
    text = TEXT[: spot[0]] + broken + TEXT[spot[1] :]
    try:
        parse(text)
    except CatalogueError as refused:
        for problem in refused.problems:
            assert 1 <= problem.line <= text.count("\n") + 1
            assert all(mistake(problem, lang) for lang in LANGUAGES)


def test_all_mistakes_at_once():
    text = TEXT.replace("    unit: services\n", "    unit: servces\n", 1).replace("clock: case}", "clock: cse}", 1)
    with pytest.raises(CatalogueError) as refused:
        parse(text)
    assert len(refused.value.problems) == 2


def test_an_empty_file_is_named():
    with pytest.raises(CatalogueError):
        parse("")


@pytest.mark.parametrize(
    ("before", "after", "key", "near"),
    [
        ("發布新聞稿 {press_releases}", "發布新聞稿 {press_relases}", "placeholder-unknown", "press_releases"),
        ("{press_releases} issued", "{Pres releases} issued", "placeholder-unknown", "Press releases"),
        ("{mit_firms} and", "{mit_firms|now} and", "placeholder-option", None),
        ("占收辦件數 {mailbox_dissatisfied_rate}", "占收辦件數 {mailbox_dissatisfied_rate", "placeholder-brace", None),
    ],
)
def test_a_wrong_placeholder_of_the_form_is_named_with_its_line_and_names_near_it(before, after, key, near):
    assert TEXT.count(before) == 1
    text = TEXT.replace(before, after)
    with pytest.raises(CatalogueError) as refused:
        parse(text)
    (problem,) = refused.value.problems
    assert (problem.key, problem.line) == (key, line_of(text, after))
    assert near is None or near in problem.params["near"]


def test_the_line_of_a_text_that_is_no_block_is_that_of_its_key():
    text = TEXT.replace('zh: "{online_services}服務', 'zh: "{online_service}服務', 1)
    with pytest.raises(CatalogueError) as refused:
        parse(text)
    assert [problem.line for problem in refused.value.problems] == [line_of(text, "{online_service}")]
