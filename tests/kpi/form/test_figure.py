"""Which days a placeholder covers, and why there is nothing to print. Each case is a table to check by hand."""

from datetime import date

import pytest

from kpi.dates.periods import Period
from kpi.form.figure import Desk, cutoffs, figure_of, figures_on, period_of
from kpi.form.figure_parts import INNOVATIONS, What, parts_of
from kpi.form.placeholder import Placeholder, read
from kpi.form.saved_records import Evidence, Innovation, Records
from kpi.observations import Book, Observation, Office, Reach
from warehouse.settings import catalogue as real_catalogue

CATALOGUE = real_catalogue()
CUTOFF = date(2025, 12, 10)


def typed(text: str) -> Placeholder:
    return read(text, CATALOGUE)


@pytest.mark.parametrize(
    ("text", "as_of", "start", "end"),
    [
        ("mailbox_handled", CUTOFF, date(2025, 1, 1), CUTOFF),
        ("mailbox_handled|as of 12/28", CUTOFF, date(2025, 1, 1), date(2025, 12, 28)),
        ("mailbox_handled|as of 2/29", CUTOFF, date(2025, 1, 1), date(2025, 2, 28)),
        ("mailbox_handled|as of 113/2/29", CUTOFF, date(2024, 1, 1), date(2024, 2, 29)),
        ("mailbox_handled|from 7/6 to 12/16", CUTOFF, date(2025, 7, 6), date(2025, 12, 16)),
        ("mailbox_handled|from 113/7/1 to 114/6/30", CUTOFF, date(2024, 7, 1), date(2025, 6, 30)),
        # a row whose cut-off lies after the year still counts from its beginning
        ("mailbox_handled", date(2026, 1, 15), date(2025, 1, 1), date(2026, 1, 15)),
        ("mailbox_handled|as of 12/31", date(2026, 1, 15), date(2025, 1, 1), date(2025, 12, 31)),
        ("mailbox_handled|as of 115/1/15", CUTOFF, date(2026, 1, 1), date(2026, 1, 15)),
    ],
)
def test_a_figure_counts_from_the_beginning_of_the_year_unless_it_says_otherwise(text, as_of, start, end):
    assert period_of(typed(text), 2025, as_of) == Period(start, end)


@pytest.mark.parametrize(
    ("texts", "days"),
    [
        ([], {CUTOFF}),
        (["mailbox_handled"], {CUTOFF}),
        (["mailbox_handled|as of 12/28", "mailbox_handled|as of 12/31"], {CUTOFF, date(2025, 12, 28)}),
        (["mailbox_handled|from 7/1 to 12/31"], {CUTOFF}),  # the end of a month is one anyhow
        # one that begins within a month needs the day before as well
        (["mailbox_handled|from 7/6 to 12/16"], {CUTOFF, date(2025, 7, 5), date(2025, 12, 16)}),
        (["mailbox_handled|as of 2/29"], {CUTOFF}),
    ],
)  # fmt: skip
def test_the_book_is_cut_at_every_day_that_a_text_names(texts, days):
    assert cutoffs([typed(text) for text in texts], 2025, CUTOFF) == days


def day(key: str, when: date, numerator: float, denominator: float | None = None, office: str = "甲組") -> Observation:
    return Observation(key, when, when, office, None, None, numerator, denominator)


def stated(key: str, start: date, end: date, value: float) -> Observation:
    return Observation(key, start, end, None, None, None, value, None)


def desk(*rows: Observation, records: Records | None = None) -> Desk:
    found: dict[str, list[Observation]] = {}
    for row in rows:
        found.setdefault(row.indicator, []).append(row)
    reach = {"mailbox": Reach((Period(date(2024, 1, 1), date(2026, 1, 31)),))}
    offices = (Office("甲組", aliases=("第一組",)), Office("乙組"))
    return Desk(CATALOGUE, Book(1, found, reach, offices), records or Records(), 2025)


LETTERS = (
    day("mailbox_handled", date(2024, 3, 1), 7),
    day("mailbox_handled", date(2025, 3, 1), 5),
    day("mailbox_handled", date(2025, 3, 2), 2, office="乙組"),
    day("mailbox_handled", date(2025, 12, 20), 3),
    day("mailbox_handled", date(2026, 1, 3), 1),
)


@pytest.mark.parametrize(
    ("text", "as_of", "value"),
    [
        ("mailbox_handled", CUTOFF, 7),  # 5 + 2; what came after the cut-off is not seen
        ("mailbox_handled|as of 12/31", CUTOFF, 10),  # 5 + 2 + 3
        ("mailbox_handled", date(2026, 1, 15), 11),  # 5 + 2 + 3 + 1
        ("mailbox_handled|office 甲組", CUTOFF, 5),
        ("mailbox_handled|office 第一組", CUTOFF, 5),
        ("mailbox_handled|office 甲 組", CUTOFF, 5),
        ("mailbox_handled|office 第　一組", CUTOFF, 5),
        ("mailbox_handled|as of 113/12/31", CUTOFF, 7),
    ],
)
def test_nothing_after_the_cut_off_is_seen(text, as_of, value):
    found = figure_of(desk(*LETTERS), typed(text), as_of)
    assert found.missing is None
    assert found.result.value.value == value


