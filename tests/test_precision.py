"""What is printed is true: values stand in print as they do in truth, and nobody who subtracts is deceived."""

from __future__ import annotations

import random
import re
from datetime import date
from decimal import Decimal

import pytest

from kpi.catalogue import standard_from
from kpi.dates.periods import Period, year_of
from kpi.evaluate import evaluate
from kpi.form.placeholder import Scale
from kpi.observations import ALL, Book, Observation, Office, Reach
from kpi.tone import Tone
from lang import LANGUAGES, amount, change, number, places_of, sentence
from lang.precision import shown
from present.charts.labels import value_text
from present.form.figure_text import scaled
from present.sentences.change import change_words, moved_words, tone
from present.sentences.result import value_words
from publish.one_value import as_words
from publish.summary.table import COLUMNS

RATE, SCORE, COUNT = "mailbox_dissatisfied_rate", "phone_score_mean", "mailbox_handled"
YEAR, FIGURE = year_of(2025), re.compile(r"[\d,]+(?:\.\d+)?")


def standard(key, **fields):
    return standard_from(
        {"id": key, "indicator": key, "from": "2020-01-01", "set_by": {"zh": "測試", "en": "test"}, **fields}
    )


def result_of(catalogue, key, now, before=None, rule=None):
    """The year 2025 with one observation (and one of 2024): numerators, or pairs of numerator and denominator."""
    source = catalogue.indicators[key].source
    rows = []
    for year, pair in ((2025, now), (2024, before)):
        if pair is not None:
            above, below = pair if isinstance(pair, tuple) else (pair, None)
            span = (
                (date(year, 1, 1), date(year, 12, 31)) if source == "figures" else (date(year, 3, 3), date(year, 3, 3))
            )
            rows.append(Observation(key, *span, None, None, None, above, below))
    reach = {source: Reach((Period(date(2023, 1, 1), date(2025, 12, 31)),))}
    rules = {key: (rule,)} if rule else {}
    return evaluate(catalogue, Book(1, {key: rows}, reach, (Office("甲組"),), rules), key, YEAR, ALL)


def numbers(text: str) -> list[Decimal]:
    return [Decimal(found.replace(",", "")) for found in FIGURE.findall(text)]


def side(one, other) -> int:
    return (one > other) - (one < other)


def near(rng, size):
    """A bound as people set them, and a value that is often a hair away from it."""
    bound = Decimal(rng.randrange(1, size)).scaleb(-rng.choice((0, 1, 2)))
    off = Decimal(rng.choice((0, 1, -1, 4, -4, 5, -5, 49, 50, 51, -49, -50, 999))).scaleb(
        -rng.choice((0, 1, 2, 3, 4, 5))
    )
    return bound, max(bound + off, Decimal(0))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", ["at_least", "at_most"])
@pytest.mark.parametrize(("key", "size"), [(RATE, 99), (SCORE, 100)])
def test_a_value_its_bound_and_their_gap_agree_in_print(catalogue, key, size, kind, lang):
    rng = random.Random(f"{key}{kind}{lang}")
    percent = key == RATE
    for _ in range(250):
        bound, value = near(rng, size)
        value = min(value, Decimal(100))
        scale = 100 if percent else 1
        one = result_of(
            catalogue,
            key,
            (float(value) * 1000, 1000.0 * scale),
            None,
            standard(key, kind=kind, value=float(bound) / scale),
        )
        said = sentence(one.reason, lang, catalogue)
        told, (edge, *gap) = numbers(value_words(catalogue, one, lang))[0], numbers(said)
        assert edge == bound, said
        assert side(told, edge) == side(value, bound), (value, said, told)
        assert (one.status == "met") == (side(value, bound) in (0, 1 if kind == "at_least" else -1)), (value, said)
        assert not gap or (gap[0] == abs(told - edge) != 0), (value, said, told)


@pytest.mark.parametrize(("key", "scale"), [(RATE, 100), (SCORE, 1)])
def test_values_that_differ_are_printed_differently_and_never_differ_by_zero(catalogue, key, scale):
    rng = random.Random(key)
    for _ in range(250):
        now, before = near(rng, 99)
        pair = [(float(min(one, Decimal(100))) * 1000, 1000.0 * scale) for one in (now, before)]
        one = result_of(catalogue, key, *pair)
        told = change_words(catalogue, one, "zh-Hant")
        equal = min(now, Decimal(100)) == min(before, Decimal(100))
        mine, theirs = (numbers(text)[0] for text in (value_words(catalogue, one, "zh-Hant"), told.prior))
        assert (mine == theirs) is equal, (now, before, told)
        assert any(numbers(told.text)) is not equal, (now, before, told)
        assert (told.verdict == "持平") is equal


