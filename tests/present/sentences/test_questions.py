"""The question is true: an office or a category is named only where it stands out, and what is named can be found."""

from __future__ import annotations

from datetime import date

import pytest

from kpi.catalogue import Behaviour, StandardKind, standard_from
from kpi.dates.periods import Period, year_of
from kpi.evaluate import evaluate
from kpi.observations import Book, Observation, Office, Reach, Scope
from kpi.sentence import Named, Sentence
from kpi.status import Status
from lang import sentence
from present.charts.breakdown import Dot, OfficeDots, category_chart, office_chart
from present.sentences.questions import marked, named, questions
from ui.indicator.provenance import FEW_PARTS, in_sight
from ui.indicator.suggested_questions import pieces

ON_TIME, RATE, COUNT, MEAN = (
    "applications_on_time_rate",
    "mailbox_dissatisfied_rate",
    "mailbox_handled",
    "phone_score_mean",
)
YEAR, DAY = year_of(2025), date(2025, 3, 3)
NONE = OfficeDots("", "", "", False, (), None, "", "")


def ask(catalogue, lots, key=ON_TIME, office=None, offices=None, lang="zh-Hant", rule=None):
    """Questions of one year. ``lots``: office (and category) -> (numerator, denominator)."""
    rows = [
        Observation(key, DAY, DAY, *(name if isinstance(name, tuple) else (name, None)), None, float(above), below)
        for name, (above, below) in lots.items()
    ]
    names = dict.fromkeys(row.office for row in rows)
    reach = {catalogue.indicators[key].source: Reach((Period(date(2024, 1, 1), date(2025, 12, 31)),))}
    book = Book(1, {key: rows}, reach, tuple(offices or map(Office, names)), {key: (rule,)} if rule else {})
    result = evaluate(catalogue, book, key, YEAR, Scope(office))
    dots = office_chart(catalogue, book, key, YEAR, lang)
    by_category = category_chart(catalogue, book, key, YEAR, lang, Scope(office))
    asks = questions(catalogue, result, dots, lambda: by_category, None)
    return [one.key for one in asks], [sentence(one, lang, catalogue) for one in asks], asks, dots


@pytest.fixture(scope="module", autouse=True)
def within_limits(catalogue):
    """The rules below speak of a rate that is met only when no case is over its limit."""
    rule = catalogue.standards_of(ON_TIME)[-1]
    assert rule.kind is StandardKind.time_limit
    assert catalogue.indicators[ON_TIME].behaviour is Behaviour.ratio


def test_an_office_far_beyond_its_share_is_named_with_both_shares(catalogue):
    keys, said, asks, _ = ask(catalogue, {"甲組": (80, 100), "乙組": (498, 500), "丙組": (397, 400)})
    assert keys[0] == "ui-ask-overdue-offices-alone"
    assert "逾限的 25 件中，甲組有 20 件（占逾限 80%，只占案件 10%）" in said[0]
    assert named(asks)[0] == Named("甲組", "offices", "甲組")
    assert not any("甲組" in text for text in said[1:])  # once is enough


def test_one_large_office_holds_its_share(catalogue):
    keys, said, _, _ = ask(catalogue, {"甲組": (369, 410), "乙組": (270, 300), "丙組": (261, 290)})
    assert keys[0] == "ui-ask-overdue-offices-share"
    assert "占逾限 41%，也占案件 41%" in said[0]


@pytest.mark.parametrize(
    "lots",
    [
        {"甲組": (24, 30), "乙組": (294, 300), "丙組": (699, 700)},  # a tie at the top
        {"甲組": (0, 8), "乙組": (899, 900), "丙組": (898, 900)},  # fewer than ten cases
    ],
)
def test_nobody_is_named_where_two_are_at_the_top_or_there_are_too_few(catalogue, lots):
    keys, said, asks, _ = ask(catalogue, lots)
    assert keys[0] == "ui-ask-overdue-offices-spread"
    assert not any(name in said[0] for name in lots)


@pytest.mark.parametrize("lots", [{"甲組": (80, 100)}, {"甲組": (100, 100), "乙組": (50, 50)}])
def test_one_office_alone_and_no_late_case_ask_nothing_of_offices(catalogue, lots):
    assert not [key for key in ask(catalogue, lots)[0] if "overdue" in key or "office" in key]


def test_what_was_merged_counts_where_it_is_now(catalogue):
    offices = (Office("甲組"), Office("乙組"), Office("舊組", end=date(2025, 6, 30), successor="甲組"))
    keys, said, _, dots = ask(
        catalogue, {"甲組": (45, 50), "舊組": (35, 50), "乙組": (895, 900)}, offices=offices
    )  # fmt: skip
    assert [dot.n for dot in dots.rows if dot.name == "甲組"] == [100]
    assert "甲組有 20 件（占逾限 80%，只占案件 10%）" in said[0]


def test_a_category_is_named_as_an_office_is(catalogue):
    """Offices are as good as each other, one item is not."""
    lots = {
        (office, item): pair for office in ("甲組", "乙組") for item, pair in (("退稅", (40, 50)), ("減免", (450, 451)))
    }
    keys, said, asks, _ = ask(catalogue, lots)
    assert keys[:2] == ["ui-ask-overdue-offices-spread", "ui-ask-overdue-categories-alone"]
    assert "「退稅」有 20 件（占逾限 91%，只占案件 10%）" in said[1]
    assert named(asks) == [Named("退稅", "categories", "退稅")]


