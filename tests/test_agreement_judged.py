"""The product and an independent recomputation agree in what they say of a value: last year, status, control chart."""

from collections import Counter
from datetime import date

import numpy as np
import pytest
import yaml

from kpi.catalogue import parse
from kpi.dates.periods import Period, month_of
from kpi.evaluate import evaluate
from kpi.observations import Scope
from kpi.spc.control_chart import process_of
from kpi.spc.xmr import flags_of, limits_of
from tests import independent, independent_process, independent_status, independent_years

CUTOFFS = [date(2025, 12, 10), date(2025, 12, 31)]
MONTHS = [month_of(date(year, month, 1)) for year in (2023, 2024, 2025) for month in range(1, 13)]
TO_DATE = [Period(date(day.year, 1, 1), day) for day in (*CUTOFFS, date(2024, 2, 29), date(2025, 2, 28))]
OFFICES = [None, *independent.offices().index]

# Standards that nobody set, so that every kind of bound is seen to be judged, and to be in force in every month.
INVENTED = [
    {"indicator": "applications_on_time_rate", "kind": "time_limit"},
    {"indicator": "mailbox_second_answer_on_time_rate", "kind": "time_limit"},
    {"indicator": "mailbox_on_time_rate", "kind": "at_least", "value": 0.5},
    {"indicator": "applications_online_share", "kind": "at_least", "value": 0.975},
    {"indicator": "petitions_days_median", "kind": "at_most", "value": 30},
    {"indicator": "applications_days_p90", "kind": "at_most", "value": 9},
    {"indicator": "phone_score_mean", "kind": "range", "value": 60, "high": 96},
    {"indicator": "biomedical_investment_share", "kind": "range", "value": 0.9, "high": 1},
    {"indicator": "phone_tests_office_monthly", "kind": "frequency", "value": 2, "window": 1, "each_office": True},
    {"indicator": "phone_tests_per_window", "kind": "frequency", "value": 50, "window": 4},
]


def same(mine: float | None, theirs: float | None) -> bool:
    return mine is theirs if mine is None or theirs is None else mine == pytest.approx(theirs, rel=1e-9, abs=1e-9)


def say(differ: list) -> str:
    return f"{len(differ)} differ: {differ[:10]}"


# ---- both sides ---------------------------------------------------------------------------------------------------


def cells(indicators) -> list[tuple]:
    """Every indicator, month and year to date, of the agency and of each office."""
    periods = [*MONTHS, *TO_DATE]
    return [(key, period.start, period.end, office) for key in indicators for period in periods for office in OFFICES]


@pytest.fixture(scope="module")
def book(demo):
    return demo.book([CUTOFFS[0]])


@pytest.fixture(scope="module")
def results(catalogue, book) -> dict:
    """What the product says of each cell."""
    return {cell: asked(catalogue, book, *cell) for cell in cells(catalogue.indicators)}


def asked(catalogue, book, key, start, end, office):
    return evaluate(catalogue, book, key, Period(start, end), Scope(office))


@pytest.fixture(scope="module")
def other_standards() -> tuple[dict, ...]:
    words = {"zh": "測試", "en": "test"}
    return tuple(one | {"id": f"x{n}", "from": date(2020, 1, 1), "set_by": words} for n, one in enumerate(INVENTED))


@pytest.fixture(scope="module")
def other_catalogue(other_standards):
    """``metrics.yml`` with the invented standards in place of its own."""
    return parse(yaml.safe_dump(independent.definitions() | {"standards": list(other_standards)}, allow_unicode=True))


# ---- working days -------------------------------------------------------------------------------------------------


def test_what_came_on_each_working_day_agrees(results):
    """Counts that depend on the days worked, over the working days of the calendar less the local closures."""
    mine = {key for key, item in independent.indicators().items() if item.get("by_workday")}
    differ, seen = [], 0
    for cell, result in results.items():
        years = independent_years.years(*cell) if cell[0] in mine else None
        if years is None or years.now.value is None or years.then.value is None:
            continue
        seen += 1
        own = [one.value / worked(one.first, one.last) for one in (years.now, years.then)]
        found = result.per_day
        if found is None or not (same(found.now, own[0]) and same(found.before, own[1])):
            differ.append((cell, found, own))
    assert seen > 500
    assert not differ, say(differ)


def worked(first: date, last: date) -> int:
    days = independent.working()
    return int(((days >= np.datetime64(first)) & (days <= np.datetime64(last))).sum())


# ---- last year ----------------------------------------------------------------------------------------------------


