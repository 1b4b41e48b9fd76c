"""The product and an independent recomputation agree on sources of which some months, or parts of one, never came."""

import shutil
from collections import Counter
from datetime import date

import numpy as np
import pandas as pd
import pytest

from kpi.dates.periods import Period, month_of
from kpi.evaluate import evaluate
from kpi.observations import Scope
from kpi.spc.control_chart import process_of
from tests import independent, independent_coverage
from tests.conftest import take
from tests.independent_clock import Case, entry, taken
from tests.independent_coverage import Delivered, days_of
from tests.samples import agencies
from warehouse import Warehouse

SCOPES = (None, *agencies.OFFICES)
MONTHS = [month_of(date(year, month, 1)) for year in (2024, 2025) for month in range(1, 13)]
QUARTERS = [Period(MONTHS[at].start, MONTHS[at + 2].end) for at in (12, 15, 18)]
TO_DATE = [Period(date(month.end.year, 1, 1), month.end) for month in MONTHS]
PERIODS = [
    *MONTHS,
    *QUARTERS,
    *TO_DATE,
    Period(date(2024, 9, 1), date(2024, 9, 10)),
    Period(date(2025, 1, 1), date(2025, 6, 18)),
]
PHONE = "測試日期,受測組室,測試類別,時間,總分,接聽速度,電話禮貌,答話內容"
PETITIONS = "案件編號,收文日期,承辦單位,結案日期,滿意度"
HOW = {
    "phone_score_mean": "share", "phone_pass_rate": "share",
    "petitions_received": "sum", "petitions_dissatisfied": "sum",
    "petitions_on_time_rate": "share", "petitions_days_median": "0.5",
}  # fmt: skip
FREQUENCIES = {  # months of the window, least, of each office
    "phone_tests_per_window": (4, 1, ()),
    "phone_tests_switchboard_monthly": (1, 4, ()),
    "phone_tests_office_monthly": (1, 1, agencies.OFFICES),
}


@pytest.fixture(scope="module")
def phone() -> list[agencies.Delivery]:
    return agencies.deliveries(np.random.default_rng(45), agencies.phone_test)


@pytest.fixture(scope="module")
def letters() -> list[agencies.Delivery]:
    return agencies.deliveries(np.random.default_rng(2), agencies.petition)


@pytest.fixture(scope="module")
def book(agency):
    return agency.book([period.end for period in PERIODS])


@pytest.fixture(scope="module")
def agency(lists_home, tmp_path_factory, catalogue, phone, letters):
    home = tmp_path_factory.mktemp("holes") / "home"
    shutil.copytree(lists_home, home)
    warehouse = Warehouse.open(home, catalogue)
    take(warehouse, "phone_tests", *agencies.files(phone, PHONE, phone_line))
    take(warehouse, "petitions", *agencies.files(letters, PETITIONS, petition_line))
    yield warehouse
    warehouse.close()


def phone_line(number: str, row: tuple) -> str:
    day, office, kind, points = row
    minute = int(number[-3:])
    return f"{day},{office},{kind},{9 + minute // 60:02}:{minute % 60:02},{points},,,"


def petition_line(number: str, row: tuple) -> str:
    day, office, closed, rating = row
    return f"P{number},{day},{office},{closed or ''},{rating}"


def delivered(parts: list[agencies.Delivery], facts) -> Delivered:
    """``facts(row)`` gives day, office and numerator of a row, or None where it does not count."""
    days = frozenset(day for part in parts for day in days_of(part.first, part.last))
    rows = [fact for part in parts for row in part.rows if (fact := facts(row))]
    return Delivered(days, pd.DataFrame(rows, columns=["day", "office", "num"]))


@pytest.fixture(scope="module")
def own(phone, letters) -> dict[str, Delivered]:
    """Every indicator of both sources."""
    last = max(part.last for part in letters)

    def case(row):
        return Case(row[0], row[2], 30, True)

    def score(row):
        return min(row[3] / (55 if row[2] == "承辦人" else 45) * 100, 100)

    def on_time(row):
        entered = entry(case(row), independent.office_calendar(), last)
        return entered and (entered[0], row[1], entered[1])

    of_phone = {
        "phone_tests_per_window": lambda row: (row[0], row[1], 1),
        "phone_tests_switchboard_monthly": lambda row: (row[0], row[1], int(row[2] != "承辦人")),
        "phone_tests_office_monthly": lambda row: (row[0], row[1], int(row[2] == "承辦人")),
        "phone_score_mean": lambda row: (row[0], row[1], score(row)),
        "phone_pass_rate": lambda row: (row[0], row[1], int(score(row) >= 80)),
    }
    of_letters = {
        "petitions_received": lambda row: (row[0], row[1], 1),
        "petitions_dissatisfied": lambda row: (row[0], row[1], int(row[3] == "不滿意")),
        "petitions_on_time_rate": on_time,
        "petitions_days_median": lambda row: (
            row[2] and (row[2], row[1], taken(case(row), independent.office_calendar()))
        ),
    }
    return {key: delivered(phone, facts) for key, facts in of_phone.items()} | {
        key: delivered(letters, facts) for key, facts in of_letters.items()
    }


def say(differ: list) -> str:
    return f"{len(differ)} differ: {differ[:10]}"