def test_of_one_office_only_its_categories_are_asked(catalogue):
    lots = {("甲組", "退稅"): (40, 50), ("甲組", "減免"): (450, 451), ("乙組", "退稅"): (0, 50)}
    keys, said, _, _ = ask(catalogue, lots, office="甲組")
    assert keys[0] == "ui-ask-overdue-categories-alone"
    assert "逾限的 11 件中，「退稅」有 10 件" in said[0]


def test_two_offices_that_lie_as_far_out_are_counted_and_not_named(catalogue):
    keys, said, asks, _ = ask(catalogue, {"甲組": (40, 100), "乙組": (40, 100), "丙組": (5, 1000)}, key=RATE)
    assert keys[0] == "ui-ask-offices-worse"
    assert "有 2 個組室" in said[0]
    assert not named(asks)


@pytest.mark.parametrize(("key", "lots"), [
    ("petitions_received", {"甲組": (900, None), "乙組": (1, None)}), (MEAN, {"甲組": (900.0, 20.0), "乙組": (1900.0, 20.0)}),
])  # fmt: skip
def test_of_what_has_no_cases_behind_it_no_office_is_named(catalogue, key, lots):
    _, _, asks, dots = ask(catalogue, lots, key=key)
    assert not named(asks)
    assert marked(catalogue, key, dots) == {}


def test_what_is_named_is_a_link_and_stands_in_the_list_that_is_seen(catalogue):
    lots = {f"{number:02}組": (0, 20) for number in range(20)} | {"甲組": (60, 600), "乙組": (0, 9000)}
    _, said, asks, dots = ask(catalogue, lots | {"01組": (9, 20)}, key=RATE)
    (one,) = named(asks)
    found = pieces(said[0], [one])
    assert found[0]["key"] == one.key
    assert "".join(piece if isinstance(piece, str) else piece["name"] for piece in found) == said[0]
    ordered = in_sight(sorted(dots.rows, key=lambda dot: dot.name, reverse=True), {one.key})
    assert one.key in [dot.key for dot in ordered[:FEW_PARTS]]
    assert sorted(dot.key for dot in ordered) == sorted(dot.key for dot in dots.rows)


def test_a_name_that_no_sentence_holds_is_no_piece():
    assert pieces("沒有名字", [Named("甲組", "offices", "甲組")]) == ["沒有名字"]
    assert pieces("乙組與甲組", [Named("甲組", "offices", "甲組"), Named("乙組", "offices", "乙組")])[1:2] == ["與"]


def test_the_demonstration_names_nobody_without_reason(catalogue, demo):
    """Whoever is named lies beyond the limits, and is not one of two."""
    book = demo.book([YEAR.end])
    for key, item in catalogue.indicators.items():
        if item.behaviour is not Behaviour.ratio:
            continue
        result = evaluate(catalogue, book, key, YEAR)
        dots = office_chart(catalogue, book, key, YEAR, "en")
        asks = questions(catalogue, result, dots, lambda: NONE, None)
        sides = marked(catalogue, key, dots)
        for ask_ in asks:
            for one in named([ask_]):
                share = ask_.key.endswith("share")
                assert (one.key in sides) is not share, (key, ask_)
        assert result.status is not Status.not_met or asks


def test_offices_that_missed_a_window_are_links_too():
    names = [Named(name, "offices", name) for name in ("甲組", "乙組", "丙組", "丁組", "戊組")]
    ask_ = Sentence("ui-ask-window-offices", {"window": YEAR, "offices": names})
    said = sentence(ask_, "zh-Hant", None)
    assert "甲組、乙組、丙組、丁組等 5 個組室" in said
    found = pieces(said, named([ask_]))
    assert [piece["key"] for piece in found if isinstance(piece, dict)] == ["甲組", "乙組", "丙組", "丁組"]
    assert "".join(piece if isinstance(piece, str) else piece["name"] for piece in found) == said
    parts = [Dot(str(number), 1.0, 20, "", str(number)) for number in range(40)]
    ordered = in_sight(parts, {str(number) for number in range(20, 40)})
    assert sorted(ordered, key=lambda dot: int(dot.key)) == parts


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ((41, 30, 29), "其中甲組最多，占 41%"),
        ((41, 41, 18), ""),
        ((9, 1, 0), ""),
        ((40,), ""),
    ],  # a tie, too few, one office
)
def test_of_a_count_that_is_too_high_only_the_share_is_said(catalogue, counts, said):
    rule = {"id": COUNT, "indicator": COUNT, "from": "2025-06-01", "set_by": {"zh": "測試", "en": "test"}}
    limit = standard_from(rule | {"kind": "at_most", "value": 5})
    lots = {name: (count, None) for name, count in zip(("甲組", "乙組", "丙組"), counts, strict=False)}
    keys, texts, _, _ = ask(catalogue, lots, key=COUNT, rule=limit)
    assert ("ui-ask-count-most" in keys) is bool(said)
    assert said in "".join(texts)