def comparison(result) -> tuple | None:
    """Last year's value and days, this year's days, absolute and relative change."""
    if result.prior is None:
        return None
    change = (result.change.absolute, result.change.relative) if result.change else (None, None)
    return result.prior.value, span(result.prior.period), span(result.compared.period), *change


def own_comparison(cell) -> tuple | None:
    years = independent_years.years(*cell)
    if years is None:
        return None
    now, then, absolute, relative = years
    return then.value, (then.first, then.last), (now.first, now.last), absolute, relative


def span(period: Period) -> tuple[date, date]:
    return period.start, period.end


def alike(mine: tuple | None, theirs: tuple | None) -> bool:
    if mine is None or theirs is None:
        return mine is theirs
    return mine[1:3] == theirs[1:3] and all(same(mine[at], theirs[at]) for at in (0, 3, 4))


def compared_unlike(results, keys) -> list:
    both = [(cell, comparison(results[cell]), own_comparison(cell)) for cell in results if cell[0] in keys]
    return [one for one in both if not alike(*one[1:])]


def test_every_value_holds_for_the_same_days(results):
    """A value with the period that it really covers; evidence has no number."""
    differ = []
    for cell, result in results.items():
        if cell[0] in independent.qualitative():
            continue
        mine, theirs = result.value, independent_years.answer(*cell)
        if mine is None or theirs is None:
            equal = mine is theirs
        else:
            equal = same(mine.value, theirs.value) and span(mine.period) == theirs[1:]
        if not equal:
            differ.append((cell, mine, theirs))
    assert not differ, say(differ)


def test_every_comparison_with_last_year_agrees(results, catalogue):
    differ = compared_unlike(results, set(catalogue.indicators) - independent.DATASETS)
    assert not differ, say(differ)


def test_a_snapshot_is_compared_with_the_last_one_known_a_year_before(results):
    """Points compare with points: what 2024-04-30 is worth by the snapshot of 3/31, 2023-04-30 is too."""
    differ = compared_unlike(results, independent.DATASETS)
    assert not differ, say(differ)


def test_the_demonstration_has_comparisons_of_every_kind(results):
    found = [one for one in map(comparison, results.values()) if one]
    shorter = [one for one in found if one[2] == (date(2025, 1, 1), date(2025, 11, 30))]
    assert len(found) > 6000
    assert shorter  # whole months
    assert any(one[1][0] == one[1][1] for one in found)  # points
    assert any(one[0] == 0 and one[3] is not None and one[4] is None for one in found)  # nothing is relative to zero


# ---- status -------------------------------------------------------------------------------------------------------


def of_the_agency_alone(indicator: str, office: str | None, standards) -> bool:
    """Is the cell an office's, and the standard a frequency that holds for the agency as a whole?"""
    set_ = [one for one in standards if one["indicator"] == indicator and one["kind"] == "frequency"]
    return office is not None and any(not one.get("each_office") for one in set_)


def judged_unlike(results, among=None, alone=False) -> list:
    """Statuses and windows that differ; ``alone``: of offices under a frequency that holds for the agency as a whole."""
    standards = independent_status.standards() if among is None else among
    differ = []
    for cell, result in results.items():
        if of_the_agency_alone(cell[0], cell[3], standards) is not alone:
            continue
        mine = result.status.value, [(*span(one.period), one.count, one.state) for one in result.windows]
        theirs = independent_status.status(*cell, among), independent_status.windows(*cell, among)
        if mine != theirs:
            differ.append((cell, mine, theirs))
    return differ


def test_every_status_and_window_agrees(results):
    differ = judged_unlike(results)
    assert not differ, say(differ)


def test_a_frequency_of_the_agency_is_not_held_against_its_offices(results):
    """It holds "per window and, where the agency says so, per office": no office but one has a switchboard to test."""
    differ = judged_unlike(results, alone=True)
    assert not differ, say(differ)


def test_the_demonstration_has_every_status(results):
    seen = Counter(result.status.value for result in results.values())
    assert set(seen) == {
        "met", "not_met", "tracked", "no_cases", "no_data", "not_applicable", "evidence_missing",
    }  # fmt: skip


@pytest.fixture(scope="module")
def other_results(other_catalogue, book) -> dict:
    """What the product says under the invented standards."""
    keys = {one["indicator"] for one in INVENTED}
    return {cell: asked(other_catalogue, book, *cell) for cell in cells(keys)}


