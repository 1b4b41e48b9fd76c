"""Sentences say what is so: of windows that there were, of a year that is over, of the days that there are data for."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from kpi.catalogue import standard_from
from kpi.dates.periods import Period, year_of
from kpi.evaluate import evaluate
from kpi.extent import reached
from kpi.forecast.outlook import Outlook
from kpi.observations import ALL, Book, Observation, Office, Reach
from lang import LANGUAGES, sentence
from present.charts.breakdown import office_chart
from present.sentences.outlook import outlook_words
from publish.summary.figures import summarise
from publish.summary.table import heading_of
from ui.months import view
from ui.shell.controls import part_options

COUNT, RATE = "mailbox_handled", "mailbox_dissatisfied_rate"
OCTOBER = Period(date(2025, 1, 1), date(2025, 10, 31))


def book_of(key, rows, until=OCTOBER.end, **standard):
    """So many cases on each day given, covered from the beginning of 2024."""
    found = [Observation(key, day, day, "甲組", None, None, float(n), 10.0 if key == RATE else None) for day, n in rows]
    rule = {"id": key, "indicator": key, "from": "2020-01-01", "set_by": {"zh": "測試", "en": "test"}, **standard}
    rules = {key: (standard_from(rule),)} if standard else {}
    return Book(1, {key: found}, {"mailbox": Reach((Period(date(2024, 1, 1), until),))}, (Office("甲組"),), rules)


@pytest.mark.parametrize(("lang", "earlier"), [("zh-Hant", "先前"), ("en", "earlier")])
def test_earlier_windows_are_told_of_only_where_there_were_any(catalogue, lang, earlier):
    days = [(date(2025, 2, 3), 1), (date(2025, 6, 3), 1), (date(2025, 9, 3), 0)]
    for end, there in ((date(2025, 3, 31), False), (OCTOBER.end, True)):
        for each in (False, True):
            found = book_of(COUNT, days, end, kind="frequency", value=1, window=4, each_office=each)
            result = evaluate(catalogue, found, COUNT, Period(OCTOBER.start, end), ALL)
            said = sentence(result.reason, lang, catalogue)
            assert result.status == "met"
            assert (earlier in said) is there, said
            assert said.endswith("。" if lang != "en" else "."), said


def test_of_a_year_nothing_is_said_as_if_it_ran():
    """What is judged may be a year that is over: the sentences name days, not now."""
    folder = Path(__file__).parents[1] / "lang"
    for lang, now in (("zh-Hant", "目前|今年|至今"), ("en", r"so far|currently|at present|\bnow\b|this year")):
        text = "".join(
            (folder / lang / f"{name}.ftl").read_text(encoding="utf-8") for name in ("kpi", "ui", "publish", "pack")
        )
        said = re.findall(r"^((?:year|frequency|level|assurance|process|outlook|ui-ask|pack-open|at-|range|last-year)[\w-]*)"
                          r" =((?:.*)(?:\n[ }].*)*)", text, flags=re.M)  # fmt: skip
        assert len(said) > 50
        assert not [key for key, body in said if re.search(now, body)]


@pytest.mark.parametrize(("lang", "year"), [("zh-Hant", "113 年"), ("en", "2024")])
def test_the_outlook_names_its_year(catalogue, lang, year):
    params = {"indicator": RATE, "year": 2024, "low": 0.03, "middle": 0.045, "high": 0.06, "level": 0.8, "so_far": 0.04}
    fields = {name: params.get(name) for name in Outlook.__dataclass_fields__}
    for through in (date(2024, 10, 31), date(2023, 12, 31)):
        one = Outlook(**(fields | {"through": through, "so_far": 0.04 if through.year == 2024 else None}))
        said = outlook_words(catalogue, one, lang)
        assert year in said


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_period_is_written_beyond_the_last_day_of_its_data(catalogue, lang):
    """A year whose data end in October is not called 1/1-12/31, nor the whole year."""
    found = book_of(RATE, [(date(2024, 3, 4), 1), (date(2025, 3, 3), 2)])
    assert reached(catalogue, found, year_of(2025)) == OCTOBER
    assert reached(catalogue, found, year_of(2024)) == year_of(2024)
    assert reached(catalogue, found, year_of(2026)) == year_of(2026)  # nothing is there; it is meant whole
    summary = summarise(catalogue, found, year_of(2025))
    assert (summary.period, summary.prior.end) == (OCTOBER, date(2024, 10, 31))
    end = {"zh-Hant": "12/31", "en": "31 Dec"}[lang]
    assert not any(end in line for line in heading_of(summary, lang))
    dots = office_chart(catalogue, found, RATE, year_of(2025), lang)
    assert end not in dots.subtitle
    total = evaluate(catalogue, found, RATE, year_of(2025))
    cell = view.cell(catalogue, total, lang)
    assert not any(end in line or "全年" in line or "whole year" in line for line in cell["say"][:1])


def test_a_calendar_is_no_data(catalogue):
    """The office calendar reaches to the end of next year; no period is that long for it."""
    found = book_of(RATE, [(date(2025, 3, 3), 2)])
    found.reach["calendar"] = Reach((year_of(2025), year_of(2026)))
    assert reached(catalogue, found, year_of(2025)) == OCTOBER


def test_a_year_that_is_over_is_whole():
    texts = [part_options("zh-Hant", whole=whole)[0]["text"] for whole in (True, False)]
    assert texts == ["全年", "年初至今"]
