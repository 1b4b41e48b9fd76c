"""The product and an independent recomputation agree on drawn cases with many pauses, an extension or a withdrawal."""

from datetime import date, timedelta

import numpy as np
import pytest

from kpi.dates.periods import Period, month_of
from kpi.evaluate import evaluate
from kpi.observations import Scope
from tests import independent
from tests.conftest import check, sql, take
from tests.independent_clock import Case, due, entry, taken, waits
from tests.samples import agencies

MIDDLE = date(2025, 6, 18)
PERIODS = [
    *(month_of(date(2025, month, 1)) for month in range(1, 12)),
    Period(date(2025, 1, 1), MIDDLE), Period(date(2025, 4, 1), date(2025, 6, 30)), Period(agencies.FIRST, agencies.LAST),
]  # fmt: skip


@pytest.fixture(scope="module")
def cases() -> list[agencies.Application]:
    return agencies.applications(np.random.default_rng(11), 1500, independent.office_calendar())


def own(cases, period: Period, office: str | None, asked: date) -> dict:
    """Numerator and denominator of the rate; median, ninth decile and number of the days."""
    mine = [one for one in cases if office in (None, one.office)]
    entries = [entry(one.case, independent.office_calendar(), asked) for one in mine]
    inside = [hit for day, hit in filter(None, entries) if period.start <= day <= period.end]
    days = [
        taken(one.case, independent.office_calendar())
        for one in mine
        if one.case.end is not None and not one.case.withdrawn and period.start <= one.case.end <= period.end
    ]
    quantiles = [float(np.quantile(days, q)) if days else None for q in (0.5, 0.9)]
    return {
        "on_time_rate": (sum(inside), len(inside)),
        "days_median": (quantiles[0], len(days)),
        "days_p90": (quantiles[1], len(days)),
    }


def said(warehouse, book, key: str, period: Period, office: str | None) -> tuple:
    value = evaluate(warehouse.catalogue, book, f"applications_{key}", period, Scope(office)).value
    if value is None or value.value is None:
        return (0, 0) if key == "on_time_rate" else (None, 0)
    return (value.numerator, value.denominator) if key == "on_time_rate" else (value.value, value.n)


def unlike(warehouse, cases, periods, asked) -> list:
    book = warehouse.book([MIDDLE, asked])
    differ = []
    for period in periods:
        for office in (None, *agencies.OFFICES):
            for key, theirs in own(cases, period, office, asked).items():
                mine = said(warehouse, book, key, period, office)
                if mine != (pytest.approx(theirs[0]), theirs[1]):
                    differ.append((key, period, office, mine, theirs))
    return differ


def load(warehouse, cases, last: date) -> None:
    take(warehouse, "applications", ("申辦.csv", agencies.written(cases)), period=Period(agencies.FIRST, last))


def test_every_pause_is_reckoned_alike_today_and_as_it_stood(warehouse, cases):
    """Half way pauses are open that were answered later; that changes nothing that was true on an earlier day."""
    known = [agencies.as_it_stood(one, MIDDLE) for one in cases if one.case.received <= MIDDLE]
    load(warehouse, known, MIDDLE)
    differ = unlike(warehouse, known, [period for period in PERIODS if period.end <= MIDDLE], MIDDLE)
    assert not differ, f"{len(differ)} differ: {differ[:10]}"
    load(warehouse, cases, agencies.LAST)
    differ = unlike(warehouse, cases, PERIODS, agencies.LAST)
    assert not differ, f"{len(differ)} differ: {differ[:10]}"


def test_every_due_day_agrees(warehouse, cases):
    load(warehouse, cases, agencies.LAST)
    found = dict(sql(warehouse, "SELECT case_no, case_due FROM facts_applications"))
    over = [one for one in cases if one.case.end is not None]
    theirs = {one.number: due(one.case, independent.office_calendar(), agencies.LAST) for one in over}
    differ = [(one, found[one.number], theirs[one.number]) for one in over if found[one.number] != theirs[one.number]]
    assert not differ, f"{len(differ)} differ: {differ[:5]}"


def test_the_drawn_cases_have_pauses_of_every_kind(cases):
    calendar = independent.office_calendar()
    held = [one.case for one in cases if one.case.pairs]
    moved = [case for case in held if due(case, calendar, agencies.LAST) > due(without(case), calendar, agencies.LAST)]
    assert len(moved) > 300
    assert sum(len(waits(case, agencies.LAST)) < len(case.pairs) for case in held) > 100  # overlap, touch or nest
    assert sum(any(answer is None for _, answer in case.pairs) for case in held) > 100
    late = [notice for case in held for notice, _ in case.pairs if notice > due(case, calendar, agencies.LAST)]
    assert len(late) > 100
    assert sum(case.extended is not None for case in held) > 100
    entries = [entry(one.case, calendar, agencies.LAST) for one in cases if one.case.withdrawn]
    assert sum(one is None for one in entries) > 50
    assert sum(one is not None for one in entries) > 50
    assert {one.case.working for one in cases} == {True, False}


def without(case: Case) -> Case:
    return case._replace(pairs=())


def test_the_recomputation_never_changes_with_hindsight(cases):
    """What entered by a day had entered by what was known on that day."""
    calendar = independent.office_calendar()
    for one in cases:
        full = entry(one.case, calendar, agencies.LAST)
        for after in (3, 8, 13, 25, 60):
            day = min(one.case.received + timedelta(days=after), agencies.LAST)
            then = entry(agencies.as_it_stood(one, day).case, calendar, day)
            assert then == (full if full and full[0] <= day else None), (one, day)


def test_golden_pauses_of_the_recomputation():
    """Working days 4 to 26 March without 6 to 14 March are ten."""
    pairs = ((date(2025, 3, 5), date(2025, 3, 12)), (date(2025, 3, 10), date(2025, 3, 14)))
    case = Case(date(2025, 3, 3), date(2025, 3, 27), 10, True, pairs)
    assert due(case, independent.office_calendar(), agencies.LAST) == date(2025, 3, 26)
    assert entry(case, independent.office_calendar(), agencies.LAST) == (date(2025, 3, 27), 0)
    assert taken(case, independent.office_calendar()) == 11


@pytest.mark.parametrize(
    ("notice", "answer"),
    [
        (date(2025, 2, 28), date(2025, 3, 5)),
        (date(2025, 3, 6), date(2025, 3, 5)),
        (date(2025, 3, 11), date(2025, 3, 12)),
    ],
)
def test_a_pause_outside_the_life_of_its_case_is_refused(warehouse, notice, answer):
    case = Case(date(2025, 3, 3), date(2025, 3, 10), 5, True, ((notice, answer),))
    text = agencies.written([agencies.Application("A1", "退稅", "甲組", case, "核准")])
    plan = check(warehouse, "applications", ("申辦.csv", text), period=month_of(case.received))
    problems = plan.files[0].problems
    assert any(one.severity == "error" and one.cell in ("F2", "G2") for one in problems), problems
