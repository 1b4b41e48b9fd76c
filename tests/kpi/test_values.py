"""What a value is: sums first, one division last; coverage, edges and as-of. Each case is a table to check by hand."""

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi.catalogue import parse
from kpi.dates.periods import Period, year_of
from kpi.evaluate import evaluate, monthly
from kpi.observations import ALL, Book, Observation, Office, Reach, Scope
from kpi.status import Status
from kpi.values import Missing, Value, quantile_of, value_of

CATALOGUE = parse((__import__("pathlib").Path(__file__).parents[2] / "metrics.yml").read_text(encoding="utf-8"))
RATE, COUNT, FIGURE, STOCK = "mailbox_dissatisfied_rate", "mailbox_handled", "helpdesk_calls", "downloadable_forms"
YEAR = year_of(2025)


def day(key, when, numerator, denominator=None, office="甲組", category=None, bin=None):
    return Observation(key, when, when, office, category, bin, numerator, denominator)


def stated(key, start, end, numerator, denominator=None, office=None):
    return Observation(key, start, end, office, None, None, numerator, denominator)


def book(*rows, spans=(Period(date(2024, 1, 1), date(2025, 12, 31)),), offices=(Office("甲組"), Office("乙組"))):
    found = {}
    for row in rows:
        found.setdefault(row.indicator, []).append(row)
    cases = {name: Reach(tuple(spans)) for name, s in CATALOGUE.sources.items() if s.kind == "cases"}
    return Book(1, found, cases, offices)


def test_a_ratio_is_never_the_mean_of_ratios():
    """1/1 and 0/99 are 1 %, not 50 %."""
    rows = [day(RATE, date(2025, 1, 5), 1, 1), day(RATE, date(2025, 2, 5), 0, 99)]
    assert value_of(CATALOGUE, book(*rows), RATE, YEAR).value == 0.01


def test_a_denominator_of_zero_is_no_cases():
    result = evaluate(CATALOGUE, book(day(RATE, date(2025, 1, 5), 0, 0)), RATE, YEAR)
    assert result.status is Status.no_cases
    assert result.value.value is None


def test_covered_without_rows_is_no_cases_and_not_covered_is_no_data():
    spans = (Period(date(2025, 1, 1), date(2025, 6, 30)),)
    assert (
        evaluate(CATALOGUE, book(spans=spans), COUNT, Period(date(2025, 1, 1), date(2025, 6, 30))).status
        is Status.no_cases
    )
    assert (
        evaluate(CATALOGUE, book(spans=spans), COUNT, Period(date(2024, 1, 1), date(2024, 6, 30))).status
        is Status.no_data
    )


def test_a_hole_in_the_deliveries_is_named():
    spans = (Period(date(2025, 1, 1), date(2025, 2, 28)), Period(date(2025, 4, 1), date(2025, 5, 31)))
    found = value_of(CATALOGUE, book(spans=spans), COUNT, Period(date(2025, 1, 1), date(2025, 5, 31)))
    assert isinstance(found, Missing)
    assert found.reason.key == "no-data-hole"


def test_never_past_the_day_that_the_source_reaches():
    spans = (Period(date(2025, 1, 1), date(2025, 12, 10)),)
    found = value_of(CATALOGUE, book(day(COUNT, date(2025, 3, 1), 4), spans=spans), COUNT, YEAR)
    assert found.period == Period(date(2025, 1, 1), date(2025, 12, 10))


def test_a_stated_period_that_crosses_the_edge_is_never_prorated():
    rows = [
        stated(FIGURE, date(2025, m, 1), Period(date(2025, m, 1), date(2025, m, 28)).months()[0].end, 10)
        for m in range(1, 13)
    ]
    whole = value_of(CATALOGUE, book(*rows), FIGURE, YEAR)
    cut = value_of(CATALOGUE, book(*rows), FIGURE, Period(date(2025, 1, 1), date(2025, 12, 10)))
    assert whole.value == 120
    assert isinstance(cut, Missing)
    assert cut.reason.params["spans"] == [Period(date(2025, 1, 1), date(2025, 11, 30))]