def test_every_kind_of_bound_is_judged_alike(other_results, other_standards):
    """Without the offices that began or ended in that year: whether half a window asks for as much is nowhere said."""
    kinds = {one["indicator"]: one["kind"] for one in INVENTED}
    seen = {(kinds[cell[0]], result.status.value) for cell, result in other_results.items()}
    assert {(kind, status) for kind in kinds.values() for status in ("met", "not_met")} <= seen
    lasting = {cell: result for cell, result in other_results.items() if not changed(cell[3], cell[2].year)}
    differ = judged_unlike(lasting, other_standards)
    assert not differ, say(differ)


def changed(office: str | None, year: int) -> bool:
    """Did the office begin or end in the course of a year?"""
    return office is not None and year in [independent.offices().loc[office, edge].year for edge in ("first", "last")]


def test_no_window_is_done_with_less_than_the_standard_asks(other_results):
    """Not in the months either in which the office was still its predecessor, or already its successor."""
    need = {one["indicator"]: one["value"] for one in INVENTED if one["kind"] == "frequency"}
    short = [
        (cell, span(one.period), one.count)
        for cell, result in other_results.items()
        for one in result.windows
        if one.state == "done" and one.count < need[cell[0]]
    ]
    assert not short, say(short)


# ---- control charts -----------------------------------------------------------------------------------------------


def charts_unlike(catalogue, book, keys, among=None) -> tuple[list, Counter]:
    """Charts that differ, and how many there are by what is assured."""
    differ, seen = [], Counter()
    for key in keys:
        for end in CUTOFFS:
            for office in OFFICES:
                mine = process_of(catalogue, book, key, end, Scope(office))
                theirs = independent_process.chart(key, end, office, among)
                seen["none" if theirs is None else theirs.assurance or "nothing assured"] += 1
                for part in chart_parts_unlike(mine, theirs):
                    differ.append((key, end, office, *part))
    return differ, seen


def chart_parts_unlike(mine, theirs) -> list[tuple]:
    """Name and both sides of each part that differs: months, values, limits, flags, variation, assurance."""
    if mine is None or theirs is None:
        return [] if mine is theirs else [("chart", mine, theirs)]
    months = [span(one.month) for one in mine.members]
    values, limits = [one.value.value for one in mine.members], (mine.limits.lower, mine.limits.mean, mine.limits.upper)
    assurance = mine.assurance and mine.assurance.value
    parts = {
        "months": (months, theirs.months),
        "values": (values, pytest.approx(theirs.values, rel=1e-9)),
        "limits": (limits, pytest.approx((theirs.lower, theirs.mean, theirs.upper), rel=1e-9, abs=1e-9)),
        "flags": ([flag_of(one.flag) for one in mine.members], theirs.flags),
        "variation": (mine.variation.value, theirs.variation),
        "assurance": (assurance, theirs.assurance),
    }
    return [(name, *both) for name, both in parts.items() if both[0] != both[1]]


def flag_of(flag) -> tuple[str, int] | None:
    return flag and (flag.rule.value, flag.side)


def test_every_control_chart_agrees(catalogue, book):
    """No standard is in force in all 36 months, so nothing is assured."""
    differ, seen = charts_unlike(catalogue, book, catalogue.indicators)
    assert not differ, say(differ)
    assert set(seen) == {"none", "nothing assured"}
    assert seen["nothing assured"] > 400


def test_what_the_limits_say_of_a_standard_agrees(other_catalogue, book, other_standards):
    differ, seen = charts_unlike(other_catalogue, book, {one["indicator"] for one in other_standards}, other_standards)
    assert not differ, say(differ)
    assert {"passing", "failing", "hit_or_miss"} <= set(seen)


def test_special_causes_agree_on_drawn_series():
    """Whole numbers, so that ties and points on the mean or a limit are common; some drift, so that trends are too."""
    draw, seen, differ = np.random.default_rng(114), Counter(), []
    for _ in range(1500):
        steps = draw.integers(-2, 5, draw.integers(2, 40))
        values = np.cumsum(steps - draw.integers(0, 3)) if draw.random() < 0.5 else steps
        lower, mean, upper = independent_process.limits(values)
        theirs = independent_process.flags(values, lower, mean, upper)
        drawn = [float(value) for value in values]
        mine = [flag_of(flag) for flag in flags_of(drawn, limits_of(drawn))]
        seen.update(theirs)
        if mine != theirs:
            differ.append((drawn, mine, theirs))
    assert not differ, say(differ)
    rules = ("outside", "trend", "two_of_three", "shift")
    assert all(seen[rule, side] > 100 for rule in rules for side in (1, -1))
