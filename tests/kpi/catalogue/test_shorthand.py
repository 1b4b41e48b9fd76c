"""The short ways to write metrics.yml say the same as the long ones, and every mistake in them is told with its line."""

import copy
import gzip
import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from kpi.catalogue import parse
from kpi.catalogue.shorthand import expand
from kpi.errors import CatalogueError
from lang import LANGUAGES
from lang.problem import mistake, words

ROOT = Path(__file__).parents[3]
TEXT = (ROOT / "metrics.yml").read_text(encoding="utf-8")
VALUES = yaml.safe_load(TEXT)
IN_FULL = gzip.decompress((ROOT / "tests" / "reference" / "metrics-in-full.yml.gz").read_bytes()).decode("utf-8")
"""The file as it was before there were short ways (``zcat`` shows it): every entry in full, retired keys among them."""
CHANGED: set[str] = set()
"""Names of entries that have been changed on purpose since then."""


def test_the_short_file_says_what_the_file_in_full_said_in_the_same_order():
    before, now = parse(IN_FULL), parse(TEXT)
    assert now.settings == before.settings or "settings" in CHANGED
    for section in ("units", "dimensions", "framework", "sources", "indicators"):
        former, new = getattr(before, section), getattr(now, section)
        assert [key for key in new if key in former] == list(former), section
        assert [key for key, entry in former.items() if new[key] != entry and key not in CHANGED] == [], section
    former, new = ({one.id: one for one in catalogue.standards} for catalogue in (before, now))
    assert [key for key in new if key in former] == list(former)
    assert [key for key, one in former.items() if new[key] != one and key not in CHANGED] == []


def test_what_is_written_out_in_full_is_the_same_catalogue():
    full = expand(VALUES).values
    assert parse(yaml.safe_dump(full, allow_unicode=True, sort_keys=False)) == parse(TEXT)
    assert not {"authorities", "documents", "evidence_rows"} & set(full)


def test_a_file_in_full_is_left_as_it_is():
    full = expand(yaml.safe_load(IN_FULL)).values
    assert expand(copy.deepcopy(full)).values == full


def test_what_was_read_is_not_changed():
    before = copy.deepcopy(VALUES)
    expand(VALUES)
    assert before == VALUES


def test_keys_that_nothing_reads_any_more_do_no_harm_and_others_of_their_name_stay():
    assert "badge_years: 3" in IN_FULL
    assert "published: true" in IN_FULL
    assert "attached: true" in IN_FULL
    text = TEXT.replace("units:\n", "units:\n  attached: {zh: 件, en: attached}\n", 1).replace(
        "  forms_revised:\n", "  published:\n", 1
    ).replace("forms_revised", "published")  # fmt: skip
    now = parse(text)
    assert "attached" in now.units
    assert "published" in now.indicators


def line_of(text: str, needle: str) -> int:
    return next(n for n, line in enumerate(text.splitlines(), start=1) if needle in line)


def refused(text: str) -> list:
    with pytest.raises(CatalogueError) as error:
        parse(text)
    assert all(mistake(problem, lang) for problem in error.value.problems for lang in LANGUAGES)
    return error.value.problems


FIRST = "evidence: service_procedures"
RULES = TEXT[TEXT.index("evidence_rows:\n") : TEXT.index("# ---- Indicators")]