def test_whole_months_are_compared_where_a_year_has_no_daily_values():
    """This year is split at 12/10, last year is not: compare 1/1-11/30 of both, and let the cut-off's value stand alone."""

    def months(year, last):
        return [stated(FIGURE, m.start, m.end, 10) for m in Period(date(year, 1, 1), last).months()]

    rows = (
        months(2025, date(2025, 11, 30))
        + [stated(FIGURE, date(2025, 12, 1), date(2025, 12, 10), 3)]
        + months(2024, date(2024, 12, 31))
    )
    result = evaluate(CATALOGUE, book(*rows), FIGURE, Period(date(2025, 1, 1), date(2025, 12, 10)))
    assert result.value.value == 113
    assert (result.compared.value, result.prior.value) == (110, 110)
    assert result.prior.period == Period(date(2024, 1, 1), date(2024, 11, 30))


def test_a_stock_is_the_last_value_on_or_before_the_cut_off():
    rows = [
        stated(STOCK, date(2025, 3, 31), date(2025, 3, 31), 20),
        stated(STOCK, date(2025, 6, 30), date(2025, 6, 30), 25),
    ]
    assert value_of(CATALOGUE, book(*rows), STOCK, Period(date(2025, 1, 1), date(2025, 6, 29))).value == 20


def test_a_rate_without_denominator_is_never_summed():
    rows = [stated("email_availability", date(2025, m, 1), date(2025, m, 28), 1.0) for m in (1, 2)]
    one = value_of(CATALOGUE, book(rows[0]), "email_availability", YEAR)
    assert (one.value, one.n) == (1.0, None)
    assert isinstance(value_of(CATALOGUE, book(*rows), "email_availability", YEAR), Missing)


def test_an_office_follows_its_successor():
    offices = (Office("舊組", None, date(2025, 3, 31), "新組"), Office("新組", date(2025, 4, 1)))
    rows = [day(COUNT, date(2025, 2, 1), 3, office="舊組"), day(COUNT, date(2025, 5, 1), 4, office="新組")]
    assert value_of(CATALOGUE, book(*rows, offices=offices), COUNT, YEAR, Scope("新組")).value == 7


def test_what_is_counted_for_the_agency_has_no_value_by_office():
    rows = [stated(FIGURE, date(2025, 1, 1), date(2025, 1, 31), 5)]
    assert evaluate(CATALOGUE, book(*rows), FIGURE, YEAR, Scope("甲組")).status is Status.not_applicable


def test_prior_zero_shows_the_difference_without_a_percentage():
    rows = [day("petitions_dissatisfied", date(2025, 1, 5), 2), day("petitions_dissatisfied", date(2024, 1, 5), 0)]
    change = evaluate(CATALOGUE, book(*rows), "petitions_dissatisfied", YEAR).change
    assert (change.absolute, change.relative) == (2, None)


def test_a_time_limit_is_met_only_when_none_is_late():
    key = "applications_on_time_rate"
    good = evaluate(CATALOGUE, book(day(key, date(2025, 2, 3), 9, 9)), key, YEAR)
    bad = evaluate(CATALOGUE, book(day(key, date(2025, 2, 3), 8, 9)), key, YEAR)
    assert good.status is Status.met
    assert bad.status is Status.not_met
    assert bad.reason.params["late"] == 1


@pytest.mark.parametrize(
    ("tested", "end", "status"),
    [
        (
            [date(2025, 2, 3), date(2025, 6, 3)],
            date(2025, 10, 31),
            Status.met,
        ),  # the open window may still be satisfied
        ([date(2025, 2, 3)], date(2025, 10, 31), Status.not_met),  # May to August was missed
        ([date(2025, 2, 3), date(2025, 6, 3)], date(2025, 12, 31), Status.not_met),  # the last window is closed
    ],
)
def test_a_frequency_holds_when_every_closed_window_is_satisfied(tested, end, status):
    key = "phone_tests_per_window"
    rows = [day(key, when, 1) for when in tested]
    assert evaluate(CATALOGUE, book(*rows), key, Period(date(2025, 1, 1), end)).status is status


