"""The book is cut where its periods and their last year's are: every sum of pieces is that of the rows."""

import shutil
from datetime import date, timedelta
from random import Random

import pytest

from kpi.dates.periods import Period, cuts_of, end_in, same_days_last_year
from kpi.evaluate import evaluate
from kpi.observations import Scope
from kpi.values import Missing, value_of
from tests.conftest import TODAY, take
from warehouse import Warehouse

KEY = "petitions_received"
FIRST, LAST = date(2023, 1, 1), date(2025, 12, 31)
EDGES = [date(2024, 2, 28), date(2024, 2, 29), date(2024, 3, 1), date(2024, 6, 15)]
EDGES += [date(2025, 2, 27), date(2025, 2, 28), date(2025, 3, 1), date(2025, 6, 16), date(2025, 12, 31)]


@pytest.fixture(scope="module")
def cases() -> list[tuple[date, str]]:
    """Most of them about the end of February, so that a day more or less is seen."""
    draw = Random(114)
    days = Period(FIRST, LAST).days()
    near = [day for day in days if (day.month, day.day) > (2, 24) and (day.month, day.day) < (3, 5)]
    return [(day, draw.choice(["甲組", "乙組"])) for day in [*near * 3, *draw.choices(days, k=500)]]


@pytest.fixture(scope="module")
def filled(lists_home, tmp_path_factory, catalogue, cases):
    home = tmp_path_factory.mktemp("pieces") / "home"
    shutil.copytree(lists_home, home)
    opened = Warehouse.open(home, catalogue)
    rows = "".join(f"P{n},{day:%Y%m%d},,{office}\n" for n, (day, office) in enumerate(cases))
    text = "案件編號,收文日期,結案日期,承辦單位\n" + rows
    take(opened, "petitions", ("p.csv", text), period=Period(FIRST, LAST), today=TODAY)
    yield opened
    opened.close()


def counted(cases, period: Period, office: str | None) -> int:
    return sum(period.start <= day <= period.end for day, own in cases if office in (None, own))


def periods() -> list[Period]:
    """Every pair of the days about the end of February, and some at random."""
    draw = Random(229)
    pairs = [(one, two) for one in EDGES for two in EDGES if one <= two]
    days = Period(date(2024, 1, 1), LAST).days()
    return [Period(*pair) for pair in [*pairs, *(sorted(draw.sample(days, 2)) for _ in range(3))]]


def test_value_and_prior_are_those_of_the_rows_of_the_days_that_they_state(filled, catalogue, cases):
    wrong, books = [], {}
    for period in periods():
        cuts = frozenset(cuts_of(period))
        book = books[cuts] = books.get(cuts) or filled.book(cutoffs=cuts)
        for office in (None, "甲組"):
            result = evaluate(catalogue, book, KEY, period, Scope(office))
            mine = (result.value.value, result.prior and result.prior.value)
            prior = same_days_last_year(period)
            if mine != (counted(cases, period, office), counted(cases, prior, office)) or result.prior.period != prior:
                wrong.append((period, office, result.value, result.prior))
    assert not wrong, f"{len(wrong)} wrong: {wrong[:5]}"


def test_a_year_to_any_day_can_be_compared_whatever_other_days_it_is_cut_at(filled, catalogue, cases):
    """As the pages do: the cut-off alone, and that of others."""
    for day in (date(2024, 2, 28), date(2024, 2, 29), date(2025, 2, 27), date(2025, 2, 28), date(2025, 6, 16)):
        result = evaluate(catalogue, filled.book(cutoffs=[day]), KEY, Period(date(day.year, 1, 1), day))
        assert result.value.value == counted(cases, result.asked, None)
        assert result.prior.value == counted(cases, Period(date(day.year - 1, 1, 1), end_in(day, day.year - 1)), None)


def test_a_piece_that_crosses_an_edge_is_refused_and_never_dropped(filled, catalogue, cases):
    """A book that was not cut there has no value for these days, and names the piece there is."""
    book, refused = filled.book(), 0
    for period in periods():
        found = value_of(catalogue, book, KEY, period)
        if isinstance(found, Missing):
            refused += 1
            assert found.status == "no_data"
            assert all(not period.holds(span) and span.meets(period) for span in found.reason.params["spans"])
        else:
            assert found.value == counted(cases, period, None)
    assert refused > 20


def test_pieces_are_summed_from_the_first_to_the_last_day_of_a_delivery(filled):
    """Every day lies in one piece."""
    rows = filled.book(cutoffs=[date(2024, 2, 28), date(2025, 6, 15)]).observations[KEY]
    spans = sorted({Period(row.start, row.end) for row in rows})
    assert spans[0].start == FIRST
    assert spans[-1].end == LAST
    assert all(one.end + timedelta(days=1) == two.start for one, two in zip(spans, spans[1:], strict=False))
