"""The line under the title: how far the data reach, who is behind and since when; and the ribbon of the demonstration."""

from datetime import date

import pytest

from kpi.dates.periods import Period
from kpi.extent import default_cutoff
from kpi.observations import Book, Observation, Reach
from ui.shared.freshness import demo_words, freshness

LANGUAGES = ("zh-Hant", "en")
OCTOBER, SEPTEMBER = date(2026, 10, 31), date(2026, 9, 30)
CASES = ("applications", "petitions", "mailbox", "phone_tests")


def reach(end: date, *, demo: bool = False) -> Reach:
    return Reach((Period(date(2026, 1, 1), end),), (), demo)


def line(catalogue, reaches: dict, today: date, lang: str = "zh-Hant") -> str:
    book = Book(1, {}, reaches)
    said = freshness(catalogue, book, default_cutoff(catalogue, book), None, {}, today, lang)
    return "".join(part["text"] for part in said)


def test_who_is_behind_is_named_with_the_day(catalogue):
    reaches = {name: reach(OCTOBER) for name in CASES} | {"mailbox": reach(SEPTEMBER)}
    early, late = date(2026, 11, 5), date(2026, 11, 15)
    assert line(catalogue, reaches, early) == "資料截至 115/10/31。首長信箱只到 115/9/30。"
    assert line(catalogue, reaches, late) == "資料截至 115/10/31。首長信箱只到 115/9/30，10 月份逾期 5 天未送。"
    assert "only through 30 Sep 2026" in line(catalogue, reaches, early, "en")
    assert "Oct is 5 days late" in line(catalogue, reaches, late, "en")
    assert "只到" not in line(catalogue, {name: reach(OCTOBER) for name in CASES}, early)


def test_demonstration_data_beside_real_ones_are_not_called_behind(catalogue):
    reaches = {name: reach(SEPTEMBER, demo=True) for name in CASES} | {"petitions": reach(OCTOBER)}
    assert line(catalogue, reaches, date(2026, 11, 5)) == "資料截至 115/10/31。"


# -- the ribbon ------------------------------------------------------------------------------------------------------


def ribbon(catalogue, demo: set[str], lang: str = "zh-Hant", real: set[str] = frozenset()) -> str:
    """Of a store in which ``demo`` are demonstration sources; ``real`` ones have rows of their own."""
    rows: dict[str, list] = {}
    for key, item in catalogue.indicators.items():
        if item.source in demo | real:
            rows[key] = [Observation(key, OCTOBER, OCTOBER, None, None, None, 1.0, None)]
    reaches = {name: Reach((), (), True) for name in demo}
    return demo_words(catalogue, Book(1, rows, reaches), lang)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_ribbon_names_every_demonstration_source_and_no_other(catalogue, lang):
    there = {
        name for name, source in catalogue.sources.items() if source.kind not in ("entries",) and name != "calendar"
    }
    for gone in (
        {"petitions"},
        {"figures"},
        {"evidence"},
        {"applications", "mailbox", "datasets"},
        there - {"services"},
    ):
        text = ribbon(catalogue, there - gone, lang, real=gone)
        for name in there:
            assert (catalogue.sources[name].name.get(lang) in text) is (name not in gone), name
    assert ribbon(catalogue, set(), lang, real=there) == ""


@pytest.mark.parametrize("real", ["figures", "evidence", "petitions", "datasets"])
def test_not_all_figures_are_called_synthetic_once_any_source_has_real_ones(catalogue, real):
    demo = {
        name
        for name, source in catalogue.sources.items()
        if source.kind in ("cases", "snapshot", "figures", "evidence")
    }
    assert ribbon(catalogue, demo).startswith("示範資料：這裡所有數字都是")
    assert ribbon(catalogue, demo - {real}, real={real}).startswith("部分為示範資料")
