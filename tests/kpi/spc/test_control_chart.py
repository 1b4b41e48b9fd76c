"""The process of an indicator: which months enter, what the last one says, and what holds of the standard."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kpi.catalogue import StandardKind, Text, standard_from
from kpi.dates.periods import Period, month_end
from kpi.observations import Book, Observation, Office, Reach, Rebase
from kpi.sentence import Month
from kpi.spc.control_chart import assurance_of, process_of
from kpi.spc.xmr import Assurance, Limits, Rule, Variation

SET_BY = Text(zh="測試", en="test")


def standard(kind, value=None, high=None):
    bounds = {name: bound for name, bound in (("value", value), ("high", high)) if bound is not None}
    return standard_from(
        {"id": "x", "indicator": "x", "kind": kind, "from": date(2020, 1, 1), "set_by": SET_BY, **bounds}
    )


def months(count, last=date(2025, 12, 1)):
    """First days of the last ``count`` months."""
    first = last.year * 12 + last.month - count
    return [date((first + n) // 12, (first + n) % 12 + 1, 1) for n in range(count)]


def book(counts, key="petitions_received", source="petitions", through=None):
    """A book in which each of the last months has so many cases, all on its first day."""
    days = months(len(counts))
    rows = [Observation(key, day, day, "甲組", None, None, float(n), None) for day, n in zip(days, counts, strict=True)]
    reach = Reach((Period(days[0], through or month_end(days[-1])),))
    return Book(1, {key: rows}, {source: reach}, (Office("甲組"),))


END = date(2025, 12, 31)


def test_what_the_last_month_says(catalogue):
    usual = [10, 12, 11, 13, 10, 12, 11, 13, 10, 12, 11, 13]
    found = process_of(catalogue, book(usual), "petitions_received", END)
    assert (len(found.members), found.variation, found.limits.trial) == (12, Variation.common_cause, False)
    assert found.reason.key == "process-common"
    high = process_of(catalogue, book([*usual, 30]), "petitions_received", END)
    assert (high.variation, high.members[-1].flag.rule) == (Variation.neutral, Rule.outside)
    assert (high.reason.key, high.reason.params["months"], high.reason.params["up"]) == ("process-outside", 1, 1)


def test_a_shift_counts_its_months(catalogue):
    found = process_of(catalogue, book([10, 30] * 8 + [15, 16] * 4), "petitions_received", END)
    assert found.reason.key == "process-shift"
    said = {"up": 0, "months": 8, "since": date(2025, 5, 1), "apart": 0}
    assert found.reason.params == said | {"first": Month(date(2025, 5, 1)), "last": Month(date(2025, 12, 1))}


def test_months_of_which_no_two_are_neighbours_make_no_process(catalogue):
    told = [(month, month_end(month)) for month in (date(2025, 1, 1), date(2025, 3, 1), date(2025, 8, 1))]
    key = "competitiveness_consultations"
    rows = [Observation(key, *days, None, None, None, 40.0 + place, None) for place, days in enumerate(told)]
    assert process_of(catalogue, Book(1, {key: rows}), key, END) is None


def test_an_unfinished_month_does_not_enter(catalogue):
    usual = [10, 12] * 8
    part = process_of(
        catalogue, book([*usual, 1], through=date(2025, 12, 10)), "petitions_received", date(2025, 12, 10)
    )
    assert len(part.members) == 16
    assert part.members[-1].month.start == date(2025, 11, 1)


@pytest.mark.parametrize("counts", [[5], []])
def test_too_few_months_have_no_process(catalogue, counts):
    assert process_of(catalogue, book(counts) if counts else Book(1, {}), "petitions_received", END) is None


def test_points_in_time_and_evidence_have_none(demo_copy):
    read = demo_copy.book()
    for key, item in demo_copy.catalogue.indicators.items():
        if item.behaviour in ("stock", "cumulative", "evidence"):
            assert process_of(demo_copy.catalogue, read, key, END) is None


LIMITS = Limits(0.95, 0.92, 0.98, 0.011, False)


@pytest.mark.parametrize(
    ("kind", "value", "high", "said"),
    [
        (StandardKind.at_least, 0.9, None, Assurance.passing), (StandardKind.at_least, 0.92, None, Assurance.passing),
        (StandardKind.at_least, 0.95, None, Assurance.hit_or_miss), (StandardKind.at_least, 0.99, None, Assurance.failing),
        (StandardKind.at_most, 0.99, None, Assurance.passing), (StandardKind.at_most, 0.9, None, Assurance.failing),
        (StandardKind.range, 0.9, 0.99, Assurance.passing), (StandardKind.range, 0.94, 0.99, Assurance.hit_or_miss),
        (StandardKind.time_limit, None, None, Assurance.failing), (StandardKind.tracked, None, None, None),
    ],
)  # fmt: skip
def test_what_the_limits_say_of_a_standard(kind, value, high, said):
    assert assurance_of(LIMITS, [standard(kind, value, high)]) is said


def test_only_what_holds_for_every_months_own_standard_is_said():
    low, high = standard(StandardKind.at_least, 0.9), standard(StandardKind.at_least, 0.97)
    assert assurance_of(LIMITS, [low, high]) is Assurance.hit_or_miss
    assert assurance_of(LIMITS, [None, low]) is None


def test_a_constant_is_no_failure_and_no_success(catalogue):
    constant = process_of(catalogue, book([7] * 14), "petitions_received", END)
    assert (constant.variation, constant.reason.key) == (Variation.common_cause, "process-constant")
    assert assurance_of(Limits(1.0, 1.0, 1.0, 0.0, False), [standard(StandardKind.time_limit)]) is None


def changed(found, *rebases):
    return replace(found, rebases=tuple(Rebase("petitions_received", *one) for one in rebases), _kept={})


def test_from_a_change_of_process_on_limits_are_worked_out_anew(catalogue):
    """Ten and twelve by turns, then thirty and thirty-two: one process would be all signals, two are none."""
    found = book([10, 12] * 6 + [30, 32] * 6)
    one = process_of(catalogue, found, "petitions_received", END)
    assert all(member.flag for member in one.members)
    two = process_of(catalogue, changed(found, (None, date(2025, 1, 15), "改用線上表單")), "petitions_received", END)
    assert not any(member.flag for member in two.members)
    assert (two.members[0].limits.mean, two.limits.mean, two.limits.trial) == (11, 31, False)
    assert [one.reason for one in two.rebases] == ["改用線上表單"]
    assert two.variation is Variation.common_cause


def test_a_baseline_keeps_its_limits_for_what_follows(catalogue):
    """The first year is the baseline: mean 11, mean moving range 2, limits 5.68 and 16.32. Later months stay above."""
    found = book([10, 12] * 6 + [20] * 12)
    kept = changed(found, (None, date(2024, 1, 1), "新流程", date(2024, 12, 31)))
    process = process_of(catalogue, kept, "petitions_received", END)
    assert process.limits.upper == pytest.approx(11 + 2.66 * 2)
    assert [member.flag.rule for member in process.members[12:]] == [Rule.outside] * 12


def test_a_change_of_another_office_or_after_the_cut_off_changes_nothing(catalogue):
    found = book([10, 12] * 12)
    plain = process_of(catalogue, found, "petitions_received", END)
    for office, start in (("乙組", date(2025, 1, 1)), (None, date(2026, 1, 1)), (None, date(2020, 1, 1))):
        assert process_of(catalogue, changed(found, (office, start, "x")), "petitions_received", END) == plain


def test_too_few_months_after_a_change_give_no_verdict(catalogue):
    found = changed(book([10, 12] * 12), (None, date(2025, 12, 1), "新流程"))
    process = process_of(catalogue, found, "petitions_received", END)
    assert (process.limits, process.assurance, process.reason.key) == (None, None, "process-new")
    assert process.members[0].limits.mean == pytest.approx((10 * 12 + 12 * 11) / 23)


def test_a_target_for_the_year_is_no_bound_for_a_month(catalogue):
    found = replace(book([10, 12] * 12), standards={"petitions_received": (yearly(),)}, _kept={})
    assert process_of(catalogue, found, "petitions_received", END).assurance is None


def yearly():
    return standard_from(
        {"id": "y", "indicator": "petitions_received", "kind": "at_most", "value": 200, "from": date(2020, 1, 1),
         "set_by": SET_BY}
    )  # fmt: skip


def test_a_baseline_before_the_months_that_are_shown_is_read_all_the_same(catalogue):
    """2022 is the baseline: mean 11, mean moving range 2. The three years that are shown lie above its upper limit."""
    found = changed(book([10, 12] * 6 + [20] * 36), (None, date(2022, 1, 1), "新流程", date(2022, 12, 31)))
    process = process_of(catalogue, found, "petitions_received", END)
    assert (len(process.members), process.limits.count) == (36, 12)
    assert process.limits.upper == pytest.approx(11 + 2.66 * 2)
    assert all(member.flag.rule is Rule.outside for member in process.members)


@pytest.mark.parametrize("until", [date(2022, 12, 31), date(2023, 1, 31)])
def test_a_baseline_of_too_few_months_gives_way_to_all(catalogue, until):
    found = changed(book([10, 12] * 18), (None, date(2022, 12, 15), "新流程", until))
    process = process_of(catalogue, found, "petitions_received", END)
    assert (process.limits.count, process.limits.trial) == (36, False)