# ---- values -------------------------------------------------------------------------------------------------------


def test_no_value_holds_a_day_that_was_never_delivered(catalogue, book, own):
    """A period ends with the last day delivered; with a hole before that there is no data."""
    differ, seen = [], Counter()
    for key, how in HOW.items():
        for period in PERIODS:
            for office in SCOPES:
                result = evaluate(catalogue, book, key, period, Scope(office))
                found = independent_coverage.value(own[key], how, *period, office)
                seen["none" if found is None else "part" if found.last < period.end else "whole"] += 1
                mine = result.value and (*result.value.period, result.value.value)
                theirs = found and (found.first, found.last, found.value)
                if not alike(mine, theirs) or (result.status.value == "no_data") is not (found is None):
                    differ.append((key, period, office, mine, theirs, result.status.value))
    assert not differ, say(differ)
    assert min(seen[kind] for kind in ("none", "part", "whole")) > 50


def alike(mine: tuple | None, theirs: tuple | None) -> bool:
    """The same days, and values that are equal."""
    if mine is None or theirs is None:
        return mine is theirs
    return mine[:2] == theirs[:2] and (mine[2] is theirs[2] or mine[2] == pytest.approx(theirs[2]))


# ---- windows ------------------------------------------------------------------------------------------------------


def test_no_window_is_missed_that_was_not_delivered_whole(catalogue, book, own):
    """One that was not is done where what was delivered suffices, and otherwise neither; then nothing is judged."""
    asked = [(key, None, each) for key, (*_, each) in FREQUENCIES.items()]
    asked += [("phone_tests_office_monthly", office, (office,)) for office in agencies.OFFICES]
    differ, seen = [], Counter()
    for key, office, each in asked:
        months, least, _ = FREQUENCIES[key]
        for end in [month.end for month in MONTHS[12:]]:
            result = evaluate(catalogue, book, key, Period(date(2025, 1, 1), end), Scope(office))
            theirs = independent_coverage.windows(of_office(own[key], office), end, months, least, each)
            if result.value is None:  # the window that holds the last day has a hole, or never came
                missed = status(theirs, end) == "not_met"
                assert result.status.value == ("not_met" if missed else "no_data"), (key, office, end)
                seen["without a figure"] += missed
                continue
            mine = [(*one.period, one.count, state_of(one)) for one in result.windows]
            if mine != theirs or result.status.value != status(theirs, end):
                differ.append((key, office, end, result.status.value, mine, theirs))
            seen.update(one.state for one in theirs)
            seen[result.status.value] += 1
    assert not differ, say(differ)
    assert min(seen[kind] for kind in ("done", "missed", "neither", "met", "not_met")) > 5


def of_office(source: Delivered, office: str | None) -> Delivered:
    return source if office is None else source._replace(rows=source.rows[source.rows["office"] == office])


def status(windows, end: date) -> str:
    """Every closed window must be done, and known."""
    closed = {one.state for one in windows if one.last <= end}
    return "not_met" if "missed" in closed else "no_data" if "neither" in closed else "met"


def test_offices_without_a_test_are_counted_in_the_days_delivered_only(catalogue, book, own):
    source, differ = own["phone_tests_per_window"], []
    for period in PERIODS:
        result = evaluate(catalogue, book, "phone_tests_offices_covered", period)
        until = independent_coverage.covered_until(source.days, *period)
        tested = source.rows.loc[source.rows["day"].between(period.start, until or period.start), "office"].nunique()
        mine = result.value and (*result.value.period, result.value.value)
        if not alike(mine, until and (period.start, until, tested / len(agencies.OFFICES))):
            differ.append((period, mine, until, tested))
    assert not differ, say(differ)


def state_of(window) -> str:
    return window.state if window.state in ("done", "missed") else "neither"


# ---- charts -------------------------------------------------------------------------------------------------------


def test_a_chart_holds_only_months_that_were_delivered_whole(catalogue, book, own):
    differ, seen = [], Counter()
    for key, how in HOW.items():
        for end in (date(2024, 12, 31), date(2025, 6, 30), date(2025, 11, 30)):
            for office in SCOPES:
                mine = process_of(catalogue, book, key, end, Scope(office))
                theirs = independent_coverage.chart(own[key], how, end, office)
                differ += [(key, end, office, *part) for part in chart_parts_unlike(mine, theirs)]
                seen.update(flag and flag[0] for flag in (theirs.flags if theirs else ()))
    assert not differ, say(differ)
    assert {"outside", "two_of_three", "shift"} <= set(seen), seen


def chart_parts_unlike(mine, theirs) -> list[tuple]:
    if mine is None or theirs is None:
        return [] if mine is theirs else [("chart", mine, theirs)]
    limits = (mine.limits.lower, mine.limits.mean, mine.limits.upper)
    flags = [one.flag and (one.flag.rule.value, one.flag.side) for one in mine.members]
    parts = {
        "months": ([tuple(one.month) for one in mine.members], theirs.months),
        "values": ([one.value.value for one in mine.members], pytest.approx(theirs.values)),
        "limits": (limits, pytest.approx(theirs.limits)),
        "flags": (flags, theirs.flags),
    }
    return [(name, *both) for name, both in parts.items() if both[0] != both[1]]