def test_a_frequency_for_each_office_names_the_office_that_was_left_out():
    key = "phone_tests_office_monthly"
    rows = [day(key, date(2025, 1, 8), 2, office="甲組")]
    result = evaluate(CATALOGUE, book(*rows), key, Period(date(2025, 1, 1), date(2025, 1, 31)))
    assert result.status is Status.not_met
    assert result.windows[0].missing == ("乙組",)


def test_no_standard_is_tracked_and_says_so():
    result = evaluate(CATALOGUE, book(day(COUNT, date(2025, 1, 5), 4)), COUNT, YEAR)
    assert (result.status, result.standard) == (Status.tracked, None)


def test_evidence_is_met_while_it_is_valid():
    key = "premises_tidy"
    rows = [stated(key, date(2025, 3, 12), date(2025, 11, 30), 1)]
    assert evaluate(CATALOGUE, book(*rows), key, Period(date(2025, 1, 1), date(2025, 11, 30))).status is Status.met
    assert evaluate(CATALOGUE, book(*rows), key, YEAR).status is Status.evidence_missing


def test_a_month_that_is_not_over_is_provisional():
    spans = (Period(date(2025, 1, 1), date(2025, 2, 10)),)
    points = monthly(CATALOGUE, book(day(COUNT, date(2025, 1, 5), 4), spans=spans), COUNT, 2025, date(2025, 2, 10))
    assert [point.provisional for point in points] == [False, True]


@pytest.mark.parametrize(("key", "start", "part"), [(FIGURE, 1, False), (FIGURE, 15, True), (STOCK, 30, False)])
def test_a_month_is_provisional_too_where_what_was_told_begins_after_it(key, start, part):
    """A count of 114/11/15-11/30 is none of November; of a stock the last day is all that it has."""
    made = book(stated(key, date(2025, 11, start), date(2025, 11, 30), 5))
    (point,) = [p for p in monthly(CATALOGUE, made, key, 2025, date(2025, 12, 31)) if p.month.start.month == 11]
    assert point.provisional is part


ROWS = st.lists(
    st.tuples(
        st.dates(date(2025, 1, 1), date(2025, 12, 31)),
        st.sampled_from(["甲組", "乙組"]),
        st.integers(0, 5),
        st.integers(5, 9),
    ),
    max_size=40,
)


def qualified_book(key, words):
    """A count for each office, qualified so; of a flow they are told for one month."""
    offices = tuple(Office(f"第{place}組") for place in range(len(words)))
    start = date(2025, 1, 31) if key == STOCK else date(2025, 1, 1)
    rows = [
        stated(key, start, date(2025, 1, 31), 10, office=office.name)._replace(qualifier=word)
        for office, word in zip(offices, words, strict=True)
    ]
    return book(*rows, offices=offices)


@pytest.mark.parametrize(("words", "expected"), [
    ([None, None], None), ([None, "約"], "約"), (["以上", None], "以上"), (["約", "約"], "約"), (["約", "以上"], "約以上"),
    (["以上", None, "約"], "約以上"),
])  # fmt: skip
@pytest.mark.parametrize("key", [FIGURE, STOCK])
def test_a_sum_bears_what_qualifies_any_of_its_counts(key, words, expected):
    """About 10 and at least 10 are neither about 20 nor at least 20: at least about 20."""
    assert (
        value_of(CATALOGUE, qualified_book(key, words), key, Period(YEAR.start, date(2025, 1, 31))).qualifier
        == expected
    )


@given(st.lists(st.sampled_from([None, "約", "以上"]), min_size=1, max_size=5).flatmap(
    lambda words: st.tuples(st.just(words), st.permutations(words))
))  # fmt: skip
def test_what_qualifies_a_sum_never_depends_on_the_order_of_rows(both):
    found = [
        value_of(CATALOGUE, qualified_book(FIGURE, words), FIGURE, Period(YEAR.start, date(2025, 1, 31)))
        for words in both
    ]
    assert found[0] == found[1]