@pytest.mark.parametrize(
    ("before", "after", "where", "key", "told"),
    [
        ("value: 3, set_by: ministry", "value: 3, set_by: minstry", "minstry", "catalogue-unknown-name",
         "standards[website_category_browsing].set_by"),
        ("  - written: form_114", "  - written: form_115", "form_115", "catalogue-unknown-name", "form_114"),
        ("  set_by: ministry\n", "  set_by: nobody\n", "nobody", "catalogue-unknown-name", "evidence_rows.set_by"),
        ("  unit: statement", "  unit: statment", "statment", "catalogue-unknown-name", "statement"),
        ("documents:\n", "documents:\n  old: {zh: 舊, en: old}\n", "  old:", "catalogue-unused", "documents.old"),
        ("authorities:\n", "authorities:\n  old: {zh: 舊, en: old}\n", "  old:", "catalogue-unused", "authorities.old"),
        ("documents:\n", "documents:\n  old: {zh: 舊}\n", "  old:", "catalogue-missing-key", "documents.old.en"),
        ("documents:\n", "documents:\n  old: 舊\n", "  old:", "catalogue-wrong", "documents.old"),
        ("  unit: statement\n", "  unit: statement\n  office: 甲\n", "  office: 甲", "catalogue-unknown-key", "office"),
        ("  unit: statement\n", "", "evidence_rows:", "catalogue-missing-key", "evidence_rows.unit"),
        (RULES, "", FIRST, "catalogue-missing-key", "evidence_rows"),
        (FIRST, f"{FIRST}\n        kind: evidence", "        kind: evidence", "catalogue-twice", "framework.B1.1.evidence"),
        ("evidence: staff_competence", f"{FIRST}  # again", "# again", "catalogue-twice", "framework.B1.1.evidence"),
        (FIRST, "evidence: []", "evidence: []", "catalogue-wrong-shape", "framework.B1.1.evidence"),
        (FIRST, "evidence: 5", "evidence: 5", "catalogue-wrong", "framework.B1.1.evidence"),
        ("    name: {zh: 網站無障礙標章等級", "    unit: statement\n    name: {zh: 網站無障礙標章等級", "    unit: statement",
         "catalogue-twice", "framework.B2.2h.evidence"),
        ("      B1.1:\n", "      B1.1:\n        dimension: basic\n", "        dimension: basic",
         "catalogue-twice", "framework.B1.dimension"),
        ("      B1.3:\n", "      B1.2:\n", None, "catalogue-repeated", "B1.2"),
        ("  D3.1:\n", "  B1.1:  # again\n", "# again", "catalogue-repeated", "B1.1"),
        ("  D3.1:\n", "  D3:\n    rows: {}\n  D3.1:\n", "rows: {}", "catalogue-wrong-shape", "framework.D3.rows"),
        ("  D3.1:\n", "  D3:\n    rows: [1]\n  D3.1:\n", "rows: [1]", "catalogue-wrong-shape", "framework.D3.rows"),
        ("      B1.1:\n", "      B1.1:\n        rest: 1\n", "rest: 1", "catalogue-unknown-key", "framework.B1.1.rest"),
        ("    dimension: basic\n", "    dimension: basik\n", "basik", "catalogue-unknown-name", "basic"),
        ("item: {zh: 服務一致及正確性, en", "item: {zh: 服務一致及正確性, e", "item: {zh: 服務一致及正確性",
         "catalogue-unknown-key", "item.e"),
        ("  D1.2a:\n    source: figures", "  D1.2a:\n    source: figurs", "figurs", "catalogue-unknown-name", "figures"),
        ("    from: 2025-01-01\n    rows:", "    from: 2025-02-30\n    rows:", "2025-02-30", "catalogue-wrong", "from"),
        ("kind: at_least, value: 3", "kind: at_least, value: 3, from: 2025-01-01", "value: 3", "catalogue-twice",
         "standards[website_category_browsing].from"),
        ("id: website_category_browsing,", "id: staff_courtesy,", None, "catalogue-repeated", "staff_courtesy"),
    ],
)  # fmt: skip
def test_a_mistake_in_a_short_way_is_told_with_its_line(before, after, where, key, told):
    assert before in TEXT
    text = TEXT.replace(before, after, 1)
    problems = [problem for problem in refused(text) if problem.key == key]
    assert problems, refused(text)
    assert where is None or line_of(text, where.rstrip("\n")) in [problem.line for problem in problems]
    assert all(any(told in words(problem, lang)[0] for problem in problems) for lang in LANGUAGES)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("  D1.2a:\n    source: figures", "  D1.2a:\n    source: figurs"),
        ("  unit: statement\n", "  unit: statment\n"),
        ("  set_by: ministry\n", "  set_by: nobody\n"),
        ("    from: 2025-01-01\n    rows:", "    from: 2025-02-30\n    rows:"),
        ("  form_114: {zh:", "  form_114: {z:"),
        (FIRST, f"{FIRST}\n        kind: evidence"),
    ],
)
def test_what_is_wrong_in_one_place_is_told_once(before, after):
    assert before in TEXT
    problems = refused(TEXT.replace(before, after, 1))
    assert len({problem.line for problem in problems}) == 1
    assert len(problems) == len({problem.key for problem in problems})