def test_last_year_and_the_change_go_as_far_as_both_years_do():
    """Forms revised are counted by hand: 20 up to 30 November 2024, 22 up to then this year and 25 up to 10 December."""
    key = "forms_revised"
    rows = [
        stated(key, date(2024, 1, 1), date(2024, 11, 30), 20),
        stated(key, date(2025, 1, 1), date(2025, 11, 30), 22),
    ]
    mine = desk(*rows, stated(key, date(2025, 12, 1), CUTOFF, 3))
    now, prior, change = (figure_of(mine, typed(f"{key}{part}"), CUTOFF) for part in ("", "|last year", "|change"))
    assert (now.value.value, now.period.end) == (25, CUTOFF)
    assert (prior.value.value, prior.period.end) == (20, date(2025, 11, 30))
    assert (change.result.change.absolute, change.period.end) == (2, date(2025, 11, 30))
    months = [(date(2024, 1, 1), date(2024, 11, 30)), (date(2025, 1, 1), date(2025, 11, 30))]
    assert [value.period for value in prior.values] == months[:1]
    assert [(value.value, value.period) for value in change.values] == [(22, months[1]), (20, months[0])]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("forms_revised", "no-data-yet"),
        ("forms_revised|number", "no-data-yet"),
        ("forms_revised|last year", "no-data-yet"),
        ("facebook_monthly_views|numerator", "figure-no-parts"),  # a mean that was stated without its counts
        ("facebook_monthly_views|denominator", "figure-no-parts"),
        ("mailbox_handled|office 丙組", "figure-no-office"),
        ("mailbox_handled|status|office 丙組", "figure-no-office"),
        ("mailbox_handled|from 12/1 to 114/3/31", "placeholder-backwards"),
        ("mailbox_handled|standard", "figure-no-standard"),
        ("youtube_views|last year", "not-comparable"),
        ("premises_tidy|level", "figure-no-level"),
        ("form_samples", "evidence-none"),
        ("innovations", "innovations-none"),
    ],
)
def test_what_cannot_be_printed_says_why(text, why):
    evidence = Evidence("premises_tidy", "已檢視", date(2025, 1, 1), date(2025, 12, 31))
    views = Observation("youtube_views", CUTOFF, CUTOFF, None, None, None, 14_000, None)
    monthly = stated("facebook_monthly_views", date(2025, 1, 1), CUTOFF, 540_000)
    mine = desk(*LETTERS, views, monthly, records=Records(evidence={"premises_tidy": (evidence,)}))
    found = figure_of(mine, typed(text), CUTOFF)
    assert found.missing is not None
    assert found.missing.key == why


@pytest.mark.parametrize("what", [What.cut_off, What.day, What.start, What.period, What.unit, What.status])
def test_days_unit_and_status_can_be_said_of_a_figure_without_a_value(what):
    assert figure_of(desk(), Placeholder("forms_revised", what), CUTOFF).missing is None


def test_evidence_counts_while_it_is_valid_and_confirmed():
    whole = Evidence("premises_tidy", "已檢視", date(2024, 7, 1), date(2025, 6, 30), level="甲等")
    carried = Evidence("premises_tidy", "沿用", date(2025, 7, 1), date(2025, 12, 31), carried=True)
    mine = desk(records=Records(evidence={"premises_tidy": (carried, whole)}))
    held = figure_of(mine, typed("premises_tidy|statement|as of 6/30"), CUTOFF)
    assert (held.evidence, held.period, held.missing) == (whole, Period(whole.start, whole.end), None)
    after = figure_of(mine, typed("premises_tidy|statement"), CUTOFF)
    assert after.evidence is None
    assert after.missing is not None


def test_the_innovations_are_those_of_the_year_by_number():
    those = (Innovation(2025, 2, "乙"), Innovation(2024, 1, "舊"), Innovation(2025, 1, "甲"))
    found = figure_of(desk(records=Records(innovations=those)), typed("innovations"), CUTOFF)
    assert [one.title for one in found.items] == ["甲", "乙"]


def test_a_desk_works_every_indicator_out_once():
    mine = desk(*LETTERS)
    found = figures_on(mine, CUTOFF)
    assert list(found) == list(CATALOGUE.indicators)
    assert figures_on(mine, CUTOFF) is found
    assert figures_on(mine, date(2025, 12, 31))["mailbox_handled"].result.value.value == 10
    assert found["mailbox_handled"].result.value.value == 7


def test_an_office_that_is_none_gets_those_like_it():
    told = figure_of(desk(*LETTERS), typed("mailbox_handled|office 第一粗"), CUTOFF).missing
    assert (told.params["found"], told.params["near"], told.params["count"]) == ("第一粗", [], 0)
    told = figure_of(desk(*LETTERS), typed("mailbox_handled|office 甲祖"), CUTOFF).missing
    assert told.params["near"] == ["甲組"]


@pytest.mark.parametrize("what", What)
def test_a_part_that_a_figure_has_not_is_missing_wherever_the_placeholder_comes_from(what):
    """Those that no text holds are made by hand: the table of parts is asked again."""
    mine = desk(*LETTERS)
    for name in (*CATALOGUE.indicators, INNOVATIONS):
        found = figure_of(mine, Placeholder(name, what), CUTOFF)
        if what not in parts_of(CATALOGUE, name):
            assert (found.missing.key, found.values) == ("placeholder-part", ())
