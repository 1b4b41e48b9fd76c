"""What no file covers is unknown: never zero, never missed, and no neighbour. Small tables to check by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi.catalogue import Standard, StandardKind, Text, standard_from
from kpi.dates.periods import Period, gaps, merge, month_of, same_days_last_year, windows, year_of
from kpi.evaluate import evaluate, monthly
from kpi.forecast.outlook import outlook_of
from kpi.observations import Observation, Office, Reach, Scope
from kpi.sentence import Month, Part
from kpi.spc.control_chart import process_of
from kpi.status import Status
from kpi.told import NO_VALUE, NOT_APPLICABLE, NOT_YET
from kpi.values import Missing, Value, value_of
from lang import LANGUAGES, sentence
from tests.kpi.test_values import CATALOGUE, COUNT, FIGURE, RATE, STOCK, YEAR, book, day

TESTS, EACH, CHECKS, REVIEWS = (
    "phone_tests_per_window", "phone_tests_office_monthly", "website_link_checks", "website_content_reviews",
)  # fmt: skip
OFFICES = (Office("甲組"), Office("乙組"))


def span(first: tuple[int, int], last: tuple[int, int], year: int = 2025) -> Period:
    return Period(date(year, *first), date(year, *last))


def months(year: int, first: int, last: int) -> list[Period]:
    return Period(date(year, first, 1), month_of(date(year, last, 1)).end).months()


def counts(office: str | None, spans, number: float | None = 10, key: str = FIGURE, said: str | None = None):
    return [Observation(key, one.start, one.end, office, None, None, number, None, said) for one in spans]


def bound(key: str, kind: StandardKind, value: float, **more) -> Standard:
    """A standard that holds from 2025 on."""
    said = {"id": "x", "indicator": key, "kind": kind, "value": value, "from": date(2025, 1, 1)}
    return standard_from(said | {"set_by": Text(zh="我", en="me")} | more)


def points(office: str | None, *pairs, key: str = STOCK):
    return [Observation(key, when, when, office, None, None, number, None, None) for when, number in pairs]


# ---- frequency ----------------------------------------------------------------------------------------------------


def test_a_window_that_no_file_covers_is_not_missed_and_the_year_is_not_met():
    """The files of May to August are not there; in the other windows there was a test."""
    spans = (span((1, 1), (4, 30)), span((9, 1), (12, 31)))
    rows = [day(TESTS, date(2025, 2, 3), 1), day(TESTS, date(2025, 10, 3), 1)]
    result = evaluate(CATALOGUE, book(*rows, spans=spans), TESTS, YEAR)
    assert [one.state for one in result.windows] == ["done", "unknown", "done"]
    assert result.status is Status.no_data
    assert result.reason.params["unknown"] == [span((5, 1), (8, 31))]
    assert "114/5/1–8/31" in sentence(result.reason, "zh-Hant", CATALOGUE)


def test_a_window_that_is_covered_in_part_is_unknown_unless_enough_was_done_in_that_part():
    spans = (span((1, 1), (7, 31)), span((9, 1), (12, 31)))
    first, last = day(TESTS, date(2025, 2, 3), 1), day(TESTS, date(2025, 10, 3), 1)
    short = evaluate(CATALOGUE, book(first, last, spans=spans), TESTS, YEAR)
    enough = evaluate(CATALOGUE, book(first, day(TESTS, date(2025, 6, 3), 1), last, spans=spans), TESTS, YEAR)
    assert ([one.state for one in short.windows], short.status) == (["done", "unknown", "done"], Status.no_data)
    assert ([one.state for one in enough.windows], enough.status) == (["done"] * 3, Status.met)


def test_a_window_that_was_missed_is_told_beside_one_that_is_unknown():
    spans = (span((1, 1), (4, 30)), span((9, 1), (12, 31)))
    result = evaluate(CATALOGUE, book(day(TESTS, date(2025, 10, 3), 1), spans=spans), TESTS, YEAR)
    assert result.status is Status.not_met
    assert result.reason.params["windows"] == [span((1, 1), (4, 30))]
    assert "114/5/1–8/31" in sentence(result.reason, "zh-Hant", CATALOGUE)
    assert "1 May – 31 Aug 2025" in sentence(result.reason, "en", CATALOGUE)


def test_a_window_that_was_missed_is_told_where_the_figure_itself_is_not_known():
    """Of December nobody has told anything yet, so there is no figure of the year; in February nothing was checked."""
    told = [*counts(None, months(2025, 1, 1), 1, CHECKS), *counts(None, months(2025, 2, 2), 0, CHECKS)]
    result = evaluate(CATALOGUE, book(*told, *counts(None, months(2025, 3, 11), 1, CHECKS)), CHECKS, YEAR)
    assert (result.value, result.status) == (None, Status.not_met)
    assert result.reason.params["windows"] == [span((2, 1), (2, 28))]
    assert result.reason.params["unknown"] == [span((12, 1), (12, 31))]
    nothing = evaluate(CATALOGUE, book(*told[:1]), CHECKS, YEAR)
    assert nothing.status is Status.no_data


def test_a_source_that_is_behind_does_not_keep_a_window_open():
    """Petitions reach October, the tests only March: January to April is over, and not known. Alone it would be open."""
    made = book(spans=(span((1, 1), (3, 31)),))
    asked = span((1, 1), (4, 30))
    assert [one.state for one in evaluate(CATALOGUE, made, TESTS, asked).windows] == ["open"]
    made = book(spans=(span((1, 1), (3, 31)),))
    made.reach["petitions"] = Reach((span((1, 1), (10, 31)),))
    result = evaluate(CATALOGUE, made, TESTS, asked)
    assert ([one.state for one in result.windows], result.status) == (["unknown"], Status.no_data)


@given(st.sets(st.integers(1, 12)), st.sets(st.integers(1, 12)), st.integers(1, 12))
def test_no_window_is_missed_of_which_a_day_is_not_covered(covered, tested, last):
    """Whatever months were delivered and whatever was done in them; a year with a gap is never met. Other sources reach
    the end of the year, so that what is over is over."""
    spans = tuple(merge([month_of(date(2025, one, 1)) for one in covered]))
    rows = [day(TESTS, date(2025, one, 3), 1) for one in tested & covered]
    end = month_of(date(2025, last, 1)).end
    made = book(*rows, spans=spans)
    made.reach["petitions"] = Reach((YEAR,))
    result = evaluate(CATALOGUE, made, TESTS, Period(date(2025, 1, 1), end))
    for window in result.windows:
        holes = gaps(window.period, list(spans))
        assert window.state != "missed" or not holes
        assert window.state != "unknown" or (holes and not window.count)
    over = [one for one in windows(YEAR, 4) if one.end <= end and not gaps(one, list(spans))]
    missed = [one for one in over if not any(one.start <= row.start <= one.end for row in rows)]
    assert (result.status is Status.not_met) == bool(missed)  # whatever else is not known
    if result.status is Status.met:
        assert all(any(one.start <= row.start <= one.end for row in rows) for one in windows(YEAR, 4) if one.end <= end)


def test_a_frequency_of_hand_counts_knows_only_the_months_that_rows_state():
    """A check was told for each month but March, of which nobody told anything; and one that covers two months is of
    neither."""
    told = [one for one in months(2025, 1, 12) if one.start.month != 3]
    result = evaluate(CATALOGUE, book(*counts(None, told, 1, CHECKS)), CHECKS, YEAR)
    assert [one.state for one in result.windows].count("unknown") == 1
    assert (result.status, result.reason.params["unknown"]) == (Status.no_data, [span((3, 1), (3, 31))])
    both = counts(None, told[:2], 1, CHECKS) + counts(None, [span((3, 1), (4, 30))], 2, CHECKS)
    both += counts(None, told[3:], 1, CHECKS)
    found = evaluate(CATALOGUE, book(*both), CHECKS, YEAR)
    assert [one.state for one in found.windows][2:4] == ["unknown", "unknown"]


def test_a_month_that_is_told_as_none_is_missed():
    rows = counts(None, months(2025, 1, 11), 1, CHECKS) + counts(None, months(2025, 12, 12), 0, CHECKS)
    assert evaluate(CATALOGUE, book(*rows), CHECKS, YEAR).status is Status.not_met


@pytest.mark.parametrize("said", [NO_VALUE, NOT_YET])
def test_a_month_without_a_number_is_unknown(said):
    rows = counts(None, [one for one in months(2025, 1, 12) if one.start.month != 3], 1, CHECKS)
    rows += counts(None, months(2025, 3, 3), None, CHECKS, said)
    result = evaluate(CATALOGUE, book(*rows), CHECKS, YEAR)
    assert (result.windows[2].state, result.status) == ("unknown", Status.no_data)


def test_of_offices_that_tell_themselves_the_silent_one_has_missed_nothing():
    standard = bound(CHECKS, StandardKind.frequency, 1, window=1, each_office=True)
    rows = counts("甲組", months(2025, 1, 2), 1, CHECKS) + counts("乙組", months(2025, 1, 1), 1, CHECKS)
    found = replace(book(*rows), standards={CHECKS: (standard,)})
    result = evaluate(CATALOGUE, found, CHECKS, span((1, 1), (2, 28)))
    assert [(one.state, one.missing, one.unknown) for one in result.windows] == [
        ("done", (), ()),
        ("unknown", (), ("乙組",)),
    ]
    assert result.status is Status.no_data
    assert "乙組" in sentence(result.reason, "zh-Hant", CATALOGUE)


# ---- sums over offices --------------------------------------------------------------------------------------------


def test_a_sum_with_an_office_missing_is_shown_with_who_is_missing():
    rows = counts("甲組", months(2025, 1, 3)) + counts("乙組", months(2025, 1, 2))
    result = evaluate(CATALOGUE, book(*rows), FIGURE, span((1, 1), (3, 31)))
    assert result.value.value == 50
    assert result.value.lacking == (("乙組", (span((3, 1), (3, 31)),)),)
    assert (result.status, result.reason.key) == (Status.tracked, "sum-lacks")
    assert "乙組（114/3/1–3/31）" in sentence(result.reason, "zh-Hant", CATALOGUE)
    assert "乙組 (1 Mar – 31 Mar 2025)" in sentence(result.reason, "en", CATALOGUE)


@pytest.mark.parametrize(("value", "kind"), [(1, StandardKind.at_least), (1, StandardKind.at_most)])
def test_a_sum_with_an_office_missing_is_not_judged(value, kind):
    """Neither a target that it reaches already nor one that it is beyond: a month later the sum may be another."""
    found = book(*counts("甲組", months(2025, 1, 12)), *counts("乙組", months(2025, 1, 11)))
    found = replace(found, standards={FIGURE: (bound(FIGURE, kind, value),)})
    result = evaluate(CATALOGUE, found, FIGURE, YEAR)
    assert (result.value.value, result.status) == (230, Status.no_data)
    assert result.reason.params["offices"] == [Part("乙組", (span((12, 1), (12, 31)),))]


def test_an_office_that_never_told_is_missing_until_it_says_that_it_does_not_apply():
    rows = counts("甲組", months(2025, 1, 3))
    assert value_of(CATALOGUE, book(*rows), FIGURE, span((1, 1), (3, 31))).lacks == {"乙組"}
    said = counts("乙組", months(2025, 1, 1), None, said=NOT_APPLICABLE)
    found = value_of(CATALOGUE, book(*rows, *said), FIGURE, span((1, 1), (3, 31)))
    assert (found.value, found.lacking) == (30, ())
    later = counts("乙組", months(2025, 3, 3), 5)  # from then on it tells
    assert value_of(CATALOGUE, book(*rows, *said, *later), FIGURE, span((1, 1), (3, 31))).value == 35
    gone = counts("甲組", months(2025, 4, 4))
    found = value_of(CATALOGUE, book(*rows, *said, *later, *gone), FIGURE, span((1, 1), (4, 30)))
    assert found.lacking == (("乙組", (span((4, 1), (4, 30)),)),)


def test_what_is_told_for_the_agency_lacks_nobody():
    assert value_of(CATALOGUE, book(*counts(None, months(2025, 1, 3))), FIGURE, YEAR).lacking == ()


def test_an_office_is_missing_only_while_it_was_there():
    """乙組 was merged into 甲組 in April, which was there beside it until then; or renamed into one that was not."""
    whole = span((1, 1), (6, 30))
    beside = (Office("甲組"), Office("乙組", None, date(2025, 3, 31), "甲組"))
    rows = counts("甲組", months(2025, 1, 6)) + counts("乙組", months(2025, 1, 2))
    found = value_of(CATALOGUE, book(*rows, offices=beside), FIGURE, whole)
    assert found.lacking == (("乙組", (span((3, 1), (3, 31)),)),)
    renamed = (Office("甲組", date(2025, 4, 1)), Office("乙組", None, date(2025, 3, 31), "甲組"))
    rows = counts("甲組", months(2025, 3, 6)) + counts("乙組", months(2025, 1, 2))  # of March under the new name
    assert value_of(CATALOGUE, book(*rows, offices=renamed), FIGURE, whole).lacking == ()
    new = (Office("甲組"), Office("丙組", date(2025, 3, 1)))
    found = value_of(CATALOGUE, book(*counts("甲組", months(2025, 1, 6)), offices=new), FIGURE, span((1, 1), (6, 30)))
    assert found.lacking == (("丙組", (span((3, 1), (6, 30)),)),)


@given(
    st.sets(st.tuples(st.sampled_from(["甲組", "乙組"]), st.integers(1, 12)), min_size=1),
    st.integers(1, 12), st.integers(0, 11),
)  # fmt: skip
def test_a_sum_names_exactly_the_months_that_an_office_has_not_told(told, first, more):
    last = min(first + more, 12)
    rows = [one for office, month in told for one in counts(office, months(2025, month, month), month)]
    asked = Period(date(2025, first, 1), month_of(date(2025, last, 1)).end)
    found = value_of(CATALOGUE, book(*rows), FIGURE, asked)
    inside = {(office, month) for office, month in told if first <= month <= last}
    if isinstance(found, Missing):
        seen = sorted({month for _, month in inside})
        assert not seen or seen != list(range(seen[0], seen[-1] + 1))  # of a month without any there is no sum
        return
    assert found.value == sum(month for _, month in inside)
    silent = {(one.office, month.start.month) for one in found.lacking for days in one.spans for month in days.months()}
    inner = range(found.period.start.month, found.period.end.month + 1)
    assert silent == {(office, month) for office in ("甲組", "乙組") for month in inner} - inside


def test_years_whose_sums_hold_other_offices_are_not_compared():
    now = counts("甲組", months(2025, 1, 3)) + counts("乙組", months(2025, 1, 2))
    before = counts("甲組", months(2024, 1, 3)) + counts("乙組", months(2024, 1, 3))
    result = evaluate(CATALOGUE, book(*now, *before), FIGURE, span((1, 1), (3, 31)))
    assert (result.compared.value, result.compared.period) == (40, span((1, 1), (2, 28)))  # the months that both told
    assert (result.prior.value, result.prior.period) == (40, span((1, 1), (2, 29), 2024))
    alone = [row for row in before if row.office == "甲組"]
    result = evaluate(CATALOGUE, book(*now, *alone), FIGURE, span((1, 1), (2, 28)))
    assert (result.prior, result.no_comparison.key) == (None, "lacks-otherwise")
    assert all("乙組" in sentence(result.no_comparison, lang, CATALOGUE) for lang in LANGUAGES)


# ---- points in time told by office --------------------------------------------------------------------------------


def test_a_stock_of_the_agency_is_the_sum_of_the_last_of_each_office():
    rows = points("甲組", (date(2025, 3, 31), 20), (date(2025, 9, 30), 25)) + points("乙組", (date(2025, 6, 30), 4))
    found = value_of(CATALOGUE, book(*rows), STOCK, YEAR)
    assert (found.value, found.period, found.lacking) == (29, Period(date(2025, 9, 30), date(2025, 9, 30)), ())
    assert found.told == (("甲組", date(2025, 9, 30), 25), ("乙組", date(2025, 6, 30), 4))
    assert value_of(CATALOGUE, book(*rows), STOCK, span((1, 1), (6, 29))).value == 20
    assert value_of(CATALOGUE, book(*rows), STOCK, span((1, 1), (6, 29))).lacks == {"乙組"}


def test_a_stock_names_the_office_that_never_told_and_is_not_judged():
    rows = points("甲組", (date(2025, 3, 31), 20), key="website_category_browsing")
    result = evaluate(CATALOGUE, book(*rows), "website_category_browsing", YEAR)
    assert (result.value.value, result.status) == (20, Status.no_data)
    assert "乙組" in sentence(result.reason, "zh-Hant", CATALOGUE)


def test_a_stock_of_an_office_is_its_successors_once_that_one_tells():
    offices = (Office("甲組"), Office("舊組", None, date(2025, 3, 31), "新組"), Office("新組", date(2025, 4, 1)))
    early = points("甲組", (date(2025, 1, 31), 1)) + points("舊組", (date(2025, 2, 28), 10))
    late = points("新組", (date(2025, 6, 30), 12))
    before = value_of(CATALOGUE, book(*early, *late, offices=offices), STOCK, span((1, 1), (5, 31)))
    after = value_of(CATALOGUE, book(*early, *late, offices=offices), STOCK, YEAR)
    assert (before.value, before.lacking) == (11, ())
    assert (after.value, after.lacking) == (13, ())
    assert value_of(CATALOGUE, book(*early, *late, offices=offices), STOCK, YEAR, Scope("新組")).value == 12


def test_a_count_for_the_agency_stands_for_all_that_offices_told_before():
    rows = points("甲組", (date(2025, 3, 31), 20)) + points(None, (date(2025, 6, 30), 70))
    found = value_of(CATALOGUE, book(*rows), STOCK, YEAR)
    assert (found.value, found.told, found.lacking) == (70, (), ())
    later = points("甲組", (date(2025, 9, 30), 30)) + points("乙組", (date(2025, 9, 30), 41))
    assert value_of(CATALOGUE, book(*rows, *later), STOCK, YEAR).value == 71


@given(
    st.lists(
        st.tuples(st.sampled_from(["甲組", "乙組"]), st.dates(YEAR.start, YEAR.end), st.integers(0, 99)), max_size=12
    )
)
def test_a_stock_by_office_never_sees_past_the_cut_off_and_sums_the_offices(told):
    rows = [row for office, when, number in told for row in points(office, (when, number))]
    rows = list({(row.office, row.end): row for row in rows}.values())
    for end in (date(2025, 6, 30), date(2025, 12, 31)):
        period = Period(YEAR.start, end)
        whole = value_of(CATALOGUE, book(*rows), STOCK, period)
        known = [row for row in rows if row.end <= end]
        assert isinstance(whole, Missing) or whole == value_of(CATALOGUE, book(*known), STOCK, period)
        parts = [value_of(CATALOGUE, book(*rows), STOCK, period, Scope(one.name)) for one in OFFICES]
        heard = [one for one in parts if isinstance(one, Value)]
        if heard:
            assert whole.value == sum(one.value for one in heard)
            assert whole.lacks == {o.name for o, one in zip(OFFICES, parts, strict=True) if isinstance(one, Missing)}


# ---- months in a row ----------------------------------------------------------------------------------------------

THREE = [month for year in (2023, 2024, 2025) for month in year_of(year).months()]


def chart(numbers: dict[int, float | None], key: str = COUNT, left_out: tuple[int, ...] = ()):
    """A process whose months by place have these numbers; months left out are covered by no file."""
    spans = tuple(merge([month for place, month in enumerate(THREE) if place not in left_out]))
    rows = []
    for place, number in numbers.items():
        if place in left_out or number is None:
            continue
        when = THREE[place].start + timedelta(days=4)
        rows.append(day(key, when, number, 100 if key == RATE else None))
    return process_of(CATALOGUE, book(*rows, spans=spans), key, date(2025, 12, 31))


USUAL = {place: [10, 30][place % 2] for place in range(36)}


def test_no_run_goes_across_a_month_that_is_not_covered():
    """Eight months above the mean are a shift; with one of them missing, four and three are none."""
    high = USUAL | dict.fromkeys(range(28, 36), 21)
    assert chart(high).reason.key == "process-shift"
    assert chart(high, left_out=(32,)).reason.key == "process-common"
    rising = USUAL | {place: 12 + place - 28 for place in range(28, 36)}
    assert chart(rising).reason.key == "process-trend"
    assert chart(rising, left_out=(32,)).reason.key == "process-common"


def test_no_moving_range_is_taken_across_a_month_that_is_not_covered():
    """10, 10, (nothing), 30, 30: the steps within are 0."""
    found = chart({31: 10, 32: 10, 34: 30, 35: 30}, left_out=(*range(31), 33))
    assert (found.limits.mean, found.limits.spread) == (20, 0)
    assert [member.gap for member in found.members] == [False, False, True, False]


def test_of_months_without_a_case_the_sentence_says_that_they_are_left_out():
    """Eight months above the mean, one without a letter between them: not eight in a row."""
    high = USUAL | dict.fromkeys(range(28, 36), 21) | {31: None}
    found = chart(high, RATE)
    assert (found.reason.key, found.reason.params["months"], found.reason.params["apart"]) == ("process-shift", 8, 1)
    assert "連續" not in sentence(found.reason, "zh-Hant", CATALOGUE)
    assert "有案件的 8 個月" in sentence(found.reason, "zh-Hant", CATALOGUE)
    assert "8 months with cases" in sentence(found.reason, "en", CATALOGUE)
    assert "連續 9 個月" in sentence(chart(high | {31: 21}, RATE).reason, "zh-Hant", CATALOGUE)


@pytest.mark.parametrize("last", [90, 0, 20])
def test_the_last_month_is_named(last):
    """The files end with October."""
    found = chart(USUAL | {33: last}, left_out=(34, 35))
    assert found.reason.params["last"] == Month(date(2025, 10, 1))
    assert "114 年 10 月" in sentence(found.reason, "zh-Hant", CATALOGUE)
    assert "Oct 2025" in sentence(found.reason, "en", CATALOGUE)


@given(st.lists(st.integers(0, 40), min_size=36, max_size=36), st.sets(st.integers(0, 35), max_size=12))
def test_no_run_that_is_told_has_a_month_that_is_not_covered(numbers, left_out):
    found = chart(dict(enumerate(numbers)), left_out=tuple(left_out))
    if found is None or found.reason.key not in ("process-shift", "process-trend", "process-two-of-three"):
        return
    first, last = found.reason.params["first"].day, found.reason.params["last"].day
    told = Period(first, month_of(last).end).months()
    assert len(told) == (3 if found.reason.key == "process-two-of-three" else found.reason.params["months"])
    assert not {THREE.index(month) for month in told} & left_out


def test_a_month_that_lacks_an_office_is_a_gap():
    both = [month for month in THREE if month != THREE[20]]
    rows = counts("甲組", THREE) + counts("乙組", both)
    found = process_of(CATALOGUE, book(*rows), FIGURE, date(2025, 12, 31))
    assert THREE[20] not in [member.month for member in found.members]
    assert [member.month for member in found.members if member.gap] == [THREE[21]]
    never = process_of(CATALOGUE, book(*counts("甲組", THREE)), FIGURE, date(2025, 12, 31))
    assert len(never.members) == 36  # who never tells is the same in every month


# ---- the year so far ----------------------------------------------------------------------------------------------


def test_running_values_are_a_gap_where_a_month_before_is_not_covered():
    late, hole = counts(None, months(2025, 2, 6)), counts(None, [*months(2025, 1, 2), *months(2025, 4, 6)])
    running = monthly(CATALOGUE, book(*late), FIGURE, 2025, date(2025, 6, 30), cumulative=True)
    assert [point.value for point in running] == [None] * 6  # what January had is not known
    running = monthly(CATALOGUE, book(*hole), FIGURE, 2025, date(2025, 6, 30), cumulative=True)
    assert [point.value and point.value.value for point in running] == [10, 20, None, None, None, None]


def test_a_target_of_the_year_is_not_judged_on_a_year_whose_beginning_is_not_known():
    standards = {FIGURE: (bound(FIGURE, StandardKind.at_least, 100),)}
    found = replace(book(*counts(None, months(2025, 3, 12), 30)), standards=standards)
    result = evaluate(CATALOGUE, found, FIGURE, YEAR)
    assert (result.status, result.reason.params["spans"]) == (Status.no_data, [span((3, 1), (12, 31))])


def test_the_outlook_stops_at_the_first_month_that_lacks_an_office():
    past = [month for year in (2022, 2023, 2024) for month in year_of(year).months()]
    rows = counts("甲組", [*past, *months(2025, 1, 6)]) + counts(
        "乙組", [*past, *months(2025, 1, 3), *months(2025, 5, 6)]
    )
    assert outlook_of(CATALOGUE, book(*rows), FIGURE, date(2025, 6, 30)).through == date(2025, 3, 31)


def test_a_point_is_compared_with_the_days_that_both_years_are_of():
    """A day of last year that is not the same one is named, never called the same days."""
    rows = points(None, (date(2024, 9, 30), 20), (date(2025, 12, 31), 29))
    result = evaluate(CATALOGUE, book(*rows), STOCK, YEAR)
    assert result.prior.period == Period(date(2024, 9, 30), date(2024, 9, 30))
    assert same_days_last_year(result.compared.period) != result.prior.period