def test_mistakes_in_short_and_long_ways_are_told_at_once():
    text = TEXT.replace("value: 3, set_by: ministry", "value: three, set_by: ministry", 1).replace(
        FIRST, "evidence: 5", 1
    )
    assert {problem.key for problem in refused(text)} == {"catalogue-wrong"}
    assert {problem.line for problem in refused(text)} == {line_of(text, "value: three"), line_of(text, "evidence: 5")}


def test_the_row_of_the_form_and_its_standard_may_be_written_in_full_beside_the_short_ones():
    text = TEXT.replace(FIRST, "kind: evidence", 1)
    item = yaml.safe_dump(
        {"service_procedures": expand(VALUES).values["indicators"]["service_procedures"]}, allow_unicode=True
    )
    text = text.replace("indicators:\n", "indicators:\n" + re.sub("(?m)^", "  ", item).rstrip(" "), 1)
    named = "from: 114-01-01, set_by: ministry, written: form_114"
    text += f"  - {{id: service_procedures, indicator: service_procedures, kind: evidence, {named}}}\n"
    now, before = parse(text), parse(TEXT)
    assert now.indicators == before.indicators
    assert set(now.standards_of("service_procedures")) == set(before.standards_of("service_procedures"))


def test_an_entry_says_only_what_differs_from_what_its_row_brings():
    badge = parse(TEXT).indicators["website_accessibility_badge"]
    assert (badge.name.zh, badge.unit, badge.framework) == ("網站無障礙標章等級", "statement", "B2.2h")


def test_a_hand_counted_figure_must_say_how_its_months_become_one():
    text = TEXT.replace("    unit: ways\n    behaviour: stock\n", "    unit: ways\n", 1)
    (problem,) = refused(text)
    assert (problem.key, problem.column) == ("catalogue-missing-key", "indicators.website_category_browsing.behaviour")


BROKEN = (None, 5, True, "?", [], ["?"], {}, {"rows": 1}, {"rows": {"a": {"rows": []}}}, {1: {2: 3}}, [[["rows"]]])
PLACES = (
    "authorities",
    "documents",
    "evidence_rows",
    "framework",
    "indicators",
    "standards",
    "sources",
    "units",
    "settings",
)


@settings(max_examples=60)
@given(st.lists(st.tuples(st.sampled_from(PLACES), st.integers(0, 5), st.sampled_from(BROKEN)), min_size=1, max_size=3))
def test_whatever_stands_in_a_short_way_it_is_good_or_told(broken):
    values = copy.deepcopy(VALUES)
    for section, place, wrong in broken:
        entries = values.get(section)
        if place and isinstance(entries, dict) and entries:
            entries[list(entries)[place % len(entries)]] = wrong
        elif place and isinstance(entries, list) and entries:
            entries[place % len(entries)] = wrong
        else:
            values[section] = wrong
    text = yaml.safe_dump(values, allow_unicode=True, sort_keys=False)
    try:
        parse(text)
    except CatalogueError as error:
        for problem in error.problems:
            assert 1 <= problem.line <= text.count("\n") + 1
            assert all(mistake(problem, lang) for lang in LANGUAGES)