def test_a_gap_has_as_many_places_as_it_needs(catalogue):
    """Golden: 90.41 misses 90.45 by 0.04, and stands beside it as 90.41; 89.996 is not 90."""
    close = result_of(catalogue, RATE, (9041.0, 10000.0), None, standard(RATE, kind="at_least", value=0.9045))
    assert sentence(close.reason, "zh-Hant", catalogue) == "低於標準 90.45% 達 0.04 個百分點。"
    assert sentence(close.reason, "en", catalogue) == "Below the standard of 90.45% by 0.04 points."
    assert value_words(catalogue, close, "zh-Hant") == "90.41%"
    assert as_words(catalogue, close, None, 1, "zh-Hant")[1].startswith("90.41%")
    assert amount_cell_of(catalogue, close).decimals == 2
    almost = result_of(catalogue, RATE, (89996.0, 100000.0), None, standard(RATE, kind="at_least", value=0.9))
    assert (value_words(catalogue, almost, "en"), numbers(sentence(almost.reason, "en", catalogue))[1]) == (
        "89.996%", Decimal("0.004"),
    )  # fmt: skip
    level = result_of(catalogue, RATE, (9496.0, 10000.0), None, standard(RATE, kind="at_least", value=0.9, good=0.95))
    assert "還差 0.04 個百分點" in sentence(level.reason, "zh-Hant", catalogue)


def amount_cell_of(catalogue, result):
    column = next(column for column in COLUMNS if column.key == "value")

    class Summary:
        pass

    summary = Summary()
    summary.catalogue = catalogue
    return column.cell(summary, result, "zh-Hant")


def test_a_small_relative_change_is_not_zero(catalogue):
    one = result_of(catalogue, COUNT, 33750.0, 33748.0)
    assert change(catalogue, one, "zh-Hant") == "+0.01%"
    assert moved_words(catalogue, one, "zh-Hant").startswith("增加 2 件（+0.01%）")


def test_amounts_that_differ_are_told_apart_in_hundred_millions():
    """1.15 億 beside 1.15 億 would be called different."""
    assert scaled(115_000_000, Scale.yi, "zh-Hant", [115_300_000]) == "1.15 億"
    assert scaled(115_000_000, Scale.yi, "zh-Hant", [115_040_000]) == "1.15 億"
    assert scaled(115_040_000, Scale.yi, "zh-Hant", [115_000_000]) == "1.1504 億"
    assert scaled(4_251_000_000, Scale.yi, "en", [4_250_000_000]) == "4.251 billion"


def test_a_point_stands_to_its_limit_in_print_as_it_does_in_truth(catalogue):
    """8.24 % is outside an upper limit of 8.21 %; both would be 8.2 %."""
    assert [value_text(catalogue, RATE, *pair) for pair in ((8.24, "en", (8.21,)), (8.21, "en", (8.24, 3.0)))] == [
        "8.24%", "8.21%",
    ]  # fmt: skip


def test_halves_are_rounded_away_from_zero_as_spreadsheets_do(catalogue):
    assert [number(value, 1) for value in (8.25, 8.35, -8.25, 0.05)] == ["8.3", "8.4", "−8.3", "0.1"]
    assert amount(catalogue, RATE, 0.0825, "en") == "8.3%"
    assert amount(catalogue, SCORE, 1.005, "en", digits=2) == "1.01 points"


def test_what_is_not_zero_is_not_printed_as_zero_nor_less_than_all_as_all(catalogue):
    assert amount(catalogue, RATE, 0.0004, "en") == "0.04%"
    assert amount(catalogue, RATE, 0.9996, "en") == "99.9%"
    assert [amount(catalogue, RATE, value, "en") for value in (0.0, 1.0)] == ["0%", "100%"]


@pytest.mark.parametrize(
    ("kind", "value", "bound", "met"),
    [
        ("at_least", (0.1 + 0.2, 1.0), 0.3, True), ("at_most", (0.1 + 0.2, 1.0), 0.3, True),
        ("at_most", (11.0, 1000.0), 1.1 / 100, True), ("at_least", (11.0, 1000.0), 1.1 / 100, True),
        ("at_least", (2_999_999.0, 10_000_000.0), 0.3, False), ("at_most", (3_000_001.0, 10_000_000.0), 0.3, False),
    ],
)  # fmt: skip
def test_a_bound_is_met_exactly(catalogue, kind, value, bound, met):
    assert (result_of(catalogue, RATE, value, None, standard(RATE, kind=kind, value=bound)).status == "met") is met


def test_the_same_value_as_last_year_is_no_worse_however_it_was_added_up(catalogue):
    rule = standard(RATE, kind="not_worse_than_last_year")
    one = result_of(catalogue, RATE, (0.1 + 0.2, 1.0), (0.3, 1.0), rule)
    assert (one.status, one.change.absolute) == ("met", 0)
    assert tone(catalogue, one) is Tone.same
    assert moved_words(catalogue, one, "zh-Hant") == "持平"
    assert places_of(catalogue, one) == 1
    assert shown(catalogue, RATE, 0.1 + 0.2) == 30


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_change_says_whether_it_is_for_the_better_by_the_direction(catalogue, lang):
    words = {"zh-Hant": ("變好", "變差"), "en": ("better", "worse")}[lang]
    higher, lower, neutral = (
        next(key for key, item in catalogue.indicators.items() if item.direction.value == way and item.unit != "percent"
             and item.behaviour == "flow" and item.not_comparable is None and not item.window)
        for way in ("higher", "lower", "neutral")
    )  # fmt: skip
    for key, now, verdict in ((higher, 12.0, 0), (higher, 8.0, 1), (lower, 12.0, 1), (lower, 8.0, 0)):
        assert moved_words(catalogue, result_of(catalogue, key, now, 10.0), lang).endswith(words[verdict])
    said = moved_words(catalogue, result_of(catalogue, neutral, 12.0, 10.0), lang)
    assert not any(word in said for word in words)
    assert "+20.0%" in said