@given(ROWS, st.dates(date(2025, 1, 1), date(2025, 12, 30)))
def test_values_are_additive_over_periods_and_offices(rows, cut):
    made = book(*[day(RATE, when, num, den, office) for when, office, num, den in rows])
    parts = [Period(YEAR.start, cut), Period(cut + timedelta(days=1), YEAR.end)]

    def total(period, scope=ALL):
        found = value_of(CATALOGUE, made, RATE, period, scope)
        assert isinstance(found, Value)
        return np.array([found.numerator, found.denominator])

    assert (total(YEAR) == sum(total(part) for part in parts)).all()
    assert (total(YEAR) == sum(total(YEAR, Scope(office)) for office in ("甲組", "乙組"))).all()


@given(ROWS, st.dates(date(2025, 1, 1), date(2025, 12, 30)))
def test_as_of_never_sees_past_the_cut_off(rows, cut):
    seen = [row for row in rows if row[0] <= cut]
    period = Period(YEAR.start, cut)
    full, known = (book(*[day(RATE, w, n, d, o) for w, o, n, d in some]) for some in (rows, seen))
    assert value_of(CATALOGUE, full, RATE, period) == value_of(CATALOGUE, known, RATE, period)


@given(st.lists(st.sampled_from([0.5, 1.0, 2.0, 3.0, 7.0, 20.0]), min_size=1, max_size=60), st.floats(0.01, 0.99))
def test_the_quantile_of_a_histogram_is_the_quantile_of_the_cases(days, q):
    counts = {value: days.count(value) for value in days}
    assert quantile_of(counts, q) == pytest.approx(float(np.quantile(days, q)))


def test_evidence_of_one_office_does_not_concern_another():
    rows = [stated("premises_tidy", date(2025, 1, 1), date(2025, 12, 31), 1, office="甲組")]
    assert evaluate(CATALOGUE, book(*rows), "premises_tidy", YEAR, Scope("甲組")).status is Status.met
    assert evaluate(CATALOGUE, book(*rows), "premises_tidy", YEAR, Scope("乙組")).status is Status.not_applicable


def test_an_open_window_names_the_offices_that_are_still_to_be_tested():
    key = "phone_tests_office_monthly"
    rows = [day(key, date(2025, 1, 8), 1, office="甲組")]
    result = evaluate(CATALOGUE, book(*rows), key, Period(date(2025, 1, 1), date(2025, 1, 20)))
    assert (result.status, result.reason.key, result.reason.params["offices"]) == (
        Status.met,
        "frequency-open-offices",
        ["乙組"],
    )


@given(ROWS, st.dates(date(2025, 1, 1), date(2025, 12, 30)), st.integers(-3, 3))
def test_nothing_depends_on_which_years_they_are(rows, cut, times):
    """Four years on or back have the same days, leap days included: value, comparison and status are the same."""

    def moved(when: date) -> date:
        return when.replace(year=when.year + 4 * times)

    def result(move):
        made = [day(RATE, move(w), n, d, o) for w, o, n, d in rows]
        made += [day(RATE, move(w.replace(year=2024)), n + 1, d + 2, o) for w, o, n, d in rows]
        spans = (Period(move(date(2024, 1, 1)), move(date(2025, 12, 31))),)
        found = evaluate(CATALOGUE, book(*made, spans=spans), RATE, Period(move(YEAR.start), move(cut)))
        return found.value and found.value.value, found.prior and found.prior.value, found.change, found.status

    assert result(moved) == result(lambda when: when)


@given(ROWS)
def test_a_ratio_lies_between_those_of_its_parts_and_weighs_them_by_their_cases(rows):
    made = book(*[day(RATE, w, n, d, o) for w, o, n, d in rows])
    found = [value_of(CATALOGUE, made, RATE, YEAR, Scope(office)) for office in ("甲組", "乙組")]
    parts = [part for part in found if part.denominator]
    whole = value_of(CATALOGUE, made, RATE, YEAR)
    if parts:
        assert min(p.value for p in parts) - 1e-12 <= whole.value <= max(p.value for p in parts) + 1e-12
        assert whole.value == pytest.approx(sum(p.value * p.n for p in parts) / sum(p.n for p in parts))
    else:
        assert whole.value is None
