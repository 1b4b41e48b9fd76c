"""What is named first, in which order, and with which sentences."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kpi.attention import Signal, look_first
from kpi.catalogue import standard_from
from kpi.dates.periods import Period, month_end, year_of
from kpi.evaluate import evaluate
from kpi.lateness import Late
from kpi.observations import Book, Observation, Office, Reach, Scope
from kpi.spc.control_chart import process_of
from present.charts.breakdown import Dot, OfficeDots
from present.sentences.attention import why
from present.sentences.questions import questions
from present.sentences.signals import signs_of

RATE, LETTERS, PETITIONS = "mailbox_dissatisfied_rate", "mailbox_handled", "petitions_dissatisfied"
YEAR = year_of(2025)
NONE = OfficeDots("", "", "", False, (), None, "", "")
USUAL = [5, 4, 6] * 12


def standard(key, **fields):
    return standard_from(
        {"id": key, "indicator": key, "from": "2020-01-01", "set_by": {"zh": "測試", "en": "test"}, **fields}
    )


def book(standards=(), **counts):
    """So many cases a month (of 100 where it is a rate) over three years."""
    rows = {}
    for key, values in counts.items():
        months = [date(2023 + n // 12, n % 12 + 1, 1) for n in range(36)]
        below = 100.0 if key == RATE else None
        rows[key] = [
            Observation(key, day, day, "甲組", None, None, float(n), below)
            for day, n in zip(months, values, strict=True)
        ]
    spans = (Period(date(2023, 1, 1), month_end(date(2025, 12, 1))),)
    reach = dict.fromkeys(("mailbox", "petitions"), Reach(spans))
    by_key = {s.indicator: (s,) for s in standards}
    return Book(1, rows, reach, (Office("甲組"),), by_key)


def first(catalogue, found, *keys, late=()):
    results = [evaluate(catalogue, found, key, YEAR) for key in keys]
    processes = {key: process_of(catalogue, found, key, YEAR.end) for key in keys}
    return look_first(catalogue, results, processes, list(late))


WORSE = [*USUAL[:28], 7, 7, 7, 7, 7, 7, 7, 7]


def test_a_standard_missed_comes_before_a_signal_and_that_before_what_is_late(catalogue):
    missed = standard(PETITIONS, kind="at_most", value=1)
    found = book([missed], **{RATE: WORSE, LETTERS: USUAL, PETITIONS: USUAL})
    late = [Late("mailbox", Period(date(2026, 1, 1), date(2026, 1, 31)), 3)]
    named = first(catalogue, found, LETTERS, RATE, PETITIONS, late=late)
    assert [(one.result.indicator, one.signal) for one in named] == [
        (PETITIONS, Signal.not_met), (RATE, Signal.concerning), (LETTERS, Signal.stale),
    ]  # fmt: skip
    said = [why(catalogue, one, "zh-Hant") for one in named]
    assert "超過全年上限" in said[0]
    assert "連續 8 個月高於平均" in said[1]
    assert "已逾期 3 天" in said[2]


def test_limits_beyond_the_standard_are_named_though_the_value_is_met(catalogue):
    """5, 4, 6 of 100 by turns: mean moving range 1.343, lower limit 5 % - 2.66 x 1.343 = 1.4 %, above a bound of 1 %."""
    tight = standard(RATE, kind="at_most", value=0.01)
    found = book([tight], **{RATE: USUAL})
    named = first(catalogue, found, RATE)
    assert (named[0].signal, named[0].process.assurance.value) == (Signal.not_met, "failing")
    assert "除非改變做法" in why(catalogue, named[0], "zh-Hant")


@pytest.mark.parametrize("lang", ["zh-Hant", "en"])
def test_what_varies_as_usual_is_not_named_but_has_its_sign(catalogue, lang):
    found = book(**{RATE: USUAL})
    assert first(catalogue, found, RATE) == []
    signs = signs_of(catalogue, process_of(catalogue, found, RATE, YEAR.end), lang)
    assert (signs.variation, signs.side, signs.assurance) == ("common_cause", 0, None)
    assert signs.word in ("平常波動", "Usual variation")
    assert str(36) in signs.why


def test_a_special_cause_for_the_worse_asks_since_when(catalogue):
    found = book(**{RATE: WORSE})
    result = evaluate(catalogue, found, RATE, YEAR, Scope())
    asked = questions(catalogue, result, NONE, lambda: NONE, process_of(catalogue, found, RATE, YEAR.end))
    assert asked[0].key == "ui-ask-signal"
    assert asked[0].params["since"] == date(2025, 5, 1)


def test_a_year_behind_its_path_asks_how_the_gap_is_closed(catalogue):
    """30 letters by the end of June: the even path to 90 asks for 44.6, and 60 are left for six months, ten each."""
    target = standard(LETTERS, kind="at_least", value=90)
    found = book([target], **{LETTERS: USUAL})
    june = Period(date(2025, 1, 1), date(2025, 6, 30))
    result = evaluate(catalogue, found, LETTERS, june)
    asked = questions(catalogue, result, NONE, lambda: NONE, process_of(catalogue, found, LETTERS, june.end))
    assert (result.status.value, asked[0].key) == ("at_risk", "ui-ask-behind")
    assert (asked[0].params["each"].value, asked[0].params["usual"].value) == (10, 5)


@pytest.mark.parametrize(("bad", "key"), [(2, "ui-ask-missed"), (10, "ui-ask-office-worse")])
def test_of_a_bound_that_was_missed_an_office_is_named_only_beyond_chance(catalogue, bad, key):
    """2 of 20 may be chance where 5 % are usual; 10 of 20 are not."""
    parts = tuple(Dot(name, 100 * k / n, n, name, name, k) for name, k, n in (("甲組", bad, 20), ("乙組", 50, 1000)))
    dots = replace(NONE, rows=parts, whole=Dot("全機關", 5.0, 1020, "全機關", "", 51))
    found = book([standard(RATE, kind="at_most", value=0.01)], **{RATE: USUAL})
    asked = questions(catalogue, evaluate(catalogue, found, RATE, YEAR), dots, lambda: NONE, None)
    assert asked[0].key == key
